// Moving a status by a button: the guards hold, the details are kept, pairs follow a mentor's pause.
import { day, lifeStand, TODAY } from "../../test/lifeStand";
import { consents } from "../bank/consents.table";
import { mentees } from "../bank/mentees.table";
import { mentors } from "../bank/mentors.table";
import { people } from "../bank/people.table";
import { pairs } from "../pairing/pairs.table";
import { moveStatus } from "./moveStatus";

test("a mentor is approved with the head's decision, and refused with every reason while something lacks", () => {
  const wb = lifeStand();
  wb.add(people, { fullName: "Малинова Нина Львовна" });
  const { code } = wb.add(mentors, { person: "Р-007", status: "рекомендован" });
  const approve = () =>
    moveStatus(wb, {
      role: "mentor",
      code,
      status: "утверждён",
      approvedOn: day("2027-03-01"),
      approvalPaper: "виза руководителя от 01.03.2027",
    });
  expect(() => moveStatus(wb, { role: "mentor", code, status: "утверждён" })).toThrow(
    "Малинова Нина Львовна): нет письменного согласия: выполнение обязанностей наставника; обработка персональных данных; не указано, когда и чем утверждён",
  );
  expect(approve).toThrow("нет письменного согласия");
  expect(wb.find(mentors, code)).toMatchObject({ status: "рекомендован", approvedOn: null });
  for (const kind of ["выполнение обязанностей наставника", "обработка персональных данных"] as const)
    wb.add(consents, { person: "Р-007", kind, givenOn: day("2027-02-01") });
  approve();
  approve();
  expect(wb.find(mentors, code)).toMatchObject({
    status: "утверждён",
    approvedOn: "2027-03-01",
    joinedOn: "2027-03-01",
  });
  expect(() => moveStatus(wb, { role: "mentor", code, status: "обучен", trainedOn: day("2027-03-16") })).toThrow(
    "16.03.2027 ещё не наступила",
  );
});

test("a mentor's pause pauses the pairs at work; the return resumes those whose mentees are there", () => {
  const wb = lifeStand();
  expect(moveStatus(wb, { role: "mentor", code: "Н-001", status: "пауза" }).also).toEqual([
    "Пара П-2027-01 приостановлена.",
    "Пара П-2027-03 приостановлена.",
  ]);
  wb.update(people, "Р-003", { employment: "длительно отсутствует" });
  expect(moveStatus(wb, { role: "mentor", code: "Н-001", status: "действующий" }).also).toEqual([
    "Пара П-2027-01 не возобновлена: Снегирёва Анна Олеговна — занятость «длительно отсутствует».",
    "Пара П-2027-03 возобновлена.",
  ]);
  expect(wb.find(pairs, "П-2027-03")).toMatchObject({
    status: "действует",
    note: "Приостановлена с 15.03.2027.\nВозобновлена с 15.03.2027.",
  });
});

test("whoever goes on waiting keeps the first day; support without a pair names somebody", () => {
  const wb = lifeStand();
  expect(() =>
    moveStatus(wb, { role: "mentee", code: "М-004", status: "сопровождение без пары", support: " " }),
  ).toThrow("не указано, кто сопровождает");
  wb.update(pairs, "П-2027-04", { status: "прекращена досрочно" });
  moveStatus(wb, { role: "mentee", code: "М-004", status: "сопровождение без пары", support: "педагог-психолог" });
  moveStatus(wb, { role: "mentee", code: "М-004", status: "ожидает подбора" });
  expect(wb.find(mentees, "М-004")?.waitingSince).toBe("2026-09-03");
  moveStatus(wb, { role: "mentee", code: "М-004", status: "отказ" });
  moveStatus(wb, { role: "mentee", code: "М-004", status: "повторно ожидает" });
  expect(wb.find(mentees, "М-004")?.waitingSince).toBe(TODAY);
});

test("a status that is typed already takes the details that it lacks", () => {
  const wb = lifeStand();
  wb.update(mentors, "Н-002", { approvedOn: null, approvalPaper: null });
  moveStatus(wb, {
    role: "mentor",
    code: "Н-002",
    status: "действующий",
    approvedOn: day("2026-09-10"),
    approvalPaper: "приказ № 84-02",
  });
  expect(wb.find(mentors, "Н-002")).toMatchObject({ status: "действующий", approvalPaper: "приказ № 84-02" });
});
