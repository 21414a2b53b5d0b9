// The questionnaire of a would-be mentor (domain §7, A1): wish, competences, time, formats.
import type { Questionnaire } from "../../questionnaires/questionnaire";
import { asked } from "../questions";

/** Its key on «Анкеты» and «Ответы». */
export const MENTOR_INTAKE = "mentorIntake";

export const mentorIntake: Questionnaire = {
  key: MENTOR_INTAKE,
  name: "Анкета потенциального наставника",
  title: ({ schoolName }) => `Анкета потенциального наставника — ${schoolName}`,
  description: () =>
    "Анкета помогает понять, кто из педагогов готов делиться опытом и в чём. Участие добровольное: ответ ни к чему не обязывает, наставником назначают только с Вашего письменного согласия. Заполнение займёт около пяти минут.",
  confirmation:
    "Спасибо! Куратор увидит Ваш ответ. Если что-то изменится, заполните анкету ещё раз: учтён будет последний ответ.",
  items: (context) =>
    asked(context, [
      { kind: "section", title: "Готовность и опыт" },
      "mentorWish",
      "before",
      "competences",
      "achievements",
      "interests",
      { kind: "page", title: "С кем и как Вам удобно работать" },
      "wishedCategories",
      "hoursPerMonth",
      "capacity",
      "formats",
      "mentoringForms",
      "kinds",
      "comment",
    ]),
};
