// Checks of single cells as they were typed: what is mended here is written otherwise and means the same.
import * as z from "zod";
import { people } from "../bank/people.table";
import { formatDate, isCalendarDate } from "../workbook/calendarDate";
import { textOf } from "../workbook/cellReading";
import { factsOf } from "../workbook/column";
import type { Cell } from "../google/cell";
import { type CellFault, cellMender, type MendTerms, wordKey } from "./cellMends";
import type { Check, Found } from "./check";
import { onceFor, type School } from "./school";

/** What to do about each fault of a cell. */
const MENDS: Readonly<Record<CellFault, string>> = {
  spaces: "Уберите лишние пробелы и невидимые знаки",
  lookalikes: "Замените латинские буквы в русских словах",
  nameCase: "Исправьте прописные и строчные буквы в ФИО",
  dictionary: "Приведите слова к виду из «Справочников»",
  phone: "Приведите телефоны к одному виду: +79001234567",
  email: "Исправьте запись адресов почты",
  textDate: "Превратите даты, записанные текстом, в даты",
  typedValue: "Приведите значения к виду из списка",
  ambiguousDate: "Введите дату полностью, в виде 01.09.2026: записанную можно понять двояко",
};

export const CELL_CHECKS: readonly Check[] = (Object.keys(MENDS) as CellFault[]).map((key) => ({
  key,
  level: "warning",
  mend: MENDS[key],
  find: (school) => faultsOfCells(school).get(key) ?? [],
}));

/** Every cell is looked at once for all these checks. */
const faultsOfCells = onceFor((school) => {
  const found = new Map<CellFault, Found[]>();
  const wordFor = wordFinder(school);
  for (const table of school.tables) {
    const menders = Object.entries(table.columns).flatMap(([key, column]) => {
      const isName = table.key === people.key && key === "fullName";
      const mender = cellMender(column, { today: school.today, isName, wordFor });
      return mender ? [{ key, column, mender, heading: factsOf(column).heading }] : [];
    });
    for (const { code, cell: cellOf } of school.wb.typed(table)) {
      for (const { key, column, mender, heading } of menders) {
        const cell = cellOf(key);
        const mend = mender(cell);
        if (!mend) continue;
        const what = `${heading}: ${shownCell(cell)}`;
        const unread = !z.safeDecode(column, cell).success;
        const list = found.get(mend.fault) ?? [];
        found.set(mend.fault, list);
        list.push({
          table,
          code,
          column: key,
          what,
          ...(mend.to === null ? {} : { fix: mend.to }),
          ...(unread ? { level: "error" } : {}),
        });
      }
    }
  }
  return found;
});

/** A cell as the curator reads it; marks around what spaces would hide. */
export function shownCell(cell: Cell): string {
  if (typeof cell === "object") return isCalendarDate(cell.date) ? formatDate(cell.date) : textOf(cell);
  return typeof cell === "string" ? `«${cell.replace(/\u00a0/g, "⍽").replace(/\n/g, " ⏎ ")}»` : textOf(cell);
}

/** Each dictionary's words by their keys; a key that two words share finds neither. */
function wordFinder({ wb }: School): MendTerms["wordFor"] {
  const dictionaries = new Map<string, Map<string, string | null>>();
  return (dictionary, typed) => {
    let words = dictionaries.get(dictionary);
    if (!words) {
      words = new Map();
      const own = wb.dictionary(dictionary);
      for (const word of own) words.set(wordKey(word), words.has(wordKey(word)) ? null : word);
      // A word of the dictionary is itself, whatever it is like.
      for (const word of own) words.set(word, word);
      dictionaries.set(dictionary, words);
    }
    const exact = words.get(typed);
    return exact === undefined ? (words.get(wordKey(typed)) ?? null) : exact;
  };
}
