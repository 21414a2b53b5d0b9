// The questionnaire of a would-be mentor (domain §7, A1): wish, competences, time, formats.
import type { Questionnaire } from "../../questionnaires/questionnaire";
import { MEETING_FORMATS } from "../mentors.table";

/** Its key on «Анкеты» and «Ответы». */
export const MENTOR_INTAKE = "mentorIntake";

/** Answers to the question of the wish; the last one keeps a person out of the bank. */
export const MENTOR_WISH = ["да", "возможно, хочу обсудить", "нет"] as const;

/** Keys of the questions. */
export const MENTOR_KEYS = {
  wish: "wish",
  competences: "competences",
  achievements: "achievements",
  interests: "interests",
  wishedCategories: "wishedCategories",
  hoursPerMonth: "hoursPerMonth",
  capacity: "capacity",
  formats: "formats",
  kinds: "kinds",
  before: "before",
  comment: "comment",
} as const;

export const mentorIntake: Questionnaire = {
  key: MENTOR_INTAKE,
  name: "Анкета потенциального наставника",
  title: ({ schoolName }) => `Анкета потенциального наставника — ${schoolName}`,
  description: () =>
    "Анкета помогает понять, кто из педагогов готов делиться опытом и в чём. Участие добровольное: ответ ни к чему не обязывает, наставником назначают только с Вашего письменного согласия. Заполнение займёт около пяти минут.",
  confirmation:
    "Спасибо! Куратор увидит Ваш ответ. Если что-то изменится, заполните анкету ещё раз: учтён будет последний ответ.",
  items: ({ dictionary, vocabulary }) => [
    { kind: "section", title: "Готовность и опыт" },
    {
      kind: "choice",
      key: MENTOR_KEYS.wish,
      title: "Готовы ли Вы стать наставником?",
      required: true,
      options: MENTOR_WISH,
    },
    {
      kind: "choice",
      key: MENTOR_KEYS.before,
      title: "Приходилось ли Вам раньше быть наставником?",
      required: false,
      options: ["да", "нет"],
    },
    {
      kind: "checkboxes",
      key: MENTOR_KEYS.competences,
      title: "По каким направлениям Вы готовы помогать коллегам?",
      help: "Отметьте всё, в чём чувствуете себя уверенно.",
      required: true,
      options: dictionary("directions"),
    },
    {
      kind: "paragraph",
      key: MENTOR_KEYS.achievements,
      title: "Какие Ваши достижения важны для наставничества?",
      help: `Например: успехи ${vocabulary.childrenGenitive}, опыт проведения открытых ${vocabulary.lessonsGenitive}, конкурсы, разработки. Необязательно.`,
      required: false,
    },
    {
      kind: "paragraph",
      key: MENTOR_KEYS.interests,
      title: "Ваши профессиональные интересы и увлечения",
      help: "Необязательно. Общие интересы помогают подобрать пару.",
      required: false,
    },
    { kind: "page", title: "С кем и как Вам удобно работать" },
    {
      kind: "checkboxes",
      key: MENTOR_KEYS.wishedCategories,
      title: "С кем Вы хотели бы работать?",
      help: "Если всё равно, пропустите вопрос.",
      required: false,
      options: dictionary("menteeCategories"),
    },
    {
      kind: "number",
      key: MENTOR_KEYS.hoursPerMonth,
      title: "Сколько часов в месяц Вы готовы уделять наставничеству?",
      help: "Одно число, например 4.",
      required: true,
    },
    {
      kind: "list",
      key: MENTOR_KEYS.capacity,
      title: "Какое число наставляемых для Вас посильно одновременно?",
      required: true,
      options: ["1", "2", "3", "4", "5"],
    },
    {
      kind: "checkboxes",
      key: MENTOR_KEYS.formats,
      title: "В каком формате Вам удобно встречаться?",
      required: true,
      options: MEETING_FORMATS,
    },
    {
      kind: "checkboxes",
      key: MENTOR_KEYS.kinds,
      title: "В каких видах наставничества Вы готовы участвовать?",
      help: "Традиционное — один на один надолго; групповое — один наставник и несколько наставляемых; краткосрочное — несколько встреч ради одной цели; реверсивное — младший учит старшего новому, старший младшего — методике; ситуационное — помощь по запросу; скоростное — одна встреча; виртуальное — на расстоянии.",
      required: false,
      options: dictionary("mentoringKinds"),
    },
    {
      kind: "paragraph",
      key: MENTOR_KEYS.comment,
      title: "Что ещё важно учесть куратору?",
      required: false,
    },
  ],
};
