// The questionnaires of the yearly update: what is known of a person, to be confirmed or corrected; one for each set of roles.
import type { Prefill } from "../../questionnaires/personalLink";
import type { Questionnaire, QuestionItem } from "../../questionnaires/questionnaire";
import { textAnswer } from "../../questionnaires/readAnswers";
import { isCodeOnly } from "../../school/codeOnly";
import type { ReadOnlyWorkbook } from "../../workbook/workbook";
import { readEmail, readPhone } from "../import/contacts";
import { type Asked, type Said, saidIn, valueNow, type Values } from "../intake/said";
import { asked, KEYS } from "../questions";

/** Which parts a person is asked about beside what every worker is. */
export interface UpdateRoles {
  mentor: boolean;
  mentee: boolean;
}

const OF_WORKER: Asked = [
  [KEYS.post, "people.post"],
  [KEYS.subject, "people.subject"],
  [KEYS.experienceYears, "people.experienceYears"],
  [KEYS.qualification, "people.category"],
  [KEYS.education, "people.education"],
  [KEYS.phone, "people.phone"],
  [KEYS.email, "people.email"],
];
const OF_MENTOR: Asked = [
  [KEYS.competences, "mentors.competences"],
  [KEYS.hoursPerMonth, "mentors.hoursPerMonth"],
  [KEYS.capacity, "mentors.capacity"],
  [KEYS.formats, "mentors.formats"],
];
const OF_MENTEE: Asked = [
  [KEYS.request, "mentees.request"],
  [KEYS.strengths, "mentees.strengths"],
];

function askedOf({ mentor, mentee }: UpdateRoles): Asked {
  return [...OF_WORKER, ...(mentor ? OF_MENTOR : []), ...(mentee ? OF_MENTEE : [])];
}

/** Key of the questionnaire for somebody with these roles. */
export function updateKeyOf({ mentor, mentee }: UpdateRoles): string {
  return `update${mentor ? "Mentor" : ""}${mentee ? "Mentee" : ""}`;
}

const BLANK_HELP =
  "Исправьте то, что изменилось. Пустое поле значит, что сведений нет или они не поместились в ссылку: если добавить нечего, оставьте его пустым.";

function updateQuestionnaire(roles: UpdateRoles, forWhom: string): Questionnaire {
  return {
    key: updateKeyOf(roles),
    name: `Обновление сведений: ${forWhom}`,
    title: ({ schoolName }) => `Обновление сведений (${forWhom}) — ${schoolName}`,
    description: () =>
      "Раз в год сведения об участниках наставничества проверяются. Ниже то, что о Вас записано: подтвердите или исправьте. Это займёт две–три минуты. Ответ увидит только куратор.",
    confirmation: "Спасибо! Куратор получит Ваш ответ. Если что-то изменится позже, откройте ссылку ещё раз.",
    prefilled: askedOf(roles).map(([question]) => question),
    items: (context) =>
      [
        ...asked(context, ["confirm", { kind: "section", title: "О Вас", help: BLANK_HELP }]),
        // In the code-only mode the form names nobody and holds no contacts.
        ...asked(context, context.byCodeOnly ? [] : ["newName"]),
        ...asked(context, ["post", "subject", "experienceYears", "qualification", "education"]),
        ...asked(context, context.byCodeOnly ? [] : ["phone", "email"]),
        ...(roles.mentor
          ? [heading("Вы — наставник"), ...asked(context, ["competences", "hoursPerMonth", "capacity", "formats"])]
          : []),
        ...(roles.mentee ? [heading("Вы — наставляемый"), ...asked(context, ["request", "strengths"])] : []),
        ...asked(context, ["comment"]),
      ].map(optional),
  };
}

function heading(title: string): QuestionItem {
  return { kind: "section", title };
}

/** Only the confirmation itself must be given. */
function optional(item: QuestionItem): QuestionItem {
  return "required" in item && item.key !== KEYS.confirm ? { ...item, required: false } : item;
}

export const UPDATE_QUESTIONNAIRES: readonly Questionnaire[] = [
  updateQuestionnaire({ mentor: false, mentee: false }, "педагоги"),
  updateQuestionnaire({ mentor: true, mentee: false }, "наставники"),
  updateQuestionnaire({ mentor: false, mentee: true }, "наставляемые"),
  updateQuestionnaire({ mentor: true, mentee: true }, "наставники и наставляемые"),
];

const EVERYTHING: Asked = [...OF_WORKER, ...OF_MENTOR, ...OF_MENTEE, [KEYS.newName, "people.fullName"]];

/** What an answer to any of them says of the person's records. */
function updateSays(values: Values): Said[] {
  const phone = readPhone(textAnswer(values, KEYS.phone) ?? "").value;
  const email = readEmail(textAnswer(values, KEYS.email) ?? "").value;
  const tidy: Values = {
    ...values,
    ...(phone === null ? {} : { [KEYS.phone]: phone }),
    ...(email === null ? {} : { [KEYS.email]: email }),
  };
  return saidIn(tidy, EVERYTHING).filter(
    ({ field }) => field !== "people.fullName" || values[KEYS.newName] !== undefined,
  );
}

/** The same by questionnaire. */
export const UPDATE_SAYS: Readonly<Record<string, (values: Values) => Said[]>> = Object.fromEntries(
  UPDATE_QUESTIONNAIRES.map(({ key }) => [key, updateSays]),
);

/** What the bank holds on a person, as the link to the form fills it in. By codes only, free words stay out: they may name somebody. */
export function prefillOf(wb: ReadOnlyWorkbook, person: string, roles: UpdateRoles): Prefill {
  const filled = askedOf({ ...roles, mentee: roles.mentee && !isCodeOnly(wb) }).map(
    ([question, field]): [string, string[]] => [question, texts(valueNow(wb, person, field))],
  );
  return Object.fromEntries(filled.filter(([, values]) => values.length > 0));
}

function texts(value: unknown): string[] {
  const list = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  return list.flatMap((one) => (typeof one === "string" || typeof one === "number" ? [String(one)] : []));
}
