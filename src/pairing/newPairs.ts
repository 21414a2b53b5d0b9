// Judges pairs and groups that are about to be written: every rule on the data as they are now, and what goes into the row.
import { people, type Person } from "../bank/people.table";
import { settings } from "../school/settings.table";
import { isCalendarDate, type CalendarDate } from "../workbook/calendarDate";
import type { ReadOnlyWorkbook } from "../workbook/workbook";
import { againstKinds, KIND, termOfKinds } from "./choice/kinds";
import {
  readyPool,
  sharedDirections,
  type MenteeProfile,
  type MentorProfile,
  type Pool,
  type ReadyMentee,
  type ReadyMentor,
} from "./choice/pool";
import { objections } from "./choice/rules";
import { fittingForm, fittingKinds, leadOver, type FormSide, type LeadSide } from "./fitting";
import { PAIR_STATUS, type PairDraft } from "./pairs.table";
import type { PairToSave, RefusedPair } from "./pairingView";
import { poolOf, standingPairs } from "./profiles";
import { storedTerms } from "./terms";

/** What becomes of a wanted pair: one of the three, or nothing where the same has been asked for twice. */
interface Verdict {
  /** Code of the pair in which they are together already. */
  known?: string;
  refused?: Omit<RefusedPair, "index">;
  drafts?: { draft: PairDraft; mirror: PairDraft | null };
}

interface Term {
  startsOn: CalendarDate;
  endsOn: CalendarDate;
}

/** A pair that stands or is about to; one without a code is still being judged. */
interface Standing {
  code: string | null;
  mentor: string;
  mentees: readonly string[];
  directions: readonly string[];
}

/** The two sides of a wanted pair, ready to be compared. */
interface Sides {
  mentor: ReadyMentor;
  mentees: ReadyMentee[];
}

/** What would be written, as far as the rules look at it. */
interface Plan {
  sides: Sides;
  form: string;
  kinds: string[];
  directions: string[];
  meetingOn: CalendarDate | null;
  term: Term;
}

const TO_DO = "Обновите окно и выберите другого наставника или уберите эту пару.";
const NO_MENTOR = `Наставника больше нет на вкладке «Наставники»: строку удалили, пока окно было открыто. ${TO_DO}`;
const NO_MENTEE =
  "Наставляемого больше нет на вкладке «Наставляемые»: строку удалили, пока окно было открыто. Обновите окно и уберите эту пару.";

/**
 * Makes the function that judges wanted pairs one after another: each is seen beside those before it. Tables are read
 * once.
 */
export function judgeOfNewPairs(
  wb: ReadOnlyWorkbook,
  usual: { schoolYear: string; term: Term },
): (wanted: PairToSave) => Verdict {
  const school = new SchoolOfPairs(wb);
  return (asked) => {
    const wanted = { ...asked, mentees: [...new Set(asked.mentees)] };
    const alike = school.together(wanted);
    if (alike !== undefined) return alike.code === null ? {} : { known: alike.code };
    const first = school.plan(wanted, usual.term);
    if (first.plan === null || first.against.length > 0) return { refused: refusal(school, wanted, first.against) };
    const draft = draftOf(first.plan, wanted, usual.schoolYear);
    school.put(first.plan);
    if (!wanted.mirrors) return { drafts: { draft, mirror: null } };
    const swapped = school.swapped(first.plan.sides, wanted);
    if (typeof swapped === "string") return { refused: refusal(school, wanted, [swapped]) };
    if (school.together(swapped) !== undefined) return { drafts: { draft, mirror: null } };
    const second = school.plan(swapped, usual.term);
    if (second.plan === null || second.against.length > 0) {
      const reasons = second.against.map((reason) => `Встречная пара: ${reason}`);
      return { refused: refusal(school, wanted, reasons) };
    }
    school.put(second.plan);
    return { drafts: { draft, mirror: draftOf(second.plan, swapped, usual.schoolYear) } };
  };
}

function refusal(
  school: SchoolOfPairs,
  { mentor, mentees }: PairToSave,
  reasons: string[],
): NonNullable<Verdict["refused"]> {
  return {
    mentor,
    mentees,
    mentorName: school.nameOfMentor(mentor),
    menteeNames: mentees.map((code) => school.nameOfMentee(code)).join("; "),
    reasons,
  };
}

/** The bank with the pairs that stand and those judged so far. */
class SchoolOfPairs {
  readonly words: Readonly<Record<"mentoringForms" | "mentoringKinds" | "directions", ReadonlySet<string>>>;
  private readonly pool: Pool;
  private readonly mentors: ReadonlyMap<string, MentorProfile>;
  private readonly mentees: ReadonlyMap<string, MenteeProfile>;
  private readonly byCode = new Map<string, Standing[]>();

  constructor(readonly wb: ReadOnlyWorkbook) {
    const { bans } = storedTerms(wb);
    this.pool = poolOf(wb, { bans, wishes: [] });
    this.mentors = new Map(this.pool.mentors.map((mentor) => [mentor.code, mentor]));
    this.mentees = new Map(this.pool.mentees.map((mentee) => [mentee.code, mentee]));
    for (const pair of standingPairs(wb)) this.index(pair);
    this.words = {
      mentoringForms: new Set(wb.dictionary("mentoringForms")),
      mentoringKinds: new Set(wb.dictionary("mentoringKinds")),
      directions: new Set(wb.dictionary("directions")),
    };
  }

  person(code: string): Person | undefined {
    return this.wb.find(people, code);
  }

  nameOfMentor(code: string): string {
    return this.mentors.get(code)?.name ?? code;
  }

  nameOfMentee(code: string): string {
    return this.mentees.get(code)?.name ?? code;
  }

  /** The pair or group in which all of these people are together. */
  together({ mentor, mentees }: Pick<PairToSave, "mentor" | "mentees">): Standing | undefined {
    return this.pairsOf(mentor).find(
      (pair) => pair.mentor === mentor && mentees.every((code) => pair.mentees.includes(code)),
    );
  }

  /** The pairs in which the mentee has a mentor now, those judged so far included. */
  pairsOfMentee(code: string): readonly Standing[] {
    return this.pairsOf(code).filter((pair) => pair.mentees.includes(code));
  }

  /** Remembers a pair that will be written: those after it are judged beside it. */
  put({ sides: { mentor, mentees }, directions }: Plan): void {
    this.index({ code: null, mentor: mentor.code, mentees: mentees.map(({ code }) => code), directions });
  }

  /** What would be written for a wanted pair, and what stands against it. */
  plan(wanted: PairToSave, usual: Term): { plan: Plan; against: string[] } | { plan: null; against: string[] } {
    const sides = this.sides(wanted);
    if (sides === null) return { plan: null, against: [NO_MENTOR] };
    if (sides.mentees.length < wanted.mentees.length) return { plan: null, against: [NO_MENTEE] };
    const plan = planOf(this, wanted, sides, usual);
    return { plan, against: against(this, wanted, plan) };
  }

  /** The mentor and the mentees as they are beside all pairs so far; only these few are made ready. */
  private sides(wanted: PairToSave): Sides | null {
    const mentor = this.mentors.get(wanted.mentor);
    const mentees = wanted.mentees.flatMap((code) => this.mentees.get(code) ?? []);
    if (mentor === undefined) return null;
    const own = new Set([wanted.mentor, ...wanted.mentees].flatMap((code) => this.pairsOf(code)));
    const load = this.pairsOf(mentor.code)
      .filter((pair) => pair.mentor === mentor.code)
      .reduce((sum, pair) => sum + pair.mentees.length, 0);
    const ready = readyPool({
      mentors: [{ ...mentor, load }],
      mentees,
      pairs: [...own],
      bans: this.pool.bans.filter((ban) => ban.mentor === mentor.code),
      wishes: [],
      before: [],
    });
    const [one] = ready.mentors;
    return one === undefined ? null : { mentor: one, mentees: [...ready.mentees] };
  }

  /** The same two with their roles swapped, or the reason why they cannot swap, in Russian. */
  swapped({ mentor, mentees }: Sides, wanted: PairToSave): PairToSave | string {
    const [mentee, another] = mentees;
    if (mentee === undefined || another !== undefined) {
      return "Встречная пара бывает только у двоих: оставьте одного наставляемого или снимите отметку о встречной паре.";
    }
    const asMentor = this.pool.mentors.find(({ personCode }) => personCode === mentee.personCode);
    const asMentee = this.pool.mentees.find(({ personCode }) => personCode === mentor.personCode);
    if (asMentor === undefined || asMentee === undefined) {
      const [who, bank] = asMentor === undefined ? [mentee.name, "наставников"] : [mentor.name, "наставляемых"];
      return `Для встречной пары нужны обе роли у обоих, а в банке ${bank} нет такого человека: ${who}. Назначьте роль в карточке педагога или снимите отметку о встречной паре.`;
    }
    const reverse = wanted.kinds.includes(KIND.reverse);
    const kinds = wanted.kinds.length === 0 ? [] : [reverse ? KIND.traditional : KIND.reverse];
    const channel = wanted.channel.trim();
    return {
      ...wanted,
      mentor: asMentor.code,
      mentees: [asMentee.code],
      form: null,
      kinds: kinds.length > 0 && channel !== "" ? [...kinds, KIND.virtual] : kinds,
      directions: [],
      goals: "",
      meetingOn: "",
      mirrors: false,
    };
  }

  private pairsOf(code: string): readonly Standing[] {
    return this.byCode.get(code) ?? [];
  }

  private index(pair: Standing): void {
    for (const code of [pair.mentor, ...pair.mentees]) {
      const known = this.byCode.get(code);
      if (known) known.push(pair);
      else this.byCode.set(code, [pair]);
    }
  }
}

/** Everything that stands against the pair, in Russian: what is wrong and what to do. Empty if it may be written. */
function against(school: SchoolOfPairs, wanted: PairToSave, plan: Plan): string[] {
  const { sides, kinds, directions, term, meetingOn } = plan;
  const ruled = [...againstRules(sides), ...againstSecond(school, wanted, sides), ...againstCover(school, plan)];
  return [
    ...(ruled.length > 0 ? [...ruled, TO_DO] : []),
    ...unheardOf(school, wanted),
    ...directions
      .filter((direction) => !sides.mentor.directions.includes(direction))
      .map(
        (direction) =>
          `${sides.mentor.name} не помогает по направлению «${direction}»: снимите его или дополните компетенции наставника.`,
      ),
    ...(wanted.meetingOn !== "" && meetingOn === null ? ["День встречи не похож на дату: выберите его заново."] : []),
    ...againstKinds({
      kinds,
      mentees: sides.mentees.length,
      directions,
      ...term,
      goals: wanted.goals,
      meetingOn,
      channel: wanted.channel,
      lead: leadOver(
        leadSide(school, sides.mentor),
        sides.mentees.map((mentee) => leadSide(school, mentee)),
      ),
    }),
  ];
}

/** The rules of the choice; each mentee of a group takes a place of the mentor. */
function againstRules({ mentor, mentees }: Sides): string[] {
  const free = mentor.capacity - mentor.load;
  if (free > 0 && mentees.length > free) {
    return [`У наставника мало свободных мест (${mentor.name}): нужно ${mentees.length}, свободно ${free}.`];
  }
  return [...new Set(mentees.flatMap((mentee) => objections(mentor, mentee)))];
}

/** Whoever has a mentor gets another one only if the curator knows of the first: it may have been given meanwhile. */
function againstSecond(school: SchoolOfPairs, { second = false }: PairToSave, { mentees }: Sides): string[] {
  if (second) return [];
  return mentees.flatMap((mentee) => {
    const [known] = mentee.seeking === true ? [] : school.pairsOfMentee(mentee.code);
    if (known === undefined) return [];
    const where = known.code === null ? "в этом же списке" : `пара ${known.code}`;
    return [
      `У наставляемого уже есть наставник (${mentee.name}): ${school.nameOfMentor(known.mentor)}, ${where}. Второй возможен только по другому направлению.`,
    ];
  });
}

/** One pair of a mentee in each direction (domain §5). */
function againstCover(school: SchoolOfPairs, { sides, directions }: Plan): string[] {
  return sides.mentees.flatMap((mentee) =>
    school.pairsOfMentee(mentee.code).flatMap((known) => {
      const shared = directions.filter((direction) => known.directions.includes(direction));
      if (shared.length === 0) return [];
      return [
        `По направлению «${shared.join("», «")}» у наставляемого уже есть наставник (${mentee.name}): ${school.nameOfMentor(known.mentor)}.`,
      ];
    }),
  );
}

/** Words that the school's dictionaries do not hold: a row with them could not be chosen from the list in the cell. */
function unheardOf({ words }: SchoolOfPairs, { form, kinds, directions }: PairToSave): string[] {
  const chosen = { mentoringForms: form === null ? [] : [form], mentoringKinds: kinds, directions };
  return (Object.keys(chosen) as (keyof typeof chosen)[]).flatMap((key) =>
    words[key].size === 0
      ? []
      : chosen[key]
          .filter((word) => !words[key].has(word))
          .map((word) => `В справочнике больше нет строки «${word}»: обновите окно и выберите другую.`),
  );
}

function planOf(school: SchoolOfPairs, wanted: PairToSave, sides: Sides, usual: Term): Plan {
  const { mentor, mentees } = sides;
  const [first] = mentees;
  const kinds = wanted.kinds.length > 0 ? [...new Set(wanted.kinds)] : fittingKinds(mentor, mentees, wanted.channel);
  const meetingOn = isCalendarDate(wanted.meetingOn) ? wanted.meetingOn : null;
  const schoolKind = school.wb.setting(settings, "schoolKind");
  return {
    sides,
    form: wanted.form ?? fittingForm(formSide(school, mentor), formSide(school, first), schoolKind),
    kinds,
    directions: wanted.directions.length > 0 ? [...new Set(wanted.directions)] : directionsOf(sides),
    meetingOn,
    term: termOfKinds(kinds, meetingOn, usual),
  };
}

/** What the mentor helps all of them with; where they have nothing in common, what the mentor helps any of them with. */
function directionsOf({ mentor, mentees }: Sides): string[] {
  const [first = [], ...others] = mentees.map((mentee) => sharedDirections(mentor, mentee));
  const common = first.filter((direction) => others.every((shared) => shared.includes(direction)));
  return common.length > 0 ? common : [...new Set([first, ...others].flat())];
}

function draftOf(
  { sides, form, kinds, directions, meetingOn, term }: Plan,
  wanted: PairToSave,
  year: string,
): PairDraft {
  const { mentor, mentees } = sides;
  return {
    status: PAIR_STATUS.proposed,
    mentor: mentor.code,
    mentorName: mentor.name,
    mentees: mentees.map(({ code }) => code),
    menteeNames: mentees.map(({ name }) => name).join("; "),
    mentoringForm: form,
    mentoringKinds: kinds,
    directions,
    schoolYear: year,
    ...term,
    grounds: groundsOf(sides, directions),
    goals: wordsOf(wanted.goals),
    meetingOn,
    channel: wordsOf(wanted.channel),
  };
}

/** In words and without points: nobody is ranked (source 4, clause 1.3, principle of equality). */
function groundsOf({ mentor, mentees }: Sides, directions: readonly string[]): string {
  const whose = mentees.length > 1 ? "наставляемых" : "наставляемого";
  const met = directions.filter((direction) =>
    mentees.some((mentee) => mentee.needs.some((need) => need.direction === direction)),
  );
  const parts =
    met.length > 0
      ? [`Затруднения ${whose} совпадают с компетенциями наставника: ${met.join("; ")}.`]
      : [`Выбор куратора; затруднения ${whose} предстоит выявить.`];
  if (mentees.every((mentee) => mentee.subjects.some((subject) => mentor.subjects.includes(subject))))
    parts.push("Общий предмет или группа.");
  return parts.join(" ");
}

function wordsOf(typed: string): string | null {
  const text = typed.trim();
  return text === "" ? null : text;
}

function formSide(school: SchoolOfPairs, one: ReadyMentor | ReadyMentee | undefined): FormSide {
  const person = one === undefined ? undefined : school.person(one.personCode);
  return person ?? { post: null, kind: null, workplace: null };
}

function leadSide(school: SchoolOfPairs, one: ReadyMentor | ReadyMentee): LeadSide {
  return { birthYear: school.person(one.personCode)?.birthYear ?? null, experienceYears: one.experienceYears };
}
