// What a curator expects of the proposal: rules kept, nobody left out needlessly, the same answer for the same school.
import fc from "fast-check";
import { anySchool, mentee, mentor, school } from "../../../test/inventedPool";
import { reasons } from "./explain";
import { readyPool, type MenteeProfile, type MentorProfile, type Pool } from "./pool";
import { propose, USUAL_TERMS } from "./proposal";
import { objections } from "./rules";
import { CRITERIA, DEFAULT_WEIGHTS, judgesBy } from "./score";

function refusal(one: MentorProfile, other: MenteeProfile, change: Partial<Pool> = {}): string[] {
  const ready = readyPool(school([one], [other], change));
  const [first] = ready.mentors;
  const [second] = ready.mentees;
  if (first === undefined || second === undefined) throw new Error("the school is empty");
  return objections(first, second);
}

describe("rules", () => {
  test("nobody mentors themself, even with two codes", () => {
    expect(refusal(mentor("Н-1", { personCode: "Р-7" }), mentee("М-1", { personCode: "Р-7" }))).toEqual([
      "Наставник Н-1: наставник и наставляемый — один и тот же человек.",
    ]);
  });

  test("a mentor without places, without the competence or away is refused with the reason", () => {
    expect(refusal(mentor("Н-1", { capacity: 2, load: 2 }), mentee("М-1"))).toEqual([
      "У наставника нет свободных мест (Наставник Н-1): занято 2 из 2.",
    ]);
    expect(refusal(mentor("Н-1", { directions: ["Ведение документации"] }), mentee("М-1"))).toEqual([
      "Наставник Н-1 не помогает ни по одному из нужных направлений: Методика обучения.",
    ]);
    expect(refusal(mentor("Н-1", { unavailable: "статус — «пауза»" }), mentee("М-1"))).toEqual([
      "Наставник Н-1 сейчас не может быть наставником: статус — «пауза».",
    ]);
  });

  test("one pair per mentee and direction: a second mentor only where no pair helps yet", () => {
    const pairs = [{ mentor: "Н-9", mentees: ["М-1"], directions: ["Методика обучения"] }];
    expect(refusal(mentor("Н-1"), mentee("М-1"), { pairs })).toHaveLength(1);
    const needsMore = mentee("М-1", {
      difficulties: [
        { direction: "Методика обучения", severity: 3 },
        { direction: "Работа с родителями", severity: 1 },
      ],
    });
    expect(refusal(mentor("Н-1", { directions: ["Работа с родителями"] }), needsMore, { pairs })).toEqual([]);
  });

  test("a mentee without a diagnosis may be paired", () => {
    expect(refusal(mentor("Н-1"), mentee("М-1", { difficulties: [] }))).toEqual([]);
  });
});

describe("criteria", () => {
  test("weights of the field's reference add up to 100", () => {
    expect(CRITERIA.reduce((sum, criterion) => sum + criterion.weight, 0)).toBe(100);
  });

  test("a criterion without data is neutral and says so", () => {
    const ready = readyPool(school([mentor("Н-1")], [mentee("М-1")]));
    const [one] = ready.mentors;
    const [other] = ready.mentees;
    if (one === undefined || other === undefined) throw new Error("the school is empty");
    const neutral = reasons(one, other, DEFAULT_WEIGHTS).filter((reason) => reason.stance === "neutral");
    expect(neutral.map((reason) => reason.key)).toEqual([
      "subject",
      "time",
      "preference",
      "experience",
      "format",
      "category",
      "continuity",
    ]);
    for (const reason of neutral) {
      expect(reason.points).toBe(reason.of / 2);
      expect(reason.text).toContain("не учитывается");
    }
  });

  test("a wish to work together and a programme finished together speak for a pair, and the words say so", () => {
    const couple = { mentor: "Н-1", mentee: "М-1" };
    const ready = readyPool(
      school([mentor("Н-1"), mentor("Н-2")], [mentee("М-1")], { wishes: [couple], before: [couple] }),
    );
    const [first, second] = ready.mentors;
    const [other] = ready.mentees;
    if (first === undefined || second === undefined || other === undefined) throw new Error("the school is empty");
    const said = (one: typeof first) =>
      reasons(one, other, DEFAULT_WEIGHTS)
        .filter(({ key }) => key === "preference" || key === "continuity")
        .map(({ stance, text }) => [stance, text]);
    expect(said(first)).toEqual([
      ["for", "Есть пожелание работать вместе."],
      ["for", "Уже работали вместе и довели программу до конца."],
    ]);
    expect(said(second)).toEqual([
      ["against", "Есть пожелание работать с другим наставником."],
      ["against", "Раньше наставляемый работал с другим наставником."],
    ]);
  });

  test("a mutual wish counts for more than that of one side", () => {
    const couple = { mentor: "Н-1", mentee: "М-1" };
    const pointsOf = (wishes: Pool["wishes"]) => propose(school([mentor("Н-1")], [mentee("М-1")], { wishes })).total;
    expect(pointsOf([couple, couple])).toBeGreaterThan(pointsOf([couple]));
    expect(pointsOf([couple])).toBeGreaterThan(pointsOf([]));
  });

  test("the reasons' points add up to the score", () => {
    fc.assert(
      fc.property(anySchool, (pool) => {
        const ready = readyPool(pool);
        for (const one of ready.mentors) {
          for (const other of ready.mentees) {
            const sum = reasons(one, other, DEFAULT_WEIGHTS).reduce((points, reason) => points + reason.points, 0);
            expect(Math.abs(sum - judgesBy(DEFAULT_WEIGHTS)(one)(other) / 100)).toBeLessThan(0.5);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  test("a younger mentor is not marked down where the need is digital", () => {
    const ready = readyPool(
      school(
        [mentor("Н-1", { directions: ["ИКТ и цифровая среда"], experienceYears: 3 })],
        [mentee("М-1", { difficulties: [{ direction: "ИКТ и цифровая среда", severity: 2 }], experienceYears: 30 })],
      ),
    );
    const [one] = ready.mentors;
    const [other] = ready.mentees;
    if (one === undefined || other === undefined) throw new Error("the school is empty");
    expect(reasons(one, other, DEFAULT_WEIGHTS).find((reason) => reason.key === "experience")?.text).toContain(
      "реверсивное",
    );
  });
});

describe("the proposal", () => {
  test("gives everybody a mentor where that is possible, though the best single pair is lost", () => {
    const pool = school(
      [mentor("Н-1", { subject: "физика" }), mentor("Н-2", { directions: ["Работа с родителями"] })],
      [
        mentee("М-1", {
          subject: "физика",
          difficulties: [
            { direction: "Методика обучения", severity: 3 },
            { direction: "Работа с родителями", severity: 2 },
          ],
        }),
        mentee("М-2"),
      ],
    );
    expect(propose(pool).pairs.map((pair) => [pair.mentee, pair.mentor])).toEqual([
      ["М-1", "Н-2"],
      ["М-2", "Н-1"],
    ]);
  });

  test("who waits longer comes first when there is one place", () => {
    const pool = school(
      [mentor("Н-1", { subject: "физика" })],
      [mentee("М-1", { subject: "физика" }), mentee("М-2", { waitingDays: 60 })],
    );
    expect(propose(pool).unmatched).toEqual(["М-1"]);
  });

  test("shares mentees between mentors who suit equally", () => {
    const pool = school(
      [mentor("Н-1", { capacity: 2 }), mentor("Н-2", { capacity: 2 })],
      [mentee("М-1"), mentee("М-2")],
    );
    expect(
      propose(pool)
        .pairs.map((pair) => pair.mentor)
        .sort(),
    ).toEqual(["Н-1", "Н-2"]);
  });

  test("keeps the curator's own pairs and arranges the rest around them", () => {
    const pool = school([mentor("Н-1"), mentor("Н-2")], [mentee("М-1"), mentee("М-2")]);
    const proposal = propose(pool, { ...USUAL_TERMS, pins: [{ mentor: "Н-2", mentee: "М-1" }] });
    expect(proposal.pairs.map((pair) => [pair.mentee, pair.mentor, pair.pinned])).toEqual([
      ["М-1", "Н-2", true],
      ["М-2", "Н-1", false],
    ]);
  });

  test("contradictory pins are refused with the reason, and the rest is kept", () => {
    const pool = school([mentor("Н-1"), mentor("Н-2")], [mentee("М-1"), mentee("М-2")], {
      bans: [{ mentor: "Н-2", mentee: "М-2" }],
    });
    const pins = [
      { mentor: "Н-1", mentee: "М-1" },
      { mentor: "Н-2", mentee: "М-1" },
      { mentor: "Н-1", mentee: "М-2" },
      { mentor: "Н-2", mentee: "М-2" },
      { mentor: "Н-9", mentee: "М-2" },
    ];
    const proposal = propose(pool, { ...USUAL_TERMS, pins });
    expect(proposal.pairs.map((pair) => [pair.mentee, pair.mentor])).toEqual([["М-1", "Н-1"]]);
    expect(proposal.refusedPins.map(({ reasons }) => reasons)).toEqual([
      ["Наставляемый М-1 уже закрепляется за другим наставником: Наставник Н-1."],
      ["Закреплённых вручную больше, чем мест у наставника (Наставник Н-1): мест 1."],
      ["Куратор запретил эту пару: Наставник Н-2 и Наставляемый М-2."],
      ["Этого наставника или наставляемого уже нет в банке."],
    ]);
  });

  test("a small change in the data moves nobody from a pair that was accepted before", () => {
    const pool = school(
      [mentor("Н-1", { capacity: 2, formats: ["очно"] }), mentor("Н-2", { capacity: 2 })],
      [mentee("М-1", { formats: ["очно"] })],
    );
    const before = propose(pool, { ...USUAL_TERMS, weights: { ...DEFAULT_WEIGHTS, format: 1 } });
    expect(before.pairs.map((pair) => pair.mentor)).toEqual(["Н-1"]);
    const accepted = [{ mentor: "Н-2", mentee: "М-1" }];
    const kept = propose(pool, { ...USUAL_TERMS, weights: { ...DEFAULT_WEIGHTS, format: 1 }, accepted });
    expect(kept.pairs.map((pair) => pair.mentor)).toEqual(["Н-2"]);
    const changed = propose(pool, { ...USUAL_TERMS, weights: { ...DEFAULT_WEIGHTS, format: 50 }, accepted });
    expect(changed.pairs.map((pair) => pair.mentor)).toEqual(["Н-1"]);
  });

  test("an empty bank gives an empty proposal", () => {
    expect(propose(school([], []))).toEqual({ pairs: [], unmatched: [], total: 0, refusedPins: [] });
    expect(propose(school([], [mentee("М-1")])).unmatched).toEqual(["М-1"]);
  });
});
