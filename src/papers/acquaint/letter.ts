// The letter that brings a signed document to somebody whom it concerns and asks to say that it has been read.
import type { Letter } from "../../google/mail";
import { composeLetter, type LetterPart, type LetterSides } from "../../questionnaires/letters";
import { formatDateInWords, type CalendarDate } from "../../workbook/calendarDate";
import type { SentAs } from "./acquaintView";

/** What the letter says. */
export interface AcquaintanceFacts extends LetterSides {
  /** «Приказ от 14 сентября 2026 г. № 84-02 «О закреплении…»» */
  document: string;
  sentAs: SentAs;
  /** Address of the Doc; only used for a link. */
  documentLink: string | null;
  /** The personal link to the form. */
  link: string;
  deadline: CalendarDate | null;
}

const PERSONAL_LINK =
  "Ссылка на форму личная: по ней видно, что с документом ознакомились именно Вы. Пожалуйста, не пересылайте её.";

/** How the reader comes to the document. */
const WHERE: Readonly<Record<SentAs, (facts: AcquaintanceFacts) => LetterPart[]>> = {
  PDF: () => ["Документ приложен к этому письму."],
  ссылка: ({ documentLink }) => [
    "Документ открывается по ссылке:",
    { link: documentLink ?? "", label: "Открыть документ" },
  ],
  уведомление: () => ["Прочитать документ можно у куратора наставничества."],
};

/** Sends the document and asks to read it. */
export function acquaintanceLetter(facts: AcquaintanceFacts): Letter {
  return letter(facts, "На ознакомление", "Просим Вас ознакомиться с документом");
}

/** Asks once more, with the document again: the first letter may be far down in the mailbox. */
export function acquaintanceReminder(facts: AcquaintanceFacts): Letter {
  return letter(
    facts,
    "Напоминание. На ознакомление",
    "Напоминаем: Вас просили ознакомиться с документом",
    "Если Вы уже заполнили форму или расписались в листе ознакомления, это письмо можно не учитывать.",
  );
}

function letter(facts: AcquaintanceFacts, subject: string, asking: string, ...closing: string[]): Letter {
  const until = facts.deadline === null ? "" : ` до ${formatDateInWords(facts.deadline)}`;
  return composeLetter(facts, `${subject}: ${facts.document}`, [
    `${asking}: ${ended(facts.document)}`,
    ...WHERE[facts.sentAs](facts),
    // The date ends with «г.», which is the full stop as well.
    `Прочитав документ, пожалуйста, подтвердите это в короткой форме${until || "."}`,
    { link: facts.link, label: "Подтвердить ознакомление" },
    PERSONAL_LINK,
    ...closing,
  ]);
}

/** A name of a document at the end of a sentence: «… 2026 г.» has its full stop already. */
function ended(name: string): string {
  return name.endsWith(".") ? name : `${name}.`;
}
