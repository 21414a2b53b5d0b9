// The field's fixed lists that every room shares: forms and kinds of mentoring, directions, mentee categories.

/** Directions a school starts with (sources 0 and 4: questions on which pairs are formed). A school extends them in «Справочники». */
export const DEFAULT_DIRECTIONS = [
  "Предметное содержание",
  "Методика обучения",
  "Воспитательная деятельность",
  "Организация урочной деятельности",
  "Организация внеурочной деятельности",
  "Психолого-педагогическое сопровождение",
  "Работа с родителями",
  "Связь с дополнительным образованием",
  "ИКТ и цифровая среда",
  "Ведение документации",
  "Адаптация в коллективе",
] as const;

/** Forms of mentoring: who stands beside whom (source 4, clause 2.3). */
export const DEFAULT_MENTORING_FORMS = [
  "педагог — педагог",
  "руководитель образовательной организации — педагог",
  "работодатель — студент",
  "педагог вуза (колледжа) — молодой педагог",
  "воспитатель — воспитатель",
  "руководитель образовательной организации — воспитатель",
] as const;

/** Kinds of mentoring: how the two work together (source 4, clause 2.3; the split from forms is our own). */
export const DEFAULT_MENTORING_KINDS = [
  "традиционное",
  "групповое",
  "краткосрочное",
  "реверсивное",
  "ситуационное",
  "скоростное",
  "виртуальное",
] as const;

/** Why somebody needs a mentor (source 3, clause 3; source 4, clause 3.5). */
export const DEFAULT_MENTEE_CATEGORIES = [
  "молодой специалист",
  "вновь принятый",
  "сменивший должность или предмет",
  "после перерыва в работе",
  "с выявленными затруднениями",
  "осваивающий ИКТ",
  "студент или стажёр",
  "приглашённый",
  "иное",
] as const;
