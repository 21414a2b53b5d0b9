// «Положение о системе наставничества педагогических работников» (source 4 and what it lacks), in the words of this school.
import {
  INSTITUTION_TAGS,
  institutionValues,
  lineValues,
  SAMPLE_INSTITUTION,
  type Institution,
  type Paper,
  type Registration,
} from "../../documents/paper";
import type { Tag } from "../../documents/tags";
import { date } from "../../documents/values";
import { KIND } from "../../pairing/choice/kinds";
import { ADOPTION_TAGS, adoptionValues, REGISTRATION_TAGS, UNION, type Reference, type Union } from "./actParts";

/** Everything the regulation says that is the school's own. */
export interface RegulationInput {
  readonly institution: Institution;
  readonly kindergarten: boolean;
  /** Number and date of the order that approves it; null until it is registered. */
  readonly approval: Registration | null;
  readonly council: Reference;
  readonly union: Union;
  readonly unionMinutes: Reference;
  /** The school has a mentors' council, or is to have one. */
  readonly mentorsCouncil: boolean;
  /** «педагог — педагог» */
  readonly forms: readonly string[];
  /** «традиционное» */
  readonly kinds: readonly string[];
  /** How many mentees one mentor has at most; null if the school does not say. */
  readonly capacity: number | null;
  /** Working days of notice (ТК РФ ст. 351.8: not fewer than three). */
  readonly noticeDays: number;
}

const LINE: Tag = { name: ".", kind: "text", note: "строка списка" };

/** What each kind means (source 4, clause 2.3), in our own words; a kind of the school's own stands without explanation. */
const MEANING: Readonly<Record<string, string>> = {
  [KIND.traditional]:
    "традиционное (один на один) — более опытный педагог продолжительное время работает с одним наставляемым",
  [KIND.group]: "групповое — один наставник работает одновременно с двумя и более наставляемыми",
  [KIND.short]:
    "краткосрочное (целеполагающее) — встречи проходят по заранее установленному графику, у каждой есть конкретная цель, " +
    "а наставляемый действует и между встречами",
  [KIND.reverse]:
    "реверсивное — младший коллега помогает старшему в новых технологиях, а старший младшему — в методике и организации " +
    "образовательного процесса",
  [KIND.situational]: "ситуационное — наставник помогает или советует всякий раз, когда в этом возникает нужда",
  [KIND.speed]:
    "скоростное — однократная встреча с наставником более высокого уровня, на которой ставят цели и обмениваются опытом",
  [KIND.virtual]:
    "виртуальное (дистанционное) — взаимодействие с помощью видеосвязи, образовательных платформ и других средств связи",
};

/** «Положение о системе наставничества педагогических работников». */
export const regulation: Paper<RegulationInput> = {
  key: "regulation",
  title: "Положение о системе наставничества педагогических работников",
  templateKey: "regulation",
  heading: () => "Положение о системе наставничества педагогических работников",
  data: (input) => ({
    ...institutionValues(input.institution),
    номер: input.approval?.number ?? "",
    дата: date(input.approval?.date ?? null),
    ...adoptionValues(input.council, input.union, input.unionMinutes),
    есть_профсоюз: input.union !== UNION.none,
    детский_сад: input.kindergarten,
    совет: input.mentorsCouncil,
    формы: lineValues(input.forms),
    виды: lineValues(input.kinds.map((kind) => MEANING[kind] ?? kind)),
    не_более: input.capacity,
    дней_уведомления: input.noticeDays,
  }),
  tags: [
    ...INSTITUTION_TAGS,
    ...REGISTRATION_TAGS,
    ...ADOPTION_TAGS,
    { name: "есть_профсоюз", kind: "flag", note: "в организации есть первичная профсоюзная организация" },
    { name: "детский_сад", kind: "flag", note: "организация — детский сад" },
    { name: "совет", kind: "flag", note: "в организации есть совет наставников" },
    { name: "формы", kind: "list", note: "формы наставничества, строками", items: [LINE] },
    { name: "виды", kind: "list", note: "виды наставничества с пояснениями, строками", items: [LINE] },
    { name: "не_более", kind: "number", note: "сколько наставляемых у одного наставника" },
    { name: "дней_уведомления", kind: "number", note: "за сколько рабочих дней предупреждают о прекращении" },
  ],
  sample: {
    institution: SAMPLE_INSTITUTION,
    kindergarten: false,
    approval: null,
    council: { number: "1", on: "2026-08-28" },
    union: UNION.opinion,
    unionMinutes: { number: "4", on: "2026-08-27" },
    mentorsCouncil: true,
    forms: ["педагог — педагог", "руководитель образовательной организации — педагог", "работодатель — студент"],
    kinds: Object.values(KIND),
    capacity: 2,
    noticeDays: 3,
  },
};
