// The questionnaire of a mentee (domain §7, A2 and A3): the request, strengths, and how hard each direction is.
import type { Questionnaire } from "../../questionnaires/questionnaire";
import { asked, KEYS, severityGrid } from "../questions";

/** Its key on «Анкеты» and «Ответы». */
export const MENTEE_INTAKE = "menteeIntake";

export const menteeIntake: Questionnaire = {
  key: MENTEE_INTAKE,
  name: "Анкета наставляемого: запрос и самооценка",
  title: ({ schoolName }) => `Анкета наставляемого: запрос и самооценка — ${schoolName}`,
  description: ({ vocabulary }) =>
    `Анкета помогает подобрать наставника и составить личную программу. Это не проверка и не аттестация: чем откровеннее ответы, тем полезнее помощь. Ответы видит только куратор; будущему наставнику он передаст лишь то, что нужно для работы. Пожалуйста, не называйте имён ${vocabulary.childrenGenitive} и их родителей. Заполнение займёт около семи минут.`,
  confirmation:
    "Спасибо! Куратор учтёт Ваш ответ при подборе наставника. Если что-то изменится, заполните анкету ещё раз: учтён будет последний ответ.",
  items: (context) =>
    asked(context, [
      { kind: "section", title: "Ваш запрос" },
      "menteeWish",
      "menteeCategory",
      "request",
      "urgency",
      "strengths",
      "format",
      "time",
      "mentorPreference",
      {
        kind: "page",
        title: "Самооценка затруднений",
        help: "Отметьте по каждому направлению, насколько уверенно Вы себя чувствуете.",
      },
      severityGrid(context, KEYS.difficulties, true),
      "comment",
    ]),
};
