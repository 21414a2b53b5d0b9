// Makes the Google Form of a questionnaire for a school year, once, and closes it.
import { closeForm, createForm, type MadeForm, type FormSpec } from "../google/forms";
import { Stop } from "../google/stop";
import { isCodeOnly } from "../school/codeOnly";
import { settings } from "../school/settings.table";
import { vocabularyOf } from "../school/vocabulary";
import type { CalendarDate } from "../workbook/calendarDate";
import type { ReadOnlyWorkbook, Workbook } from "../workbook/workbook";
import { asksForName, FORM_STATUS, forms, type FormQuestion, type FormRecord } from "./forms.table";
import { formSpecOf, questionsOf, type Questionnaire, type QuestionnaireContext } from "./questionnaire";

/** What a questionnaire's wording needs, from the settings and dictionaries. */
function questionnaireContext(wb: ReadOnlyWorkbook): QuestionnaireContext {
  return {
    vocabulary: vocabularyOf(wb.setting(settings, "schoolKind")),
    dictionary: (key) => wb.dictionary(key),
    schoolName: wb.setting(settings, "schoolShortName") ?? "наша организация",
    byCodeOnly: isCodeOnly(wb),
  };
}

/** The form of this questionnaire that takes answers in this school year, if there is one. */
export function openFormOf(wb: ReadOnlyWorkbook, questionnaire: string, schoolYear: string): FormRecord | undefined {
  return wb
    .all(forms)
    .find(
      (form) =>
        form.questionnaire === questionnaire && form.schoolYear === schoolYear && form.status === FORM_STATUS.open,
    );
}

/**
 * Gives the open form of a questionnaire for a school year; makes it if there is none. The record is written at once,
 * so that a kill right after leaves at most one form that nobody has a link to.
 *
 * @throws Stop when Google Forms refuses, or the open form asks for names and the school no longer wants that
 */
export function openForm(
  wb: Workbook,
  questionnaire: Questionnaire,
  options: { schoolYear: string; deadline: CalendarDate | null },
): FormRecord {
  const known = openFormOf(wb, questionnaire.key, options.schoolYear);
  if (known) {
    if (isCodeOnly(wb) && asksForName(known)) throw asksForNames(known);
    return known.deadline === options.deadline ? known : wb.update(forms, known.code, { deadline: options.deadline });
  }
  const spec = formSpecOf(questionnaire, questionnaireContext(wb));
  const made = createForm(spec);
  const form = wb.add(forms, {
    questionnaire: questionnaire.key,
    title: spec.title,
    schoolYear: options.schoolYear,
    status: FORM_STATUS.open,
    openedOn: wb.today,
    deadline: options.deadline,
    link: made.publishedUrl,
    editLink: made.editUrl,
    formId: made.formId,
    personalLink: made.personalLink,
    questions: questionsIn(spec, made),
  });
  wb.note({ what: `Создана анкета «${spec.title}»`, records: [form.code] });
  wb.save();
  return form;
}

function asksForNames({ title, code }: FormRecord): Stop {
  return new Stop(
    `Включён режим «только коды», а открытая анкета «${title ?? code}» спрашивает ФИО.`,
    "Откройте «Наставничество → Начало работы», закройте там анкеты с именами и повторите: будет создана анкета без имён.",
  );
}

/** Open forms that still ask for names, oldest first. */
export function openFormsWithNames(wb: ReadOnlyWorkbook): FormRecord[] {
  return wb.all(forms).filter((form) => form.status === FORM_STATUS.open && asksForName(form));
}

/** Stops taking answers. A form that is gone already is marked as lost. */
export function closeQuestionnaire(wb: Workbook, code: string): void {
  const form = wb.find(forms, code);
  if (!form)
    throw new Stop(
      `Анкеты ${code} нет на вкладке «Анкеты».`,
      "Закройте панель, откройте её снова и выберите анкету снова.",
    );
  const closed = form.formId !== null && closeForm(form.formId);
  wb.update(forms, code, { status: closed ? FORM_STATUS.closed : FORM_STATUS.lost });
  wb.note({ what: "Анкета закрыта", records: [code] });
}

function questionsIn(spec: FormSpec, made: MadeForm): Record<string, FormQuestion> {
  const questions: Record<string, FormQuestion> = {};
  for (const question of questionsOf(spec.items)) {
    const item = made.items[question.key];
    if (item === undefined) continue;
    const entry = made.entries[question.key];
    questions[question.key] = {
      item,
      kind: question.kind,
      ...(entry === undefined ? {} : { entry }),
      ...(question.kind === "grid" ? { rows: [...question.rows] } : {}),
    };
  }
  return questions;
}
