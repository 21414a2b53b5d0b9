// What a typed cell turned out to say: a value, or a doubt that a person has to settle.

/** `value` is null for an empty or unreadable cell; `doubt` (Russian) says what is wrong or was left out. */
export interface Reading<T> {
  value: T | null;
  doubt: string | null;
}

export const NOTHING = { value: null, doubt: null } as const;

/** Says that the cell cannot be taken as it is. */
export function doubtful(doubt: string): Reading<never> {
  return { value: null, doubt };
}

/** A clean value. */
export function certain<T>(value: T): Reading<T> {
  return { value, doubt: null };
}

/** Cells that mean «nothing here»: a dash, «нет», «не указано», «н/д». */
export function meansNothing(text: string): boolean {
  return /^(?:|[-–—.?/]+|нет|не указан[оа]?|нет данных|н\/д|нд|отсутствует|не имеется|n\/a|null)$/i.test(text);
}
