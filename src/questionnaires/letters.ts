// The letters that invite somebody to a questionnaire and remind of it: plain text and the same in simple HTML.
import type { Letter } from "../google/mail";
import { givenNames } from "../school/fullName";
import { formatDateInWords, type CalendarDate } from "../workbook/calendarDate";

/** What a letter says. */
export interface LetterFacts {
  to: string;
  /** Full name; null in the code-only mode, where letters name nobody. */
  fullName: string | null;
  title: string;
  /** One or two sentences: what the questionnaire is for. */
  purpose: string;
  link: string;
  deadline: CalendarDate | null;
  schoolName: string;
  /** Null in the code-only mode: the curator may be a participant too. */
  curatorName: string | null;
  curatorEmail: string | null;
}

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
  const greeting = facts.fullName === null ? "Здравствуйте!" : `Здравствуйте, ${givenNames(facts.fullName)}!`;
  const signature = [
    facts.curatorName === null ? "Куратор наставничества" : `${facts.curatorName}, куратор наставничества`,
    facts.schoolName,
  ];
  return {
    to: facts.to,
    subject: plain(subject),
    text: [greeting, ...paragraphs, facts.link, PERSONAL_LINK, signature.join("\n")].join("\n\n"),
    html: [
      paragraph(escapeHtml(greeting)),
      ...paragraphs.map((text) => paragraph(escapeHtml(text))),
      paragraph(`<a href="${escapeHtml(facts.link)}">Открыть анкету</a>`),
      paragraph(escapeHtml(PERSONAL_LINK)),
      paragraph(signature.map(escapeHtml).join("<br>")),
    ].join("\n"),
    senderName: plain(facts.schoolName),
    replyTo: facts.curatorEmail,
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
