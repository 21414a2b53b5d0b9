// Documents made by the add-on, against the way that schools' own scripts make them, on the same clock.
import path from "node:path";
import { COMMIT_MILLISECONDS, costOf } from "../sandbox/kernel/latency";
import { loadSamples } from "../scripts/load-samples";
import type { Sample } from "../scripts/samples";
import { personalDataConsent } from "../src/bank/consentPapers";
import { people } from "../src/bank/people.table";
import { pairs } from "../src/pairing/pairs.table";
import { LargeSchool } from "./largeSchool";
import { cpuOf, type Line } from "./line";
import { jobLines, lines } from "./serverCalls";

const MANY = 100;
const CPU_MS = 60;
const EXECUTION_S = 90;
const TURNS = 10;

/** An order with 100 pairs and 100 consents: calls, modelled seconds, and what the usual way would take. */
export function documentLines(bundle: string): Line[] {
  const school = new LargeSchool(bundle, {
    people: 400,
    mentors: 100,
    mentees: 200,
    pairs: MANY,
    status: "предложена",
  });
  const codes = school.write((wb) => wb.all(pairs).map((pair) => pair.code));
  const order = lines("Order with 100 pairs", school.call("makeOrder", { pairs: codes }), { seconds: EXECUTION_S });
  const subjects = school.write((wb) =>
    wb
      .all(people)
      .slice(0, MANY)
      .map((person) => person.code),
  );
  const consents = jobLines(
    school,
    "100 consents",
    school.call("makePapers", { kind: personalDataConsent.key, subjects, values: {}, document: null }),
    EXECUTION_S,
  );
  const { samples, largeOrder } = loadSamples(path.join(bundle, "templates"));
  const kinds = samples();
  return [
    ...order,
    usualOrder(tagsOf(kinds, "assignmentOrder")),
    ...consents,
    usualConsents(tagsOf(kinds, personalDataConsent.key)),
    ...renderingLines(kinds, largeOrder(MANY)),
  ];
}

/** How many different tags a kind's template has: the usual script replaces each by a call of its own. */
function tagsOf(kinds: readonly Sample[], key: string): number {
  const kind = kinds.find((one) => one.key === key);
  if (kind === undefined) throw new Error(`There is no kind of paper ${key}.`);
  return kind.tags;
}

// --- The usual way: a model, not a measurement. The sandbox emulates no DocumentApp, so its calls are counted and priced by
// --- what the table of costs says of the like: a copy is a request to Drive, a document opens as a spreadsheet does, an edit
// --- of an open document is a buffered write, saving commits.

const MODEL = {
  readRow: costOf("Spreadsheet.Range", "getValues").milliseconds,
  makeCopy: costOf("Drive.File", "makeCopy").milliseconds,
  open: costOf("Spreadsheet.SpreadsheetApp", "openById").milliseconds,
  edit: costOf("Spreadsheet.Range", "setValue").milliseconds,
  save: COMMIT_MILLISECONDS,
} as const;

/** Tags of one pair in the order's table, each replaced in the copied row. */
const TAGS_A_PAIR = 8;

function usualOrder(tags: number): Line {
  const whole = MODEL.makeCopy + MODEL.open + MODEL.edit * tags + MODEL.save;
  // A row of the template's table is copied, appended and filled; the pair's row is read from the sheet.
  const pair = MODEL.readRow + MODEL.edit * (2 + TAGS_A_PAIR);
  return usual("the order", whole + MANY * pair, 3 + tags + MANY * (3 + TAGS_A_PAIR));
}

function usualConsents(tags: number): Line {
  // The link goes back into the sheet, and the next row's read waits until it is written.
  const one = MODEL.readRow + MODEL.makeCopy + MODEL.open + MODEL.edit * (tags + 1) + MODEL.save + COMMIT_MILLISECONDS;
  return usual("the consents", MANY * one, MANY * (tags + 5));
}

const usual = (work: string, milliseconds: number, calls: number): Line => ({
  work: `— the usual way (a model), ${work}`,
  figure: milliseconds / 1000,
  unit: "modelled s",
  note: `${String(calls)} service calls: a copy, replaceText per tag, row by row`,
});

/** Processor time of filling one document. */
function renderingLines(kinds: readonly Sample[], order: Sample): Line[] {
  const measured = kinds.map(({ key, fill }) => ({ key, cpu: cpuOfFilling(fill) }));
  const dearest = measured.reduce((most, kind) => (kind.cpu > most.cpu ? kind : most));
  const mean = measured.reduce((sum, { cpu }) => sum + cpu, 0) / measured.length;
  const unit = "ms CPU";
  const budget = CPU_MS;
  return [
    { work: "Fill a document, mean of all kinds", figure: mean, unit, budget, note: `${String(kinds.length)} kinds` },
    { work: "Fill a document, the dearest kind", figure: dearest.cpu, unit, budget, note: dearest.key },
    { work: `Fill an order with ${String(MANY)} pairs`, figure: cpuOfFilling(order.fill), unit, budget },
  ];
}

function cpuOfFilling(fill: () => string): number {
  fill();
  const all = cpuOf(() => {
    for (let turn = 0; turn < TURNS; turn++) fill();
  });
  return all / TURNS;
}
