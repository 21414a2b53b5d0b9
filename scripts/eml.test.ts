// The demo's letters must open in a mail program: encoded headers, whole characters, lines that mail may carry.
import type { SentMail } from "../sandbox/kernel/contract";
import { emlOf } from "./eml";

const mail: SentMail = {
  id: "mail1",
  sentAt: "2026-09-03T06:00:48.000Z",
  from: "zavuch@school7.example",
  fromName: "МБОУ СОШ № 7 г. Заречный Бор, научно-методическая служба",
  to: ["koroleva@school7.example"],
  cc: [],
  bcc: [],
  subject: `Анкета наставляемого: запрос и самооценка 😀 ${"очень ".repeat(20)}длинная тема`,
  body: "Здравствуйте, Алёна!\nОткройте анкету.",
  htmlBody: "<p>Здравствуйте, Алёна!</p>",
  attachments: [{ name: "Приказ № 1.docx", mimeType: "application/octet-stream", content: "hash" }],
};
const eml = emlOf(mail, () => Buffer.from("содержимое"));

/** RFC 2047: white space between two encoded words is not part of the text. */
function decoded(header: string): string {
  const words = [...header.replace(/\?=\s+=\?/g, "?==?").matchAll(/=\?UTF-8\?B\?([^?]*)\?=/g)];
  return words.map(([, base64 = ""]) => Buffer.from(base64, "base64").toString("utf8")).join("");
}

test("headers are ASCII lines of at most 76 characters and read as they were written", () => {
  const head = eml.slice(0, eml.indexOf("\r\n\r\n"));
  expect(head).toMatch(/^[\x20-\x7e\r\n]*$/);
  for (const line of head.split("\r\n")) expect(line.length).toBeLessThanOrEqual(76);
  const unfolded = head.replace(/\r\n (?==\?)/g, " ");
  expect(decoded(/^Subject: (.*)$/m.exec(unfolded)?.[1] ?? "")).toBe(mail.subject);
  expect(decoded(/^From: (.*)$/m.exec(unfolded)?.[1] ?? "")).toBe(mail.fromName);
  expect(unfolded).toContain("To: koroleva@school7.example");
  expect(unfolded).toContain("Date: Thu, 03 Sep 2026 06:00:48 +0000");
  for (const word of head.match(/=\?UTF-8\?B\?[^?]*\?=/g) ?? []) expect(decoded(word)).not.toContain("\ufffd");
});

test("text, HTML and attachment are parts of their own, in lines that mail may carry", () => {
  for (const line of eml.split("\r\n")) expect(line.length).toBeLessThanOrEqual(78);
  expect(eml.replace(/\r\n/g, "")).not.toMatch(/[\r\n]/);
  const parts = eml
    .split(/\r\n\r\n/)
    .map((part) => Buffer.from(part.split("\r\n--")[0] ?? "", "base64").toString("utf8"));
  expect(parts).toContain("Здравствуйте, Алёна!\r\nОткройте анкету.");
  expect(parts).toContain("<p>Здравствуйте, Алёна!</p>");
  expect(parts).toContain("содержимое");
  expect(eml).toMatch(/multipart\/mixed[^]*multipart\/alternative/);
});
