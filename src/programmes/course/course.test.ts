// The life of a pair by commands: recommendation, consents, pause, end in time and before it, another mentor.
import { day } from "../../../test/lifeStand";
import type { MemoryWorkbook } from "../../../test/memoryWorkbook";
import { ending, GROUP, ONE, pairsStand, PROPOSED, replacement } from "../../../test/pairsStand";
import { CONSENT_KIND, consents } from "../../bank/consents.table";
import { mentees } from "../../bank/mentees.table";
import { mentors } from "../../bank/mentors.table";
import { people } from "../../bank/people.table";
import { documents } from "../../documents/documents.table";
import {
  cancelPairs,
  markConsents,
  pausePairs,
  prolongPair,
  recommendPairs,
  resumePairs,
} from "../../pairing/pairCommands";
import { pairs } from "../../pairing/pairs.table";
import { pairingTerms, TERM_KIND } from "../../pairing/pairingTerms.table";
import { settings } from "../../school/settings.table";
import { activities } from "../activities.table";
import { programmes } from "../programmes.table";
import { endPairEarly } from "./endPairEarly";
import { finishPairs } from "./finishPairs";
import { loadCourse, loadPair } from "./loadCourse";
import { loadReplacements, replaceMentor } from "./replaceMentor";

const groupOf = (wb: MemoryWorkbook, code: string) => loadCourse(wb).pairs.find((pair) => pair.code === code)?.group;

describe("before the order", () => {
  test("the council recommends pairs together, by the number and date of its minutes", () => {
    const wb = pairsStand();
    const consent = wb.all(consents).find(({ person, kind }) => person === "Р-006" && kind === CONSENT_KIND.pair);
    wb.update(consents, consent?.code ?? "", { withdrawnOn: day("2027-03-01") });
    expect(groupOf(wb, PROPOSED)).toBe("council");
    recommendPairs(wb, { pairs: [PROPOSED], minutes: "5", on: day("2027-03-12") });
    expect(wb.find(pairs, PROPOSED)).toMatchObject({
      status: "рекомендована",
      recommendation: "протокол от 12.03.2027 № 5",
      recommendedOn: "2027-03-12",
    });
    expect(groupOf(wb, PROPOSED)).toBe("consents");
    expect(markConsents(wb, { pairs: [PROPOSED], on: day("2027-03-13"), paper: "папка 02-15" }).said).toEqual([
      "Записано согласий: 1.",
    ]);
    expect(wb.find(pairs, PROPOSED)?.status).toBe("согласия получены");
    expect(groupOf(wb, PROPOSED)).toBe("order");
  });

  test("one pair that may not be recommended keeps all from it, and the reason is told", () => {
    const wb = pairsStand();
    expect(() => recommendPairs(wb, { pairs: [PROPOSED, ONE], minutes: "5", on: day("2027-03-12") })).toThrow(
      /Ландышева Вера Павловна — Снегирёва Анна Олеговна: Статус пары — «действует»/,
    );
    expect(wb.find(pairs, PROPOSED)?.recommendation).toBeNull();
    expect(() => recommendPairs(wb, { pairs: [PROPOSED], minutes: " ", on: day("2027-03-12") })).toThrow("протокола");
    expect(() => recommendPairs(wb, { pairs: [PROPOSED], minutes: "5", on: day("2027-03-16") })).toThrow("не наступил");
  });

  test("a recommendation after the consents does not set the pair back", () => {
    const wb = pairsStand();
    markConsents(wb, { pairs: [PROPOSED], on: day("2027-03-13"), paper: null });
    recommendPairs(wb, { pairs: [PROPOSED], minutes: "протокол № 5", on: day("2027-03-14") });
    expect(wb.find(pairs, PROPOSED)).toMatchObject({ status: "согласия получены", recommendation: "протокол № 5" });
  });

  test("a cancelled proposal keeps no term, so that nothing counts it as work", () => {
    const wb = pairsStand();
    cancelPairs(wb, { pairs: [PROPOSED], reason: "инициатива куратора" });
    expect(wb.find(pairs, PROPOSED)).toMatchObject({ status: "прекращена досрочно", startsOn: null, endsOn: null });
    expect(groupOf(wb, PROPOSED)).toBe("over");
    expect(loadPair(wb, PROPOSED).broken).toBeNull();
  });
});

describe("in force", () => {
  test("a pause has a reason and dates, and only what rests goes on", () => {
    const wb = pairsStand();
    pausePairs(wb, { pairs: [ONE], on: day("2027-03-15"), until: day("2027-04-01"), why: "курсы наставника." });
    expect(wb.find(pairs, ONE)).toMatchObject({
      status: "приостановлена",
      note: "Приостановлена с 15.03.2027: курсы наставника; до 01.04.2027.",
    });
    expect(groupOf(wb, ONE)).toBe("paused");
    wb.update(people, "Р-003", { employment: "длительно отсутствует" });
    expect(() => resumePairs(wb, { pairs: [ONE], on: day("2027-03-15") })).toThrow("длительно отсутствует");
    wb.update(people, "Р-003", { employment: "работает" });
    resumePairs(wb, { pairs: [ONE], on: day("2027-03-15") });
    expect(wb.find(pairs, ONE)?.status).toBe("действует");
  });

  test("a term is prolonged up to a year from its beginning", () => {
    const wb = pairsStand();
    prolongPair(wb, { pair: ONE, endsOn: day("2027-06-30") });
    expect(wb.find(pairs, ONE)).toMatchObject({
      endsOn: "2027-06-30",
      note: "Срок — по 30.06.2027, был — 31.05.2027.",
    });
    expect(() => prolongPair(wb, { pair: ONE, endsOn: day("2027-09-15") })).toThrow("12 месяцев");
  });

  test("pairs whose term runs out within a fortnight stand apart, and those whose term is over come first", () => {
    expect(groupOf(pairsStand("2027-05-16"), ONE)).toBe("active");
    expect(groupOf(pairsStand("2027-05-17"), ONE)).toBe("soon");
    expect(groupOf(pairsStand("2027-06-01"), ONE)).toBe("overdue");
  });
});

describe("the end in time", () => {
  test("finishes the programme and the mentees; the mentor stays; whoever has another pair stays in it", () => {
    const wb = pairsStand("2027-05-31");
    finishPairs(wb, { pairs: [ONE, GROUP], on: day("2027-05-31"), completed: true });
    expect(wb.all(pairs).map(({ status }) => status)).toEqual(["завершена", "действует", "завершена", "предложена"]);
    expect(wb.all(programmes).map(({ status }) => status)).toEqual(["завершена", "реализуется", "завершена"]);
    expect(wb.all(mentees)).toMatchObject([
      { status: "завершил", completion: "да", finishedOn: "2027-05-31", mentorsNow: null },
      { status: "закреплён", completion: null },
      { status: "завершил", completion: "да" },
      { status: "ожидает подбора" },
    ]);
    expect(wb.find(mentors, "Н-001")).toMatchObject({ status: "действующий", results: "завершено — 2" });
    expect(wb.all(pairs).map(({ code }) => loadPair(wb, code).broken)).toEqual([null, null, null, null]);
  });

  test("is not before the term while the plan is not done, and none of the chosen is finished then", () => {
    const wb = pairsStand();
    expect(() => finishPairs(wb, { pairs: [ONE], on: day("2027-03-15"), completed: true })).toThrow(
      "Срок пары не вышел (31.05.2027), и план выполнен не весь",
    );
    for (const { code } of wb.all(activities)) wb.update(activities, code, { status: "выполнено" });
    finishPairs(wb, { pairs: [ONE], on: day("2027-03-15"), completed: true });
    expect(wb.find(pairs, ONE)).toMatchObject({ status: "завершена", endsOn: "2027-03-15" });
  });
});

describe("the end before the time", () => {
  test("is lawful from the third working day after the notice; weekends and holidays do not count", () => {
    const wb = pairsStand();
    const tooEarly = ending({ noticeOn: day("2027-03-11") });
    expect(() => endPairEarly(wb, tooEarly)).toThrow("не раньше 16.03.2027");
    expect(wb.find(pairs, ONE)).toMatchObject({ status: "действует", noticeOn: null });
    // 8 March is a holiday, 6 and 7 a weekend: Thursday the 4th leads to the 10th.
    expect(() => endPairEarly(wb, ending({ noticeOn: day("2027-03-04"), lastDay: day("2027-03-09") }))).toThrow(
      "не раньше 10.03.2027",
    );
    endPairEarly(wb, ending({ noticeOn: day("2027-03-04"), lastDay: day("2027-03-10") }));
    expect(wb.find(pairs, ONE)).toMatchObject({ status: "прекращена досрочно", endsOn: "2027-03-10" });
    expect(loadPair(wb, ONE).broken).toBeNull();
  });

  test("the school may give a longer notice, never a shorter one", () => {
    const wb = pairsStand();
    wb.setSettings(settings, { noticeDays: 5 });
    expect(() => endPairEarly(wb, ending())).toThrow("не раньше 17.03.2027");
    wb.setSettings(settings, { noticeDays: 1 });
    expect(() => endPairEarly(wb, ending({ noticeOn: day("2027-03-12") }))).toThrow("не раньше 17.03.2027");
  });

  test.each([
    ["отмена работодателем", true, false],
    ["инициатива наставника", false, false],
    ["инициатива наставника", true, true],
    ["обоюдно", false, true],
    ["увольнение", false, true],
  ] as const)("«%s» on the day of the notice (agreed: %s): allowed %s", (reason, agreed, allowed) => {
    const wb = pairsStand();
    const today = ending({ reason, agreed, noticeOn: day("2027-03-15") });
    if (allowed) endPairEarly(wb, today);
    else expect(() => endPairEarly(wb, today)).toThrow("не раньше 18.03.2027");
    expect(wb.find(pairs, ONE)?.status).toBe(allowed ? "прекращена досрочно" : "действует");
  });

  test("ahead of the last day only the notice is kept; after it the pair asks to be ended", () => {
    const wb = pairsStand();
    const notice = ending({ noticeOn: day("2027-03-15"), lastDay: day("2027-03-18") });
    expect(endPairEarly(wb, notice).said[0]).toContain("действует по 18.03.2027");
    endPairEarly(wb, notice);
    expect(wb.find(pairs, ONE)).toMatchObject({
      status: "действует",
      endsOn: "2027-03-18",
      endReason: "инициатива куратора",
      noticeOn: "2027-03-15",
      note: "Прекращается (инициатива куратора): последний день — 18.03.2027, прежний срок — по 31.05.2027; предупреждение — 15.03.2027.",
    });
    expect(wb.find(mentees, "М-001")?.status).toBe("закреплён");
    expect(loadPair(wb, ONE)).toMatchObject({ broken: null, notice: { on: "2027-03-15" } });
    const later = pairsStand("2027-03-19");
    endPairEarly(later, { ...notice, lastDay: day("2027-03-19") });
    expect(later.find(pairs, ONE)?.status).toBe("прекращена досрочно");
  });

  test("an order is wanted from the notice on, until one that names the pair first is signed", () => {
    const wb = pairsStand();
    expect(loadPair(wb, ONE).wantsEndingOrder).toBe(false);
    endPairEarly(wb, ending({ noticeOn: day("2027-03-15"), lastDay: day("2027-03-18") }));
    expect(loadPair(wb, ONE).wantsEndingOrder).toBe(true);
    const order = { paper: "Приказ", key: `endingOrder:${ONE}:1`, pairs: [ONE] };
    const { code } = wb.add(documents, { ...order, status: "проект" });
    expect(loadPair(wb, ONE).wantsEndingOrder).toBe(true);
    wb.update(documents, code, { status: "подписан", pairs: [PROPOSED, ONE] });
    expect(loadPair(wb, ONE).wantsEndingOrder).toBe(true);
    wb.update(documents, code, { pairs: [ONE, PROPOSED] });
    expect(loadPair(wb, ONE).wantsEndingOrder).toBe(false);
    cancelPairs(wb, { pairs: [PROPOSED], reason: "инициатива куратора" });
    expect(loadPair(wb, PROPOSED).wantsEndingOrder).toBe(false);
  });

  test("a notice is taken back by a new term", () => {
    const wb = pairsStand();
    endPairEarly(wb, ending({ noticeOn: day("2027-03-15"), lastDay: day("2027-03-18") }));
    prolongPair(wb, { pair: ONE, endsOn: day("2027-05-31") });
    expect(wb.find(pairs, ONE)).toMatchObject({ endsOn: "2027-05-31", endReason: null, noticeOn: null });
  });

  test.each([
    ["stop", "прекращена", "отменено"],
    ["finishEarly", "завершена", "отменено"],
    ["continue", "реализуется", "запланировано"],
  ] as const)("the programme's fate «%s» is as the curator decides", (programme, status, ahead) => {
    const wb = pairsStand();
    endPairEarly(wb, ending({ programme, mentees: { "М-001": "finished" } }));
    expect(wb.all(programmes)[0]?.status).toBe(status);
    expect(wb.all(activities).slice(0, 2)).toMatchObject([{ status: "выполнено" }, { status: ahead }]);
    expect(wb.find(mentees, "М-001")).toMatchObject({ status: "завершил", completion: "досрочно" });
    expect(groupOf(wb, ONE)).toBe(programme === "continue" ? "toReplace" : "over");
  });

  test("a plan that is done early counts as done", () => {
    const wb = pairsStand();
    endPairEarly(wb, ending({ reason: "выполнен план", programme: "finishEarly", mentees: { "М-001": "finished" } }));
    expect(wb.find(mentees, "М-001")).toMatchObject({ status: "завершил", completion: "да" });
  });

  test("one of a group leaves without a notice to anybody; the group and its programme go on", () => {
    const wb = pairsStand();
    endPairEarly(wb, ending({ pair: GROUP, mentee: "М-003", reason: "инициатива наставляемого" }));
    expect(wb.find(pairs, GROUP)).toMatchObject({ status: "действует", mentees: ["М-002"] });
    expect(wb.find(mentees, "М-003")).toMatchObject({ status: "повторно ожидает", waitingSince: "2027-03-15" });
    expect(wb.all(programmes)[2]?.status).toBe("реализуется");
  });
});

describe("another mentor", () => {
  test("is a new pair that names the old one; the old one ends on the day before and stays in history", () => {
    const wb = pairsStand();
    const { pair: code } = replaceMentor(wb, replacement());
    expect(wb.find(pairs, code ?? "")).toMatchObject({
      status: "предложена",
      mentor: "Н-003",
      mentorName: "Соколова Мария Ивановна",
      mentees: ["М-001"],
      replaces: ONE,
      startsOn: "2027-03-16",
      endsOn: "2027-05-31",
      directions: ["Методика обучения"],
    });
    expect(wb.find(pairs, ONE)).toMatchObject({
      status: "прекращена досрочно",
      mentor: "Н-001",
      endsOn: "2027-03-15",
      endReason: "инициатива наставника",
    });
    expect(wb.all(programmes)[0]).toMatchObject({
      pair: code,
      status: "скорректирована",
      version: 2,
      title: "Соколова Мария Ивановна — Снегирёва Анна Олеговна",
    });
    expect(wb.find(mentees, "М-001")).toMatchObject({ status: "повторно ожидает", waitingSince: "2027-03-15" });
    expect(loadPair(wb, ONE).history.map(({ what }) => what)).toContain(
      `Новый наставник — Соколова Мария Ивановна: пара ${code ?? ""}.`,
    );
    expect(loadPair(wb, code ?? "").history[0]?.what).toBe(`Взамен пары ${ONE}.`);
  });

  test("from a later day leaves the old pair at work until then, and hands the programme on at its end", () => {
    const wb = pairsStand();
    const later = replacement({ noticeOn: day("2027-03-15"), from: day("2027-03-19") });
    const { pair: code } = replaceMentor(wb, later);
    expect(replaceMentor(wb, later).pair).toBe(code);
    expect(wb.all(pairs)).toHaveLength(5);
    expect(wb.find(pairs, ONE)).toMatchObject({ status: "действует", endsOn: "2027-03-18" });
    expect(wb.all(programmes)[0]?.pair).toBe(ONE);
    // The day has passed.
    const done = ending({ reason: "инициатива наставника", programme: "continue", noticeOn: day("2027-03-10") });
    endPairEarly(wb, done);
    expect(wb.all(programmes)[0]).toMatchObject({ pair: code, version: 2 });
  });

  test("may come after the end, while the programme waits", () => {
    const wb = pairsStand();
    endPairEarly(wb, ending({ programme: "continue" }));
    const before = wb.find(pairs, ONE);
    const { pair: code } = replaceMentor(wb, replacement());
    expect(wb.find(pairs, ONE)).toEqual(before);
    expect(wb.all(programmes)[0]?.pair).toBe(code);
    expect(groupOf(wb, ONE)).toBe("over");
  });

  test("obeys the rules of the choice: places, competences, bans, the same mentor", () => {
    const wb = pairsStand();
    const names = () => loadReplacements(wb, ONE).candidates.map(({ mentor }) => mentor);
    expect(names()).toEqual(["Н-003", "Н-002"]);
    wb.add(pairingTerms, { kind: TERM_KIND.ban, mentor: "Н-003", mentee: "М-001" });
    wb.update(mentors, "Н-002", { capacity: 1 });
    expect(names()).toEqual([]);
    expect(() => replaceMentor(wb, replacement())).toThrow("запретил");
    expect(() => replaceMentor(wb, replacement({ mentor: "Н-002" }))).toThrow("нет свободных мест");
    expect(() => replaceMentor(wb, replacement({ mentor: "Н-001" }))).toThrow("уже ведёт");
    wb.update(mentors, "Н-003", { capacity: 1 });
    expect(() => replaceMentor(wb, replacement({ pair: GROUP }))).toThrow("нужно 2, свободно 1");
    expect(wb.all(pairs)).toHaveLength(4);
  });
});
