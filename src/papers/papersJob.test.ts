// Many documents as one job on the sandbox's sheet: killed, out of quota, Drive full; never a document twice.
import { createWorld, installGlobals } from "../../sandbox/index";
import { certificates, fillSchool, findInvented, inventedDrive } from "../../test/inventedPapers";
import { people } from "../bank/people.table";
import { consents } from "../bank/consents.table";
import { acquaintances } from "../documents/acquaintances.table";
import { declensions } from "../documents/declensions.table";
import { documents } from "../documents/documents.table";
import type { PaperStore } from "../documents/makeDocuments";
import { templates } from "../documents/templates.table";
import { Stop, TemporaryStop } from "../google/stop";
import { continueJob, continueJobs, type JobProgress } from "../jobs/jobs";
import { jobs } from "../jobs/jobs.table";
import { settings } from "../school/settings.table";
import { change, look } from "../workbook/commands";
import { ensureTabs } from "../workbook/tabs";
import type { MemoryDrive } from "../../test/memoryDrive";
import { definePapersJob, planPapers } from "./papersJob";

const PEOPLE = 20;
const BATCH = 8;
/** In the middle of the second batch. */
const MIDWAY = 11;
const subjects = Array.from({ length: PEOPLE }, (_, index) => `Р-${String(index + 1).padStart(3, "0")}`);
const TEN_MINUTES = 10 * 60 * 1000;

let installed: ReturnType<typeof installGlobals>;
let clock: number;
let drive: MemoryDrive;
/** What Drive says instead of taking this many papers more; null while it takes everything. */
let trouble: { left: number; failure: () => Error } | null;
let uploads: string[];
let store: PaperStore;

beforeEach(async () => {
  clock = Date.parse("2026-09-14T09:00:00+03:00");
  trouble = null;
  uploads = [];
  drive = await inventedDrive();
  // Papers go up one by one, so that Drive may fail in the middle of a batch.
  store = {
    ...drive,
    save: (papers, folder, year) =>
      papers.flatMap((paper) => {
        if (trouble?.left === 0) throw trouble.failure();
        if (trouble) trouble.left--;
        uploads.push(paper.key);
        clock += 100;
        return drive.save([paper], folder, year);
      }),
  };
  jest.spyOn(Date, "now").mockImplementation(() => clock);
  installed = installGlobals(createWorld({ now: "2026-09-14T09:00:00+03:00" }), { user: "curator@school.example" });
  ensureTabs([people, consents, documents, templates, declensions, acquaintances, jobs, settings]);
  change("Люди", (wb) => fillSchool(wb, PEOPLE));
});
afterEach(() => {
  installed.uninstall();
  jest.restoreAllMocks();
});

const kind = () => definePapersJob(findInvented, store, BATCH);
const start = (reason = "за труд"): JobProgress =>
  change("Начать", (wb) =>
    planPapers(wb, kind(), certificates, {
      kind: certificates.paper.key,
      subjects,
      values: { reason },
      document: null,
    }),
  );
const goOn = (code: string): JobProgress => continueJob([kind()], code, 300_000);
const register = () => look((wb) => wb.all(documents).map(({ people: [person] }) => person));

/** Every person has one record and one file. */
function expectWhole(): void {
  expect(register()).toHaveLength(PEOPLE);
  expect(new Set(register())).toEqual(new Set(subjects));
  expect(drive.papers.size).toBe(PEOPLE);
}

test("all of them are made, some at a time, and the job says how many", () => {
  const { code, total } = start();
  expect(total).toBe(PEOPLE);
  expect(goOn(code)).toMatchObject({ status: "готово", done: PEOPLE, total: PEOPLE });
  expectWhole();
  expect(uploads).toHaveLength(PEOPLE);
});

test("the same asked for twice is one job", () => {
  const { code } = start();
  clock += 5_000;
  expect(start().code).toBe(code);
});

test("cut off at a document in the middle, it goes on from what the register knows; no document is there twice", () => {
  const { code } = start();
  trouble = {
    left: MIDWAY,
    failure: () => new TypeError("killed"),
  };
  expect(() => goOn(code)).toThrow("killed");
  trouble = null;
  clock += 5_000;
  const again = start();
  expect(goOn(again.code)).toMatchObject({ status: "готово" });
  expectWhole();
  // What the register had is not made again: only the batch that was cut off.
  expect(uploads.length).toBeLessThanOrEqual(PEOPLE + BATCH);
});

test("the quota used up at a document in the middle: the job waits, says so, and the background check finishes it", () => {
  const { code } = start();
  trouble = { left: MIDWAY, failure: () => new TemporaryStop("Google Диск не отвечает.", "Подождите.") };
  expect(goOn(code)).toMatchObject({ status: "ждёт", total: PEOPLE, note: expect.stringMatching(/сама/) as string });
  trouble = null;
  expect(continueJobs([kind()], 300_000)).toEqual([]);
  clock += TEN_MINUTES + 1;
  expect(continueJobs([kind()], 300_000)).toMatchObject([{ status: "готово", done: PEOPLE }]);
  expectWhole();
});

test("Drive full: the job stops with the reason; asked for again on that day it makes only what is missing", () => {
  const { code } = start();
  trouble = { left: MIDWAY, failure: () => new Stop("На Google Диске закончилось место.", "Освободите место.") };
  const stopped = goOn(code);
  expect(stopped).toMatchObject({ status: "остановлено", note: expect.stringMatching(/закончилось место/) as string });
  const known = register().length;
  trouble = null;
  clock += 60_000;
  const again = start();
  expect(again.total).toBe(PEOPLE - known);
  expect(goOn(again.code)).toMatchObject({ status: "готово" });
  expectWhole();
});

test("asked for again after all were made, it makes them anew: what they say may have changed", () => {
  goOn(start().code);
  clock += 60_000;
  expect(goOn(start("иначе").code)).toMatchObject({ status: "готово", done: PEOPLE });
  clock += 60_000;
  expect(goOn(start("иначе").code)).toMatchObject({ status: "готово", done: PEOPLE });
  expectWhole();
});

test("somebody who may have no document any more is left out, and the others get theirs", () => {
  const { code } = start();
  change("Увольнение", (wb) => wb.update(people, "Р-003", { employment: "уволен" }));
  expect(goOn(code)).toMatchObject({ status: "готово" });
  expect(register()).toHaveLength(PEOPLE - 1);
  expect(register()).not.toContain("Р-003");
});

test("one who may have no document keeps the job from being planned, by name", () => {
  change("Увольнение", (wb) => wb.update(people, "Р-003", { employment: "уволен" }));
  expect(() => start()).toThrow(/уволен/);
  expect(look((wb) => wb.all(jobs))).toEqual([]);
});
