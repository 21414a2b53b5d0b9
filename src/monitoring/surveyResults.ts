// What the closing survey says, side by side and without names: averages and shares, never of fewer than three people.
import { forms } from "../questionnaires/forms.table";
import { invitations } from "../questionnaires/invitations.table";
import { questionsOf, type Questionnaire } from "../questionnaires/questionnaire";
import type { Answer } from "../questionnaires/answers.table";
import { settings } from "../school/settings.table";
import { vocabularyOf } from "../school/vocabulary";
import { FINAL_QUESTIONNAIRES } from "../surveys/finalQuestionnaires";
import type { ReadOnlyWorkbook } from "../workbook/workbook";
import { averageMark, LEAST_GROUP } from "./indicators";
import { latestAnswers } from "./monitoringData";

/** A question with what it came to. */
interface QuestionResult {
  readonly question: string;
  /** «8,4 из 10», «83 %»; null where fewer than three have answered it. */
  readonly result: string | null;
}

/** One side of the survey. */
export interface SideResult {
  readonly questionnaire: string;
  /** «Итоговая анкета наставляемого» */
  readonly name: string;
  readonly invited: number;
  readonly answered: number;
  readonly questions: readonly QuestionResult[];
}

const POSITIVE: readonly unknown[] = ["да", "скорее да"];

/** Both sides of the closing survey of a school year; open answers stay with the curator. */
export function surveyResults(wb: ReadOnlyWorkbook, schoolYear: string): SideResult[] {
  const all = latestAnswers(wb, schoolYear);
  const formsOfYear = wb.all(forms).filter((form) => form.schoolYear === schoolYear);
  return FINAL_QUESTIONNAIRES.map((questionnaire) => {
    const own = all.filter((answer) => answer.questionnaire === questionnaire.key);
    const codes = formsOfYear.flatMap((form) => (form.questionnaire === questionnaire.key ? [form.code] : []));
    return {
      questionnaire: questionnaire.key,
      name: questionnaire.name,
      invited: wb.all(invitations).filter((invitation) => codes.includes(invitation.form)).length,
      answered: own.length,
      questions: resultsOf(wb, questionnaire, own),
    };
  });
}

function resultsOf(wb: ReadOnlyWorkbook, { items }: Questionnaire, own: readonly Answer[]): QuestionResult[] {
  const context = {
    vocabulary: vocabularyOf(wb.setting(settings, "schoolKind")),
    dictionary: (key: string) => wb.dictionary(key),
    schoolName: "",
    byCodeOnly: false,
  };
  return questionsOf(items(context)).flatMap((item): QuestionResult[] => {
    const said = own.map(({ values }) => values?.[item.key]).filter((answer) => answer !== undefined);
    if (item.kind === "scale") return [{ question: item.title, result: markOf(said) }];
    if (item.kind === "choice" && item.options.some((option) => POSITIVE.includes(option)))
      return [{ question: `${item.title} («да» и «скорее да»)`, result: shareOf(said) }];
    return [];
  });
}

function markOf(said: readonly unknown[]): string | null {
  const average = averageMark(said.map(Number).filter((mark) => Number.isFinite(mark)));
  return average === null ? null : `${String(average).replace(".", ",")} из 10`;
}

function shareOf(said: readonly unknown[]): string | null {
  if (said.length < LEAST_GROUP) return null;
  return percent(said.filter((answer) => POSITIVE.includes(answer)).length / said.length);
}

/** A share as papers show it: 0.834 → «83 %». */
export function percent(share: number): string {
  return `${Math.round(share * 100)}\u00a0%`;
}
