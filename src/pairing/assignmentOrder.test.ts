// The assignment order as it comes out of the built-in template: what a head signs and an inspector reads.
import { documentXml, textOf } from "../../test/docx";
import { checkTemplate } from "../documents/checkTemplate";
import type { Participant } from "../documents/paper";
import { renderDocument } from "../documents/render";
import { builtInDocx } from "../documents/builtInTemplates";
import { nameKey, namesIn } from "../documents/tags";
import { assignmentOrder, type AssignmentOrderInput, type OrderedPair } from "./assignmentOrder";
import type { CalendarDate } from "../workbook/calendarDate";

const template = builtInDocx(assignmentOrder.templateKey);
const textWith = (change: Partial<AssignmentOrderInput>): string =>
  textOf(renderDocument(template, assignmentOrder.data({ ...assignmentOrder.sample, ...change })).docx).replace(
    /\u00a0/g,
    " ",
  );
const who = (fullName: string, post = "учитель физики"): Participant => ({ fullName, gender: null, post });
const [samplePair] = assignmentOrder.sample.pairs;
const pair = (change: Partial<OrderedPair>): OrderedPair => {
  if (samplePair === undefined) throw new Error("The sample has no pair.");
  return { ...samplePair, ...change };
};

test("the template and the documented tags agree", () => {
  expect(checkTemplate(template, assignmentOrder.tags)).toEqual([]);
});

test("whom one assigns stands in the accusative, to whom in the instrumental, posts agreeing", () => {
  expect(textWith({})).toContain(
    "Петрову Анну Ивановну, учителя математики, — за Сидоровым Ильёй Сергеевичем, педагогом-психологом, " +
      "с 14 сентября 2026 г. по 31 мая 2027 г.\n",
  );
});

test("a group is named with all its members", () => {
  const mentees = [
    who("Цой Анна Викторовна", "няня"),
    who("Черных Лев Фомич"),
    who("Мамедов Полад Муртуза оглы", "тьютор"),
  ];
  expect(textWith({ pairs: [pair({ mentees })] })).toContain(
    "— за Цой Анной Викторовной, няней; Черных Львом Фомичом, учителем физики; Мамедовым Поладом Муртуза оглы, тьютором, с",
  );
});

test("before registration number and date are blank everywhere; after it they stand in the order, annex and sheet", () => {
  const draft = textWith({});
  expect(draft.match(/№ __________/g)).toHaveLength(3);
  expect(draft.match(/«___» ______________ 20___ г\./g)).toHaveLength(3);
  const signed = textWith({ registration: { number: "84-02", date: "2026-09-14" as CalendarDate } });
  expect(signed.match(/№ 84-02/g)).toHaveLength(3);
  expect(signed.match(/14 сентября 2026 г\./g)?.length).toBeGreaterThanOrEqual(3);
  expect(signed).not.toContain("__________ 20");
});

test("sixty pairs go to the annex, all of them, with a repeated heading and rows that do not split", () => {
  const pairs = Array.from({ length: 60 }, (_, index) =>
    pair({
      mentor: who(`Иванова Анна Петровна ${"абвгдежзик".charAt(index % 10)}${String(index)}`),
      mentees: [who(`Цой Ия Олеговна ${String(index)}`)],
    }),
  );
  const { docx } = renderDocument(template, assignmentOrder.data({ ...assignmentOrder.sample, pairs }));
  const text = textOf(docx);
  for (const { mentor, mentees } of pairs) {
    expect(text).toContain(mentor.fullName);
    expect(text).toContain(mentees[0]?.fullName);
  }
  expect(text).toContain("в соответствии с приложением 1.");
  const xml = documentXml(docx);
  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(2);
  expect(xml.match(/<w:cantSplit\/>/g)?.length).toBeGreaterThan(120);
});

test("everybody concerned is on the acquaintance sheet once, the curator too", () => {
  const sheet =
    textWith({ pairs: [pair({}), pair({ mentees: [who("Цой Ия Олеговна")] })] }).split("ЛИСТ ОЗНАКОМЛЕНИЯ")[1] ?? "";
  for (const name of ["Петрова Анна Ивановна", "Сидоров Илья Сергеевич", "Цой Ия Олеговна", "Кузнецов Игорь Львович"]) {
    expect(sheet.split(name)).toHaveLength(2);
  }
});

test("clauses appear by the facts: agreements, the council's recommendation; the head keeps the control", () => {
  expect(textWith({ agreements: true })).toContain("в дополнительных соглашениях к трудовым договорам");
  expect(textWith({ agreements: false })).not.toContain("дополнительных соглашениях");
  expect(textWith({ councilMinutes: "протокол от 28.08.2026 № 1" })).toContain(
    "с учётом рекомендации совета наставников (протокол от 28.08.2026 № 1) и на основании письменного согласия",
  );
  expect(textWith({})).not.toContain("совета наставников");
  expect(textWith({})).toContain("Контроль за исполнением приказа оставляю за собой.");
});

test("a kindergarten's order speaks of its head and its workers", () => {
  const institution = {
    ...assignmentOrder.sample.institution,
    fullName: "муниципальное дошкольное учреждение «Детский сад № 3»",
    shortName: "МДОУ «Детский сад № 3»",
    head: who("Белая Инна Олеговна", "заведующий"),
  };
  const text = textWith({ institution, pairs: [pair({ mentor: who("Рыжая Ева Олеговна", "воспитатель") })] });
  expect(text).toContain("Рыжую Еву Олеговну, воспитателя, —");
  expect(text).toMatch(/Заведующий\n_+\nИ\. О\. Белая/);
});

test("markup in a name is text", () => {
  const text = textWith({ pairs: [pair({ mentor: who('Иванова <b>&"Анна" Петровна') })] });
  expect(text).toContain('<b>&"Анна"');
});

test("every tag that the order offers has a value behind it", () => {
  const names = namesIn(assignmentOrder.data(assignmentOrder.sample)).map(nameKey);
  expect(assignmentOrder.tags.map(({ name }) => nameKey(name)).filter((name) => !names.includes(name))).toEqual([]);
});
