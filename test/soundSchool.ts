// A school in memory in which nothing is wrong: a mentor with one mentee, consents, order and programme.
import { CONSENT_KIND, consents } from "../src/bank/consents.table";
import { mentees } from "../src/bank/mentees.table";
import { mentors } from "../src/bank/mentors.table";
import { people } from "../src/bank/people.table";
import { documents } from "../src/documents/documents.table";
import { pairs } from "../src/pairing/pairs.table";
import { activities } from "../src/programmes/activities.table";
import { programmes } from "../src/programmes/programmes.table";
import { settings } from "../src/school/settings.table";
import type { CalendarDate } from "../src/workbook/calendarDate";
import { memoryWorkbook, type MemoryWorkbook } from "./memoryWorkbook";

const TODAY = "2026-11-21";
const day = (text: string) => text as CalendarDate;

/** A mentor with one mentee, everything in order. */
export function soundSchool(): MemoryWorkbook {
  const wb = memoryWorkbook(TODAY, {
    directions: ["Методика обучения"],
    mentoringForms: ["педагог — педагог"],
    mentoringKinds: [],
    menteeCategories: [],
  });
  wb.setSettings(settings, {
    schoolFullName: "МБОУ «СОШ № 7»",
    schoolKind: "школа",
    place: "г. Заречный Бор",
    headName: "Вершинина Ольга Павловна",
    headPost: "директор",
    curatorName: "Кузнецов Игорь Львович",
    curatorPost: "заместитель директора",
    schoolYear: "2026/2027",
    yearStart: day("2026-09-01"),
    yearEnd: day("2027-05-31"),
    mentorCapacity: 1,
  });
  const worker = (fullName: string, birthYear: number, email: string) =>
    wb.add(people, {
      fullName,
      sex: "женский",
      post: "учитель",
      birthYear,
      email,
      employment: "работает",
      hiredOn: day("2020-09-01"),
      updatedOn: day("2026-09-01"),
    });
  const guide = worker("Соловьёва Алёна Петровна", 1980, "solovyova@school.ru");
  const novice = worker("Петрова Анна Ильинична", 2000, "petrova@school.ru");
  const mentor = wb.add(mentors, {
    person: guide.code,
    fullName: guide.fullName,
    status: "действующий",
    approvedOn: day("2026-09-01"),
    approvalPaper: "приказ № 5",
    trainedOn: day("2026-09-01"),
    agreementNumber: "5",
    agreementOn: day("2026-09-01"),
  });
  const mentee = wb.add(mentees, {
    person: novice.code,
    fullName: novice.fullName,
    status: "закреплён",
    difficulties: ["Методика обучения"],
    updatedOn: day("2026-09-01"),
  });
  for (const { code: person, fullName } of [guide, novice]) {
    for (const kind of [CONSENT_KIND.personalData, CONSENT_KIND.mentoring, CONSENT_KIND.pair]) {
      wb.add(consents, { person, fullName, kind, givenOn: day("2026-09-01"), validUntil: day("2027-08-31") });
    }
  }
  const order = wb.add(documents, {
    paper: "Приказ",
    status: "подписан",
    number: "1-н/2026",
    signedOn: day("2026-09-10"),
  });
  const pair = wb.add(pairs, {
    status: "действует",
    mentor: mentor.code,
    mentorName: guide.fullName,
    mentees: [mentee.code],
    menteeNames: novice.fullName,
    directions: ["Методика обучения"],
    startsOn: day("2026-09-14"),
    endsOn: day("2027-05-31"),
    order: order.code,
  });
  const programme = wb.add(programmes, {
    pair: pair.code,
    title: `${guide.fullName} — ${novice.fullName}`,
    status: "реализуется",
    startsOn: day("2026-09-14"),
    endsOn: day("2027-05-31"),
  });
  wb.add(activities, { programme: programme.code, content: "Посещение урока", dueOn: day("2026-10-01") });
  return wb;
}
