// Who may change what in the workbook: contacts and answers are for curators, the rest for every editor.
import { driveFiles } from "../../sandbox/drive/files";
import { typeCell } from "../../sandbox/spreadsheet/edits";
import { readSpreadsheet, sheetByName } from "../../sandbox/spreadsheet/read";
import { curatorsIn } from "../../src/school/curators";
import { openSchool, Refusal, type School } from "./school";
import { START_FORM } from "./schoolYear.story";

const TEACHER = "teacher@school7.example";
const SECOND = "second@school7.example";

/** A school that is set up, with two more editors of its workbook. */
function school(curators: string, editors: readonly string[] = [TEACHER, SECOND]): School {
  const made = openSchool();
  letIn(made, editors);
  made.call("setUp", { ...START_FORM, curators });
  return made;
}

function letIn({ world, spreadsheetId }: School, editors: readonly string[]): void {
  for (const mail of editors) {
    world.addUser(mail, { kind: "workspace" });
    driveFiles(world)
      .find(spreadsheetId)
      ?.permissions.push({ id: mail, type: "user", role: "writer", emailAddress: mail });
  }
}

function sheetOf({ world, spreadsheetId }: School, tab: string) {
  const sheet = sheetByName(readSpreadsheet(world, spreadsheetId), tab);
  if (sheet === undefined) throw new Error(`There is no tab ${tab}.`);
  return sheet;
}

/** Types into the first free row of a tab. */
function type(made: School, user: string, tab: string, text = "Пометка"): void {
  const { world, spreadsheetId } = made;
  const { id, rows } = sheetOf(made, tab);
  typeCell({ world, spreadsheetId, user }, id, rows.length + 1, 2, text);
}

/** As the curator types it into «Настройки». */
function setCurators(made: School, text: string): void {
  const lines = made.lines("Настройки");
  const row = lines.findIndex((line) => line[0] === "curators");
  made.type("Настройки", row + 1, 3, text);
}

const access = (made: School) => made.call("loadStart").checks.find(({ title }) => title === "Доступ");
const GUARDED = ["Педагоги", "Наставники", "Наставляемые", "Согласия", "Запросы и диагностика", "Анкеты", "Ответы"];

test("contacts and answers are changed by the owner and the curators alone, the rest by every editor", () => {
  const made = school(SECOND);
  for (const tab of [...GUARDED, "Приглашения", "Настройки"]) {
    expect(() => type(made, TEACHER, tab)).toThrow("protected cell");
    for (const user of [SECOND, made.curator]) expect(() => type(made, user, tab, "")).not.toThrow();
  }
  for (const tab of ["Мероприятия", "Программы", "Пары"]) expect(() => type(made, TEACHER, tab)).not.toThrow();
  expect(access(made)?.ok).toBe(true);
  expect(access(made)?.detail).toContain(SECOND);
});

test("a command of an editor who is not a curator is refused in plain words and leaves nothing behind", () => {
  const made = school("");
  const { form } = made.call("loadStart");
  expect(() => made.callAs(TEACHER, "setUp", { ...form, place: "г. Другой" })).toThrow(Refusal);
  expect(made.call("loadStart").form.place).toBe(START_FORM.place);
});

test("editors who come later are kept out too", () => {
  const made = school("", []);
  letIn(made, [TEACHER]);
  expect(() => type(made, TEACHER, "Согласия")).toThrow("protected cell");
});

test("a list of curators that is changed by hand holds from the next background check on", () => {
  const made = school(TEACHER);
  setCurators(made, `${SECOND}; не адрес`);
  expect(access(made)).toMatchObject({ ok: false });
  made.heartbeat();
  expect(() => type(made, TEACHER, "Педагоги")).toThrow("protected cell");
  expect(() => type(made, SECOND, "Педагоги")).not.toThrow();
  expect(access(made)?.detail).toContain("Не похоже на адреса почты");
  setCurators(made, "");
  made.heartbeat();
  expect(() => type(made, SECOND, "Педагоги")).toThrow("protected cell");
  // The owner is never locked out.
  expect(() => type(made, made.curator, "Педагоги")).not.toThrow();
  expect(access(made)).toMatchObject({ ok: true });
});

test("setting up again protects only what is not protected, and leaves a curator's own protection", () => {
  const made = school(SECOND);
  const protections = () =>
    readSpreadsheet(made.world, made.spreadsheetId).sheets.map(({ name, protections: all }) => [name, all]);
  const before = JSON.stringify(protections());
  made.call("setUp", made.call("loadStart").form);
  expect(JSON.stringify(protections())).toBe(before);
  const people = sheetOf(made, "Педагоги").protections.find((one) => one.type === "SHEET");
  if (!people) throw new Error("not protected");
  people.description = "Моя защита";
  const answers = sheetOf(made, "Ответы");
  answers.protections = answers.protections.filter((one) => one.type !== "SHEET");
  expect(access(made)).toMatchObject({ ok: false });
  made.call("setUp", made.call("loadStart").form);
  expect(() => type(made, TEACHER, "Ответы")).toThrow("protected cell");
  expect(people.description).toBe("Моя защита");
  expect(access(made)?.ok).toBe(true);
  expect(access(made)?.detail).toContain("Педагоги");
});

test("addresses are read in any shape, and nothing else is taken for one", () => {
  expect(curatorsIn("Zavuch@School7.ru; <b@c.ru>,\n«d@e.org», d@e.org")).toEqual({
    mails: ["zavuch@school7.ru", "b@c.ru", "d@e.org"],
    bad: [],
  });
  expect(curatorsIn("=1+1, a@b, @x.ru, a@@b.ru, иван@школа.рф, ok@a.ru").mails).toEqual(["ok@a.ru"]);
  expect(curatorsIn(null)).toEqual({ mails: [], bad: [] });
});
