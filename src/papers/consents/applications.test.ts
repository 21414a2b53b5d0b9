// The applications as they come out of the built-in template, and what a filed one writes into the banks.
import { textOf } from "../../../test/docx";
import { memoryWorkbook, type MemoryWorkbook } from "../../../test/memoryWorkbook";
import { mentees } from "../../bank/mentees.table";
import { mentors } from "../../bank/mentors.table";
import { people } from "../../bank/people.table";
import { builtInDocx } from "../../documents/builtInTemplates";
import { checkTemplate } from "../../documents/checkTemplate";
import { documents } from "../../documents/documents.table";
import { renderDocument } from "../../documents/render";
import { pairs } from "../../pairing/pairs.table";
import { settings } from "../../school/settings.table";
import type { CalendarDate } from "../../workbook/calendarDate";
import { APPLICATIONS } from "./applications";

const kind = (key: string) => {
  const found = APPLICATIONS.find(({ paper }) => paper.key === key);
  if (!found) throw new Error(`There is no kind ${key}.`);
  return found;
};
const textBy = (wb: MemoryWorkbook, key: string, subject: string, answers = {}): string[] => {
  const { paper, input } = kind(key);
  const { docx } = renderDocument(builtInDocx("application"), paper.data(input(wb, { subject, answers }, null)));
  return textOf(docx)
    .replace(/\u00a0/g, " ")
    .split("\n")
    .filter((line) => line.trim() !== "");
};

function school(): MemoryWorkbook {
  const wb = memoryWorkbook("2026-11-20");
  wb.setSettings(settings, {
    schoolShortName: "МБОУ «СОШ № 7»",
    schoolYear: "2026/2027",
    headName: "Вершинина Ольга Павловна",
    headPost: "директор",
  });
  wb.add(people, { fullName: "Петрова Анна Ивановна", sex: "женский", post: "учитель математики" });
  wb.add(people, { fullName: "Сидоров Илья Сергеевич", sex: "мужской", post: "педагог-психолог" });
  wb.add(people, { fullName: "Рощина Нина Львовна", sex: "женский", post: "учитель химии" });
  wb.add(mentors, { person: "Р-001", fullName: "Петрова Анна Ивановна", competences: ["Методика обучения"] });
  wb.add(mentees, { person: "Р-002", fullName: "Сидоров Илья Сергеевич", request: "Вести занятия с детьми с ОВЗ" });
  wb.add(documents, { paper: "Приказ", number: "84-02", signedOn: "2026-09-14" as CalendarDate });
  wb.add(pairs, { mentor: "Н-001", mentees: ["М-001"], status: "действует", order: "Д-2026-01" });
  return wb;
}

test.each(APPLICATIONS.map(({ paper }) => paper))("the template and the tags of «$title» agree", (paper) => {
  expect(checkTemplate(builtInDocx("application"), paper.tags)).toEqual([]);
});

test("a teacher asks the head to be made a mentor", () => {
  expect(textBy(school(), "applicationMentor", "Р-001")).toMatchInlineSnapshot(`
   [
     "Директору",
     "МБОУ «СОШ № 7»",
     "Вершининой О. П.",
     "от учителя математики",
     "Петровой Анны Ивановны",
     "ЗАЯВЛЕНИЕ",
     "Прошу рассмотреть мою кандидатуру и назначить меня наставником педагогических работников в 2026/2027 учебном году.",
     "Готова помогать по направлениям: методика обучения.",
     "С положением о системе наставничества ознакомлена. Письменное согласие на выполнение работы по наставничеству оформлю отдельным документом.",
     "«___» ______________ 20___ г.",
     "________________",
     "А. И. Петрова",
   ]
  `);
});

test("a mentee's own request stands in the application; without one there are lines to write on", () => {
  const wb = school();
  expect(textBy(wb, "applicationMentee", "Р-002")).toContain("Мне нужна помощь: вести занятия с детьми с ОВЗ.");
  expect(textBy(wb, "applicationMentee", "Р-003")).toContain("Мне нужна помощь:");
});

test("a refusal names the pair and its order, on either side; the day is blank until it is typed", () => {
  const wb = school();
  const { subjects, concerns } = kind("applicationRefusal");
  expect(subjects?.(wb).map(({ subject, note }) => [subject, note])).toEqual([
    ["П-2026-01 Р-001", "Наставник; наставляемые: Сидоров Илья Сергеевич"],
    ["П-2026-01 Р-002", "Наставляемый; наставник — Петрова Анна Ивановна"],
  ]);
  expect(textBy(wb, "applicationRefusal", "П-2026-01 Р-001", { from: "2026-12-01" })).toContain(
    "Прошу с 1 декабря 2026 г. освободить меня от выполнения работы по наставничеству в отношении Сидорова Ильи Сергеевича, педагога-психолога (приказ от 14.09.2026 № 84-02). Досрочный отказ от этой работы предусмотрен статьёй 351.8 Трудового кодекса Российской Федерации.",
  );
  expect(textBy(wb, "applicationRefusal", "П-2026-01 Р-002")).toContain(
    "Прошу с «___» ______________ 20___ г. прекратить моё участие в наставничестве в качестве наставляемого; за мной закреплён наставник — Петрова Анна Ивановна, учитель математики (приказ от 14.09.2026 № 84-02).",
  );
  expect(concerns(wb, { subject: "П-2026-01 Р-002", answers: {} })).toEqual({
    pairs: ["П-2026-01"],
    people: ["Р-002", "Р-001"],
  });
});

test("a change of the mentor is asked for by mentees alone", () => {
  const wb = school();
  expect(kind("applicationChange").subjects?.(wb)).toHaveLength(1);
  expect(textBy(wb, "applicationChange", "П-2026-01 Р-002")).toContain(
    "Прошу рассмотреть вопрос о замене закреплённого за мной наставника — Петровой Анны Ивановны, учителя математики (приказ от 14.09.2026 № 84-02). Работу по персонализированной программе наставничества прошу продолжить с другим наставником.",
  );
});

test("a filed application puts its author into the bank once, with its date", () => {
  const wb = school();
  const record = wb.add(documents, { paper: "Заявление", signedOn: "2026-11-18" as CalendarDate });
  const { signed } = kind("applicationMentor");
  signed?.(wb, { subject: "Р-003", answers: {} }, record);
  signed?.(wb, { subject: "Р-003", answers: {} }, record);
  expect(wb.all(mentors).filter(({ person }) => person === "Р-003")).toMatchObject([
    { status: "кандидат", application: "от 18.11.2026" },
  ]);
});
