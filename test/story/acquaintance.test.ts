// Acquaintance with the order on the whole add-on: sent, read, answered, gathered; interrupted anywhere, nobody gets it twice.
import { driveFiles } from "../../sandbox/drive/files";
import { readForm, submitForm } from "../../sandbox/forms/respond";
import type { TypedAnswer } from "../../sandbox/forms/typedAnswers";
import { lettersOf } from "./essence";
import { Breakdown, linksIn, type School } from "./school";
import { DAY, driveJobs } from "./schoolYear.story";
import { Stages } from "./stages";

const TICK = { Подтверждение: ["С документом ознакомлен(а)"] };
/** The step before which the order of the year has just been registered. */
const ORDERED = "acquaint";

let stages: Stages;

beforeAll(async () => {
  stages = await Stages.play();
}, 120_000);

afterAll(() => {
  stages.remove();
});

/** A school with a signed order. Its PDF is known beforehand: LibreOffice would take seconds each time. */
function ordered(): { school: School; order: string } {
  const school = stages.before(ORDERED);
  const { code = "", fileId = "" } = orderOf(school);
  const content = driveFiles(school.world).find(fileId)?.content ?? "";
  school.world.slice<Record<string, string>>("pdf", () => ({}))[content] = school.world.blobs.put(
    new Uint8Array([37, 80, 68, 70]),
  );
  return { school, order: code };
}

const orderOf = (school: School) =>
  school.records("Документы").find(({ status, paper = "" }) => status === "подписан" && paper.startsWith("Приказ")) ??
  {};

const lettersAbout = (school: School) => school.mails().filter(({ subject }) => subject.includes("На ознакомление"));

/** Sends the order to everybody on its list and drives the letters as the open sidebar does. */
function send(school: School, order: string): void {
  const view = school.call("loadAcquaintance", order);
  const waiting = view.people.filter(({ on, sentOn }) => on === null && sentOn === null).map(({ code }) => code);
  driveJobs(school, [
    school.call("sendAcquaintance", { document: order, people: waiting, how: "pdf", deadline: view.proposedDeadline }),
  ]);
}

/** Everybody opens the link of their letter, which fills in the code, and ticks. */
function everybodyTicks(school: School): void {
  for (const letter of lettersAbout(school)) {
    const link = linksIn(letter)[0] ?? "";
    const filled: Record<string, TypedAnswer> = { ...TICK };
    for (const { title, prefilled } of readForm(school.world, link).pages.flatMap((page) => page.items)) {
      if (typeof prefilled === "string") filled[title] = prefilled;
    }
    expect(submitForm(school.world, link, filled)).toMatchObject({ ok: true });
  }
}

test("a registered order has its list at once; letters bring it, answers fill the register by themselves", () => {
  const { school, order } = ordered();
  const all = school.records("Ознакомление").filter(({ document }) => document === order).length;
  expect(all).toBeGreaterThan(3);
  expect(orderOf(school)["acquainted"]).toBe(`0 из ${all}`);
  const before = school.cost.calls;
  send(school, order);
  expect(school.cost.calls - before).toBeLessThan(150);
  expect(lettersAbout(school)).toHaveLength(all);
  expect(lettersAbout(school).every(({ attachments }) => attachments.length === 1)).toBe(true);
  everybodyTicks(school);
  school.heartbeat();
  expect(orderOf(school)["acquainted"]).toBe(`${all} из ${all}`);
  expect(school.call("loadAcquaintance", order).people.every(({ way }) => way === "форма")).toBe(true);
});

test("who is silent is reminded; who has signed the sheet is not", () => {
  const { school, order } = ordered();
  send(school, order);
  const [first, ...others] = school.call("loadAcquaintance", order).people;
  const signed = { document: order, people: [first?.code ?? ""], on: first?.sentOn ?? "" };
  expect(school.call("markAcquainted", signed)).toEqual({ marked: 1 });
  expect(school.call("acquaintanceSheet", order).link).toContain("https://docs.google.com/document/d/");
  school.pass(3 * DAY);
  driveJobs(school, [school.call("remindAcquaintance", order)]);
  expect(lettersAbout(school).filter(({ subject }) => subject.startsWith("Напоминание"))).toHaveLength(others.length);
});

test("cut off at any service call and given again: nobody gets the order twice, nobody is lost", () => {
  const whole = ordered();
  const before = whole.school.cost.calls;
  send(whole.school, whole.order);
  const calls = whole.school.cost.calls - before;
  const expected = [...lettersOf(whole.school).keys()];
  for (const part of [0.2, 0.5, 0.8]) {
    const { school, order } = ordered();
    school.trouble({ at: 1 + Math.round(part * (calls - 1)), do: "kill" });
    try {
      send(school, order);
    } catch (failure) {
      expect(failure).toMatchObject({ name: Breakdown.name, killed: true });
    }
    try {
      send(school, order);
    } catch (failure) {
      // All letters may have been planned before the cut: the background check sends them.
      expect(failure).toMatchObject({ what: "Среди выбранных нет тех, кому можно отправить письмо." });
    }
    for (let beats = 0; beats < 3; beats++) school.heartbeat();
    const letters = lettersOf(school);
    expect({ part, twice: [...letters].filter(([, times]) => times > 1) }).toEqual({ part, twice: [] });
    const doubtful = school.records("Приглашения").filter(({ status }) => status === "отправляется").length;
    expect(expected.filter((letter) => !letters.has(letter)).length).toBeLessThanOrEqual(doubtful);
    expect(doubtful).toBeLessThanOrEqual(1);
  }
});
