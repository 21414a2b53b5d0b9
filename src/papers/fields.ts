// The short form of a paper, as plain data: its fields, and the values that come back from the sidebar.
import * as z from "zod";

/** A field of the short form. */
export interface Field {
  /** Latin; part of the kept answers. */
  readonly key: string;
  readonly label: string;
  /**
   * `lines` is text with one item a line; `person` and `people` hold codes on «Педагоги»; `date` is «2026-09-01»;
   * `rows` is a small table of text with the columns of `columns`.
   */
  readonly sort:
    "text" | "longText" | "lines" | "date" | "number" | "choice" | "choices" | "flag" | "person" | "people" | "rows";
  readonly note?: string;
  readonly required?: boolean;
  /** For `choice` and `choices`; a `text` with options offers them and takes others too. */
  readonly options?: readonly string[];
  /** For `rows`. */
  readonly columns?: readonly {
    readonly key: string;
    readonly label: string;
    readonly sort?: "text" | "date" | "person";
  }[];
}

/** A value of a field: text, date, choice and person are strings; `lines`, `choices` and `people` lists; `rows` records. */
export type Answer = string | number | boolean | null | readonly string[] | readonly Readonly<Record<string, string>>[];
/** Values by the fields' keys; what is not filled in is absent. */
export type Answers = Readonly<Record<string, Answer>>;

const LONGEST = 10_000;
const MOST = 2_000;
const line = z.string().max(LONGEST);
/** What the browser sends and the register keeps. */
export const answersSchema: z.ZodType<Answers, Answers> = z.record(
  z.string().max(60),
  z.union([
    line,
    z.number(),
    z.boolean(),
    z.null(),
    z.array(line).max(MOST),
    z.array(z.record(z.string().max(60), line)).max(MOST),
  ]),
);

/** A text, trimmed; "" where nothing was typed. */
export function textAnswer(answers: Answers, key: string): string {
  const value = answers[key];
  return typeof value === "string" ? value.trim() : typeof value === "number" ? String(value) : "";
}

/** A list of lines, codes or choices. */
export function listAnswer(answers: Answers, key: string): readonly string[] {
  const value = answers[key];
  const items: readonly unknown[] = Array.isArray(value) ? value : typeof value === "string" ? value.split("\n") : [];
  return items.flatMap((item) => (typeof item === "string" && item.trim() !== "" ? item.trim() : []));
}

/** The rows of a small table; wholly empty ones are left out. */
export function rowsAnswer(answers: Answers, key: string): readonly Readonly<Record<string, string>>[] {
  const value = answers[key];
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return items.flatMap((item): Readonly<Record<string, string>>[] =>
    typeof item === "object" && item !== null && Object.values(item).some((cell) => String(cell).trim() !== "")
      ? [item as Readonly<Record<string, string>>]
      : [],
  );
}

/** A number, or null where none was typed. */
export function numberAnswer(answers: Answers, key: string): number | null {
  const value = answers[key];
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value !== "string" || value.trim() === "") return null;
  const typed = Number(value.replace(/[\s\u00a0]/g, "").replace(",", "."));
  return Number.isFinite(typed) ? typed : null;
}

export function flagAnswer(answers: Answers, key: string): boolean {
  return answers[key] === true;
}
