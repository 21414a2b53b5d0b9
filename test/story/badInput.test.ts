// Bad input gets Russian words and a way to mend it, and nothing is lost: files, answers, damaged sheets, refused rights.
import { readFileSync } from "node:fs";
import path from "node:path";
import { driveFiles } from "../../sandbox/drive/files";
import { answersOf } from "../../sandbox/sample/answers";
import { SAMPLE_STAFF } from "../../sandbox/sample/staff";
import { readForm, submitForm } from "../../sandbox/forms/respond";
import { clearBlock, deleteAt, deleteSheet, typeCell } from "../../sandbox/spreadsheet/edits";
import { readSpreadsheet, sheetByName } from "../../sandbox/spreadsheet/read";
import { Stop } from "../../src/google/stop";
import { bigList } from "../lists/bigList";
import { essenceOf } from "./essence";
import { proposedPairs } from "./proposed";
import { linksIn, Refusal, type School } from "./school";
import { DAY, listOf, refusalOf, START_FORM, today } from "./schoolYear.story";
import { Stages } from "./stages";

let stages: Stages;

beforeAll(async () => {
  stages = await Stages.play();
}, 120_000);

afterAll(() => {
  stages.remove();
});

const stored = (file: string) => ({ name: file, bytes: readFileSync(path.join("test/lists", file)) });

/** @param addDoubtful the curator looks at the doubtful lines and takes them all */
async function imported(school: School, name: string, bytes: Uint8Array, addDoubtful = false) {
  const list = await listOf(school, { name, bytes });
  const plan = school.call("planImport", list);
  const taken = addDoubtful ? plan.doubtful.map(({ row }) => [String(row), { action: "add" as const }] as const) : [];
  return { plan, report: school.call("applyImport", { ...list, decisions: Object.fromEntries(taken) }) };
}

function spreadsheetOf(school: School) {
  const hand = { world: school.world, spreadsheetId: school.spreadsheetId, user: school.curator };
  const sheet = (tab: string) => {
    const found = sheetByName(readSpreadsheet(school.world, school.spreadsheetId), tab);
    if (!found) throw new Error(`There is no tab «${tab}».`);
    return found;
  };
  return { hand, sheet };
}

function expectRussian(refusal: { what: string; mend: string } | null): void {
  expect(refusal?.what).toMatch(/[а-яё]{3}.*[.!]$/);
  expect(refusal?.mend).toMatch(/[а-яё]{3}.*[.!]$/);
  expect(`${refusal?.what} ${refusal?.mend}`).not.toMatch(/Exception|error|undefined|null|\bat .*:\d/);
}

describe("a staff list", () => {
  test.each([
    ["without a column of names", "no-name-column.csv", /Не нашли столбец с ФИО/],
    ["that is empty", "empty.csv", /пустой/],
    ["that is a sheet with nothing in it", "empty.xlsx", /нет ни одной заполненной строки/],
    ["that is a Word document renamed", "document-renamed.xlsx", /документ Word/],
    ["that broke off while being downloaded", "broken.xlsx", /повреждён|архив/],
    ["of the old Excel", "old-excel.xls", /старого формата/],
    ["that is a picture", "picture-renamed.csv", /изображение|не текст/],
  ])("%s is refused in Russian with what to do, and the bank stays as it was", async (_, file, words) => {
    const school = stages.before("invite");
    const before = essenceOf(school);
    const failure: unknown = await listOf(school, stored(file)).catch((cause: unknown) => cause);
    if (!(failure instanceof Stop) && !(failure instanceof Refusal)) throw failure;
    expect(failure.what).toMatch(words);
    expectRussian(failure);
    expect(essenceOf(school)).toEqual(before);
  });

  test("of five thousand lines is taken whole within the time of one execution, and the bank still opens", async () => {
    const school = stages.before("import");
    const { report } = await imported(school, "big.csv", Buffer.from(bigList(5000)));
    expect(report.added + report.waiting).toBe(5000);
    expect(school.cost.seconds).toBeLessThan(120);
    expect(school.table("Педагоги")).toHaveLength(report.added);
    expect(school.call("loadImport").people).toBe(report.added);
  });

  test("with the same people written in different ways doubles nobody, and says which lines wait for a decision", async () => {
    const school = stages.before("import");
    const { plan, report } = await imported(school, "duplicates.csv", stored("duplicates.csv").bytes);
    const names = school.table("Педагоги").map((person) => (person["ФИО"] ?? "").toLowerCase().replaceAll("ё", "е"));
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain("устинова вера ильинична");
    expect(names).toContain("устинова вера игоревна");
    for (const { reason } of plan.doubtful) expect(reason).toMatch(/[а-яё]{3}/);
    // The list again adds nobody.
    const again = await imported(school, "duplicates.csv", stored("duplicates.csv").bytes);
    expect(again.report.added).toBe(0);
    expect(report.added).toBe(names.length);
  });

  test("with impossible dates keeps the people, and their dates as remarks", async () => {
    const school = stages.before("import");
    const { report } = await imported(school, "dates.xlsx", stored("dates-and-experience.xlsx").bytes);
    expect(report.added).toBe(12);
    const people = school.table("Педагоги");
    for (const person of people) expect(person["Дата приёма"]).toMatch(/^(\d\d\.\d\d\.\d{4})?$/);
    const remarked = people.filter((person) => person["Примечание"]?.includes("в списке «"));
    expect(remarked.length).toBeGreaterThan(0);
  });

  test("with formulas, HTML and tags: text in the sheet, plain words in letters and papers", async () => {
    const school = stages.before("import");
    const { plan } = await imported(school, "hostile.csv", stored("hostile.csv").bytes, true);
    // What is no name is nobody's name until a curator says so.
    expect(plan.doubtful.map(({ fullName }) => fullName).join()).toContain("<script>");
    const rows = readSpreadsheet(school.world, school.spreadsheetId).sheets.flatMap((sheet) =>
      sheet.name === "Педагоги" ? sheet.rows.slice(2) : [],
    );
    expect(rows.flat().filter((cell) => cell?.f !== undefined)).toEqual([]);
    const people = school.records("Педагоги");
    expect(people.map((person) => person["post"])).toContain("=1+1");
    school.pass(DAY);
    const codes = people.map((person) => person["code"] ?? "");
    const launched = school.call("launchIntake", {
      questionnaire: "mentorIntake",
      people: codes,
      deadline: "2026-09-20",
    });
    school.call("continueWork", launched.job.code);
    for (const { htmlBody, to, cc, bcc } of school.mails()) {
      expect(htmlBody).not.toMatch(/<script|<img|<b>/);
      expect([...to, ...cc, ...bcc]).not.toContain("all@school7.example");
    }
    const wanted = people.map((person) => ({
      person: person["code"] ?? "",
      kinds: ["обработка персональных данных" as const],
    }));
    expect(school.call("makeConsentForms", { people: wanted })).toHaveLength(people.length);
    const papers = school.table("Документы").map((row) => school.document(row["Код"] ?? ""));
    expect(papers.join("\n")).toContain("<script>");
    expect(papers.join("\n")).toContain("{{Мария}}");
    expect(papers).toHaveLength(people.length);
  });
});

describe("an answer", () => {
  /** Sends the first invited mentee's form once more, under another name and with another code. */
  function answerAs(school: School, name: string, code: string) {
    const mail = school.mails().find(({ subject }) => subject.includes("наставляемого: запрос"));
    const [link = ""] = mail ? linksIn(mail) : [];
    const [address = ""] = link.split("?");
    const form = readForm(school.world, address);
    const person = SAMPLE_STAFF.find(({ fullName }) => fullName === "Петрова Дарья Алексеевна");
    if (!person) throw new Error("The sample has lost a person.");
    const answers = answersOf(form, person, { role: "mentee" });
    for (const { id, title } of form.pages.flatMap(({ items }) => items)) {
      if (/код/i.test(title)) answers[String(id)] = code;
      if (/фамилия/i.test(title)) answers[String(id)] = name;
    }
    expect(submitForm(school.world, address, answers, { email: "somebody@elsewhere.example" })).toMatchObject({
      ok: true,
    });
  }

  test("of somebody whom the bank does not know is kept, and does not touch anybody else", () => {
    const school = stages.before("pair");
    const known = school.table("Наставляемые").filter((one) => one["Статус"] !== "выявлен");
    answerAs(school, "Неизвестнова Зоя Павловна", "");
    school.heartbeat();
    const answer = school.table("Ответы").find((row) => row["Респондент"]?.includes("Неизвестнова"));
    expect(answer).toBeDefined();
    for (const before of known) expect(school.table("Наставляемые")).toContainEqual(before);
    expect(school.call("loadPairing").problems).toBe(0);
  });

  test("with somebody else's name and no code waits for the curator instead of changing that person's row", () => {
    const school = stages.before("pair");
    answerAs(school, "Петрова Д.", "ПР-999-ЖЖЖЖ");
    school.heartbeat();
    const answers = school.table("Ответы");
    const last = answers[answers.length - 1];
    expect(["неизвестный респондент", "решает куратор"]).toContain(last?.["Статус"]);
    expect(school.call("loadIntake").decisions.unclear.length).toBeGreaterThan(0);
  });

  test("given twice counts once: the newer one, the older stays as history", () => {
    const school = stages.before("pair");
    const banks = () => [school.table("Наставляемые").length, school.table("Запросы и диагностика").length];
    const before = banks();
    const mail = school.mails()[0];
    const person = SAMPLE_STAFF.find(({ email }) => email === mail?.to[0]);
    if (!mail || !person) throw new Error("There is no letter to answer.");
    const [link = ""] = linksIn(mail);
    const form = readForm(school.world, link);
    expect(submitForm(school.world, link, answersOf(form, person, { role: "mentee" }))).toMatchObject({ ok: true });
    school.heartbeat();
    const own = school.table("Ответы").filter((row) => row["Респондент"]?.includes(person.fullName));
    expect(own.map((row) => row["Статус"]).sort()).toEqual(["заменён новым", "учтён"]);
    expect(banks()).toEqual(before);
  });

  test("after the deadline is taken and marked as late", () => {
    const school = stages.before("intake");
    school.pass(30 * DAY);
    const answered = school.teachersAnswer();
    school.heartbeat();
    expect(answered.every(({ submission }) => submission.ok)).toBe(true);
    const statuses = school.table("Ответы").map((row) => row["Статус"]);
    expect(statuses).toHaveLength(answered.length);
    expect(new Set(statuses)).toEqual(new Set(["после срока"]));
    expect(school.table("Наставники").length).toBeGreaterThan(0);
  });
});

describe("a damaged workbook", () => {
  test("without a tab says which one and how to put it back; «Начало работы» does, and the rest is untouched", () => {
    const school = stages.before("consents");
    const { hand, sheet } = spreadsheetOf(school);
    const before = essenceOf(school);
    deleteSheet(hand, sheet("Согласия").id);
    const refusal = refusalOf(() => school.call("loadOrder"));
    if (refusal) {
      expectRussian(refusal);
      expect(refusal.what).toContain("Согласия");
    }
    const { view } = school.call("setUp", START_FORM);
    expect(view.ready).toBe(true);
    expect(school.tabs()).toContain("Согласия");
    expect(school.call("loadOrder").missing.length).toBeGreaterThan(0);
    expect(essenceOf(school)).toEqual(before);
  });

  test.each([["Педагоги"], ["Пары"], ["Настройки"]])(
    "with the key row of «%s» deleted goes on with all its rows",
    (tab) => {
      const school = stages.before("consents");
      const { hand, sheet } = spreadsheetOf(school);
      const before = essenceOf(school);
      deleteAt(hand, sheet(tab).id, "rows", 1, 1);
      const refusal = refusalOf(() => school.call("loadOrder"));
      if (refusal) expectRussian(refusal);
      school.call("setUp", START_FORM);
      expect(essenceOf(school)).toEqual(before);
      expect(refusalOf(() => school.call("loadOrder"))).toBeNull();
    },
  );

  test("with junk in a cell goes on with the other rows, and the data check shows the place", () => {
    const school = stages.before("pair");
    const { hand, sheet } = spreadsheetOf(school);
    const people = sheet("Педагоги");
    const column = school.lines("Педагоги")[0]?.indexOf("hiredOn") ?? -1;
    typeCell(hand, people.id, 4, column + 1, "давно");
    const { groups } = school.call("loadDataCheck");
    const fault = groups.flatMap(({ faults }) => faults).find(({ tab }) => tab === "Педагоги");
    expect(fault).toMatchObject({ row: 4, column: column + 1 });
    expect(proposedPairs(school).length).toBeGreaterThan(0);
    expect(school.lines("Педагоги")[3]?.[column]).toBe("давно");
  });

  test("with a person's row emptied keeps the pair, names what is missing, and loses nobody else", () => {
    const school = stages.before("order");
    const { hand, sheet } = spreadsheetOf(school);
    const people = sheet("Педагоги");
    clearBlock(hand, people.id, { row: 3, column: 1, rows: 1, columns: people.maxColumns });
    expect(school.call("loadDataCheck").faults).toBeGreaterThan(0);
    const check = school.call("loadOrder");
    expect(check.ready.length + check.blocked.length).toBe(school.table("Пары").length);
  });
});

describe("something gone from Google", () => {
  test("a form in the bin: the curator reads it, the others go on, and taken out of the bin it goes on too", () => {
    const school = stages.before("intake");
    const row = school.records("Анкеты")[0];
    const file = driveFiles(school.world).find(row?.["formId"] ?? "");
    if (!file) throw new Error("The form has no file.");
    school.pass(DAY);
    school.teachersAnswer();
    driveFiles(school.world).trash(file.id);
    const pulled = school.call("pullIntake");
    expect(pulled.lost).toHaveLength(1);
    expectRussian(pulled.lost[0] ?? null);
    expect(pulled.taken).toBeGreaterThan(0);
    expect(school.records("Анкеты")[0]?.["status"]).toBe("утрачена");
    file.trashed = false;
    expect(school.call("pullIntake").taken).toBeGreaterThan(0);
    expect(school.records("Анкеты")[0]?.["status"]).toBe("открыта");
  });

  test("the school's own template: the order is made from the built-in one and says so, with what to do", () => {
    const school = stages.before("order");
    const { link } = school.call("editOrderTemplate");
    driveFiles(school.world).trash(/[-\w]{25,}/.exec(link)?.[0] ?? "");
    const pairs = school.call("loadOrder").ready.map(({ code }) => code);
    const { document, warnings } = school.call("makeOrder", { pairs });
    expect(warnings.join()).toMatch(/шаблон.*в корзине.*восстановите шаблон/s);
    expect(school.document(document)).toContain("ПРИКАЗЫВАЮ");
  });

  test("the folder of documents: «Начало работы» makes another, and the order goes there", () => {
    const school = stages.before("order");
    const folder = school.ownFiles().find(({ mimeType }) => mimeType.endsWith(".folder"));
    driveFiles(school.world).trash(folder?.id ?? "");
    expect(school.call("loadStart").checks.find(({ title }) => title.includes("Папка"))?.ok).toBe(false);
    expect(school.call("setUp", START_FORM).view.ready).toBe(true);
    const pairs = school.call("loadOrder").ready.map(({ code }) => code);
    const { document } = school.call("makeOrder", { pairs });
    expect(school.document(document)).toContain("ПРИКАЗЫВАЮ");
    const folders = school.ownFiles().filter(({ mimeType, trashed }) => mimeType.endsWith(".folder") && !trashed);
    const made = folders.find(({ id, name }) => id !== folder?.id && name === folder?.name);
    const ofYear = folders.find(({ parents }) => parents.includes(made?.id ?? ""));
    expect(school.papers().some(({ parents }) => parents.includes(ofYear?.id ?? ""))).toBe(true);
  });
});

test.each([["drive.file"], ["forms"], ["script.send_mail"], ["script.external_request"]])(
  "without the right «%s» every command of the line ends in Russian words or does its work",
  (scope) => {
    const school = stages.before("order");
    school.runtime.refuse(school.script, school.curator, [scope]);
    const before = essenceOf(school);
    const pairs = school.call("loadOrder").ready.map(({ code }) => code);
    const { sides } = school.call("loadIntake");
    const calls = [
      () => school.call("makeOrder", { pairs }),
      () => school.call("launchSurvey", { deadline: today(school), whom: "all" as const }),
      () =>
        school.call("launchIntake", {
          questionnaire: sides[0]?.questionnaire ?? "",
          people: sides[0]?.candidates.map(({ code }) => code) ?? [],
          deadline: today(school),
        }),
      () => school.call("pullIntake"),
    ];
    for (const call of calls) {
      const refusal = refusalOf(call);
      if (refusal) expectRussian(refusal);
    }
    school.runtime.refuse(school.script, school.curator, []);
    expect(essenceOf(school)["Педагоги"]).toEqual(before["Педагоги"]);
    expect(school.call("makeOrder", { pairs }).pairs).toBe(pairs.length);
  },
);
