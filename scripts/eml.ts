// A sent letter as an .eml file that any mail program opens (RFC 5322, MIME; headers encoded by RFC 2047).
import type { SentMail } from "../sandbox/kernel/contract";

const LINE = /.{1,76}/g;
/** A line with an encoded word may take 76 characters: the header's name, the word's frame, base64 of whole characters. */
const BYTES_IN_WORD = 39;

/** @param content gives an attachment's bytes by its hash */
export function emlOf(mail: SentMail, content: (hash: string) => Uint8Array): string {
  const body = alternative(mail);
  const attachments = mail.attachments.map(({ name, mimeType, content: hash }) =>
    part(
      [`Content-Type: ${mimeType}`, `Content-Disposition: attachment;\r\n filename="${encoded(name)}"`],
      content(hash),
    ),
  );
  const whole = attachments.length === 0 ? body : joined("mixed", `${mail.id}-mixed`, [body, ...attachments]);
  const headers = [
    `From: ${mail.fromName === undefined ? mail.from : `${encoded(mail.fromName)} <${mail.from}>`}`,
    `To: ${mail.to.join(", ")}`,
    ...(mail.cc.length > 0 ? [`Cc: ${mail.cc.join(", ")}`] : []),
    ...(mail.replyTo === undefined ? [] : [`Reply-To: ${mail.replyTo}`]),
    `Subject: ${encoded(mail.subject)}`,
    `Date: ${new Date(mail.sentAt).toUTCString().replace("GMT", "+0000")}`,
    `Message-ID: <${mail.id}@sandbox.example>`,
    "MIME-Version: 1.0",
  ];
  return `${headers.join("\r\n")}\r\n${whole}\r\n`;
}

function alternative(mail: SentMail): string {
  const plain = textPart("plain", mail.body);
  if (mail.htmlBody === undefined) return plain;
  return joined("alternative", `${mail.id}-alternative`, [plain, textPart("html", mail.htmlBody)]);
}

function textPart(kind: "plain" | "html", text: string): string {
  return part([`Content-Type: text/${kind}; charset=UTF-8`], Buffer.from(text.replace(/\r?\n/g, "\r\n")));
}

function part(headers: string[], bytes: Uint8Array): string {
  const lines = Buffer.from(bytes).toString("base64").match(LINE) ?? [];
  return [...headers, "Content-Transfer-Encoding: base64", "", ...lines].join("\r\n");
}

function joined(kind: "alternative" | "mixed", boundary: string, parts: string[]): string {
  const inner = parts.map((one) => `--${boundary}\r\n${one}\r\n`).join("");
  return `Content-Type: multipart/${kind}; boundary="${boundary}"\r\n\r\n${inner}--${boundary}--`;
}

/** ASCII stays as it is; other text becomes encoded words, each a line of its own, never cut inside a character. */
function encoded(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text) && text.length < 60) return text;
  const words: string[] = [];
  let word = "";
  for (const letter of text) {
    if (Buffer.byteLength(word + letter) > BYTES_IN_WORD) {
      words.push(word);
      word = "";
    }
    word += letter;
  }
  return [...words, word].map((one) => `=?UTF-8?B?${Buffer.from(one).toString("base64")}?=`).join("\r\n ");
}
