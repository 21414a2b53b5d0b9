// `npm run demo [-- --out DIR] [-- --staff FILE]`: plays a school year headless and leaves its files to be opened.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { libreOffice, pdfOf } from "../sandbox/drive/pdf";
import { exportForm } from "../sandbox/forms/respond";
import { formsOf } from "../sandbox/forms/state";
import { exportXlsx } from "../sandbox/spreadsheet/xlsx";
import { Stop } from "../src/google/stop";
import { openSchool, Refusal, type School } from "../test/story/school";
import { beginStory, SCHOOL_YEAR, staffFileAt, type Story } from "../test/story/schoolYear.story";
import { emlOf } from "./eml";

/** Folders that the demo fills; only these are emptied before. */
const FOLDERS = ["documents", "outbox", "forms"] as const;

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
    const name = `${String(index + 1).padStart(3, "0")} ${mail.to[0] ?? ""}.eml`;
    writeFileSync(
      path.join(out, "outbox", fileName(name)),
      emlOf(mail, (hash) => school.world.blobs.get(hash)),
    );
  });
  for (const id of Object.keys(formsOf(school.world))) {
    const form = exportForm(school.world, id) as { title?: string };
    writeFileSync(path.join(out, "forms", fileName(`${form.title ?? id}.json`)), `${JSON.stringify(form, null, 2)}\n`);
  }
}

function leaveDocuments(school: School, folder: string): void {
  const taken = new Set<string>();
  for (const paper of school.papers()) {
    if (paper.content === undefined) continue;
    const wanted = fileName(paper.name);
    const name = taken.has(wanted) ? fileName(`${paper.name} ${paper.id.slice(0, 6)}`) : wanted;
    taken.add(name);
    writeFileSync(path.join(folder, `${name}.docx`), school.world.blobs.get(paper.content));
    const pdf = libreOffice() === null ? null : pdfOf(school.world, paper.content, "docx");
    if (pdf !== null) writeFileSync(path.join(folder, `${name}.pdf`), pdf);
  }
}

/** A name that every file system takes. */
function fileName(name: string): string {
  return name
    .replace(/[\\/:*?"<>|]/g, "-")
    .replace(/\s+/g, " ")
    .slice(0, 90)
    .trim();
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

async function demo(): Promise<void> {
  const { values } = parseArgs({ options: { out: { type: "string", default: "out" }, staff: { type: "string" } } });
  const out = path.resolve(values.out);
  for (const folder of FOLDERS) {
    rmSync(path.join(out, folder), { recursive: true, force: true });
    mkdirSync(path.join(out, folder), { recursive: true });
  }
  const story = await beginStory(values.staff === undefined ? undefined : staffFileAt(values.staff));
  console.log(`Playing a school year with ${story.staff.name}`);
  const school = openSchool();
  const steps = await play(school, story);
  await leaveFiles(school, out);
  writeFileSync(path.join(out, "summary.json"), `${JSON.stringify(summaryOf(school, story, steps), null, 2)}\n`);
  console.log(
    `Left in ${out}: workbook.xlsx, ${school.papers().length} documents, ${school.mails().length} letters, summary.json`,
  );
  if (libreOffice() === null) console.log("LibreOffice is not installed: the documents come as .docx only.");
}

demo().catch((failure: unknown) => {
  // What the curator would read, as it is; anything else is a defect and shows where it is.
  if (failure instanceof Refusal || failure instanceof Stop) console.error(`✗ ${failure.what} ${failure.mend}`);
  else console.error(failure);
  process.exitCode = 1;
});
