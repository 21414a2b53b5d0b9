// What will be written when the curator says «Предложить»: each pair with its form, kinds and what the kinds demand.
import { againstKinds, KIND, termOfKinds } from "../../pairing/choice/kinds";
import { sharedDirections, type ReadyMentee, type ReadyMentor } from "../../pairing/choice/pool";
import { isReverse } from "../../pairing/choice/score";
import type { PairingView, PairToSave } from "../../pairing/pairingView";
import type { CalendarDate } from "../../workbook/calendarDate";
import type { Group } from "./board";
import type { Picture } from "./picture";

/** A pair or group on its way to the table. */
export interface Wanted {
  key: string;
  pair: PairToSave;
  mentorName: string;
  menteeNames: string;
  /** Directions in which the mentor can help these mentees. */
  offered: string[];
  /** What the kinds demand and the pair does not meet. */
  demands: string[];
  /** Why it cannot be written yet whatever its kinds; null if it can. */
  obstacle: string | null;
  /** The curator is in it. */
  self: boolean;
}

/** What the curator has changed in a pair before writing it. */
export type Edits = Partial<Omit<PairToSave, "mentor" | "mentees">>;

function keyOfGroup({ mentor, mentees }: Group): string {
  return `${mentor}:${mentees.join("+")}`;
}

/**
 * Pairs with the curator's edits over what fits them. Places added for a try are no places of the bank: pairs beyond
 * them wait until the mentor agrees, those decided by hand come first.
 */
export function wantedOf(
  view: PairingView,
  picture: Picture,
  pairs: readonly Group[],
  edits: Readonly<Record<string, Edits>>,
): Wanted[] {
  const { mentorByCode, menteeByCode } = picture.prepared.ready;
  const left = new Map(view.pool.mentors.map(({ code, capacity, load }) => [code, capacity - load]));
  const byHand = (group: Group) => (group.mentees.some((mentee) => picture.pinned.has(mentee)) ? 0 : 1);
  const fits = new Set<Group>();
  for (const group of [...pairs].sort((a, b) => byHand(a) - byHand(b))) {
    const places = (left.get(group.mentor) ?? 0) - group.mentees.length;
    if (places < 0) continue;
    left.set(group.mentor, places);
    fits.add(group);
  }
  return pairs.flatMap((group): Wanted[] => {
    const mentor = mentorByCode.get(group.mentor);
    const mentees = group.mentees.flatMap((code) => menteeByCode.get(code) ?? []);
    const [first] = mentees;
    if (mentor === undefined || first === undefined) return [];
    const offered = [...new Set(mentees.flatMap((mentee) => sharedDirections(mentor, mentee)))];
    const key = keyOfGroup(group);
    const pair: PairToSave = {
      mentor: mentor.code,
      mentees: mentees.map(({ code }) => code),
      form: null,
      kinds: [mentees.length > 1 ? KIND.group : isReverse(mentor, first) ? KIND.reverse : KIND.traditional],
      directions: offered,
      goals: "",
      meetingOn: "",
      channel: "",
      mirrors: false,
      ...(mentees.some(({ paired }) => paired) ? { second: true } : {}),
      ...edits[key],
    };
    return [
      {
        key,
        pair,
        mentorName: mentor.name,
        menteeNames: mentees.map(({ name }) => name).join(", "),
        offered,
        demands: demandsOf(view, pair, leadOver(view, mentor, mentees)),
        obstacle: fits.has(group)
          ? null
          : `Мест у наставника в банке не хватает: на доске место добавлено на пробу. Увеличьте «Макс. число наставляемых» на вкладке «Наставники» и откройте окно снова.`,
        self: [mentor, ...mentees].some(({ personCode }) => personCode === view.self),
      },
    ];
  });
}

/** Years by which the mentor is ahead of everybody in the group, as the server counts them when it writes. */
function leadOver(view: PairingView, mentor: ReadyMentor, mentees: readonly ReadyMentee[]): number | null {
  const leads = mentees.flatMap((mentee) => leadOf(view, mentor, mentee) ?? []);
  return leads.length === 0 ? null : Math.max(...leads);
}

/** In age where it is known, else in experience. */
function leadOf(view: PairingView, mentor: ReadyMentor, mentee: ReadyMentee): number | null {
  const [older, younger] = [view.birthYears[mentor.personCode], view.birthYears[mentee.personCode]];
  if (older !== undefined && younger !== undefined) return younger - older;
  return mentor.experienceYears === null || mentee.experienceYears === null
    ? null
    : mentor.experienceYears - mentee.experienceYears;
}

function demandsOf(view: PairingView, pair: PairToSave, lead: number | null): string[] {
  const asDate = (day: string) => (day === "" ? null : (day as CalendarDate));
  const unmet = againstKinds({
    kinds: pair.kinds,
    mentees: pair.mentees.length,
    directions: pair.directions,
    ...termOfKinds(pair.kinds, asDate(pair.meetingOn), {
      startsOn: view.term.startsOn as CalendarDate,
      endsOn: view.term.endsOn as CalendarDate,
    }),
    goals: pair.goals,
    meetingOn: asDate(pair.meetingOn),
    channel: pair.channel,
    lead,
  });
  return pair.kinds.length === 0 ? ["Выберите хотя бы один вид наставничества."] : unmet;
}
