// Numbers and lists as Russian writes them.

const NBSP = "\u00a0";

/**
 * The noun form that goes with a number.
 * @param forms one, two, five: ["месяц", "месяца", "месяцев"]
 * @example agree(3, ["месяц", "месяца", "месяцев"]) //=> "месяца"
 */
export function agree(count: number, forms: readonly [string, string, string]): string {
  const whole = Math.abs(count);
  if (!Number.isInteger(whole)) return forms[1];
  const lastTwo = whole % 100;
  const last = whole % 10;
  if (lastTwo >= 11 && lastTwo <= 14) return forms[2];
  if (last === 1) return forms[0];
  return last >= 2 && last <= 4 ? forms[1] : forms[2];
}

/** «3 месяца», with a non-breaking space and a decimal comma. */
export const countOf = (count: number, forms: readonly [string, string, string]): string =>
  `${String(count).replace(".", ",")}${NBSP}${agree(count, forms)}`;

/** «Иванов, Петров и Сидоров». */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} и ${items[items.length - 1] ?? ""}`;
}
