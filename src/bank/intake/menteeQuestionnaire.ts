// The questionnaire of a mentee (domain §7, A2 and A3): the request, strengths, and how hard each direction is.
import type { Questionnaire } from "../../questionnaires/questionnaire";
import { SEVERITY_ANSWERS } from "../severity";

/** Its key on «Анкеты» and «Ответы». */
export const MENTEE_INTAKE = "menteeIntake";

/** Answers to the question of the wish; the last one is a refusal, which nobody has to explain. */
export const MENTEE_WISH = ["да", "возможно, хочу обсудить", "нет"] as const;

/** Keys of the questions. */
export const MENTEE_KEYS = {
  wish: "wish",
  category: "category",
  request: "request",
  strengths: "strengths",
  format: "format",
  time: "time",
  mentorWish: "mentorWish",
  difficulties: "difficulties",
  comment: "comment",
} as const;

export const menteeIntake: Questionnaire = {
  key: MENTEE_INTAKE,
  name: "Анкета наставляемого: запрос и самооценка",
  title: ({ schoolName }) => `Анкета наставляемого: запрос и самооценка — ${schoolName}`,
  description: ({ vocabulary }) =>
    `Анкета помогает подобрать наставника и составить личную программу. Это не проверка и не аттестация: чем откровеннее ответы, тем полезнее помощь. Ответы видит только куратор; будущему наставнику он передаст лишь то, что нужно для работы. Пожалуйста, не называйте имён ${vocabulary.childrenGenitive} и их родителей. Заполнение займёт около семи минут.`,
  confirmation:
    "Спасибо! Куратор учтёт Ваш ответ при подборе наставника. Если что-то изменится, заполните анкету ещё раз: учтён будет последний ответ.",
  items: ({ dictionary, vocabulary, byCodeOnly }) => [
    { kind: "section", title: "Ваш запрос" },
    {
      kind: "choice",
      key: MENTEE_KEYS.wish,
      title: "Хотели бы Вы работать с наставником?",
      help: "Участие добровольное.",
      required: true,
      options: MENTEE_WISH,
    },
    {
      kind: "choice",
      key: MENTEE_KEYS.category,
      title: "Что из этого ближе всего к Вашему положению?",
      required: true,
      options: dictionary("menteeCategories"),
    },
    {
      kind: "paragraph",
      key: MENTEE_KEYS.request,
      title: "С чем Вам прежде всего нужна помощь?",
      help: `Своими словами: что в работе с ${vocabulary.classInstrumental}, коллегами, родителями или документами хочется освоить или решить.`,
      required: true,
    },
    {
      kind: "paragraph",
      key: MENTEE_KEYS.strengths,
      title: "В чём Ваши сильные стороны?",
      help: "На них будет опираться программа. Может быть, Вы и сами готовы чему-то научить коллег.",
      required: false,
    },
    {
      kind: "choice",
      key: MENTEE_KEYS.format,
      title: "Какой формат встреч Вам удобен?",
      required: true,
      options: ["очно", "дистанционно", "очно и дистанционно"],
    },
    { kind: "short", key: MENTEE_KEYS.time, title: "Когда Вам удобно встречаться?", required: false },
    {
      kind: "paragraph",
      key: MENTEE_KEYS.mentorWish,
      title: "Есть ли у Вас пожелания к наставнику?",
      help: byCodeOnly
        ? "Необязательно. Опишите, пожалуйста, без имён; назвать коллегу можно куратору лично."
        : "Необязательно. Можно назвать коллегу, с которым Вам хотелось бы работать.",
      required: false,
    },
    {
      kind: "page",
      title: "Самооценка затруднений",
      help: "Отметьте по каждому направлению, насколько уверенно Вы себя чувствуете.",
    },
    {
      kind: "grid",
      key: MENTEE_KEYS.difficulties,
      title: "Насколько трудно Вам сейчас?",
      help: "В каждой строке отметьте один вариант.",
      required: true,
      rows: dictionary("directions"),
      columns: SEVERITY_ANSWERS,
    },
    { kind: "paragraph", key: MENTEE_KEYS.comment, title: "Что ещё важно учесть куратору?", required: false },
  ],
};
