// Checks what a cell points to: codes of records in other tables, words of dictionaries.
import { factsOf } from "./column";
import type { Layout } from "./layout";
import type { Problem } from "./problems";
import { problemAt, type RowRecord } from "./rows";
import type { Table } from "./table";

/**
 * @param codesOf the codes of a table by its key; null if it has not been read
 * @param wordsOf the words of a dictionary by its key
 */
export function linkProblems(
  table: Table,
  layout: Layout,
  rows: readonly RowRecord[],
  codesOf: (table: string) => { has(code: string): boolean } | null,
  wordsOf: (dictionary: string) => readonly string[],
): Problem[] {
  const checks = Object.entries(table.columns).flatMap(([key, column]) => {
    const { table: other, dictionary, outlives } = factsOf(column);
    if (outlives) return [];
    if (dictionary !== undefined && rows.some(({ record }) => valuesOf(record[key]).length > 0)) {
      return [{ key, known: new Set(wordsOf(dictionary)), tell: unknownWord }];
    }
    const codes = other === undefined ? null : codesOf(other);
    return codes ? [{ key, known: codes, tell: unknownCode }] : [];
  });
  return rows.flatMap(({ row, record }) =>
    checks.flatMap(({ key, known, tell }) =>
      valuesOf(record[key])
        .filter((value) => !known.has(value))
        .map((value) => problemAt(table, layout, { row, key, code: record.code || null, ...tell(value) })),
    ),
  );
}

function valuesOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];
}

function unknownWord(word: string): Pick<Problem, "what" | "mend" | "level"> {
  return {
    what: `«${word.slice(0, 60)}» нет в справочнике.`,
    mend: "Исправьте опечатку или допишите значение на вкладке «Справочники».",
    level: "warning",
  };
}

function unknownCode(code: string): Pick<Problem, "what" | "mend" | "level"> {
  return {
    what: `Записи с кодом ${code.slice(0, 40)} нет.`,
    mend: "Проверьте код: запись могла быть удалена или код введён с ошибкой.",
    level: "error",
  };
}
