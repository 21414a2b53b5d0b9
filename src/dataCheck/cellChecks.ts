// Checks of single cells as they were typed: what is mended here is written otherwise and means the same.
import * as z from "zod";
import { people } from "../bank/people.table";
import { formatDate, isCalendarDate } from "../workbook/calendarDate";
import { textOf } from "../workbook/cellReading";
import { factsOf } from "../workbook/column";
import type { Cell } from "../google/cell";
import { type CellFault, mendOfCell, type MendTerms, wordKey } from "./cellMends";
import type { Check, Found } from "./check";
import type { School } from "./school";

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

/** Found once for all these checks: every cell is looked at once. */
const foundIn = new WeakMap<School, Map<CellFault, Found[]>>();

export const CELL_CHECKS: readonly Check[] = (Object.keys(MENDS) as CellFault[]).map((key) => ({
  key,
  level: "warning",
  mend: MENDS[key],
  find: (school) => faultsOfCells(school).get(key) ?? [],
}));

function faultsOfCells(school: School): Map<CellFault, Found[]> {
  const known = foundIn.get(school);
  if (known) return known;
  const found = new Map<CellFault, Found[]>();
  const wordFor = wordFinder(school);
  for (const table of school.tables) {
    const columns = Object.entries(table.columns).filter(([key]) => key !== "code");
    const terms = (key: string): MendTerms => ({
      today: school.today,
      isName: table.key === people.key && key === "fullName",
      wordFor,
    });
    const asked = columns.map(([key, column]) => ({
      key,
      column,
      heading: factsOf(column).heading,
      terms: terms(key),
    }));
    for (const row of school.wb.typed(table)) {
      for (const { key, column, heading, terms: own } of asked) {
        const cell = row.cell(key);
        const mend = cell === "" ? null : mendOfCell(column, cell, own);
        if (!mend) continue;
        const what = `${heading}: ${shownCell(cell)}`;
        const unread = !z.safeDecode(column, cell).success;
        const list = found.get(mend.fault) ?? [];
        found.set(mend.fault, list);
        list.push({
          table,
          code: row.code,
          column: key,
          what,
          ...(mend.to === null ? {} : { fix: mend.to }),
          ...(unread ? { level: "error" } : {}),
        });
      }
    }
  }
  foundIn.set(school, found);
  return found;
}

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
