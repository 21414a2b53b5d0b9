// Whom the selected rows mean: by the codes in them, and where no code can be read by the full names.
import { consents } from "../bank/consents.table";
import { mentees } from "../bank/mentees.table";
import { mentors } from "../bank/mentors.table";
import { people } from "../bank/people.table";
import { selectedPlace, textsOfRows } from "../google/activeTab";
import { pairs } from "../pairing/pairs.table";
import { activities } from "../programmes/activities.table";
import { programmes } from "../programmes/programmes.table";
import { compareNames, looksLikeFullName, nameParts } from "../school/fullName";
import { codeText, textOf, typedList } from "../workbook/cellReading";
import type { Table } from "../workbook/table";
import type { ReadOnlyWorkbook } from "../workbook/workbook";

/** Tables that the card reads anyway: a row selected on their tabs costs no reading of its own. */
const AT_HAND = [people, mentors, mentees, pairs, consents] as const;
/** More rows than that are no question about a person. */
const MOST_ROWS = 20;
const MOST_PEOPLE = 30;

/** Codes on «Педагоги», each once. */
export interface Meant {
  people: string[];
  /** True where the names had to tell, because no code did. */
  byName: boolean;
}

/** The people of the rows that the curator has selected. */
export function peopleSelected(wb: ReadOnlyWorkbook): Meant {
  const place = selectedPlace(AT_HAND.map(({ tab }) => tab));
  const lastRow = Math.min(place.lastRow, place.firstRow + MOST_ROWS - 1);
  const table = AT_HAND.find(({ tab }) => tab === place.tab);
  const atHand = table ? textsAtHand(wb, table, place.firstRow, lastRow) : [];
  const known = peopleIn(wb, atHand);
  if (known.people.length > 0) return known;
  return peopleIn(wb, textsOfRows(place.firstRow, lastRow));
}

/** The cells that tell who is meant, row by row. */
function textsAtHand(wb: ReadOnlyWorkbook, table: Table, firstRow: number, lastRow: number): string[][] {
  const keys = ["person", "mentor", "mentees"].filter((key) => key in table.columns);
  return wb
    .typed(table)
    .filter(({ row }) => row >= firstRow && row <= lastRow)
    .map(({ code, cell }) => (keys.length === 0 ? [code] : keys.map((key) => textOf(cell(key)))));
}

/** The people whom these rows name by a code, or else by a full name. */
export function peopleIn(wb: ReadOnlyWorkbook, rows: readonly (readonly string[])[]): Meant {
  const byCode = unique(rows.flatMap((cells) => peopleByCodes(wb, cells)));
  if (byCode.length > 0) return { people: byCode, byName: false };
  return { people: unique(rows.flatMap((cells) => peopleByNames(wb, cells))), byName: true };
}

/** The first code that says something decides: it is the row's own, or the one that the row belongs to. */
function peopleByCodes(wb: ReadOnlyWorkbook, cells: readonly string[]): string[] {
  const codes = cells.map((cell) => typedList(cell).map(codeText));
  // A row that names a person names its own; only rows about pairs go round by them.
  const own = codes.flat().filter((code) => wb.find(people, code) !== undefined);
  if (own.length > 0) return own;
  const inRoles = codes.flat().flatMap((code) => personOfRole(wb, code));
  if (inRoles.length > 0) return inRoles;
  return codes.flat().flatMap((code) => peopleOfPair(wb, code));
}

function personOfRole(wb: ReadOnlyWorkbook, code: string): string[] {
  const row = wb.find(mentors, code) ?? wb.find(mentees, code);
  return row && wb.find(people, row.person) ? [row.person] : [];
}

/** Rows of «Пары», «Программы», «Мероприятия»: each leads to the one before it. */
function peopleOfPair(wb: ReadOnlyWorkbook, code: string): string[] {
  if (!/^(П|ПП|А)-\d/.test(code)) return [];
  const programme = code.startsWith("А-") ? wb.find(activities, code)?.programme : code;
  const pair = wb.find(pairs, programme?.startsWith("ПП-") ? (wb.find(programmes, programme)?.pair ?? "") : code);
  return pair ? [pair.mentor, ...pair.mentees].flatMap((role) => personOfRole(wb, role)) : [];
}

function peopleByNames(wb: ReadOnlyWorkbook, cells: readonly string[]): string[] {
  const names = cells
    .flatMap(typedList)
    .filter((cell) => looksLikeFullName(cell))
    .map(nameParts);
  if (names.length === 0) return [];
  return wb
    .all(people)
    .filter(({ fullName }) => {
      const own = nameParts(fullName);
      return names.some((name) => compareNames(name, own) !== "different");
    })
    .map(({ code }) => code);
}

function unique(codes: readonly string[]): string[] {
  return [...new Set(codes)].slice(0, MOST_PEOPLE);
}
