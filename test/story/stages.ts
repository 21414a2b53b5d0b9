// The school year kept at each of its steps, and the commands of the steps one by one: each can be interrupted and given again.
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { SAMPLE_MENTEES, SAMPLE_MENTORS } from "../../sandbox/sample/people";
import { staffWorkbook } from "../../sandbox/sample/staffFile";
import type { JobProgress } from "../../src/jobs/jobs";
import type { PaperInput } from "../../src/papers/papersView";
import type { LeavingInput, WithdrawalInput } from "../../src/person/lifeView";
import { freshBundle } from "./bundle";
import { hashOf, playedOnce } from "./madeOnce";
import { proposedPairs } from "./proposed";
import { openSchool, reopenSchool, type School } from "./school";
import { beginStory, DAY, listOf, SCHOOL_YEAR, START_FORM, type Story, today } from "./schoolYear.story";

/** Enough for every kind of thing to happen, and few enough to be played hundreds of times. */
const FEW = [...SAMPLE_MENTEES.slice(0, 3), ...SAMPLE_MENTORS.slice(0, 5)];

const ROOM = ".templates/stages";

/** A year that was played once, for all stories together: any number of schools begin from any step of it. */
export class Stages {
  /** What belongs to one story alone. */
  private readonly own = mkdtempSync(path.join(tmpdir(), "school-year-"));
  private readonly inputs = new Map<string, unknown>();

  private constructor(
    private readonly room: string,
    readonly story: Story,
  ) {}

  /** Plays the year, if nobody has yet, and keeps the school as it was before each step. */
  static async play(): Promise<Stages> {
    const staff = { name: "Педагоги.xlsx", bytes: await staffWorkbook(FEW) };
    const room = path.join(ROOM, `${path.basename(freshBundle())}-${hashOf(["sandbox", "test/story"])}`);
    await playedOnce(room, async (place) => {
      const story = await beginStory(staff);
      const school = openSchool({ folder: path.join(place, "played") });
      for (const step of SCHOOL_YEAR) {
        school.keepIn(path.join(place, step.key));
        await step.run(school, story);
      }
      school.keepIn(path.join(place, "end"));
    });
    return new Stages(room, await beginStory(staff));
  }

  /** The school before a step of the year; «end» is after the last. */
  before(key: string): School {
    return reopenSchool(path.join(this.room, key));
  }

  /** The school when all that leads up to a command is done, and the command's input: prepared once, reopened after. */
  async ready<I>({ name, at, prepare }: Command<I>): Promise<{ school: School; input: I }> {
    const folder = path.join(this.own, name);
    if (!this.inputs.has(name)) {
      cpSync(path.join(this.room, at), folder, { recursive: true });
      const school = reopenSchool(folder);
      this.inputs.set(name, await prepare(school, this.story));
      school.world.save();
    }
    return { school: reopenSchool(folder), input: this.inputs.get(name) as I };
  }

  remove(): void {
    rmSync(this.own, { recursive: true, force: true });
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

const firstPair = (school: School): string =>
  school.call("loadCourse").pairs.find(({ status }) => status === "действует")?.code ?? "";

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
    name: "recommendPairs",
    at: "consents",
    prepare: (school) => school.call("loadCourse").pairs.map(({ code }) => code),
    run: (school, pairs) => school.call("recommendPairs", { pairs, minutes: "1", on: today(school) }),
  }),
  command({
    name: "endPairEarly",
    at: "work",
    prepare: firstPair,
    run: (school, pair) =>
      school.call("endPairEarly", {
        pair,
        reason: "обоюдно",
        noticeOn: null,
        lastDay: today(school),
        agreed: false,
        mentee: null,
        programme: "finishEarly",
        mentees: {},
      }),
  }),
  command({
    name: "replaceMentor",
    at: "work",
    prepare: (school) => {
      const pair = firstPair(school);
      return { pair, mentor: school.call("loadReplacements", pair).candidates[0]?.mentor ?? "" };
    },
    run: (school, { pair, mentor }) =>
      school.call("replaceMentor", {
        pair,
        mentor,
        from: today(school),
        reason: "обоюдно",
        noticeOn: null,
        agreed: false,
        programme: "continue",
      }),
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
    name: "makePapers",
    at: "work",
    prepare: (school): PaperInput => ({
      kind: "personalDataConsent",
      subjects: school
        .call("loadPaper", "personalDataConsent")
        .subjects.slice(0, 2)
        .map(({ subject }) => subject),
      values: {},
      document: null,
    }),
    run: (school, input) => school.call("makePapers", input),
  }),
  command({
    name: "registerPaper",
    at: "work",
    prepare: (school) => {
      const [person] = school.call("loadPaper", "personalDataConsent").subjects;
      const subjects = person ? [person.subject] : [];
      const input: PaperInput = { kind: "personalDataConsent", subjects, values: {}, document: null };
      return school.call("makePapers", input).made[0]?.document ?? "";
    },
    run: (school, document) => school.call("registerPaper", { document, number: "", signedOn: today(school) }),
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
