// What is wrong with an organisation's ИНН and ОГРН: their last digits check the others.

/** A Russian sentence, or null for a right or an empty number. Source: the tax service's rule for the check digits of ИНН. */
export function doubtOfInn(typed: string): string | null {
  const digits = digitsIn(typed);
  if (digits.length === 0 && typed.trim() === "") return null;
  if (!isDigits(typed) || digits.length !== 10) return "ИНН организации состоит из 10 цифр. Проверьте, пожалуйста.";
  return remainder(digits, [2, 4, 10, 3, 5, 9, 4, 6, 8]) === digits[9] ? null : doubtOf("ИНН");
}

/** A Russian sentence, or null for a right or an empty number. The last digit is the rest of the first twelve by 11. */
export function doubtOfOgrn(typed: string): string | null {
  const digits = digitsIn(typed);
  if (digits.length === 0 && typed.trim() === "") return null;
  if (!isDigits(typed) || digits.length !== 13) return "ОГРН организации состоит из 13 цифр. Проверьте, пожалуйста.";
  const first = Number(digits.slice(0, 12).join(""));
  return (first % 11) % 10 === digits[12] ? null : doubtOf("ОГРН");
}

const doubtOf = (what: string): string =>
  `Похоже, в ${what} опечатка: контрольная цифра не сходится. Сверьте его с уставом или выпиской из ЕГРЮЛ.`;

const isDigits = (typed: string): boolean => /^[\d\s]*$/.test(typed);
const digitsIn = (typed: string): number[] => Array.from(typed.replace(/\D/g, ""), Number);

function remainder(digits: readonly number[], weights: readonly number[]): number {
  return (weights.reduce((sum, weight, at) => sum + weight * (digits[at] ?? 0), 0) % 11) % 10;
}
