// «Условия подбора» and what else the choice depends on: kept, read, and told of where something is wrong.
import { pairingSchool, plainPair } from "../../test/pairingStand";
import { mentees, MENTEE_STATUS } from "../bank/mentees.table";
import { mentors, MENTOR_STATUS } from "../bank/mentors.table";
import { people } from "../bank/people.table";
import { Stop } from "../google/stop";
import { settings } from "../school/settings.table";
import { propose, USUAL_TERMS } from "./choice/proposal";
import { CRITERION_KEYS, DEFAULT_WEIGHTS, type Weights } from "./choice/score";
import { removeScenario, saveScenario } from "./keptScenarios";
import { loadPairing, loadPairingMore } from "./loadPairing";
import { PAIR_STATUS, pairs } from "./pairs.table";
import type { NewScenario, NewTerm, TermKey } from "./pairingView";
import { pairingTerms, TERM_KIND } from "./pairingTerms.table";
import { savePairs } from "./savePairs";
import { scenarios } from "./scenarios.table";
import { saveTerms } from "./terms";
import { saveWeights } from "./weights";

const term = (kind: TermKey, mentor: string, mentee: string, note = ""): NewTerm => ({ kind, mentor, mentee, note });

function refusal(act: () => unknown): string {
  try {
    act();
  } catch (failure) {
    if (failure instanceof Stop) return failure.message;
    throw failure;
  }
  return "";
}

describe("decisions", () => {
  test("are kept once with the names, and taken back by their code", () => {
    const wb = pairingSchool();
    const kept = saveTerms(wb, {
      add: [term("pin", "Н-001", "М-001", " по просьбе директора "), term("menteesWish", "Н-002", "М-002")],
      remove: [],
    });
    expect(kept.pins).toEqual([{ code: "У-001", mentor: "Н-001", mentee: "М-001", note: "по просьбе директора" }]);
    expect(wb.find(pairingTerms, "У-001")).toMatchObject({
      kind: TERM_KIND.pin,
      mentorName: "Ландышева Вера Павловна",
      menteeName: "Снегирёва Анна Олеговна",
      since: "2026-09-10",
    });
    saveTerms(wb, { add: [term("pin", "Н-001", "М-001")], remove: [] });
    expect(wb.all(pairingTerms)).toHaveLength(2);
    expect(saveTerms(wb, { add: [], remove: ["У-001", "У-099"] })).toMatchObject({ pins: [], menteesWishes: [{}] });
  });

  test.each<[string, NewTerm[], string]>([
    ["a pin and a ban", [term("ban", "Н-001", "М-001"), term("pin", "Н-001", "М-001")], "сразу «закрепить вместе»"],
    ["two mentors", [term("pin", "Н-001", "М-001"), term("pin", "Н-002", "М-001")], "с двумя наставниками"],
    ["no places", [term("pin", "Н-001", "М-001"), term("pin", "Н-001", "М-002")], "свободных мест 1"],
    ["somebody gone", [term("pin", "Н-099", "М-001")], "На вкладке «Наставники» больше нет человека"],
  ])("that contradict are refused in words: %s", (_, add, why) => {
    expect(refusal(() => saveTerms(pairingSchool(), { add, remove: [] }))).toContain(why);
  });

  test("one may be changed for its contrary in one go", () => {
    const wb = pairingSchool();
    saveTerms(wb, { add: [term("ban", "Н-001", "М-001")], remove: [] });
    expect(saveTerms(wb, { add: [term("pin", "Н-001", "М-001")], remove: ["У-001"] })).toMatchObject({
      pins: [{ code: "У-002" }],
      bans: [],
    });
  });
});

describe("what the dialog opens with", () => {
  test("holds the people, the decisions and the words; a pin that has come true is none any more", () => {
    const wb = pairingSchool({ mentoringForms: ["педагог — педагог"], mentoringKinds: ["традиционное"] });
    saveTerms(wb, { add: [term("pin", "Н-001", "М-001"), term("mentorsWish", "Н-002", "М-002")], remove: [] });
    wb.setSettings(settings, { curatorName: "Ландышева В. П.", groupSize: 4 });
    expect(loadPairing(wb)).toMatchObject({
      schoolYear: "2026/2027",
      pins: [{ mentor: "Н-001", mentee: "М-001" }],
      pool: { bans: [], wishes: [{ mentor: "Н-002", mentee: "М-002" }] },
      posts: { "Р-001": "учитель (математика)" },
      self: "Р-001",
      groupSize: 4,
      term: { startsOn: "2026-09-10", endsOn: "2027-05-31" },
      weights: DEFAULT_WEIGHTS,
      notices: [],
    });
    expect(loadPairingMore(wb)).toMatchObject({ forms: ["педагог — педагог"], kinds: ["традиционное"], scenarios: [] });
    savePairs(wb, [plainPair("Н-001", "М-001")]);
    expect(loadPairing(wb)).toMatchObject({ pins: [], standing: 1, paired: 1 });
  });

  test("goes as plain data: nothing is lost on its way to the browser", () => {
    const view = loadPairing(pairingSchool());
    expect(JSON.parse(JSON.stringify(view))).toEqual(view);
  });

  test("an external expert takes part, somebody long absent does not", () => {
    const wb = pairingSchool();
    wb.update(people, "Р-001", { kind: "внешний эксперт", workplace: "Педагогический университет", employment: null });
    wb.update(people, "Р-002", { employment: "длительно отсутствует" });
    const view = loadPairing(wb);
    expect(view.outsiders).toEqual({ "Р-001": { kind: "внешний эксперт", workplace: "Педагогический университет" } });
    expect(view.pool.mentors.map(({ unavailable }) => unavailable)).toEqual([
      null,
      "занятость — «длительно отсутствует»",
    ]);
  });

  test("whoever waits again beside a pair in force is among those who wait; one with a proposed pair is not", () => {
    const wb = pairingSchool();
    savePairs(wb, [plainPair("Н-002", "М-001")]);
    wb.update(mentees, "М-001", { status: MENTEE_STATUS.waitingAgain });
    const proposed = () => propose(loadPairing(wb).pool).pairs.map(({ mentor, mentee }) => `${mentor} ${mentee}`);
    expect(proposed()).toEqual(["Н-001 М-002"]);
    wb.update(pairs, "П-2026-01", { status: PAIR_STATUS.active });
    wb.update(mentees, "М-001", { waitingSince: null });
    wb.update(mentors, "Н-001", { capacity: 2 });
    expect(proposed()).toEqual(["Н-001 М-001", "Н-001 М-002"]);
  });
});

describe("what is wrong is told in words", () => {
  const notices = (spoil: (wb: ReturnType<typeof pairingSchool>) => void): string => {
    const wb = pairingSchool();
    spoil(wb);
    const view = loadPairing(wb);
    // Whatever is wrong, a proposal can be made from what is handed over.
    propose(view.pool, { ...USUAL_TERMS, weights: view.weights, pins: view.pins });
    return view.notices.join(" ");
  };
  const zero = Object.fromEntries(CRITERION_KEYS.map((key) => [key, 0])) as unknown as Weights;

  test("no mentors, no mentees", () => {
    const empty = notices((wb) => {
      for (const code of ["Н-001", "Н-002"]) wb.remove(mentors, code);
      for (const code of ["М-001", "М-002", "М-003"]) wb.remove(mentees, code);
    });
    expect(empty).toContain("нет ни одного наставника");
    expect(empty).toContain("нет ни одного наставляемого");
  });

  test("weights that are all zero: not kept by the dialog, and typed by hand they give way to the usual ones", () => {
    const wb = pairingSchool();
    expect(refusal(() => saveWeights(wb, zero))).toContain("Все веса равны нулю");
    for (const key of CRITERION_KEYS) {
      const setting = `weight${key[0]?.toUpperCase() ?? ""}${key.slice(1)}` as "weightTime";
      wb.setSettings(settings, { [setting]: 0 });
    }
    expect(loadPairing(wb)).toMatchObject({
      weights: DEFAULT_WEIGHTS,
      notices: [expect.stringContaining("равны нулю")],
    });
  });

  test("weights are kept, and emptied for the usual ones", () => {
    const wb = pairingSchool();
    expect(saveWeights(wb, { ...DEFAULT_WEIGHTS, time: 25 }).time).toBe(25);
    expect(wb.setting(settings, "weightTime")).toBe(25);
    expect(saveWeights(wb, null)).toEqual(DEFAULT_WEIGHTS);
    expect(wb.setting(settings, "weightTime")).toBeNull();
  });

  test("words in place of the number of places", () => {
    expect(
      notices((wb) => {
        wb.type(mentors, "Н-001", "capacity", "сколько угодно");
      }),
    ).toContain("наставник никого не получит: Ландышева Вера Павловна");
  });

  test("a ban on everybody", () => {
    expect(
      notices((wb) => {
        saveTerms(wb, { add: [term("ban", "Н-001", "М-001"), term("ban", "Н-002", "М-001")], remove: [] });
      }),
    ).toContain("Запрещены все наставники, которых можно было бы предложить: Снегирёва Анна Олеговна");
  });

  test("rows typed by hand: an unknown code, a pin and a ban at once", () => {
    expect(
      notices((wb) => {
        wb.add(pairingTerms, { kind: TERM_KIND.pin, mentor: "Н-777", mentee: "М-001" });
        wb.add(pairingTerms, { kind: TERM_KIND.pin, mentor: "Н-001", mentee: "М-001" });
        wb.add(pairingTerms, { kind: TERM_KIND.ban, mentor: "Н-001", mentee: "М-001" });
      }),
    ).toContain("строк с ошибками — 2");
  });

  test("a mentor without places gets nobody", () => {
    const wb = pairingSchool();
    wb.update(mentors, "Н-001", { capacity: 0 });
    wb.update(mentors, "Н-002", { status: MENTOR_STATUS.left });
    expect(propose(loadPairing(wb).pool)).toMatchObject({ pairs: [], unmatched: ["М-001", "М-002", "М-003"] });
  });
});

describe("scenarios", () => {
  const scenario = (name: string, more: Partial<NewScenario> = {}): NewScenario => ({
    name,
    terms: { weights: DEFAULT_WEIGHTS, pins: [], bans: [], capacities: {} },
    pairs: [],
    replaces: null,
    ...more,
  });

  test("are kept, replaced and removed; five at most, each with a name of its own", () => {
    const wb = pairingSchool();
    for (const name of ["А", "Б", "В", "Г", "Д"]) saveScenario(wb, scenario(name));
    expect(refusal(() => saveScenario(wb, scenario("Е")))).toContain("Сохранено вариантов: 5");
    expect(refusal(() => saveScenario(wb, scenario(" а ", { replaces: "В-002" })))).toContain("уже есть");
    expect(refusal(() => saveScenario(wb, scenario("  ")))).toContain("не назван");
    const capacities = { "Н-001": 3 };
    const terms = { ...scenario("").terms, capacities };
    expect(saveScenario(wb, scenario("Е", { terms, replaces: "В-002" }))[1]).toMatchObject({
      code: "В-002",
      name: "Е",
      terms: { capacities },
    });
    expect(removeScenario(wb, "В-001").map(({ name }) => name)).toEqual(["Е", "В", "Г", "Д"]);
    expect(removeScenario(wb, "В-001")).toHaveLength(4);
  });

  test("the pairs of the latest are preferred later on; no scores are kept", () => {
    const wb = pairingSchool();
    const all = [
      { mentor: "Н-001", mentee: "М-001" },
      { mentor: "Н-002", mentee: "М-002" },
      { mentor: "Н-002", mentee: "М-099" },
    ];
    saveScenario(wb, scenario("А", { pairs: all }));
    expect(JSON.stringify(wb.all(scenarios))).not.toMatch(/score|балл/);
    savePairs(wb, [plainPair("Н-001", "М-001")]);
    const { accepted } = loadPairingMore(wb);
    expect(accepted).toEqual(all);
    // Whoever is gone or paired since is passed over.
    const { pairs: proposed } = propose(loadPairing(wb).pool, { ...USUAL_TERMS, accepted });
    expect(proposed.map(({ mentor, mentee }) => `${mentor} ${mentee}`)).toEqual(["Н-002 М-002"]);
  });

  test("more than a cell of Google holds is refused in words", () => {
    const wb = pairingSchool();
    const many = Array.from({ length: 600 }, (_, index) => ({ mentor: `Н-${index}000`, mentee: `М-${index}000` }));
    const terms = { ...scenario("").terms, pins: many, bans: many };
    expect(refusal(() => saveScenario(wb, scenario("А", { terms })))).toContain("не помещается в ячейку");
    expect(wb.all(scenarios)).toEqual([]);
  });
});
