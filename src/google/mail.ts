// Mail to participants: what is sent, and how much Google still lets through today.
import { Stop } from "./stop";

/** A file that goes with a letter, as Google hands it over. */
export type Attachment = GoogleAppsScript.Base.Blob;

/** One letter to one person; `html` is complete and already escaped. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
  html: string;
  senderName: string;
  replyTo: string | null;
}

/** How many more recipients Google accepts today. */
export function mailQuotaLeft(): number {
  return MailApp.getRemainingDailyQuota();
}

/**
 * Sends one letter.
 *
 * @throws Stop when Google refuses the address or the letter
 */
export function sendLetter(letter: Letter, attachment: Attachment | null = null): void {
  try {
    MailApp.sendEmail({
      to: letter.to,
      // A line break in a subject would start a new mail header.
      subject: letter.subject.replace(/[\r\n]+/g, " "),
      body: letter.text,
      htmlBody: letter.html,
      name: letter.senderName.replace(/[\r\n]+/g, " "),
      ...(letter.replyTo === null ? {} : { replyTo: letter.replyTo }),
      ...(attachment === null ? {} : { attachments: [attachment] }),
    });
  } catch (cause) {
    console.error("mail: refused", String(cause).replace(/\S+@\S+/g, "<address>"));
    throw new Stop("Письмо не ушло.", "Проверьте адрес электронной почты и отправьте ещё раз.");
  }
}
