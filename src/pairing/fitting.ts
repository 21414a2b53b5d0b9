// Which form and kinds of mentoring fit two people by what is known of them, and the term that the kinds ask for.
// The browser proposes by it and the server writes by it: no zod, no Google.
import { vocabularyOf, type SchoolKind } from "../school/vocabulary";
import { KIND } from "./choice/kinds";
import type { ReadyMentee, ReadyMentor } from "./choice/pool";
import { isReverse } from "./choice/score";

/** What the form of mentoring depends on. */
export interface FormSide {
  post: string | null;
  /** «внешний эксперт», «студент» … */
  kind: string | null;
  workplace: string | null;
}

/** What says who is ahead of whom. */
export interface LeadSide {
  birthYear: number | null;
  experienceYears: number | null;
}

const HEAD = /^(и\.\s?о\.\s?|врио\s)?(директор|заведующ|заместитель\s(директора|заведующ))/i;
/** Whoever is in charge of a part of the school only. */
const OF_A_PART = /заведующ\S*\s(библиотек|кабинет|хозяйств|кафедр|лаборатор|склад|столов|отделени|мастерск)/i;
const EDUCATOR = /воспитател/i;
/** Posts and places of higher and secondary vocational education. */
const LECTURER = /доцент|профессор|декан|кафедр|преподаватель\s(вуза|колледжа|техникума|университета|института)/i;
const COLLEGE = /универс|институт|академи|колледж|техникум|училищ/i;
const NO_COLLEGE = /школ|лице|гимнази|детск|развити|повышени/i;

/** The forms of source 4, clause 2.3, by what gives them away; the first that fits. */
const FORMS: readonly { form: string; fits: (mentor: FormSide, mentee: FormSide) => boolean }[] = [
  { form: "работодатель — студент", fits: (_, mentee) => mentee.kind === "студент" },
  { form: "педагог вуза (колледжа) — молодой педагог", fits: isLecturer },
  {
    form: "руководитель образовательной организации — воспитатель",
    fits: (mentor, mentee) => isHead(mentor) && isEducator(mentee),
  },
  { form: "руководитель образовательной организации — педагог", fits: isHead },
  {
    form: "воспитатель — воспитатель",
    fits: (mentor, mentee) => isEducator(mentor) && isEducator(mentee),
  },
  { form: "педагог — педагог", fits: (mentor, mentee) => mentor.post !== null && mentee.post !== null },
];

/** The form that fits the two; where their posts say nothing, the usual one of such an organisation. */
export function fittingForm(mentor: FormSide, mentee: FormSide, schoolKind: SchoolKind | null): string {
  return FORMS.find(({ fits }) => fits(mentor, mentee))?.form ?? vocabularyOf(schoolKind).usualForm;
}

/** The kinds that fit: the curator may choose others. A channel that is named says that the two meet from afar. */
export function fittingKinds(mentor: ReadyMentor, mentees: readonly ReadyMentee[], channel: string): string[] {
  const [one, another] = mentees;
  const reverse = one !== undefined && mentees.every((mentee) => isReverse(mentor, mentee));
  return [
    ...(reverse ? [KIND.reverse] : []),
    ...(another !== undefined ? [KIND.group] : reverse ? [] : [KIND.traditional]),
    ...(channel.trim() === "" ? [] : [KIND.virtual]),
  ];
}

/** Years by which the mentor is ahead of everybody in the group, in age where it is known, else in experience. */
export function leadOver(mentor: LeadSide, mentees: readonly LeadSide[]): number | null {
  const leads = mentees.flatMap((mentee) => leadOf(mentor, mentee) ?? []);
  return leads.length === 0 ? null : Math.max(...leads);
}

function leadOf(mentor: LeadSide, mentee: LeadSide): number | null {
  if (mentor.birthYear !== null && mentee.birthYear !== null) return mentee.birthYear - mentor.birthYear;
  if (mentor.experienceYears === null || mentee.experienceYears === null) return null;
  return mentor.experienceYears - mentee.experienceYears;
}

function isHead({ post }: FormSide): boolean {
  return post !== null && HEAD.test(post.trim()) && !OF_A_PART.test(post);
}

function isEducator({ post }: FormSide): boolean {
  return post !== null && EDUCATOR.test(post);
}

/** Somebody from a university or a college: by the place of work, or by a post that only they have. */
function isLecturer({ post, workplace }: FormSide): boolean {
  if (workplace === null) return false;
  return (COLLEGE.test(workplace) && !NO_COLLEGE.test(workplace)) || (post !== null && LECTURER.test(post));
}
