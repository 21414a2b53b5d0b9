// The six cases of Russian and what it means to have a word in all of them.

export const CASES = ["nominative", "genitive", "dative", "accusative", "instrumental", "prepositional"] as const;
export type Case = (typeof CASES)[number];

/** What the cases are called: «дательный». */
export const CASE_NAMES: Readonly<Record<Case, string>> = {
  nominative: "именительный",
  genitive: "родительный",
  dative: "дательный",
  accusative: "винительный",
  instrumental: "творительный",
  prepositional: "предложный",
};

/** A word or phrase in every case. */
export type Forms = Readonly<Record<Case, string>>;

export type Gender = "male" | "female";

/** A declined word or phrase, with what a person should look at before signing (Russian sentences; empty = sure). */
export interface Declined {
  readonly forms: Forms;
  readonly doubts: readonly string[];
  /** Cases that hold the school's own form, of the whole or of a part; left out where there is none. */
  readonly own?: readonly Case[];
}

/**
 * A line of the school's own list of exceptions; it wins over every rule.
 * `word` is a surname, a name, a whole full name or a whole post, in the nominative, in any letter case.
 * A case that is left out is the rules' to decide.
 */
export interface OwnForms {
  readonly word: string;
  readonly gender?: Gender;
  readonly forms: Partial<Forms>;
}

/** Builds all six forms by asking for one case at a time. */
export const formsBy = (make: (wanted: Case) => string): Forms => ({
  nominative: make("nominative"),
  genitive: make("genitive"),
  dative: make("dative"),
  accusative: make("accusative"),
  instrumental: make("instrumental"),
  prepositional: make("prepositional"),
});

/** The same text in every case. */
export const unchanging = (text: string): Forms => formsBy(() => text);

/** Joins declined parts, case by case. */
export const joinForms = (parts: readonly Forms[], separator: string): Forms =>
  formsBy((wanted) => parts.map((part) => part[wanted]).join(separator));

/** Case-, ё- and space-insensitive key of a word, for looking it up. */
export const lookupKey = (text: string): string =>
  text
    .replace(/[\s\u00a0\u202f]+/g, " ")
    .trim()
    .toLowerCase()
    .replace(/ё/g, "е");

/**
 * Takes the school's own forms of a word, if it has them for this gender, and asks the rules for the rest. A word that the
 * school has set is beyond doubt.
 */
export function ownFirst(
  own: readonly OwnForms[],
  word: string,
  gender: Gender | null,
  byRules: () => Declined,
): Declined {
  const key = lookupKey(word);
  const found = own.find(
    (line) => lookupKey(line.word) === key && (line.gender === undefined || gender === null || line.gender === gender),
  );
  const ruled = byRules();
  if (found === undefined) return ruled;
  const forms = formsBy((wanted) => {
    const set = found.forms[wanted];
    return set === undefined ? ruled.forms[wanted] : likeOriginal(word, set);
  });
  return {
    forms,
    doubts: [],
    own: [...(ruled.own ?? []), ...CASES.filter((wanted) => found.forms[wanted] !== undefined)],
  };
}

/** The doubts and own cases of parts that make up one word or phrase. */
export const gathered = (parts: readonly Declined[]): Pick<Declined, "doubts" | "own"> => ({
  doubts: parts.flatMap(({ doubts }) => doubts),
  own: parts.flatMap(({ own }) => own ?? []),
});

/**
 * Gives a declined word the letter case of the word it was made from:
 * likeOriginal("ИВАНОВ", "Иванова") //=> "ИВАНОВА"; likeOriginal("МакДональд", "Макдональда") //=> "МакДональда"
 */
export function likeOriginal(original: string, declined: string): string {
  let common = 0;
  while (common < original.length && sameLetter(original.charAt(common), declined.charAt(common))) common++;
  const allCapitals = original.length > 1 && original === original.toUpperCase();
  const ending = declined.slice(common);
  return original.slice(0, common) + (allCapitals ? ending.toUpperCase() : ending);
}

const sameLetter = (a: string, b: string): boolean => b !== "" && a.toLowerCase() === b.toLowerCase();
