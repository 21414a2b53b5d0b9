// Questionnaires from the invitation to the answer: each author recognised, each response once, nobody mailed twice.
import { memoryWorkbook, type MemoryWorkbook } from "../../test/memoryWorkbook";
import { createWorld, installGlobals } from "../../sandbox";
import { readForm, submitForm } from "../../sandbox/forms/respond";
import type { TypedAnswer } from "../../sandbox/forms/typedAnswers";
import { formsOf } from "../../sandbox/forms/state";
import { mailQuotaLeft, sendLetter } from "../google/mail";
import { writeProperties } from "../google/properties";
import { DEFAULT_DIRECTIONS } from "../school/mentoringForms";
import { NAMES_IN, settings } from "../school/settings.table";
import type { CalendarDate } from "../workbook/calendarDate";
import { answers } from "./answers.table";
import { forms, type FormRecord } from "./forms.table";
import { invitations } from "./invitations.table";
import { invite, type Guest } from "./invite";
import { closeQuestionnaire, openForm, openFormsWithNames } from "./openForm";
import { invitationOf, numberlessCode, numberlessFinder, personalCode } from "./personalCode";
import { pullAnswers, recordOnly, type Consumer } from "./pullAnswers";
import type { Questionnaire } from "./questionnaire";
import { mailJob } from "./sendInvitations";

const CURATOR = "curator@school7.example";
const world = createWorld({ now: "2026-09-01T09:00:00+03:00" });
const installed = installGlobals(world, { user: CURATOR });
afterAll(() => {
  installed.uninstall();
});

const trial: Questionnaire = {
  key: "trial",
  name: "Пробная анкета",
  title: ({ schoolName }) => `Пробная анкета — ${schoolName}`,
  description: () => "Проба.",
  confirmation: "Спасибо!",
  items: ({ dictionary }) => [
    {
      kind: "scale",
      key: "overall",
      title: "Оценка",
      required: true,
      low: 1,
      high: 10,
      lowLabel: "мало",
      highLabel: "много",
    },
    { kind: "paragraph", key: "words", title: "Своими словами", required: false },
    { kind: "checkboxes", key: "wishes", title: "Пожелания", required: false, options: ["чаще", "реже"] },
    { kind: "page", title: "Дальше" },
    {
      kind: "grid",
      key: "levels",
      title: "Уровни",
      required: false,
      rows: dictionary("directions"),
      columns: ["да", "нет"],
    },
  ],
};

const PETROVA: Guest = {
  code: "Р-001",
  fullName: "Петрова Анна Ильинична",
  email: "petrova@school7.example",
  about: null,
};
const ORLOV: Guest = { code: "Р-002", fullName: "Орлов Пётр Львович", email: "orlov@school7.example", about: null };
const SILENT: Guest = { code: "Р-003", fullName: "Тихих Вера Олеговна", email: null, about: null };
const PEOPLE = [PETROVA, ORLOV, SILENT];

function start(namesInForms: (typeof NAMES_IN)[keyof typeof NAMES_IN] = NAMES_IN.full): {
  wb: MemoryWorkbook;
  form: FormRecord;
} {
  const wb = memoryWorkbook("2026-09-01", { directions: DEFAULT_DIRECTIONS });
  wb.setSettings(settings, { schoolShortName: "МБОУ СОШ № 7", curatorName: "Ким Ольга Львовна", namesInForms });
  const form = openForm(wb, trial, { schoolYear: "2026/2027", deadline: "2026-09-10" as CalendarDate });
  invite(wb, form, PEOPLE);
  return { wb, form };
}

function answer(link: string, typed: Record<string, TypedAnswer>): void {
  const prefilled: Record<string, TypedAnswer> = {};
  for (const item of readForm(world, link).pages.flatMap(({ items }) => items)) {
    if (typeof item.prefilled === "string") prefilled[item.title] = item.prefilled;
  }
  expect(submitForm(world, link, { Оценка: "8", ...prefilled, ...typed })).toMatchObject({ ok: true });
}

function linkOf(wb: MemoryWorkbook, guest: Guest): string {
  const link = wb.all(invitations).find(({ person }) => person === guest.code)?.link;
  if (!link) throw new Error("No invitation.");
  return link;
}

const OTHER_LETTER = {
  to: "somebody@school7.example",
  subject: "Другое",
  text: "",
  html: "",
  senderName: "Школа",
  replyTo: null,
};

const pull = (wb: MemoryWorkbook, consumer: Consumer = recordOnly) => pullAnswers(wb, PEOPLE, { trial: consumer });
const table = (wb: MemoryWorkbook) => wb.all(answers).map(({ person, status, overall }) => [person, status, overall]);

describe("an answer", () => {
  test("by the personal link belongs to the person, whatever the questions are called by then", () => {
    const { wb, form } = start();
    answer(linkOf(wb, PETROVA), {
      "Своими словами": "=1+1",
      Пожелания: ["чаще", "реже"],
      Уровни: DEFAULT_DIRECTIONS.map((_, index) => (index === 1 ? "нет" : null)),
    });
    const question = formsOf(world)[form.formId ?? ""]?.items.find(({ title }) => title === "Своими словами");
    if (question) question.title = "Переименовано";
    expect(pull(wb)).toMatchObject({ taken: 1, unknown: 0 });
    expect(wb.all(answers)[0]).toMatchObject({
      person: "Р-001",
      status: "учтён",
      overall: 8,
      values: { overall: 8, words: "=1+1", wishes: ["чаще", "реже"], levels: { "Методика обучения": "нет" } },
    });
    expect(wb.all(invitations)[0]).toMatchObject({ status: "ответ получен" });
  });

  test("is taken once, however often answers are pulled", () => {
    const { wb } = start();
    answer(linkOf(wb, PETROVA), {});
    const seen: (string | null)[] = [];
    const consumer: Consumer = (_, { person }) => {
      seen.push(person);
      return person;
    };
    pull(wb, consumer);
    expect(pull(wb, consumer)).toMatchObject({ taken: 0 });
    expect(seen).toEqual(["Р-001"]);
    expect(table(wb)).toEqual([["Р-001", "учтён", 8]]);
  });

  test("given twice counts as given last, and the first stays as history", () => {
    const { wb } = start();
    answer(linkOf(wb, PETROVA), { Оценка: "3" });
    world.clock.advance(60_000);
    answer(linkOf(wb, PETROVA), { Оценка: "9" });
    pull(wb);
    expect(table(wb)).toEqual([
      ["Р-001", "заменён новым", 3],
      ["Р-001", "учтён", 9],
    ]);
  });

  test("without a code is recognised by the full name, ё and case aside", () => {
    const { wb, form } = start();
    answer(form.link ?? "", { "Фамилия, имя, отчество": "ОРЛОВ  Петр львович" });
    pull(wb);
    expect(table(wb)).toEqual([["Р-002", "учтён", 8]]);
  });

  test("by initials or with a colleague's code waits for the curator, and is taken when the curator names the author", () => {
    const { wb, form } = start();
    answer(form.link ?? "", { "Фамилия, имя, отчество": "Орлов П. Л." });
    answer(linkOf(wb, PETROVA), { "Фамилия, имя, отчество": "Орлов Пётр Львович" });
    expect(pull(wb)).toMatchObject({ taken: 0, doubtful: 2 });
    expect(wb.all(answers).map(({ person }) => person)).toEqual([null, null]);
    wb.update(answers, wb.all(answers)[0]?.code ?? "", { person: "Р-002" });
    pull(wb);
    expect(table(wb)).toEqual([
      ["Р-002", "учтён", 8],
      [null, "решает куратор", 8],
    ]);
  });

  test("by an unknown person, or with an invented code, is listed as such", () => {
    const { wb, form } = start();
    answer(form.link ?? "", { "Фамилия, имя, отчество": "Чужая Мария Петровна" });
    answer(form.link ?? "", { "Личный код": "ПР-002-АААА" });
    expect(pull(wb)).toMatchObject({ taken: 0, unknown: 2 });
    expect(wb.all(answers).map(({ status }) => status)).toEqual(["неизвестный респондент", "неизвестный респондент"]);
  });

  test("after the deadline is marked and still kept", () => {
    const { wb } = start();
    world.clock.advance(15 * 24 * 3_600_000);
    answer(linkOf(wb, PETROVA), {});
    expect(pull(wb)).toMatchObject({ taken: 1, late: 1 });
    expect(table(wb)).toEqual([["Р-001", "после срока", 8]]);
  });
});

describe("a form", () => {
  test("is made once a year", () => {
    const { wb, form } = start();
    const again = openForm(wb, trial, { schoolYear: "2026/2027", deadline: "2026-09-20" as CalendarDate });
    expect(again).toMatchObject({ code: form.code, formId: form.formId, deadline: "2026-09-20" });
  });

  test("that was deleted is a problem with a way to mend it; the other forms go on, and it comes back by itself", () => {
    const { wb, form } = start();
    const second = openForm(wb, { ...trial, key: "second" }, { schoolYear: "2026/2027", deadline: null });
    invite(wb, second, [PETROVA]);
    const other = wb.all(invitations).find((invitation) => invitation.form === second.code)?.link ?? "";
    answer(other, {});
    const formId = form.formId ?? "";
    const both = { trial: recordOnly, second: recordOnly };
    wb.update(forms, form.code, { formId: "1gone" });
    expect(pullAnswers(wb, PEOPLE, both)).toMatchObject({ taken: 1, lost: [{ form: form.code }] });
    expect(wb.find(forms, form.code)?.status).toBe("утрачена");
    wb.update(forms, form.code, { formId });
    pullAnswers(wb, PEOPLE, both);
    expect(wb.find(forms, form.code)?.status).toBe("открыта");
  });

  test("that is closed takes no more answers", () => {
    const { wb, form } = start();
    closeQuestionnaire(wb, form.code);
    expect(readForm(world, form.link ?? "").opening).toBe("closed");
    expect(wb.find(forms, form.code)?.status).toBe("закрыта");
  });
});

describe("letters", () => {
  const job = mailJob({
    key: "trialMail",
    title: "Письма",
    what: "invitations",
    addresses: () => new Map(PEOPLE.map((guest) => [guest.code, guest])),
    purposes: { trial: "Просим <Вас> ответить." },
  });
  const outbox = () => world.slice<{ sent: unknown[] }>("mail", () => ({ sent: [] }));
  const sentTo = () => JSON.stringify(outbox());
  const statuses = (wb: MemoryWorkbook) => wb.all(invitations).map(({ status }) => status);

  test("go to those who have an address, once; the others are left to the curator with their link", () => {
    const { wb, form } = start();
    expect(job.count(wb, { form: form.code })).toBe(2);
    const before = mailQuotaLeft();
    job.step(wb, { form: form.code });
    job.step(wb, { form: form.code });
    expect(before - mailQuotaLeft()).toBe(2);
    expect(statuses(wb)).toEqual(["отправлено", "отправлено", "не отправлено"]);
    expect(linkOf(wb, SILENT)).toContain("http");
    expect(sentTo()).toContain("Просим &lt;Вас&gt; ответить.");
  });

  test("a kill in the middle leaves one letter in doubt and sends none twice", () => {
    const { wb, form } = start();
    const codes = wb.all(invitations).map(({ code }) => code);
    // What a killed round leaves behind: the first letter gone, the second on its way.
    writeProperties({ "mail-in-hand": JSON.stringify({ what: "invitations", sent: [codes[0]], flying: codes[1] }) });
    const before = mailQuotaLeft();
    job.step(wb, { form: form.code });
    expect(mailQuotaLeft()).toBe(before);
    expect(statuses(wb)).toEqual(["отправлено", "отправляется", "не отправлено"]);
    expect(wb.all(invitations)[1]?.trouble).toContain("могло не уйти");
  });

  test("with the quota at zero nothing is lost: the job waits until tomorrow and says how far it has come", () => {
    const { wb, form } = start();
    const left = mailQuotaLeft();
    for (let sent = 0; sent < left; sent++) sendLetter(OTHER_LETTER);
    expect(() => {
      job.step(wb, { form: form.code });
    }).toThrow("Отправлено 0 из 2, продолжим завтра");
    expect(statuses(wb)).toEqual(["к отправке", "к отправке", "не отправлено"]);
    world.clock.advance(25 * 3_600_000);
    job.step(wb, { form: form.code });
    expect(statuses(wb)).toEqual(["отправлено", "отправлено", "не отправлено"]);
  });
});

describe("in the code-only mode", () => {
  const codesOnly = () => start(NAMES_IN.codes);

  test("a form asks for the code alone, collects no addresses, and asks to name nobody", () => {
    const { form } = codesOnly();
    const state = formsOf(world)[form.formId ?? ""];
    expect(state?.items.map(({ title }) => title)).not.toContain("Фамилия, имя, отчество");
    expect(state).toMatchObject({ collectsEmail: false, publishingSummary: false });
    expect(state?.description).toContain("Анкета заполняется без имён");
  });

  test("a personal link carries neither the number of the invitation nor the person's", () => {
    const { wb, form } = codesOnly();
    const link = decodeURIComponent(linkOf(wb, PETROVA));
    expect(link).toContain(numberlessCode("ПР-001", form.formId ?? ""));
    expect(link).not.toMatch(/ПР-0|Р-0/);
  });

  test("the code tells who has answered; without it nothing does, whatever else the form was made to collect", () => {
    const { wb, form } = codesOnly();
    answer(linkOf(wb, ORLOV), {});
    const state = formsOf(world)[form.formId ?? ""];
    if (state) state.collectsEmail = true;
    expect(
      submitForm(world, form.link ?? "", { "Личный код": "не знаю", Оценка: "5" }, { email: PETROVA.email ?? "" }),
    ).toMatchObject({ ok: true });
    expect(pull(wb)).toMatchObject({ taken: 1, doubtful: 1 });
    expect(wb.all(answers)).toMatchObject([
      { person: "Р-002", overall: 8 },
      { person: null, status: "решает куратор", overall: 5 },
    ]);
    expect(JSON.stringify(wb.all(answers))).not.toContain("@");
  });

  test("an open form with names is not used on: the curator is told to close it", () => {
    const { wb, form } = start();
    wb.setSettings(settings, { namesInForms: NAMES_IN.codes });
    expect(openFormsWithNames(wb)).toMatchObject([{ code: form.code }]);
    const again = () => openForm(wb, trial, { schoolYear: "2026/2027", deadline: null });
    expect(again).toThrow("спрашивает ФИО");
    closeQuestionnaire(wb, form.code);
    expect(openFormsWithNames(wb)).toEqual([]);
    expect(again().code).not.toBe(form.code);
  });

  test("two invitations that happen to share a code are left to the curator", () => {
    const find = numberlessFinder(["ПР-001", "ПР-001", "ПР-002"], "1form");
    expect(find(numberlessCode("ПР-001", "1form"))).toBeNull();
    expect(find(` ${numberlessCode("ПР-002", "1form").toLowerCase().replace("-", "—")} `)).toBe("ПР-002");
    expect(find("")).toBeNull();
  });
});

test("a personal code cannot be worked out from a colleague's, nor used in another form", () => {
  const code = personalCode("ПР-001", "1form");
  expect(invitationOf(code.toLowerCase().replace("-", " - "), "1form")).toBe("ПР-001");
  expect(invitationOf(code, "1other")).toBeNull();
  expect(invitationOf(code.replace("001", "002"), "1form")).toBeNull();
  expect(invitationOf("", "1form")).toBeNull();
});
