// How much processor time the choice of pairs takes, on invented schools of the sizes that the design names.
import type { Difficulty, MenteeProfile, MentorProfile, Pool } from "../src/pairing/choice/pool";
import { prepare, propose, solve } from "../src/pairing/choice/proposal";
import { whyNot } from "../src/pairing/choice/explain";
import { compareProposals, underScenario } from "../src/pairing/choice/scenarios";
import { DEFAULT_WEIGHTS, judgesBy } from "../src/pairing/choice/score";
import { remedies } from "../src/pairing/choice/whatIf";
import { DEFAULT_DIRECTIONS } from "../src/school/mentoringForms";
import { cpuOf, type Line } from "./line";

const SUBJECTS = ["математика", "физика", "русский язык, литература", "история", "начальные классы", "биология"];

/** A generator of numbers from 0 to 1, the same every time. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** `count` members of a list, each at most once. */
export function some<T>(random: () => number, list: readonly T[], count: number): T[] {
  const left = [...list];
  return Array.from({ length: Math.min(count, list.length) }, () =>
    left.splice(Math.floor(random() * left.length), 1),
  ).flat();
}

/** Directions in a municipality: so many that a mentee finds about fifty mentors among two thousand. */
const MANY_DIRECTIONS = Array.from({ length: 80 }, (_, index) => `Направление ${index}`);

/** A municipal pool: everybody is at home in one or two of many directions. */
function municipalPool(mentees: number, mentors: number): Pool {
  const random = randomFrom(mentors);
  const dense = inventedPool(mentees, mentors, 3);
  return {
    ...dense,
    mentors: dense.mentors.map((mentor) => ({
      ...mentor,
      directions: some(random, MANY_DIRECTIONS, 1 + Math.floor(random() * 2)),
      capacity: 3,
    })),
    mentees: dense.mentees.map((mentee) => ({
      ...mentee,
      difficulties: some(random, MANY_DIRECTIONS, 1 + Math.floor(random() * 2)).map((direction) => ({
        direction,
        severity: 2,
      })),
    })),
  };
}

/** A school in which everybody has said everything, so that no pair is ruled out cheaply. */
function inventedPool(mentees: number, mentors: number, capacity: number): Pool {
  const random = randomFrom(mentees * 7919 + mentors);
  return {
    mentors: Array.from({ length: mentors }, (_, index) => inventedMentor(random, index, capacity)),
    mentees: Array.from({ length: mentees }, (_, index) => inventedMentee(random, index)),
    pairs: [],
    bans: [],
    wishes: [],
    before: [],
  };
}

function inventedMentor(random: () => number, index: number, capacity: number): MentorProfile {
  return {
    code: `Н-${index}`,
    personCode: `Р-${index}`,
    name: `Наставник ${index}`,
    unavailable: null,
    directions: some(random, DEFAULT_DIRECTIONS, 2 + Math.floor(random() * 4)),
    capacity: 1 + (index % capacity),
    load: 0,
    subject: some(random, SUBJECTS, 1)[0] ?? null,
    experienceYears: 5 + Math.floor(random() * 30),
    qualification: "первая",
    hoursPerMonth: Math.floor(random() * 12),
    formats: ["очно"],
    wishedCategories: ["молодой специалист"],
  };
}

function inventedMentee(random: () => number, index: number): MenteeProfile {
  return {
    code: `М-${index}`,
    personCode: `РМ-${index}`,
    name: `Наставляемый ${index}`,
    unavailable: null,
    difficulties: DEFAULT_DIRECTIONS.map((direction): Difficulty => ({
      direction,
      severity: Math.floor(random() * 4),
    })),
    subject: some(random, SUBJECTS, 1)[0] ?? null,
    experienceYears: Math.floor(random() * 5),
    category: "молодой специалист",
    formats: ["очно"],
    waitingDays: Math.floor(random() * 60),
  };
}

const CASES = [
  { mentees: 300, mentors: 150, capacity: 3, budget: 150 },
  { mentees: 1000, mentors: 1000, capacity: 1, budget: 2000 },
] as const;

function municipalLine(): Line {
  const pool = municipalPool(5000, 2000);
  let note = "";
  const figure = cpuOf(() => {
    const prepared = prepare(pool);
    const edges = prepared.candidates.reduce((sum, list) => sum + list.givers.length, 0);
    note = `${solve(prepared).pairs.length} pairs, ${Math.round(edges / prepared.waiting.length)} candidates each`;
  });
  return {
    work: "Match 5,000 mentees with 2,000 mentors, a sparse municipal pool",
    figure,
    unit: "ms CPU",
    budget: 10_000,
    note,
  };
}

/** Seventy-five of three hundred have nobody: what would help them, each proposal solved anew. */
function remediesLine(): Line {
  const prepared = prepare(inventedPool(300, 150, 2));
  const proposal = solve(prepared);
  let found = 0;
  const figure = cpuOf(() => {
    found = remedies(prepared, proposal).length;
  });
  const note = `${found} changes that help, ${proposal.unmatched.length} mentees without a mentor`;
  return { work: "«Что поможет?» at 300 × 150", figure, unit: "ms CPU", budget: 1500, note };
}

/** A scenario beside the proposal as it is: other weights, a place less with every third mentor. */
function scenarioLine(): Line {
  const pool = inventedPool(300, 150, 3);
  const before = propose(pool);
  let note = "";
  const figure = cpuOf(() => {
    const fewer = pool.mentors.filter((_, index) => index % 3 === 2);
    const other = underScenario(pool, {
      weights: { ...DEFAULT_WEIGHTS, subject: 40, experience: 0.5 },
      pins: [],
      bans: [],
      capacities: Object.fromEntries(fewer.map(({ code, capacity }) => [code, capacity - 1])),
    });
    const prepared = prepare(other.pool, other.terms);
    const { mentorByCode, menteeByCode } = prepared.ready;
    const judgeOf = judgesBy(DEFAULT_WEIGHTS);
    const { moves, lost } = compareProposals(before, solve(prepared), (couple) => {
      const [mentor, mentee] = [mentorByCode.get(couple.mentor), menteeByCode.get(couple.mentee)];
      return mentor === undefined || mentee === undefined ? 0 : judgeOf(mentor)(mentee);
    });
    note = `${moves.length} move, ${lost.length} of them lose a mentor`;
  });
  return { work: "Compare a scenario at 300 × 150", figure, unit: "ms CPU", budget: 150, note };
}

/** The first case is the first code that this process runs of the kind, as in an Apps Script execution: nothing is warm. */
export function matchingLines(): Line[] {
  const lines = CASES.map(({ mentees, mentors, capacity, budget }): Line => {
    const pool = inventedPool(mentees, mentors, capacity);
    let pairs = 0;
    const figure = cpuOf(() => {
      pairs = propose(pool).pairs.length;
    });
    const work = `Match ${mentees} mentees with ${mentors} mentors (capacity ${capacity === 1 ? "1" : `1–${capacity}`}), all rules`;
    return { work, figure, unit: "ms CPU", budget, note: `${pairs} pairs, optimal` };
  });
  const pool = inventedPool(300, 150, 3);
  const prepared = prepare(pool);
  const proposal = solve(prepared);
  const asked = { mentor: proposal.pairs[1]?.mentor ?? "", mentee: proposal.pairs[0]?.mentee ?? "" };
  const figure = cpuOf(() => void whyNot(prepared, proposal, asked));
  return [
    ...lines,
    municipalLine(),
    { work: "«Почему не X?» at 300 × 150", figure, unit: "ms CPU", budget: 50, note: "solves anew" },
    remediesLine(),
    scenarioLine(),
  ];
}
