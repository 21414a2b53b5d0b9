// No sequence of commands and hand edits reaches a forbidden state unnoticed: it is refused, or the check names the guard.
import * as fc from "fast-check";
import { day, lifeStand, TODAY } from "../../test/lifeStand";
import type { MemoryWorkbook } from "../../test/memoryWorkbook";
import { CONSENTS_NEEDED, consentsInForce, type Role } from "../bank/consentRules";
import { CONSENT_KINDS, consents } from "../bank/consents.table";
import { brokenGuard, nextSteps } from "../bank/lifeCycle";
import { MENTEE_STATUSES, mentees } from "../bank/mentees.table";
import { MENTOR_STATUSES, mentors } from "../bank/mentors.table";
import { people } from "../bank/people.table";
import { recordConsents } from "../bank/recordConsents";
import { Stop } from "../google/stop";
import { isInForce, isPlanned } from "../pairing/pairStates";
import { pairs } from "../pairing/pairs.table";
import { applyLeaving } from "./leaving";
import { factFinder } from "./lifeFacts";
import { moveStatus } from "./moveStatus";
import { withdrawConsent } from "./withdrawal";

const PERSONS = ["Р-001", "Р-002", "Р-003", "Р-004", "Р-005", "Р-006"] as const;
const MENTORS = ["Н-001", "Н-002"] as const;
const MENTEES = ["М-001", "М-002", "М-003", "М-004"] as const;
const PAIRS = ["П-2027-01", "П-2027-02", "П-2027-03", "П-2027-04"] as const;

/** One deed, by a command or by hand. */
interface Deed {
  name: string;
  do: (wb: MemoryWorkbook) => void;
}

const deed = (name: string, act: Deed["do"]): Deed => ({ name, do: act });
const pick = fc.constantFrom;

const commands: fc.Arbitrary<Deed> = fc.oneof(
  fc.tuple(pick(...MENTORS), pick(...MENTOR_STATUSES), fc.boolean()).map(([code, status, told]) =>
    deed(`${code} → ${status}`, (wb) => {
      const details = { approvedOn: day("2027-01-10"), approvalPaper: "приказ", trainedOn: day("2027-01-20") };
      moveStatus(wb, { role: "mentor", code, status, ...(told ? details : {}) });
    }),
  ),
  fc.tuple(pick(...MENTEES), pick(...MENTEE_STATUSES), fc.boolean()).map(([code, status, told]) =>
    deed(`${code} → ${status}`, (wb) => {
      moveStatus(wb, { role: "mentee", code, status, ...(told ? { support: "психолог" } : {}) });
    }),
  ),
  fc
    .tuple(
      pick(...PERSONS),
      pick("уволен", "длительно отсутствует", "работает"),
      pick("close", "handOver", "leave", null),
    )
    .map(([person, kind, choice]) =>
      deed(`${person}: ${kind} (${choice ?? "as proposed"})`, (wb) => {
        const decisions = choice === null ? {} : Object.fromEntries(PAIRS.map((code) => [code, choice]));
        applyLeaving(wb, { person, kind, from: TODAY, until: null }, decisions);
      }),
    ),
  fc.tuple(fc.nat(40), fc.boolean()).map(([at, stay]) =>
    deed(`consent ${at} withdrawn`, (wb) => {
      const all = wb.all(consents);
      const decisions = stay ? Object.fromEntries(PAIRS.map((code) => [code, "leave" as const])) : {};
      withdrawConsent(wb, { consent: all[at % all.length]?.code ?? "", on: TODAY, paper: null }, decisions);
    }),
  ),
  fc
    .tuple(pick(...PERSONS), fc.subarray(CONSENT_KINDS.filter((kind) => !kind.startsWith("распр"))))
    .map(([person, kinds]) =>
      deed(`${person} signs`, (wb) => {
        recordConsents(wb, { signed: [{ person, kinds }], givenOn: day(TODAY), validUntil: null, paper: null });
      }),
    ),
);

const handEdits: fc.Arbitrary<Deed> = fc.oneof(
  fc
    .tuple(pick(...MENTORS), fc.option(pick(...MENTOR_STATUSES)))
    .map(([code, status]) =>
      deed(`${code} typed ${status ?? "nothing"}`, (wb) => void wb.update(mentors, code, { status })),
    ),
  fc
    .tuple(pick(...MENTEES), fc.option(pick(...MENTEE_STATUSES)))
    .map(([code, status]) =>
      deed(`${code} typed ${status ?? "nothing"}`, (wb) => void wb.update(mentees, code, { status })),
    ),
  fc
    .tuple(pick(...MENTORS), fc.boolean())
    .map(([code, on]) =>
      deed(
        `${code} training typed`,
        (wb) => void wb.update(mentors, code, { trainedOn: on ? day("2027-01-20") : null }),
      ),
    ),
  fc
    .tuple(pick(...PAIRS), pick("действует", "завершена", "приостановлена", "предложена", null))
    .map(([code, status]) =>
      deed(`${code} typed ${status ?? "nothing"}`, (wb) => void wb.update(pairs, code, { status })),
    ),
  fc
    .tuple(pick(...PERSONS), pick("работает", "уволен", "длительно отсутствует", null))
    .map(([code, employment]) =>
      deed(`${code} typed ${employment ?? "nothing"}`, (wb) => void wb.update(people, code, { employment })),
    ),
);

/** Statuses that something is wrong with, as the data check sees them. */
function noticed(wb: MemoryWorkbook): string[] {
  const finder = factFinder(wb);
  return [
    ...wb.all(mentors).filter((row) => brokenGuard("mentor", row.status, finder.mentor(row)) !== null),
    ...wb.all(mentees).filter((row) => brokenGuard("mentee", row.status, finder.mentee(row)) !== null),
  ].map(({ code }) => code);
}

/** The law and the model in plain words, told from the tables without the rules' help. */
function forbidden(wb: MemoryWorkbook): string[] {
  const given = consentsInForce(wb.all(consents), wb.today);
  const signed = (person: string, role: Role) => CONSENTS_NEEDED[role].every((kind) => given.get(person)?.has(kind));
  const pairsOf = (code: string) => wb.all(pairs).filter((pair) => pair.mentor === code || pair.mentees.includes(code));
  const dismissed = (person: string) => wb.find(people, person)?.employment === "уволен";
  const badMentors = wb.all(mentors).filter((row) => {
    const own = pairsOf(row.code);
    const stands = ["утверждён", "обучен", "действующий"].includes(row.status ?? "");
    return (
      (stands && (!signed(row.person, "mentor") || row.approvedOn === null || row.approvalPaper === null)) ||
      (row.status === "действующий" && row.trainedOn === null) ||
      (row.status === "выбыл" && own.some((pair) => isInForce(pair) || isPlanned(pair))) ||
      (row.status === "пауза" && own.some(({ status }) => status === "действует")) ||
      (["кандидат", null].includes(row.status) && own.some(isInForce)) ||
      (dismissed(row.person) && row.status !== "выбыл")
    );
  });
  const badMentees = wb.all(mentees).filter((row) => {
    const own = pairsOf(row.code);
    const inPair = own.some(isInForce);
    return (
      (row.status === "закреплён" && (!inPair || !signed(row.person, "mentee"))) ||
      (!["закреплён", "повторно ожидает"].includes(row.status ?? "") && inPair) ||
      (row.status === "сопровождение без пары" && row.support === null) ||
      (row.status === "ожидает подбора" && row.waitingSince === null) ||
      (dismissed(row.person) && !["завершил", "отказ"].includes(row.status ?? ""))
    );
  });
  return [...badMentors, ...badMentees].map(({ code }) => code);
}

function attempt(wb: MemoryWorkbook, one: Deed): boolean {
  try {
    one.do(wb);
    return true;
  } catch (failure) {
    // A refusal is in words for the curator; anything else is a defect.
    if (!(failure instanceof Stop)) throw failure;
    return false;
  }
}

test("whatever is done, by commands and by hand, a forbidden state is named by the check", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(commands, handEdits), { maxLength: 14 }), (deeds) => {
      const wb = lifeStand();
      expect(noticed(wb)).toEqual([]);
      for (const one of deeds) {
        attempt(wb, one);
        const missed = forbidden(wb).filter((code) => !noticed(wb).includes(code));
        expect({ after: one.name, missed }).toEqual({ after: one.name, missed: [] });
      }
    }),
    { numRuns: 60 },
  );
});

test("a status that a command has set holds at that moment, and a refused command has changed nothing", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(commands, handEdits), { maxLength: 12 }), commands, (before, last) => {
      const wb = lifeStand();
      before.forEach((one) => attempt(wb, one));
      const was = snapshot(wb);
      const broken = new Set(noticed(wb));
      const moved = /^([НМ]-\d+) →/.exec(last.name)?.[1];
      if (!attempt(wb, last)) expect(snapshot(wb)).toEqual(was);
      else if (moved !== undefined && !broken.has(moved)) expect(noticed(wb)).not.toContain(moved);
    }),
    { numRuns: 60 },
  );
});

test("every command given twice does no more than once", () => {
  fc.assert(
    fc.property(fc.array(commands, { maxLength: 6 }), commands, (before, last) => {
      const wb = lifeStand();
      before.forEach((one) => attempt(wb, one));
      if (!attempt(wb, last)) return;
      const once = snapshot(wb);
      attempt(wb, last);
      expect(snapshot(wb)).toEqual(once);
    }),
    { numRuns: 60 },
  );
});

test("a step that is offered without an obstacle is made when its questions are answered", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(commands, handEdits), { maxLength: 8 }),
      pick("mentor", "mentee"),
      fc.nat(9),
      (before, role, at) => {
        const wb = lifeStand();
        before.forEach((one) => attempt(wb, one));
        const finder = factFinder(wb);
        const offered =
          role === "mentor"
            ? wb
                .all(mentors)
                .flatMap((row) => nextSteps(role, row.status, finder.mentor(row)).map((step) => ({ row, step })))
            : wb
                .all(mentees)
                .flatMap((row) => nextSteps(role, row.status, finder.mentee(row)).map((step) => ({ row, step })));
        const free = offered.filter(({ step }) => step.against === null);
        const chosen = free[at % Math.max(1, free.length)];
        if (!chosen) return;
        const told = {
          approvedOn: day("2027-01-10"),
          approvalPaper: "приказ",
          trainedOn: day("2027-01-20"),
          support: "психолог",
        };
        const { status } = moveStatus(wb, { role, code: chosen.row.code, status: chosen.step.to, ...told });
        expect(status).toBe(chosen.step.to);
      },
    ),
    { numRuns: 60 },
  );
});

function snapshot(wb: MemoryWorkbook) {
  return [people, mentors, mentees, pairs, consents].map((table) => wb.all(table));
}
