// Makes the printed sheet of a document: everybody on its list, with the dates that are known.
import { acquaintanceRows, enlist } from "../../bank/acquaintance";
import { people } from "../../bank/people.table";
import { ACQUAINTED_BY, type Acquaintance } from "../../documents/acquaintances.table";
import type { DocumentRecord } from "../../documents/documents.table";
import { institutionOf, participantOf, workshopOf } from "../../documents/institution";
import { makeDocuments, type PaperStore } from "../../documents/makeDocuments";
import { Stop } from "../../google/stop";
import { defineOwnersCommand } from "../../school/filesOwner";
import type { ReadOnlyWorkbook, Workbook } from "../../workbook/workbook";
import * as z from "zod";
import { documentOf } from "../subjects";
import { listedFor } from "./campaign";
import { acquaintanceSheetPaper, kindAfterWith, type AcquaintanceSheetInput, type SheetLine } from "./sheetPaper";

const MARKS: Readonly<Record<string, string>> = {
  [ACQUAINTED_BY.form]: "ответ в форме",
  [ACQUAINTED_BY.signature]: "подпись получена",
};

/** What the sheet says. @throws Stop for a draft, and when nobody is on the list */
function sheetInput(wb: ReadOnlyWorkbook, record: DocumentRecord): AcquaintanceSheetInput {
  const { signedOn, number, heading, paper } = record;
  if (signedOn === null)
    throw new Stop(`Документ ${record.code} ещё не подписан.`, "Сначала зарегистрируйте его, потом печатайте лист.");
  const listed = listedFor(wb, record);
  if (listed.length === 0)
    throw new Stop("В листе некого назвать.", "Добавьте людей, которых нужно ознакомить с документом, и повторите.");
  const rows = new Map(acquaintanceRows(wb, record.code).map((row) => [row.person, row]));
  const lines = listed
    .map((person) => lineOf(wb, person, rows.get(person)))
    .sort((one, other) => one.who.fullName.localeCompare(other.who.fullName, "ru"));
  return {
    institution: institutionOf(wb),
    kind: kindAfterWith(paper),
    registration: { number: number ?? "", date: signedOn },
    heading: heading ?? paper,
    lines,
    byForm: lines.some(({ mark }) => mark === MARKS[ACQUAINTED_BY.form]),
  };
}

function lineOf(wb: ReadOnlyWorkbook, code: string, row: Acquaintance | undefined): SheetLine {
  const person = wb.find(people, code);
  const on = row?.acquaintedOn ?? null;
  return {
    who: person ? participantOf(person) : { fullName: row?.fullName ?? code, gender: null, post: "" },
    on,
    mark: on === null ? "" : (MARKS[row?.way ?? ""] ?? ""),
  };
}

/**
 * Makes the sheet, or makes it anew in the same Google Doc. It names those, too, who have withdrawn the consent to the
 * use of their data: to acquaint workers is the employer's duty by law and does not rest on that consent.
 *
 * @throws Stop for a draft, and when nobody is on the list
 */
export function makeSheet(wb: Workbook, document: string, store?: PaperStore): { link: string } {
  const record = documentOf(wb, document);
  enlist(wb, record, listedFor(wb, record));
  const input = sheetInput(wb, record);
  const [made] = makeDocuments(
    wb,
    acquaintanceSheetPaper,
    // It concerns nobody beyond the document itself: on people's cards it would only repeat it.
    [{ subject: record.code, input: () => input, pairs: [], people: [], unnumbered: true }],
    workshopOf(wb),
    store,
  );
  return { link: made?.record.link ?? "" };
}

/** The same as a command of any account. */
export const acquaintanceSheetDocument = defineOwnersCommand({
  key: "acquaintanceSheet",
  title: "Лист ознакомления",
  params: z.object({ document: z.string().max(40) }),
  check: (wb, { document }) => {
    sheetInput(wb, documentOf(wb, document));
  },
  do: (wb, { document }) => makeSheet(wb, document),
});
