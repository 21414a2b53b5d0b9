// What each kind of mentoring demands of a pair (source 4, clause 2.3; domain §4). Kinds combine: every one of them must hold.
import { addMonths, type CalendarDate } from "../../workbook/calendarDate";

/** A pair or group as its kinds see it. */
export interface PairOfKinds {
  kinds: readonly string[];
  mentees: number;
  directions: readonly string[];
  startsOn: CalendarDate | null;
  endsOn: CalendarDate | null;
  /** A meeting and its goal a line. */
  goals: string | null;
  meetingOn: CalendarDate | null;
  channel: string | null;
  /** Years by which the mentor is ahead of the mentees, in age where both are known, else in experience; null if unknown. */
  lead: number | null;
}

/** A demand of a kind that a pair does not meet; what to do is part of the sentence. */
type Demand = (pair: PairOfKinds) => string | null;

interface Kind {
  /** As in the dictionary of kinds. */
  name: string;
  /** In a few words, for whoever chooses. */
  about: string;
  demands: readonly Demand[];
  /** One meeting is no work of 3–12 months: by itself it needs no personalised programme. */
  single?: true;
}

export const KIND = {
  traditional: "традиционное",
  group: "групповое",
  short: "краткосрочное",
  reverse: "реверсивное",
  situational: "ситуационное",
  speed: "скоростное",
  virtual: "виртуальное",
} as const;

/** Where this is the need, whoever is younger in the profession is as good a mentor. */
export const REVERSE_DIRECTION = "ИКТ и цифровая среда";
/** Longer than half a year is no longer short. */
const SHORT_MONTHS = 6;

const oneMentee: Demand = ({ mentees, kinds }) =>
  mentees === 1 || kinds.includes(KIND.group)
    ? null
    : "Традиционное наставничество — один на один: оставьте одного наставляемого или добавьте вид «групповое».";
const severalMentees: Demand = ({ mentees }) =>
  mentees >= 2 ? null : "В группе должно быть не меньше двух наставляемых: добавьте наставляемых или смените вид.";
const hasGoals: Demand = ({ goals }) =>
  (goals ?? "").trim() !== ""
    ? null
    : "Для краткосрочного наставничества запишите встречи и цель каждой в столбец «Цели встреч».";
const isShort: Demand = ({ startsOn, endsOn }) =>
  startsOn !== null && endsOn !== null && endsOn > addMonths(startsOn, SHORT_MONTHS)
    ? `Краткосрочное наставничество длится не дольше ${SHORT_MONTHS} месяцев: приблизьте конец или смените вид.`
    : null;
const isReversed: Demand = ({ lead, directions }) =>
  directions.includes(REVERSE_DIRECTION) || (lead !== null && lead < 0)
    ? null
    : `В реверсивном наставничестве наставник моложе или опыта у него меньше, либо направление — «${REVERSE_DIRECTION}»: поменяйте людей местами или смените вид.`;
const hasMeeting: Demand = ({ meetingOn }) =>
  meetingOn !== null ? null : "Скоростное наставничество — одна встреча: укажите её день в столбце «Встреча».";
const meetingWithinTerm: Demand = ({ meetingOn, startsOn, endsOn }) =>
  meetingOn !== null && ((startsOn !== null && meetingOn < startsOn) || (endsOn !== null && meetingOn > endsOn))
    ? "День встречи не попадает в срок пары: исправьте день или срок."
    : null;
const hasChannel: Demand = ({ channel }) =>
  (channel ?? "").trim() !== ""
    ? null
    : "Для виртуального наставничества укажите канал связи: видеосвязь, мессенджер, платформу.";

/** The kinds of the field; a kind that a school has added itself demands nothing. */
export const KINDS: readonly Kind[] = [
  { name: KIND.traditional, about: "опытный педагог и один начинающий, надолго", demands: [oneMentee] },
  { name: KIND.group, about: "один наставник и двое или больше наставляемых сразу", demands: [severalMentees] },
  { name: KIND.short, about: "встречи по расписанию, у каждой своя цель", demands: [hasGoals, isShort] },
  { name: KIND.reverse, about: "младший учит старшего новому; возможна и встречная пара", demands: [isReversed] },
  { name: KIND.situational, about: "помощь тогда, когда она понадобилась; без расписания", demands: [] },
  {
    name: KIND.speed,
    about: "одна встреча с наставником более высокого уровня",
    demands: [hasMeeting, meetingWithinTerm],
    single: true,
  },
  { name: KIND.virtual, about: "дистанционно, по средствам связи", demands: [hasChannel] },
];

/** What the kinds of the pair demand and it does not meet, in Russian; empty if all is well. */
export function againstKinds(pair: PairOfKinds): string[] {
  return KINDS.filter(({ name }) => pair.kinds.includes(name)).flatMap(({ demands }) =>
    demands.flatMap((demand) => demand(pair) ?? []),
  );
}

/** Whether the pair is a single meeting only: then it has no personalised programme (domain §4, «скоростное»). */
export function isSingleMeeting(kinds: readonly string[]): boolean {
  return kinds.length > 0 && kinds.every((name) => KINDS.some((kind) => kind.name === name && kind.single === true));
}

/** A single meeting lasts a day, short-term mentoring half a year at most; everything else as long as pairs usually do. */
export function termOfKinds(
  kinds: readonly string[],
  meetingOn: CalendarDate | null,
  usual: { startsOn: CalendarDate; endsOn: CalendarDate },
): { startsOn: CalendarDate; endsOn: CalendarDate } {
  if (isSingleMeeting(kinds) && meetingOn !== null) return { startsOn: meetingOn, endsOn: meetingOn };
  const { startsOn, endsOn } = usual;
  const half = addMonths(startsOn, SHORT_MONTHS);
  return { startsOn, endsOn: kinds.includes(KIND.short) && endsOn > half ? half : endsOn };
}
