// The form «Ознакомлен(а)»: one for a school year; the personal link says who answers and about which document.
import { ACQUAINTANCE } from "../../bank/acquaintance";
import type { Prefill } from "../../questionnaires/personalLink";
import type { Questionnaire } from "../../questionnaires/questionnaire";

/** Key of the question that shows the document; only for the reader's eyes, the personal code tells it to the program. */
const DOCUMENT_KEY = "document";

export const acquaintanceQuestionnaire: Questionnaire = {
  key: ACQUAINTANCE,
  name: "Ознакомление с документами",
  title: ({ schoolName }) => `Ознакомление с документами — ${schoolName}`,
  description: () =>
    "Пожалуйста, сначала прочитайте документ, который указан ниже, а потом отметьте, что ознакомились с ним. Это займёт меньше минуты. Ответ увидит только куратор.",
  confirmation: "Спасибо! Ваш ответ записан в лист ознакомления.",
  prefilled: [DOCUMENT_KEY],
  items: () => [
    {
      kind: "paragraph",
      key: DOCUMENT_KEY,
      title: "Документ",
      help: "Подставляется из Вашей личной ссылки. Пожалуйста, не изменяйте.",
      required: false,
    },
    {
      kind: "checkboxes",
      key: "read",
      title: "Подтверждение",
      required: true,
      options: ["С документом ознакомлен(а)"],
    },
    {
      kind: "paragraph",
      key: "remark",
      title: "Вопросы или замечания",
      help: "Необязательно. Куратор прочтёт и ответит.",
      required: false,
    },
  ],
};

/** What the personal link shows of the document. */
export function documentPrefill(name: string): Prefill {
  return { [DOCUMENT_KEY]: [name.replace(/\u00a0/g, " ")] };
}
