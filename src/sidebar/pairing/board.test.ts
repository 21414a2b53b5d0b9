import * as fc from "fast-check";
import { DEFAULT_WEIGHTS } from "../../pairing/choice/score";
import type { MenteeProfile, MentorProfile, Pool } from "../../pairing/choice/pool";
import type { PairingView } from "../../pairing/pairingView";
import { decisionsOf, scenarioOf, startBoard, takeStep, unsaved, type Board, type Step } from "./board";
import { sideBySide, summaryOf } from "./comparison";
import { fitsOf, groupsNow, pairsOf, pictureOf, refusals, solvedScenario, stateOf, type Picture } from "./picture";
import { wantedOf } from "./toWrite";

const METHODS = "Методика обучения";
const PARENTS = "Работа с родителями";

function mentor(code: string, more: Partial<MentorProfile> = {}): MentorProfile {
  return {
    code,
    personCode: `Р-${code}`,
    name: `Наставник ${code}`,
    unavailable: null,
    directions: [METHODS, PARENTS],
    capacity: 1,
    load: 0,
    subject: null,
    experienceYears: 15,
    qualification: null,
    hoursPerMonth: null,
    formats: [],
    wishedCategories: [],
    ...more,
  };
}

function mentee(code: string, more: Partial<MenteeProfile> = {}): MenteeProfile {
  return {
    code,
    personCode: `Р-${code}`,
    name: `Наставляемый ${code}`,
    unavailable: null,
    difficulties: [{ direction: METHODS, severity: 2 }],
    subject: null,
    experienceYears: 1,
    category: null,
    formats: [],
    waitingDays: 10,
    ...more,
  };
}

function viewOf(pool: Partial<Pool>, more: Partial<PairingView> = {}): PairingView {
  return {
    schoolYear: "2026/2027",
    today: "2026-11-22",
    pool: { mentors: [], mentees: [], pairs: [], bans: [], wishes: [], before: [], ...pool },
    posts: {},
    outsiders: {},
    birthYears: {},
    schoolKind: "школа",
    weights: DEFAULT_WEIGHTS,
    usualWeights: DEFAULT_WEIGHTS,
    pins: [],
    bans: [],
    menteesWishes: [],
    mentorsWishes: [],
    scenarios: [],
    accepted: [],
    self: null,
    forms: [],
    kinds: [],
    groupSize: 5,
    term: { startsOn: "2026-11-22", endsOn: "2027-05-31" },
    standing: 0,
    paired: 0,
    problems: 0,
    notices: [],
    ...more,
  };
}

const SCHOOL = viewOf({
  mentors: [mentor("Н-1", { capacity: 2 }), mentor("Н-2")],
  mentees: [mentee("М-1", { waitingDays: 90 }), mentee("М-2"), mentee("М-3")],
});

function played(view: PairingView, ...steps: Step[]): Board {
  return steps.reduce(takeStep, startBoard(decisionsOf(view)));
}

function shown(view: PairingView, ...steps: Step[]): Picture {
  return pictureOf(view, played(view, ...steps).now);
}

function stateIn(picture: Picture, code: string): string {
  const one = picture.prepared.ready.menteeByCode.get(code);
  return one ? stateOf(picture, one) : "nobody";
}

const EVERYBODY: Step = { do: "everybody", on: true };
const PIN: Step = { do: "pin", mentor: "Н-2", mentee: "М-3" };

describe("steps on the board", () => {
  test("a pin stays through «Подобрать всем», and the others are arranged around it", () => {
    const picture = shown(SCHOOL, PIN, EVERYBODY);
    expect(stateIn(picture, "М-3")).toBe("pinned");
    expect(picture.mentorOf.get("М-3")).toBe("Н-2");
    expect([picture.mentorOf.get("М-1"), picture.mentorOf.get("М-2")]).toEqual(["Н-1", "Н-1"]);
  });

  test("before «Подобрать всем» only what is decided by hand is shown", () => {
    const picture = shown(SCHOOL, PIN);
    expect([...picture.mentorOf]).toEqual([["М-3", "Н-2"]]);
    expect(stateIn(picture, "М-1")).toBe("alone");
    expect(picture.best().pairs).toHaveLength(3);
  });

  test("a mentee pinned to another mentor leaves the first one", () => {
    const board = played(SCHOOL, PIN, { do: "pin", mentor: "Н-1", mentee: "М-3" });
    expect(board.now.pins).toEqual([{ mentor: "Н-1", mentee: "М-3", note: "" }]);
  });

  test("a ban takes the pin of the same two away and keeps them apart", () => {
    const steps: Step[] = [PIN, { do: "ban", mentor: "Н-2", mentee: "М-3" }, EVERYBODY];
    expect(played(SCHOOL, ...steps).now.pins).toEqual([]);
    expect(shown(SCHOOL, ...steps).mentorOf.get("М-3")).not.toBe("Н-2");
  });

  test("a ban stored on the server can be lifted on the board", () => {
    const ban = { mentor: "Н-2", mentee: "М-3" };
    const view = { ...SCHOOL, pool: { ...SCHOOL.pool, bans: [ban] }, bans: [{ ...ban, code: "У-001", note: null }] };
    const refused = (picture: Picture) =>
      fitsOf(picture, picture.prepared.ready.mentees[2] ?? never()).get("Н-2")?.against.length;
    expect(refused(shown(view))).toBe(1);
    expect(refused(shown(view, { do: "unban", ...ban }))).toBe(0);
  });

  test("one more place for a try gives somebody a mentor and leaves the bank's number alone", () => {
    const view = viewOf({ mentors: [mentor("Н-1")], mentees: [mentee("М-1"), mentee("М-2")] });
    expect(shown(view, EVERYBODY).proposal.unmatched).toHaveLength(1);
    const widened: Step = { do: "places", mentor: "Н-1", places: 2 };
    expect(shown(view, EVERYBODY, widened).proposal.unmatched).toEqual([]);
    expect(played(view, widened, { do: "places", mentor: "Н-1", places: null }).now.capacities).toEqual({});
  });

  test.each([
    [-3, 0],
    [500, 20],
  ])("%d places become %d", (places, kept) => {
    expect(played(SCHOOL, { do: "places", mentor: "Н-1", places }).now.capacities).toEqual({ "Н-1": kept });
  });

  test.each([
    [Number.NaN, 0],
    [-1, 0],
    [250, 100],
  ])("a weight of %d becomes %d", (value, kept) => {
    expect(played(SCHOOL, { do: "weight", key: "subject", value }).now.weights.subject).toBe(kept);
  });

  test("moving one slider is one step of undo", () => {
    const board = played(
      SCHOOL,
      { do: "weight", key: "subject", value: 20 },
      { do: "weight", key: "subject", value: 30 },
      { do: "undo" },
    );
    expect(board.now.weights).toEqual(DEFAULT_WEIGHTS);
  });

  test("a new step forgets what was undone; a step that changes nothing does not", () => {
    const undone = played(SCHOOL, PIN, { do: "undo" });
    expect(takeStep(undone, { do: "unpin", mentee: "М-1" })).toBe(undone);
    expect(takeStep(undone, EVERYBODY).future).toEqual([]);
    expect(takeStep(undone, { do: "redo" }).now.pins).toHaveLength(1);
  });

  test("any steps can be undone back to the beginning and redone to the end", () => {
    const couple = { mentor: fc.constantFrom("Н-1", "Н-2"), mentee: fc.constantFrom("М-1", "М-2", "М-3") };
    const step: fc.Arbitrary<Step> = fc.oneof(
      fc.record({ do: fc.constant("pin" as const), ...couple }),
      fc.record({ do: fc.constant("ban" as const), ...couple }),
      fc.record({ do: fc.constant("unban" as const), ...couple }),
      fc.record({ do: fc.constant("unpin" as const), mentee: couple.mentee }),
      fc.record({ do: fc.constant("places" as const), mentor: couple.mentor, places: fc.integer({ min: 0, max: 4 }) }),
      fc.record({ do: fc.constant("everybody" as const), on: fc.boolean() }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const end = played(SCHOOL, ...steps);
        let board = end;
        for (let left = end.past.length; left > 0; left -= 1) board = takeStep(board, { do: "undo" });
        expect(board.now).toEqual(decisionsOf(SCHOOL));
        for (let left = end.past.length; left > 0; left -= 1) board = takeStep(board, { do: "redo" });
        expect(board.now).toEqual(end.now);
      }),
    );
  });

  test("bans are never broken and places never exceeded, whatever the steps", () => {
    const couple = fc.record({ mentor: fc.constantFrom("Н-1", "Н-2"), mentee: fc.constantFrom("М-1", "М-2", "М-3") });
    fc.assert(
      fc.property(fc.array(couple, { maxLength: 4 }), fc.array(couple, { maxLength: 4 }), (pins, bans) => {
        const board = played(
          SCHOOL,
          ...pins.map((one): Step => ({ do: "pin", ...one })),
          ...bans.map((one): Step => ({ do: "ban", ...one })),
          EVERYBODY,
        );
        const picture = pictureOf(SCHOOL, board.now);
        for (const ban of bans) expect(picture.mentorOf.get(ban.mentee)).not.toBe(ban.mentor);
        expect(picture.menteesOf.get("Н-1")?.length ?? 0).toBeLessThanOrEqual(2);
        expect(picture.menteesOf.get("Н-2")?.length ?? 0).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("what the board says where there is nothing to choose", () => {
  test.each([
    ["no mentors", viewOf({ mentees: [mentee("М-1")] }), ["М-1"]],
    ["no mentees", viewOf({ mentors: [mentor("Н-1")] }), []],
    [
      "mentors without places",
      viewOf({ mentors: [mentor("Н-1", { capacity: 0 })], mentees: [mentee("М-1")] }),
      ["М-1"],
    ],
  ])("%s: nobody is proposed and nothing breaks", (_, view, unmatched) => {
    const picture = shown(view, EVERYBODY);
    expect(picture.proposal.pairs).toEqual([]);
    expect(picture.proposal.unmatched).toEqual(unmatched);
    expect(pairsOf(picture, [])).toEqual([]);
  });

  test("a ban on everybody leaves the mentee alone, with the rule's sentence", () => {
    const picture = shown(
      SCHOOL,
      { do: "ban", mentor: "Н-1", mentee: "М-1" },
      { do: "ban", mentor: "Н-2", mentee: "М-1" },
      EVERYBODY,
    );
    expect(stateIn(picture, "М-1")).toBe("alone");
    const fits = [...fitsOf(picture, picture.prepared.ready.menteeByCode.get("М-1") ?? never()).values()];
    expect(fits.map(({ against }) => /запре/i.test(against[0] ?? ""))).toEqual([true, true]);
  });

  test("weights of zero are told, and pairs are still found by the rules", () => {
    const zeros = Object.fromEntries(Object.keys(DEFAULT_WEIGHTS).map((key) => [key, 0])) as typeof DEFAULT_WEIGHTS;
    const picture = shown(SCHOOL, { do: "weights", weights: zeros }, EVERYBODY);
    expect(picture.weightless).toBe(true);
    expect(picture.proposal.pairs).toHaveLength(3);
  });

  test("a mentor whose places are all pinned refuses one more in words, as the solver would", () => {
    const picture = shown(SCHOOL, PIN);
    const { mentorByCode, menteeByCode } = picture.prepared.ready;
    const [sentence] = refusals(picture, mentorByCode.get("Н-2") ?? never(), menteeByCode.get("М-1") ?? never());
    expect(sentence).toContain("закрепили вручную");
  });

  test("a pin that no longer holds is told with its reason", () => {
    const view = viewOf(
      { mentors: [mentor("Н-1", { unavailable: "статус — «пауза»" })], mentees: [mentee("М-1")] },
      { pins: [{ code: "У-001", mentor: "Н-1", mentee: "М-1", note: null }] },
    );
    expect(shown(view).proposal.refusedPins[0]?.reasons.join()).toContain("пауза");
  });
});

describe("groups", () => {
  const GROUP = { mentor: "Н-1", mentees: ["М-1", "М-2"] };

  test("a group is proposed as one pair and falls apart when somebody leaves it", () => {
    const steps: Step[] = [
      { do: "pin", mentor: "Н-1", mentee: "М-1" },
      { do: "pin", mentor: "Н-1", mentee: "М-2" },
      { do: "group", group: GROUP },
    ];
    const board = played(SCHOOL, ...steps);
    const picture = pictureOf(SCHOOL, board.now);
    expect(pairsOf(picture, groupsNow(picture, board.now.groups))).toEqual([GROUP]);
    const later = takeStep(board, { do: "unpin", mentee: "М-2" });
    expect(groupsNow(pictureOf(SCHOOL, later.now), later.now.groups)).toEqual([]);
  });

  test("gathering a group adds places and pins in one step", () => {
    const view = viewOf({ mentors: [mentor("Н-1")], mentees: [mentee("М-1"), mentee("М-2")] });
    const board = played(view, { do: "gather", group: GROUP, places: 2 });
    const picture = pictureOf(view, board.now);
    expect(picture.menteesOf.get("Н-1")).toEqual(["М-1", "М-2"]);
    expect(takeStep(board, { do: "undo" }).now).toEqual(decisionsOf(view));
  });

  test("a mentee is in one group at most", () => {
    const board = played(
      SCHOOL,
      { do: "group", group: GROUP },
      { do: "group", group: { mentor: "Н-1", mentees: ["М-2", "М-3"] } },
    );
    expect(board.now.groups).toEqual([{ mentor: "Н-1", mentees: ["М-2", "М-3"] }]);
  });
});

describe("what is kept and what is written", () => {
  test("only the difference goes to the server; a changed note replaces its row", () => {
    const view = viewOf(SCHOOL.pool, { pins: [{ code: "У-001", mentor: "Н-1", mentee: "М-1", note: null }] });
    expect(unsaved(view, decisionsOf(view))).toEqual({ add: [], remove: [] });
    const noted = played(view, { do: "note", of: "pins", mentor: "Н-1", mentee: "М-1", note: "просил сам" }).now;
    expect(unsaved(view, noted)).toEqual({
      add: [{ kind: "pin", mentor: "Н-1", mentee: "М-1", note: "просил сам" }],
      remove: ["У-001"],
    });
  });

  test("a scenario brought back to the board gives the pairs that it gave when it was compared", () => {
    const board = played(SCHOOL, PIN, { do: "ban", mentor: "Н-1", mentee: "М-2" }, EVERYBODY);
    const terms = scenarioOf(board.now);
    const compared = solvedScenario(SCHOOL, decisionsOf(SCHOOL), terms);
    expect(shown(SCHOOL, { do: "scenario", terms }).proposal.pairs).toEqual(compared.proposal.pairs);
  });

  test("side by side: who loses a mentor comes first, and loads are told", () => {
    const here = pictureOf(SCHOOL, played(SCHOOL, EVERYBODY).now);
    const terms = scenarioOf(played(SCHOOL, { do: "places", mentor: "Н-2", places: 0 }).now);
    const there = solvedScenario(SCHOOL, decisionsOf(SCHOOL), terms);
    const { people, loads } = sideBySide(SCHOOL, decisionsOf(SCHOOL), here, there);
    expect(people[0]?.outcome).toBe("lost");
    expect(loads).toEqual([{ mentor: "Н-2", from: 1, to: 0 }]);
    expect(summaryOf(there)).toMatchObject({ pairs: 2, alone: 1 });
  });

  test("pairs beyond the bank's places are not written, those decided by hand come first", () => {
    const view = viewOf({ mentors: [mentor("Н-1")], mentees: [mentee("М-1"), mentee("М-2")] });
    const board = played(
      view,
      { do: "places", mentor: "Н-1", places: 2 },
      { do: "pin", mentor: "Н-1", mentee: "М-2" },
      EVERYBODY,
    );
    const picture = pictureOf(view, board.now);
    const wanted = wantedOf(view, picture, pairsOf(picture, []), {});
    expect(wanted.map(({ pair, obstacle }) => [pair.mentees[0], obstacle === null])).toEqual([
      ["М-1", false],
      ["М-2", true],
    ]);
  });

  test("what a kind demands is asked for before anything is sent", () => {
    const picture = shown(SCHOOL, PIN);
    const [group] = pairsOf(picture, []);
    const key = "Н-2:М-3";
    expect(group).toEqual({ mentor: "Н-2", mentees: ["М-3"] });
    const [asked] = wantedOf(SCHOOL, picture, group ? [group] : [], { [key]: { kinds: ["виртуальное"] } });
    expect(asked?.demands.join()).toContain("канал");
    const [met] = wantedOf(SCHOOL, picture, group ? [group] : [], {
      [key]: { kinds: ["виртуальное"], channel: "видеосвязь" },
    });
    expect(met?.demands).toEqual([]);
    // The server shortens the term of short-term mentoring to half a year: the page asks for the goals only.
    const [short] = wantedOf(SCHOOL, picture, group ? [group] : [], {
      [key]: { kinds: ["краткосрочное"], goals: "1. Разбор урока" },
    });
    expect(short?.demands).toEqual([]);
  });

  test("the curator's own pair is marked", () => {
    const picture = shown(SCHOOL, PIN);
    const view = { ...SCHOOL, self: "Р-Н-2" };
    expect(wantedOf(view, picture, pairsOf(picture, []), {}).map(({ self }) => self)).toEqual([true]);
  });
});

function never(): never {
  throw new Error("There is no such person in the sample.");
}
