// A number with its noun in the form that Russian asks for.

/**
 * «1 год», «2 года», «5 лет», «1,5 года».
 * @param forms for 1, for 2 and for 5
 */
export function counted(number: number, forms: readonly [one: string, few: string, many: string]): string {
  return `${String(number).replace(".", ",")} ${formFor(number, forms)}`;
}

/** The noun alone, in the form for 1, for 2 or for 5: «месяца» for 3 and for 1,5. */
export function formFor(number: number, [one, few, many]: readonly [string, string, string]): string {
  if (!Number.isInteger(number)) return few;
  const tens = Math.abs(number) % 100;
  const units = tens % 10;
  if (tens >= 11 && tens <= 14) return many;
  if (units === 1) return one;
  return units >= 2 && units <= 4 ? few : many;
}
