// Finding people by what is typed of their names: ё or е, case, order and initials do not matter. The browser uses it too.
import { textKey, mendCyrillicName } from "../school/typedText";

/** Words of a name or of a search, tidied: «Семёнова М.П.» → [«семенова», «м», «п»]. */
function wordsOf(text: string): string[] {
  return textKey(mendCyrillicName(text))
    .split(/[\s.,;]+/)
    .filter((word) => word !== "");
}

/**
 * Whether every typed word begins another word of the name: «сем мар» finds «Семёнова Мария Петровна», and so do
 * «М. П. Семенова» and «семёнова м».
 */
export function matchesName(typed: string, fullName: string): boolean {
  const wanted = wordsOf(typed);
  return wanted.length > 0 && covers(wanted, wordsOf(fullName));
}

function covers([word, ...others]: readonly string[], names: readonly string[]): boolean {
  if (word === undefined) return true;
  return names.some(
    (name, at) =>
      // In the table itself the name may stand with initials only.
      (name.startsWith(word) || (name.length === 1 && word.startsWith(name))) &&
      covers(
        others,
        names.filter((_, other) => other !== at),
      ),
  );
}

/** Those whose name fits, surnames that begin with the first typed word in front; by the code where one is typed. */
export function findByName<P extends { code: string; fullName: string }>(typed: string, people: readonly P[]): P[] {
  const [first = ""] = wordsOf(typed);
  const code = typed.trim().toUpperCase();
  const leads = ({ fullName }: P): boolean => (wordsOf(fullName)[0] ?? "").startsWith(first);
  const found = people.filter((person) => person.code === code || matchesName(typed, person.fullName));
  return [...found.filter(leads), ...found.filter((person) => !leads(person))];
}
