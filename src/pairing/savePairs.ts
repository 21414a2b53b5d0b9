// Writes the pairs that the curator has confirmed: all of them, or none if any has become impossible meanwhile.
import { mentees } from "../bank/mentees.table";
import { mentors } from "../bank/mentors.table";
import { people, type Person } from "../bank/people.table";
import { schoolYearOf } from "../school/schoolYear";
import { settings } from "../school/settings.table";
import { vocabularyOf } from "../school/vocabulary";
import { addMonths, type CalendarDate } from "../workbook/calendarDate";
import type { ReadOnlyWorkbook, Workbook } from "../workbook/workbook";
import { PAIR_STATUS, pairs, type PairDraft } from "./pairs.table";
import type { PairToSave, RefusedPair, SavedPairs } from "./pairingView";
import { readyPool, sharedDirections, type Couple, type Pool, type ReadyMentee, type ReadyMentor } from "./choice/pool";
import { poolOf, standingPairs } from "./profiles";
import { objections } from "./choice/rules";
import { isReverse } from "./choice/score";

/** A programme lasts from 3 months to a year (source 4, clause 1.2), and the pair with it. */
const LEAST_MONTHS = 3;
const MOST_MONTHS = 12;

/**
 * Writes pairs as «предложена». A mentor and mentee who are together in this school year already are left as they
 * are, so the command may be repeated. Rules are checked anew, one pair after another, on the data as they are now.
 */
export function savePairs(wb: Workbook, wanted: readonly PairToSave[]): SavedPairs {
  const couples = wanted.flatMap(({ mentor, mentees: codes }) => codes.map((mentee) => ({ mentor, mentee })));
  const year = schoolYearName(wb);
  const known = new Map(
    standingPairs(wb).flatMap((pair) => pair.mentees.map((mentee) => [`${pair.mentor} ${mentee}`, pair.code])),
  );
  const already = couples.flatMap((couple) => known.get(keyOf(couple)) ?? []);
  const fresh = distinct(couples).filter((couple) => !known.has(keyOf(couple)));
  const refused: RefusedPair[] = [];
  const drafts: { draft: PairDraft; mentee: ReadyMentee }[] = [];
  let pool = poolOf(wb);
  for (const couple of fresh) {
    const ready = readyPool(pool);
    const mentor = ready.mentorByCode.get(couple.mentor);
    const mentee = ready.menteeByCode.get(couple.mentee);
    const against = objectionsTo(mentor, mentee);
    if (mentor === undefined || mentee === undefined || against.length > 0) {
      refused.push({
        index: wanted.findIndex((one) => one.mentor === couple.mentor && one.mentees.includes(couple.mentee)),
        mentor: couple.mentor,
        mentees: [couple.mentee],
        mentorName: mentor?.name ?? couple.mentor,
        menteeNames: mentee?.name ?? couple.mentee,
        reasons: against,
      });
      continue;
    }
    drafts.push({ draft: draftOf(wb, mentor, mentee, year), mentee });
    pool = withPair(pool, mentor, mentee);
  }
  if (refused.length > 0) return { saved: [], already, refused };
  const saved = drafts.map(({ draft }) => wb.add(pairs, draft).code);
  if (saved.length > 0) wb.note({ what: "Предложены наставнические пары", records: saved });
  return { saved, already, refused };
}

function objectionsTo(mentor: ReadyMentor | undefined, mentee: ReadyMentee | undefined): string[] {
  if (mentor === undefined) return ["Этого наставника уже нет в банке."];
  if (mentee === undefined) return ["Этого наставляемого уже нет в банке."];
  return objections(mentor, mentee);
}

function keyOf(couple: Couple): string {
  return `${couple.mentor} ${couple.mentee}`;
}

function distinct(couples: readonly Couple[]): Couple[] {
  return [...new Map(couples.map((couple) => [keyOf(couple), couple])).values()];
}

/** The pool as it will be with one pair more, so that the next pair is judged by it. */
function withPair(pool: Pool, mentor: ReadyMentor, mentee: ReadyMentee): Pool {
  return {
    ...pool,
    mentors: pool.mentors.map((one) => (one.code === mentor.code ? { ...one, load: one.load + 1 } : one)),
    pairs: [
      ...pool.pairs,
      { mentor: mentor.code, mentees: [mentee.code], directions: sharedDirections(mentor, mentee) },
    ],
  };
}

function draftOf(wb: ReadOnlyWorkbook, mentor: ReadyMentor, mentee: ReadyMentee, schoolYear: string): PairDraft {
  const { startsOn, endsOn } = termOf(wb);
  const directions = sharedDirections(mentor, mentee);
  return {
    status: PAIR_STATUS.proposed,
    mentor: mentor.code,
    mentorName: mentor.name,
    mentees: [mentee.code],
    menteeNames: mentee.name,
    mentoringForm: formOf(wb, mentor, mentee),
    mentoringKinds: kindsOf(mentor, mentee),
    directions,
    schoolYear,
    startsOn,
    endsOn,
    grounds: groundsOf(mentor, mentee, directions),
  };
}

/** The school year of the settings, or the one that this day belongs to. */
export function schoolYearName(wb: ReadOnlyWorkbook): string {
  return wb.setting(settings, "schoolYear") ?? schoolYearOf(wb.today).name;
}

/** From today or the beginning of the year, to its end, and never shorter than a programme may be. */
export function termOf(wb: ReadOnlyWorkbook): { startsOn: CalendarDate; endsOn: CalendarDate } {
  const usual = schoolYearOf(wb.today);
  const yearStart = wb.setting(settings, "yearStart") ?? usual.startsOn;
  const yearEnd = wb.setting(settings, "yearEnd") ?? usual.endsOn;
  const startsOn = wb.today > yearStart ? wb.today : yearStart;
  const least = addMonths(startsOn, LEAST_MONTHS);
  const most = addMonths(startsOn, MOST_MONTHS);
  return { startsOn, endsOn: yearEnd < least ? least : yearEnd > most ? most : yearEnd };
}

/** What the person's post, type and place of work say about the form; the first that fits. */
const FORMS: readonly { form: string; fits: (mentor: Person, mentee: Person) => boolean }[] = [
  { form: "работодатель — студент", fits: (_, mentee) => mentee.kind === "студент" },
  {
    form: "педагог вуза (колледжа) — молодой педагог",
    fits: (mentor) => /универс|институт|академи|колледж|техникум/i.test(mentor.workplace ?? ""),
  },
  {
    form: "руководитель образовательной организации — воспитатель",
    fits: (mentor, mentee) => isHead(mentor) && /воспитател/i.test(mentee.post ?? ""),
  },
  { form: "руководитель образовательной организации — педагог", fits: isHead },
];

function isHead(person: Person): boolean {
  return /^(директор|заведующ|заместитель (директора|заведующ))/i.test(person.post ?? "");
}

function formOf(wb: ReadOnlyWorkbook, mentor: ReadyMentor, mentee: ReadyMentee): string {
  const usual = vocabularyOf(wb.setting(settings, "schoolKind")).usualForm;
  const one = wb.find(people, mentor.personCode);
  const other = wb.find(people, mentee.personCode);
  if (one === undefined || other === undefined) return usual;
  return FORMS.find((entry) => entry.fits(one, other))?.form ?? usual;
}

function kindsOf(mentor: ReadyMentor, mentee: ReadyMentee): string[] {
  const remote = mentor.formats.length === 1 && mentor.formats[0] === "дистанционно";
  return [isReverse(mentor, mentee) ? "реверсивное" : "традиционное", ...(remote ? ["виртуальное"] : [])];
}

/** In words and without points: nobody is ranked (source 4, clause 1.3, principle of equality). */
function groundsOf(mentor: ReadyMentor, mentee: ReadyMentee, directions: readonly string[]): string {
  const parts =
    directions.length > 0
      ? [`Затруднения наставляемого совпадают с компетенциями наставника: ${directions.join("; ")}.`]
      : ["Выбор куратора; затруднения наставляемого предстоит выявить."];
  if (mentee.subjects.some((subject) => mentor.subjects.includes(subject))) parts.push("Общий предмет или группа.");
  return parts.join(" ");
}

/** Names of a pair's people; «Педагоги» is looked into only where the bank's rows do not repeat the name. */
export function namesOfPair(
  wb: ReadOnlyWorkbook,
  mentorCode: string,
  menteeCodes: readonly string[],
): { mentorName: string; menteeNames: string } {
  return {
    mentorName: nameOf(wb, wb.find(mentors, mentorCode)) ?? mentorCode,
    menteeNames: menteeCodes.map((code) => nameOf(wb, wb.find(mentees, code)) ?? code).join("; "),
  };
}

/** The name of a mentor or a mentee; null if there is no such row. */
export function nameOf(
  wb: ReadOnlyWorkbook,
  row: { readonly person: string; readonly fullName: string | null } | undefined,
): string | null {
  if (row === undefined) return null;
  return row.fullName ?? wb.find(people, row.person)?.fullName ?? null;
}
