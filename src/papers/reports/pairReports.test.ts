// What a mentor and a mentee hand in: filled in from the programme, asked for in time, with confidence kept.
import { textOf } from "../../../test/docx";
import { day, lifeStand } from "../../../test/lifeStand";
import type { MemoryWorkbook } from "../../../test/memoryWorkbook";
import { diagnostics } from "../../bank/diagnostics.table";
import { builtInDocx } from "../../documents/builtInTemplates";
import { checkTemplate } from "../../documents/checkTemplate";
import { documents } from "../../documents/documents.table";
import type { Paper } from "../../documents/paper";
import { documentKey } from "../../documents/register";
import { renderDocument } from "../../documents/render";
import { pairs } from "../../pairing/pairs.table";
import { activities } from "../../programmes/activities.table";
import { programmes } from "../../programmes/programmes.table";
import { menteeFeedback, mentorReport } from "./pairReports";
import { menteeFeedbackPaper, mentorReportPaper } from "./pairReportPapers";

function linesOf<Input>(paper: Paper<Input>, input: Input): string[] {
  return textOf(renderDocument(builtInDocx(paper.templateKey), paper.data(input)).docx)
    .replace(/\u00a0/g, " ")
    .split("\n")
    .filter((line) => line.trim() !== "");
}
const about = (subject: string) => ({ subject, answers: {} });

/** П-2027-01 is Р-001 with Р-003, П-2027-03 a group; today is 15 March 2027. */
function school(): MemoryWorkbook {
  const wb = lifeStand();
  wb.update(programmes, "ПП-2027-01", { goal: "Помочь освоить анализ урока", meetings: "очно" });
  wb.update(activities, "А-001", { actualResult: "Проведено два занятия" });
  const measured = { doneOn: day("2026-09-05"), direction: "Методика обучения", stage: "на входе" } as const;
  wb.add(diagnostics, { ...measured, person: "Р-003", severity: 3 });
  wb.add(diagnostics, {
    ...measured,
    person: "Р-003",
    doneOn: day("2027-03-01"),
    stage: "на выходе",
    severity: 1,
    method: "анкета",
  });
  return wb;
}

test("the templates and the documented tags agree", () => {
  expect(checkTemplate(builtInDocx("mentorReport"), mentorReportPaper.tags)).toEqual([]);
  expect(checkTemplate(builtInDocx("menteeFeedback"), menteeFeedbackPaper.tags)).toEqual([]);
});

test("the mentor's report says what was planned and done", () => {
  expect(linesOf(mentorReportPaper, mentorReportPaper.sample)).toMatchInlineSnapshot(`
   [
     "Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № 7»",
     "ОТЧЁТ НАСТАВНИКА",
     "о реализации персонализированной программы наставничества",
     "за период с 14 сентября 2026 г. по 31 мая 2027 г.",
     "Наставник",
     "Петрова Анна Ивановна, учитель математики",
     "Наставляемый",
     "Сидоров Илья Сергеевич, педагог-психолог",
     "Основание",
     "приказ от 14.09.2026 № 84-02",
     "Форма и вид наставничества",
     "педагог — педагог; традиционное",
     "Направления работы",
     "Методика обучения; Работа с родителями",
     "Формат и периодичность встреч",
     "очно, не реже одного раза в две недели",
     "1. Цель программы",
     "Помочь наставляемому преодолеть затруднения в методике обучения и в работе с родителями.",
     "2. Выполнение плана мероприятий",
     "По плану к дню отчёта — 2 мероприятия, выполнено — 1. Всего в плане — 2.",
     "№",
     "п/п",
     "Мероприятие",
     "Срок",
     "Отметка о выполнении",
     "Результат",
     "1",
     "Посещение уроков наставника с последующим обсуждением",
     "30.10.2026",
     "выполнено",
     "Составлен перечень приёмов для собственных уроков",
     "2",
     "Подготовка родительского собрания",
     "11.12.2026",
     "3. Изменение затруднений наставляемого",
     "Направление",
     "В начале программы",
     "В конце программы",
     "Методика обучения",
     "заметные трудности",
     "владею уверенно",
     "Работа с родителями",
     "нужна помощь",
     "4. Достигнутые результаты",
     "5. Что не удалось и почему",
     "6. Рекомендации и предложения",
     "Наставник",
     "________________",
     "А. И. Петрова",
     "«___» ______________ 20___ г.",
     "Отчёт принят:",
     "куратор",
     "________________",
     "И. Л. Кузнецов",
   ]
  `);
});

test("the mentee's feedback is a page to write on", () => {
  expect(linesOf(menteeFeedbackPaper, menteeFeedbackPaper.sample)).toMatchInlineSnapshot(`
   [
     "Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № 7»",
     "ОТЗЫВ НАСТАВЛЯЕМОГО",
     "о персонализированной программе наставничества",
     "Наставляемый",
     "Сидоров Илья Сергеевич, педагог-психолог",
     "Наставник",
     "Петрова Анна Ивановна, учитель математики",
     "Период",
     "с 14 сентября 2026 г. по 31 мая 2027 г.",
     "Направления работы",
     "Методика обучения; Работа с родителями",
     "1. Как изменились мои затруднения",
     "Направление",
     "В начале программы",
     "Сейчас",
     "Методика обучения",
     "заметные трудности",
     "владею уверенно",
     "Работа с родителями",
     "нужна помощь",
     "2. Что дала мне работа с наставником, что было самым полезным",
     "3. Чего не хватило",
     "4. Мои планы и предложения",
     "Отзыв публикуется только при отдельном согласии на распространение персональных данных.",
     "«___» ______________ 20___ г.",
     "________________",
     "И. С. Сидоров",
   ]
  `);
});

test("the report takes the goal, the plan with its marks and results from the programme", () => {
  const wb = school();
  const lines = linesOf(mentorReportPaper, mentorReport.input(wb, about("П-2027-01"), null));
  expect(lines).toEqual(
    expect.arrayContaining([
      "Помочь освоить анализ урока.",
      "По плану к дню отчёта — 1 мероприятие, выполнено — 1. Всего в плане — 2.",
      "Проведено два занятия",
    ]),
  );
});

test("what a mentee has said in the closing questionnaire is not shown to the mentor, and is to the mentee", () => {
  const wb = school();
  expect(mentorReport.input(wb, about("П-2027-01"), null).difficulties).toEqual([
    { direction: "Методика обучения", whose: "", before: "нужна помощь", after: "" },
  ]);
  expect(menteeFeedback.input(wb, about("П-2027-01 Р-003"), null).difficulties).toEqual([
    { direction: "Методика обучения", whose: "", before: "нужна помощь", after: "небольшие трудности" },
  ]);
});

test("reports are wanted of pairs that are over or end within a month, until they are made", () => {
  const wb = school();
  wb.update(pairs, "П-2027-01", { endsOn: day("2027-04-10") });
  wb.add(documents, { paper: "Отзыв наставляемого", key: documentKey("menteeFeedback", "П-2027-01 Р-003", 1) });
  const wanted = (kind: typeof mentorReport | typeof menteeFeedback) =>
    (kind.subjects?.(wb) ?? []).map((one) => [one.subject, one.wanted]);
  expect(wanted(mentorReport)).toEqual([
    ["П-2027-01", true],
    ["П-2027-02", false],
    ["П-2027-03", false],
  ]);
  expect(wanted(menteeFeedback)).toEqual([
    ["П-2027-01 Р-003", false],
    ["П-2027-02 Р-004", false],
    ["П-2027-03 Р-004", false],
    ["П-2027-03 Р-005", false],
  ]);
});

test("a pair without a programme gets lines to write on, and the curator is told", () => {
  const wb = school();
  wb.update(programmes, "ПП-2027-01", { pair: "П-2027-04" });
  expect(mentorReport.obstacles?.(wb, about("П-2027-01"))).toMatchObject([
    { level: "warning", what: "У пары нет программы." },
  ]);
});

test("everybody named is concerned", () => {
  const wb = school();
  expect(mentorReport.concerns(wb, about("П-2027-03")).people).toEqual(["Р-001", "Р-004", "Р-005"]);
  expect(menteeFeedback.concerns(wb, about("П-2027-03 Р-005")).people).toEqual(["Р-005", "Р-001"]);
});
