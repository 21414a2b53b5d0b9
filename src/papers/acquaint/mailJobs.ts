// The letters of acquaintance as resumable work: each brings its document, and none is sent for a document that is over.
import { ACQUAINTANCE, documentName, isToBeRead } from "../../bank/acquaintance";
import { addressesOf } from "../../bank/intake/mail";
import { acquaintances, SENT_AS, type Acquaintance } from "../../documents/acquaintances.table";
import { documents, type DocumentRecord } from "../../documents/documents.table";
import { exportPdf } from "../../google/driveSharing";
import type { Attachment, Letter } from "../../google/mail";
import { Stop } from "../../google/stop";
import { invitations, type Invitation } from "../../questionnaires/invitations.table";
import type { LetterFacts } from "../../questionnaires/letters";
import { mailJob, type MailKind } from "../../questionnaires/sendInvitations";
import { isCodeOnly } from "../../school/codeOnly";
import { otherOwner } from "../../school/filesOwner";
import type { ReadOnlyWorkbook, Workbook } from "../../workbook/workbook";
import { acquaintanceLetter, acquaintanceReminder, type AcquaintanceFacts } from "./letter";

/** File names longer than this are unreadable in a letter. */
const LONGEST_NAME = 120;

type Row = Acquaintance & { readonly sentAs: NonNullable<Acquaintance["sentAs"]> };

/** What an invitation is about, if its letter may still be sent: the document is in force, the person has not read it. */
function askedFinder(wb: ReadOnlyWorkbook): (invitation: Invitation) => { record: DocumentRecord; row: Row } | null {
  const waiting = new Map(
    wb.all(acquaintances).flatMap((row) => {
      const sentAs = isCodeOnly(wb) ? SENT_AS.notice : row.sentAs;
      return row.acquaintedOn === null && sentAs !== null
        ? [[`${row.document} ${row.person}`, { ...row, sentAs }] as const]
        : [];
    }),
  );
  return ({ about, person }) => {
    const record = about === null ? undefined : wb.find(documents, about);
    const row = waiting.get(`${about ?? ""} ${person}`);
    return record && row && isToBeRead(record) ? { record, row } : null;
  };
}

function lettersBy(compose: (facts: AcquaintanceFacts) => Letter): NonNullable<MailKind["letters"]> {
  return (wb) => {
    const asked = askedFinder(wb);
    return (invitation: Invitation, facts: LetterFacts) => {
      const about = asked(invitation);
      if (!about) return null;
      const { record, row } = about;
      return compose({
        ...facts,
        document: documentName(record, isCodeOnly(wb)),
        // A notice was sent in the code-only mode; if names are allowed again, the document itself goes out.
        sentAs: row.sentAs === SENT_AS.notice && !isCodeOnly(wb) ? SENT_AS.pdf : row.sentAs,
        documentLink: record.link,
        // A term that is over is not set again.
        deadline: row.deadline !== null && row.deadline >= wb.today ? row.deadline : null,
      });
    };
  };
}

/** One export of a document serves all letters of a round. */
function pdfOf(wb: ReadOnlyWorkbook): (invitation: Invitation) => Attachment | null {
  const asked = askedFinder(wb);
  const exported = new Map<string, Attachment>();
  return (invitation) => {
    const about = asked(invitation);
    if (!about || isCodeOnly(wb) || about.row.sentAs === SENT_AS.link) return null;
    const { record } = about;
    const known = exported.get(record.code) ?? exportPdf(record.fileId ?? "", `${fileName(record)}.pdf`);
    if (known === null)
      throw new Stop(
        `Файла документа на Google Диске нет: ${documentName(record)}.`,
        "Если он в корзине, восстановите его и отправьте письма снова; если его нет, соберите подписи в листе ознакомления.",
      );
    exported.set(record.code, known);
    return known;
  };
}

function fileName(record: DocumentRecord): string {
  return documentName(record)
    .replace(/[\\/:*?"<>|\s]+/g, " ")
    .slice(0, LONGEST_NAME)
    .trim();
}

/** The tab tells, too, when the letter left. */
function recordSent(wb: Workbook): void {
  const sent = new Map(
    wb
      .all(invitations)
      .flatMap(({ about, person, sentAt }) =>
        about === null || sentAt === null ? [] : [[`${about} ${person}`, sentAt] as const],
      ),
  );
  for (const row of wb.all(acquaintances)) {
    const sentAt = sent.get(`${row.document} ${row.person}`);
    if (sentAt !== undefined && row.sentAt === null) wb.update(acquaintances, row.code, { sentAt });
  }
}

const common: Pick<MailKind, "addresses" | "purposes" | "enclosures" | "recorded" | "doneBy"> = {
  addresses: addressesOf,
  purposes: { [ACQUAINTANCE]: "" },
  enclosures: pdfOf,
  recorded: recordSent,
  doneBy: (wb) => (isCodeOnly(wb) ? null : otherOwner(wb)),
};

export const acquaintanceLetters = mailJob({
  ...common,
  key: "acquaintanceLetters",
  title: "Письма на ознакомление",
  what: "invitations",
  letters: lettersBy(acquaintanceLetter),
});

export const acquaintanceReminders = mailJob({
  ...common,
  key: "acquaintanceReminders",
  title: "Напоминания об ознакомлении",
  what: "reminders",
  letters: lettersBy(acquaintanceReminder),
});
