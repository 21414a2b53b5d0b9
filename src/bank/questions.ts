// The question bank: every question that tells something of a mentor, a mentee or a worker, worded once.
import type { QuestionItem, QuestionnaireContext } from "../questionnaires/questionnaire";
import { URGENCIES } from "./diagnostics.table";
import { MEETING_FORMATS } from "./mentors.table";
import { QUALIFICATION_CATEGORIES } from "./people.table";
import { SEVERITY_ANSWERS } from "./severity";

/** Answers to the question of the wish; the last one is a refusal. */
export const WISH = ["да", "возможно, хочу обсудить", "нет"] as const;

/** Answers to the first question of the yearly update. */
export const CONFIRM = { right: "всё верно", corrected: "есть исправления" } as const;

/** Keys of the answers. */
export const KEYS = {
  wish: "wish",
  before: "before",
  competences: "competences",
  achievements: "achievements",
  interests: "interests",
  wishedCategories: "wishedCategories",
  hoursPerMonth: "hoursPerMonth",
  capacity: "capacity",
  formats: "formats",
  kinds: "kinds",
  mentoringForms: "mentoringForms",
  category: "category",
  request: "request",
  urgency: "urgency",
  strengths: "strengths",
  format: "format",
  time: "time",
  mentorWish: "mentorWish",
  difficulties: "difficulties",
  comment: "comment",
  confirm: "confirm",
  newName: "newName",
  post: "post",
  subject: "subject",
  experienceYears: "experienceYears",
  qualification: "qualification",
  education: "education",
  phone: "phone",
  email: "email",
} as const;

type Wording = (context: QuestionnaireContext) => QuestionItem;
const short = (key: string, title: string, help?: string): Wording => {
  const item = { kind: "short", key, title, required: false } as const;
  return () => (help === undefined ? item : { ...item, help });
};

const BANK = {
  mentorWish: () => ({
    kind: "choice",
    key: KEYS.wish,
    title: "Готовы ли Вы стать наставником?",
    required: true,
    options: WISH,
  }),
  before: () => ({
    kind: "choice",
    key: KEYS.before,
    title: "Приходилось ли Вам раньше быть наставником?",
    required: false,
    options: ["да", "нет"],
  }),
  competences: ({ dictionary }) => ({
    kind: "checkboxes",
    key: KEYS.competences,
    title: "По каким направлениям Вы готовы помогать коллегам?",
    help: "Отметьте всё, в чём чувствуете себя уверенно.",
    required: true,
    options: dictionary("directions"),
  }),
  achievements: ({ vocabulary }) => ({
    kind: "paragraph",
    key: KEYS.achievements,
    title: "Какие Ваши достижения важны для наставничества?",
    help: `Например: успехи ${vocabulary.childrenGenitive}, опыт проведения открытых ${vocabulary.lessonsGenitive}, конкурсы, разработки. Необязательно.`,
    required: false,
  }),
  interests: () => ({
    kind: "paragraph",
    key: KEYS.interests,
    title: "Ваши профессиональные интересы и увлечения",
    help: "Необязательно. Общие интересы помогают подобрать пару.",
    required: false,
  }),
  wishedCategories: ({ dictionary }) => ({
    kind: "checkboxes",
    key: KEYS.wishedCategories,
    title: "С кем Вы хотели бы работать?",
    help: "Если всё равно, пропустите вопрос.",
    required: false,
    options: dictionary("menteeCategories"),
  }),
  hoursPerMonth: () => ({
    kind: "number",
    key: KEYS.hoursPerMonth,
    title: "Сколько часов в месяц Вы готовы уделять наставничеству?",
    help: "Одно число, например 4.",
    required: true,
  }),
  capacity: () => ({
    kind: "list",
    key: KEYS.capacity,
    title: "Какое число наставляемых для Вас посильно одновременно?",
    required: true,
    options: ["1", "2", "3", "4", "5"],
  }),
  formats: () => ({
    kind: "checkboxes",
    key: KEYS.formats,
    title: "В каком формате Вам удобно встречаться?",
    required: true,
    options: MEETING_FORMATS,
  }),
  mentoringForms: ({ dictionary }) => ({
    kind: "checkboxes",
    key: KEYS.mentoringForms,
    title: "В каких формах наставничества Вы готовы участвовать?",
    help: "Форма говорит, кто с кем работает. Если всё равно, пропустите вопрос.",
    required: false,
    options: dictionary("mentoringForms"),
  }),
  kinds: ({ dictionary }) => ({
    kind: "checkboxes",
    key: KEYS.kinds,
    title: "В каких видах наставничества Вы готовы участвовать?",
    help: "Традиционное — один на один надолго; групповое — один наставник и несколько наставляемых; краткосрочное — несколько встреч ради одной цели; реверсивное — младший учит старшего новому, старший младшего — методике; ситуационное — помощь по запросу; скоростное — одна встреча; виртуальное — на расстоянии.",
    required: false,
    options: dictionary("mentoringKinds"),
  }),
  menteeWish: () => ({
    kind: "choice",
    key: KEYS.wish,
    title: "Хотели бы Вы работать с наставником?",
    help: "Участие добровольное.",
    required: true,
    options: WISH,
  }),
  menteeCategory: ({ dictionary }) => ({
    kind: "choice",
    key: KEYS.category,
    title: "Что из этого ближе всего к Вашему положению?",
    required: true,
    options: dictionary("menteeCategories"),
  }),
  request: ({ vocabulary }) => ({
    kind: "paragraph",
    key: KEYS.request,
    title: "С чем Вам прежде всего нужна помощь?",
    help: `Своими словами: что в работе с ${vocabulary.classInstrumental}, коллегами, родителями или документами хочется освоить или решить.`,
    required: true,
  }),
  urgency: () => ({
    kind: "choice",
    key: KEYS.urgency,
    title: "Как скоро Вам нужна помощь?",
    required: false,
    options: URGENCIES,
  }),
  strengths: () => ({
    kind: "paragraph",
    key: KEYS.strengths,
    title: "В чём Ваши сильные стороны?",
    help: "На них будет опираться программа. Может быть, Вы и сами готовы чему-то научить коллег.",
    required: false,
  }),
  format: () => ({
    kind: "choice",
    key: KEYS.format,
    title: "Какой формат встреч Вам удобен?",
    required: true,
    options: ["очно", "дистанционно", "очно и дистанционно"],
  }),
  time: short(KEYS.time, "Когда Вам удобно встречаться?"),
  mentorPreference: ({ byCodeOnly }) => ({
    kind: "paragraph",
    key: KEYS.mentorWish,
    title: "Есть ли у Вас пожелания к наставнику?",
    help: byCodeOnly
      ? "Необязательно. Опишите, пожалуйста, без имён; назвать коллегу можно куратору лично."
      : "Необязательно. Можно назвать коллегу, с которым Вам хотелось бы работать.",
    required: false,
  }),
  comment: () => ({
    kind: "paragraph",
    key: KEYS.comment,
    title: "Что ещё важно учесть куратору?",
    required: false,
  }),
  confirm: () => ({
    kind: "choice",
    key: KEYS.confirm,
    title: "Всё ли верно в сведениях ниже?",
    required: true,
    options: [CONFIRM.right, CONFIRM.corrected],
  }),
  newName: short(KEYS.newName, "Новые фамилия, имя, отчество", "Только если они изменились."),
  post: short(KEYS.post, "Должность"),
  subject: short(KEYS.subject, "Предмет (для воспитателя — группа)"),
  experienceYears: () => ({
    kind: "number",
    key: KEYS.experienceYears,
    title: "Педагогический стаж, полных лет",
    required: false,
  }),
  qualification: () => ({
    kind: "list",
    key: KEYS.qualification,
    title: "Квалификационная категория",
    required: false,
    options: QUALIFICATION_CATEGORIES,
  }),
  education: short(KEYS.education, "Образование и квалификация по диплому"),
  phone: short(KEYS.phone, "Телефон", "Необязательно."),
  email: short(KEYS.email, "Электронная почта"),
} satisfies Record<string, Wording>;

/** Names of the questions; page breaks and headings stand between them as they are. */
type Line = keyof typeof BANK | QuestionItem;

/** These questions, in this order. */
export function asked(context: QuestionnaireContext, lines: readonly Line[]): QuestionItem[] {
  return lines.map((line) => (typeof line === "string" ? BANK[line](context) : line));
}

/** How hard each direction is (domain §7, A3): asked at entry and at exit, under keys of their own. */
export function severityGrid({ dictionary }: QuestionnaireContext, key: string, required: boolean): QuestionItem {
  return {
    kind: "grid",
    key,
    title: "Насколько трудно Вам сейчас?",
    help: "В каждой строке отметьте один вариант.",
    required,
    rows: dictionary("directions"),
    columns: SEVERITY_ANSWERS,
  };
}
