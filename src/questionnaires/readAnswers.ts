// A form's raw response as values by question key, whatever the questions are called by now.
import type { RawResponse } from "../google/forms";
import type { AnswerValue } from "./answers.table";
import type { FormQuestion } from "./forms.table";

type RawValue = RawResponse["answers"][string];

/** Longest text kept of one answer: a cell of the sheet holds 50,000 signs for all of them. */
const LONGEST = 4000;

/** How the raw value of each kind of question is read; null where nothing was answered. */
const READ: Readonly<Record<string, (raw: RawValue, question: FormQuestion) => AnswerValue | null>> = {
  number: (raw) => numberIn(raw),
  scale: (raw) => numberIn(raw),
  checkboxes: (raw) => (Array.isArray(raw) ? textsIn(raw) : textIn(raw)),
  grid: (raw, question) => gridIn(raw, question.rows ?? []),
};

/**
 * Values by question key. An item that is none of ours (added in the form by hand) keeps its item id as the key, so
 * that nothing is lost.
 */
export function readAnswers(
  questions: Readonly<Record<string, FormQuestion>>,
  answers: RawResponse["answers"],
): Record<string, AnswerValue> {
  const keys = new Map(Object.entries(questions).map(([key, question]) => [question.item, { key, question }]));
  const values: Record<string, AnswerValue> = {};
  for (const [item, raw] of Object.entries(answers)) {
    const known = keys.get(item);
    const read = (known && READ[known.question.kind]) ?? textIn;
    const value = read(raw, known?.question ?? { item, kind: "short" });
    if (value !== null) values[known?.key ?? `item-${item}`] = value;
  }
  return values;
}

/** The answer as one text; null if there is none. */
export function textAnswer(values: Readonly<Record<string, AnswerValue>>, key: string): string | null {
  const value = values[key];
  if (value === undefined) return null;
  const text = Array.isArray(value) ? value.join("; ") : typeof value === "object" ? "" : String(value);
  return text.trim() === "" ? null : text.trim();
}

/** The answer as a number; null if it is none. */
export function numberAnswer(values: Readonly<Record<string, AnswerValue>>, key: string): number | null {
  const value = values[key];
  if (typeof value === "number") return value;
  return typeof value === "string" ? numberIn(value) : null;
}

/** A grid's rows with the chosen column; {} if there is none. */
export function gridAnswer(
  values: Readonly<Record<string, AnswerValue>>,
  key: string,
): Readonly<Record<string, string>> {
  const value = values[key];
  return typeof value === "object" && !Array.isArray(value) ? value : {};
}

function textIn(raw: RawValue): string | null {
  const text = (Array.isArray(raw) ? textsIn(raw).join("; ") : raw).trim();
  if (text === "") return null;
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

function textsIn(raw: readonly (string | null)[]): string[] {
  return raw
    .filter((text): text is string => text !== null && text.trim() !== "")
    .map((text) => text.slice(0, LONGEST));
}

function numberIn(raw: RawValue): number | null {
  const text = (Array.isArray(raw) ? (raw[0] ?? "") : raw).replace(/[\s\u00a0]/g, "").replace(",", ".");
  return /^[-+]?\d+(?:\.\d+)?$/.test(text) ? Number(text) : null;
}

function gridIn(raw: RawValue, rows: readonly string[]): Record<string, string> | null {
  if (!Array.isArray(raw)) return null;
  const chosen: Record<string, string> = {};
  rows.forEach((row, index) => {
    const column = raw[index];
    if (typeof column === "string" && column !== "") chosen[row] = column;
  });
  return Object.keys(chosen).length > 0 ? chosen : null;
}
