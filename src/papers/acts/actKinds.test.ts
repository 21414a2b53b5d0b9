// The acts as kinds of papers: what is proposed, what keeps them back, how the order and its annexes know of each other.
import { memoryDrive, type MemoryDrive } from "../../../test/memoryDrive";
import { memoryWorkbook, type MemoryWorkbook } from "../../../test/memoryWorkbook";
import { textOf } from "../../../test/docx";
import { CONSENT_KIND, consents } from "../../bank/consents.table";
import { people } from "../../bank/people.table";
import { documents } from "../../documents/documents.table";
import { DEFAULT_MENTORING_FORMS, DEFAULT_MENTORING_KINDS } from "../../school/mentoringForms";
import { settings } from "../../school/settings.table";
import type { CalendarDate } from "../../workbook/calendarDate";
import type { Answers } from "../fields";
import { makePapers } from "../makePapers";
import { obstaclesOf } from "../obstacles";
import type { AnyPaperKind } from "../paperKind";
import { registerPapers } from "../registerPapers";
import { casesOf } from "../subjects";
import { ACTS } from ".";
import { APPROVED_BY } from "./roadmap";

const ON = "2026-08-31" as CalendarDate;
const kindOf = (key: string): AnyPaperKind => {
  const found = ACTS.find(({ paper }) => paper.key === key);
  if (found === undefined) throw new Error(`There is no kind ${key}.`);
  return found;
};
const find = (key: string) => ACTS.find(({ paper }) => paper.key === key);

let wb: MemoryWorkbook;
let drive: MemoryDrive;
beforeEach(() => {
  drive = memoryDrive();
  wb = memoryWorkbook("2026-09-02", {
    mentoringForms: [...DEFAULT_MENTORING_FORMS],
    mentoringKinds: [...DEFAULT_MENTORING_KINDS],
  });
  wb.setSettings(settings, {
    schoolFullName: "муниципальное бюджетное общеобразовательное учреждение «Школа № 7»",
    schoolShortName: "МБОУ «Школа № 7»",
    place: "г. Заречный Бор",
    headName: "Вершинина Ольга Павловна",
    headPost: "директор",
    curatorName: "Кузнецов Игорь Львович",
    curatorPost: "заместитель директора по УВР",
    folderId: "folder",
    yearStart: "2026-09-01" as CalendarDate,
    yearEnd: "2027-05-31" as CalendarDate,
  });
  for (const fullName of [
    "Кузнецов Игорь Львович",
    "Петрова Анна Ивановна",
    "Сидоров Илья Сергеевич",
    "Цой Ия Олеговна",
  ])
    wb.add(people, { fullName, post: "учитель физики" });
});

const answersOf = (key: string, change: Answers = {}): Answers => ({ ...kindOf(key).proposed?.(wb, null), ...change });
const caseOf = (key: string, change: Answers = {}) => {
  const [about] = casesOf(wb, kindOf(key), { kind: key, subjects: [], values: answersOf(key, change), document: null });
  if (about === undefined) throw new Error("There is no case.");
  return about;
};
const problems = (key: string, change: Answers = {}): string[] =>
  obstaclesOf(wb, kindOf(key), caseOf(key, change)).map(({ level, what }) => `${level}: ${what}`);
const make = (key: string, change: Answers = {}): string => {
  const { made } = makePapers(wb, kindOf(key), [caseOf(key, change)], drive);
  return made[0]?.document ?? "";
};
const textOfPaper = (code: string): string =>
  textOf(drive.papers.get(wb.find(documents, code)?.key ?? "")?.docx ?? "").replace(/\u00a0/g, " ");
const register = (code: string): void => {
  registerPapers(wb, [code], { number: "84-02", signedOn: ON }, find, drive);
};

test("the order waits for its annexes and its curator, and for minutes that have been taken", () => {
  expect(problems("approvalOrder")).toEqual([
    "warning: Приложение 1 к приказу («Положение о системе наставничества педагогических работников») ещё не подготовлено.",
    "warning: Приложение 2 к приказу («Дорожная карта (план мероприятий)») ещё не подготовлено.",
  ]);
  make("regulation");
  make("roadmap");
  expect(problems("approvalOrder")).toEqual([]);
  expect(problems("approvalOrder", { councilOn: "2026-09-03", councilNumber: "1" })).toEqual([
    "error: Протокол педагогического совета датирован 03.09.2026: этот день ещё не наступил.",
  ]);
  expect(problems("approvalOrder", { councilNumber: "1" })).toEqual([
    "warning: У протокола педагогического совета указан только номер.",
  ]);
  wb.setSettings(settings, { curatorName: "" });
  expect(problems("approvalOrder")).toEqual(["error: Не указан куратор, которого назначает приказ."]);
});

test("the regulation and the roadmap get the number and date of the order once it is signed", () => {
  const act = make("regulation");
  expect(textOfPaper(act)).toContain("от «___» ______________ 20___ г.\n№ __________");
  const order = make("approvalOrder");
  expect(problems("regulation")).toEqual([
    "warning: Приказ, который утверждает этот документ, ещё не зарегистрирован: его дата и номер останутся пустыми.",
  ]);
  register(order);
  expect(problems("regulation")).toEqual([]);
  expect(make("regulation")).toBe(act);
  expect(textOfPaper(act)).toContain("от 31 августа 2026 г.\n№ 84-02");
  expect(textOfPaper(make("roadmap"))).toContain("от 31 августа 2026 г. № 84-02");
});

test("what was typed for the order is not typed again for the regulation", () => {
  make("approvalOrder", { councilOn: "2026-08-28", councilNumber: "1", union: "учтено мнение профсоюза" });
  expect(answersOf("regulation")).toMatchObject({
    councilOn: "2026-08-28",
    councilNumber: "1",
    union: "учтено мнение профсоюза",
  });
});

test("all the staff are acquainted with the order, the dismissed and outsiders are not", () => {
  wb.add(people, { fullName: "Белых Павел Андреевич", employment: "уволен" });
  wb.add(people, { fullName: "Орлов Глеб Ильич", kind: "студент" });
  expect(kindOf("approvalOrder").acquainted?.(wb, caseOf("approvalOrder"))).toEqual([
    "Р-001",
    "Р-002",
    "Р-003",
    "Р-004",
  ]);
  expect(kindOf("approvalOrder").concerns(wb, caseOf("approvalOrder", { siteKeeper: "Р-003" })).people).toEqual([
    "Р-001",
    "Р-003",
  ]);
});

test("whoever has withdrawn the consent is not named, and has a line to sign on by hand", () => {
  wb.add(consents, {
    person: "Р-002",
    kind: CONSENT_KIND.personalData,
    givenOn: "2026-08-01" as CalendarDate,
    withdrawnOn: "2026-08-20" as CalendarDate,
  });
  const text = textOfPaper(make("approvalOrder"));
  expect(text).not.toContain("Петрова");
  expect(text.trimEnd()).toMatch(/\n3\nЦой Ия Олеговна\n[^]*\n4$/);
});

test("a kindergarten is offered its own forms", () => {
  const school = answersOf("regulation")["forms"];
  expect(school).not.toContain("воспитатель — воспитатель");
  wb.setSettings(settings, { schoolKind: "детский сад" });
  expect(answersOf("regulation")["forms"]).toContain("воспитатель — воспитатель");
  expect(problems("regulation", { forms: [] })[0]).toBe("error: Не отмечена ни одна форма наставничества.");
});

test("the roadmap is proposed on the dates of the year and may be changed; an empty one is not made", () => {
  const proposed = answersOf("roadmap");
  expect(proposed["approvedBy"]).toBe(APPROVED_BY.order);
  expect(JSON.stringify(proposed["rows"])).toContain("до 01.09.2026");
  const own = [
    { stage: "1. Начало", activity: "Собрание", content: "", term: "сентябрь", responsible: "", result: "" },
  ];
  expect(textOfPaper(make("roadmap", { rows: own }))).toContain("\n1\n1. Начало\nСобрание\n\nсентябрь\n");
  expect(problems("roadmap", { rows: [] }).join("\n")).toMatch(/error: Не указано обязательное: мероприятия по этапам/);
  expect(problems("roadmap", { rows: [{ stage: "1", activity: "", term: "май" }] })[0]).toBe(
    "warning: В строке 1 дорожной карты нет мероприятия.",
  );
});

test("in a year without the order the head signs the roadmap, dated when it is registered", () => {
  const order = make("approvalOrder");
  register(order);
  wb.setSettings(settings, { schoolYear: "2027/2028" });
  expect(answersOf("roadmap")["approvedBy"]).toBe(APPROVED_BY.head);
  const map = make("roadmap");
  expect(textOfPaper(map)).toContain("УТВЕРЖДАЮ\nДиректор МБОУ «Школа № 7»");
  registerPapers(wb, [map], { number: null, signedOn: ON }, find, drive);
  expect(textOfPaper(map)).toContain("31 августа 2026 г.");
});

describe("the council", () => {
  const COUNCIL = { chair: "Р-001", secretary: "Р-002", members: ["Р-003", "Р-002", "Р-004", "Р-003"] };

  test("is named once each, and all of them are acquainted", () => {
    expect(problems("councilOrder", COUNCIL)).toEqual([]);
    const text = textOfPaper(make("councilOrder", COUNCIL));
    expect(text).toContain("председатель совета — Кузнецов Игорь Львович, учитель физики;");
    expect(text).toContain("Цой Ия Олеговна, учитель физики.\n");
    expect(text.match(/Петрова Анна Ивановна/g)).toHaveLength(2);
    const about = caseOf("councilOrder", COUNCIL);
    expect(kindOf("councilOrder").acquainted?.(wb, about)).toEqual(["Р-001", "Р-002", "Р-003", "Р-004"]);
  });

  test("needs a chair who is not the secretary and people who work here", () => {
    expect(problems("councilOrder")).toEqual([
      "error: Не выбран председатель совета.",
      "warning: Не выбран секретарь совета: вести протоколы будет некому.",
      "warning: В совете меньше 3 человек: решения большинством голосов не принять.",
    ]);
    expect(problems("councilOrder", { ...COUNCIL, secretary: "Р-001" })).toEqual([
      "error: Председатель и секретарь совета — один и тот же человек.",
    ]);
    wb.update(people, "Р-004", { employment: "уволен" });
    expect(problems("councilOrder", COUNCIL)).toEqual(["error: Цой Ия Олеговна: занятость — «уволен»."]);
  });

  test("of last year is proposed again", () => {
    make("councilOrder", COUNCIL);
    wb.setSettings(settings, { schoolYear: "2027/2028" });
    expect(answersOf("councilOrder")).toMatchObject({ chair: "Р-001", secretary: "Р-002" });
  });
});

test("registered again after an interruption, an act stays as it is", () => {
  const order = make("approvalOrder");
  register(order);
  const before = JSON.stringify(wb.find(documents, order));
  registerPapers(wb, [order], { number: null, signedOn: ON }, find, drive);
  expect(JSON.parse(JSON.stringify(wb.find(documents, order)))).toMatchObject({ number: "84-02", status: "подписан" });
  expect(JSON.stringify(wb.find(documents, order)).length).toBe(before.length);
});
