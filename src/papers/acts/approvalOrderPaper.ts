// The order that introduces mentoring: approves the regulation and the roadmap and appoints the curator.
import {
  INSTITUTION_TAGS,
  institutionValues,
  participantTags,
  participantValues,
  SAMPLE_INSTITUTION,
  SAMPLE_MENTEE,
  SAMPLE_MENTOR,
  type Institution,
  type Paper,
  type Participant,
  type Registration,
} from "../../documents/paper";
import { date } from "../../documents/values";
import {
  ACQUAINTANCE_TAG,
  acquaintanceValues,
  ADOPTION_TAGS,
  adoptionValues,
  REGISTRATION_TAGS,
  UNION,
  type Reference,
  type Union,
} from "./actParts";

/** Everything the order says. */
export interface ApprovalOrderInput {
  readonly institution: Institution;
  readonly registration: Registration | null;
  /** Minutes of the педсовет. */
  readonly council: Reference;
  readonly union: Union;
  readonly unionMinutes: Reference;
  /** The school has had no such system before. */
  readonly introduces: boolean;
  /** The roadmap is approved too, as annex 2. */
  readonly roadmap: boolean;
  readonly publish: boolean;
  /** Who puts the acts on the site; null if nobody is named. */
  readonly siteKeeper: Participant | null;
  readonly publishBy: string | null;
  readonly acquaintBy: string | null;
  /** «приказ от 24.03.2022 № 23-02»; "" if nothing is repealed. */
  readonly repealed: string;
  /** Who watches over the order; null for the head. */
  readonly control: Participant | null;
  readonly acquainted: readonly Participant[];
  /** Lines for people who are not named. */
  readonly blankLines: number;
}

/** «Приказ об утверждении положения о системе (целевой модели) наставничества педагогических работников». */
export const approvalOrder: Paper<ApprovalOrderInput> = {
  key: "approvalOrder",
  title: "Приказ об утверждении положения о системе (целевой модели) наставничества педагогических работников",
  templateKey: "approvalOrder",
  heading: () => "Об утверждении Положения о системе наставничества педагогических работников",
  data: (input) => ({
    ...institutionValues(input.institution),
    номер: input.registration?.number ?? "",
    дата: date(input.registration?.date ?? null),
    ...adoptionValues(input.council, input.union, input.unionMinutes),
    впервые: input.introduces,
    дорожная_карта: input.roadmap,
    публикация: input.publish,
    есть_ответственный: input.siteKeeper !== null,
    ответственный: input.siteKeeper === null ? null : participantValues(input.siteKeeper),
    разместить_до: date(input.publishBy),
    ознакомить_до: date(input.acquaintBy),
    утратило_силу: input.repealed,
    есть_контроль: input.control !== null,
    контроль: input.control === null ? null : participantValues(input.control),
    ознакомление: acquaintanceValues(input.acquainted, input.blankLines),
  }),
  tags: [
    ...INSTITUTION_TAGS,
    ...REGISTRATION_TAGS,
    ...ADOPTION_TAGS,
    { name: "впервые", kind: "flag", note: "система наставничества вводится впервые" },
    { name: "дорожная_карта", kind: "flag", note: "приказ утверждает и дорожную карту" },
    { name: "публикация", kind: "flag", note: "документы размещаются на сайте" },
    { name: "есть_ответственный", kind: "flag", note: "назван ответственный за размещение на сайте" },
    ...participantTags("ответственный", "ответственный за размещение на сайте"),
    { name: "разместить_до", kind: "date", note: "к какому дню документы размещены на сайте" },
    { name: "ознакомить_до", kind: "date", note: "к какому дню работники ознакомлены" },
    { name: "утратило_силу", kind: "text", note: "прежний приказ, который утрачивает силу" },
    { name: "есть_контроль", kind: "flag", note: "контроль возложен не на руководителя" },
    ...participantTags("контроль", "на кого возложен контроль"),
    ACQUAINTANCE_TAG,
  ],
  sample: {
    institution: SAMPLE_INSTITUTION,
    registration: null,
    council: { number: "1", on: "2026-08-28" },
    union: UNION.opinion,
    unionMinutes: { number: "4", on: "2026-08-27" },
    introduces: true,
    roadmap: true,
    publish: true,
    siteKeeper: { fullName: "Белых Павел Андреевич", gender: "male", post: "учитель информатики" },
    publishBy: "2026-09-11",
    acquaintBy: "2026-09-07",
    repealed: "",
    control: null,
    acquainted: [SAMPLE_MENTOR, SAMPLE_MENTEE, SAMPLE_INSTITUTION.curator],
    blankLines: 0,
  },
};
