// The columns of the banks that follow from pairs and diagnoses: right, and written only where they have changed.
import { day, lifeStand, TODAY } from "../../test/lifeStand";
import { diagnostics } from "../bank/diagnostics.table";
import { mentees } from "../bank/mentees.table";
import { mentors } from "../bank/mentors.table";
import { people } from "../bank/people.table";
import { bankColumnsHold, refreshBankColumns } from "./bankColumns";
import { endPairs } from "./endPairs";
import { pairs } from "./pairs.table";

test("say who works with whom now, in what form and where; a second time there is nothing to write", () => {
  const wb = lifeStand();
  wb.update(people, "Р-002", { workplace: "МБОУ СОШ № 3" });
  expect(refreshBankColumns(wb)).toBe(5);
  expect(wb.find(mentors, "Н-001")).toMatchObject({
    menteesNow: "Снегирёва Анна Олеговна; Дроздов Иван Макарович; Зябликова Ольга Юрьевна",
    pairForms: "педагог — педагог",
    finishedOn: null,
    results: null,
  });
  expect(wb.find(mentees, "М-002")).toMatchObject({
    mentorsNow: "Хвойный Пётр Ильич; Ландышева Вера Павловна",
    mentorsWorkplaces: "МБОУ СОШ № 3",
  });
  // A pair that is only proposed is nobody's work yet.
  expect(wb.find(mentees, "М-004")?.mentorsNow).toBeNull();
  expect(bankColumnsHold(wb)).toBe(true);
  expect(refreshBankColumns(wb)).toBe(0);
});

test("tell the end and the outcome, and leave the curator's mark and an older bank's words alone", () => {
  const wb = lifeStand();
  refreshBankColumns(wb);
  wb.update(mentees, "М-001", { completion: "нет" });
  wb.update(mentees, "М-004", { finishedOn: day("2024-05-31"), diagnosis: "из прежнего банка" });
  wb.update(pairs, "П-2027-02", { status: "завершена" });
  endPairs(wb, [
    { pair: "П-2027-01", on: day(TODAY), reason: "увольнение", mentee: null },
    { pair: "П-2027-03", on: day(TODAY), reason: "увольнение", mentee: null },
  ]);
  refreshBankColumns(wb);
  expect(wb.find(mentors, "Н-001")).toMatchObject({
    menteesNow: null,
    pairForms: "педагог — педагог",
    finishedOn: TODAY,
    results: "прекращено досрочно — 2 (увольнение)",
  });
  expect(wb.find(mentees, "М-001")).toMatchObject({ finishedOn: TODAY, completion: "нет" });
  // Of two pairs the one that lasted longer decides.
  expect(wb.find(mentees, "М-002")).toMatchObject({ finishedOn: "2027-05-31", completion: "да" });
  expect(wb.find(mentees, "М-003")?.completion).toBe("досрочно");
  expect(wb.find(mentees, "М-004")).toMatchObject({ finishedOn: "2024-05-31", diagnosis: "из прежнего банка" });
});

test("repeat the latest diagnosis in words", () => {
  const wb = lifeStand();
  const row = { person: "Р-003", kind: "диагностика", stage: "на входе", method: "анкета" } as const;
  wb.add(diagnostics, { ...row, doneOn: day("2026-09-05"), direction: "Методика обучения", severity: 3 });
  wb.add(diagnostics, { ...row, doneOn: day("2026-12-05"), direction: "Методика обучения", severity: 1 });
  wb.add(diagnostics, { ...row, doneOn: day("2026-12-05"), direction: "Работа с родителями", severity: 2 });
  wb.add(diagnostics, { ...row, doneOn: day("2026-12-05"), direction: "ИКТ", score: 14, maxScore: 20 });
  wb.add(diagnostics, { person: "Р-003", kind: "запрос", doneOn: day("2027-01-10"), wording: "Помогите с уроком" });
  refreshBankColumns(wb);
  expect(wb.find(mentees, "М-001")?.diagnosis).toBe(
    "05.12.2026, на входе: Работа с родителями — заметные трудности; Методика обучения — небольшие трудности; ИКТ — 14 из 20",
  );
});

test("count the waiting of somebody whose status was typed from the day on which that is seen", () => {
  const wb = lifeStand();
  wb.update(mentees, "М-004", { waitingSince: null });
  refreshBankColumns(wb);
  expect(wb.find(mentees, "М-004")?.waitingSince).toBe(TODAY);
});
