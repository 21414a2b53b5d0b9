// A second curator at the keyboard: what needs the owner's files is handed on, done by the heartbeat, and can be taken over.
import { driveFiles } from "../../sandbox/drive/files";
import { typeCell } from "../../sandbox/spreadsheet/edits";
import { readSpreadsheet, sheetByName } from "../../sandbox/spreadsheet/read";
import { Refusal, type School } from "./school";
import { DAY, today } from "./schoolYear.story";
import { Stages } from "./stages";

const SECOND = "second@school7.example";

let stages: Stages;

beforeAll(async () => {
  stages = await Stages.play();
}, 120_000);

afterAll(() => stages.remove());

function before(step: string): School {
  const school = stages.before(step);
  school.world.addUser(SECOND, { kind: "workspace" });
  driveFiles(school.world)
    .find(school.spreadsheetId)
    ?.permissions.push({ id: "second", type: "user", role: "writer", emailAddress: SECOND });
  const { form } = school.call("loadStart");
  school.call("setUp", { ...form, curators: `${SECOND}, ` });
  return school;
}

/** What a call that another account has to do answers. */
function answerOf(call: () => unknown): string {
  try {
    call();
  } catch (failure) {
    if (failure instanceof Refusal) return failure.message;
    throw failure;
  }
  return "done at once";
}

const handedTo = (school: School): RegExp =>
  new RegExp(`^Поручение принято\\. Сделает учётная запись ${school.curator} при ближайшей фоновой проверке`);

const statuses = (school: School): (string | undefined)[] => school.records("Задания").map(({ status }) => status);

describe("another account asks for", () => {
  test("blank consents, the order and its registration: the owner's heartbeat makes them, once", () => {
    const school = before("consents");
    const missing = school.callAs(SECOND, "loadOrder").missing.map(({ person, kinds }) => ({ person, kinds }));
    const blanks = () => school.callAs(SECOND, "makeConsentForms", { people: missing.slice(0, 2) });
    expect(answerOf(blanks)).toMatch(handedTo(school));
    expect(answerOf(blanks)).toMatch(handedTo(school));
    expect(school.papers()).toEqual([]);
    school.heartbeat();
    const made = school.papers().length;
    expect(made).toBeGreaterThan(0);
    school.callAs(SECOND, "recordConsents", {
      givenOn: today(school),
      signed: missing,
      validUntil: null,
      paper: null,
    });
    const pairs = school.callAs(SECOND, "loadOrder").ready.map(({ code }) => code);
    expect(answerOf(() => school.callAs(SECOND, "makeOrder", { pairs }))).toMatch(handedTo(school));
    school.heartbeat();
    const [draft] = school.callAs(SECOND, "loadOrder").drafts;
    expect(draft?.pairs).toBe(pairs.length);
    const registration = { document: draft?.document ?? "", number: "", signedOn: today(school) };
    expect(answerOf(() => school.callAs(SECOND, "registerOrder", registration))).toMatch(handedTo(school));
    school.heartbeat();
    expect(school.records("Документы").find(({ code }) => code === draft?.document)?.["status"]).toBe("подписан");
    expect(school.papers()).toHaveLength(made + 1);
    expect(new Set(school.papers().map((paper) => paper.owner))).toEqual(new Set([school.curator]));
    expect(new Set(statuses(school))).toEqual(new Set(["готово"]));
  });

  test("what cannot be done: it is refused at once, and nothing is handed on", () => {
    const school = before("consents");
    const [pair] = school.callAs(SECOND, "loadOrder").blocked;
    const jobs = school.records("Задания").length;
    expect(answerOf(() => school.callAs(SECOND, "makeOrder", { pairs: [pair?.code ?? ""] }))).toMatch(
      /^В приказ пока нельзя включить пары/,
    );
    expect(school.records("Задания")).toHaveLength(jobs);
  });

  test("all missing programmes: the page is told who goes on with the job", () => {
    const school = before("programmes");
    const job = school.callAs(SECOND, "makeProgrammes");
    const progress = school.callAs(SECOND, "continueWork", job.code);
    expect(progress).toMatchObject({ done: 0, status: "ждёт" });
    expect(progress.note).toContain(`Сделает учётная запись ${school.curator}`);
    expect(progress.resumesAt).not.toBeNull();
    school.heartbeat();
    expect(school.callAs(SECOND, "continueWork", job.code)).toMatchObject({ status: "готово", done: job.total });
  });

  test("a first invitation: the owner makes the form, and the letters leave", () => {
    const school = before("invite");
    const view = school.callAs(SECOND, "loadIntake");
    const [side] = view.sides;
    const people = (side?.candidates ?? []).filter(({ reason }) => reason !== null).map(({ code }) => code);
    const launch = { questionnaire: side?.questionnaire ?? "", people, deadline: view.proposedDeadline };
    expect(answerOf(() => school.callAs(SECOND, "launchIntake", launch))).toMatch(handedTo(school));
    school.heartbeat();
    school.heartbeat();
    expect(school.mails().length).toBeGreaterThan(0);
    expect(answerOf(() => school.callAs(SECOND, "launchIntake", launch))).toBe("done at once");
    expect(school.records("Анкеты")).toHaveLength(1);
  });

  test("the answers: no form is taken for lost, and the heartbeat gathers them", () => {
    const school = before("intake");
    school.pass(DAY);
    school.teachersAnswer();
    expect(school.callAs(SECOND, "pullIntake")).toMatchObject({ taken: 0, lost: [], gatheredBy: school.curator });
    expect(new Set(school.records("Анкеты").map(({ status }) => status))).toEqual(new Set(["открыта"]));
    school.heartbeat();
    expect(school.records("Ответы").length).toBeGreaterThan(0);
  });

  test("a letter to be sent again, by its status in the tab: the heartbeat sends it, once", () => {
    const school = before("intake");
    const sent = school.mails().length;
    const lines = school.lines("Приглашения");
    const column = (lines[0] ?? []).indexOf("status") + 1;
    const row = lines.findIndex((line) => line.includes("отправлено")) + 1;
    const sheet = sheetByName(readSpreadsheet(school.world, school.spreadsheetId), "Приглашения");
    const hand = { world: school.world, spreadsheetId: school.spreadsheetId, user: SECOND };
    typeCell(hand, sheet?.id ?? -1, row, column, "к отправке");
    school.heartbeat();
    school.heartbeat();
    expect(school.mails()).toHaveLength(sent + 1);
  });

  test("the end of the survey: the owner's heartbeat closes the forms", () => {
    const school = before("end");
    school.callAs(SECOND, "launchSurvey", { deadline: today(school), whom: "all" });
    expect(answerOf(() => school.callAs(SECOND, "closeSurvey"))).toMatch(handedTo(school));
    school.heartbeat();
    const finals = school.records("Анкеты").filter(({ questionnaire }) => questionnaire?.startsWith("final"));
    expect(finals.length).toBeGreaterThan(0);
    expect(new Set(finals.map(({ status }) => status))).toEqual(new Set(["закрыта"]));
  });
});

test("who takes over gets a folder of their own and makes the drafts anew, in the same row of the register", () => {
  const school = before("order");
  const pairs = school.call("loadOrder").ready.map(({ code }) => code);
  const draft = school.call("makeOrder", { pairs });
  const report = school.callAs(SECOND, "takeOver");
  expect(report.done.join(" ")).toContain(`Проекты документов, созданные учётной записью ${school.curator}`);
  const anew = school.callAs(SECOND, "makeOrder", { pairs });
  expect(anew.document).toBe(draft.document);
  expect(anew.link).not.toBe(draft.link);
  expect(anew.warnings[0]).toContain("Создан новый файл");
  expect(school.records("Документы").filter(({ code }) => code === draft.document)).toHaveLength(1);
  expect(new Set(school.papers().map((paper) => paper.owner))).toEqual(new Set([school.curator, SECOND]));
  expect(answerOf(() => school.call("makeOrder", { pairs }))).toContain(`Сделает учётная запись ${SECOND}`);
});
