// The card of a person: what it gathers, whom the selected rows mean, and which next thing it puts first.
import * as fc from "fast-check";
import { memoryWorkbook, type MemoryWorkbook } from "../../test/memoryWorkbook";
import { CONSENT_KIND, consents } from "../bank/consents.table";
import { MENTEE_STATUS, mentees, type MenteeDraft } from "../bank/mentees.table";
import { MENTOR_STATUS, mentors, type MentorDraft } from "../bank/mentors.table";
import { EMPLOYMENT, people, type Person } from "../bank/people.table";
import { PAIR_STATUS, pairs, type PairDraft } from "../pairing/pairs.table";
import { activities } from "../programmes/activities.table";
import { programmes } from "../programmes/programmes.table";
import type { CalendarDate } from "../workbook/calendarDate";
import { confirmPerson } from "./calls";
import { cardOf, openCard } from "./card";
import type { PersonCard } from "./cardView";
import { peopleIn } from "./whoIsMeant";

const TODAY = "2026-11-21";
const day = (text: string) => text as CalendarDate;
const M = MENTOR_STATUS;
const E = MENTEE_STATUS;

/** A school of one person after another. */
class Bank {
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

  /** What the card says first. */
  next(person: Person) {
    return this.card(person).steps[0];
  }
}

const MENTORS_PAPERS = [CONSENT_KIND.mentoring, CONSENT_KIND.personalData] as const;
const MENTEES_PAPERS = [CONSENT_KIND.pair, CONSENT_KIND.personalData] as const;

describe("the one next thing", () => {
  test("a waiting mentee is to be given a mentor, and the days of waiting are said in words", () => {
    const bank = new Bank();
    const person = bank.mentee(E.waiting, { waitingSince: day("2026-10-29") });
    bank.consents(person, ...MENTEES_PAPERS);
    expect(bank.card(person).mentee?.waitingDays).toBe(23);
    expect(bank.next(person)).toMatchObject({
      why: "Ждёт наставника 23 дня.",
      due: "2026-11-28",
      overdue: false,
      action: { do: "openPage", page: "openPairing" },
    });
  });

  test("whoever waits for a mentor without the written consents signs them first", () => {
    const bank = new Bank();
    const person = bank.mentee(E.waiting, { waitingSince: day("2026-11-20") });
    bank.consents(person, CONSENT_KIND.pair);
    expect(bank.next(person)).toMatchObject({
      key: "consents",
      action: { do: "recordConsents", kinds: [CONSENT_KIND.personalData] },
    });
  });

  test.each([
    [M.answered, M.recommended],
    [M.recommended, M.approved],
    [M.approved, M.trained],
  ])("a mentor with all papers goes from «%s» to «%s»", (status, to) => {
    const bank = new Bank();
    const approved = { approvedOn: day("2026-09-02"), approvalPaper: "приказ № 5" };
    const person = bank.mentor(status, status === M.approved ? approved : {});
    bank.consents(person, ...MENTORS_PAPERS);
    expect(bank.next(person)?.action).toEqual({ do: "moveStatus", role: "mentor", to });
  });

  test("a status that was typed and is not true is pointed out", () => {
    const bank = new Bank();
    const person = bank.mentor(M.approved);
    bank.consents(person, ...MENTORS_PAPERS);
    const step = bank.next(person);
    expect(step?.why).toContain("утверждён");
    expect(step?.action).toMatchObject({ do: "showRow", place: { tab: "Наставники" } });
  });

  test("a leaver who is still in a pair comes before everything else", () => {
    const bank = new Bank();
    const mentor = bank.mentor(M.active);
    bank.mentee(E.paired);
    bank.pair(PAIR_STATUS.active);
    bank.wb.update(people, mentor.code, { employment: EMPLOYMENT.dismissed, awayFrom: day("2026-11-10") });
    expect(bank.card(mentor).steps[0]).toMatchObject({
      why: "Уволен(а), но остаётся в паре (с 10.11.2026).",
      overdue: true,
      action: { do: "leave" },
    });
  });

  test("a withdrawn consent in a pair leads to what it touches", () => {
    const bank = new Bank();
    bank.mentor(M.active);
    const mentee = bank.mentee(E.paired);
    bank.pair(PAIR_STATUS.active);
    bank.consents(mentee, ...MENTEES_PAPERS);
    const given = bank.wb.all(consents).find(({ kind }) => kind === CONSENT_KIND.personalData);
    bank.wb.update(consents, given?.code ?? "", { withdrawnOn: day("2026-11-20") });
    const card = bank.card(mentee);
    expect(card.steps[0]?.action).toEqual({ do: "withdraw" });
    expect(card.consents.map(({ state }) => state).sort()).toEqual(["действует", "отозвано"]);
  });

  test("a pair whose term is over is overdue; one that ends within a month asks for the final survey", () => {
    const bank = new Bank();
    const mentor = bank.mentor(M.active, {
      approvedOn: day("2025-09-02"),
      approvalPaper: "приказ № 5",
      trainedOn: day("2025-09-03"),
      agreementOn: day("2025-09-02"),
    });
    bank.mentee(E.paired);
    bank.consents(mentor, ...MENTORS_PAPERS);
    const code = bank.pair(PAIR_STATUS.active, { endsOn: day("2026-11-20") });
    expect(bank.next(mentor)).toMatchObject({ key: `pairOver ${code}`, due: "2026-11-20", overdue: true });
    bank.wb.update(pairs, code, { endsOn: day("2026-12-15") });
    expect(bank.next(mentor)).toMatchObject({ key: `pairEnding ${code}`, overdue: false });
  });

  test("information older than a year is confirmed by one press, for the mentee's row too", () => {
    const bank = new Bank();
    const person = bank.mentee(E.refused, { updatedOn: day("2025-01-01") });
    bank.wb.update(people, person.code, { updatedOn: day("2025-10-01") });
    expect(bank.next(person)).toMatchObject({ due: "2026-10-01", overdue: true, action: { do: "confirm" } });
    confirmPerson(bank.wb, person.code);
    expect(bank.next(person)).toBeUndefined();
    expect(bank.wb.all(mentees)[0]?.updatedOn).toBe(TODAY);
  });

  test("somebody without a role may become a mentor or a mentee, a beginner rather a mentee", () => {
    const bank = new Bank();
    const expert = bank.person("Вершинин Олег Ильич");
    const beginner = bank.person("Снегирёва Анна Олеговна", { experienceYears: 1 });
    const roles = (person: Person) => bank.card(person).steps.map(({ action }) => action);
    expect(roles(expert)).toEqual([
      { do: "giveRole", role: "mentor" },
      { do: "giveRole", role: "mentee" },
    ]);
    expect(roles(beginner)[0]).toEqual({ do: "giveRole", role: "mentee" });
  });

  test("nobody who has left, or taken the consent back, is offered a role", () => {
    const bank = new Bank();
    const gone = bank.person("Вершинин Олег Ильич", { employment: EMPLOYMENT.dismissed });
    const silent = bank.person("Снегирёва Анна Олеговна");
    const { code } = bank.wb.add(consents, {
      person: silent.code,
      kind: CONSENT_KIND.personalData,
      givenOn: day("2026-09-01"),
    });
    bank.wb.update(consents, code, { withdrawnOn: day("2026-10-01") });
    expect(bank.card(gone).steps).toEqual([]);
    expect(bank.card(silent).steps).toEqual([]);
  });

  test("whatever the statuses, steps are in order, have words, and no two have one key", () => {
    const anyOf = <T>(values: readonly T[]) => fc.constantFrom<T | null>(null, ...values);
    fc.assert(
      fc.property(
        anyOf(Object.values(M)),
        anyOf(Object.values(E)),
        anyOf(Object.values(PAIR_STATUS)),
        anyOf(Object.values(EMPLOYMENT)),
        fc.subarray(Object.values(CONSENT_KIND)),
        (mentorStatus, menteeStatus, pairStatus, employment, kinds) => {
          const bank = new Bank();
          // One person in both roles, as in reverse mentoring.
          const person = bank.mentor(mentorStatus);
          bank.wb.add(mentees, { person: person.code, status: menteeStatus });
          bank.wb.update(people, person.code, { employment });
          bank.pair(pairStatus);
          bank.consents(person, ...kinds);
          const { steps } = bank.card(person);
          const ranks = steps.map(({ rank }) => rank);
          expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
          expect(new Set(steps.map(({ key }) => key)).size).toBe(steps.length);
          for (const { label, why, rank } of steps) {
            expect(label).toMatch(/^[А-ЯЁ]/);
            expect(why).toMatch(/^[А-ЯЁ][^]*\.$/);
            expect(why).not.toMatch(/undefined|null|\[object/);
            expect(rank).toBeGreaterThanOrEqual(0);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("what the card gathers", () => {
  test("pairs now and before, with whom, from either side", () => {
    const bank = new Bank();
    const mentor = bank.mentor(M.active);
    const mentee = bank.mentee(E.paired);
    bank.pair(PAIR_STATUS.finished, { startsOn: day("2025-09-01") });
    bank.pair(PAIR_STATUS.active);
    const [now, before] = bank.card(mentor).pairs;
    expect(now).toMatchObject({ role: "mentor", stage: "inForce", partners: [{ code: mentee.code }] });
    expect(before).toMatchObject({ stage: "over" });
    expect(bank.card(mentee).pairs[0]?.partners).toMatchObject([{ fullName: "Вершинин Олег Ильич" }]);
    expect(bank.card(mentor).mentor?.load).toBe(1);
  });

  test("a consent that ends within a month is expiring, unless a longer one is there", () => {
    const bank = new Bank();
    const person = bank.person("Вершинин Олег Ильич");
    const kind = CONSENT_KIND.personalData;
    bank.wb.add(consents, {
      person: person.code,
      kind,
      givenOn: day("2025-12-01"),
      validUntil: day("2026-12-01"),
    });
    expect(bank.card(person).consents).toMatchObject([{ state: "истекает" }]);
    bank.consents(person, kind);
    expect(bank.card(person).consents.map(({ state }) => state)).toEqual(["действует", "действует"]);
  });

  test("hostile names come through as they are, for the page to escape", () => {
    const bank = new Bank();
    const name = `<img src=x onerror=alert(1)> =HYPERLINK("http://evil.example")`;
    const person = bank.person(name);
    expect(bank.card(person).fullName).toBe(name);
    expect(JSON.stringify(bank.card(person))).not.toContain("imported");
  });

  test("a code that leads to nobody in a pair is shown as it is", () => {
    const bank = new Bank();
    const mentee = bank.mentee(E.paired);
    bank.pair(PAIR_STATUS.active, { mentor: "Н-999" });
    expect(bank.card(mentee).pairs[0]?.partners).toEqual([{ code: "", fullName: "Н-999", post: "" }]);
  });
});

describe("whom the selected rows mean", () => {
  test("a row of any tab leads to its person, a pair's row to both", () => {
    const bank = new Bank();
    const mentor = bank.mentor(M.active);
    const mentee = bank.mentee(E.paired);
    const pair = bank.pair(PAIR_STATUS.active);
    const programme = bank.wb.add(programmes, { pair });
    const activity = bank.wb.add(activities, { programme: programme.code, content: "Посещение урока" });
    const { wb } = bank;
    expect(peopleIn(wb, [[mentor.code, "Вершинин Олег Ильич"]]).people).toEqual([mentor.code]);
    expect(peopleIn(wb, [["Н-001", mentor.code, "…"]]).people).toEqual([mentor.code]);
    expect(peopleIn(wb, [["О-17", "АН-01", "mentee", mentee.code, "кто-то"]]).people).toEqual([mentee.code]);
    for (const row of [
      [pair, "действует", "Н-001", "…", "М-001"],
      [programme.code, pair],
      [activity.code, programme.code, "1"],
    ]) {
      expect(peopleIn(wb, [row]).people).toEqual([mentor.code, mentee.code]);
    }
    expect(openCard(wb, peopleIn(wb, [[pair]])).choices).toHaveLength(2);
  });

  test("codes with Latin letters and odd dashes are read; a broken one gives way to the name", () => {
    const bank = new Bank();
    const person = bank.mentor(M.active);
    expect(peopleIn(bank.wb, [["p–001"]]).people).toEqual([person.code]);
    const broken = peopleIn(bank.wb, [["Р-О0!", "вершинин  О. И."]]);
    expect(broken).toEqual({ people: [person.code], byName: true });
    expect(openCard(bank.wb, broken).card?.byName).toBe(true);
  });

  test("two people of one name are never taken for one another: the curator chooses, told by the post", () => {
    const bank = new Bank();
    bank.person("Вершинин Олег Ильич");
    bank.person("Вершинин Олег Ильич", { post: "воспитатель", subject: null });
    const { card, choices } = openCard(bank.wb, peopleIn(bank.wb, [["без кода", "Вершинин Олег Ильич"]]));
    expect(card).toBeNull();
    expect(choices.map(({ post }) => post)).toEqual(["учитель, математика", "воспитатель"]);
  });

  test("headings, empty rows and strangers lead to nobody, and the card says what to do", () => {
    const bank = new Bank();
    bank.person("Вершинин Олег Ильич");
    for (const row of [
      ["Код", "ФИО", "Должность"],
      ["", ""],
      ["Р-777", "Неизвестный Пётр Львович"],
    ]) {
      const opened = openCard(bank.wb, peopleIn(bank.wb, [row]));
      expect(opened.card).toBeNull();
      expect(opened.nobody).toContain("Выделите строку");
    }
  });

  test("a person who was deleted while the card was open is gone, in words", () => {
    const bank = new Bank();
    const person = bank.person("Вершинин Олег Ильич");
    bank.wb.remove(people, person.code);
    expect(openCard(bank.wb, { people: [person.code], byName: false }).nobody).not.toBeNull();
    expect(() => confirmPerson(bank.wb, person.code)).toThrow("уже нет");
  });
});
