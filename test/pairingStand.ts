// A small school for tests of pairing: two mentors, three mentees, and pairs as the dialog sends them.
import { diagnostics } from "../src/bank/diagnostics.table";
import { mentees } from "../src/bank/mentees.table";
import { mentors } from "../src/bank/mentors.table";
import { people } from "../src/bank/people.table";
import type { PairToSave } from "../src/pairing/pairingView";
import { settings } from "../src/school/settings.table";
import type { CalendarDate } from "../src/workbook/calendarDate";
import { memoryWorkbook, type MemoryWorkbook } from "./memoryWorkbook";

const day = (text: string): CalendarDate => text as CalendarDate;

/** Two mentors with one place each and three mentees, on 10 September 2026. */
export function pairingSchool(dictionaries: Readonly<Record<string, readonly string[]>> = {}): MemoryWorkbook {
  const wb = memoryWorkbook("2026-09-10", dictionaries);
  wb.setSettings(settings, {
    schoolKind: "школа",
    schoolYear: "2026/2027",
    yearStart: day("2026-09-01"),
    yearEnd: day("2027-05-31"),
    mentorCapacity: 1,
  });
  for (const [fullName, subject, experienceYears] of [
    ["Ландышева Вера Павловна", "математика", 25],
    ["Хвойный Пётр Ильич", "история", 18],
    ["Снегирёва Анна Олеговна", "математика", 1],
    ["Дроздов Иван Макарович", "история", 0],
    ["Зябликова Ольга Юрьевна", "биология", 2],
  ] as const) {
    wb.add(people, { fullName, subject, experienceYears, post: `учитель (${subject})`, employment: "работает" });
  }
  wb.add(mentors, {
    person: "Р-001",
    competences: ["Методика обучения", "Работа с родителями"],
    status: "анкета получена",
  });
  wb.add(mentors, { person: "Р-002", competences: ["Методика обучения"], status: "действующий" });
  for (const person of ["Р-003", "Р-004", "Р-005"]) {
    wb.add(mentees, {
      person,
      status: "ожидает подбора",
      difficulties: person === "Р-005" ? ["ИКТ и цифровая среда"] : ["Методика обучения"],
      category: "молодой специалист",
      waitingSince: day("2026-09-01"),
    });
  }
  wb.add(diagnostics, { person: "Р-003", doneOn: day("2026-09-05"), direction: "Методика обучения", severity: 3 });
  wb.add(diagnostics, { person: "Р-003", doneOn: day("2026-09-05"), direction: "Работа с родителями", severity: 2 });
  return wb;
}

/** A pair as the dialog sends it when nothing but the people is chosen. */
export function plainPair(mentor: string, ...mentees: string[]): PairToSave {
  const nothing = { form: null, kinds: [], directions: [], goals: "", meetingOn: "", channel: "", mirrors: false };
  return { mentor, mentees, ...nothing };
}
