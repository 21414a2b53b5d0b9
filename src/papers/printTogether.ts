// One print of many documents: what lies on Drive now, hand edits included, bound into one Google Doc and its PDF.
import * as z from "zod";
import { bindable, bindDocuments } from "../documents/bindDocuments";
import { documents, type DocumentRecord } from "../documents/documents.table";
import { workshopOf } from "../documents/institution";
import { documentKey } from "../documents/register";
import { exportDocuments, saveDocuments } from "../google/drive";
import { pdfLink } from "../google/driveSharing";
import { Stop } from "../google/stop";
import { counted } from "../school/counted";
import { defineOwnersCommand } from "../school/filesOwner";
import type { ReadOnlyWorkbook, Workbook } from "../workbook/workbook";

/** More than any school prints at once. */
const MOST = 500;

/** A Google Doc that holds many documents. */
export interface Print {
  /** «Согласие на обработку персональных данных: 12 документов» */
  name: string;
  link: string;
  pdf: string;
  documents: number;
}

/** The part of Drive that this needs; a test gives its own. */
export interface PrintStore {
  readonly read: typeof exportDocuments;
  readonly save: typeof saveDocuments;
}
const GOOGLE: PrintStore = { read: exportDocuments, save: saveDocuments };

/**
 * Binds documents in the order given. Documents made from different templates cannot share one file, so there may be
 * several prints. Repeating it fills the same Google Docs anew.
 *
 * @param codes of «Документы»
 * @throws Stop when a document is not in the register or its file is gone
 */
export function printTogether(wb: Workbook, codes: readonly string[], store: PrintStore = GOOGLE): Print[] {
  const chosen = documentsToPrint(wb, codes);
  const files = store.read(chosen.map(({ fileId }) => fileId ?? ""));
  const gone = chosen.filter((_, index) => files[index] === null).map(nameOf);
  if (gone.length > 0) {
    throw new Stop(
      `Файлов этих документов на Диске больше нет: ${gone.join("; ")}.`,
      "Подготовьте их заново или снимите с них отметку и повторите.",
    );
  }
  const docx = files.flatMap((file) => file ?? []);
  const groups = bindable(docx).map((places) => ({
    docx: bindDocuments(places.map((place) => docx[place] ?? "")),
    members: places.flatMap((place) => chosen[place] ?? []),
  }));
  const { folderId, yearFolder } = workshopOf(wb);
  const papers = groups.map(({ docx: bound, members }) => ({
    key: documentKey("print", members.map(({ code }) => code).join(" "), 1),
    name: `Для печати — ${titleOf(members)}`,
    docx: bound,
  }));
  const saved = new Map(store.save(papers, folderId, yearFolder).map((file) => [file.key, file]));
  wb.note({ what: `Собраны для печати документы: ${chosen.length}`, records: chosen.map(({ code }) => code) });
  return groups.flatMap(({ members }, index) => {
    const file = saved.get(papers[index]?.key ?? "");
    return file === undefined
      ? []
      : { name: titleOf(members), link: file.url, pdf: pdfLink(file.fileId), documents: members.length };
  });
}

/** The print as a command: the files are the owner's. */
export const printDocuments = defineOwnersCommand({
  key: "printDocuments",
  title: "Документы для печати",
  params: z.object({ documents: z.array(z.string().max(40)).max(MOST) }),
  check: (wb, params) => {
    documentsToPrint(wb, params.documents);
  },
  do: (wb, params) => printTogether(wb, params.documents),
});

/** @throws Stop when none is chosen, or one of them is not in the register or has no file */
function documentsToPrint(wb: ReadOnlyWorkbook, codes: readonly string[]): DocumentRecord[] {
  if (codes.length === 0) throw new Stop("Не выбрано ни одного документа.", "Отметьте документы и повторите.");
  return codes.map((code) => {
    const record = wb.find(documents, code);
    if (record !== undefined && record.fileId !== null) return record;
    throw new Stop(
      record === undefined ? `Документа ${code} нет на вкладке «Документы».` : `У документа ${code} нет файла.`,
      "Закройте панель, откройте её снова и выберите документы снова.",
    );
  });
}

function titleOf(members: readonly DocumentRecord[]): string {
  const kinds = [...new Set(members.map(({ paper }) => paper))];
  const many = counted(members.length, ["документ", "документа", "документов"]);
  return kinds.length === 1 ? `${kinds[0] ?? ""}: ${many}` : many;
}

const nameOf = ({ code, heading }: DocumentRecord): string => `${code} ${heading ?? ""}`.trim();
