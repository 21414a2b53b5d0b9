// Papers on Google Drive: put there as Google Docs by their keys, found again by them, taken back as .docx or PDF.
import { askDrive, type DriveRequest } from "./driveRequests";
import { workbookId } from "./session";
import { Stop } from "./stop";

const FILES = "https://www.googleapis.com/drive/v3/files";
const UPLOAD = "https://www.googleapis.com/upload/drive/v3/files";
const GOOGLE_DOC = "application/vnd.google-apps.document";
const FOLDER = "application/vnd.google-apps.folder";
const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const GOOGLE_SHEET = "application/vnd.google-apps.spreadsheet";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** The name of the property that marks our files; a key and its value may take 124 bytes of UTF-8 together. */
const KEY_PROPERTY = "nastavnikKey";
/** Beside it stands the workbook's id (44 bytes): an account may have two schools' workbooks, or a copy of one. */
export const BOOK_PROPERTY = "nastavnikBook";
/** Keys asked for in one search: UrlFetch takes addresses of up to 2,048 characters, and a key of ours at most 96. */
const KEYS_PER_SEARCH = 8;

/** A paper to be put on Drive. `docx` is base64; with `fileId` the existing Doc gets the new content. */
export interface PaperFile {
  key: string;
  name: string;
  docx: string;
  fileId?: string | null;
  /** True for base64 of an .xlsx, which becomes a Google Sheet. */
  isSheet?: true;
}

/** A paper as it lies on Drive. */
export interface SavedPaper {
  key: string;
  fileId: string;
  url: string;
}

interface FileAnswer {
  id: string;
  webViewLink?: string;
  trashed?: boolean;
  appProperties?: Record<string, string>;
}

/** A folder inside the workbook's own one, made when it is first needed. */
export interface Subfolder {
  /** Marks it, so that a curator may rename it. */
  key: string;
  name: string;
}

/**
 * Puts papers on Drive as Google Docs, in parallel. A paper with a `fileId` replaces that Doc's content; a new Doc is
 * made where the known one is gone, lies in the bin, belongs to another account, or to the workbook that this one was
 * copied from. A paper that an interrupted run has left on Drive is found by its key and taken over.
 *
 * @param folderId the workbook's folder
 * @param subfolder where new Docs go inside it; null for the folder itself
 * @throws Stop when this workbook's folder is not there, or Drive refuses
 */
export function saveDocuments(
  papers: readonly PaperFile[],
  folderId: string,
  subfolder: Subfolder | null = null,
): SavedPaper[] {
  const book = workbookId();
  const unknown = papers.filter(({ fileId }) => !fileId).map(({ key }) => key);
  const asked = [folderId, ...papers.map(({ fileId }) => fileId ?? null)];
  const { ours, found } = locate(book, asked, subfolder === null ? unknown : [...unknown, subfolder.key]);
  if (!ours.has(folderId)) throw noFolder();
  const left = new Map(found.map(({ key, fileId }) => [key, fileId]));
  const target = subfolder === null ? folderId : (left.get(subfolder.key) ?? makeFolder(book, subfolder, folderId));
  return upload(
    papers.map((paper) => ({
      ...paper,
      fileId: paper.fileId ? (ours.has(paper.fileId) ? paper.fileId : null) : (left.get(paper.key) ?? null),
    })),
    target,
    book,
  );
}

/** What is ours of these files, and what is kept under these keys: in one stroke. */
function locate(
  book: string,
  fileIds: readonly (string | null)[],
  keys: readonly string[],
): { ours: ReadonlySet<string>; found: SavedPaper[] } {
  const asked = [...new Set(fileIds.flatMap((fileId) => fileId ?? []))];
  const answers = askDrive([
    ...asked.map((fileId) => lookUp(fileId, "id,trashed,appProperties")),
    ...searchesFor(book, keys),
  ]);
  const ours = new Set(asked.filter((_, index) => isOurAnswer(answers[index], book)));
  return { ours, found: foundIn(answers.slice(asked.length)) };
}

function isOurAnswer(answer: GoogleAppsScript.URL_Fetch.HTTPResponse | undefined, book: string): boolean {
  if (!answer || answer.getResponseCode() === 404) return false;
  const file = fileIn(answer);
  return file.trashed !== true && file.appProperties?.[BOOK_PROPERTY] === book;
}

function upload(papers: readonly PaperFile[], folderId: string, book: string): SavedPaper[] {
  const answers = askDrive(papers.map((paper) => uploadRequest(paper, folderId, book)));
  const saved: SavedPaper[] = [];
  const gone: PaperFile[] = [];
  answers.forEach((answer, index) => {
    const paper = papers[index] as PaperFile;
    if (answer.getResponseCode() !== 404) saved.push(savedPaper(paper.key, fileIn(answer)));
    else if (paper.fileId) gone.push({ ...paper, fileId: null });
    else throw noFolder();
  });
  return gone.length === 0 ? saved : [...saved, ...upload(gone, folderId, book)];
}

function noFolder(): Stop {
  return new Stop(
    "Папка этой таблицы для документов на Google Диске не найдена.",
    "Откройте «Наставничество → Начало работы» и нажмите «Восстановить»: папка будет создана заново.",
  );
}

function savedPaper(key: string, file: FileAnswer): SavedPaper {
  return { key, fileId: file.id, url: file.webViewLink ?? `https://docs.google.com/document/d/${file.id}/edit` };
}

function fileIn(answer: GoogleAppsScript.URL_Fetch.HTTPResponse): FileAnswer {
  return JSON.parse(answer.getContentText()) as FileAnswer;
}

function uploadRequest(paper: PaperFile, folderId: string, book: string): DriveRequest {
  const metadata = paper.fileId
    ? { name: paper.name }
    : {
        name: paper.name,
        mimeType: paper.isSheet ? GOOGLE_SHEET : GOOGLE_DOC,
        parents: [folderId],
        appProperties: { [KEY_PROPERTY]: paper.key, [BOOK_PROPERTY]: book },
      };
  const boundary = "nastavnik-part";
  return {
    method: paper.fileId ? "patch" : "post",
    url: `${UPLOAD}${paper.fileId ? `/${encodeURIComponent(paper.fileId)}` : ""}?uploadType=multipart&fields=id,webViewLink`,
    contentType: `multipart/related; boundary=${boundary}`,
    payload: [
      `--${boundary}`,
      "Content-Type: application/json; charset=UTF-8",
      "",
      asciiJson(metadata),
      `--${boundary}`,
      `Content-Type: ${paper.isSheet ? XLSX : DOCX}`,
      "Content-Transfer-Encoding: base64",
      "",
      paper.docx,
      `--${boundary}--`,
      "",
    ].join("\r\n"),
  };
}

/** JSON in ASCII only, so that the body is the same bytes in whatever encoding it is sent. */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (char) => `\\u${`000${char.charCodeAt(0).toString(16)}`.slice(-4)}`,
  );
}

/** Finds papers that were already made for this workbook, by their keys; those in the bin do not count. */
export function findByKeys(keys: readonly string[]): SavedPaper[] {
  return findIn(workbookId(), keys);
}

function findIn(book: string, keys: readonly string[]): SavedPaper[] {
  return foundIn(askDrive(searchesFor(book, keys)));
}

function searchesFor(book: string, keys: readonly string[]): DriveRequest[] {
  const searches: DriveRequest[] = [];
  for (let start = 0; start < keys.length; start += KEYS_PER_SEARCH) {
    const wanted = keys
      .slice(start, start + KEYS_PER_SEARCH)
      .map((key) => has(KEY_PROPERTY, key))
      .join(" or ");
    searches.push(search(`(${wanted}) and ${has(BOOK_PROPERTY, book)} and trashed = false`));
  }
  return searches;
}

function foundIn(answers: readonly GoogleAppsScript.URL_Fetch.HTTPResponse[]): SavedPaper[] {
  return answers
    .flatMap((answer) => (JSON.parse(answer.getContentText()) as { files?: FileAnswer[] }).files ?? [])
    .map((file) => savedPaper(file.appProperties?.[KEY_PROPERTY] ?? "", file));
}

function has(property: string, value: string): string {
  return `appProperties has { key='${property}' and value='${escapeQuery(value)}' }`;
}

function search(query: string): DriveRequest {
  return {
    method: "get",
    url: `${FILES}?q=${encodeURIComponent(query)}&pageSize=1000&fields=${encodeURIComponent("files(id,webViewLink,appProperties)")}`,
  };
}

function escapeQuery(text: string): string {
  return text.replace(/\\/g, "\\\\").replace(/'/g, "\\'");
}

/**
 * The folder for this workbook's papers: the known one if it is still there and its own, else the one marked as its
 * own, else a new one.
 */
export function ensureFolder(name: string, knownId: string | null): { id: string; made: boolean } {
  const book = workbookId();
  if (areOurs([knownId], book)[0] === true && knownId !== null) return { id: knownId, made: false };
  return keyedFolder(book, "folder", name, null);
}

/** The folder inside the workbook's own one that is marked with this key, made if it is not there. Gives its id. */
export function ensureSubfolder(name: string, key: string, parentId: string): string {
  const book = workbookId();
  if (areOurs([parentId], book)[0] !== true) throw noFolder();
  return keyedFolder(book, key, name, parentId).id;
}

function keyedFolder(book: string, key: string, name: string, parentId: string | null): { id: string; made: boolean } {
  const found = findIn(book, [key])[0];
  if (found) return { id: found.fileId, made: false };
  return { id: makeFolder(book, { key, name }, parentId), made: true };
}

function makeFolder(book: string, { key, name }: Subfolder, parentId: string | null): string {
  const [answer] = askDrive([
    {
      method: "post",
      url: `${FILES}?fields=id`,
      contentType: "application/json; charset=UTF-8",
      payload: asciiJson({
        name,
        mimeType: FOLDER,
        ...(parentId === null ? {} : { parents: [parentId] }),
        appProperties: { [KEY_PROPERTY]: key, [BOOK_PROPERTY]: book },
      }),
    },
  ]);
  if (!answer) throw new Stop("Не удалось создать папку на Google Диске.", "Повторите через несколько минут.");
  return fileIn(answer).id;
}

/** True if the file is on Drive, outside the bin, visible to this account, and made for this workbook. */
export function isOurs(fileId: string): boolean {
  return areOurs([fileId], workbookId())[0] === true;
}

/** The same for many at once; false for null. */
function areOurs(fileIds: readonly (string | null)[], book: string): boolean[] {
  const { ours } = locate(book, fileIds, []);
  return fileIds.map((fileId) => fileId !== null && ours.has(fileId));
}

function lookUp(fileId: string, fields: string): DriveRequest {
  return { method: "get", url: `${FILES}/${encodeURIComponent(fileId)}?fields=${fields}` };
}

/** True if the file is on Drive, outside the bin, and visible to this account. */
function isThere(fileId: string): boolean {
  const [answer] = askDrive([lookUp(fileId, "id,trashed")]);
  if (!answer || answer.getResponseCode() === 404) return false;
  return fileIn(answer).trashed !== true;
}

/** Puts files of this workbook into the bin of Drive; those that are gone, or that are another account's, are left. */
export function binFiles(fileIds: readonly string[]): void {
  const ours = areOurs(fileIds, workbookId());
  askDrive(
    fileIds
      .filter((_, index) => ours[index])
      .map((fileId) => ({
        method: "patch",
        url: `${FILES}/${encodeURIComponent(fileId)}?fields=id`,
        contentType: "application/json; charset=UTF-8",
        payload: asciiJson({ trashed: true }),
      })),
  );
}

/** A Google Doc as .docx (base64), or null if it is gone or in the bin. */
export function exportDocx(fileId: string): string | null {
  return isThere(fileId) ? exported(fileId, DOCX) : null;
}

/** Many Google Docs as .docx (base64), in parallel; null for one that is gone. */
export function exportDocuments(fileIds: readonly string[]): (string | null)[] {
  const answers = askDrive(fileIds.map((fileId) => exportRequest(fileId, DOCX)));
  return answers.map((answer) =>
    answer.getResponseCode() === 404 ? null : Utilities.base64Encode(answer.getContent()),
  );
}

function exportRequest(fileId: string, mimeType: string): DriveRequest {
  return {
    method: "get",
    url: `${FILES}/${encodeURIComponent(fileId)}/export?mimeType=${encodeURIComponent(mimeType)}`,
  };
}

function exported(fileId: string, mimeType: string): string | null {
  const [answer] = askDrive([exportRequest(fileId, mimeType)]);
  if (!answer || answer.getResponseCode() === 404) return null;
  return Utilities.base64Encode(answer.getContent());
}
