// The card of a person: what it gathers, and which next thing it puts first.
import * as fc from "fast-check";
import { Bank, day, TODAY } from "../../test/personBank";
import { CONSENT_KIND, consents } from "../bank/consents.table";
import { MENTEE_STATUS, mentees } from "../bank/mentees.table";
import { MENTOR_STATUS, mentors } from "../bank/mentors.table";
import { EMPLOYMENT, people, type Person } from "../bank/people.table";
import { PAIR_STATUS, pairs } from "../pairing/pairs.table";
import { intakeReminders } from "../bank/intake/mail";
import { MENTEE_INTAKE } from "../bank/intake/menteeQuestionnaire";
import { MENTOR_INTAKE } from "../bank/intake/mentorQuestionnaire";
import { INVITATION_STATUS, invitations } from "../questionnaires/invitations.table";
import { FINAL_MENTOR } from "../surveys/finalQuestionnaires";
import { activities } from "../programmes/activities.table";
import { programmes } from "../programmes/programmes.table";
import { confirmPerson, remindOne } from "./calls";

const M = MENTOR_STATUS;
const E = MENTEE_STATUS;

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

  test("who is a mentee in a pair and only thinks of mentoring need not consent to mentoring yet", () => {
    const bank = new Bank();
    bank.mentor(M.active);
    const mentee = bank.mentee(E.paired);
    bank.wb.add(mentors, { person: mentee.code, status: M.answered });
    bank.pair(PAIR_STATUS.active);
    bank.consents(mentee, ...MENTEES_PAPERS);
    expect(bank.card(mentee).missingConsents).toEqual([CONSENT_KIND.mentoring]);
    expect(bank.card(mentee).steps.map(({ key }) => key)).not.toContain("consents");
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
    const step = () => bank.more(mentor).steps.find(({ key }) => key === `pairEnding ${code}`);
    expect(step()).toMatchObject({ due: "2026-12-15", overdue: false });
    // The survey has been sent.
    bank.wb.add(invitations, { form: bank.form(FINAL_MENTOR), person: mentor.code, about: code });
    expect(step()).toBeUndefined();
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
      { numRuns: 150 },
    );
  });
});

describe("what comes of programmes and questionnaires", () => {
  test("a pair in force without a programme asks for one; with one, for its overdue activities", () => {
    const bank = new Bank();
    bank.mentor(M.active);
    const mentee = bank.mentee(E.paired);
    const pair = bank.pair(PAIR_STATUS.active);
    expect(bank.more(mentee).steps[0]?.action).toEqual({ do: "makeProgramme", pair });
    const { code: programme } = bank.wb.add(programmes, { pair });
    bank.wb.add(activities, { programme, content: "Беседа", status: "выполнено", dueOn: day("2026-10-01") });
    const late = bank.wb.add(activities, { programme, content: "Посещение урока", dueOn: day("2026-11-20") });
    const more = bank.more(mentee);
    expect(more.programmes).toMatchObject([{ done: 1, activities: 2, overdue: 1 }]);
    expect(more.steps[0]?.action).toEqual({ do: "showRow", place: { tab: "Мероприятия", code: late.code } });
  });

  test("whoever was not asked is invited, whoever has not answered is reminded, not sooner than in two days", () => {
    const bank = new Bank();
    const person = bank.mentor(M.candidate);
    expect(bank.more(person).steps[0]?.action).toMatchObject({ do: "invite", questionnaire: MENTOR_INTAKE });
    const invitation = bank.wb.add(invitations, {
      form: bank.form(MENTOR_INTAKE),
      person: person.code,
      status: INVITATION_STATUS.sent,
      sentAt: "2026-11-20T09:00:00+03:00",
      link: "https://forms.example/1",
    });
    expect(bank.more(person).steps).toEqual([]);
    expect(() => remindOne(bank.wb, invitation.code)).toThrow("Напоминать пока нечего");
    bank.wb.update(invitations, invitation.code, { sentAt: "2026-11-10T09:00:00+03:00" });
    expect(bank.more(person).steps[0]).toMatchObject({
      due: "2026-12-01",
      action: { do: "remind", invitation: invitation.code },
    });
    const other = bank.mentee(E.identified);
    bank.wb.add(invitations, { ...invitation, person: other.code, sentAt: "2026-11-10T09:00:00+03:00" });
    // Only this one is written to, though another waits for a reminder too.
    const { form } = invitation;
    expect(intakeReminders.count(bank.wb, { form, only: invitation.code })).toBe(1);
    expect(intakeReminders.count(bank.wb, { form })).toBe(2);
  });

  test("a beginner without a role is asked what help is needed, an experienced teacher whether he would mentor", () => {
    const bank = new Bank();
    const asked = (patch: Partial<Person>) => bank.card(bank.person("Вершинин Олег Ильич", patch)).ask.questionnaires;
    expect(asked({ experienceYears: 1 })).toEqual([MENTEE_INTAKE]);
    expect(asked({ experienceYears: 20 })).toEqual([MENTOR_INTAKE]);
    expect(asked({ employment: EMPLOYMENT.dismissed })).toEqual([]);
  });

  test("a mentor with free places may be given somebody, one over the norm is pointed out", () => {
    const bank = new Bank();
    const mentor = bank.mentor(M.active, { capacity: 2 });
    bank.mentee(E.paired);
    bank.pair(PAIR_STATUS.active);
    expect(bank.more(mentor).steps.at(-1)?.why).toBe("Свободных мест: 1 из 2.");
    bank.wb.update(mentors, "Н-001", { capacity: 0 });
    expect(bank.more(mentor).steps.map(({ key }) => key)).toContain("overCapacity");
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
