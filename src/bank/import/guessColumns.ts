// Guesses which row of a staff list holds the headings and what each column is; the curator confirms it.
import { contentSureness, dateColumn, headingKey, headingSureness, IMPORT_FIELDS, type ImportField } from "./fields";
import { tidyText } from "../../school/typedText";

/** Field → index of the column that holds it (from 0). */
export type ColumnMapping = Partial<Record<ImportField, number>>;

export interface GuessedColumn {
  index: number;
  heading: string;
  field: ImportField | null;
  /** 0…1; below 0.6 the curator is asked to look. */
  confidence: number;
  samples: string[];
}

export interface ColumnGuess {
  /** Row of the headings, from 0; −1 where the list has none. */
  headerRow: number;
  /** First row of people, from 0. */
  firstRow: number;
  columns: GuessedColumn[];
  /** Why the list cannot be imported as it is, in Russian; null where names were found. */
  problem: { what: string; mend: string } | null;
}

const ROWS_TO_SEARCH = 40;
const ROWS_TO_SAMPLE = 200;
const MIN_SURE = 0.4;
/** Headings as sure as «ФИО» alone. */
const MIN_HEADER = 0.85;
/** Fields that a bare content may decide without any heading. */
const BY_CONTENT: readonly ImportField[] = [
  "code",
  "contacts",
  "email",
  "phone",
  "fullName",
  "category",
  "sex",
  "post",
  "subject",
  "experienceYears",
  "education",
];
/** A heading that says one of these may stand over any of them: the content decides. */
const CONTENT_OVERRULES: readonly ImportField[] = ["email", "phone", "contacts"];

interface Guess {
  field: ImportField;
  index: number;
  sure: number;
}

/**
 * Guesses the layout of a list: titles above, a heading in one or two rows, columns in any order.
 *
 * @param rows cells as text, as the file has them
 * @param today ISO date, for telling dates of birth from dates of hiring
 */
export function guessColumns(rows: readonly (readonly string[])[], today: string): ColumnGuess {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const header = findHeader(rows, width);
  const firstRow = header.row < 0 ? firstFilledRow(rows) : header.row + header.height;
  const sample = rows.slice(firstRow, firstRow + ROWS_TO_SAMPLE);
  const cellsOf = (index: number) => sample.map((row) => row[index] ?? "");
  const guesses: Guess[] = [];
  for (let index = 0; index < width; index++) {
    guesses.push(...guessesFor(index, header.labels[index] ?? "", cellsOf(index), today));
  }
  const chosen = withSplitNames(choose(guesses), (index) => (header.labels[index] ?? "").trim() === "", cellsOf);
  const columns = Array.from({ length: width }, (_, index): GuessedColumn => {
    const guess = chosen.find((candidate) => candidate.index === index);
    return {
      index,
      heading: tidyText(header.labels[index] ?? ""),
      field: guess?.field ?? null,
      confidence: guess ? Math.round(guess.sure * 100) / 100 : 0,
      samples: samplesOf(cellsOf(index)),
    };
  });
  return { headerRow: header.row, firstRow, columns, problem: problemWith(rows, chosen) };
}

/** The sheet that reads most like a list of people, with its layout; the first one if none does. */
export function guessSheet<S extends { rows: readonly (readonly string[])[] }>(
  sheets: readonly S[],
  today: string,
): { sheet: S; guess: ColumnGuess } | null {
  const guessed = sheets.map((sheet) => ({ sheet, guess: guessColumns(sheet.rows, today) }));
  const known = ({ guess }: { guess: ColumnGuess }) =>
    guess.problem === null ? guess.columns.filter(({ field }) => field !== null).length : 0;
  return guessed.reduce<(typeof guessed)[number] | null>(
    (best, next) => (best === null || known(next) > known(best) ? next : best),
    null,
  );
}

/** The mapping that a guess proposes. */
export function mappingOf(guess: ColumnGuess): ColumnMapping {
  const mapping: ColumnMapping = {};
  for (const { field, index } of guess.columns) if (field) mapping[field] = index;
  return mapping;
}

interface Header {
  row: number;
  height: number;
  labels: string[];
}

/**
 * The first row that reads about as much like headings as any (repeated headings come later); a second row joins it
 * where the heading is split («Стаж»: «общий», «педагогический»).
 */
function findHeader(rows: readonly (readonly string[])[], width: number): Header {
  const searched = rows
    .slice(0, ROWS_TO_SEARCH + 1)
    .map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ""));
  const scores = searched.map(headerScore);
  const candidates = searched.slice(0, ROWS_TO_SEARCH).map((row, index) => {
    const alone = { row: index, height: 1, labels: row, score: scores[index] ?? 0 };
    const next = searched[index + 1];
    if (!next || row.filter((cell) => cell.trim() !== "").length < 2) return alone;
    const both = joined(row, next);
    const score = headerScore(both);
    const better = score > Math.max(alone.score, scores[index + 1] ?? 0) + 0.05;
    return better ? { row: index, height: 2, labels: both, score } : alone;
  });
  const best = candidates.reduce((most, { score }) => Math.max(most, score), 0);
  const found = best < MIN_HEADER ? undefined : candidates.find(({ score }) => score >= best * 0.8);
  return found ?? { row: -1, height: 0, labels: [] };
}

function joined(upper: readonly string[], lower: readonly string[]): string[] {
  let carried = "";
  return upper.map((label, index) => {
    const under = lower[index] ?? "";
    if (label.trim() !== "") carried = label;
    return `${label.trim() === "" && under.trim() !== "" ? carried : label} ${under}`.trim();
  });
}

/** The sum of how sure each field can be of its best label; a heading is short text, not a person. */
function headerScore(labels: readonly string[]): number {
  const short = labels.filter(
    (label) => label.trim() !== "" && headingKey(label).length <= 80 && !/@|\d{5}/.test(label),
  );
  return IMPORT_FIELDS.reduce((sum, field) => {
    const best = short.reduce((most, label) => Math.max(most, headingSureness(field, label)), 0);
    return sum + (best >= MIN_SURE ? best : 0);
  }, 0);
}

function guessesFor(index: number, label: string, cells: readonly string[], today: string): Guess[] {
  const byHeading = IMPORT_FIELDS.map((field) => ({ field, index, sure: headingSureness(field, label) }))
    .filter(({ sure }) => sure >= MIN_SURE)
    .map((guess) => weighedByContent(guess, cells, today));
  const byContent = BY_CONTENT.map((field) => ({
    field,
    index,
    sure: contentSureness(field, cells, today) >= 0.6 ? contentSureness(field, cells, today) * 0.75 : 0,
  })).filter(({ sure }) => sure >= MIN_SURE);
  return [...byHeading, ...byContent, ...dateGuesses(index, label, cells, today)];
}

/** A heading over other content than it promises counts less; over the right content, a little more. */
function weighedByContent(guess: Guess, cells: readonly string[], today: string): Guess {
  const share = contentSureness(guess.field, cells, today);
  if (CONTENT_OVERRULES.includes(guess.field)) {
    const filled = cells.some((cell) => cell.trim() !== "");
    return { ...guess, sure: filled && share < 0.2 ? guess.sure * 0.5 : guess.sure };
  }
  if (guess.field === "code") return { ...guess, sure: share > 0.5 ? 1 : 0 };
  return { ...guess, sure: Math.min(1, guess.sure + share * 0.05) };
}

function dateGuesses(index: number, label: string, cells: readonly string[], today: string): Guess[] {
  const { share, middleYear } = dateColumn(cells, today);
  if (share < 0.6 || (label.trim() !== "" && !/дата|год|когда/i.test(label))) return [];
  const age = Number(today.slice(0, 4)) - middleYear;
  return [{ field: age >= 25 ? "birthYear" : "hiredOn", index, sure: 0.45 }];
}

/** Takes the surest guesses first; a field and a column are each used once. */
function choose(guesses: readonly Guess[]): Guess[] {
  const chosen: Guess[] = [];
  const sorted = [...guesses].sort((one, other) => other.sure - one.sure || one.index - other.index);
  for (const guess of sorted) {
    const taken = chosen.some(({ field, index }) => field === guess.field || index === guess.index);
    if (!taken && guess.sure >= MIN_SURE) chosen.push(guess);
  }
  return withoutHalfNames(chosen);
}

/** «Фамилия» over whole names is a full name; «ФИО» beside separate first names gives way to the three columns. */
function withoutHalfNames(chosen: readonly Guess[]): Guess[] {
  const has = (field: ImportField) => chosen.some((guess) => guess.field === field);
  if (has("lastName") && has("firstName")) return chosen.filter(({ field }) => field !== "fullName");
  if (has("lastName") && !has("fullName")) {
    return chosen.map((guess) =>
      guess.field === "lastName" ? { ...guess, field: "fullName", sure: guess.sure * 0.8 } : guess,
    );
  }
  return chosen.filter(({ field }) => !["lastName", "firstName", "middleName"].includes(field));
}

/** «ФИО» merged over three columns: single words under it, and the two columns on its right have no headings. */
function withSplitNames(
  chosen: readonly Guess[],
  isUnnamed: (index: number) => boolean,
  cellsOf: (index: number) => string[],
): readonly Guess[] {
  const name = chosen.find(({ field }) => field === "fullName");
  if (!name || ![1, 2].every((step) => isUnnamed(name.index + step))) return chosen;
  const share = (index: number, looks: RegExp) => {
    const filled = cellsOf(index).filter((cell) => cell.trim() !== "");
    return filled.length === 0 ? 0 : filled.filter((cell) => looks.test(cell.trim())).length / filled.length;
  };
  const oneWord = /^[А-ЯЁа-яёA-Za-z-]+$/;
  const isSplit =
    [0, 1].every((step) => share(name.index + step, oneWord) > 0.6) &&
    share(name.index + 2, /(?:вич|вна|ична|ьич|оглы|кызы)$/i) > 0.6;
  if (!isSplit) return chosen;
  const parts = (["lastName", "firstName", "middleName"] as const).map((field, step) => ({
    field,
    index: name.index + step,
    sure: name.sure,
  }));
  return [...chosen.filter(({ index }) => !parts.some((part) => part.index === index)), ...parts];
}

function problemWith(rows: readonly (readonly string[])[], chosen: readonly Guess[]): ColumnGuess["problem"] {
  if (rows.every((row) => row.every((cell) => cell.trim() === ""))) {
    return { what: "Список пуст.", mend: "Выберите файл или вкладку, где есть строки с работниками." };
  }
  if (chosen.some(({ field }) => field === "fullName" || field === "lastName")) return null;
  return {
    what: "Не нашли столбец с ФИО.",
    mend: "Укажите его сами в списке столбцов ниже или добавьте в файл заголовок «ФИО» и выберите файл снова.",
  };
}

function firstFilledRow(rows: readonly (readonly string[])[]): number {
  const index = rows.findIndex((row) => row.some((cell) => cell.trim() !== ""));
  return Math.max(0, index);
}

function samplesOf(cells: readonly string[]): string[] {
  const distinct = cells.map(tidyText).filter((cell, index, all) => cell !== "" && all.indexOf(cell) === index);
  return distinct.slice(0, 3).map((cell) => cell.slice(0, 60));
}
