// Letters are polite, complete, and carry nobody's markup or mail headers.
import type { CalendarDate } from "../workbook/calendarDate";
import { invitationLetter, reminderLetter, type LetterFacts } from "./letters";

const FACTS: LetterFacts = {
  to: "petrova@school7.example",
  fullName: "Петрова Анна Ильинична",
  title: "Анкета потенциального наставника — МБОУ СОШ № 7",
  purpose: "Просим рассказать о себе.",
  link: 'https://docs.example/form?entry.1=ПР-001&x="y"',
  deadline: "2026-09-20" as CalendarDate,
  schoolName: "МБОУ СОШ № 7",
  curatorName: "Ким Ольга Львовна",
  curatorEmail: "kim@school7.example",
};

test("an invitation greets by name, says until when, and gives the personal link", () => {
  expect(invitationLetter(FACTS).text).toBe(
    [
      "Здравствуйте, Анна Ильинична!",
      "Просим рассказать о себе.",
      "Пожалуйста, откройте анкету по ссылке и ответьте на вопросы до 20\u00a0сентября 2026\u00a0г. Это займёт несколько минут.",
      FACTS.link,
      "Ссылка личная: по ней видно, что отвечаете именно Вы. Пожалуйста, не пересылайте её.",
      "Ким Ольга Львовна, куратор наставничества\nМБОУ СОШ № 7",
    ].join("\n\n"),
  );
  expect(invitationLetter(FACTS)).toMatchObject({ subject: FACTS.title, replyTo: "kim@school7.example" });
});

test("a reminder says that it is one", () => {
  const { subject, text } = reminderLetter(FACTS);
  expect(subject).toBe(`Напоминание: ${FACTS.title}`);
  expect(text).toContain("Ответы принимаются до 20\u00a0сентября 2026\u00a0г.\n");
});

test("markup in a name or a link stays text, and a line break starts no mail header", () => {
  const hostile = invitationLetter({
    ...FACTS,
    fullName: "Петрова <b>Анна</b> Ильинична",
    title: "Анкета\r\nBcc: x@x.example",
  });
  expect(hostile.html).toContain("&lt;b&gt;Анна&lt;/b&gt;");
  expect(hostile.html).toContain("&amp;x=&quot;y&quot;");
  expect(hostile.subject).toBe("Анкета Bcc: x@x.example");
});

test("without names the letter greets everybody alike", () => {
  expect(invitationLetter({ ...FACTS, fullName: null }).text).toMatch(/^Здравствуйте!\n/);
});
