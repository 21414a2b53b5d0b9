// What stands in the short form: what is missing in it, and what is sent.
import type { Answer, Answers, Field } from "../../papers/fields";

export type RowAnswer = Readonly<Record<string, string>>;

/** A field as text; lines one under the other. */
export function textOf(value: Answer | undefined): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value).replace(".", ",");
  return Array.isArray(value) ? value.filter((line) => typeof line === "string").join("\n") : "";
}

/** Codes, choices or lines. */
export function listOf(value: Answer | undefined): readonly string[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : typeof value === "string" ? value.split("\n") : [];
  return items.filter((item): item is string => typeof item === "string" && item !== "");
}

/** Rows of a small table. */
export function rowsOf(value: Answer | undefined): readonly RowAnswer[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return items.filter((item): item is RowAnswer => typeof item === "object" && item !== null);
}

function isBlank(value: Answer | undefined): boolean {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return items.every((item) =>
      typeof item === "object" && item !== null
        ? Object.values(item).every((cell) => String(cell).trim() === "")
        : String(item).trim() === "",
    );
  }
  return textOf(value).trim() === "";
}

const isNumber = (text: string): boolean => /^-?\d[\d\s\u00a0]*([.,]\d+)?$/.test(text.trim());

/** What keeps the form from being checked, by the fields' keys. */
export function faultsOf(fields: readonly Field[], values: Answers): Readonly<Record<string, string>> {
  const faults: Record<string, string> = {};
  for (const { key, sort, required } of fields) {
    const value = values[key];
    // An empty tick is an answer too.
    if (required === true && sort !== "flag" && isBlank(value)) faults[key] = "Заполните это поле.";
    else if (sort === "number" && !isBlank(value) && !isNumber(textOf(value))) faults[key] = "Введите число.";
  }
  return faults;
}
