// Leaving, long absence and return: the list first, then all of it, once, however often it is asked and wherever it is cut.
import { day, lifeStand, TODAY } from "../../test/lifeStand";
import { mentees } from "../bank/mentees.table";
import { mentors } from "../bank/mentors.table";
import { people } from "../bank/people.table";
import { documents } from "../documents/documents.table";
import { pairs } from "../pairing/pairs.table";
import { activities } from "../programmes/activities.table";
import { programmes } from "../programmes/programmes.table";
import { forms } from "../questionnaires/forms.table";
import { invitations } from "../questionnaires/invitations.table";
import { addWorkingDays } from "../school/workingDays";
import { applyLeaving, planLeaving } from "./leaving";

const leave = (person: string, from = TODAY) => ({ person, kind: "уволен", from, until: null }) as const;
const away = (person: string) => ({ person, kind: "длительно отсутствует", from: TODAY, until: "2027-09-01" }) as const;
const back = (person: string) => ({ person, kind: "работает", from: TODAY, until: null }) as const;

describe("a mentor who is dismissed", () => {
  test("is listed with every pair, and nothing is written by the list", () => {
    const wb = lifeStand();
    wb.add(documents, { paper: "Приказ", heading: "О закреплении", status: "проект", people: ["Р-001"] });
    wb.update(mentors, "Н-001", { agreementNumber: "12", agreementOn: day("2026-09-14") });
    const plan = planLeaving(wb, leave("Р-001"));
    expect(plan.pairs.map(({ code, choices }) => [code, choices.map(({ value }) => value)])).toEqual([
      ["П-2027-01", ["handOver", "close"]],
      ["П-2027-03", ["handOver", "close"]],
      ["П-2027-04", ["close"]],
    ]);
    expect(plan.follows.slice(0, 2)).toEqual([
      "Занятость: «уволен» с 15.03.2027.",
      "Статус наставника: «действующий» → «выбыл».",
    ]);
    expect(plan.pairs[0]?.notes[1]).toContain("Отдельного предупреждения не нужно");
    expect(plan.toDo.slice(0, 2)).toEqual([
      "Подготовьте заново или отмените проект документа Д-2027-01: О закреплении.",
      "Оформите прекращение или приостановку дополнительного соглашения № 12 от 14.09.2026.",
    ]);
    expect(wb.find(people, "Р-001")?.employment).toBe("работает");
  });

  test("hands over or closes each pair as the curator decides; who has another mentor stays with them", () => {
    const wb = lifeStand();
    applyLeaving(wb, leave("Р-001"), { "П-2027-01": "close" });
    expect(wb.find(people, "Р-001")).toMatchObject({ employment: "уволен", awayFrom: TODAY });
    expect(wb.find(mentors, "Н-001")).toMatchObject({ status: "выбыл", menteesNow: null, finishedOn: TODAY });
    expect(wb.all(pairs).map(({ status, endReason }) => [status, endReason])).toEqual([
      ["прекращена досрочно", "увольнение"],
      ["действует", null],
      ["прекращена досрочно", "увольнение"],
      ["прекращена досрочно", "увольнение"],
    ]);
    expect(wb.all(mentees)).toMatchObject([
      { status: "завершил", completion: "досрочно", finishedOn: TODAY },
      { status: "закреплён", completion: null, mentorsNow: "Хвойный Пётр Ильич" },
      { status: "повторно ожидает", waitingSince: TODAY },
      // The pair was only proposed: the waiting goes on.
      { status: "ожидает подбора", waitingSince: "2026-09-03" },
    ]);
    expect(wb.find(pairs, "П-2027-04")).toMatchObject({ startsOn: null, endsOn: null });
    expect(wb.all(programmes).map(({ status }) => status)).toEqual(["прекращена", "реализуется", "прекращена"]);
    expect(wb.all(activities).map(({ status }) => status)).toEqual([
      "выполнено",
      "отменено",
      "выполнено",
      "запланировано",
      "выполнено",
      "отменено",
    ]);
  });

  test("is done once, however often it is asked", () => {
    const wb = lifeStand();
    applyLeaving(wb, leave("Р-001"), {});
    const once = everything(wb);
    applyLeaving(wb, leave("Р-001"), {});
    expect(everything(wb)).toEqual(once);
  });

  test("is not carried out before the day, nor with a decision that the pair does not allow", () => {
    const wb = lifeStand();
    expect(planLeaving(wb, leave("Р-001", "2027-03-25")).notYet).toContain("25.03.2027");
    expect(() => applyLeaving(wb, leave("Р-001", "2027-03-25"), {})).toThrow("День ещё не наступил");
    expect(() => applyLeaving(wb, leave("Р-001"), { "П-2027-01": "pause" })).toThrow("так поступить нельзя");
    expect(wb.find(people, "Р-001")?.employment).toBe("работает");
  });

  test("gets no more letters, and the reason is told", () => {
    const wb = lifeStand();
    const form = wb.add(forms, { questionnaire: "finalMentor", status: "открыта" });
    wb.add(invitations, { form: form.code, person: "Р-001", status: "к отправке" });
    applyLeaving(wb, leave("Р-001"), {});
    expect(wb.all(invitations).map(({ status, trouble }) => [status, trouble])).toEqual([
      ["не отправлено", "Работник уволен: письмо не отправляется."],
    ]);
  });
});

describe("a mentee who leaves", () => {
  test("ends a pair, of which the mentor is warned three working days before, and only leaves a group", () => {
    const wb = lifeStand();
    const plan = planLeaving(wb, leave("Р-004"));
    expect(plan.pairs.map(({ code, choices }) => [code, choices[0]?.label])).toEqual([
      ["П-2027-02", "Прекратить досрочно"],
      ["П-2027-03", "Вывести из группы"],
    ]);
    expect(plan.pairs[0]?.notes[0]).toBe(
      "При прекращении предупредите наставника (Хвойный Пётр Ильич) письменно не позднее 10.03.2027: не менее чем за 3 рабочих дня (ТК РФ, ст. 351.8). Этот день прошёл: раньше 18.03.2027 — только по соглашению с наставником.",
    );
    applyLeaving(wb, leave("Р-004"), {});
    expect(wb.find(pairs, "П-2027-03")).toMatchObject({
      status: "действует",
      mentees: ["М-003"],
      menteeNames: "Зябликова Ольга Юрьевна",
      note: "15.03.2027 из группы выбыл М-002: увольнение.",
    });
    expect(wb.find(mentees, "М-002")).toMatchObject({ status: "завершил", completion: "досрочно" });
    expect(wb.find(mentors, "Н-002")).toMatchObject({ status: "действующий", menteesNow: null });
    const once = everything(wb);
    applyLeaving(wb, leave("Р-004"), {});
    expect(everything(wb)).toEqual(once);
  });

  test("without a pair in force takes no part", () => {
    const wb = lifeStand();
    applyLeaving(wb, leave("Р-006"), {});
    expect(wb.find(mentees, "М-004")?.status).toBe("отказ");
  });
});

describe("a long absence", () => {
  test("pauses the mentor and the pairs; the return brings both back", () => {
    const wb = lifeStand();
    const before = everything(wb);
    applyLeaving(wb, away("Р-001"), {});
    expect(wb.find(mentors, "Н-001")?.status).toBe("пауза");
    expect(wb.find(people, "Р-001")).toMatchObject({ awayFrom: TODAY, awayUntil: "2027-09-01" });
    expect(wb.all(pairs).map(({ status }) => status)).toEqual([
      "приостановлена",
      "действует",
      "приостановлена",
      "предложена",
    ]);
    expect(planLeaving(wb, back("Р-001")).pairs.map(({ code, choices }) => [code, choices[0]?.value])).toEqual([
      ["П-2027-01", "resume"],
      ["П-2027-03", "resume"],
    ]);
    applyLeaving(wb, back("Р-001"), {});
    expect(wb.find(mentors, "Н-001")?.status).toBe("действующий");
    expect(wb.all(pairs).map(({ status }) => status)).toEqual(before.pairs.map(({ status }) => status));
    expect(wb.find(people, "Р-001")).toMatchObject({ employment: "работает", awayFrom: null, awayUntil: null });
  });

  test("of a mentee pauses the pair and not the group; it cannot go on while the other side is away", () => {
    const wb = lifeStand();
    applyLeaving(wb, away("Р-004"), {});
    expect(wb.all(pairs).map(({ status }) => status)).toEqual([
      "действует",
      "приостановлена",
      "действует",
      "предложена",
    ]);
    expect(wb.find(mentees, "М-002")?.status).toBe("закреплён");
    applyLeaving(wb, away("Р-002"), {});
    const [pair] = planLeaving(wb, back("Р-004")).pairs;
    expect(pair?.choices.map(({ value }) => value)).toEqual(["leave"]);
    expect(pair?.notes[0]).toContain("Хвойный Пётр Ильич — занятость «длительно отсутствует»");
  });

  test("may hand the mentees over at once", () => {
    const wb = lifeStand();
    applyLeaving(wb, away("Р-001"), { "П-2027-01": "handOver" });
    expect(wb.find(pairs, "П-2027-01")).toMatchObject({
      status: "прекращена досрочно",
      endReason: "отмена работодателем",
    });
    expect(wb.find(mentees, "М-001")?.status).toBe("повторно ожидает");
  });
});

test("three working days leave out weekends and public holidays, and the day itself", () => {
  expect(addWorkingDays(day("2027-03-05"), 3)).toBe("2027-03-11");
  expect(addWorkingDays(day("2027-03-11"), -3)).toBe("2027-03-05");
  expect(addWorkingDays(day("2026-12-31"), 1)).toBe("2027-01-11");
});

function everything(wb: ReturnType<typeof lifeStand>) {
  return {
    people: wb.all(people),
    mentors: wb.all(mentors),
    mentees: wb.all(mentees),
    pairs: wb.all(pairs),
    programmes: wb.all(programmes),
    activities: wb.all(activities),
    invitations: wb.all(invitations),
  };
}
