// The dictionaries that a school extends on the tab «Справочники».
import { defineDictionaries } from "../workbook/dictionaries";
import {
  DEFAULT_DIRECTIONS,
  DEFAULT_MENTEE_CATEGORIES,
  DEFAULT_MENTORING_FORMS,
  DEFAULT_MENTORING_KINDS,
} from "./mentoringForms";

/** One column per dictionary; the defaults are written when the tab is made, and never again. */
export const dictionaries = defineDictionaries({
  directions: {
    heading: "Направления",
    note: "Вопросы, по которым подбираются пары. Можно дописывать свои строки.",
    defaults: DEFAULT_DIRECTIONS,
  },
  mentoringForms: {
    heading: "Формы наставничества",
    note: "Кто с кем работает. Можно дописывать свои строки.",
    defaults: DEFAULT_MENTORING_FORMS,
  },
  mentoringKinds: {
    heading: "Виды наставничества",
    note: "Как устроена работа пары. Виды можно сочетать.",
    defaults: DEFAULT_MENTORING_KINDS,
  },
  menteeCategories: {
    heading: "Категории наставляемых",
    note: "Почему педагогу нужен наставник.",
    defaults: DEFAULT_MENTEE_CATEGORIES,
  },
});
