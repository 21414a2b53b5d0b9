// Archives a school year: first the rows go into a file of their own on Drive, then they leave the tabs; resumable.
import * as z from "zod";
import { consents } from "../../bank/consents.table";
import { diagnostics } from "../../bank/diagnostics.table";
import { mentees } from "../../bank/mentees.table";
import { people } from "../../bank/people.table";
import { documents, type DocumentRecord } from "../../documents/documents.table";
import { institutionOf, workshopOf } from "../../documents/institution";
import { documentKey } from "../../documents/register";
import type { Cell } from "../../google/cell";
import { ensureSubfolder, findByKeys, saveDocuments, type PaperFile, type SavedPaper } from "../../google/drive";
import { Stop } from "../../google/stop";
import { defineJob, type JobProgress, startJob, unfinishedJobs } from "../../jobs/jobs";
import { jobs } from "../../jobs/jobs.table";
import { pairs } from "../../pairing/pairs.table";
import { schoolYearName } from "../../pairing/savePairs";
import { activities } from "../../programmes/activities.table";
import { programmes } from "../../programmes/programmes.table";
import { answers } from "../../questionnaires/answers.table";
import { forms } from "../../questionnaires/forms.table";
import { invitations } from "../../questionnaires/invitations.table";
import { otherOwner } from "../../school/filesOwner";
import { schoolYearOf } from "../../school/schoolYear";
import { formatDate } from "../../workbook/calendarDate";
import { factsOf } from "../../workbook/column";
import type { Table } from "../../workbook/table";
import type { ReadOnlyWorkbook, Workbook } from "../../workbook/workbook";
import {
  ARCHIVED,
  type ArchivedCodes,
  type ArchivedTable,
  type ArchiveData,
  type ArchivePlan,
  planArchive,
  yearsToArchive,
} from "./archiveRules";
import type { ArchivePreview, ArchiveView } from "./archiveView";
import { packCodes, unpackCodes } from "./codeRanges";
import { type FileSheet, LONGEST_TEXT, spreadsheetFile } from "./spreadsheetFile";

/** The kind of document in the register. */
const ARCHIVE_TITLE = "Архив учебного года";
const ARCHIVE_KEY = "archive";
const JOB_KEY = "archiveYear";
/** Rows that leave in one go: deleting scattered rows takes a call each. */
const BATCH = 400;

const TABLES: Readonly<Record<ArchivedTable, Table>> = {
  activities,
  programmes,
  pairs,
  invitations,
  answers,
  forms,
  diagnostics,
  consents,
};

const paramsSchema = z.object({
  year: z.string().max(9),
  /** Key of the document in the register. */
  key: z.string().max(96),
  /** What the file holds: codes by table, packed. Nothing else is ever removed by this job. */
  codes: z.record(z.string(), z.string()),
});
type Params = z.infer<typeof paramsSchema>;

/** The part of Drive that this needs; a test gives its own. */
export interface ArchiveStore {
  readonly folder: (name: string, key: string, parentId: string) => string;
  readonly find: (keys: readonly string[]) => readonly SavedPaper[];
  readonly save: (files: readonly PaperFile[], folderId: string) => readonly SavedPaper[];
}
const GOOGLE: ArchiveStore = { folder: ensureSubfolder, find: findByKeys, save: saveDocuments };

/** A step of the job: the file, or a row that is to leave. */
type Item = "file" | { table: ArchivedTable; code: string };

/**
 * The archive as a job. The file is made and registered before any row leaves; what is in it stands in the job's own
 * parameters, so that an interrupted job removes exactly those rows and no others. A row that has come back to life
 * meanwhile (a pair that is in force again) stays.
 */
export function archiveJob(store: ArchiveStore = GOOGLE) {
  return defineJob<Params, Item>({
    key: JOB_KEY,
    title: "Архив учебного года",
    params: paramsSchema,
    batch: BATCH,
    doneBy: otherOwner,
    remaining: (wb, params) => [
      ...(fileOf(wb, params) === undefined ? (["file"] as const) : []),
      ...rowsLeft(wb, params),
    ],
    do: (wb, items, params) => {
      if (fileOf(wb, params) === undefined) {
        register(wb, params, makeFile(wb, params, store));
        // The file is known before the first row leaves.
        wb.save();
      }
      const rows = items.filter((item) => item !== "file");
      for (const { table, code } of rows) wb.remove(TABLES[table], code);
      wb.note({ what: `Архив ${params.year}: убрано строк — ${rows.length}` });
    },
  });
}
export const archiveYear = archiveJob();

/** What the sidebar opens with. */
export function loadArchive(wb: ReadOnlyWorkbook): ArchiveView {
  const currentYear = currentYearOf(wb);
  return {
    currentYear,
    years: yearsToArchive({ pairs: wb.all(pairs), forms: wb.all(forms) }, currentYear),
    made: archivesIn(wb.all(documents)).map(({ heading, link }) => ({ heading: heading ?? ARCHIVE_TITLE, link })),
    jobs: unfinishedJobs(wb).filter(({ kind }) => kind === JOB_KEY),
    people: wb.all(people).map(({ code, fullName, post }) => ({ code, fullName, post: post ?? "" })),
  };
}

/** Archives in the register. */
export function archivesIn(register: readonly DocumentRecord[]): DocumentRecord[] {
  return register.filter(({ key }) => key?.startsWith(`${ARCHIVE_KEY}:`) === true);
}

/** What archiving a year would do. @throws Stop for the current year */
export function previewArchive(wb: ReadOnlyWorkbook, year: string): ArchivePreview {
  const { going, staying } = planOf(wb, year);
  const counted = ARCHIVED.map((table) => ({ tab: TABLES[table].tab, count: going[table].length }));
  return {
    year,
    going: counted.filter(({ count }) => count > 0),
    total: counted.reduce((sum, { count }) => sum + count, 0),
    staying: [...staying],
  };
}

/**
 * Begins the archive of a year, or takes up one that was begun.
 *
 * @throws Stop for the current year, or when there is nothing to archive
 */
export function startArchive(wb: Workbook, year: string): JobProgress {
  const begun = wb.all(jobs).find((job) => {
    const params = job.kind === JOB_KEY ? paramsSchema.safeParse(job.params) : null;
    return params?.success === true && params.data.year === year && rowsOrFileLeft(wb, params.data);
  });
  if (begun) return startJob(wb, archiveYear, paramsSchema.parse(begun.params));
  const { going } = planOf(wb, year);
  if (ARCHIVED.every((table) => going[table].length === 0)) {
    throw new Stop(`За ${year} учебный год нечего переносить в архив.`, "Сначала завершите пары и закройте опросы.");
  }
  const version = archivesIn(wb.all(documents)).filter(({ key }) => key?.includes(`:${year}:`) === true).length + 1;
  return startJob(wb, archiveYear, {
    year,
    key: documentKey(ARCHIVE_KEY, year, version),
    codes: Object.fromEntries(ARCHIVED.map((table) => [table, packCodes(going[table])])),
  });
}

function rowsOrFileLeft(wb: ReadOnlyWorkbook, params: Params): boolean {
  return fileOf(wb, params) === undefined || rowsLeft(wb, params).length > 0;
}

function planOf(wb: ReadOnlyWorkbook, year: string): ArchivePlan {
  const current = currentYearOf(wb);
  if (year >= current) {
    throw new Stop(
      `${year} — текущий учебный год: его записи ещё в работе.`,
      "Когда год закончится, укажите новый учебный год в «Начале работы» и вернитесь сюда.",
    );
  }
  return planArchive(dataOf(wb), year, wb.today);
}

/** The earlier of the year in the settings and the one by the calendar: nobody archives a year that is still going on. */
function currentYearOf(wb: ReadOnlyWorkbook): string {
  const [set, byCalendar] = [schoolYearName(wb), schoolYearOf(wb.today).name];
  return set < byCalendar && /^\d{4}\/\d{4}$/.test(set) ? set : byCalendar;
}

function dataOf(wb: ReadOnlyWorkbook): ArchiveData {
  return {
    pairs: wb.all(pairs),
    programmes: wb.all(programmes),
    activities: wb.all(activities),
    forms: wb.all(forms),
    invitations: wb.all(invitations),
    answers: wb.all(answers),
    diagnostics: wb.all(diagnostics),
    consents: wb.all(consents),
    mentees: wb.all(mentees),
  };
}

function fileOf(wb: ReadOnlyWorkbook, { key }: Params): DocumentRecord | undefined {
  return wb.all(documents).find((record) => record.key === key);
}

function codesOf(params: Params): ArchivedCodes {
  const of = (table: ArchivedTable): string[] => unpackCodes(params.codes[table] ?? "");
  return Object.fromEntries(ARCHIVED.map((table) => [table, of(table)])) as unknown as ArchivedCodes;
}

/** Rows that are in the file, are still on the tabs, and may still leave, in the order of leaving. */
function rowsLeft(wb: ReadOnlyWorkbook, params: Params): Exclude<Item, "file">[] {
  const may = planArchive(dataOf(wb), params.year, wb.today).going;
  const filed = codesOf(params);
  return ARCHIVED.flatMap((table) => {
    const inFile = new Set(filed[table]);
    return may[table].filter((code) => inFile.has(code)).map((code) => ({ table, code }));
  });
}

/**
 * Puts the rows on Drive. A file that an interrupted run has left is found by its key: it is filled anew while all rows
 * are still there, and taken as it is once any has left, since it may hold the only copy.
 */
function makeFile(wb: Workbook, params: Params, store: ArchiveStore): SavedPaper {
  const found = store.find([params.key])[0];
  if (found && !allThere(wb, params)) return found;
  const folderName = `Архив ${params.year}`;
  const folder = store.folder(folderName, `${ARCHIVE_KEY}Folder:${params.year}`, workshopOf(wb).folderId);
  const docx = spreadsheetFile([titleSheet(wb, params), ...sheetsOf(wb, params)]);
  const file: PaperFile = {
    key: params.key,
    name: headingOf(params),
    docx,
    fileId: found?.fileId ?? null,
    isSheet: true,
  };
  const [saved] = store.save([file], folder);
  if (saved === undefined || saved.fileId === "") {
    throw new Stop("Google Диск не подтвердил сохранение архива.", "Повторите: со вкладок ещё ничего не убрано.");
  }
  return saved;
}

function allThere(wb: ReadOnlyWorkbook, params: Params): boolean {
  const filed = codesOf(params);
  return ARCHIVED.every((table) => {
    const known = new Set(wb.typed(TABLES[table]).map(({ code }) => code));
    return filed[table].every((code) => known.has(code));
  });
}

function register(wb: Workbook, params: Params, { fileId, url }: SavedPaper): void {
  const record = wb.add(documents, {
    paper: ARCHIVE_TITLE,
    heading: headingOf(params),
    signedOn: wb.today,
    link: url,
    fileId,
    key: params.key,
    madeAt: wb.moment,
  });
  wb.note({ what: `Архив ${params.year}: записи скопированы в отдельный файл`, records: [record.code] });
}

/** «Архив 2025/2026 учебного года»; what was added to it later has a number. */
function headingOf({ year, key }: Params): string {
  const version = Number(/:(\d+)$/.exec(key)?.[1] ?? 1);
  return `Архив ${year} учебного года${version > 1 ? ` (дополнение ${version - 1})` : ""}`;
}

function sheetsOf(wb: ReadOnlyWorkbook, params: Params): FileSheet[] {
  const filed = codesOf(params);
  // As the curator knows the tabs: what others point to comes first.
  return [...ARCHIVED]
    .reverse()
    .filter((table) => filed[table].length > 0)
    .map((table) => sheetOf(wb, TABLES[table], new Set(filed[table])));
}

/** The rows as they stand on the tab, unreadable cells too; all columns, hidden ones last. */
function sheetOf(wb: ReadOnlyWorkbook, table: Table, codes: ReadonlySet<string>): FileSheet {
  const columns = Object.entries(table.columns).map(([key, column]) => ({ key, ...factsOf(column) }));
  const ordered = [...columns.filter(({ hidden }) => !hidden), ...columns.filter(({ hidden }) => hidden)];
  return {
    name: table.tab,
    headings: ordered.map(({ heading }) => heading),
    widths: ordered.map(({ width }) => width),
    rows: wb
      .typed(table)
      .filter(({ code }) => codes.has(code))
      .map(({ code, cell }) => ordered.map(({ key, heading }) => fitting(cell(key), code, heading))),
  };
}

/** @throws Stop where a text is longer than a file can hold: it would be cut, and lost */
function fitting(cell: Cell, code: string, heading: string): Cell {
  if (typeof cell !== "string" || cell.length <= LONGEST_TEXT) return cell;
  throw new Stop(
    `В записи ${code}, столбец «${heading}», слишком длинный текст: он не поместится в архив целиком.`,
    "Сократите текст до 32 тысяч знаков и повторите.",
  );
}

function titleSheet(wb: ReadOnlyWorkbook, params: Params): FileSheet {
  const filed = codesOf(params);
  const school = institutionOf(wb);
  const counts = [...ARCHIVED].reverse().map((table): Cell[] => [TABLES[table].tab, filed[table].length]);
  return {
    name: "Об архиве",
    headings: [headingOf(params), ""],
    widths: [420, 420],
    rows: [
      ["Организация", school.shortName || school.fullName],
      ["Составлен", formatDate(wb.today)],
      ...counts.filter(([, count]) => count !== 0),
      [
        "Хранение",
        "Приказы и документы по личному составу хранятся 50 лет (125-ФЗ, ст. 22.1), согласия — три года после окончания. Файл содержит персональные данные: доступ — только у куратора и руководителя.",
      ],
      [
        "Документы",
        "Приказы остаются на вкладке «Документы» рабочей таблицы; коды пар в них — коды вкладки «Пары» этого файла.",
      ],
    ],
  };
}
