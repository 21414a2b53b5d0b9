// The reports of the year: real figures, nothing about fewer than three people, nobody who has withdrawn consent.
import { textOf } from "../../../test/docx";
import { day, lifeStand } from "../../../test/lifeStand";
import type { MemoryWorkbook } from "../../../test/memoryWorkbook";
import { pairsStand } from "../../../test/pairsStand";
import { CONSENT_KIND, consents } from "../../bank/consents.table";
import { builtInDocx } from "../../documents/builtInTemplates";
import { checkTemplate } from "../../documents/checkTemplate";
import { documents } from "../../documents/documents.table";
import type { Paper } from "../../documents/paper";
import { renderDocument } from "../../documents/render";
import { pairs } from "../../pairing/pairs.table";
import { programmes } from "../../programmes/programmes.table";
import { answers } from "../../questionnaires/answers.table";
import { forms } from "../../questionnaires/forms.table";
import { settings } from "../../school/settings.table";
import { FINAL_MENTEE, FINAL_MENTOR } from "../../surveys/finalQuestionnaires";
import type { Answers } from "../fields";
import { analyticReport } from "./analyticReport";
import { analyticReportPaper } from "./analyticReportPaper";
import { municipalReturn } from "./municipalReturn";
import { municipalReturnPaper } from "./municipalReturnPaper";

function linesOf<Input>(paper: Paper<Input>, input: Input): string[] {
  return textOf(renderDocument(builtInDocx(paper.templateKey), paper.data(input)).docx)
    .replace(/\u00a0/g, " ")
    .split("\n")
    .filter((line) => line.trim() !== "");
}
const about = (typed: Answers = {}) => ({ subject: "2026-2027", answers: typed });

function survey(wb: MemoryWorkbook, questionnaire: string, schoolYear: string, marks: readonly number[]): void {
  const form = wb.add(forms, { questionnaire, schoolYear });
  marks.forEach((overall, index) => {
    wb.add(answers, {
      form: form.code,
      questionnaire,
      person: `Р-00${index + 1}`,
      answeredAt: "2027-03-01T10:00:00+03:00",
      status: "учтён",
      overall,
      values: { overall, effectiveness: overall, confidence: index === 0 ? "нет" : "да", lacked: "Тайное слово" },
    });
  });
}

/** Three mentees and two mentors have answered; last year four mentees did. */
function school(): MemoryWorkbook {
  const wb = pairsStand();
  survey(wb, FINAL_MENTEE, "2026/2027", [10, 8, 6]);
  survey(wb, FINAL_MENTOR, "2026/2027", [9, 9]);
  survey(wb, FINAL_MENTEE, "2025/2026", [10, 8, 6, 5]);
  wb.update(pairs, "П-2027-02", { status: "завершена" });
  wb.update(programmes, "ПП-2027-02", { status: "завершена" });
  return wb;
}

test("the templates and the documented tags agree", () => {
  expect(checkTemplate(builtInDocx("analyticReport"), analyticReportPaper.tags)).toEqual([]);
  expect(checkTemplate(builtInDocx("municipalReturn"), municipalReturnPaper.tags)).toEqual([]);
});

test("the analytic report reads in ten sections, with lines to write on where nothing was typed", () => {
  expect(linesOf(analyticReportPaper, analyticReportPaper.sample)).toMatchInlineSnapshot(`
   [
     "УТВЕРЖДАЮ",
     "Директор МБОУ «СОШ № 7»",
     "_____________ О. П. Вершинина",
     "«___» ______________ 20___ г.",
     "Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № 7»",
     "ИТОГОВЫЙ АНАЛИТИЧЕСКИЙ ОТЧЁТ",
     "о реализации системы наставничества и персонализированных программ",
     "наставничества педагогических работников в 2026/2027 учебном году",
     "1. Основание и период",
     "Отчёт составлен за 2026/2027 учебный год по данным на 10 июня 2027 г.",
     "Основания:",
     "приказ от 14.09.2026 № 84-02 «О закреплении наставнических пар (групп) в 2026/2027 учебном году».",
     "2. Условия реализации",
     "Куратор реализации программ наставничества — Кузнецов Игорь Львович, заместитель директора по УВР. Создан совет наставников (приказ от 02.09.2026 № 81-02). В учебном году оформлено протоколов заседаний совета — 4.",
     "Кадровые, методические, материальные и информационные ресурсы:",
     "методический кабинет;",
     "база открытых уроков.",
     "3. Участники и показатели",
     "Участники наставничества",
     "Количество",
     "Педагогических работников",
     "42",
     "Наставников",
     "9",
     "Наставляемых",
     "12",
     "Показатели системы наставничества:",
     "Показатель",
     "Значение",
     "Сколько из скольких",
     "Прошлый год",
     "Ориентир",
     "Доля педагогов, вовлечённых в наставничество",
     "50 %",
     "21 из 42",
     "38 %",
     "устанавливает организация",
     "Удовлетворённость наставников",
     "—",
     "меньше 3 человек: не показывается",
     "—",
     "85 %",
     "Доли по группам менее трёх человек не приводятся.",
     "4. Персонализированные программы",
     "Программы и мероприятия",
     "Количество",
     "Завершено полностью",
     "8",
     "Прекращено досрочно",
     "1",
     "5. Результаты опроса участников",
     "Результаты обобщены: отдельные ответы и имена не приводятся.",
     "Итоговая анкета наставляемого: приглашены — 12, ответили — 10.",
     "Вопрос",
     "Средняя оценка, доля",
     "Насколько эффективной была программа наставничества?",
     "8,7 из 10",
     "Итоговая анкета наставника: приглашены — 9, ответили — 2. Ответов недостаточно для обобщения.",
     "6. SWOT-анализ",
     "Сильные стороны:",
     "опытные наставники по всем направлениям.",
     "Слабые стороны:",
     "Возможности:",
     "Угрозы:",
     "7. Формы и виды наставничества, профессиональный рост",
     "Форма, вид наставничества",
     "Пар и групп",
     "Наставляемых",
     "педагог — педагог; традиционное",
     "8",
     "8",
     "Аттестация и повышение квалификации участников:",
     "два наставника аттестованы на высшую категорию.",
     "Участие в конкурсах, конференциях, фестивалях:",
     "8. Лучшие практики",
     "«Урок вдвоём»: совместное проведение и разбор уроков.",
     "9. Проблемы и риски",
     "10. Выводы и предложения на следующий учебный год",
     "Выводы:",
     "программы в основном выполнены.",
     "Предложения:",
     "Приложение: перечень наставнических пар (групп).",
     "Заместитель директора по УВР",
     "________________",
     "И. Л. Кузнецов",
     "Приложение",
     "к итоговому аналитическому отчёту",
     "за 2026/2027 учебный год",
     "Перечень наставнических пар (групп)",
     "в 2026/2027 учебном году",
     "№",
     "п/п",
     "Наставник, должность",
     "Наставляемый, должность",
     "Форма, вид наставничества",
     "Направления",
     "Срок",
     "Состояние",
     "1",
     "Петрова Анна Ивановна, учитель математики",
     "Сидоров Илья Сергеевич, педагог-психолог",
     "педагог — педагог; традиционное",
     "Методика обучения",
     "с 14.09.2026 по 31.05.2027",
     "завершена",
   ]
  `);
});

test("figures are those of the workbook", () => {
  const wb = school();
  const input = analyticReport.input(wb, about({ ...analyticReport.proposed?.(wb, null) }), null);
  expect(Object.fromEntries(input.participants.map(({ name, value }) => [name, value]))).toEqual({
    "Работающих педагогов": "7",
    "Наставников, работавших в парах и группах": "2",
    "Наставляемых, работавших в парах и группах": "3",
    "Пар и групп за год, всего": "3",
    "из них групп": "1",
    "Завершено пар и групп": "1",
    "Прекращено пар и групп досрочно": "0",
    "Ожидают наставника": "0",
  });
  expect(input.programmes.map(({ value }) => value)).toEqual(["3", "1", "0", "0", "2", "3", "3"]);
  expect(input.indicators.find(({ title }) => title.startsWith("P3"))).toMatchObject({
    value: "67\u00a0%",
    counted: "2 из 3",
    // The answers of last year are still there.
    lastYear: "50\u00a0%",
  });
  expect(input.grounds).toEqual(["приказ от 14.09.2026 №\u00a084-02"]);
  expect(input.forms).toEqual([
    { name: "педагог — педагог; традиционное", pairs: 2, mentees: 2 },
    { name: "педагог — педагог; групповое", pairs: 1, mentees: 2 },
  ]);
});

test("the survey is shown by sides without words or names, and not for fewer than three", () => {
  const [mentee, mentor] = analyticReport.input(school(), about(), null).surveys;
  expect(mentee).toMatchObject({ name: "Итоговая анкета наставляемого", answered: 3 });
  expect(mentee?.results).toEqual([
    { name: "Насколько эффективной была программа наставничества?", value: "8 из 10" },
    { name: "Насколько Вы в целом удовлетворены совместной работой?", value: "8 из 10" },
    { name: "Чувствуете ли Вы себя увереннее в работе? («да» и «скорее да»)", value: "67\u00a0%" },
  ]);
  expect(mentor).toMatchObject({ answered: 2, results: [] });
});

test("last year's report hands its figures on to this year's", () => {
  const wb = school();
  wb.add(documents, {
    paper: "Итоговый аналитический отчёт",
    key: "analyticReport:2025-2026:1",
    details: { subject: "2025-2026", answers: { figures: [{ indicator: "P1. Доля", value: "38 %" }] } },
  });
  const input = analyticReport.input(wb, about({ ...analyticReport.proposed?.(wb, null) }), null);
  expect(input.indicators.find(({ title }) => title.startsWith("P1."))?.lastYear).toBe("38 %");
});

test("a pair of somebody who has withdrawn the consent is counted and not named", () => {
  const wb = school();
  const own = wb.all(consents).filter(({ person, kind }) => person === "Р-004" && kind === CONSENT_KIND.personalData);
  for (const { code } of own) wb.update(consents, code, { withdrawnOn: day("2027-03-01") });
  const input = analyticReport.input(wb, about(), null);
  expect(input).toMatchObject({ unnamed: 2, pairs: [{ mentees: [{ fullName: "Снегирёва Анна Олеговна" }] }] });
  expect(analyticReport.concerns(wb, about()).people).toEqual(["Р-001", "Р-003"]);
  expect(linesOf(analyticReportPaper, input)).toContain(
    "Пары, участники которых отозвали согласие на обработку персональных данных, не названы: 2.",
  );
});

test("a school that has not asked yet is told before the report is made", () => {
  expect(analyticReport.obstacles?.(school(), about())).toEqual([]);
  expect(analyticReport.obstacles?.(lifeStand(), about())).toMatchObject([{ level: "warning" }]);
});

test("the municipal return says what the register proves on the day", () => {
  const wb = school();
  wb.setSettings(settings, { site: "https://school7.example", schoolFullName: "школа № 7" });
  wb.add(documents, {
    paper: "Приказ",
    key: "approvalOrder:2026-2027:1",
    number: "80-01",
    signedOn: day("2026-09-01"),
    status: "подписан",
  });
  const typed = {
    ...municipalReturn.proposed?.(wb, null),
    asOf: "2027-03-10",
    practices: ["Урок вдвоём"],
    remarks: [
      { indicator: "Приказ о внедрении системы наставничества", link: "https://school7.example/80", note: "с изм." },
    ],
  };
  const input = municipalReturn.input(wb, about(typed), null);
  expect(input.dueOn).toBe("2027-06-15");
  expect(input.rows.map(({ indicator, value, link, note }) => [indicator, value, link, note].join(" | "))).toEqual([
    "Раздел «Наставничество» на официальном сайте | есть | https://school7.example | ",
    "Приказ о внедрении системы наставничества | приказ от 01.09.2026 №\u00a080-01 | https://school7.example/80 | с изм.",
    "Положение о системе наставничества | утверждено: приказ от 01.09.2026 №\u00a080-01 |  | ",
    "Дорожная карта (план мероприятий) | нет |  | ",
    "Персонализированные программы наставничества | есть: программ — 3 |  | ",
    "Приказ о назначении куратора | приказ от 01.09.2026 №\u00a080-01 |  | ",
    "База наставников и наставляемых | есть: наставников — 3, наставляемых — 4 |  | ",
    "Локальный акт о материальном стимулировании наставников | нет |  | ",
    "Приказ (приказы) о закреплении наставнических пар (групп) | приказ от 14.09.2026 №\u00a084-02 |  | ",
    "Количество наставнических пар и групп по приказам | пар — 2, групп — 1 |  | ",
    "Лучшие практики (кейсы) наставничества | Урок вдвоём |  | ",
  ]);
  expect(linesOf(municipalReturnPaper, input)).toContain("в 2026/2027 учебном году (по состоянию на 10 марта 2027 г.)");
});

test("the return names no participant, and does not know the future", () => {
  const wb = school();
  const lines = linesOf(municipalReturnPaper, municipalReturn.input(wb, about(), null)).join("\n");
  expect(lines).not.toMatch(/Ландышев|Хвойн|Снегирёв|Дроздов|Зябликов/);
  expect(municipalReturn.obstacles?.(wb, about({ asOf: "2027-06-01" }))?.map(({ level }) => level)).toEqual([
    "error",
    "warning",
  ]);
  expect(municipalReturn.input(wb, about({ asOf: "2026-09-13" }), null).rows[9]?.value).toBe("пар — 0, групп — 0");
});
