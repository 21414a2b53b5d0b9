// Papers on Drive for other people: as a PDF to be attached to a letter, or shared with those who may read them.
import { askDrive, type DriveRequest } from "./driveRequests";
import type { Attachment } from "./mail";

const FILES = "https://www.googleapis.com/drive/v3/files";
const PDF = "application/pdf";

/** Where a Google Doc can be downloaded as it stands, as a PDF, by everybody who may read it. */
export function pdfLink(fileId: string): string {
  return `https://docs.google.com/document/d/${fileId}/export?format=pdf`;
}

/** A Google Doc as a PDF for a letter; null if the Doc is gone or belongs to another account. */
export function exportPdf(fileId: string, name: string): Attachment | null {
  const [answer] = askDrive([
    { method: "get", url: `${FILES}/${encodeURIComponent(fileId)}/export?mimeType=${encodeURIComponent(PDF)}` },
  ]);
  if (!answer || answer.getResponseCode() === 404) return null;
  return answer.getBlob().setName(name);
}

/**
 * Lets people read a Doc, in parallel and without a letter of Google's own. Sharing again with the same person changes
 * nothing. An address without a Google account can only be shared with by Google's own letter: those are given back.
 *
 * @returns the addresses that could not be shared with
 */
export function shareWithReaders(fileId: string, addresses: readonly string[]): string[] {
  const answers = askDrive(
    addresses.map((emailAddress): DriveRequest => ({
      method: "post",
      url: `${FILES}/${encodeURIComponent(fileId)}/permissions?sendNotificationEmail=false&fields=id`,
      contentType: "application/json; charset=UTF-8",
      payload: JSON.stringify({ type: "user", role: "reader", emailAddress }),
      mayBeRefused: true,
    })),
  );
  return addresses.filter((_, index) => (answers[index]?.getResponseCode() ?? 500) >= 400);
}
