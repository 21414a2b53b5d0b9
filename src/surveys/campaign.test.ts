// The closing survey on the sandbox's forms: everybody asked once, answers counted once, difficulties taken to the bank.
import { createWorld, installGlobals } from "../../sandbox/index";
import { letAnswer } from "../../sandbox/sample/answers";
import { SAMPLE_STAFF } from "../../sandbox/sample/staff";
import { memoryWorkbook, type MemoryWorkbook } from "../../test/memoryWorkbook";
import { decideAuthor } from "../bank/decisions";
import { diagnostics } from "../bank/diagnostics.table";
import { respondentsOf } from "../bank/intake/intakeCommands";
import { mentees } from "../bank/mentees.table";
import { mentors } from "../bank/mentors.table";
import { people } from "../bank/people.table";
import { pairs } from "../pairing/pairs.table";
import { answers } from "../questionnaires/answers.table";
import { forms } from "../questionnaires/forms.table";
import { invitations } from "../questionnaires/invitations.table";
import { pullAnswers, settleNamed } from "../questionnaires/pullAnswers";
import { DEFAULT_DIRECTIONS } from "../school/mentoringForms";
import { settings } from "../school/settings.table";
import type { CalendarDate } from "../workbook/calendarDate";
import { closeSurvey, launchSurvey, loadSurveys, remindSurvey, surveyConsumers } from "./campaign";
import { CONSUMERS } from "./consumers";
import { FINAL_MENTEE } from "./finalQuestionnaires";

const TODAY = "2027-05-17";
const world = createWorld({ now: `${TODAY}T09:00:00+03:00` });
const installed = installGlobals(world, { user: "curator@school.example" });
afterAll(() => {
  installed.uninstall();
});

/** One mentor with two mentees in two pairs, one pair of last year, one that is only proposed. */
function school(): MemoryWorkbook {
  const wb = memoryWorkbook(TODAY, { directions: DEFAULT_DIRECTIONS });
  wb.setSettings(settings, { schoolKind: "школа", schoolShortName: "МБОУ «СОШ № 7»", schoolYear: "2026/2027" });
  for (const { fullName, email } of SAMPLE_STAFF.slice(0, 5)) {
    wb.add(people, { fullName, email: email === "" ? "somebody@school.example" : email, employment: "работает" });
  }
  wb.add(mentors, { person: "Р-001" });
  for (const person of ["Р-002", "Р-003", "Р-004"]) wb.add(mentees, { person });
  wb.add(pairs, { mentor: "Н-001", mentees: ["М-001"], status: "действует", schoolYear: "2026/2027" });
  wb.add(pairs, { mentor: "Н-001", mentees: ["М-002"], status: "завершена", schoolYear: "2026/2027" });
  wb.add(pairs, { mentor: "Н-001", mentees: ["М-003"], status: "завершена", schoolYear: "2025/2026" });
  wb.add(pairs, { mentor: "Н-001", mentees: ["М-003"], status: "предложена", schoolYear: "2026/2027" });
  for (const direction of DEFAULT_DIRECTIONS) {
    const doneOn = "2026-09-10" as CalendarDate;
    wb.add(diagnostics, { person: "Р-002", doneOn, stage: "на входе", direction, severity: 2 });
  }
  return wb;
}

const LAUNCH = { deadline: "2027-05-31", whom: "all" } as const;

function pull(wb: MemoryWorkbook): ReturnType<typeof pullAnswers> {
  return pullAnswers(wb, respondentsOf(wb), surveyConsumers);
}

/** The first person's side answers by the personal link. */
function answer(wb: MemoryWorkbook, person: string, role: "mentor" | "mentee"): void {
  const link = wb.all(invitations).find((invitation) => invitation.person === person)?.link ?? "";
  const who = SAMPLE_STAFF[Number(person.slice(-1)) - 1];
  if (who === undefined) throw new Error("nobody of the sample");
  expect(letAnswer(world, link, who, { role, stage: "end" })).toMatchObject({ ok: true });
}

test("asks each mentee of this year's pairs, and a mentor of several pairs once; launching again asks nobody twice", () => {
  const wb = school();
  const started = launchSurvey(wb, LAUNCH);
  expect(started.invited).toBe(3);
  expect(started.jobs).toHaveLength(1);
  launchSurvey(wb, LAUNCH);
  expect(wb.all(forms)).toHaveLength(2);
  expect(wb.all(invitations).map(({ person, about }) => [person, about])).toEqual([
    ["Р-002", "П-2027-01"],
    ["Р-003", "П-2027-02"],
    ["Р-001", null],
  ]);
});

test("asks the pairs in force only, if the curator wants so", () => {
  const wb = school();
  launchSurvey(wb, { ...LAUNCH, whom: "active" });
  expect(wb.all(invitations).map(({ person }) => person)).toEqual(["Р-002", "Р-001"]);
});

test("answers are counted once, with the overall mark; what is still hard goes to the diagnostics of the exit", () => {
  const wb = school();
  launchSurvey(wb, LAUNCH);
  answer(wb, "Р-002", "mentee");
  answer(wb, "Р-001", "mentor");
  expect(pull(wb)).toMatchObject({ taken: 2, unknown: 0, doubtful: 0 });
  expect(pull(wb)).toMatchObject({ taken: 0 });
  expect(wb.all(answers).map(({ person }) => person)).toEqual(["Р-002", "Р-001"]);
  for (const { overall } of wb.all(answers)) expect(overall).toBeGreaterThanOrEqual(1);
  const atExit = wb.all(diagnostics).filter((row) => row.stage === "на выходе");
  expect(atExit).toHaveLength(DEFAULT_DIRECTIONS.length);
  expect(new Set(atExit.map((row) => row.doneOn))).toEqual(new Set([TODAY]));
  expect(loadSurveys(wb).rounds.map(({ invited, answered }) => [invited, answered])).toEqual([
    [2, 1],
    [1, 1],
  ]);
});

test("a second answer of the same mentee replaces the first, its difficulties too", () => {
  const wb = school();
  launchSurvey(wb, LAUNCH);
  answer(wb, "Р-002", "mentee");
  pull(wb);
  world.clock.advance(60_000);
  answer(wb, "Р-002", "mentee");
  pull(wb);
  expect(wb.all(answers).map(({ status }) => status)).toEqual(["заменён новым", "учтён"]);
  expect(wb.all(diagnostics).filter((row) => row.stage === "на выходе")).toHaveLength(DEFAULT_DIRECTIONS.length);
});

test("an answer whose author is unclear waits for the curator, and one click takes it in", () => {
  const wb = school();
  launchSurvey(wb, LAUNCH);
  const form = wb.all(invitations).find(({ person }) => person === "Р-003")?.form ?? "";
  wb.add(answers, {
    form,
    questionnaire: FINAL_MENTEE,
    respondent: SAMPLE_STAFF[2]?.fullName.split(" ")[0] ?? "",
    answeredAt: `${TODAY}T10:00:00+03:00`,
    status: "решает куратор",
    values: { overall: 9 },
  });
  const [unclear] = loadSurveys(wb).decisions.unclear;
  expect(loadSurveys(wb).authors.map(({ code }) => code)).toEqual(["Р-002", "Р-003", "Р-001"]);
  decideAuthor(wb, unclear?.code ?? "", { person: "Р-003" });
  settleNamed(wb, CONSUMERS);
  expect(loadSurveys(wb)).toMatchObject({ decisions: { unclear: [] }, authors: [] });
  expect(wb.all(answers).map(({ person, status }) => [person, status])).toEqual([["Р-003", "учтён"]]);
});

test("a closed survey takes no more answers and cannot be reminded of", () => {
  const wb = school();
  launchSurvey(wb, LAUNCH);
  closeSurvey(wb);
  expect(wb.all(forms).map(({ status }) => status)).toEqual(["закрыта", "закрыта"]);
  expect(() => remindSurvey(wb)).toThrow("Итоговый опрос не запущен или уже закрыт.");
});

test.each([
  ["2027-05-16", "Срок ответа уже прошёл."],
  ["31.05", "Не указан срок ответа."],
])("a deadline of %s is refused with words", (deadline, words) => {
  expect(() => launchSurvey(school(), { ...LAUNCH, deadline })).toThrow(words);
});

test("without pairs in force there is nobody to ask", () => {
  const wb = memoryWorkbook(TODAY);
  expect(() => launchSurvey(wb, LAUNCH)).toThrow("Некого опрашивать: нет пар, закреплённых приказом.");
});
