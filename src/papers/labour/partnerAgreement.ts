// The agreement with a partner as a kind of paper: everything about the partner comes from the form.
import { institutionOf } from "../../documents/institution";
import { settings } from "../../school/settings.table";
import { vocabularyOf } from "../../school/vocabulary";
import { looksLikeFullName } from "../../school/fullName";
import { isCalendarDate } from "../../workbook/calendarDate";
import type { ReadOnlyWorkbook } from "../../workbook/workbook";
import { listAnswer, numberAnswer, textAnswer, type Answers, type Field } from "../fields";
import type { Obstacle, PaperCase, PaperKind } from "../paperKind";
import { COOPERATION, partnerAgreement, type PartnerAgreementInput } from "./partnerAgreementPaper";
import { requiredAnswer } from "./subjects";

/** domain §3.9, «Партнёр»: each kind proposes its own things to do together. */
const PROPOSED: Readonly<Record<string, readonly string[]>> = {
  "вуз или колледж": [
    "участие преподавателей Партнёра в наставничестве молодых педагогов Организации",
    "практика и сопровождение студентов Партнёра наставниками Организации",
  ],
  "школа или детский сад": [
    "подбор наставников для педагогических работников обеих Сторон, в том числе дистанционно",
    "взаимное посещение занятий и разбор педагогических ситуаций",
  ],
  "организация дополнительного профессионального образования": [
    "обучение наставников и консультирование участников программ наставничества",
    "экспертиза практик наставничества",
  ],
  предприятие: ["участие специалистов Партнёра в наставничестве", "стажировки педагогических работников у Партнёра"],
  "учреждение культуры или спорта": [
    "участие специалистов Партнёра в наставничестве",
    "проведение совместных мероприятий для педагогических работников",
  ],
};
const KINDS = Object.keys(PROPOSED);
const ALWAYS = [
  "проведение совместных семинаров, мастер-классов и конкурсов",
  "обмен методическими материалами и лучшими практиками наставничества",
] as const;

const NOTICE_DAYS = 30;

function fields(): Field[] {
  return [
    { key: "cooperation", label: "Соглашение", sort: "choice", options: Object.values(COOPERATION), required: true },
    { key: "name", label: "Партнёр: полное наименование", sort: "text", required: true },
    { key: "shortName", label: "Партнёр: краткое наименование", sort: "text" },
    {
      key: "kind",
      label: "Кто партнёр",
      sort: "choice",
      options: KINDS,
      note: "Если направления ниже не заполнены, они берутся по этому выбору.",
    },
    { key: "headName", label: "Руководитель партнёра: ФИО", sort: "text", required: true, note: "Полностью." },
    { key: "headPost", label: "Руководитель партнёра: должность", sort: "text", required: true },
    {
      key: "basis",
      label: "Действует на основании",
      sort: "text",
      options: ["устава", "положения", "доверенности"],
      note: "В родительном падеже: «доверенности от 01.09.2026 № 5».",
    },
    { key: "address", label: "Адрес партнёра", sort: "text" },
    { key: "inn", label: "ИНН партнёра", sort: "text" },
    { key: "ogrn", label: "ОГРН партнёра", sort: "text" },
    { key: "subjects", label: "Направления", sort: "lines" },
    { key: "startsOn", label: "Действует с", sort: "date", note: "Пусто — со дня подписания." },
    { key: "endsOn", label: "Действует по", sort: "date", required: true },
    { key: "noticeDays", label: "О расторжении предупреждают за, дней", sort: "number" },
  ];
}

function subjectsOf(answers: Answers): readonly string[] {
  const typed = listAnswer(answers, "subjects");
  return typed.length > 0 ? typed : [...(PROPOSED[textAnswer(answers, "kind")] ?? []), ...ALWAYS];
}

const dayOf = (answers: Answers, key: string) => {
  const typed = textAnswer(answers, key);
  return isCalendarDate(typed) ? typed : null;
};

function obstacles(_: ReadOnlyWorkbook, { answers }: PaperCase): Obstacle[] {
  const head = textAnswer(answers, "headName");
  const [startsOn, endsOn] = [dayOf(answers, "startsOn"), dayOf(answers, "endsOn")];
  const found = [
    ...requiredAnswer(textAnswer(answers, "name") !== "", "Партнёр: полное наименование"),
    ...requiredAnswer(head !== "", "Руководитель партнёра: ФИО"),
    ...requiredAnswer(textAnswer(answers, "headPost") !== "", "Руководитель партнёра: должность"),
    ...requiredAnswer(endsOn !== null, "Действует по"),
  ];
  if (startsOn !== null && endsOn !== null && endsOn < startsOn)
    found.push({
      level: "error",
      what: "Соглашение кончается раньше, чем начинается.",
      mend: "Исправьте даты в форме документа.",
    });
  if (head !== "" && !looksLikeFullName(head))
    found.push({
      level: "warning",
      what: `Имя руководителя партнёра не похоже на полное: «${head}».`,
      mend: "Впишите фамилию, имя и отчество: в соглашении они стоят в родительном падеже.",
    });
  return found;
}

function input(
  wb: ReadOnlyWorkbook,
  { answers }: PaperCase,
  registration: PartnerAgreementInput["registration"],
): PartnerAgreementInput {
  const text = (key: string): string => textAnswer(answers, key);
  return {
    institution: institutionOf(wb),
    registration,
    partner: {
      fullName: text("name"),
      shortName: text("shortName"),
      head: { fullName: text("headName"), gender: null, post: text("headPost") },
      basis: text("basis"),
      address: text("address"),
      inn: text("inn"),
      ogrn: text("ogrn"),
    },
    cooperation: text("cooperation") || COOPERATION.simple,
    subjects: subjectsOf(answers),
    startsOn: dayOf(answers, "startsOn"),
    endsOn: dayOf(answers, "endsOn"),
    noticeDays: numberAnswer(answers, "noticeDays"),
  };
}

export const partnerAgreementKind: PaperKind<PartnerAgreementInput> = {
  paper: partnerAgreement,
  group: "Поощрения и партнёры",
  count: "many",
  purpose:
    "Соглашение с вузом, колледжем, другой школой или предприятием о совместной работе. Образовательные программы в сетевой форме оформляют другим договором.",
  basis: "",
  series: "agreement",
  registerLabel: "Записать подписанное",
  fields,
  proposed: (wb) => ({
    cooperation: COOPERATION.simple,
    basis: "устава",
    headPost: vocabularyOf(wb.setting(settings, "schoolKind")).head,
    noticeDays: NOTICE_DAYS,
  }),
  obstacles,
  input,
  concerns: () => ({ pairs: [], people: [] }),
};
