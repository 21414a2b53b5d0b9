// The letters that invite somebody to a questionnaire and remind of it: plain text and the same in simple HTML.
import type { Letter } from "../google/mail";
import { givenNames } from "../school/fullName";
import { formatDateInWords, type CalendarDate } from "../workbook/calendarDate";

/** To whom a letter goes and whom it is from. */
export interface LetterSides {
  to: string;
  /** Full name; null in the code-only mode, where letters name nobody. */
  fullName: string | null;
  schoolName: string;
  /** Null in the code-only mode: the curator may be a participant too. */
  curatorName: string | null;
  curatorEmail: string | null;
}

/** What a letter says. */
export interface LetterFacts extends LetterSides {
  title: string;
  /** One or two sentences: what the questionnaire is for. */
  purpose: string;
  link: string;
  deadline: CalendarDate | null;
}

/** A paragraph of a letter, or a link on a line of its own. */
export type LetterPart = string | { link: string; label: string };

/** Asks somebody to answer by a personal link. */
export function invitationLetter(facts: LetterFacts): Letter {
  const until = facts.deadline === null ? "" : ` до ${formatDateInWords(facts.deadline)}`;
  return letter(facts, facts.title, [
    facts.purpose,
    // The date ends with «г.», which is the full stop as well.
    `Пожалуйста, откройте анкету по ссылке и ответьте на вопросы${until || "."} Это займёт несколько минут.`,
  ]);
}

/** Asks once more. */
export function reminderLetter(facts: LetterFacts): Letter {
  const until = facts.deadline === null ? "" : ` Ответы принимаются до ${formatDateInWords(facts.deadline)}`;
  return letter(facts, `Напоминание: ${facts.title}`, [
    `Мы ждём Вашего ответа на вопросы анкеты.${until}`,
    "Если Вы уже ответили, это письмо можно не учитывать.",
  ]);
}

const PERSONAL_LINK = "Ссылка личная: по ней видно, что отвечаете именно Вы. Пожалуйста, не пересылайте её.";

function letter(facts: LetterFacts, subject: string, paragraphs: readonly string[]): Letter {
  return composeLetter(facts, subject, [...paragraphs, { link: facts.link, label: "Открыть анкету" }, PERSONAL_LINK]);
}

/** A whole letter: greeting, what it says, the curator's signature. In plain text a link stands as its bare address. */
export function composeLetter(sides: LetterSides, subject: string, parts: readonly LetterPart[]): Letter {
  const greeting = sides.fullName === null ? "Здравствуйте!" : `Здравствуйте, ${givenNames(sides.fullName)}!`;
  const signature = [
    sides.curatorName === null ? "Куратор наставничества" : `${sides.curatorName}, куратор наставничества`,
    sides.schoolName,
  ];
  return {
    to: sides.to,
    subject: plain(subject),
    text: [greeting, ...parts.map((part) => (typeof part === "string" ? part : part.link)), signature.join("\n")].join(
      "\n\n",
    ),
    html: [
      paragraph(escapeHtml(greeting)),
      ...parts.map((part) =>
        paragraph(
          typeof part === "string"
            ? escapeHtml(part)
            : `<a href="${escapeHtml(part.link)}">${escapeHtml(part.label)}</a>`,
        ),
      ),
      paragraph(signature.map(escapeHtml).join("<br>")),
    ].join("\n"),
    senderName: plain(sides.schoolName),
    replyTo: sides.curatorEmail,
  };
}

function paragraph(html: string): string {
  return `<p>${html}</p>`;
}

/** One line: a line break in a mail header would start another header. */
function plain(text: string): string {
  return text.replace(/[\r\n]+/g, " ").slice(0, 250);
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
