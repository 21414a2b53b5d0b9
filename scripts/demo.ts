// `npm run demo [-- --out DIR] [-- --staff FILE]`: plays a school year headless and leaves its files to be opened.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { libreOffice } from "../sandbox/drive/pdf";
import { exportForm } from "../sandbox/forms/respond";
import { formsOf } from "../sandbox/forms/state";
import { exportXlsx } from "../sandbox/spreadsheet/xlsx";
import { Stop } from "../src/google/stop";
import { openSchool, Refusal, type School } from "../test/story/school";
import { beginStory, SCHOOL_YEAR, staffFileAt, type Story } from "../test/story/schoolYear.story";
import { buildTemplates } from "./build-templates";
import { emlOf } from "./eml";
import { loadSamples } from "./load-samples";

/** Folders that the demo fills. */
const FOLDERS = ["documents", "samples", "outbox", "forms"] as const;

const LONGEST_NAME = 110;
const PRINTING_MS = 5 * 60 * 1000;

interface StepReport {
  step: string;
  told: string[];
  executions: number;
  calls: number;
  seconds: number;
}

async function play(school: School, story: Story): Promise<StepReport[]> {
  const reports: StepReport[] = [];
  for (const step of SCHOOL_YEAR) {
    school.cost = { executions: 0, calls: 0, seconds: 0 };
    const told = await step.run(school, story);
    const { executions, calls, seconds } = school.cost;
    const report = { step: step.title, told, executions, calls, seconds: Math.round(seconds * 10) / 10 };
    reports.push(report);
    console.log(
      `${String(reports.length).padStart(2)}. ${step.title}  (${calls} calls, ${report.seconds} s on Google)`,
    );
    for (const line of told) console.log(`      ${line}`);
  }
  return reports;
}

async function leaveFiles(school: School, out: string): Promise<void> {
  writeFileSync(path.join(out, "workbook.xlsx"), await exportXlsx(school.world, school.spreadsheetId));
  leaveDocuments(school, path.join(out, "documents"));
  school.mails().forEach((mail, index) => {
    const name = `${String(index + 1).padStart(3, "0")} ${fileName(mail.to[0] ?? "")}.eml`;
    writeFileSync(
      path.join(out, "outbox", name),
      emlOf(mail, (hash) => school.world.blobs.get(hash)),
    );
  });
  for (const id of Object.keys(formsOf(school.world))) {
    const form = exportForm(school.world, id) as { title?: string };
    writeFileSync(path.join(out, "forms", `${fileName(form.title ?? id)}.json`), `${JSON.stringify(form, null, 2)}\n`);
  }
}

function leaveDocuments(school: School, folder: string): void {
  const files = new Map<string, string>();
  for (const paper of school.papers()) {
    if (paper.content === undefined) continue;
    const wanted = fileName(paper.name);
    const name = files.has(wanted) ? `${wanted} ${paper.id.slice(0, 6)}` : wanted;
    files.set(name, path.join(folder, `${name}.docx`));
    writeFileSync(path.join(folder, `${name}.docx`), school.world.blobs.get(paper.content));
  }
  if (files.size > 0) printAll([...files.values()], folder);
}

/** Every template filled with its sample, without the school and without Google. */
async function leaveSamples(folder: string): Promise<void> {
  const templates = mkdtempSync(path.join(tmpdir(), "demo-templates-"));
  await buildTemplates(templates);
  const files = loadSamples(templates)
    .samples()
    .map(({ title, fill }) => {
      const file = path.join(folder, `${fileName(title)}.docx`);
      writeFileSync(file, fill(), "base64");
      return file;
    });
  rmSync(templates, { recursive: true, force: true });
  printAll(files, folder);
}

/** All at once: starting LibreOffice takes far longer than printing a page. */
function printAll(files: string[], folder: string): void {
  const office = libreOffice();
  if (office === null) return;
  const profile = mkdtempSync(path.join(tmpdir(), "demo-office-"));
  const options = [`-env:UserInstallation=file://${profile}`, "--headless", "--convert-to", "pdf", "--outdir", folder];
  spawnSync(office, [...options, ...files], { stdio: "ignore", timeout: PRINTING_MS });
  rmSync(profile, { recursive: true, force: true });
}

/** A name that every file system takes: at most 255 bytes with its ending, Cyrillic letters count twice. */
function fileName(name: string): string {
  const plain = name
    .replace(/\s*:\s*/g, " — ")
    .replace(/[\\/*?"<>|]/g, "-")
    .replace(/\s+/g, " ");
  return plain.slice(0, LONGEST_NAME).trim();
}

function summaryOf(school: School, story: Story, steps: StepReport[]): object {
  const rows = (tab: string): number => school.table(tab).length;
  const people = school.table("Педагоги");
  return {
    people: people.length,
    peopleWithoutAddress: people.filter((person) => person["Электронная почта"] === "").length,
    mentors: rows("Наставники"),
    mentees: rows("Наставляемые"),
    pairs: rows("Пары"),
    programmes: rows("Программы"),
    activities: rows("Мероприятия"),
    documents: rows("Документы"),
    consents: rows("Согласия"),
    mails: school.mails().length,
    answers: rows("Ответы"),
    refusedAnswers: story.answered.filter(({ submission }) => !submission.ok).length,
    problems: problemsOf(school),
    charts: school.charts(),
    steps,
  };
}

function problemsOf(school: School): object {
  const { faults, groups } = school.call("loadDataCheck");
  return { count: faults, kinds: groups.map(({ level, mend, faults: own }) => ({ level, mend, count: own.length })) };
}

/** Empties what an earlier demo has left; a folder with somebody's own files in it is not touched. */
function clear(out: string): void {
  const isOurs = existsSync(path.join(out, "summary.json"));
  for (const folder of FOLDERS.map((name) => path.join(out, name))) {
    if (existsSync(folder) && readdirSync(folder).length > 0 && !isOurs) {
      throw new Error(`${folder} holds files that no demo has left: choose another --out.`);
    }
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
  writeFileSync(path.join(out, "summary.json"), "{}\n");
}

async function demo(): Promise<void> {
  const { values } = parseArgs({ options: { out: { type: "string", default: "out" }, staff: { type: "string" } } });
  const out = path.resolve(values.out);
  clear(out);
  const story = await beginStory(values.staff === undefined ? undefined : staffFileAt(values.staff));
  console.log(`Playing a school year with ${story.staff.name}`);
  const school = openSchool();
  const steps = await play(school, story);
  await leaveFiles(school, out);
  await leaveSamples(path.join(out, "samples"));
  writeFileSync(path.join(out, "summary.json"), `${JSON.stringify(summaryOf(school, story, steps), null, 2)}\n`);
  console.log(
    `Left in ${out}: workbook.xlsx, ${school.papers().length} documents, a sample of every template, ${school.mails().length} letters, summary.json`,
  );
  if (libreOffice() === null) console.log("LibreOffice is not installed: the documents come as .docx only.");
}

demo().catch((failure: unknown) => {
  // What the curator would read, as it is; anything else is a defect and shows where it is.
  if (failure instanceof Refusal || failure instanceof Stop) console.error(`✗ ${failure.what} ${failure.mend}`);
  else console.error(failure);
  process.exitCode = 1;
});
