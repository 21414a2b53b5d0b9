// One table in the hands of a command: its records as they are and as they are to be.
import * as z from "zod";
import { type Cell, sameCell } from "../google/cell";
import { Stop } from "../google/stop";
import { codeText } from "./cellReading";
import { codeIn, currentSeries, formatCode, seriesOf } from "./codes";
import { type AnyColumn, factsOf } from "./column";
import { type Grid, rowReader } from "./layout";
import type { Memory } from "./memory";
import { changeCell, type Identity, type OpenTab } from "./openTab";
import { identifiedRows } from "./plan";
import { isRecordOf, readRows, type Rows } from "./rows";
import type { RecordOf, Table } from "./table";
import type { TypedRow } from "./workbook";

type AnyRecord = RecordOf<Table>;
type Values = Readonly<Record<string, unknown>>;

export function identityOfTable(table: Table): Identity {
  return { idColumn: "code", identify: (cell) => codeIn(table, cell), isRecord: isRecordOf(table) };
}

/** Records by their codes, in the order of the sheet, those to be added last. */
export class TableInHand {
  rows: Rows;
  records = new Map<string, AnyRecord>();
  private rowOf = new Map<string, number>();
  private codedIn: { grid: Grid; rows: ReadonlyMap<string, number> } | null = null;

  constructor(
    readonly open: OpenTab,
    readonly table: Table,
  ) {
    this.rows = readRows(open.grid, table, open.layout);
    this.take();
  }

  /** Reads the records anew from the grid that was just written. */
  refresh(): void {
    this.rows = readRows(this.open.grid, this.table, this.open.layout);
    this.take();
  }

  private take(): void {
    this.records = new Map(this.rows.good.map(({ record }) => [record.code, record]));
    this.rowOf = new Map(this.rows.good.map(({ record, row }) => [record.code, row]));
  }

  /** Gives codes to the complete rows that a curator typed without one. */
  adopt(memory: Memory, year: number): void {
    for (const { row, record } of this.rows.uncoded) {
      const code = this.nextCode(memory, year);
      const cellOf = rowReader(this.open.grid, this.open.layout.columns, row);
      const cells = new Map([...this.open.layout.columns.keys()].map((key) => [key, cellOf(key)] as const));
      this.open.changes.adopted.set(code, { row, cells });
      this.records.set(code, { ...record, code });
      this.rowOf.set(code, row);
    }
  }

  add(memory: Memory, year: number, draft: Values): AnyRecord {
    const filled = new Map<string, Cell>();
    const record: Record<string, unknown> = { code: "" };
    for (const [key, column] of ownColumns(this.table)) {
      const cell = encoded(this.table, key, column, draft[key] ?? factsOf(column).blank);
      filled.set(key, cell);
      record[key] = decoded(this.table, key, column, cell);
    }
    const code = this.nextCode(memory, year);
    const added = { ...record, code } as AnyRecord;
    this.open.changes.adds.set(code, new Map<string, Cell>([["code", code], ...filled]));
    this.records.set(code, added);
    return added;
  }

  /** @throws Stop if there is no such record */
  update(code: string, patch: Values): AnyRecord {
    const id = codeText(code);
    const record = this.records.get(id);
    if (!record) throw missing(this.table, code);
    const changed: Record<string, unknown> = { ...record };
    for (const [key, column] of ownColumns(this.table)) {
      if (patch[key] === undefined) continue;
      const ours = encoded(this.table, key, column, patch[key]);
      if (sameCell(ours, encoded(this.table, key, column, changed[key]))) continue;
      changed[key] = decoded(this.table, key, column, ours);
      const row = this.rowOf.get(id);
      const base = row === undefined ? "" : rowReader(this.open.grid, this.open.layout.columns, row)(key);
      changeCell(this.open, id, key, { base, ours });
    }
    this.records.set(id, changed as AnyRecord);
    return changed as AnyRecord;
  }

  /** @throws Stop if no row has this code */
  remove(memory: Memory, code: string): void {
    const id = codeText(code);
    const { changes, grid, layout } = this.open;
    if (changes.removes.has(id)) return;
    const target = { spec: this.table, layout, ...this.open.identity };
    if (!this.records.has(id) && !identifiedRows(grid, target).has(id)) throw missing(this.table, code);
    const series = seriesOf(this.table, id);
    memory.setCounter(series, Math.max(memory.counter(series), this.rows.highest.get(series) ?? 0));
    changes.updates.delete(id);
    // A record added by this very command has no row yet.
    if (!changes.adds.delete(id)) changes.removes.add(id);
    this.records.delete(id);
    const others = ({ row }: { row: number }): boolean => row !== this.rowOf.get(id);
    const { good, uncoded, problems } = this.rows;
    this.rows = {
      ...this.rows,
      good: good.filter(others),
      uncoded: uncoded.filter(others),
      problems: problems.filter((problem) => problem.code !== id),
    };
  }

  /** Rows by their codes as they stand on the sheet, unreadable ones included, with what the command has put there. */
  typed(): TypedRow[] {
    const { grid, layout, changes } = this.open;
    const column = (key: string): number | null => {
      const place = layout.columns.get(key);
      return place === undefined ? null : place + 1;
    };
    return [...this.coded()].flatMap(([code, row]) => {
      if (changes.removes.has(code)) return [];
      const [cellOf, changed] = [rowReader(grid, layout.columns, row), changes.updates.get(code)];
      const cell = changed ? (key: string): Cell => changed.get(key)?.ours ?? cellOf(key) : cellOf;
      return [{ code, row: row + 1, cell, column }];
    });
  }

  /** @throws Error if no row has the code */
  retype(code: string, key: string, ours: Cell): void {
    const row = this.coded().get(code);
    const column = this.table.columns[key];
    if (row === undefined || !column) throw new Error(`${this.table.key}.${key} is no cell to put anything in.`);
    const base = rowReader(this.open.grid, this.open.layout.columns, row)(key);
    changeCell(this.open, code, key, { base, ours });
    const [record, reading] = [this.records.get(code), z.safeDecode(column, ours)];
    if (record && reading.success) this.records.set(code, { ...record, [key]: reading.data });
  }

  private coded(): ReadonlyMap<string, number> {
    const { grid, layout } = this.open;
    if (this.codedIn?.grid !== grid) {
      const target = { spec: this.table, layout, ...identityOfTable(this.table) };
      this.codedIn = { grid, rows: identifiedRows(grid, target) };
    }
    return this.codedIn.rows;
  }

  /** Never given out before: above all codes seen and all that the counter remembers. */
  private nextCode(memory: Memory, year: number): string {
    const series = currentSeries(this.table, year);
    const count = Math.max(memory.counter(series), this.rows.highest.get(series) ?? 0) + 1;
    memory.setCounter(series, count);
    return formatCode(this.table, year, count);
  }
}

function missing(table: Table, code: string): Stop {
  return new Stop(
    `На вкладке «${table.tab}» нет записи ${code}, или в её строке есть ошибка.`,
    "Откройте проверку данных, исправьте строку и повторите действие.",
  );
}

function ownColumns(table: Table): [string, AnyColumn][] {
  return Object.entries(table.columns).filter(([key]) => key !== "code");
}

/** A value as a cell. What a column cannot hold is a defect of the command, told without the value. */
export function encoded(tab: { key: string }, key: string, column: AnyColumn, value: unknown): Cell {
  const result = z.safeEncode(column, value);
  if (!result.success) throw new Error(`${tab.key}.${key} cannot hold this value.`);
  return result.data;
}

/** The value as it will be read back. */
function decoded(tab: { key: string }, key: string, column: AnyColumn, cell: Cell): unknown {
  const result = z.safeDecode(column, cell);
  if (!result.success) throw new Error(`${tab.key}.${key} cannot hold this value.`);
  return result.data;
}
