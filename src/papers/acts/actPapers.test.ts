// The acts as they come out of the built-in templates: what a head signs and an inspector reads.
import { documentXml, textOf } from "../../../test/docx";
import { builtInDocx } from "../../documents/builtInTemplates";
import { checkTemplate } from "../../documents/checkTemplate";
import { SAMPLE_INSTITUTION, type Paper, type Participant } from "../../documents/paper";
import { renderDocument } from "../../documents/render";
import { toCalendarDate } from "../../workbook/calendarDate";
import { ACTS } from ".";
import { UNION } from "./actParts";
import { approvalOrder } from "./approvalOrderPaper";
import { councilOrder } from "./councilOrderPaper";
import { regulation } from "./regulationPaper";
import { roadmap } from "./roadmapPaper";
import { proposedRoadmap, STAGES } from "./roadmapRows";

const rendered = <Input>(paper: Paper<Input>, change: Partial<Input> = {}): string =>
  renderDocument(builtInDocx(paper.templateKey), paper.data({ ...paper.sample, ...change })).docx;
const textWith = <Input>(paper: Paper<Input>, change: Partial<Input> = {}): string =>
  textOf(rendered(paper, change)).replace(/\u00a0/g, " ");
const who = (fullName: string, post = "учитель физики"): Participant => ({ fullName, gender: null, post });
const many = Array.from({ length: 60 }, (_, index) => who(`Иванова Анна Петровна ${String(index)}`));

const SIGNED = { number: "84-02", date: toCalendarDate(2026, 8, 31) };
const KINDERGARTEN = {
  ...SAMPLE_INSTITUTION,
  fullName: "муниципальное казённое дошкольное образовательное учреждение «Детский сад «Ласточка»",
  shortName: "МКДОУ «Детский сад «Ласточка»",
  head: { ...SAMPLE_INSTITUTION.head, post: "заведующий" },
};

test("the templates and the documented tags agree, and each sample fills its template without a remark", () => {
  for (const { paper } of ACTS) {
    expect(checkTemplate(builtInDocx(paper.templateKey), paper.tags)).toEqual([]);
    expect(renderDocument(builtInDocx(paper.templateKey), paper.data(paper.sample)).problems).toEqual([]);
  }
});

describe("the order that approves the regulation", () => {
  test("reads as a secretary would write it", () => {
    const [order = ""] = textWith(approvalOrder).split("ЛИСТ ОЗНАКОМЛЕНИЯ");
    expect(order.trim()).toBe(
      [
        "Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № 7»",
        "(МБОУ «СОШ № 7»)",
        "ПРИКАЗ",
        "«___» ______________ 20___ г.",
        "№ __________",
        "г. Заречный Бор",
        "Об утверждении Положения о системе",
        "наставничества педагогических работников",
        "В соответствии с Федеральным законом от 29.12.2012 № 273-ФЗ «Об образовании в Российской Федерации», " +
          "статьёй 351.8 Трудового кодекса Российской Федерации, в целях создания условий для непрерывного " +
          "профессионального роста педагогических работников и их закрепления в профессии, на основании решения " +
          "педагогического совета (протокол от 28.08.2026 № 1), с учётом мнения первичной профсоюзной организации " +
          "(протокол от 27.08.2026 № 4)",
        "ПРИКАЗЫВАЮ:",
        "Ввести в организации систему (целевую модель) наставничества педагогических работников.",
        "Утвердить Положение о системе наставничества педагогических работников (далее — Положение) согласно " +
          "приложению 1 и ввести его в действие со дня подписания приказа.",
        "Утвердить дорожную карту (план мероприятий) по реализации Положения на 2026/2027 учебный год согласно " +
          "приложению 2.",
        "Назначить куратором реализации программ наставничества (далее — куратор) Кузнецова Игоря Львовича, " +
          "заместителя директора по УВР.",
        "Куратору:",
        "организовать выполнение мероприятий дорожной карты и вести учёт наставников и наставляемых;",
        "до 7 сентября 2026 г. ознакомить педагогических работников с приказом и Положением под подпись " +
          "(лист ознакомления прилагается).",
        "Белых Павлу Андреевичу, учителю информатики, разместить приказ, Положение и дорожную карту на официальном " +
          "сайте организации (https://school7.example) до 11 сентября 2026 г.",
        "Контроль за исполнением приказа оставляю за собой.",
        "",
        "Директор",
        "________________",
        "О. П. Вершинина",
      ].join("\n"),
    );
  });

  test("leaves out what the school has not said, and nothing else", () => {
    const text = textWith(approvalOrder, {
      council: { number: "", on: "" },
      union: UNION.none,
      introduces: false,
      roadmap: false,
      publish: true,
      siteKeeper: null,
      publishBy: null,
      acquaintBy: null,
    });
    expect(text).toContain("и их закрепления в профессии\nПРИКАЗЫВАЮ:\nУтвердить Положение");
    expect(text).toContain("\nорганизовать реализацию Положения и вести учёт");
    expect(text).toContain("\nознакомить педагогических работников");
    expect(text).toContain(
      "\nРазместить приказ, Положение на официальном сайте организации (https://school7.example).\n",
    );
    expect(text).not.toMatch(/дорожн|профсоюз|протокол|приложению 2/);
    expect(textWith(approvalOrder, { publish: false })).not.toContain("сайте");
  });

  test("names who watches over it, what it repeals, its number and date", () => {
    const text = textWith(approvalOrder, {
      registration: SIGNED,
      control: who("Черных Лев Фомич", "заместитель директора по воспитательной работе"),
      repealed: "приказ от 24.03.2022 № 23-02",
      union: UNION.agreed,
    });
    expect(text).toContain("31 августа 2026 г.\n№ 84-02\n");
    expect(text).toContain("Признать утратившим силу приказ от 24.03.2022 № 23-02.\n");
    expect(text).toContain("возложить на Черных Льва Фомича, заместителя директора по воспитательной работе.\n");
    expect(text).toContain("по согласованию с первичной профсоюзной организацией (протокол от 27.08.2026 № 4)");
    expect(text).not.toContain("__________ 20");
  });

  test("sixty teachers sign on a sheet whose heading is repeated; lines are left for those who are not named", () => {
    const docx = rendered(approvalOrder, { acquainted: many, blankLines: 2 });
    const [, sheet = ""] = textOf(docx).split("ЛИСТ ОЗНАКОМЛЕНИЯ");
    for (const { fullName } of many) expect(sheet).toContain(`\n${fullName}\n`);
    expect(sheet).toMatch(/\n61\n\n\n\n\n62\n/);
    expect(documentXml(docx).match(/<w:tblHeader\/>/g)).toHaveLength(1);
  });
});

describe("the regulation", () => {
  const chapters = (text: string): string[] =>
    text
      .split("\n")
      .filter((line) =>
        [
          "Общие положения",
          "Цель и задачи системы наставничества",
          "Формы и виды наставничества",
          "Организация системы наставничества",
          "Формирование наставнических пар и групп",
          "Персонализированная программа наставничества",
          "Права и обязанности наставника",
          "Права и обязанности наставляемого",
          "Завершение и досрочное прекращение наставничества",
          "Мониторинг и оценка результатов",
          "Поощрение участников",
          "Персональные данные и размещение сведений на сайте",
          "Заключительные положения",
        ].includes(line),
      );

  test("has thirteen chapters and says what the law says of the three working days", () => {
    const text = textWith(regulation);
    expect(chapters(text)).toHaveLength(13);
    expect(text).toContain("ПРИНЯТО\nпедагогическим советом\n(протокол от 28.08.2026 № 1)\n\nУЧТЕНО МНЕНИЕ\n");
    expect(text).toContain("УТВЕРЖДЕНО\nприказом МБОУ «СОШ № 7»\nот «___» ______________ 20___ г.\n№ __________\n");
    expect(text).toContain(
      "в муниципальном бюджетном общеобразовательном учреждении «Средняя общеобразовательная школа № 7» (далее — организация)",
    );
    expect(text).toContain("предупредив об этом работника не менее чем за 3 рабочих дня.");
    expect(text).toContain("не более 2 наставляемых.");
    expect(text).toContain("\nпедагог — педагог;\n");
    expect(text).toContain("\nработодатель — студент.\n");
    expect(text).toContain("\nтрадиционное (один на один) — более опытный педагог");
    expect(textWith(regulation, { noticeDays: 5, capacity: 1 })).toMatch(
      /не более 1 наставляемого\.[^]*за 5 рабочих дней\./,
    );
  });

  test("speaks of children, groups and lessons in a kindergarten, of pupils, subjects and lessons in a school", () => {
    const garden = textWith(regulation, {
      institution: KINDERGARTEN,
      kindergarten: true,
      forms: ["воспитатель — воспитатель"],
    });
    expect(garden).toContain("с воспитанниками и их родителями");
    expect(garden).toContain("сменившие должность, возрастную группу");
    expect(garden).not.toMatch(/обучающи|урок|учебный предмет/);
    const school = textWith(regulation);
    expect(school).toContain("с обучающимися и их родителями");
    expect(school).not.toMatch(/воспитанник|возрастн/);
  });

  test("a school without a council or a union is not told of them", () => {
    const text = textWith(regulation, { mentorsCouncil: false, union: UNION.none, approval: SIGNED });
    expect(text).not.toMatch(/овет наставников|куратора и совета|СОГЛАСОВАНО|УЧТЕНО/);
    expect(text).toContain("от 31 августа 2026 г.\n№ 84-02\n");
    expect(chapters(text)).toHaveLength(13);
  });

  test("an unknown date of the педсовет is a line to write on", () => {
    expect(textWith(regulation, { council: { number: "3", on: "" } })).toContain("(протокол от ___________ № 3)");
    expect(textWith(regulation, { council: { number: "", on: "" } })).toContain("(протокол от ___________ № ____)");
  });
});

describe("the roadmap", () => {
  const YEAR = { startsOn: toCalendarDate(2026, 9, 1), endsOn: toCalendarDate(2027, 5, 31) };
  const WORDS = { headPost: "Заведующий", council: false, kindergarten: true };

  test("covers the seven stages on the dates of the year, on working days", () => {
    const rows = proposedRoadmap(YEAR, { headPost: "Директор", council: true, kindergarten: false });
    expect([...new Set(rows.map(({ stage }) => stage))]).toEqual(STAGES);
    expect(rows.find(({ activity }) => activity === "Закрепление пар (групп)")?.term).toBe("до 30.09.2026");
    expect(rows.find(({ activity }) => activity === "Реализация программ")?.term.replace(/\u00a0/g, " ")).toBe(
      "октябрь 2026 г. — апрель 2027 г.",
    );
    // 20 June 2027 is a Sunday.
    expect(rows.find(({ activity }) => activity === "Подведение итогов года")?.term).toBe("до 18.06.2027");
    expect(rows.every((row) => Object.values(row).every((cell) => String(cell).trim() !== ""))).toBe(true);
  });

  test("another year gives other dates; without a council nobody is told to meet; a kindergarten has no lessons", () => {
    const rows = proposedRoadmap({ startsOn: toCalendarDate(2027, 9, 1), endsOn: toCalendarDate(2028, 5, 31) }, WORDS);
    const all = JSON.stringify(rows);
    expect(all).toContain("01.09.2027");
    expect(all).not.toMatch(/2026|овет|урок/);
    expect(all).toContain("заведующий");
  });

  test("a stage is named once, rows are numbered, the heading is repeated on every page", () => {
    const docx = rendered(roadmap);
    const text = textOf(docx).replace(/\u00a0/g, " ");
    for (const stage of STAGES) expect(text.split(`\n${stage}\n`)).toHaveLength(2);
    expect(text).toContain("ПРИНЯТА\nпедагогическим советом\n(протокол от 28.08.2026 № 1)");
    expect(text).toContain(
      "УТВЕРЖДЕНА\nприказом МБОУ «СОШ № 7»\nот «___» ______________ 20___ г. № __________\n(приложение 2)",
    );
    expect(text).not.toContain("УТВЕРЖДАЮ");
    expect(documentXml(docx)).toContain("<w:tblHeader/>");
    expect(documentXml(docx)).toContain('w:orient="landscape"');
  });

  test("one that the head signs has the head's approval", () => {
    const text = textWith(roadmap, { byOrder: false, approval: { number: "", date: SIGNED.date } });
    expect(text).toContain("УТВЕРЖДАЮ\nДиректор МБОУ «СОШ № 7»\n_______________ О. П. Вершинина\n31 августа 2026 г.");
    expect(text).not.toContain("приложение 2");
  });
});

describe("the order about the council", () => {
  test("names the chair, the secretary, the members and the plan", () => {
    const text = textWith(councilOrder);
    expect(text).toContain(
      [
        "Создать совет наставников на 2026/2027 учебный год и утвердить его состав:",
        "председатель совета — Кузнецов Игорь Львович, заместитель директора по УВР;",
        "секретарь совета — Петрова Анна Ивановна, учитель математики;",
        "члены совета:",
        "Сидоров Илья Сергеевич, педагог-психолог;",
        "Цой Анна Викторовна, учитель-логопед.",
        "Утвердить план заседаний совета наставников на 2026/2027 учебный год (приложение).",
      ].join("\n"),
    );
    expect(text).toContain(
      "Куратору реализации программ наставничества Кузнецову И. Л., заместителю директора по УВР, ознакомить",
    );
    expect(text).toContain("\nсентябрь 2026 г.\nО плане работы совета.\nПредседатель\n");
    const [, sheet = ""] = text.split("ЛИСТ ОЗНАКОМЛЕНИЯ");
    expect(sheet.match(/Кузнецов Игорь Львович/g)).toHaveLength(1);
  });

  test("without members the secretary ends the list; without a plan there is no annex", () => {
    const text = textWith(councilOrder, { members: [], meetings: [] });
    expect(text).toContain("секретарь совета — Петрова Анна Ивановна, учитель математики.\nСовету наставников:\n");
    expect(text).not.toMatch(/риложение|План заседаний/);
  });

  test("sixty members are all named and all sign", () => {
    const text = textWith(councilOrder, { members: many });
    for (const { fullName } of many) expect(text.split(fullName).length).toBeGreaterThanOrEqual(3);
    expect(text).toContain("Иванова Анна Петровна 59, учитель физики.\n");
  });
});
