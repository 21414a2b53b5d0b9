// The mail that left the sandbox, and simulated people who answer the forms they were invited to.
import * as z from "zod";
import { sentMail } from "../../base/mail";
import { formAt } from "../../forms/links";
import { readForm } from "../../forms/respond";
import type { SentMail } from "../../kernel/contract";
import { accounts } from "../../kernel/world";
import { letAnswer } from "../../sample/answers";
import { SAMPLE_STAFF, type SamplePerson } from "../../sample/staff";
import type { Workspace } from "../workspace";
import { changing, looking, NOTHING, Refusal } from "./operation";

/** A message in the box. */
export interface MailView extends Omit<SentMail, "attachments"> {
  attachments: { name: string; mimeType: string; size: number }[];
  /** The first recipient's name, if it is an account's. */
  toName: string;
  /** Addresses of forms in it that can still be answered by its sample recipient. */
  invitations: string[];
}

/** What came of letting people answer. */
export interface AnswersView {
  answered: number;
  /** Why the others did not. */
  problems: string[];
}

interface AnsweredState {
  /** Mail id and form address. */
  done: string[];
}

const answeredState = (workspace: Workspace): AnsweredState =>
  workspace.world.slice<AnsweredState>("frontAnswers", () => ({ done: [] }));

const key = (mail: SentMail, address: string): string => `${mail.id} ${address}`;

const ADDRESS = /https:\/\/(?:docs\.google\.com\/forms\/d\/e\/[\w-]+\/viewform[^\s"'<>]*|forms\.gle\/[\w-]+)/g;

/** Every respondent's link in a message, each once. */
function formAddresses(mail: SentMail): string[] {
  const text = mail.htmlBody === undefined ? mail.body : mail.htmlBody.replaceAll("&amp;", "&");
  return [...new Set(text.match(ADDRESS) ?? [])];
}

function personOf(mail: SentMail): SamplePerson | undefined {
  const to = mail.to.map((address) => address.toLowerCase());
  return SAMPLE_STAFF.find((person) => person.email !== "" && to.includes(person.email.toLowerCase()));
}

function openInvitations(workspace: Workspace, mail: SentMail): string[] {
  if (!personOf(mail)) return [];
  const { done } = answeredState(workspace);
  return formAddresses(mail).filter(
    (address) =>
      !done.includes(key(mail, address)) &&
      formAt(workspace.world, address) !== undefined &&
      readForm(workspace.world, address).notice === "",
  );
}

/** Whoever has answered by hand is not asked again by «Пусть ответят все». */
export function rememberAnswer(workspace: Workspace, address: string): void {
  const letters = sentMail(workspace.world).filter((mail) => formAddresses(mail).includes(address));
  answeredState(workspace).done.push(...letters.map((mail) => key(mail, address)));
}

/** All messages, the latest first. */
const readMail = looking(NOTHING, (workspace): MailView[] =>
  [...sentMail(workspace.world)].reverse().map((mail) => ({
    ...mail,
    attachments: mail.attachments.map(({ name, mimeType, content }) => ({
      name,
      mimeType,
      size: workspace.world.blobs.get(content).byteLength,
    })),
    toName: accounts(workspace.world)[mail.to[0] ?? ""]?.name ?? "",
    invitations: openInvitations(workspace, mail),
  })),
);

/** Lets the recipients answer the forms in one message, or (with null) in all. */
const letPeopleAnswer = changing(
  z.object({ mailId: z.string().nullable() }),
  (workspace, _caller, { mailId }): AnswersView => {
    const mails = sentMail(workspace.world).filter((mail) => mailId === null || mail.id === mailId);
    if (mails.length === 0) throw new Refusal("Писем с приглашениями пока нет.");
    const outcome: AnswersView = { answered: 0, problems: [] };
    for (const mail of mails) answerOne(workspace, mail, outcome);
    return outcome;
  },
);

function answerOne(workspace: Workspace, mail: SentMail, outcome: AnswersView): void {
  const person = personOf(mail);
  if (!person) return;
  for (const address of openInvitations(workspace, mail)) {
    const submission = letAnswer(workspace.world, address, person);
    if (submission.ok) {
      answeredState(workspace).done.push(key(mail, address));
      outcome.answered += 1;
    } else {
      const reason =
        submission.notice || submission.errors.map((error) => `${error.title}: ${error.message}`).join("; ");
      outcome.problems.push(`${person.fullName}: ${reason}`);
    }
  }
}

/** An attachment's bytes. */
const readAttachment = looking(
  z.object({ mailId: z.string(), index: z.int().min(0) }),
  (workspace, _caller, { mailId, index }): { name: string; mimeType: string; bytes: Uint8Array } => {
    const attachment = sentMail(workspace.world).find((mail) => mail.id === mailId)?.attachments[index];
    if (!attachment) throw new Refusal("Такого вложения нет.");
    const { name, mimeType, content } = attachment;
    return { name, mimeType, bytes: workspace.world.blobs.get(content) };
  },
);

export const mailOperations = { readMail, letPeopleAnswer, readAttachment };
