// The forms that documents hold, gathered by word: what the sidebar shows before anything is made.
import { CASES, CASE_NAMES } from "./grammar/cases";
import type { UsedForm } from "./values";

/** A word with the cases that documents use. */
interface WordForms {
  readonly kind: UsedForm["kind"];
  readonly word: string;
  /** In the order of the cases, by their Russian names: «дательный». */
  readonly forms: { case: string; form: string }[];
  /** Why the word should be looked at; "" if there is no doubt. */
  readonly doubt: string;
  /** Some form is the school's own, from «Склонения». */
  readonly own: boolean;
}

/** Gathers forms of one or many documents, each word once; the doubtful words come first. */
export function wordForms(used: readonly UsedForm[]): readonly WordForms[] {
  const byWord = new Map<string, UsedForm[]>();
  for (const form of used) {
    const key = `${form.kind} ${form.word}`;
    byWord.set(key, [...(byWord.get(key) ?? []), form]);
  }
  const words = [...byWord.values()].flatMap((forms): WordForms[] => {
    const [first] = forms;
    if (first === undefined) return [];
    const shown = CASES.flatMap((wanted) => {
      const form = forms.find((one) => one.wanted === wanted)?.form;
      return form === undefined ? [] : [{ case: CASE_NAMES[wanted], form }];
    });
    const doubt = forms.map((form) => form.doubt).find((one) => one !== "") ?? "";
    return [{ kind: first.kind, word: first.word, forms: shown, doubt, own: forms.some(({ own }) => own) }];
  });
  return [...words.filter(({ doubt }) => doubt !== ""), ...words.filter(({ doubt }) => doubt === "")];
}
