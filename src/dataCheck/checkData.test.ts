// What the data check finds: nothing in a sound school, and one group for each thing that is made wrong in it.
import type { MemoryWorkbook } from "../../test/memoryWorkbook";
import { soundSchool } from "../../test/soundSchool";
import { CONSENT_KIND, consents } from "../bank/consents.table";
import { mentees } from "../bank/mentees.table";
import { mentors } from "../bank/mentors.table";
import { people } from "../bank/people.table";
import { declensions } from "../documents/declensions.table";
import { acquaintances } from "../documents/acquaintances.table";
import { documents } from "../documents/documents.table";
import { pairingTerms } from "../pairing/pairingTerms.table";
import { pairs } from "../pairing/pairs.table";
import { activities } from "../programmes/activities.table";
import { programmes } from "../programmes/programmes.table";
import { answers } from "../questionnaires/answers.table";
import { forms } from "../questionnaires/forms.table";
import { invitations } from "../questionnaires/invitations.table";
import { settings } from "../school/settings.table";
import { TABS } from "../tables";
import type { CalendarDate } from "../workbook/calendarDate";
import { CHECKS, checkData } from "./checkData";

const TODAY = "2026-11-21";
const day = (text: string) => text as CalendarDate;

/** Keys of the groups with the first finding of each. */
function found(wb: MemoryWorkbook): [string, string | undefined][] {
  return checkData(wb, TABS).groups.map(({ key, faults }) => [key, faults[0]?.code ?? undefined]);
}

test("nothing is found in a sound school", () => {
  expect(checkData(soundSchool(), TABS)).toEqual({ groups: [], faults: 0, people: 2, mentors: 1, mentees: 1 });
});

test("every check has a key and words of its own", () => {
  for (const field of ["key", "mend"] as const)
    expect(new Set(CHECKS.map((check) => check[field])).size).toBe(CHECKS.length);
});

const [GUIDE, NOVICE, MENTOR, MENTEE, PAIR, PROGRAMME, ORDER] = [
  "Р-001",
  "Р-002",
  "Н-001",
  "М-001",
  "П-2026-01",
  "ПП-2026-01",
  "Д-2026-01",
] as const;
const anotherPair = {
  status: "действует",
  mentor: MENTOR,
  mentees: [MENTEE],
  startsOn: day("2026-09-14"),
  endsOn: day("2027-05-31"),
  order: ORDER,
} as const;
const names = { mentorName: "Соловьёва Алёна Петровна", menteeNames: "Петрова Анна Ильинична" };

const termNames = { mentorName: names.mentorName, menteeName: names.menteeNames };

describe("one thing made wrong is one group", () => {
  test.each<[string, (wb: MemoryWorkbook) => void, string, string]>([
    [
      "a person twice",
      (wb) => wb.add(people, { ...wb.all(people)[0], fullName: "Соловьева Алена Петровна" }),
      "twins",
      "Р-003",
    ],
    [
      "a likely slip in a name",
      (wb) => wb.add(people, { ...wb.all(people)[0], fullName: "Соловьёва Олёна Петровна", email: null }),
      "maybeTwins",
      "Р-003",
    ],
    [
      "initials",
      (wb) => wb.add(people, { ...wb.all(people)[1], fullName: "Орлова В. Л.", email: null }),
      "shortName",
      "Р-003",
    ],
    ["no sex where the patronymic tells it", (wb) => wb.update(people, GUIDE, { sex: null }), "sex", GUIDE],
    [
      "an address of two people",
      (wb) => wb.update(people, NOVICE, { email: "solovyova@school.ru" }),
      "sharedEmail",
      GUIDE,
    ],
    ["hired as a child", (wb) => wb.update(people, GUIDE, { hiredOn: day("1990-09-01") }), "personDates", GUIDE],
    [
      "experience longer than life allows",
      (wb) => wb.update(people, NOVICE, { experienceYears: 20 }),
      "personDates",
      NOVICE,
    ],
    [
      "a mentor's row twice",
      (wb) => wb.add(mentors, { person: GUIDE, fullName: "Соловьёва Алёна Петровна" }),
      "repeatedRole",
      "Н-002",
    ],
    [
      "a condition of pairing typed twice",
      (wb) => {
        for (let time = 0; time < 2; time++)
          wb.add(pairingTerms, { kind: "закрепить вместе", mentor: MENTOR, mentee: MENTEE, ...termNames });
      },
      "pairingTerms",
      "У-002",
    ],
    [
      "a pin and a ban of the same two",
      (wb) => {
        for (const kind of ["закрепить вместе", "никогда вместе"] as const)
          wb.add(pairingTerms, { kind, mentor: MENTOR, mentee: MENTEE, ...termNames });
      },
      "pairingTerms",
      "У-002",
    ],
    [
      "a status without the head's decision",
      (wb) => wb.update(mentors, MENTOR, { approvedOn: null }),
      "status",
      MENTOR,
    ],
    [
      "a status typed without a pair",
      (wb) =>
        wb.add(mentees, {
          person: GUIDE,
          fullName: "Соловьёва Алёна Петровна",
          status: "закреплён",
          updatedOn: day(TODAY),
        }),
      "status",
      "М-002",
    ],
    [
      "waiting nobody knows since when",
      (wb) =>
        wb.add(mentees, {
          person: GUIDE,
          fullName: "Соловьёва Алёна Петровна",
          status: "ожидает подбора",
          updatedOn: day(TODAY),
        }),
      "waitingSince",
      "М-002",
    ],
    [
      "an agreement that has ended",
      (wb) => wb.update(mentors, MENTOR, { agreementUntil: day("2026-11-20") }),
      "agreement",
      MENTOR,
    ],
    [
      "a pair at work whose mentor has no agreement",
      (wb) => wb.update(mentors, MENTOR, { agreementOn: null, agreementUntil: null }),
      "noAgreement",
      MENTOR,
    ],
    [
      "information older than a year",
      (wb) => wb.update(people, NOVICE, { updatedOn: day("2025-11-20") }),
      "stale",
      NOVICE,
    ],
    [
      "a consent that ends within a month",
      (wb) => wb.update(consents, "С-001", { validUntil: day("2026-12-21") }),
      "expiring",
      "С-001",
    ],
    [
      "a consent signed tomorrow beside a good one",
      (wb) =>
        wb.add(consents, {
          person: GUIDE,
          fullName: "Соловьёва Алёна Петровна",
          kind: CONSENT_KIND.pair,
          givenOn: day("2026-11-22"),
        }),
      "consentDates",
      "С-007",
    ],
    [
      "a consent to publish nobody knows what",
      (wb) =>
        wb.add(consents, {
          person: GUIDE,
          fullName: "Соловьёва Алёна Петровна",
          kind: CONSENT_KIND.publication,
          givenOn: day(TODAY),
        }),
      "publication",
      "С-007",
    ],
    [
      "something published without consent",
      (wb) => wb.update(mentors, MENTOR, { caseLink: "https://school.ru/case" }),
      "published",
      MENTOR,
    ],
    [
      "consents of a pair withdrawn",
      (wb) => wb.update(consents, "С-006", { withdrawnOn: day(TODAY) }),
      "pairConsents",
      PAIR,
    ],
    [
      "over capacity",
      (wb) => {
        const third = wb.add(people, {
          ...wb.all(people)[1],
          fullName: "Орлова Вера Львовна",
          birthYear: 1999,
          email: null,
        });
        const { code } = wb.add(mentees, { ...wb.all(mentees)[0], person: third.code, fullName: third.fullName });
        for (const kind of [CONSENT_KIND.personalData, CONSENT_KIND.pair])
          wb.add(consents, { person: third.code, fullName: third.fullName, kind, givenOn: day(TODAY) });
        wb.update(pairs, PAIR, { mentees: [MENTEE, code], menteeNames: `${names.menteeNames}; ${third.fullName}` });
        wb.update(programmes, PROGRAMME, { title: null });
        wb.update(programmes, PROGRAMME, { title: `${names.mentorName} — ${names.menteeNames}; ${third.fullName}` });
      },
      "capacity",
      PAIR,
    ],
    [
      "two pairs in one direction",
      (wb) => wb.add(pairs, { ...anotherPair, ...names, directions: ["Методика обучения"] }),
      "sameDirection",
      "П-2026-02",
    ],
    [
      "a pair before the mentor was hired",
      (wb) => wb.update(people, GUIDE, { hiredOn: day("2026-10-01") }),
      "pairDates",
      PAIR,
    ],
    ["a pair without an order", (wb) => wb.update(pairs, PAIR, { order: null }), "order", PAIR],
    ["an order without a number", (wb) => wb.update(documents, ORDER, { number: null }), "unsignedDocument", ORDER],
    ["a pair of 15 months", (wb) => wb.update(pairs, PAIR, { endsOn: day("2027-12-31") }), "term", PAIR],
    [
      "a programme of two months",
      (wb) => wb.update(programmes, PROGRAMME, { endsOn: day("2026-11-13") }),
      "term",
      PROGRAMME,
    ],
    [
      "a programme that ends before it begins",
      (wb) => wb.update(programmes, PROGRAMME, { endsOn: day("2026-09-01") }),
      "programmeDates",
      PROGRAMME,
    ],
    [
      "a programme beyond its pair",
      (wb) => wb.update(programmes, PROGRAMME, { endsOn: day("2027-06-30") }),
      "programmeDates",
      PROGRAMME,
    ],
    [
      "an activity after the programme",
      (wb) => wb.update(activities, "А-001", { dueOn: day("2027-07-01") }),
      "activityDates",
      "А-001",
    ],
    [
      "an answer nobody has claimed",
      (wb) => {
        wb.add(forms, { questionnaire: "A1" });
        wb.add(answers, {
          form: "АН-001",
          questionnaire: "A1",
          answeredAt: "2026-11-20T10:00:00+03:00",
          status: "решает куратор",
        });
      },
      "undecided",
      "О-001",
    ],
    [
      "a letter that did not leave",
      (wb) => {
        wb.add(forms, { questionnaire: "A1" });
        wb.add(invitations, { form: "АН-001", person: GUIDE, fullName: names.mentorName, status: "не отправлено" });
      },
      "unsent",
      "ПР-001",
    ],
    [
      "a name that was corrected on one tab only",
      (wb) => wb.update(people, NOVICE, { fullName: "Петрова-Водкина Анна Ильинична" }),
      "names",
      MENTEE,
    ],
    [
      "no head",
      (wb) => {
        wb.setSettings(settings, { headName: null });
      },
      "settings",
      "ФИО руководителя",
    ],
    [
      "last year's dates",
      (wb) => {
        wb.setSettings(settings, { yearStart: day("2025-09-01"), yearEnd: day("2026-05-31") });
      },
      "schoolYear",
      "Конец учебного года",
    ],
    [
      "a declension of nobody",
      (wb) => wb.add(declensions, { kind: "ФИО", nominative: "Иванова Мария", genitive: "Ивановой Марии" }),
      "declensionUnused",
      "СК-001",
    ],
    [
      "double spaces",
      (wb) => {
        wb.type(people, GUIDE, "post", "учитель  истории");
      },
      "spaces",
      GUIDE,
    ],
  ])("%s", (_, spoil, key, code) => {
    const wb = soundSchool();
    spoil(wb);
    expect(found(wb)).toEqual([[key, code]]);
  });

  test("a leaver in a pair breaks the status and the pair", () => {
    const wb = soundSchool();
    wb.update(people, GUIDE, { employment: "уволен" });
    expect(found(wb).sort()).toEqual([
      ["absentInPair", PAIR],
      ["status", MENTOR],
    ]);
  });

  test("a pair of somebody with oneself, and one whose term is over", () => {
    const wb = soundSchool();
    wb.update(mentees, MENTEE, { person: GUIDE, fullName: names.mentorName });
    wb.update(pairs, PAIR, { menteeNames: names.mentorName, endsOn: day("2026-12-31") });
    expect(found(wb).map(([key]) => key)).toContain("selfPair");
    wb.update(pairs, PAIR, { endsOn: day("2026-11-20") });
    expect(found(wb).map(([key]) => key)).toContain("overdue");
  });

  test("an order is to be read within a fortnight by all whom it concerns, whether its list was begun or not", () => {
    const wb = soundSchool();
    wb.update(documents, ORDER, { people: [GUIDE, NOVICE] });
    expect(found(wb)).toEqual([["notAcquainted", ORDER]]);
    const row = { document: ORDER, acquaintedOn: day("2026-09-11"), way: "подпись" } as const;
    wb.add(acquaintances, { ...row, person: GUIDE, fullName: names.mentorName });
    expect(found(wb)).toEqual([]);
    const { code } = wb.add(acquaintances, { ...row, person: NOVICE, fullName: names.menteeNames, acquaintedOn: null });
    expect(found(wb)).toEqual([["notAcquainted", ORDER]]);
    wb.update(documents, ORDER, { signedOn: day("2026-11-10") });
    expect(found(wb)).toEqual([]);
    wb.update(documents, ORDER, { signedOn: day("2026-09-10"), status: "заменён" });
    expect(found(wb).map(([key]) => key)).not.toContain("notAcquainted");
    wb.update(documents, ORDER, { status: "подписан" });
    wb.update(acquaintances, code, { acquaintedOn: day("2026-09-11") });
    expect(found(wb)).toEqual([]);
  });

  test("a consent that has run out is told once, unless a later one holds", () => {
    const wb = soundSchool();
    const old = {
      person: GUIDE,
      fullName: names.mentorName,
      kind: CONSENT_KIND.publication,
      givenOn: day("2025-01-01"),
    };
    wb.add(consents, { ...old, validUntil: day("2025-12-31") });
    wb.add(consents, { ...old, validUntil: day("2026-10-31") });
    expect(found(wb)).toEqual([["expired", "С-008"]]);
    wb.add(consents, { ...old, givenOn: day(TODAY), publishable: ["должность"], resource: "https://school.ru" });
    expect(found(wb)).toEqual([]);
  });
});

test("errors come first, counts are whole, and no more than a hundred are listed for a tab", () => {
  const wb = soundSchool();
  for (let index = 0; index < 250; index++) {
    wb.add(activities, { programme: PROGRAMME, content: `Занятие ${index}`, dueOn: day("2028-01-01") });
  }
  wb.update(pairs, PAIR, { order: null });
  const { groups, faults } = checkData(wb, TABS);
  expect(groups.map(({ key, level, tabs, faults: listed }) => [key, level, tabs[0]?.count, listed.length])).toEqual([
    ["order", "error", 1, 1],
    ["activityDates", "warning", 250, 100],
  ]);
  expect(faults).toBe(251);
});
