// Reads the rows of a table into records and problems: a bad cell is a value to be shown, never an exception.
import * as z from "zod";
import { textOf } from "./cellReading";
import { codeIn, numberOf, seriesOf } from "./codes";
import { factsOf, isBlank } from "./column";
import { type CellOf, dataRows, type Grid, type Layout, rowReader } from "./layout";
import type { Problem } from "./problems";
import type { RecordOf, Table, TabSpec } from "./table";

/** One readable row. */
export interface RowRecord<T extends Table = Table> {
  /** From 0. */
  readonly row: number;
  readonly record: RecordOf<T>;
}

/** What a table's grid holds. */
export interface Rows {
  readonly good: readonly RowRecord[];
  /** Complete rows without a code: typed by a curator, not yet adopted. */
  readonly uncoded: readonly RowRecord[];
  readonly problems: readonly Problem[];
  /** The highest number seen in each series of codes, unreadable rows included. */
  readonly highest: ReadonlyMap<string, number>;
}

/** True for a row that carries a code of the table. */
export function isRecordOf(table: Table): (cellOf: CellOf) => boolean {
  return (cellOf) => codeIn(table, cellOf("code")) !== null;
}

/** Reads all rows. The same code twice: the first row keeps it, the second is a problem. */
export function readRows(grid: Grid, table: Table, layout: Layout): Rows {
  const good: RowRecord[] = [];
  const uncoded: RowRecord[] = [];
  const problems: Problem[] = [];
  const highest = new Map<string, number>();
  const rowOfCode = new Map<string, number>();
  for (const row of dataRows(grid, table, layout)) {
    const cellOf = rowReader(grid, layout.columns, row);
    const code = codeIn(table, cellOf("code"));
    const report = reporter(problems, table, layout, row, code);
    const codeTrouble = code === null ? foreignCode(table, cellOf) : repeatedCode(code, rowOfCode.get(code));
    if (codeTrouble) {
      report("code", codeTrouble.what, codeTrouble.mend, "error");
      continue;
    }
    if (code !== null) {
      rowOfCode.set(code, row);
      const series = seriesOf(table, code);
      highest.set(series, Math.max(highest.get(series) ?? 0, numberOf(table, code) ?? 0));
    }
    const record = readRecord(table, layout, cellOf, code, report);
    if (record) (code === null ? uncoded : good).push({ row, record });
  }
  return { good, uncoded, problems: [...missingColumns(table, layout), ...problems], highest };
}

/** A deleted column is one problem, not one in every row. */
function missingColumns(table: Table, layout: Layout): Problem[] {
  const missing = Object.keys(table.columns).filter((key) => !layout.columns.has(key));
  return missing.map((key) =>
    problemAt(table, layout, {
      row: layout.headingRow ?? layout.keyRow,
      key,
      code: null,
      what: "Столбец удалён.",
      mend: "Откройте «Наставничество → Начало работы» и нажмите «Восстановить»; данные верните через историю версий таблицы.",
      level: "error",
    }),
  );
}

function foreignCode(table: Table, cellOf: CellOf): { what: string; mend: string } | null {
  const cell = cellOf("code");
  if (isBlank(cell)) return null;
  return {
    what: `«${textOf(cell).slice(0, 40)}» — не код таблицы «${table.tab}».`,
    mend: "Верните прежний код; если строка новая, очистите ячейку: код поставит программа.",
  };
}

function repeatedCode(code: string, firstRow: number | undefined): { what: string; mend: string } | null {
  if (firstRow === undefined) return null;
  return {
    what: `Код ${code} уже есть в строке ${firstRow + 1}: эта строка не участвует в работе.`,
    mend: "Если это новая запись, очистите ячейку с кодом: новый код поставит программа. Если это лишняя копия, удалите строку.",
  };
}

type Report = (key: string, what: string, mend: string, level: Problem["level"]) => void;

function reporter(problems: Problem[], table: TabSpec, layout: Layout, row: number, code: string | null): Report {
  return (key, what, mend, level) => problems.push(problemAt(table, layout, { row, key, code, what, mend, level }));
}

/** A problem with its place as the curator sees it. */
export function problemAt(
  table: TabSpec,
  layout: Layout,
  found: { row: number; key: string; code: string | null; what: string; mend: string; level: Problem["level"] },
): Problem {
  const { row, key, code, what, mend, level } = found;
  const column = table.columns[key];
  return {
    table: table.key,
    tab: table.tab,
    code,
    row: row + 1,
    column: (layout.columns.get(key) ?? 0) + 1,
    heading: column ? factsOf(column).heading : "",
    what,
    mend,
    level,
  };
}

function readRecord(
  table: Table,
  layout: Layout,
  cellOf: CellOf,
  code: string | null,
  report: Report,
): RecordOf<Table> | null {
  const record: Record<string, unknown> = { code: code ?? "" };
  let complete = true;
  for (const key of Object.keys(table.columns)) {
    const column = table.columns[key];
    if (!column || key === "code") continue;
    const facts = factsOf(column);
    const reading = z.safeDecode(column, cellOf(key));
    record[key] = reading.success ? reading.data : facts.blank;
    if (reading.success) continue;
    const issue = reading.error.issues[0];
    if (facts.required) complete = false;
    if (layout.columns.has(key)) report(key, issue?.message ?? "Ячейку не удалось прочитать.", mendOf(issue), "error");
  }
  return complete ? (record as RecordOf<Table>) : null;
}

/** What to do about an issue of a column's codec. */
export function mendOf(issue: z.core.$ZodIssue | undefined): string {
  const mend: unknown = issue?.code === "custom" ? issue.params?.["mend"] : undefined;
  return typeof mend === "string" ? mend : "Исправьте значение в ячейке.";
}
