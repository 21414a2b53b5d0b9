// The import as commands: what the sidebar opens with, the plan of a list, and the writing of it.
import * as z from "zod";
import { shownTab } from "../../google/activeTab";
import { Stop } from "../../google/stop";
import { counted } from "../../school/counted";
import type { ReadOnlyWorkbook, Workbook } from "../../workbook/workbook";
import { people, EMPLOYMENT } from "../people.table";
import { refreshNames } from "../names";
import { FIELD_SPECS, IMPORT_FIELDS } from "./fields";
import { guessColumns, type ColumnGuess, type ColumnMapping } from "./guessColumns";
import { remembering } from "./fieldChanges";
import { importWrites, type Decisions } from "./importWrites";
import { planImport, type ImportPlan, type StaffList } from "./planImport";
import { readPeople, VALUE_FIELDS } from "./readPeople";

/** What the import sidebar opens with. */
export interface ImportView {
  /** What a column may be, for the drop-downs. */
  fields: { field: string; label: string }[];
  /** How many people the bank holds already. */
  people: number;
  today: string;
}

/** The rows of the open tab with their guessed layout. */
export interface PastedRows {
  tab: string;
  rows: string[][];
  guess: ColumnGuess;
}

/** What an import has done. */
export interface ImportReport {
  added: number;
  changed: number;
  /** Rows of the list that were not written because their record had changed meanwhile. */
  refused: number[];
  /** Doubtful rows, and rows with a conflict, that still wait for a decision. */
  waiting: number;
  message: string;
}

/** The plan of an import as the sidebar gets it: counts, and of what needs no decision only the beginning. */
export interface ImportPreview extends Omit<ImportPlan, "unchanged"> {
  counts: Record<keyof ImportPlan, number>;
}

const MAX_ROWS = 20_000;
/** Whoever wants to check more rows than this checks them in the sheet. */
const ROWS_TO_SHOW = 200;
const column = z.number().int().min(0).max(200);
const listInput = z.object({
  rows: z.array(z.array(z.string())).max(MAX_ROWS),
  firstRow: z.number().int().min(0),
  mapping: z.partialRecord(z.enum(IMPORT_FIELDS), column),
  /** The day on which the page was opened: the plan that was seen and the writing of it agree beyond midnight. */
  today: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d$/)
    .optional(),
});
const chosen = z.array(z.string().max(40)).max(40);
const row = z.string().regex(/^\d+$/);
const decision = z.discriminatedUnion("action", [
  z.object({ action: z.literal("add") }),
  z.object({ action: z.literal("update"), code: z.string(), take: chosen, keep: chosen }),
  z.object({ action: z.literal("skip") }),
  z.object({ action: z.literal("choose"), take: chosen, keep: chosen }),
]);
const applyInput = listInput.extend({ decisions: z.record(row, decision) });
export type ListInput = z.infer<typeof listInput>;
export type ApplyInput = z.infer<typeof applyInput>;

/** Opens the import. */
export function loadImport(wb: ReadOnlyWorkbook): ImportView {
  return {
    fields: IMPORT_FIELDS.map((field) => ({ field, label: FIELD_SPECS[field].label })),
    people: wb.all(people).length,
    today: wb.today,
  };
}

/**
 * Reads a list that was pasted into a tab of the workbook.
 *
 * @throws Stop on the add-on's own tabs and on an empty one
 */
export function readPastedRows(wb: ReadOnlyWorkbook, ownTabs: readonly string[]): PastedRows {
  const { tab, rows } = shownTab();
  if (ownTabs.includes(tab)) {
    throw new Stop(
      `Вкладка «${tab}» — часть банка, список из неё не загружается.`,
      "Вставьте список на новую вкладку, откройте её и нажмите кнопку ещё раз.",
    );
  }
  if (rows.every((cells) => cells.every((cell) => cell.trim() === ""))) {
    throw new Stop(`Вкладка «${tab}» пуста.`, "Вставьте на неё список работников и нажмите кнопку ещё раз.");
  }
  return { tab, rows: rows.slice(0, MAX_ROWS), guess: guessColumns(rows, wb.today) };
}

/** Plans the import of a list; writes nothing. */
export function planStaffImport(wb: ReadOnlyWorkbook, input: unknown): ImportPreview {
  const { unchanged, ...plan } = planImport(wb.all(people), staffList(wb, listInput.parse(input))).plan;
  return {
    ...plan,
    added: plan.added.slice(0, ROWS_TO_SHOW),
    changed: plan.changed.slice(0, ROWS_TO_SHOW),
    skipped: plan.skipped.slice(0, ROWS_TO_SHOW),
    counts: {
      added: plan.added.length,
      changed: plan.changed.length,
      conflicting: plan.conflicting.length,
      unchanged: unchanged.length,
      doubtful: plan.doubtful.length,
      skipped: plan.skipped.length,
    },
  };
}

/** Writes what is new or changed without doubt and what the curator has decided. Repeatable. */
export function applyStaffImport(wb: Workbook, input: unknown): ImportReport {
  const { decisions, ...list } = applyInput.parse(input);
  const { writes, plan } = importWrites(wb.all(people), staffList(wb, list), decisions);
  const { added, updated, remembered, refused } = writes;
  const newcomers = added.map(({ values, note }) => {
    const known = { kind: "штатный", employment: EMPLOYMENT.working, ...values } as const;
    const imported = remembering(null, known, VALUE_FIELDS);
    return wb.add(people, { ...known, note, updatedOn: wb.today, imported });
  });
  for (const { code, patch, imported } of updated) wb.update(people, code, { ...patch, imported, updatedOn: wb.today });
  for (const { code, imported } of remembered) wb.update(people, code, { imported });
  refreshNames(
    wb,
    updated.filter(({ patch }) => patch.fullName !== undefined).map(({ code }) => code),
  );
  const waiting = waitingRows(plan, decisions);
  const message = `Добавлено: ${newcomers.length}, изменено: ${updated.length}.`;
  if (newcomers.length + updated.length > 0) {
    const records = [...newcomers, ...updated].map(({ code }) => code);
    wb.note({ what: `Импорт списка работников. ${message}`, records });
  }
  const rest = waiting === 0 ? "" : ` Ждут решения: ${counted(waiting, ["строка", "строки", "строк"])}.`;
  return { added: newcomers.length, changed: updated.length, refused, waiting, message: message + rest };
}

function waitingRows({ doubtful, conflicting }: ImportPlan, decisions: Decisions): number {
  const unclear = doubtful.filter(({ row, about }) => about === "person" && !decisions[row]);
  const open = conflicting.filter(({ row, conflicts }) => {
    const decision = decisions[row];
    if (decision?.action !== "choose") return decision?.action !== "skip";
    return conflicts.some(({ field }) => !decision.take.includes(field) && !decision.keep.includes(field));
  });
  return unclear.length + open.length;
}

function staffList(wb: ReadOnlyWorkbook, { rows, firstRow, mapping, today = wb.today }: ListInput): StaffList {
  const known: ColumnMapping = mapping;
  if (known.fullName === undefined && known.lastName === undefined) {
    throw new Stop("Не указан столбец с ФИО.", "Выберите в списке столбцов, где стоят фамилия, имя и отчество.");
  }
  return readPeople(rows, known, firstRow, today);
}
