// A template on Drive: read together with what is known of it, and added to at its end.
import { BOOK_PROPERTY } from "./drive";
import { askDrive } from "./driveRequests";
import { workbookId } from "./session";
import { Stop } from "./stop";

const FILES = "https://www.googleapis.com/drive/v3/files";
const DOCUMENTS = "https://docs.googleapis.com/v1/documents";
const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const GOOGLE_DOC = "application/vnd.google-apps.document";

/** Why a template cannot be read. Google tells a deleted file from another account's by nothing. */
export type TemplateLoss = "gone" | "trashed" | "notDocument" | "tooLarge";

/** A template as it lies on Drive. */
export type TemplateFile =
  | {
      /** Base64. */
      readonly docx: string;
      /** It was made for this workbook, as against the one that this is a copy of. */
      readonly isOurs: boolean;
    }
  | { readonly lost: TemplateLoss };

/**
 * Reads a template in one stroke.
 *
 * @throws Stop when Drive refuses for a reason that is none of the template's
 */
export function readTemplateFile(fileId: string): TemplateFile {
  const address = `${FILES}/${encodeURIComponent(fileId)}`;
  const [about, content] = askDrive([
    { method: "get", url: `${address}?fields=id,trashed,mimeType,appProperties` },
    { method: "get", url: `${address}/export?mimeType=${encodeURIComponent(DOCX)}`, mayBeRefused: true },
  ]);
  if (!about || !content || about.getResponseCode() === 404) return { lost: "gone" };
  const file = JSON.parse(about.getContentText()) as FileAnswer;
  if (file.trashed === true) return { lost: "trashed" };
  if (file.mimeType !== GOOGLE_DOC) return { lost: "notDocument" };
  if (content.getResponseCode() === 404) return { lost: "gone" };
  if (content.getResponseCode() >= 400) {
    if (content.getContentText().includes("exportSizeLimitExceeded")) return { lost: "tooLarge" };
    throw new Stop(
      "Google Диск не отдал шаблон.",
      "Откройте шаблон и убедитесь, что он открывается, затем повторите через несколько минут.",
    );
  }
  return {
    docx: Utilities.base64Encode(content.getContent()),
    isOurs: file.appProperties?.[BOOK_PROPERTY] === workbookId(),
  };
}

interface FileAnswer {
  trashed?: boolean;
  mimeType?: string;
  appProperties?: Record<string, string>;
}

/**
 * Adds paragraphs at the end of a Google Doc that the add-on has made (Docs API, documents.batchUpdate; the scope
 * drive.file is enough for it).
 *
 * @param text lines, a paragraph each
 * @returns false if the file is gone
 * @throws Stop when Google refuses
 */
export function appendParagraphs(fileId: string, text: string): boolean {
  const [answer] = askDrive([
    {
      method: "post",
      url: `${DOCUMENTS}/${encodeURIComponent(fileId)}:batchUpdate`,
      contentType: "application/json; charset=UTF-8",
      // An empty place is the end of the body.
      payload: JSON.stringify({ requests: [{ insertText: { text: `\n${text}`, endOfSegmentLocation: {} } }] }),
    },
  ]);
  return answer !== undefined && answer.getResponseCode() !== 404;
}
