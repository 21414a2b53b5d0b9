// The order that ends a pair before its time, or gives its mentees another mentor: what it takes and the tags it offers.
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
import type { Tag } from "../../documents/tags";
import { date, type Group } from "../../documents/values";
import { END_REASON, ENDING_ORDER_PAPER } from "../../pairing/endReasons";

/** A registered paper that the order refers to. */
export interface Referred {
  readonly number: string;
  /** «2026-09-14»; null if unknown. */
  readonly on: string | null;
}

/** Who guides the mentees from now on. */
export interface NewMentor {
  readonly mentor: Participant;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  /** The order by which the new pair is in force already; null where this one puts it in force. */
  readonly order: Referred | null;
}

/** What becomes of the programme of the pair. */
export type ProgrammeAfter = "goesOn" | "stopped" | "done" | "open" | "none";

/** Everything the order says. */
export interface EndingOrderInput {
  readonly institution: Institution;
  /** Null in a draft: number and date stay blank until registration. */
  readonly registration: Registration | null;
  readonly mentor: Participant;
  readonly mentees: readonly Participant[];
  /** By which the pair was assigned; null if it is not recorded. */
  readonly order: Referred | null;
  /** Of `END_REASON`, or words of the curator's own. */
  readonly reason: string;
  /** «в связи с переводом наставника в другую группу»: stands in place of the usual words for the reason; "" if none. */
  readonly reasonWords: string;
  /** Those whose contract ends; empty where that is not the reason, or is not recorded. */
  readonly dismissed: readonly Participant[];
  readonly mentorDismissed: boolean;
  /** When the mentor was warned, or has refused; null where nobody has to be. */
  readonly noticeOn: string | null;
  readonly lastDay: string | null;
  /** First day without the duties. */
  readonly freeFrom: string | null;
  /** Papers for the line «Основание», as they are called in it; "" for the usual ones. */
  readonly basis: string;
  readonly successor: NewMentor | null;
  readonly programme: ProgrammeAfter;
  /** The supplementary agreement; null where there is none, or mentoring is part of the job. */
  readonly agreement: Referred | null;
  /** The mentor has other pairs, and the agreement holds for them. */
  readonly othersStay: boolean;
}

const REASON_FLAGS: Readonly<Record<string, string>> = {
  [END_REASON.planDone]: "план_выполнен",
  [END_REASON.mentor]: "отказ_наставника",
  [END_REASON.mentee]: "просьба_наставляемого",
  [END_REASON.mutual]: "по_согласию",
  [END_REASON.curator]: "предложение_куратора",
  [END_REASON.employer]: "отмена_поручения",
  [END_REASON.dismissal]: "увольнение",
};

/** The comma after a post that stands in the middle of a sentence. */
const withComma = (who: Participant): Group => ({ ...participantValues(who), есть_должность: who.post !== "" });

const referred = (paper: Referred | null): Group => ({
  номер: paper?.number ?? "",
  дата: date(paper?.on ?? null),
});

/** Of the reasons at most one is true; words of the curator's own stand in place of them all. */
const reasonValues = ({ reason, reasonWords }: EndingOrderInput): Group => ({
  ...Object.fromEntries(
    Object.entries(REASON_FLAGS).map(([key, flag]) => [flag, reasonWords === "" && reason === key]),
  ),
  причина: reasonWords,
});

const successorValues = (successor: NewMentor | null): Group => ({
  замена: successor !== null,
  новый_наставник: successor === null ? null : withComma(successor.mentor),
  новая_пара_закреплена: successor !== null && successor.order !== null,
  новый_приказ: referred(successor?.order ?? null),
  новое_начало: date(successor?.startsOn ?? null),
  новый_конец: date(successor?.endsOn ?? null),
});

/** The mentees stay without anybody, and still want somebody. */
const areLeft = ({ successor, programme, reason }: EndingOrderInput): boolean =>
  successor === null && (programme === "open" || programme === "stopped") && reason !== END_REASON.planDone;

const unique = (people: readonly Participant[]): readonly Participant[] => [
  ...new Map(
    people.filter(({ fullName }) => fullName !== "").map((who) => [`${who.fullName}|${who.post}`, who]),
  ).values(),
];

/** Everybody who signs that they have read the order; whoever is dismissed is not there to sign. */
const acquainted = ({
  institution,
  mentor,
  mentees,
  successor,
  dismissed,
}: EndingOrderInput): readonly Participant[] => {
  const gone = new Set(dismissed.map(({ fullName }) => fullName));
  const all = [mentor, ...mentees, ...(successor === null ? [] : [successor.mentor]), institution.curator];
  return unique(all.filter(({ fullName }) => !gone.has(fullName)));
};

const flag = (name: string, note: string): Tag => ({ name, kind: "flag", note });

/** «Приказ о досрочном прекращении наставничества (замене наставника)»: one paper, whose heading follows what is done. */
export const endingOrder: Paper<EndingOrderInput> = {
  key: ENDING_ORDER_PAPER,
  title: "Приказ о досрочном прекращении наставничества (замене наставника)",
  templateKey: "endingOrder",
  heading: ({ mentor, successor }) =>
    successor === null
      ? `О досрочном прекращении наставничества: ${mentor.fullName}`
      : `О замене наставника: ${mentor.fullName} — ${successor.mentor.fullName}`,
  data: (input) => ({
    ...institutionValues(input.institution),
    номер: input.registration?.number ?? "",
    дата: date(input.registration?.date ?? null),
    наставник: withComma(input.mentor),
    наставляемые: input.mentees.map(participantValues),
    группа: input.mentees.length > 1,
    есть_приказ: input.order !== null,
    приказ: referred(input.order),
    ...reasonValues(input),
    уволенные: input.dismissed.map(participantValues),
    есть_уволенные: input.dismissed.length > 0,
    наставник_уволен: input.mentorDismissed,
    предупреждение: date(input.noticeOn),
    последний_день: date(input.lastDay),
    прекратить_с: date(input.freeFrom),
    основание: input.basis,
    ...successorValues(input.successor),
    программа_продолжается: input.programme === "goesOn",
    программа_прекращается: input.programme === "stopped",
    программа_завершена: input.programme === "done",
    есть_программа: input.programme !== "none" && !input.mentorDismissed,
    без_наставника: areLeft(input),
    есть_соглашение: input.agreement !== null,
    соглашение: referred(input.agreement),
    остаются_пары: input.othersStay,
    ознакомление: acquainted(input).map(participantValues),
  }),
  tags: [
    ...INSTITUTION_TAGS,
    { name: "номер", kind: "text", note: "номер приказа; пусто до регистрации" },
    { name: "дата", kind: "date", note: "дата приказа; пусто до регистрации" },
    { name: "наставник.фио", kind: "person", note: "прежний наставник: фамилия, имя, отчество", required: true },
    { name: "наставник.должность", kind: "post", note: "прежний наставник: должность" },
    flag("наставник.есть_должность", "должность наставника известна"),
    {
      name: "наставляемые",
      kind: "list",
      note: "один наставляемый или группа",
      required: true,
      items: [
        { name: "фио", kind: "person", note: "фамилия, имя, отчество наставляемого" },
        { name: "должность", kind: "post", note: "должность наставляемого" },
      ],
    },
    ...participantTags("наставляемые", "наставляемые списком"),
    flag("группа", "наставляемых больше одного"),
    flag("есть_приказ", "приказ о закреплении известен"),
    { name: "приказ.номер", kind: "text", note: "номер приказа о закреплении" },
    { name: "приказ.дата", kind: "date", note: "дата приказа о закреплении" },
    flag("план_выполнен", "основание: план выполнен досрочно"),
    flag("отказ_наставника", "основание: отказ наставника"),
    flag("просьба_наставляемого", "основание: просьба наставляемого"),
    flag("по_согласию", "основание: обоюдное согласие"),
    flag("предложение_куратора", "основание: предложение куратора"),
    flag("отмена_поручения", "основание: решение работодателя"),
    flag("увольнение", "основание: увольнение"),
    { name: "причина", kind: "text", note: "основание своими словами: «в связи с …»" },
    flag("есть_уволенные", "известно, с кем прекращается трудовой договор"),
    { name: "уволенные", kind: "list", note: "с кем прекращается трудовой договор" },
    ...participantTags("уволенные", "с кем прекращается трудовой договор, списком"),
    flag("наставник_уволен", "наставник уволен"),
    { name: "предупреждение", kind: "date", note: "когда наставник предупреждён или подал заявление" },
    { name: "последний_день", kind: "date", note: "последний день наставничества", required: true },
    { name: "прекратить_с", kind: "date", note: "первый день без обязанностей и выплаты" },
    { name: "основание", kind: "text", note: "документы-основания, если они вписаны в форму" },
    flag("замена", "наставляемых принимает другой наставник"),
    ...participantTags("новый_наставник", "новый наставник"),
    flag("новый_наставник.есть_должность", "должность нового наставника известна"),
    flag("новая_пара_закреплена", "новый наставник уже закреплён другим приказом"),
    { name: "новый_приказ.номер", kind: "text", note: "номер приказа о закреплении нового наставника" },
    { name: "новый_приказ.дата", kind: "date", note: "дата приказа о закреплении нового наставника" },
    { name: "новое_начало", kind: "date", note: "первый день нового наставника" },
    { name: "новый_конец", kind: "date", note: "последний день нового наставника" },
    flag("программа_продолжается", "программа продолжается с новым наставником"),
    flag("программа_прекращается", "программа прекращена"),
    flag("программа_завершена", "программа завершена досрочно"),
    flag("есть_программа", "у пары есть программа, и наставник её сдаёт"),
    flag("без_наставника", "наставляемые остаются без наставника"),
    flag("есть_соглашение", "с наставником заключено дополнительное соглашение"),
    { name: "соглашение.номер", kind: "text", note: "номер дополнительного соглашения" },
    { name: "соглашение.дата", kind: "date", note: "дата дополнительного соглашения" },
    flag("остаются_пары", "у наставника есть другие пары, соглашение действует для них"),
    {
      name: "ознакомление",
      kind: "list",
      note: "все, кого надо ознакомить с приказом",
      items: [
        { name: "фио", kind: "person", note: "фамилия, имя, отчество" },
        { name: "должность", kind: "post", note: "должность" },
      ],
    },
  ],
  sample: {
    institution: SAMPLE_INSTITUTION,
    registration: null,
    mentor: SAMPLE_MENTOR,
    mentees: [SAMPLE_MENTEE],
    order: { number: "84-02", on: "2026-09-14" },
    reason: END_REASON.mentor,
    reasonWords: "",
    dismissed: [],
    mentorDismissed: false,
    noticeOn: "2027-03-10",
    lastDay: "2027-03-15",
    freeFrom: "2027-03-16",
    basis: "",
    successor: {
      mentor: { fullName: "Соколова Мария Ивановна", gender: "female", post: "учитель физики" },
      startsOn: "2027-03-16",
      endsOn: "2027-05-31",
      order: null,
    },
    programme: "goesOn",
    agreement: { number: "12", on: "2026-09-14" },
    othersStay: false,
  },
};
