// What the people of the sample school are like: who could mentor, who needs a mentor, and what is hard for whom.

import { SAMPLE_STAFF, type SamplePerson } from "./staff";

/** Numbers between 0 and 1, always the same for the same seed. */
export function randomOf(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const letter of seed) state = Math.imul(state ^ letter.charCodeAt(0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
  };
}

const isBack = (person: SamplePerson): boolean => /отпуск|перерыв/.test(person.note);
const isNew = (person: SamplePerson): boolean => person.hiredOn >= "2026-08";

/** Beginners, newcomers and those back after a break: the school asks them what is hard. */
export function needsMentor(person: SamplePerson): boolean {
  if (person.kind !== "штатный" || person.employment !== "работает") return false;
  return person.experienceYears <= 3 || isNew(person) || isBack(person);
}

/** Experienced, of a category, at work; the external partners too. */
export function couldMentor(person: SamplePerson): boolean {
  if (person.employment !== "работает" || needsMentor(person)) return false;
  return person.kind !== "штатный" || (person.experienceYears >= 10 && person.category !== "СЗД");
}

export const SAMPLE_MENTEES: readonly SamplePerson[] = SAMPLE_STAFF.filter(needsMentor);
export const SAMPLE_MENTORS: readonly SamplePerson[] = SAMPLE_STAFF.filter(couldMentor);

/** What makes a direction harder (+) or easier (−) for somebody than their experience alone tells. */
const PECULIARITIES: [direction: RegExp, who: (person: SamplePerson) => boolean, shift: number][] = [
  [/икт|цифр/i, (person) => person.birthYear >= 1995, -1.6],
  [/икт|цифр/i, (person) => person.birthYear <= 1975, 1.3],
  [/икт|цифр/i, (person) => /информатик|робототехник|цифров/.test(person.subject), -2],
  [/психол/i, (person) => /психолог|логопед|дефектолог|социальный/.test(person.post), -2],
  [/воспит|родител/i, (person) => /воспит|организатор/.test(person.post), -1.2],
  [/родител/i, (person) => person.experienceYears <= 2, 0.5],
  [/дополнит|внеуроч/i, (person) => /дополнительного|организатор|физической/.test(person.post), -1.5],
  [/методик|урочн/i, (person) => /методист|методической|доцент/.test(person.post), -1.5],
  [/методик|урочн/i, (person) => person.experienceYears <= 2, 0.4],
  [/предмет/i, () => true, -0.6],
  [/адапт|уклад|коллектив/i, (person) => isNew(person), 1.2],
  [/адапт|уклад|коллектив/i, (person) => !isNew(person) && person.experienceYears > 1, -1.5],
  [/документ/i, (person) => isNew(person) || isBack(person), 0.7],
  [/икт|цифр|методик/i, isBack, 0.9],
];

/** How hard a direction is for a person: 0 (at home in it) … 3 (needs help), with fractions. */
export function difficultyOf(person: SamplePerson, direction: string): number {
  const byExperience = Math.max(0.2, 2.3 - Math.log2(1 + person.experienceYears) * 0.75);
  const shifts = PECULIARITIES.filter(([about, who]) => about.test(direction) && who(person));
  const own = randomOf(`${person.email}/${direction}`)() * 1.4 - 0.7;
  const total = shifts.reduce((sum, [, , shift]) => sum + shift, byExperience + own);
  return Math.min(3, Math.max(0, total));
}

/** How content a person is by nature, 0…1; a few are hard to please. */
export function moodOf(person: SamplePerson): number {
  const random = randomOf(`${person.email}/mood`)();
  return random < 0.08 ? 0.45 : 0.72 + random * 0.22;
}
