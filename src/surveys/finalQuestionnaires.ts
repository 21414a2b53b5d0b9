// The closing questionnaires: what the mentee and the mentor say about the programme when it ends (domain §7, C1 and C2).
import { severityGrid } from "../bank/questions";
import { OVERALL_KEY, type Questionnaire, type QuestionItem } from "../questionnaires/questionnaire";

/** Keys of the questionnaires; they stand in «Анкеты» and «Ответы». */
export const FINAL_MENTEE = "finalMentee";
export const FINAL_MENTOR = "finalMentor";

/** Key of the grid in which a mentee says how hard each direction is now. */
export const DIFFICULTIES_KEY = "difficultiesNow";

const YES_NO = ["да", "скорее да", "скорее нет", "нет"] as const;
const FREQUENCY = [
  "несколько раз в неделю",
  "один раз в неделю",
  "один–два раза в месяц",
  "реже одного раза в месяц",
  "почти не встречались",
] as const;

const MOST_WORDS = "Необязательно. Пожалуйста, не называйте имён детей и родителей.";

function rated(key: string, title: string, lowLabel = "совсем нет", highLabel = "в полной мере"): QuestionItem {
  return { kind: "scale", key, title, required: true, low: 1, high: 10, lowLabel, highLabel };
}

function yesNo(key: string, title: string): QuestionItem {
  return { kind: "choice", key, title, required: true, options: YES_NO };
}

function open(key: string, title: string): QuestionItem {
  return { kind: "paragraph", key, title, help: MOST_WORDS, required: false };
}

const FREQUENCY_QUESTION: QuestionItem = {
  kind: "choice",
  key: "frequency",
  title: "Как часто проходили встречи?",
  required: true,
  options: FREQUENCY,
};

const CONFIRMATION = "Спасибо! Ваши ответы помогут улучшить наставничество. Окно можно закрыть.";

/** C1: the mentee's word at the end of the programme. */
export const finalMentee: Questionnaire = {
  key: FINAL_MENTEE,
  name: "Итоговая анкета наставляемого",
  title: ({ schoolName }) => `Итоговая анкета наставляемого — ${schoolName}`,
  description: () =>
    "Анкета об итогах программы наставничества займёт около семи минут. Отдельные ответы видит только куратор; наставнику они не показываются, в отчёт входят лишь сводные данные.",
  confirmation: CONFIRMATION,
  items: (context) => [
    { kind: "section", title: "Как прошла программа", help: "Оцените от 1 до 10." },
    rated("effectiveness", "Насколько эффективной была программа наставничества?"),
    rated("comfort", "Насколько комфортным было общение с наставником?"),
    rated("onboarding", "Насколько хорошо Вам помогли освоиться в коллективе и в должности?"),
    rated("usefulness", "Насколько полезными были встречи и материалы?"),
    rated("theory", "Насколько программа помогла пополнить теоретические знания?"),
    rated("practice", "Насколько программа помогла освоить практические приёмы работы?"),
    rated("plan", "Насколько план мероприятий соответствовал Вашим затруднениям?"),
    rated("support", "Насколько Вы ощущали поддержку наставника между встречами?"),
    rated(OVERALL_KEY, "Насколько Вы в целом удовлетворены совместной работой?"),
    FREQUENCY_QUESTION,
    { kind: "page", title: "Что изменилось" },
    yesNo("expectations", "Оправдались ли Ваши ожидания?"),
    yesNo("confidence", "Чувствуете ли Вы себя увереннее в работе?"),
    yesNo("fewerConflicts", "Стало ли меньше напряжённых ситуаций с детьми, родителями или коллегами?"),
    severityGrid(context, DIFFICULTIES_KEY, false),
    { kind: "page", title: "Что дальше" },
    yesNo("continue", "Хотели бы Вы продолжить работу с наставником?"),
    yesNo("becomeMentor", "Хотели бы Вы со временем стать наставником?"),
    yesNo("publish", "Хотели бы Вы рассказать об опыте: выступить или написать?"),
    open("valued", "Что было самым ценным?"),
    open("lacked", "Чего не хватило и что стоит изменить?"),
  ],
};

/** C2: the mentor's word at the end of the programme. */
export const finalMentor: Questionnaire = {
  key: FINAL_MENTOR,
  name: "Итоговая анкета наставника",
  title: ({ schoolName }) => `Итоговая анкета наставника — ${schoolName}`,
  description: () =>
    "Анкета об итогах программы наставничества займёт около пяти минут. Если Вы работали с несколькими наставляемыми, оцените работу в целом. Отдельные ответы видит только куратор.",
  confirmation: CONFIRMATION,
  items: () => [
    { kind: "section", title: "Как прошла программа", help: "Оцените от 1 до 10." },
    rated("effectiveness", "Насколько эффективной была программа наставничества?"),
    rated("comfort", "Насколько комфортным было общение с наставляемым?"),
    rated("organising", "Насколько удалось организовать совместную работу?"),
    rated("theory", "Насколько удалось передать теоретические знания?"),
    rated("practice", "Насколько удалось передать практические приёмы работы?"),
    rated("plan", "Насколько план мероприятий оказался выполнимым и полезным?"),
    rated("involvement", "Насколько наставляемый был вовлечён в работу?"),
    rated("readiness", "Насколько наставляемый готов теперь работать самостоятельно?"),
    rated("support", "Насколько Вам помогали куратор и администрация?"),
    rated(OVERALL_KEY, "Насколько Вы в целом удовлетворены совместной работой?"),
    FREQUENCY_QUESTION,
    { kind: "page", title: "Итоги и планы" },
    yesNo("expectations", "Оправдались ли Ваши ожидания?"),
    yesNo("growth", "Дала ли эта работа что-то Вашему собственному профессиональному росту?"),
    yesNo("enoughTime", "Хватало ли Вам времени на наставничество?"),
    yesNo("continue", "Готовы ли Вы быть наставником и дальше?"),
    yesNo("publish", "Хотели бы Вы рассказать об опыте: выступить или написать?"),
    open("valued", "Что было самым ценным?"),
    open("lacked", "Чего не хватило и какая помощь нужна наставникам?"),
  ],
};

/** Both, in the order in which a sidebar lists them. */
export const FINAL_QUESTIONNAIRES: readonly Questionnaire[] = [finalMentee, finalMentor];

/** What the letter says the questionnaire is for. */
export const FINAL_PURPOSES: Readonly<Record<string, string>> = {
  [FINAL_MENTEE]: "Программа наставничества подходит к завершению. Просим Вас рассказать, как она прошла и что дала.",
  [FINAL_MENTOR]:
    "Программа наставничества подходит к завершению. Просим Вас поделиться впечатлениями о работе наставника.",
};
