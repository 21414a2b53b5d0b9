// What a curator is told: why this pair, why not another, why nobody.
import fc from "fast-check";
import { anySchool, mentee, mentor, school } from "../../../test/inventedPool";
import { DEFAULT_DIRECTIONS, DEFAULT_MENTEE_CATEGORIES } from "../../school/mentoringForms";
import { ONE_GLANCE } from "./briefly";
import { movesBetween, rankCandidates, reasons, whyNobody, whyNot } from "./explain";
import { readyPool } from "./pool";
import { prepare, propose, solve, USUAL_TERMS } from "./proposal";
import { objections } from "./rules";
import { DEFAULT_WEIGHTS } from "./score";

describe("explanations", () => {
  test("«Почему не X?» names exactly what solving the school anew would change", () => {
    fc.assert(
      fc.property(anySchool, (pool) => {
        const prepared = prepare(pool);
        const proposal = solve(prepared);
        for (const one of pool.mentors) {
          for (const other of pool.mentees) {
            const couple = { mentor: one.code, mentee: other.code };
            const answer = whyNot(prepared, proposal, couple);
            expect(answer.sentences.length).toBeGreaterThan(0);
            if (answer.verdict === "forbidden" || answer.verdict === "chosen") continue;
            const forced = propose(pool, { ...USUAL_TERMS, pins: [couple] });
            const insisted = solve(prepared, couple);
            expect(insisted.pairs.find((pair) => pair.mentee === other.code)?.mentor).toBe(one.code);
            expect(answer.moves).toEqual(movesBetween(proposal, insisted).filter((move) => move.mentee !== other.code));
            expect(insisted.pairs.length).toBe(forced.pairs.length);
            // A forced pair below the least acceptable score may add a pair; any other choice cannot beat the optimum.
            if (answer.verdict !== "weak") expect(forced.pairs.length).toBeLessThanOrEqual(proposal.pairs.length);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test("«Почему не X?» tells who would have to move", () => {
    const pool = school(
      [mentor("Н-1"), mentor("Н-2", { directions: ["Работа с родителями"] })],
      [
        mentee("М-1", {
          difficulties: [
            { direction: "Методика обучения", severity: 3 },
            { direction: "Работа с родителями", severity: 1 },
          ],
        }),
        mentee("М-2"),
      ],
    );
    const answer = whyNot(prepare(pool), propose(pool), { mentor: "Н-1", mentee: "М-1" });
    expect(answer.verdict).toBe("worse");
    expect(answer.sentences).toContain("С этой парой без наставника останется на 1 человека больше.");
    expect(answer.sentences).toContain("Наставляемый М-2: останется без наставника (сейчас — Наставник Н-1).");
  });

  test("a mentee without a pair: counts by reason, and what would help", () => {
    const pool = school(
      [mentor("Н-1", { directions: ["Ведение документации"] }), mentor("Н-2", { load: 1 })],
      [mentee("М-1", { difficulties: [{ direction: "Работа с родителями", severity: 2 }] })],
    );
    expect(whyNobody(pool, USUAL_TERMS, "М-1")).toEqual([
      "Подходящих наставников нет: без свободных мест — 1; без нужных компетенций — 1.",
      "В организации нет ни одного наставника по направлениям: Работа с родителями.",
      "Можно обучить нужному направлению тех, у кого есть места: Наставник Н-1.",
      "Наставника можно найти во внешнем контуре: в другой организации, у социального партнёра.",
      "До появления наставника возможно сопровождение без пары — с участием педагога-психолога.",
    ]);
  });

  test("candidates are ranked by score, equal ones by code", () => {
    const ready = readyPool(
      school(
        [mentor("Н-3"), mentor("Н-2", { subject: "химия" }), mentor("Н-1")],
        [mentee("М-1", { subject: "химия" })],
      ),
    );
    const [other] = ready.mentees;
    if (other === undefined) throw new Error("the school is empty");
    expect(rankCandidates(ready.mentors, other, DEFAULT_WEIGHTS, 5).map((one) => one.mentor)).toEqual([
      "Н-2",
      "Н-1",
      "Н-3",
    ]);
  });

  test("every reason reads at a glance and suits a kindergarten; what does not fit in is kept as a detail", () => {
    const everything = DEFAULT_DIRECTIONS.map((direction) => ({ direction, severity: 3 }));
    const [first, ...others] = DEFAULT_DIRECTIONS;
    const pool = school(
      [
        mentor("Н-1", { directions: others, wishedCategories: DEFAULT_MENTEE_CATEGORIES, formats: ["очно"] }),
        mentor("Н-2", { directions: [first], subject: "старшая группа", experienceYears: 1.5 }),
        mentor("Н-3", { directions: [], qualification: "высшая", hoursPerMonth: 7 }),
      ],
      [
        mentee("М-1", { difficulties: everything, subject: "младшая группа, логопедия", formats: ["дистанционно"] }),
        mentee("М-2", { difficulties: everything, category: "не из списка", experienceYears: 1 }),
        mentee("М-3", { difficulties: everything.slice(1) }),
      ],
    );
    const ready = readyPool(pool);
    const prepared = prepare(pool);
    const said: string[] = [];
    for (const other of ready.mentees) {
      for (const one of ready.mentors) {
        const spoken = reasons(one, other, DEFAULT_WEIGHTS);
        said.push(...spoken.map(({ text }) => text), ...objections(one, other));
        said.push(...whyNot(prepared, solve(prepared), { mentor: one.code, mentee: other.code }).sentences);
        const directions = spoken.find(({ key }) => key === "directions");
        for (const { direction } of other.needs) {
          expect(`${directions?.text} ${directions?.detail}`).toContain(direction);
        }
      }
      said.push(...whyNobody(pool, USUAL_TERMS, other.code));
    }
    for (const sentence of said) {
      expect(sentence.length).toBeLessThanOrEqual(ONE_GLANCE);
      expect(sentence).not.toMatch(/школ|учител|undefined|null|NaN/i);
    }
  });

  test("a mentee without a pair: what one rule alone prevents is named with the people whom it keeps off", () => {
    const couple = { mentor: "Н-2", mentee: "М-1" };
    const pool = school([mentor("Н-1", { load: 1 }), mentor("Н-2")], [mentee("М-1")], { bans: [couple] });
    expect(whyNobody(pool, USUAL_TERMS, "М-1")).toEqual(
      expect.arrayContaining([
        "Поможет ещё одно место у одного из тех, кто подходит: Наставник Н-1.",
        "Поможет снять запрет: Наставник Н-2.",
      ]),
    );
  });

  test("«Почему не X?» says that a place would go to one who has waited less", () => {
    const pool = school([mentor("Н-1")], [mentee("М-1"), mentee("М-2", { waitingDays: 21 })]);
    const answer = whyNot(prepare(pool), propose(pool), { mentor: "Н-1", mentee: "М-1" });
    expect(answer.verdict).toBe("worse");
    expect(answer.sentences).toContain("Место получит тот, кто ждёт меньше: разница — 3 недели.");
  });
});
