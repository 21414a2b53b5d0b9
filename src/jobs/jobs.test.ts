// Jobs on the sandbox: driven in chunks, interrupted, paused, taken up again, nothing done twice.
import * as z from "zod";
import { createWorld, installGlobals } from "../../sandbox/index";
import { code, flag, text } from "../workbook/columns";
import { change, look } from "../workbook/commands";
import { defineTable } from "../workbook/table";
import { ensureTabs } from "../workbook/tabs";
import { Stop, TemporaryStop } from "../google/stop";
import { continueJob, continueJobs, defineJob, Pause, startJob, unfinishedJobs } from "./jobs";
import { jobs } from "./jobs.table";

const note = "Пояснение.";
const letters = defineTable({
  key: "letters",
  tab: "Письма",
  prefix: "Л",
  columns: { code: code("Код"), to: text("Кому", { note, required: true }), sent: flag("Отправлено", { note }) },
});

let installed: ReturnType<typeof installGlobals>;
let clock: number;
let sent: string[];
let trouble: ((to: string) => void) | null;
const sendAll = defineJob({
  key: "sendAll",
  title: "Отправка писем",
  params: z.object({ except: z.string() }),
  batch: 2,
  remaining: (wb, { except }) => wb.all(letters).filter((one) => !one.sent && one.to !== except),
  do: (wb, items) => {
    for (const { code: id, to } of items) {
      trouble?.(to);
      sent.push(to);
      clock += 10_000;
      wb.update(letters, id, { sent: true });
      wb.save();
    }
  },
});
const KINDS = [sendAll];

beforeEach(() => {
  clock = Date.parse("2026-09-01T09:00:00+03:00");
  sent = [];
  trouble = null;
  jest.spyOn(Date, "now").mockImplementation(() => clock);
  installed = installGlobals(createWorld({ now: "2026-09-01T09:00:00+03:00" }), { user: "curator@school.example" });
  ensureTabs([letters, jobs]);
  change("Письма", (wb) => ["а", "б", "в", "г", "д", "лишний"].forEach((to) => wb.add(letters, { to })));
});
afterEach(() => {
  installed.uninstall();
  jest.restoreAllMocks();
});

const start = (): string => change("Начать", (wb) => startJob(wb, sendAll, { except: "лишний" })).code;

test("a job goes on in chunks within its time, and the heartbeat finishes it", () => {
  const id = start();
  expect(continueJob(KINDS, id, 25_000)).toMatchObject({ status: "идёт", done: 2, total: 5 });
  expect(look(unfinishedJobs)).toHaveLength(1);
  expect(continueJobs(KINDS, 300_000)).toMatchObject([{ status: "готово", done: 5, total: 5 }]);
  expect(sent).toEqual(["а", "б", "в", "г", "д"]);
  expect(continueJobs(KINDS, 300_000)).toEqual([]);
});

test("the same job started twice is one job", () => {
  expect(start()).toBe(start());
  expect(look((wb) => wb.all(jobs))).toHaveLength(1);
});

test("a used-up quota pauses the job until its time, and says so; what was sent is not sent again", () => {
  const id = start();
  const tomorrow = clock + 24 * 3_600_000;
  trouble = (to) => {
    if (to === "г") throw new Pause("Дневная квота писем исчерпана.", tomorrow);
  };
  expect(continueJob(KINDS, id, 300_000)).toMatchObject({
    status: "ждёт",
    done: 3,
    note: "Дневная квота писем исчерпана.",
  });
  expect(continueJobs(KINDS, 300_000)).toEqual([]);
  trouble = null;
  clock = tomorrow + 1;
  expect(continueJobs(KINDS, 300_000)).toMatchObject([{ status: "готово", done: 5, note: null }]);
  expect(sent).toEqual(["а", "б", "в", "г", "д"]);
});

test("a job that is refused stops with the reason and keeps what was done", () => {
  const id = start();
  trouble = (to) => {
    if (to === "б") throw new Stop("Нет доступа.", "Войдите под владельцем.");
  };
  expect(continueJob(KINDS, id, 300_000)).toMatchObject({
    status: "остановлено",
    done: 1,
    note: "Нет доступа. Войдите под владельцем.",
  });
  expect(look((wb) => wb.all(letters).filter((one) => one.sent).length)).toBe(1);
});

test.each([
  ["a service that does not answer", () => Object.assign(new Error("Service error: Drive"), { name: "Exception" })],
  ["a workbook that is taken", () => new TemporaryStop("Таблица занята.", "Подождите минуту.")],
])("%s holds the job up until the next beat, no longer", (_, failure) => {
  const id = start();
  trouble = (to) => {
    if (to === "в") throw failure();
  };
  try {
    continueJob(KINDS, id, 300_000);
  } catch (told) {
    expect(told).toBeInstanceOf(TemporaryStop);
  }
  expect(look(unfinishedJobs)).toHaveLength(1);
  trouble = null;
  clock += 11 * 60_000;
  expect(continueJobs(KINDS, 300_000)).toMatchObject([{ status: "готово", done: 5, total: 5, note: null }]);
  expect(sent).toEqual(["а", "б", "в", "г", "д"]);
});

test("a job that fails does not keep the next one waiting", () => {
  const failing = defineJob({
    key: "failing",
    title: "Ничего",
    params: z.null(),
    batch: 1,
    remaining: () => [1],
    do: () => {
      throw new TypeError("defect");
    },
  });
  change("Начать", (wb) => startJob(wb, failing, null));
  start();
  expect(() => continueJobs([failing, sendAll], 300_000)).toThrow("defect");
  expect(sent).toEqual(["а", "б", "в", "г", "д"]);
});

test("a defect stops the job, so that the heartbeat does not fall over it again", () => {
  const id = start();
  trouble = () => {
    throw new TypeError("defect");
  };
  expect(() => continueJob(KINDS, id, 300_000)).toThrow("defect");
  expect(continueJobs(KINDS, 300_000)).toEqual([]);
});

test("work that does not get less is stopped and not repeated for ever", () => {
  const idle = defineJob({
    ...sendAll,
    batch: 1,
    remaining: () => [1],
    do: () => undefined,
    key: "idle",
    title: "Ничего",
    params: z.null(),
  });
  const id = change("Начать", (wb) => startJob(wb, idle, null)).code;
  expect(continueJob([idle], id, 300_000)).toMatchObject({ status: "остановлено", done: 0, total: 1 });
});
