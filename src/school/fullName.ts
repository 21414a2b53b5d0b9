// Full names: how they are tidied for keeping, taken apart, and compared without joining two different people.
import { mendCyrillicName, textKey, tidyText } from "./typedText";

/** What a cell with a full name says. `doubt` (Russian) tells why a person should look at it. */
export interface FullNameReading {
  fullName: string;
  doubt: string | null;
}

/** Parts of a name for comparing: lower case, ё as е; an initial is a single letter; "" where absent. */
export interface NameParts {
  last: string;
  first: string;
  middle: string;
}

/** equal: every part is written the same. compatible: nothing contradicts (initials or a missing patronymic). */
export type NameLikeness = "equal" | "compatible" | "different";

const PATRONYMIC = /(?:ович|евич|ьич|мич|тич|кич|овна|евна|ична|инична)$/;
/** Parts of a name that are written small. */
const SMALL_WORDS = new Set([
  "оглы",
  "оглу",
  "кызы",
  "гызы",
  "уулу",
  "фон",
  "де",
  "дер",
  "ван",
  "ди",
  "да",
  "эль",
  "аль",
  "бин",
  "ибн",
]);
const INITIAL = /^[А-ЯЁA-Z]\.$/i;
const MAX_NAME_LENGTH = 120;

/**
 * Tidies a full name: spaces, letter case («ИВАНОВ» → «Иванов»), Latin look-alikes, initials («И.И. Иванов» →
 * «Иванов И. И.»), first name first («Иван Иванович Иванов» → «Иванов Иван Иванович»).
 *
 * @example readFullName("ИВАНОВА  мария петровна").fullName //=> "Иванова Мария Петровна"
 */
export function readFullName(raw: string): FullNameReading {
  const whole = mendCyrillicName(tidyText(raw));
  const text = whole.replace(/\([^)]*\)|«[^»]*»|"[^"]*"/g, " ").replace(/[,;]/g, " ");
  const words = surnameFirst(wordsOf(text)).map(properCase);
  // What is no name stays as it was typed: a person has to look at it.
  const fullName = (words.every(isNameWord) ? words.join(" ") : whole).slice(0, MAX_NAME_LENGTH);
  return { fullName, doubt: doubtAbout(whole, words) };
}

/** Whether the text reads as somebody's full name: two to four words, one of them a patronymic, or a surname with initials. */
export function looksLikeFullName(raw: string): boolean {
  const words = wordsOf(mendCyrillicName(tidyText(raw)));
  if (words.length < 2 || words.length > 5 || !words.every(isNameWord)) return false;
  const initials = words.filter((word) => INITIAL.test(word)).length;
  if (initials > 0) return initials <= 2 && words.length - initials >= 1 && words.length - initials <= 2;
  return words.some((word) => PATRONYMIC.test(word.toLowerCase()) || SMALL_WORDS.has(word.toLowerCase()));
}

/** One key for all spellings of a full name: ё/е, case, spaces, dashes and dots do not count. */
export function nameKey(fullName: string): string {
  const { last, first, middle } = nameParts(fullName);
  return `${last} ${first} ${middle}`.trim();
}

/** Takes a full name apart for comparing. */
export function nameParts(fullName: string): NameParts {
  const words = surnameFirst(wordsOf(mendCyrillicName(tidyText(fullName)))).map((word) =>
    textKey(word).replace(/\./g, ""),
  );
  return { last: words[0] ?? "", first: words[1] ?? "", middle: words.slice(2).join(" ") };
}

/** Compares two full names. Symmetric. */
export function compareNames(left: NameParts, right: NameParts): NameLikeness {
  if (left.last === "" || left.last !== right.last) return "different";
  const first = comparePart(left.first, right.first);
  const middle = comparePart(left.middle, right.middle);
  if (first === "different" || middle === "different") return "different";
  return first === "equal" && middle === "equal" ? "equal" : "compatible";
}

/** Two of the three parts are the same, and the third is long and differs by one letter: it may be a slip. Symmetric. */
export function oneTypoApart(left: NameParts, right: NameParts): boolean {
  const apart = (["last", "first", "middle"] as const).filter((part) => left[part] !== right[part]);
  const [part] = apart;
  if (part === undefined || apart.length > 1) return false;
  return left[part].length > 3 && right[part].length > 3 && withinOneEdit(left[part], right[part]);
}

/** One letter replaced, added, dropped, or two neighbours swapped. */
function withinOneEdit(left: string, right: string): boolean {
  if (Math.abs(left.length - right.length) > 1) return false;
  let start = 0;
  while (start < left.length && left.charAt(start) === right.charAt(start)) start++;
  const leftRest = left.slice(start);
  const rightRest = right.slice(start);
  if (leftRest.slice(1) === rightRest.slice(1)) return true;
  if (leftRest.slice(1) === rightRest || leftRest === rightRest.slice(1)) return true;
  return (
    leftRest.charAt(0) === rightRest.charAt(1) &&
    leftRest.charAt(1) === rightRest.charAt(0) &&
    leftRest.slice(2) === rightRest.slice(2)
  );
}

/** The sex that a patronymic tells, or null where it tells nothing. */
export function sexByPatronymic(fullName: string): "женский" | "мужской" | null {
  const { middle } = nameParts(fullName);
  if (/(?:вна|чна|кызы|гызы)$/.test(middle)) return "женский";
  if (/(?:ич|оглы|оглу|уулу)$/.test(middle)) return "мужской";
  return null;
}

/** «Мария Петровна» for addressing somebody; the whole name where it has no first name in full. */
export function givenNames(fullName: string): string {
  const words = wordsOf(tidyText(fullName));
  const given = words.slice(1);
  return given.length > 0 && !given.some((word) => INITIAL.test(word)) ? given.join(" ") : words.join(" ");
}

function comparePart(left: string, right: string): NameLikeness {
  if (left === right) return "equal";
  if (left === "" || right === "") return "compatible";
  const initial = left.length === 1 || right.length === 1;
  return initial && left.charAt(0) === right.charAt(0) ? "compatible" : "different";
}

function wordsOf(text: string): string[] {
  return text
    .replace(/\s*[‐‑‒–—−-]\s*/g, "-")
    .replace(/\.+\s*/g, ". ")
    .split(" ")
    .map((word) => word.replace(/^-+|-+$/g, "").replace(/-{2,}/g, "-"))
    .filter((word) => word !== "" && word !== ".")
    .map((word, index) => (index > 0 && word.length === 1 ? `${word}.` : word));
}

/** A patronymic in the second place means that the surname stands last; so do initials in front. */
function surnameFirst(words: string[]): string[] {
  const [one = "", two = "", three = "", ...rest] = words;
  if (rest.length === 0 && INITIAL.test(one) && words.length > 1) {
    const surname = words.filter((word) => !INITIAL.test(word));
    return [...surname, ...words.filter((word) => INITIAL.test(word))];
  }
  const patronymicSecond = PATRONYMIC.test(two.toLowerCase()) && !PATRONYMIC.test(three.toLowerCase());
  if (words.length === 3 && patronymicSecond && !INITIAL.test(three) && !SMALL_WORDS.has(three.toLowerCase())) {
    return [three, one, two];
  }
  return words;
}

function properCase(word: string): string {
  if (INITIAL.test(word)) return word.toUpperCase();
  if (SMALL_WORDS.has(word.toLowerCase())) return word.toLowerCase();
  return word
    .split("-")
    .map((part) => (hasOwnCase(part) ? part : part.charAt(0).toUpperCase() + part.slice(1).toLowerCase()))
    .join("-");
}

/** «МакКоннелл» is typed so on purpose; «ИВАНОВ», «иванов» and «иВАНОВ» are not. */
function hasOwnCase(part: string): boolean {
  const rest = part.slice(1);
  return part.charAt(0) !== part.charAt(0).toLowerCase() && rest !== rest.toUpperCase();
}

function isNameWord(word: string): boolean {
  return /^[А-ЯЁа-яёA-Za-z][А-ЯЁа-яёA-Za-z'’-]*\.?$/.test(word);
}

function doubtAbout(whole: string, words: readonly string[]): string | null {
  if (words.length === 0) return "ФИО не указано";
  if (words.length === 1) return "в ФИО только одно слово";
  if (words.length > 5 || whole.length > MAX_NAME_LENGTH || !words.every(isNameWord)) {
    return "в ячейке с ФИО есть что-то ещё";
  }
  if (/[(«"]/.test(whole)) return "в ФИО есть пометка в скобках или кавычках";
  if (/[A-Za-z]/.test(words.join("")) && /[А-Яа-яЁё]/.test(words.join("")))
    return "в ФИО смешаны русские и латинские буквы";
  return null;
}
