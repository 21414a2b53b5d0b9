// A small school in memory for the tests of a person's card: people, roles, papers and pairs by a word each.
import type { CONSENT_KIND } from "../src/bank/consents.table";
import { consents } from "../src/bank/consents.table";
import { mentees, type MenteeDraft } from "../src/bank/mentees.table";
import { mentors, type MentorDraft } from "../src/bank/mentors.table";
import { EMPLOYMENT, people, type Person } from "../src/bank/people.table";
import { pairs, type PairDraft } from "../src/pairing/pairs.table";
import { cardOf } from "../src/person/card";
import { cardMore } from "../src/person/cardMore";
import type { CardMore, CardStep, PersonCard } from "../src/person/cardView";
import { FORM_STATUS, forms } from "../src/questionnaires/forms.table";
import type { CalendarDate } from "../src/workbook/calendarDate";
import { memoryWorkbook, type MemoryWorkbook } from "./memoryWorkbook";

export const TODAY = "2026-11-21";
export const day = (text: string) => text as CalendarDate;

/** A school of one person after another. */
export class Bank {
  readonly wb: MemoryWorkbook = memoryWorkbook(TODAY);

  person(fullName: string, patch: Partial<Person> = {}): Person {
    return this.wb.add(people, {
      fullName,
      post: "учитель",
      subject: "математика",
      experienceYears: 12,
      hiredOn: day("2020-09-01"),
      email: "teacher@school.example",
      employment: EMPLOYMENT.working,
      updatedOn: day("2026-09-01"),
      ...patch,
    });
  }

  mentor(status: MentorDraft["status"], patch: Partial<MentorDraft> = {}, name = "Вершинин Олег Ильич"): Person {
    const person = this.person(name);
    this.wb.add(mentors, {
      person: person.code,
      fullName: name,
      status,
      competences: ["методика обучения"],
      hoursPerMonth: 4,
      formats: ["очно"],
      ...patch,
    });
    return person;
  }

  mentee(status: MenteeDraft["status"], patch: Partial<MenteeDraft> = {}, name = "Снегирёва Анна Олеговна"): Person {
    const person = this.person(name, { experienceYears: 1 });
    this.wb.add(mentees, {
      person: person.code,
      fullName: name,
      status,
      category: "молодой специалист",
      request: "Дисциплина на уроке",
      difficulties: ["методика обучения"],
      strengths: "Любит детей",
      updatedOn: day("2026-09-01"),
      ...patch,
    });
    return person;
  }

  consents(person: Person, ...kinds: (typeof CONSENT_KIND)[keyof typeof CONSENT_KIND][]): void {
    for (const kind of kinds) this.wb.add(consents, { person: person.code, kind, givenOn: day("2026-09-01") });
  }

  pair(status: PairDraft["status"], patch: Partial<PairDraft> = {}): string {
    const mentor = this.wb.all(mentors)[0]?.code ?? "";
    const mentee = this.wb.all(mentees)[0]?.code ?? "";
    const term = { startsOn: day("2026-09-14"), endsOn: day("2027-05-31") };
    return this.wb.add(pairs, { status, mentor, mentees: [mentee], ...term, ...patch }).code;
  }

  card({ code }: Person): PersonCard {
    const person = this.wb.find(people, code);
    if (!person) throw new Error(`There is no ${code}.`);
    return cardOf(this.wb, person, false);
  }

  more(person: Person): CardMore {
    return cardMore(this.wb, this.card(person).ask);
  }

  /** An open form. */
  form(questionnaire: string): string {
    const form = { questionnaire, title: "Анкета", status: FORM_STATUS.open, deadline: day("2026-12-01") } as const;
    return this.wb.add(forms, form).code;
  }

  /** What the card says first. */
  next(person: Person): CardStep | undefined {
    return this.card(person).steps[0];
  }
}
