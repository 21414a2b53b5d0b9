// The caller's Drive: the list of files, documents to look at, downloads, the trash.
import * as z from "zod";
import { exportContent, bytesOf } from "../../drive/content";
import { descendants, driveFiles, isPersonal, isRoot, setTrashed } from "../../drive/files";
import { libreOffice } from "../../drive/pdf";
import {
  DOCX,
  driveState,
  FOLDER,
  GOOGLE_DOC,
  GOOGLE_FORM,
  GOOGLE_SHEET,
  PDF,
  type StoredFile,
  XLSX,
} from "../../drive/state";
import { staffCsv, staffWorkbook } from "../../sample/staffFile";
import { exportXlsx } from "../../spreadsheet/xlsx";
import type { Workspace } from "../workspace";
import { type Caller, changing, looking, NOTHING, Refusal } from "./operation";

/** A file in the list. */
export interface FileView {
  id: string;
  name: string;
  kind: "folder" | "document" | "spreadsheet" | "form" | "pdf" | "other";
  owner: string;
  modified: string;
  trashed: boolean;
  /** The folder that it lies in; empty at the top. */
  folder: string;
  mayEdit: boolean;
}

/** A document as the page shows it. */
export interface DocumentView {
  file: FileView;
  /** Whether this machine can make a PDF of it. */
  pdf: boolean;
}

/** Bytes on their way to the browser. */
export interface Download {
  name: string;
  mimeType: string;
  bytes: Uint8Array;
}

const KINDS: Record<string, FileView["kind"]> = {
  [FOLDER]: "folder",
  [GOOGLE_DOC]: "document",
  [DOCX]: "document",
  [GOOGLE_SHEET]: "spreadsheet",
  [GOOGLE_FORM]: "form",
  [PDF]: "pdf",
};

function fileView(workspace: Workspace, caller: Caller, file: StoredFile): FileView {
  const state = driveState(workspace.world);
  const folder = file.parents.find((id) => state.files[id] && !isRoot(state, id)) ?? "";
  return {
    id: file.id,
    name: file.name,
    kind: KINDS[file.mimeType] ?? "other",
    owner: file.owner,
    modified: file.modifiedTime,
    trashed: file.trashed,
    folder,
    mayEdit: driveFiles(workspace.world).canWrite(file, caller.user),
  };
}

function readableFile(workspace: Workspace, caller: Caller, id: string): StoredFile {
  const file = driveState(workspace.world).files[id];
  if (!file) throw new Refusal("Такого файла нет. Возможно, его удалили навсегда.");
  if (!driveFiles(workspace.world).canRead(file, caller.user)) {
    throw new Refusal("У этой учётной записи нет доступа к файлу.");
  }
  return file;
}

/** What the account owns or was given, the latest first; files open to all who have the link are not listed. */
const readFiles = looking(NOTHING, (workspace, caller): FileView[] => {
  const state = driveState(workspace.world);
  return Object.values(state.files)
    .filter((file) => !isRoot(state, file.id) && isPersonal(state, file, caller.user))
    .map((file) => fileView(workspace, caller, file))
    .sort((a, b) => b.modified.localeCompare(a.modified) || a.name.localeCompare(b.name, "ru"));
});

const readDocument = looking(z.object({ id: z.string() }), (workspace, caller, { id }): DocumentView => {
  const file = readableFile(workspace, caller, id);
  return { file: fileView(workspace, caller, file), pdf: libreOffice() !== null };
});

/** Puts a file into the trash or takes it out. */
const trashFile = changing(
  z.object({ id: z.string(), trashed: z.boolean() }),
  (workspace, caller, { id, trashed }): null => {
    const file = readableFile(workspace, caller, id);
    if (!driveFiles(workspace.world).canWrite(file, caller.user)) throw new Refusal("Этот файл вам не принадлежит.");
    setTrashed(driveState(workspace.world), file, trashed);
    return null;
  },
);

/** Empties the trash of one file: it is gone for good. */
const deleteFile = changing(z.object({ id: z.string() }), (workspace, caller, { id }): null => {
  const state = driveState(workspace.world);
  const file = readableFile(workspace, caller, id);
  if (file.owner !== caller.user) throw new Refusal("Навсегда удалить файл может только его владелец.");
  for (const below of descendants(state, id)) Reflect.deleteProperty(state.files, below.id);
  Reflect.deleteProperty(state.files, id);
  return null;
});

const FORMATS = { docx: DOCX, pdf: PDF, xlsx: XLSX } as const;

/** A file's bytes: as they are, or exported. */
const download = changing(
  z.object({ id: z.string(), format: z.enum(["docx", "pdf", "xlsx", "raw"]) }),
  async (workspace, caller, { id, format }): Promise<Download> => {
    if (id === "staff") return await sampleFile(format);
    const file = readableFile(workspace, caller, id);
    if (format === "raw" || file.mimeType === FORMATS[format]) {
      return { name: file.name, mimeType: file.mimeType, bytes: bytesOf(workspace.world, file) };
    }
    const bytes =
      file.mimeType === GOOGLE_SHEET && format === "xlsx"
        ? await exportXlsx(workspace.world, file.id)
        : exportContent(workspace.world, file, FORMATS[format]);
    return { name: `${file.name}.${format}`, mimeType: FORMATS[format], bytes };
  },
);

/** The staff list for the first import: as .xlsx, or as the .csv that a Russian Excel saves. */
async function sampleFile(format: string): Promise<Download> {
  if (format === "xlsx") {
    const bytes = new Uint8Array(await staffWorkbook());
    return { name: "Педагоги школы № 7.xlsx", mimeType: XLSX, bytes };
  }
  const bytes = new TextEncoder().encode(`\ufeff${staffCsv()}`);
  return { name: "Педагоги школы № 7.csv", mimeType: "text/csv; charset=utf-8", bytes };
}

export const driveOperations = { readFiles, readDocument, trashFile, deleteFile, download };
