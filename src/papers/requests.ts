// A case of a kind as the documents' engine takes it: the paper's input, whom it concerns, what is kept of it.
import { documents, type DocumentRecord } from "../documents/documents.table";
import type { DocumentRequest } from "../documents/makeDocuments";
import { nextNumber, sameFamily } from "../documents/register";
import { settings } from "../school/settings.table";
import type { CalendarDate } from "../workbook/calendarDate";
import type { ReadOnlyWorkbook } from "../workbook/workbook";
import { kindKeyOf, type Kept } from "./kept";
import type { AnyPaperKind, PaperCase } from "./paperKind";

/** Gives a kind by its key; undefined for a paper that the add-on does not make. */
export type FindKind = (key: string) => AnyPaperKind | undefined;

/** @param signing true while the document is being signed: its effects on the tables are still to come */
export function requestFor(
  wb: ReadOnlyWorkbook,
  kind: AnyPaperKind,
  about: PaperCase,
  signing = false,
): DocumentRequest<unknown> {
  const { subject, answers } = about;
  const details: Kept = { subject, answers, ...(signing ? { signing: true as const } : {}) };
  return {
    subject,
    input: (registration) => kind.input(wb, about, registration) as unknown,
    ...kind.concerns(wb, about),
    details,
    unnumbered: kind.series === null,
  };
}

/** How a kind is numbered: by which pattern, together with which documents. Null for papers that have only a date. */
export interface Numbering {
  readonly pattern: string | null;
  readonly sameSeries: (record: DocumentRecord) => boolean;
}

const PATTERN = {
  order: "orderNumberPattern",
  agreement: "agreementNumberPattern",
  minutes: "minutesNumberPattern",
} as const;

/** All kinds of one series are numbered together, and with what a curator typed into the register under the same word. */
export function numberingOf(wb: ReadOnlyWorkbook, kind: AnyPaperKind, find: FindKind): Numbering | null {
  const { series } = kind;
  if (series === null) return null;
  const alike = sameFamily(kind.paper.title);
  return {
    pattern: wb.setting(settings, PATTERN[series]),
    sameSeries: (record) => {
      const known = find(kindKeyOf(record));
      return known === undefined ? alike(record) : known.series === series;
    },
  };
}

/** The next number of the kind's series on a day; "" for a paper without numbers. */
export function proposedNumber(wb: ReadOnlyWorkbook, kind: AnyPaperKind, on: CalendarDate, find: FindKind): string {
  const numbering = numberingOf(wb, kind, find);
  return numbering === null ? "" : nextNumber(numbering.pattern, wb.all(documents), numbering.sameSeries, on);
}
