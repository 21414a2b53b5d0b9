// Joins two rows of one person: what speaks of the one moves to the other, nothing that was written is lost.
import { mentees } from "../bank/mentees.table";
import { mentors } from "../bank/mentors.table";
import { people } from "../bank/people.table";
import type { Cell } from "../google/cell";
import { Stop } from "../google/stop";
import { pairs } from "../pairing/pairs.table";
import { codeText, textOf } from "../workbook/cellReading";
import { factsOf, isBlank } from "../workbook/column";
import type { Table, TabSpec } from "../workbook/table";
import type { ReadOnlyWorkbook, TypedRow, Workbook } from "../workbook/workbook";
import { shownCell } from "./cellChecks";
import { tablesIn } from "./checkData";
import type { JoinInput, JoinResult, TwinLine, TwinsView } from "./dataCheckView";
import { wholeSchool, writeKeepingNames } from "./mendData";

const LISTS: readonly string[] = ["entries", "choices", "refs"];
const ROLES: readonly Table[] = [mentors, mentees];

/** A cell that names a record by its code. */
interface Reference {
  table: Table;
  row: TypedRow;
  key: string;
  /** All codes in the cell. */
  codes: string[];
}

/**
 * Two rows of «Педагоги» side by side, with what speaks of each.
 * @throws Stop if one of them is gone
 */
export function compareTwins(wb: ReadOnlyWorkbook, tabs: readonly TabSpec[], codes: [string, string]): TwinsView {
  const [first, second] = codes.map((code) => rowOf(wb, people, code));
  if (!first || !second || first.code === second.code) {
    throw goneTwin();
  }
  const lines = Object.entries(people.columns).flatMap(([key, column]): TwinLine[] => {
    const { heading, hidden } = factsOf(column);
    const [one, other] = [shown(first.cell(key)), shown(second.cell(key))];
    // The codes stand above the columns.
    return hidden || key === "code" || (one === "" && other === "") ? [] : [{ heading, first: one, second: other }];
  });
  const uses = [usesOf(wb, tabs, first.code), usesOf(wb, tabs, second.code)] as const;
  return {
    codes: [first.code, second.code],
    lines,
    uses: [uses[0], uses[1]],
    against: againstJoining(wb, [first.code, second.code]),
    stamp: JSON.stringify([...lines.map(({ first: one, second: other }) => [one, other].sort()), [...uses].sort()]),
  };
}

/**
 * Joins the row `drop` to the row `keep`: every reference moves, empty cells are filled, what differs goes to the note,
 * the other row is removed. Two rows of one mentor or mentee that come of it are joined in the same way.
 *
 * @throws Stop if the rows have changed since they were shown, or may not be joined
 */
export function joinPeople(wb: Workbook, tabs: readonly TabSpec[], { keep, drop, stamp }: JoinInput): JoinResult {
  const seen = compareTwins(wb, tabs, [keep, drop]);
  if (seen.against !== null) throw new Stop("Строки не объединены.", seen.against);
  if (seen.stamp !== stamp) {
    throw new Stop("Строки с тех пор изменились.", "Сравните их ещё раз и повторите объединение.");
  }
  let moved = 0;
  writeKeepingNames(wb, wholeSchool(wb, tabs), () => {
    moved = joinRows(wb, tabs, people, seen.codes);
    for (const table of ROLES) {
      // The rows moved just now follow those that spoke of the person before.
      const own = wb.all(table).filter((row) => (row as unknown as { person: string }).person === seen.codes[0]);
      const [stays, ...others] = own.map(({ code }) => code);
      for (const other of stays === undefined ? [] : others) moved += joinRows(wb, tabs, table, [stays ?? "", other]);
    }
  });
  wb.note({ what: `Объединены две строки одного человека: ${seen.codes[1]} → ${seen.codes[0]}`, records: seen.codes });
  return { moved };
}

/**
 * Remembers that two similar rows are different people: they are not shown as one again.
 * @throws Stop if one of them is gone
 */
export function partPeople(wb: Workbook, [one, other]: readonly [string, string]): void {
  const [first, second] = [wb.find(people, one), wb.find(people, other)];
  if (first === undefined || second === undefined || one === other) throw goneTwin();
  wb.update(people, one, { otherThan: [...new Set([...first.otherThan, other])] });
  wb.update(people, other, { otherThan: [...new Set([...second.otherThan, one])] });
  wb.note({ what: "Похожие строки — разные люди", records: [one, other] });
}

const goneTwin = (): Stop =>
  new Stop("Одной из двух строк уже нет.", "Обновите проверку: данные с тех пор изменились.");

function joinRows(
  wb: Workbook,
  tabs: readonly TabSpec[],
  table: Table,
  [keep, drop]: readonly [string, string],
): number {
  const moved = referencesTo(wb, tabs, table.key, drop);
  for (const { table: other, row, key, codes } of moved) {
    const joined = [...new Set(codes.map((code) => (code === drop ? keep : code)))];
    wb.retype(other, row.code, key, joined.join("; "));
  }
  const [stays, goes] = [rowOf(wb, table, keep), rowOf(wb, table, drop)];
  if (stays && goes) fillFrom(wb, table, stays, goes);
  wb.remove(table, drop);
  return moved.length;
}

/** Empty cells are filled, lists are put together, other values that differ are written into the note. */
function fillFrom(wb: Workbook, table: Table, stays: TypedRow, goes: TypedRow): void {
  const noted = (row: TypedRow): string => textOf(row.cell("note"));
  const notes = [noted(stays), noted(goes)];
  for (const [key, column] of Object.entries(table.columns)) {
    const { heading, kind, table: other, filled } = factsOf(column);
    const [own, theirs] = [stays.cell(key), goes.cell(key)];
    if (key === "code" || key === "note" || isEmpty(theirs) || other === people.key) continue;
    if (isEmpty(own)) wb.retype(table, stays.code, key, theirs);
    else if (LISTS.includes(kind)) {
      wb.retype(table, stays.code, key, [...new Set([...listIn(own), ...listIn(theirs)])].join("; "));
    } else if (!filled && textOf(own) !== textOf(theirs)) notes.push(`${goes.code}, ${heading}: ${textOf(theirs)}`);
  }
  const note = [...new Set(notes.filter((line) => line !== ""))].join("\n");
  if (note !== noted(stays)) wb.retype(table, stays.code, "note", note);
}

function isEmpty(cell: Cell): boolean {
  return isBlank(cell) || cell === false;
}

function listIn(cell: Cell): string[] {
  return textOf(cell)
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** Every cell that names the record, in unreadable rows too. */
function referencesTo(wb: ReadOnlyWorkbook, tabs: readonly TabSpec[], target: string, code: string): Reference[] {
  return tablesIn(tabs).flatMap((table) => {
    const keys = Object.keys(table.columns).filter((key) => {
      const column = table.columns[key];
      return column !== undefined && factsOf(column).table === target;
    });
    if (keys.length === 0) return [];
    return wb.typed(table).flatMap((row) =>
      keys.flatMap((key) => {
        const codes = codesIn(row.cell(key));
        return codes.includes(code) ? [{ table, row, key, codes }] : [];
      }),
    );
  });
}

function codesIn(cell: Cell): string[] {
  return textOf(cell)
    .split(/[;,\s]+/)
    .map(codeText)
    .filter((code) => code !== "");
}

/** «Наставники — 1; Пары — 2» */
function usesOf(wb: ReadOnlyWorkbook, tabs: readonly TabSpec[], person: string): string {
  const counts = new Map<string, number>();
  const count = (references: readonly Reference[]): void => {
    for (const { table } of references) counts.set(table.tab, (counts.get(table.tab) ?? 0) + 1);
  };
  const own = referencesTo(wb, tabs, people.key, person);
  count(own);
  for (const { table, row } of own) if (ROLES.includes(table)) count(referencesTo(wb, tabs, table.key, row.code));
  return [...counts].map(([tab, number]) => `${tab} — ${number}`).join("; ");
}

function againstJoining(wb: ReadOnlyWorkbook, codes: readonly [string, string]): string | null {
  const [one, other] = codes.map((code) => wb.find(people, code));
  if (!one || !other) return "В одной из строк есть ошибка: сначала исправьте её.";
  if (one.birthYear !== null && other.birthYear !== null && one.birthYear !== other.birthYear) {
    return "Это разные люди: у них разный год рождения. Если год указан с ошибкой, исправьте его и повторите.";
  }
  const roleCodes = codes.map(
    (person) =>
      new Set([...wb.all(mentors), ...wb.all(mentees)].flatMap((row) => (row.person === person ? [row.code] : []))),
  );
  const together = wb.all(pairs).find((pair) => {
    const parties = [pair.mentor, ...pair.mentees];
    return roleCodes.every((own) => parties.some((code) => own.has(code)));
  });
  return together ? `Обе строки стоят в паре ${together.code}: сначала исправьте её состав или завершите её.` : null;
}

function rowOf(wb: ReadOnlyWorkbook, table: Table, code: string): TypedRow | undefined {
  const wanted = codeText(code);
  return wb.typed(table).find((row) => row.code === wanted);
}

function shown(cell: Cell): string {
  return cell === "" ? "" : shownCell(cell).replace(/^«|»$/g, "");
}
