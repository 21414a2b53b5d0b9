// A small school for tests of life cycles: two mentors at work, four mentees, pairs in force with consents and programmes.
import { CONSENT_KIND, CONSENT_KINDS, consents } from "../src/bank/consents.table";
import { mentees } from "../src/bank/mentees.table";
import { mentors } from "../src/bank/mentors.table";
import { people } from "../src/bank/people.table";
import { pairs } from "../src/pairing/pairs.table";
import { activities } from "../src/programmes/activities.table";
import { programmes } from "../src/programmes/programmes.table";
import { settings } from "../src/school/settings.table";
import type { CalendarDate } from "../src/workbook/calendarDate";
import { memoryWorkbook, type MemoryWorkbook } from "./memoryWorkbook";

export const day = (text: string): CalendarDate => text as CalendarDate;
export const TODAY = "2027-03-15";

/** Р-001 and Р-002 mentor, Р-003…Р-006 are mentored; П-2027-01 and -02 are pairs, П-2027-03 is a group, -04 is proposed. */
export function lifeStand(today = TODAY): MemoryWorkbook {
  const wb = memoryWorkbook(today);
  wb.setSettings(settings, { schoolYear: "2026/2027", schoolKind: "школа" });
  for (const fullName of [
    "Ландышева Вера Павловна",
    "Хвойный Пётр Ильич",
    "Снегирёва Анна Олеговна",
    "Дроздов Иван Макарович",
    "Зябликова Ольга Юрьевна",
    "Клёстов Олег Ильич",
  ]) {
    const { code } = wb.add(people, {
      fullName,
      post: "учитель",
      employment: "работает",
      email: `${wb.all(people).length + 1}@x.example`,
    });
    for (const kind of CONSENT_KINDS.filter((one) => one !== CONSENT_KIND.publication))
      wb.add(consents, { person: code, fullName, kind, givenOn: day("2026-09-02"), paper: "папка 02-15" });
  }
  for (const person of ["Р-001", "Р-002"]) {
    wb.add(mentors, {
      person,
      fullName: wb.find(people, person)?.fullName ?? null,
      status: "действующий",
      competences: ["Методика обучения"],
      approvedOn: day("2026-09-10"),
      approvalPaper: "приказ № 84-02",
      trainedOn: day("2026-09-12"),
    });
  }
  for (const person of ["Р-003", "Р-004", "Р-005", "Р-006"]) {
    wb.add(mentees, {
      person,
      fullName: wb.find(people, person)?.fullName ?? null,
      status: person === "Р-006" ? "ожидает подбора" : "закреплён",
      difficulties: ["Методика обучения"],
      waitingSince: day("2026-09-03"),
    });
  }
  pairOf(wb, "Н-001", ["М-001"], "действует");
  pairOf(wb, "Н-002", ["М-002"], "действует");
  pairOf(wb, "Н-001", ["М-002", "М-003"], "действует");
  pairOf(wb, "Н-001", ["М-004"], "предложена");
  return wb;
}

function pairOf(
  wb: MemoryWorkbook,
  mentor: string,
  group: readonly string[],
  status: "действует" | "предложена",
): void {
  const { code } = wb.add(pairs, {
    status,
    mentor,
    mentorName: wb.find(mentors, mentor)?.fullName ?? null,
    mentees: group,
    menteeNames: group.map((one) => wb.find(mentees, one)?.fullName ?? one).join("; "),
    mentoringForm: "педагог — педагог",
    schoolYear: "2026/2027",
    startsOn: day("2026-09-14"),
    endsOn: day("2027-05-31"),
  });
  if (status !== "действует") return;
  const programme = wb.add(programmes, { pair: code, status: "реализуется", version: 1 });
  wb.add(activities, { programme: programme.code, content: "Беседа", dueOn: day("2026-10-01"), status: "выполнено" });
  wb.add(activities, { programme: programme.code, content: "Урок", dueOn: day("2027-04-20"), status: "запланировано" });
}
