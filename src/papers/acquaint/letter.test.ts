// The letter that brings a document: what it says, whole; what may be in it where nobody is to be named.
import { documentName } from "../../bank/acquaintance";
import { documents } from "../../documents/documents.table";
import type { CalendarDate } from "../../workbook/calendarDate";
import { memoryWorkbook } from "../../../test/memoryWorkbook";
import { acquaintanceLetter, acquaintanceReminder, type AcquaintanceFacts } from "./letter";

const FACTS: AcquaintanceFacts = {
  to: "petrova@school7.example",
  fullName: "Петрова Анна Ильинична",
  document: "Приказ от 14 сентября 2026 г. № 84-02 «О закреплении наставнических пар (групп)»",
  sentAs: "PDF",
  documentLink: "https://docs.example/d/1/edit?a=1&b=2",
  link: "https://forms.example/1?entry.1=ПР-001",
  deadline: "2026-09-21" as CalendarDate,
  schoolName: "МБОУ СОШ № 7",
  curatorName: "Ким Ольга Львовна",
  curatorEmail: "kim@school7.example",
};
const plain = (text: string): string => text.replace(/\u00a0/g, " ");
const PERSONAL =
  "Ссылка на форму личная: по ней видно, что с документом ознакомились именно Вы. Пожалуйста, не пересылайте её.";
const SIGNATURE = "Ким Ольга Львовна, куратор наставничества\nМБОУ СОШ № 7";

test("with the document enclosed", () => {
  const letter = acquaintanceLetter(FACTS);
  expect(letter.subject).toBe(`На ознакомление: ${FACTS.document}`);
  expect(plain(letter.text)).toBe(
    [
      "Здравствуйте, Анна Ильинична!",
      `Просим Вас ознакомиться с документом: ${FACTS.document}.`,
      "Документ приложен к этому письму.",
      "Прочитав документ, пожалуйста, подтвердите это в короткой форме до 21 сентября 2026 г.",
      FACTS.link,
      PERSONAL,
      SIGNATURE,
    ].join("\n\n"),
  );
  expect(letter.html).toContain('<a href="https://forms.example/1?entry.1=ПР-001">Подтвердить ознакомление</a>');
  expect(letter.replyTo).toBe("kim@school7.example");
});

test("with a link to it, and no term", () => {
  const { text, html } = acquaintanceLetter({ ...FACTS, sentAs: "ссылка", deadline: null });
  expect(plain(text)).toContain(
    [
      "Документ открывается по ссылке:",
      FACTS.documentLink,
      "Прочитав документ, пожалуйста, подтвердите это в короткой форме.",
      FACTS.link,
    ].join("\n\n"),
  );
  expect(html).toContain('<a href="https://docs.example/d/1/edit?a=1&amp;b=2">Открыть документ</a>');
});

test("a reminder brings the document again and excuses whoever has signed", () => {
  const { subject, text } = acquaintanceReminder(FACTS);
  expect(subject).toBe(`Напоминание. На ознакомление: ${FACTS.document}`);
  expect(text).toContain(`Напоминаем: Вас просили ознакомиться с документом: ${FACTS.document}.`);
  expect(text).toContain("Документ приложен к этому письму.");
  expect(text).toContain("расписались в листе ознакомления");
});

test("by codes only it greets nobody, names nobody and says where the document can be read", () => {
  const letter = acquaintanceLetter({ ...FACTS, fullName: null, curatorName: null, sentAs: "уведомление" });
  expect(letter.text).toContain("Здравствуйте!\n\n");
  expect(letter.text).toContain("Прочитать документ можно у куратора наставничества.");
  expect(letter.text).not.toContain(FACTS.documentLink);
  expect(letter.text).not.toMatch(/Анна|Ким|Ольга/);
});

describe("the name of a document", () => {
  const wb = memoryWorkbook("2026-09-20");
  const signedOn = "2026-09-14" as CalendarDate;
  const nameOf = (paper: string, heading: string | null, nobodyNamed = false, number: string | null = "84-02") =>
    plain(documentName(wb.add(documents, { paper, heading, number, signedOn }), nobodyNamed));

  test("an order is quoted by its date, number and heading", () => {
    expect(nameOf("Приказ о закреплении наставнических пар (групп)", "О закреплении наставнических пар")).toBe(
      "Приказ от 14 сентября 2026 г. № 84-02 «О закреплении наставнических пар»",
    );
  });
  test("another paper by its kind, its heading only where it says more", () => {
    expect(nameOf("Положение", "Положение о системе наставничества", false, null)).toBe(
      "Положение о системе наставничества от 14 сентября 2026 г.",
    );
    expect(nameOf("Дорожная карта", "План на год", false, null)).toBe(
      "Дорожная карта от 14 сентября 2026 г. («План на год»)",
    );
  });
  test("where nobody may be named, without the heading, which names people", () => {
    expect(nameOf("Программа наставничества", "Программа: Петрова А. И. — Сидоров И. С.", true)).toBe(
      "Программа наставничества от 14 сентября 2026 г. № 84-02",
    );
  });
});
