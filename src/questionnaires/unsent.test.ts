// Letters that wait and that nobody is going to send: the right job is started for them, once.
import { createWorld, installGlobals } from "../../sandbox/index";
import { memoryWorkbook, type MemoryWorkbook } from "../../test/memoryWorkbook";
import { jobs } from "../jobs/jobs.table";
import type { CalendarDate } from "../workbook/calendarDate";
import { forms } from "./forms.table";
import { invitations } from "./invitations.table";
import { type MailKind, mailJob } from "./sendInvitations";
import { sendUnsent } from "./unsent";

const installed = installGlobals(createWorld({ now: "2026-09-10T09:00:00+03:00" }), { user: "curator@school.example" });
afterAll(() => {
  installed.uninstall();
});

const kind = (key: string, questionnaire: string): ReturnType<typeof mailJob> =>
  mailJob({
    key,
    title: "Приглашения",
    what: "invitations",
    addresses: (): ReturnType<MailKind["addresses"]> =>
      new Map([["Р-001", { fullName: "Петрова Анна Ильинична", email: "petrova@school.example" }]]),
    purposes: { [questionnaire]: "Проба." },
  });
const KINDS = [kind("intake", "mentors"), kind("survey", "final")];

function school(form: { status?: "открыта" | "закрыта"; deadline?: string } = {}): MemoryWorkbook {
  const wb = memoryWorkbook("2026-09-10");
  wb.add(forms, {
    questionnaire: "final",
    status: form.status ?? "открыта",
    deadline: (form.deadline ?? "2026-09-10") as CalendarDate,
  });
  wb.add(invitations, {
    form: "АН-001",
    person: "Р-001",
    status: "к отправке",
    link: "https://docs.google.com/forms/d/e/1/viewform",
  });
  return wb;
}

const started = (wb: MemoryWorkbook) => sendUnsent(wb, KINDS).map((job) => job.kind);

test("an invitation set back by hand gets the job of its own questionnaire, once", () => {
  const wb = school();
  expect(started(wb)).toEqual(["survey"]);
  expect(wb.all(jobs)[0]).toMatchObject({ params: { form: "АН-001" }, total: 1, status: "ждёт" });
  expect(started(wb)).toEqual([]);
});

test.each([
  ["of a closed form", { status: "закрыта" }],
  ["of a form past its deadline", { deadline: "2026-09-09" }],
] as const)("one %s is left alone", (_, form) => {
  expect(started(school(form))).toEqual([]);
});

test("one that cannot be written to is left alone", () => {
  const wb = school();
  wb.update(invitations, "ПР-001", { person: "Р-002" });
  expect(started(wb)).toEqual([]);
});

test("a job for all forms that waits for tomorrow's quota is not disturbed", () => {
  const wb = school();
  const resumesAt = "2026-09-11T09:00:00+03:00";
  wb.add(jobs, { kind: "survey", params: { form: null }, status: "ждёт", done: 0, total: 1, resumesAt });
  expect(started(wb)).toEqual([]);
  expect(wb.all(jobs)).toEqual([expect.objectContaining({ resumesAt })]);
});

test("what a stopped job left is taken up an hour later, not at every beat", () => {
  const wb = school();
  const stopped = { kind: "survey", params: { form: null }, status: "остановлено", done: 0, total: 1 } as const;
  wb.add(jobs, { ...stopped, updatedAt: "2026-09-10T08:30:00+03:00" });
  expect(started(wb)).toEqual([]);
  wb.update(jobs, "З-001", { updatedAt: "2026-09-10T07:59:00+03:00" });
  expect(started(wb)).toEqual(["survey"]);
});
