// Puts a word form that the curator has set right on the preview into «Склонения», where it wins over the rules.
import { people } from "../bank/people.table";
import { declensions } from "../documents/declensions.table";
import { CASE_NAMES, CASES, lookupKey } from "../documents/grammar/cases";
import { Stop } from "../google/stop";
import { looksLikeFullName } from "../school/fullName";
import { settings } from "../school/settings.table";
import type { ReadOnlyWorkbook, Workbook } from "../workbook/workbook";

export interface FormInput {
  /** The nominative, as the preview shows it. */
  word: string;
  /** By the case's Russian name; an empty form gives the case back to the rules. */
  forms: readonly { case: string; form: string }[];
}

/** @throws Stop when no case is named */
export function saveForm(wb: Workbook, { word, forms }: FormInput): { word: string } {
  const nominative = word.replace(/\s+/g, " ").trim();
  const patch = Object.fromEntries(
    forms.flatMap(({ case: name, form }) => {
      const wanted = CASES.find((one) => CASE_NAMES[one] === name);
      return wanted === undefined || wanted === "nominative" ? [] : [[wanted, form.trim() === "" ? null : form.trim()]];
    }),
  );
  if (nominative === "" || Object.keys(patch).length === 0) {
    throw new Stop("Не указано, какую форму слова записать.", "Исправьте форму в нужном падеже и повторите.");
  }
  const known = wb.all(declensions).find((row) => lookupKey(row.nominative) === lookupKey(nominative));
  if (known) wb.update(declensions, known.code, patch);
  else wb.add(declensions, { kind: kindOfWord(wb, nominative), nominative, ...patch });
  wb.note({ what: "Записаны свои формы слова на вкладке «Склонения»", records: known ? [known.code] : [] });
  return { word: nominative };
}

function kindOfWord(wb: ReadOnlyWorkbook, word: string): "ФИО" | "должность" | "организация" {
  const is = (other: string | null): boolean => other !== null && lookupKey(other) === lookupKey(word);
  if (is(wb.setting(settings, "schoolFullName")) || is(wb.setting(settings, "schoolShortName"))) return "организация";
  const named = wb.all(people).some(({ fullName }) => is(fullName));
  return named || looksLikeFullName(word) ? "ФИО" : "должность";
}
