// A school with the add-on in its sheet, as the people there use it: the menu, the sidebars' calls, the mail, the forms, the papers.
import { cpSync } from "node:fs";
import type { ServerResponse } from "../../src/google/serve";
import type { Server } from "../../src/server";
import { createWorld, openWorld, Runtime } from "../../sandbox/index";
import type { MenuEntry, ScriptProject, SentMail, World } from "../../sandbox/kernel/contract";
import { RecordingUi } from "../../sandbox/kernel/recordingUi";
import type { Run } from "../../sandbox/kernel/runtime";
import { sentMail } from "../../sandbox/base/mail";
import { docxText } from "../../sandbox/drive/docx";
import { driveFiles } from "../../sandbox/drive/files";
import type { StoredFile } from "../../sandbox/drive/state";
import type { Submission } from "../../sandbox/forms/respond";
import { letAnswer } from "../../sandbox/sample/answers";
import { SAMPLE_SCHOOL } from "../../sandbox/sample/school";
import { SAMPLE_STAFF, type SamplePerson } from "../../sandbox/sample/staff";
import { typeCell } from "../../sandbox/spreadsheet/edits";
import { displayRows, readSpreadsheet, sheetByName } from "../../sandbox/spreadsheet/read";
import { freshBundle } from "./bundle";
import { personFromBank } from "./bankPerson";

const TEN_MINUTES = 10 * 60 * 1000;

/** A refusal in the add-on's own words. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  constructor(
    readonly what: string,
    readonly mend: string,
  ) {
    super(`${what} ${mend}`);
  }
}

/** An execution that did not come to an answer: killed, refused by Google before the code ran, or broken. */
export class Breakdown extends Error {
  override readonly name = "Breakdown";
  constructor(
    message: string,
    readonly killed: boolean,
  ) {
    super(message);
  }
}

/** What the executions of a stretch of the story have cost. */
export interface Cost {
  executions: number;
  calls: number;
  seconds: number;
}

type Trouble = NonNullable<Runtime["fault"]>;

/** A row as the screen shows it, by the heading of its column. */
export type Row = Readonly<Record<string, string>>;

interface SchoolOptions {
  now?: string;
  curator?: string;
  /** A Workspace account may send 1,500 letters a day, a consumer's 100. */
  account?: "consumer" | "workspace";
  /** Where the world is kept; by default in memory only, and then it cannot be copied. */
  folder?: string;
}

/** Invents a new world with one spreadsheet and the add-on in it. */
export function openSchool(options: SchoolOptions = {}): School {
  const curator = options.curator ?? SAMPLE_SCHOOL.curatorEmail;
  const now = options.now ?? "2026-09-01T09:00:00+03:00";
  const world =
    options.folder === undefined ? createWorld({ now }) : openWorld(options.folder, { now, seed: "sandbox" });
  world.addUser(curator, { kind: options.account ?? "workspace" });
  const runtime = new Runtime(world);
  const script = runtime.install({ bundle: freshBundle(), owner: curator, title: "Наставничество" });
  return new School(world, runtime, script, curator, options.folder ?? null);
}

/** The school as it was when its world was saved into this folder: nothing done to it goes back there. */
export function reopenSchool(folder: string): School {
  const world = openWorld(folder);
  const runtime = new Runtime(world);
  const script = Object.values(runtime.scripts)[0];
  if (!script) throw new Error(`The world in ${folder} holds no script.`);
  return new School(world, runtime, script, script.owner, folder);
}

export class School {
  readonly ui = new RecordingUi();
  cost: Cost = { executions: 0, calls: 0, seconds: 0 };
  private runs: Run[] = [];

  constructor(
    readonly world: World,
    readonly runtime: Runtime,
    readonly script: ScriptProject,
    readonly curator: string,
    private readonly folder: string | null,
  ) {
    runtime.ui = this.ui;
    runtime.onRun = (run) => {
      this.runs.push(run);
      this.cost.executions += 1;
      this.cost.calls += run.meter.calls;
      this.cost.seconds += run.meter.seconds;
    };
  }

  /** Trouble for the next execution. */
  trouble(fault: Trouble): this {
    this.runtime.fault = fault;
    return this;
  }

  /** Chooses an entry of «Наставничество»; gives the page that opens. */
  menu(caption: string): { title: string; html: string } {
    this.run("onOpen", "simple", []);
    const entry = this.ui.menus.flatMap(itemsOf).find((item) => item.caption === caption);
    if (!entry) throw new Error(`The menu has no entry «${caption}».`);
    const before = this.ui.sidebars.length + this.ui.dialogs.length;
    this.run(entry.functionName, "menu", []);
    const opened = [...this.ui.sidebars, ...this.ui.dialogs];
    const page = opened[opened.length - 1];
    if (opened.length === before || !page) throw new Error(`«${caption}» opened nothing.`);
    return page;
  }

  /** Calls the server as a sidebar does. @throws Refusal with the words that the sidebar would show */
  call<K extends keyof Server>(name: K, ...args: Parameters<Server[K]>): ReturnType<Server[K]> {
    return this.callAs(this.curator, name, ...args);
  }

  /** The same for another person at the keyboard. */
  callAs<K extends keyof Server>(user: string, name: K, ...args: Parameters<Server[K]>): ReturnType<Server[K]> {
    const response = this.run(name, "client", args, user) as ServerResponse<ReturnType<Server[K]>> | null;
    if (response === null) throw new Breakdown(`${name} gave the sidebar nothing.`, false);
    if (response.ok) return response.value;
    throw new Refusal(response.error.what, response.error.mend);
  }

  /** Lets the time pass until the time trigger is due, and lets it run. */
  heartbeat(afterMs = TEN_MINUTES): void {
    this.pass(afterMs);
    this.runs = [];
    this.runtime.fireDueTriggers();
    const failed = this.runs.find((run) => !run.ok);
    if (failed) throw new Breakdown(`${failed.function}: ${failed.error?.message ?? ""}`, failed.killed);
  }

  /** Lets time pass. */
  pass(milliseconds: number): void {
    this.world.clock.advance(milliseconds);
  }

  /** Moves the clock to a moment that is still ahead. */
  passUntil(moment: string): void {
    this.pass(Math.max(0, Date.parse(moment) - this.world.clock.now()));
  }

  /** Letters that left, without Google's own notices. */
  mails(): SentMail[] {
    return sentMail(this.world).filter((mail) => !isNotice(mail));
  }

  /** Everybody opens the letters that came since the last time and answers by the personal link. */
  teachersAnswer(options: { who?: (person: SamplePerson, mail: SentMail) => boolean } = {}): AnsweredForm[] {
    const inbox = this.inbox();
    const fresh = this.mails().slice(inbox.read);
    inbox.read += fresh.length;
    return fresh.flatMap((mail) => {
      const person = this.recipientOf(mail);
      if (options.who?.(person, mail) === false) return [];
      const role = mail.subject.includes("наставляемого") ? ("mentee" as const) : ("mentor" as const);
      return linksIn(mail).map((link) => ({
        link,
        person,
        role,
        submission: letAnswer(this.world, link, person, { role }),
      }));
    });
  }

  /** Who got no letter answers by the personal link that stands on «Приглашения», as if the curator had handed it over. */
  answerInPerson(): AnsweredForm[] {
    const inbox = this.inbox();
    const waiting = this.records("Приглашения").filter(
      ({ status, code = "", link }) => status === "не отправлено" && link !== "" && !inbox.handed.includes(code),
    );
    return waiting.flatMap(({ code = "", link = "", form, person: personCode }) => {
      const row = this.table("Педагоги").find((one) => one["Код"] === personCode);
      const title = this.records("Анкеты").find((one) => one["code"] === form)?.["title"] ?? "";
      if (!row) return [];
      inbox.handed.push(code);
      const person = SAMPLE_STAFF.find(({ fullName }) => fullName === row["ФИО"]) ?? personFromBank(row);
      const role = title.includes("наставляемого") ? ("mentee" as const) : ("mentor" as const);
      return [{ link, person, role, submission: letAnswer(this.world, link, person, { role }) }];
    });
  }

  private inbox(): { read: number; handed: string[] } {
    return this.world.slice("storyInbox", () => ({ read: 0, handed: [] as string[] }));
  }

  /** The sample's person behind an address; in a school with another list, the person as the bank has them. */
  private recipientOf(mail: SentMail): SamplePerson {
    const address = (mail.to[0] ?? "").toLowerCase();
    const row = this.table("Педагоги").find((person) => person["Электронная почта"]?.toLowerCase() === address);
    const known = SAMPLE_STAFF.find((person) => person.email.toLowerCase() === address);
    if (known) return known;
    if (!row) throw new Error("A letter went to somebody who is not in the bank.");
    return personFromBank(row);
  }

  /** Names of the tabs, hidden ones too. */
  tabs(): string[] {
    return readSpreadsheet(this.world, this.spreadsheetId).sheets.map(({ name }) => name);
  }

  /** Rows of a tab by their headings. Row 1 holds keys and is hidden; row 2 holds the headings. */
  table(tab: string): Row[] {
    return this.rows(tab, 1);
  }

  /** Rows of a tab by the hidden column keys. */
  records(tab: string): Row[] {
    return this.rows(tab, 0);
  }

  /** All shown cells of a tab, line by line. */
  lines(tab: string): string[][] {
    const book = readSpreadsheet(this.world, this.spreadsheetId);
    const sheet = sheetByName(book, tab);
    if (!sheet) throw new Error(`The workbook has no tab «${tab}».`);
    return displayRows(this.world, book, sheet);
  }

  private rows(tab: string, headingRow: 0 | 1): Row[] {
    const lines = this.lines(tab);
    const headings = lines[headingRow] ?? [];
    return lines
      .slice(2)
      .filter((line) => line.some((cell) => cell !== "" && cell !== "FALSE"))
      .map((line) => Object.fromEntries(headings.map((heading, at) => [heading, line[at] ?? ""])));
  }

  /** The curator types into a cell; row and column count from 1. */
  type(tab: string, row: number, column: number, text: string): void {
    const sheet = sheetByName(readSpreadsheet(this.world, this.spreadsheetId), tab);
    if (!sheet) throw new Error(`The workbook has no tab «${tab}».`);
    const hand = { world: this.world, spreadsheetId: this.spreadsheetId, user: this.curator };
    typeCell(hand, sheet.id, row, column, text);
  }

  /** The text of a paper by its code on «Документы». */
  document(code: string): string {
    return docxText(this.documentBytes(code));
  }

  /** The .docx of a paper by its code. */
  documentBytes(code: string): Uint8Array {
    const row = this.records("Документы").find((record) => record["code"] === code);
    const file = this.papers().find(({ id }) => id === row?.["fileId"]);
    if (!file?.content) throw new Error(`There is no paper ${code} on Drive.`);
    return this.world.blobs.get(file.content);
  }

  /** Papers on Drive that are not in the bin. */
  papers(): StoredFile[] {
    return this.ownFiles().filter((file) => file.mimeType === "application/vnd.google-apps.document");
  }

  /** Everything on Drive that the add-on made and nobody threw away. */
  ownFiles(): StoredFile[] {
    return driveFiles(this.world)
      .all()
      .filter((file) => !file.trashed && file.id !== this.spreadsheetId);
  }

  /** Native charts of the workbook: where each stands and of what kind it is. */
  charts(): { tab: string; type: string }[] {
    return readSpreadsheet(this.world, this.spreadsheetId).sheets.flatMap(({ name, charts }) =>
      charts.map(({ type }) => ({ tab: name, type })),
    );
  }

  get spreadsheetId(): string {
    return this.script.containerId ?? "";
  }

  /** Copies the world into a folder, to be reopened from there. */
  keepIn(folder: string): void {
    if (this.folder === null) throw new Error("A school in memory cannot be kept: open it with a folder.");
    this.world.save();
    cpSync(this.folder, folder, { recursive: true });
  }

  private run(name: string, kind: "simple" | "menu" | "client", args: unknown[], user = this.curator): unknown {
    const run = this.runtime.run(this.script, { function: name, user, kind, args });
    if (run.error) throw new Breakdown(`${name}: ${run.error.message}\n${run.error.stack}`, run.killed);
    return run.value;
  }
}

/** What came of one letter or link. */
export interface AnsweredForm {
  link: string;
  person: SamplePerson;
  role: "mentor" | "mentee";
  submission: Submission;
}

function itemsOf(entry: MenuEntry): { caption: string; functionName: string }[] {
  if (entry.kind === "item") return [entry];
  return entry.kind === "menu" ? entry.entries.flatMap(itemsOf) : [];
}

function isNotice(mail: SentMail): boolean {
  return mail.from.endsWith("@google.com");
}

const FORM_ADDRESS = /https:\/\/docs\.google\.com\/forms\/d\/e\/[\w-]+\/viewform[^\s"'<>]*/g;

/** Addresses of forms in a letter. */
export function linksIn(mail: SentMail): string[] {
  return [...new Set(mail.body.match(FORM_ADDRESS) ?? [])];
}
