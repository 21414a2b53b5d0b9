// The life cycles of a mentor and a mentee: which step may be made, and what a typed status violates.
import * as fc from "fast-check";
import { CONSENT_KIND, CONSENT_KINDS } from "./consents.table";
import { againstStep, brokenGuard, FIRST_STATUS, nextSteps, statusAfterPause, type LifeFacts } from "./lifeCycle";
import { MENTEE_STATUS, MENTEE_STATUSES } from "./mentees.table";
import { MENTOR_STATUS, MENTOR_STATUSES } from "./mentors.table";
import { EMPLOYMENT } from "./people.table";

const M = MENTOR_STATUS;
const E = MENTEE_STATUS;
const bare: LifeFacts = {
  consents: new Set(),
  pairs: { planned: 0, active: 0, paused: 0 },
  employment: EMPLOYMENT.working,
  approved: false,
  trained: false,
  asked: false,
  diagnosed: false,
  waiting: false,
  supported: false,
};
const signed: LifeFacts = { ...bare, consents: new Set(CONSENT_KINDS) };
const atWork: LifeFacts = {
  ...signed,
  approved: true,
  trained: true,
  pairs: { planned: 0, active: 1, paused: 0 },
};

const facts: fc.Arbitrary<LifeFacts> = fc.record({
  consents: fc.subarray([...CONSENT_KINDS]).map((kinds) => new Set(kinds)),
  pairs: fc.option(fc.record({ planned: fc.nat(2), active: fc.nat(2), paused: fc.nat(2) })),
  employment: fc.constantFrom(null, EMPLOYMENT.working, EMPLOYMENT.away, EMPLOYMENT.dismissed),
  approved: fc.boolean(),
  trained: fc.boolean(),
  asked: fc.boolean(),
  diagnosed: fc.boolean(),
  waiting: fc.boolean(),
  supported: fc.boolean(),
});

const ROLES = ["mentor", "mentee"] as const;
const STATUSES = { mentor: MENTOR_STATUSES, mentee: MENTEE_STATUSES };

describe("a mentor", () => {
  test("is approved with both written consents and the head's decision only", () => {
    const against = (known: LifeFacts) => againstStep("mentor", M.recommended, M.approved, known);
    expect(against({ ...bare, approved: true })).toBe(
      "нет письменного согласия: выполнение обязанностей наставника; обработка персональных данных",
    );
    expect(against({ ...bare, approved: true, consents: new Set([CONSENT_KIND.mentoring]) })).toBe(
      "нет письменного согласия: обработка персональных данных",
    );
    expect(against(signed)).toContain("утверждён руководителем");
    expect(against({ ...signed, approved: true })).toBeNull();
  });

  test("is trained with a date, and at work only then", () => {
    const approved = { ...signed, approved: true };
    expect(againstStep("mentor", M.approved, M.trained, approved)).toContain("дата обучения");
    expect(againstStep("mentor", M.approved, M.active, approved)).toContain("дата обучения");
    expect(againstStep("mentor", M.candidate, M.active, { ...approved, trained: true })).toContain("нельзя перейти");
  });

  test("may pause with pairs, which the step pauses, and come back as far as the row proves", () => {
    expect(againstStep("mentor", M.active, M.paused, atWork)).toBeNull();
    expect(brokenGuard("mentor", M.paused, atWork)).toContain("приостановите");
    const away = { ...atWork, pairs: { planned: 0, active: 0, paused: 1 } };
    expect(againstStep("mentor", M.paused, M.active, away)).toBeNull();
    expect([atWork, signed, { ...signed, trained: true }].map(statusAfterPause)).toEqual([
      M.active,
      M.approved,
      M.trained,
    ]);
  });

  test("leaves without pairs only, proposed ones included", () => {
    expect(againstStep("mentor", M.active, M.left, atWork)).toContain("есть пары");
    const proposed = { ...atWork, pairs: { planned: 1, active: 0, paused: 0 } };
    expect(againstStep("mentor", M.active, M.left, proposed)).toContain("есть пары");
    expect(againstStep("mentor", M.active, M.left, signed)).toBeNull();
  });

  test("who is dismissed has left, who is away pauses", () => {
    const dismissed = { ...signed, approved: true, employment: EMPLOYMENT.dismissed };
    for (const status of MENTOR_STATUSES) {
      const reason = brokenGuard("mentor", status, dismissed);
      if (status === M.left) expect(reason).toBeNull();
      else expect(reason).toContain("работник уволен");
    }
    expect(brokenGuard("mentor", M.active, { ...atWork, employment: EMPLOYMENT.away })).toContain("«пауза»");
  });
});

describe("a mentee", () => {
  test("is assigned with a pair in force and the written consents", () => {
    expect(againstStep("mentee", E.waiting, E.paired, signed)).toBe("нет действующей пары");
    expect(againstStep("mentee", E.waiting, E.paired, { ...atWork, consents: new Set() })).toContain(
      "участие в наставнической паре",
    );
    expect(againstStep("mentee", E.waiting, E.paired, atWork)).toBeNull();
  });

  test("without a pair waits since a day, or is supported by somebody named", () => {
    expect(brokenGuard("mentee", E.waiting, bare)).toContain("с какого дня");
    expect(brokenGuard("mentee", E.waiting, { ...bare, waiting: true })).toBeNull();
    expect(againstStep("mentee", E.waiting, E.supported, bare)).toContain("кто сопровождает");
    expect(againstStep("mentee", E.waiting, E.supported, { ...bare, supported: true })).toBeNull();
    expect(againstStep("mentee", E.supported, E.waitingAgain, { ...bare, waiting: true })).toBeNull();
  });

  test("with a pair in force neither waits for the first time nor finishes nor refuses", () => {
    for (const status of [E.waiting, E.finished, E.refused, E.supported])
      expect(brokenGuard("mentee", status, { ...atWork, waiting: true, supported: true })).not.toBeNull();
    expect(againstStep("mentee", E.finished, E.refused, bare)).toContain("нельзя перейти");
  });

  test("with a pair in force may wait again: for a second mentor, in another direction", () => {
    expect(againstStep("mentee", E.paired, E.waitingAgain, { ...atWork, waiting: true })).toBeNull();
    expect(brokenGuard("mentee", E.waitingAgain, { ...atWork, waiting: true })).toBeNull();
  });
});

describe("the table", () => {
  test("offers exactly the steps that the cycle knows, and what the step itself will ask for stands against none", () => {
    expect(nextSteps("mentor", null, bare)).toEqual([
      { to: M.answered, against: null },
      { to: M.recommended, against: null },
      { to: M.left, against: null },
    ]);
    expect(nextSteps("mentor", M.recommended, signed)[0]).toEqual({ to: M.approved, against: null });
    expect(nextSteps("mentor", M.recommended, bare)[0]?.against).toContain("нет письменного согласия");
  });

  test("names every status that the tabs allow, and every one but the last can be left", () => {
    for (const role of ROLES) {
      const reachable = new Set<string>(
        STATUSES[role].flatMap((status) => nextSteps(role, status, bare).map(({ to }) => to)),
      );
      const unreachable = STATUSES[role].filter((status) => !reachable.has(status));
      expect(unreachable).toEqual(role === "mentee" ? [E.identified] : []);
      for (const status of STATUSES[role]) expect(nextSteps(role, status, bare).length).toBeGreaterThan(0);
    }
  });

  test("an allowed step never leads into a status that the check would complain of", () => {
    fc.assert(
      fc.property(fc.constantFrom(...ROLES), facts, fc.infiniteStream(fc.nat(20)), (role, known, wishes) => {
        let status: string = FIRST_STATUS[role];
        let now = known;
        for (let step = 0; step < 12; step++) {
          const to = STATUSES[role][(wishes.next().value ?? 0) % STATUSES[role].length] ?? status;
          if (to === status || againstStep(role, status, to, now) !== null) continue;
          status = to;
          now = afterMove(status, now);
          expect(brokenGuard(role, status, now)).toBeNull();
        }
      }),
    );
  });

  test("without knowledge of pairs nothing that depends on them is judged", () => {
    fc.assert(
      fc.property(fc.constantFrom(...ROLES), facts, fc.nat(20), (role, known, at) => {
        const status = STATUSES[role][at % STATUSES[role].length] ?? FIRST_STATUS[role];
        expect(brokenGuard(role, status, { ...known, pairs: null }) ?? "").not.toMatch(/пар[аыу]/);
      }),
    );
  });
});

/** What a mentor's pause and return do to the pairs. */
function afterMove(status: string, known: LifeFacts): LifeFacts {
  if (known.pairs === null) return known;
  const { planned, active, paused } = known.pairs;
  if (status === M.paused) return { ...known, pairs: { planned, active: 0, paused: active + paused } };
  const back: readonly string[] = [M.approved, M.trained, M.active];
  return back.includes(status) ? { ...known, pairs: { planned, active: active + paused, paused: 0 } } : known;
}
