// «Комплект пар»: what is missing by paper, for whom exactly, and who is not to be asked.
import { memoryWorkbook, type MemoryWorkbook } from "../../../test/memoryWorkbook";
import { CONSENT_KIND, consents } from "../../bank/consents.table";
import { mentees } from "../../bank/mentees.table";
import { mentors } from "../../bank/mentors.table";
import { people } from "../../bank/people.table";
import { pairs } from "../../pairing/pairs.table";
import { settings } from "../../school/settings.table";
import type { CalendarDate } from "../../workbook/calendarDate";
import { CATALOGUE } from "../catalogue";
import { loadPacks } from "./loadPacks";
import { joinPacks, type PacksView } from "./packsView";

const GIVEN = "2026-09-02" as CalendarDate;

/** Both halves, as the page joins them. */
const packsOf = (wb: MemoryWorkbook): PacksView =>
  joinPacks(loadPacks(wb, "consents", "2026/2027"), loadPacks(wb, "others", "2026/2027"));

/** A mentor with two mentees in two pairs, one at work and one proposed, and a pair that is over. */
function school(): MemoryWorkbook {
  const wb = memoryWorkbook("2026-10-01");
  wb.setSettings(settings, { schoolYear: "2026/2027" });
  for (const fullName of ["Петрова Анна Ивановна", "Сидоров Илья Сергеевич", "Цой Ия Олеговна"])
    wb.add(people, { fullName });
  wb.add(mentors, { person: "Р-001", fullName: "Петрова Анна Ивановна" });
  wb.add(mentees, { person: "Р-002", fullName: "Сидоров Илья Сергеевич" });
  wb.add(mentees, { person: "Р-003", fullName: "Цой Ия Олеговна" });
  const named = { mentor: "Н-001", mentorName: "Петрова А. И." };
  wb.add(pairs, { ...named, mentees: ["М-001"], menteeNames: "Сидоров И. С.", status: "действует" });
  wb.add(pairs, { ...named, mentees: ["М-002"], menteeNames: "Цой И. О.", status: "предложена" });
  wb.add(pairs, { ...named, mentees: ["М-002"], menteeNames: "Цой И. О.", status: "завершена" });
  return wb;
}

test("what is missing stands by paper, each person once, as subjects of the kinds that make it", () => {
  const { groups, pairs: packs } = packsOf(school());
  expect(groups.map(({ paper, missing }) => [paper, missing.map(({ subject }) => subject)])).toEqual([
    ["personalDataConsent", ["Р-001", "Р-002", "Р-003"]],
    ["mentorConsent", ["Р-001"]],
    ["menteeConsent", ["Р-002", "Р-003"]],
    ["assignmentOrder", ["П-2026-01", "П-2026-02"]],
    ["agreement", ["Р-001-2026-2027"]],
    ["programme", ["П-2026-01", "П-2026-02"]],
  ]);
  expect(groups[1]?.missing[0]?.name).toBe("Петрова Анна Ивановна");
  expect(groups[3]?.missing[0]?.name).toBe("Петрова А. И. — Сидоров И. С.");
  expect(packs.map(({ pair }) => pair)).toEqual(["П-2026-01", "П-2026-02"]);
  expect(packs[0]?.papers).toHaveLength(7);
  expect(packs.some(({ complete }) => complete)).toBe(false);
});

test("the kinds offer exactly the subjects that a pack asks for", () => {
  const wb = school();
  for (const { paper, missing } of packsOf(wb).groups) {
    const kind = CATALOGUE.find((one) => one.paper.key === paper);
    expect(kind).toBeDefined();
    // Papers with a page of their own are chosen there.
    if (kind?.page !== undefined) continue;
    const offered = kind?.subjects?.(wb).map(({ subject }) => subject) ?? [];
    expect(offered).toEqual(expect.arrayContaining(missing.map(({ subject }) => subject)));
  }
});

test("whoever has withdrawn the consent to the use of their data is named, and no paper of theirs is to be made", () => {
  const wb = school();
  wb.add(consents, { person: "Р-002", kind: CONSENT_KIND.personalData, givenOn: GIVEN, withdrawnOn: GIVEN });
  const { groups } = packsOf(wb);
  const consent = groups.find(({ paper }) => paper === "menteeConsent");
  expect(consent?.missing.map(({ subject }) => subject)).toEqual(["Р-003"]);
  expect(consent?.withdrawn).toEqual(["Сидоров Илья Сергеевич"]);
  wb.add(consents, { person: "Р-001", kind: CONSENT_KIND.personalData, givenOn: GIVEN, withdrawnOn: GIVEN });
  const agreement = packsOf(wb).groups.find(({ paper }) => paper === "agreement");
  expect(agreement).toMatchObject({ missing: [], withdrawn: ["Петрова Анна Ивановна"] });
});

test("what has to be renewed stands apart from what is missing", () => {
  const wb = school();
  wb.update(pairs, "П-2026-01", { endsOn: "2027-05-31" as CalendarDate });
  wb.update(mentors, "Н-001", { agreementOn: GIVEN, agreementUntil: "2026-12-31" as CalendarDate });
  const agreement = packsOf(wb).groups.find(({ paper }) => paper === "agreement");
  expect(agreement?.missing).toEqual([]);
  expect(agreement?.ending.map(({ subject }) => subject)).toEqual(["Р-001-2026-2027"]);
});

test("a school without pairs has nothing to show", () => {
  expect(packsOf(memoryWorkbook("2026-10-01"))).toEqual({ groups: [], pairs: [], withdrawn: [] });
});
