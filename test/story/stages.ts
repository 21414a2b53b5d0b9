// The school year kept at each of its steps, and the commands of the steps one by one: each can be interrupted and given again.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { SAMPLE_MENTEES, SAMPLE_MENTORS } from "../../sandbox/sample/people";
import { staffWorkbook } from "../../sandbox/sample/staffFile";
import type { JobProgress } from "../../src/jobs/jobs";
import type { LeavingInput, WithdrawalInput } from "../../src/person/lifeView";
import { proposedPairs } from "./proposed";
import { openSchool, reopenSchool, type School } from "./school";
import { beginStory, DAY, listOf, SCHOOL_YEAR, START_FORM, type Story, today } from "./schoolYear.story";

/** Enough for every kind of thing to happen, and few enough to be played hundreds of times. */
const FEW = [...SAMPLE_MENTEES.slice(0, 3), ...SAMPLE_MENTORS.slice(0, 5)];

/** A year that was played once: any number of schools begin from any step of it. */
export class Stages {
  private readonly room = mkdtempSync(path.join(tmpdir(), "school-year-"));

  private constructor(readonly story: Story) {}

  /** Plays the year and keeps the school as it was before each step. */
  static async play(): Promise<Stages> {
    const staff = { name: "Педагоги.xlsx", bytes: await staffWorkbook(FEW) };
    const stages = new Stages(await beginStory(staff));
    const school = openSchool({ folder: path.join(stages.room, "played") });
    for (const step of SCHOOL_YEAR) {
      school.keepIn(path.join(stages.room, step.key));
      await step.run(school, stages.story);
    }
    school.keepIn(path.join(stages.room, "end"));
    return stages;
  }

  /** The school before a step of the year; «end» is after the last. */
  before(key: string): School {
    return reopenSchool(path.join(this.room, key));
  }

  remove(): void {
    rmSync(this.room, { recursive: true, force: true });
  }
}

/** One call to the server that writes. */
export interface Command<I = unknown> {
  name: string;
  /** The step before which it is given. */
  at: string;
  /** What leads up to it, undisturbed; gives its input. */
  prepare: (school: School, story: Story) => I | Promise<I>;
  /** One execution. */
  run: (school: School, input: I) => void;
}

function command<I>(one: Command<I>): Command {
  return one as Command;
}

/** Opens the intake and chooses those whom the program proposes. */
function intakeOf(school: School, side: number) {
  const view = school.call("loadIntake");
  const { questionnaire, candidates } = view.sides[side] ?? { questionnaire: "", candidates: [] };
  const people = candidates.filter(({ reason }) => reason !== null).map(({ code }) => code);
  return { questionnaire, people, deadline: view.proposedDeadline };
}

const readyPairs = (school: School): string[] => school.call("loadOrder").ready.map(({ code }) => code);

/** The line, command by command. */
export const COMMANDS: readonly Command[] = [
  command({
    name: "setUp",
    at: "setUp",
    prepare: () => null,
    run: (school) => school.call("setUp", START_FORM),
  }),
  command({
    name: "applyImport",
    at: "import",
    prepare: (school, { staff }) => listOf(school, staff),
    run: (school, list) => school.call("applyImport", { ...list, decisions: {} }),
  }),
  command({
    name: "launchIntake",
    at: "invite",
    prepare: (school) => intakeOf(school, 0),
    run: (school, input) => school.call("launchIntake", input),
  }),
  command({
    name: "continueWork (invitations)",
    at: "invite",
    prepare: (school): JobProgress => school.call("launchIntake", intakeOf(school, 0)).job,
    run: (school, job) => school.call("continueWork", job.code),
  }),
  command({
    name: "pullIntake",
    at: "intake",
    prepare: (school) => {
      school.pass(DAY);
      school.teachersAnswer();
    },
    run: (school) => school.call("pullIntake"),
  }),
  command({
    name: "savePairs",
    at: "pair",
    prepare: proposedPairs,
    run: (school, pairs) => school.call("savePairs", { pairs }),
  }),
  command({
    name: "makeConsentForms",
    at: "consents",
    prepare: (school) =>
      school
        .call("loadOrder")
        .missing.slice(0, 2)
        .map(({ person, kinds }) => ({ person, kinds })),
    run: (school, people) => school.call("makeConsentForms", { people }),
  }),
  command({
    name: "recordConsents",
    at: "consents",
    prepare: (school) => school.call("loadOrder").missing.map(({ person, kinds }) => ({ person, kinds })),
    run: (school, people) =>
      school.call("recordConsents", { givenOn: today(school), signed: people, validUntil: null, paper: null }),
  }),
  command({
    name: "makeOrder",
    at: "order",
    prepare: readyPairs,
    run: (school, pairs) => school.call("makeOrder", { pairs }),
  }),
  command({
    name: "registerOrder",
    at: "order",
    prepare: (school) => school.call("makeOrder", { pairs: readyPairs(school) }).document,
    run: (school, document) => school.call("registerOrder", { document, number: "", signedOn: today(school) }),
  }),
  command({
    name: "makeProgramme",
    at: "programmes",
    prepare: (school) => school.call("loadProgrammes").pairs[0]?.pair ?? "",
    run: (school, pair) => school.call("makeProgramme", { pair }),
  }),
  command({
    name: "continueWork (programmes)",
    at: "programmes",
    prepare: (school) => school.call("makeProgrammes").code,
    run: (school, job) => school.call("continueWork", job),
  }),
  command({
    name: "applyLeaving",
    at: "work",
    prepare: (school): LeavingInput => ({
      person: school.records("Наставники").find(({ status }) => status !== "выбыл")?.["person"] ?? "",
      kind: "уволен",
      from: today(school),
      until: null,
    }),
    run: (school, input) => school.call("applyLeaving", input, {}),
  }),
  command({
    name: "withdrawConsent",
    at: "work",
    prepare: (school): WithdrawalInput => ({
      consent: school.records("Согласия").find(({ kind }) => kind === "участие в наставнической паре")?.["code"] ?? "",
      on: today(school),
      paper: "заявление № 1",
    }),
    run: (school, input) => school.call("withdrawConsent", input, {}),
  }),
  command({
    name: "launchSurvey",
    at: "survey",
    prepare: (school) => {
      school.passUntil("2027-05-17T09:00:00+03:00");
    },
    run: (school) => school.call("launchSurvey", { deadline: "2027-05-28", whom: "all" }),
  }),
  command({
    name: "pullSurvey",
    at: "surveyAnswers",
    prepare: (school) => {
      school.teachersAnswer();
    },
    run: (school) => school.call("pullSurvey"),
  }),
  command({
    name: "refreshDashboard",
    at: "dashboard",
    prepare: () => null,
    run: (school) => school.call("refreshDashboard"),
  }),
  command({
    name: "heartbeat",
    at: "intake",
    prepare: (school) => {
      school.teachersAnswer();
      school.pass(DAY);
    },
    run: (school) => {
      school.heartbeat();
    },
  }),
];
