// Intake answers reach the banks: once, updated by a newer answer, strangers as candidates.
import { memoryWorkbook, type MemoryWorkbook } from "../../../test/memoryWorkbook";
import { createWorld, installGlobals } from "../../../sandbox";
import { letAnswer } from "../../../sandbox/sample/answers";
import { SAMPLE_STAFF } from "../../../sandbox/sample/staff";
import { invitations } from "../../questionnaires/invitations.table";
import { forms } from "../../questionnaires/forms.table";
import type { IncomingAnswer } from "../../questionnaires/pullAnswers";
import {
  DEFAULT_DIRECTIONS,
  DEFAULT_MENTEE_CATEGORIES,
  DEFAULT_MENTORING_FORMS,
  DEFAULT_MENTORING_KINDS,
} from "../../school/mentoringForms";
import { settings } from "../../school/settings.table";
import type { CalendarDate } from "../../workbook/calendarDate";
import { CONSENT_KIND, consents } from "../consents.table";
import { diagnostics, isMeasurement } from "../diagnostics.table";
import { mentees } from "../mentees.table";
import { mentors } from "../mentors.table";
import { EMPLOYMENT, people } from "../people.table";
import { launchIntake, loadIntake, pullIntake } from "./intakeCommands";
import { addressesOf } from "./mail";
import { MENTEE_INTAKE } from "./menteeQuestionnaire";
import { MENTOR_INTAKE } from "./mentorQuestionnaire";
import { intakeConsumers } from "./takeAnswers";

const world = createWorld({ now: "2026-09-01T09:00:00+03:00" });
const installed = installGlobals(world, { user: "curator@school7.example" });
afterAll(() => {
  installed.uninstall();
});

const DEADLINE = "2026-09-20" as CalendarDate;

function bank(): MemoryWorkbook {
  const wb = memoryWorkbook("2026-09-01", {
    directions: DEFAULT_DIRECTIONS,
    menteeCategories: DEFAULT_MENTEE_CATEGORIES,
    mentoringForms: DEFAULT_MENTORING_FORMS,
    mentoringKinds: DEFAULT_MENTORING_KINDS,
  });
  wb.setSettings(settings, { schoolShortName: "МБОУ СОШ № 7", schoolYear: "2026/2027" });
  return wb;
}

/** An answer as the engine hands it over. */
function incoming(wb: MemoryWorkbook, questionnaire: string, patch: Partial<IncomingAnswer>): IncomingAnswer {
  const known = wb.all(forms).find((form) => form.questionnaire === questionnaire);
  return {
    form: known ?? wb.add(forms, { questionnaire }),
    person: null,
    signature: { invited: null, email: null, fullName: null },
    about: null,
    answeredAt: "2026-09-02T10:00:00Z",
    values: {},
    earlier: () => null,
    ...patch,
  };
}

const take = (wb: MemoryWorkbook, questionnaire: string, patch: Partial<IncomingAnswer>) => {
  const taken = intakeConsumers[questionnaire]?.(wb, incoming(wb, questionnaire, patch)) ?? null;
  return typeof taken === "string" || taken === null ? { person: taken, fields: [] } : taken;
};

const REQUEST = {
  wish: "да",
  category: "молодой специалист",
  request: "Как удержать внимание класса",
  format: "очно",
  time: "по средам",
  difficulties: {
    "Методика обучения": "нужна помощь",
    "Работа с родителями": "заметные трудности",
    "Ведение документации": "владею уверенно",
  },
};

describe("a mentee's answer", () => {
  test("fills the bank and the diagnosis, the hardest direction first", () => {
    const wb = bank();
    const { code } = wb.add(people, { fullName: "Петрова Анна Ильинична" });
    expect(take(wb, MENTEE_INTAKE, { person: code, values: REQUEST })).toEqual({ person: code, fields: [] });
    expect(wb.all(mentees)).toMatchObject([
      {
        person: code,
        status: "ожидает подбора",
        request: REQUEST.request,
        difficulties: ["Методика обучения", "Работа с родителями"],
        preferredFormat: "очно, по средам",
        waitingSince: "2026-09-02",
      },
    ]);
    expect(
      wb
        .all(diagnostics)
        .filter(isMeasurement)
        .map(({ direction, severity }) => [direction, severity]),
    ).toEqual([
      ["Методика обучения", 3],
      ["Работа с родителями", 2],
    ]);
  });

  test("taken again changes nothing; a newer one updates the same rows", () => {
    const wb = bank();
    const { code } = wb.add(people, { fullName: "Петрова Анна Ильинична" });
    take(wb, MENTEE_INTAKE, { person: code, values: REQUEST });
    const once = JSON.stringify([wb.all(mentees), wb.all(diagnostics), wb.all(people)]);
    take(wb, MENTEE_INTAKE, { person: code, values: REQUEST });
    expect(JSON.stringify([wb.all(mentees), wb.all(diagnostics), wb.all(people)])).toBe(once);
    take(wb, MENTEE_INTAKE, {
      person: code,
      values: { ...REQUEST, difficulties: { "Методика обучения": "владею уверенно" } },
    });
    expect(wb.all(mentees)).toHaveLength(1);
    expect(
      wb
        .all(diagnostics)
        .filter(isMeasurement)
        .map(({ severity }) => severity),
    ).toEqual([0, 2]);
  });

  test("does not pull a mentee back who is in a pair already, nor enrol somebody who refuses", () => {
    const wb = bank();
    const paired = wb.add(people, { fullName: "Петрова Анна Ильинична" });
    wb.add(mentees, { person: paired.code, status: "закреплён" });
    take(wb, MENTEE_INTAKE, { person: paired.code, values: REQUEST });
    expect(wb.all(mentees)[0]?.status).toBe("закреплён");
    const other = wb.add(people, { fullName: "Орлов Пётр Львович" });
    take(wb, MENTEE_INTAKE, { person: other.code, values: { ...REQUEST, wish: "нет" } });
    expect(wb.all(mentees)).toHaveLength(1);
  });

  test("by a stranger makes one candidate, also when the same answer is taken again after a kill", () => {
    const wb = bank();
    const stranger = { signature: { invited: null, email: null, fullName: "новая МАРИЯ петровна" }, values: REQUEST };
    const first = take(wb, MENTEE_INTAKE, stranger);
    expect(take(wb, MENTEE_INTAKE, stranger)).toEqual(first);
    expect(wb.all(people)).toMatchObject([{ fullName: "Новая Мария Петровна", sex: "женский" }]);
    expect(wb.all(people)[0]?.note).toContain("Проверьте сведения");
    expect(wb.all(mentees)).toMatchObject([{ status: "выявлен" }]);
  });

  test("without any name stays unknown", () => {
    const wb = bank();
    expect(take(wb, MENTEE_INTAKE, { values: REQUEST }).person).toBeNull();
    expect(wb.all(people)).toEqual([]);
  });
});

describe("a mentor's answer", () => {
  const OFFER = {
    wish: "да",
    competences: ["Методика обучения", "Работа с родителями"],
    hoursPerMonth: 6,
    capacity: "2",
    formats: ["очно", "дистанционно"],
    kinds: ["традиционное"],
    comment: "Только не по субботам",
  };

  test("fills the bank and keeps the curator's own notes", () => {
    const wb = bank();
    const { code } = wb.add(people, { fullName: "Орлов Пётр Львович" });
    wb.add(mentors, { person: code, status: "кандидат", note: "Хвалили родители" });
    take(wb, MENTOR_INTAKE, { person: code, values: OFFER });
    expect(wb.all(mentors)).toMatchObject([
      {
        status: "анкета получена",
        competences: OFFER.competences,
        hoursPerMonth: 6,
        capacity: 2,
        formats: ["очно", "дистанционно"],
        note: "Хвалили родители\nТолько не по субботам",
      },
    ]);
  });

  test("with impossible figures is taken without them, and does not demote an approved mentor", () => {
    const wb = bank();
    const { code } = wb.add(people, { fullName: "Орлов Пётр Львович" });
    wb.add(mentors, { person: code, status: "утверждён" });
    take(wb, MENTOR_INTAKE, { person: code, values: { ...OFFER, hoursPerMonth: 9000, capacity: "много" } });
    expect(wb.all(mentors)).toMatchObject([{ status: "утверждён", hoursPerMonth: null, capacity: null }]);
  });
});

test("nobody gets mail who is dismissed or has withdrawn the consent", () => {
  const wb = bank();
  const left = wb.add(people, {
    fullName: "Орлов Пётр Львович",
    email: "o@x.example",
    employment: EMPLOYMENT.dismissed,
  });
  const withdrew = wb.add(people, { fullName: "Петрова Анна Ильинична", email: "p@x.example" });
  const given = { person: withdrew.code, kind: CONSENT_KIND.personalData, givenOn: "2026-01-10" as CalendarDate };
  wb.add(consents, { ...given, withdrawnOn: "2026-08-30" as CalendarDate });
  expect(addressesOf(wb).has(left.code)).toBe(false);
  expect(addressesOf(wb).has(withdrew.code)).toBe(false);
  wb.add(consents, { ...given, givenOn: "2026-08-31" as CalendarDate });
  expect(addressesOf(wb).has(withdrew.code)).toBe(true);
});

test("the sample school answers by personal links, and both banks fill", () => {
  const wb = bank();
  for (const { fullName, post, subject, experienceYears, email } of SAMPLE_STAFF) {
    wb.add(people, { fullName, post, subject, experienceYears, email });
  }
  const [menteeSide, mentorSide] = loadIntake(wb).sides;
  const young = menteeSide?.candidates.filter(({ reason }) => reason !== null) ?? [];
  expect(young.length).toBeGreaterThan(3);
  expect(mentorSide?.questionnaire).toBe(MENTOR_INTAKE);
  const asked = { [MENTEE_INTAKE]: young.slice(0, 6), [MENTOR_INTAKE]: mentorSide?.candidates.slice(0, 6) ?? [] };
  for (const [questionnaire, candidates] of Object.entries(asked)) {
    launchIntake(wb, { questionnaire, people: candidates.map(({ code }) => code), deadline: DEADLINE });
  }
  for (const { person, link, form } of wb.all(invitations)) {
    const sample = SAMPLE_STAFF.find(({ fullName }) => fullName === wb.find(people, person)?.fullName);
    const role = wb.find(forms, form)?.questionnaire === MENTOR_INTAKE ? "mentor" : "mentee";
    if (sample) expect(letAnswer(world, link ?? "", sample, { role })).toMatchObject({ ok: true });
  }
  expect(pullIntake(wb)).toMatchObject({ taken: 12, unknown: 0, doubtful: 0, lost: [] });
  expect(wb.all(mentees)).toHaveLength(6);
  expect(wb.all(mentees).every(({ request, difficulties }) => request !== null && difficulties.length > 0)).toBe(true);
  expect(wb.all(mentors).length).toBeGreaterThan(2);
  expect(wb.all(mentors).every(({ competences }) => competences.length > 0)).toBe(true);
  expect(loadIntake(wb).sides.map(({ answered }) => answered)).toEqual([6, 6]);
});

test("who has answered a form of this year that was closed since is not proposed for the next one", () => {
  const wb = bank();
  for (const fullName of ["Орлова Анна Петровна", "Яшина Вера Олеговна"])
    wb.add(people, { fullName, experienceYears: 0, email: "x@school7.example" });
  const form = wb.add(forms, { questionnaire: MENTEE_INTAKE, schoolYear: "2026/2027", status: "закрыта" }).code;
  wb.add(invitations, { form, person: "Р-001", status: "ответ получен" });
  wb.add(invitations, { form, person: "Р-002", status: "отправлено" });
  const proposed = loadIntake(wb).sides[0]?.candidates.filter(({ reason }) => reason !== null) ?? [];
  expect(proposed.map(({ code }) => code)).toEqual(["Р-002"]);
});
