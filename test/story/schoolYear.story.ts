// A school year with the add-on, step by step: from a staff list to the satisfaction on the dashboard.
// Played by the tests with assertions, and by `npm run demo` for its files.
import { readFileSync } from "node:fs";
import path from "node:path";
import { SAMPLE_SCHOOL } from "../../sandbox/sample/school";
import { SAMPLE_STAFF } from "../../sandbox/sample/staff";
import { staffWorkbook } from "../../sandbox/sample/staffFile";
import { guessSheet, mappingOf } from "../../src/bank/import/guessColumns";
import type { JobProgress } from "../../src/jobs/jobs";
import { JOB_STATUS } from "../../src/jobs/jobs.table";
import type { Server } from "../../src/server";
import type { StartForm } from "../../src/school/startView";
import { readStaffFile } from "../../src/sidebar/import/readStaffFile";
import { proposedPairs } from "./proposed";
import { type AnsweredForm, Refusal, type School } from "./school";

/** A staff list as somebody chooses it in the sidebar. */
export interface StaffFile {
  name: string;
  bytes: Uint8Array;
}

/** One thing that a curator does; `run` gives what to tell about it, in English. */
export interface Step {
  key: string;
  title: string;
  run: (school: School, story: Story) => string[] | Promise<string[]>;
}

/** What the story remembers from step to step. */
export interface Story {
  staff: StaffFile;
  answered: AnsweredForm[];
  /** The words with which the order was refused while consents were missing. */
  refusal: Refusal | null;
  /** Code of the registered order on «Документы»; null before it is. */
  order: string | null;
}

export const DAY = 24 * 60 * 60 * 1000;
const MENTEE = "menteeIntake";

/** What the curator types into «Начало работы». */
export const START_FORM: StartForm = {
  schoolFullName: SAMPLE_SCHOOL.fullName,
  schoolShortName: SAMPLE_SCHOOL.shortName,
  schoolKind: SAMPLE_SCHOOL.kind,
  place: SAMPLE_SCHOOL.place,
  headName: SAMPLE_SCHOOL.head,
  headPost: SAMPLE_SCHOOL.headPost,
  curatorName: SAMPLE_SCHOOL.curator,
  curatorPost: SAMPLE_STAFF.find(({ fullName }) => fullName === SAMPLE_SCHOOL.curator)?.post ?? "",
  curatorEmail: SAMPLE_SCHOOL.curatorEmail,
  schoolYear: "2026/2027",
  address: SAMPLE_SCHOOL.address,
  inn: SAMPLE_SCHOOL.inn,
  ogrn: SAMPLE_SCHOOL.ogrn,
  site: SAMPLE_SCHOOL.site,
  curators: "",
  codeOnly: false,
};

/** @param staff the sample's list if none is given */
export async function beginStory(staff?: StaffFile): Promise<Story> {
  return {
    staff: staff ?? { name: "Педагоги школы.xlsx", bytes: await staffWorkbook() },
    answered: [],
    refusal: null,
    order: null,
  };
}

/** A file of the disk. */
export function staffFileAt(place: string): StaffFile {
  return { name: path.basename(place), bytes: readFileSync(place) };
}

/** The date on the school's wall, «2026-09-01». */
export function today(school: School): string {
  return new Date(school.world.clock.now() + 3 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

/** How many rows the import sidebar sends to have the columns guessed. */
const ROWS_TO_GUESS_BY = 300;

/** The list as the import sidebar hands it to the server. @throws Stop or Refusal when it cannot be read */
export async function listOf(school: School, staff: StaffFile) {
  const copy = new ArrayBuffer(staff.bytes.byteLength);
  new Uint8Array(copy).set(staff.bytes);
  // Of several sheets a curator chooses the one with the people.
  const found = guessSheet(await readStaffFile(staff.name, copy), today(school));
  if (!found) throw new Error("The file has no sheet.");
  const { rows } = found.sheet;
  const guess = school.call("guessList", rows.slice(0, ROWS_TO_GUESS_BY));
  if (guess.problem) throw new Refusal(guess.problem.what, guess.problem.mend);
  return { rows, firstRow: guess.firstRow, mapping: mappingOf(guess) };
}

/** Drives jobs as an open sidebar does: chunk by chunk until they are done or must wait. */
export function driveJobs(school: School, jobs: readonly JobProgress[]): JobProgress[] {
  return jobs.map((job) => {
    let progress = job;
    while (mayGoOn(progress)) progress = school.call("continueWork", progress.code);
    return progress;
  });
}

function mayGoOn({ status, resumesAt }: JobProgress): boolean {
  return (status === JOB_STATUS.going || status === JOB_STATUS.waiting) && resumesAt === null;
}

const setUp: Step = {
  key: "setUp",
  title: "Set up the school",
  run: (school) => {
    school.menu("Начало работы");
    school.call("loadStart");
    return [`${school.call("setUp", START_FORM).done.length} things put in place`];
  },
};

const importStaff: Step = {
  key: "import",
  title: "Import the staff list",
  run: async (school, story) => {
    school.pass(DAY);
    school.menu("Импорт списка педагогов");
    school.call("loadImport");
    const list = await listOf(school, story.staff);
    const plan = school.call("planImport", list);
    const report = school.call("applyImport", { ...list, decisions: {} });
    const without = school.table("Педагоги").filter((person) => person["Электронная почта"] === "").length;
    return [
      `${plan.counts.added} new, ${plan.counts.changed} changed, ${plan.counts.doubtful} doubtful lines in the preview`,
      `${report.added} people added, ${report.waiting} lines wait for a decision`,
      ...(without > 0 ? [`${without} people have no e-mail address and will get no mail`] : []),
    ];
  },
};

type Candidates = ReturnType<Server["loadIntake"]>["sides"][number]["candidates"];

/** Whom to ask: whom the program proposes; where a list says too little for that, the curator picks, every fourth as a mentee. */
function chosen(candidates: Candidates, isMentee: boolean): { codes: string[]; byHand: boolean } {
  const proposed = candidates.filter(({ reason }) => reason !== null);
  const picked = candidates.filter((_, at) => (at % 4 === 3) === isMentee);
  const byHand = proposed.length === 0;
  return { codes: (byHand ? picked : proposed).map(({ code }) => code), byHand };
}

const invite: Step = {
  key: "invite",
  title: "Ask would-be mentors and mentees",
  run: (school) => {
    school.pass(DAY);
    school.menu("Анкеты участников");
    const view = school.call("loadIntake");
    const told = view.sides.flatMap(({ questionnaire, candidates }) => {
      const { codes, byHand } = chosen(candidates, questionnaire === MENTEE);
      if (codes.length === 0) return [];
      const launched = school.call("launchIntake", { questionnaire, people: codes, deadline: view.proposedDeadline });
      driveJobs(school, [launched.job]);
      const whom = questionnaire === MENTEE ? "mentees" : "would-be mentors";
      return [`${whom} invited: ${launched.invited}${byHand ? " (picked by hand: the list does not tell whom)" : ""}`];
    });
    return [...told, `letters sent: ${school.mails().length}`];
  },
};

/** Those with an address answer from their mail, the others by the personal link that the curator hands over. */
function everybodyAnswers(school: School, story: Story): string[] {
  const answered = school.teachersAnswer();
  const inPerson = school.answerInPerson();
  story.answered.push(...answered, ...inPerson);
  return [
    `${answered.filter(({ submission }) => submission.ok).length} of ${answered.length} letters answered`,
    ...(inPerson.length > 0 ? [`${inPerson.length} people without an address answered by a link handed over`] : []),
  ];
}

const answerIntake: Step = {
  key: "intake",
  title: "Teachers answer, the banks fill",
  run: (school, story) => {
    school.pass(3 * DAY);
    const told = everybodyAnswers(school, story);
    school.heartbeat();
    school.call("pullIntake");
    const [mentors, mentees] = [school.table("Наставники").length, school.table("Наставляемые").length];
    return [...told, `${mentors} mentors and ${mentees} mentees in the banks`];
  },
};

const pair: Step = {
  key: "pair",
  title: "Match mentees with mentors",
  run: (school) => {
    school.pass(4 * DAY);
    school.menu("Подбор пар");
    const { pool, paired } = school.call("loadPairing");
    const waiting = pool.mentees.length - paired;
    const { saved, refused } = school.call("savePairs", { pairs: proposedPairs(school) });
    return [
      `${waiting} mentees were waiting, ${saved.length} pairs written, ${refused.length} refused`,
      ...(waiting > saved.length ? [`${waiting - saved.length} mentees stay without a mentor for now`] : []),
    ];
  },
};

const collectConsents: Step = {
  key: "consents",
  title: "Collect written consents",
  run: (school, story) => {
    school.pass(DAY);
    school.menu("Приказ о закреплении пар");
    const check = school.call("loadOrder");
    const wanted = [...check.ready, ...check.blocked].map(({ code }) => code);
    if (wanted.length === 0) return ["there is nobody to ask"];
    story.refusal = refusalOf(() => school.call("makeOrder", { pairs: wanted })) ?? story.refusal;
    const people = check.missing.map(({ person, kinds }) => ({ person, kinds }));
    if (people.length === 0) return ["all consents are there already"];
    const papers = school.call("makeConsentForms", { people }).length;
    school.pass(DAY);
    school.call("recordConsents", { givenOn: today(school), signed: people, validUntil: null, paper: null });
    return [
      `the order was refused while ${people.length} people had not consented in writing`,
      `${papers} consent papers made, consents of ${people.length} people recorded`,
    ];
  },
};

const makeOrder: Step = {
  key: "order",
  title: "Issue the assignment order",
  run: (school, story) => {
    const check = school.call("loadOrder");
    if (check.ready.length === 0) return ["there are no pairs for an order"];
    const draft = school.call("makeOrder", { pairs: check.ready.map(({ code }) => code) });
    school.call("registerOrder", { document: draft.document, number: "", signedOn: today(school) });
    story.order = draft.document;
    return [`order ${draft.document} names ${draft.pairs} pairs`];
  },
};

const makeProgrammes: Step = {
  key: "programmes",
  title: "Make the personalised programmes",
  run: (school) => {
    school.pass(DAY);
    school.menu("Программы пар");
    const { pairs } = school.call("loadProgrammes");
    if (pairs.length === 0) return ["there are no pairs"];
    driveJobs(school, [school.call("makeProgrammes")].flat());
    return [
      `${school.table("Программы").length} programmes with ${school.table("Мероприятия").length} activities in all`,
    ];
  },
};

/** On the day when the programmes are made, everybody has signed the printed sheet. */
const signSheet: Step = {
  key: "acquaint",
  title: "Write down who has signed the sheet of the order",
  run: (school, { order }) => {
    if (order === null) return ["there is no order"];
    const { people } = school.call("loadAcquaintance", order);
    const waiting = people.filter(({ on }) => on === null).map(({ code }) => code);
    const { marked } = school.call("markAcquainted", { document: order, people: waiting, on: today(school) });
    return [`signatures written down: ${marked}`];
  },
};

/** Of the activities that are due, every eighth has not come about yet. */
const UNDONE = 8;

const work: Step = {
  key: "work",
  title: "The year goes by, activities are ticked off in the sheet",
  run: (school) => {
    school.passUntil("2027-05-14T16:00:00+03:00");
    const lines = school.lines("Мероприятия");
    const [keys = []] = lines;
    const [due, status] = [keys.indexOf("dueOn"), keys.indexOf("status")];
    const overdue = lines.flatMap((cells, at) => {
      const day = (cells[due] ?? "").split(".").reverse().join("-");
      return /^\d{4}-/.test(day) && day <= today(school) ? [at + 1] : [];
    });
    const done = overdue.filter((_, at) => at % UNDONE !== UNDONE - 1);
    for (const row of done) school.type("Мероприятия", row, status + 1, "выполнено");
    return [`${done.length} of ${overdue.length} activities that were due are done`];
  },
};

const launchSurvey: Step = {
  key: "survey",
  title: "Ask both sides how it went",
  run: (school) => {
    school.passUntil("2027-05-17T09:00:00+03:00");
    school.menu("Итоговый опрос");
    const view = school.call("loadSurveys");
    if (view.pairs.active === 0) return ["there are no pairs to ask"];
    const started = school.call("launchSurvey", { deadline: "2027-05-28", whom: "all" });
    driveJobs(school, started.jobs);
    return [`${started.invited} people invited`];
  },
};

const answerSurvey: Step = {
  key: "surveyAnswers",
  title: "Both sides answer",
  run: (school, story) => {
    school.pass(3 * DAY);
    const told = everybodyAnswers(school, story);
    school.heartbeat();
    school.call("pullSurvey");
    return [...told, `${school.table("Ответы").length} answers in the workbook`];
  },
};

const refreshDashboard: Step = {
  key: "dashboard",
  title: "Refresh the dashboard",
  run: (school) => {
    school.menu("Сводка");
    school.call("loadDashboard");
    const { satisfaction, indicators } = school.call("refreshDashboard");
    const counted = indicators.filter(({ value }) => value !== null).length;
    return [
      `satisfaction: mentees ${satisfaction.mentees ?? "—"}, mentors ${satisfaction.mentors ?? "—"}; ${counted} indicators have a value`,
    ];
  },
};

/** What the refusal said; null if the call went through. */
export function refusalOf(call: () => unknown): Refusal | null {
  try {
    call();
    return null;
  } catch (failure) {
    if (failure instanceof Refusal) return failure;
    throw failure;
  }
}

/** The year in order. */
export const SCHOOL_YEAR: readonly Step[] = [
  setUp,
  importStaff,
  invite,
  answerIntake,
  pair,
  collectConsents,
  makeOrder,
  makeProgrammes,
  signSheet,
  work,
  launchSurvey,
  answerSurvey,
  refreshDashboard,
];
