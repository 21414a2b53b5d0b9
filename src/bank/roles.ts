// Gives people the roles of mentor and mentee by hand, and moves them along their life cycle.
import { Stop } from "../google/stop";
import type { ReadOnlyWorkbook, Workbook } from "../workbook/workbook";
import { consentsInForce } from "./consentRules";
import { consents } from "./consents.table";
import { againstMenteeStep, againstMentorStep, type StepFacts } from "./lifeCycle";
import { MENTEE_STATUS, MENTEE_STATUSES, mentees } from "./mentees.table";
import { MENTOR_STATUS, MENTOR_STATUSES, mentors } from "./mentors.table";
import { EMPLOYMENT, people, type Person } from "./people.table";
import type { Role } from "./consentRules";

export interface RolesGiven {
  added: { code: string; fullName: string }[];
  /** Who had the role before. */
  already: string[];
}

/**
 * Adds people to «Наставники» or «Наставляемые»; one person may be both. Repeatable.
 *
 * @param codes codes on «Педагоги»
 */
export function giveRole(wb: Workbook, role: Role, codes: readonly string[]): RolesGiven {
  const table = role === "mentor" ? mentors : mentees;
  const holders = new Set(wb.all(table).map(({ person }) => person));
  const given: RolesGiven = { added: [], already: [] };
  for (const person of peopleOf(wb, codes)) {
    if (holders.has(person.code)) {
      given.already.push(person.fullName);
      continue;
    }
    holders.add(person.code);
    const { code } = role === "mentor" ? addMentor(wb, person) : addMentee(wb, person);
    given.added.push({ code, fullName: person.fullName });
  }
  if (given.added.length > 0) {
    const what = role === "mentor" ? "Добавлены в банк наставников" : "Добавлены в банк наставляемых";
    wb.note({ what: `${what}: ${given.added.length}`, records: given.added.map(({ code }) => code) });
  }
  return given;
}

/**
 * Moves mentors or mentees to another status.
 *
 * @param codes codes on the role's own tab
 * @param paired codes of those who stand in a pair; pairs are known on a higher floor
 * @throws Stop with the reasons if anybody may not make the step; then nobody does
 */
export function moveTo(
  wb: Workbook,
  role: Role,
  codes: readonly string[],
  status: string,
  paired: ReadonlySet<string>,
): void {
  const against = codes.flatMap((code) => {
    const record = role === "mentor" ? wb.find(mentors, code) : wb.find(mentees, code);
    if (!record) return [`${code}: такого кода нет`];
    const facts = stepFacts(wb, record.person, {
      paired: paired.has(code),
      trained: "trainedOn" in record && record.trainedOn !== null,
    });
    const reason =
      role === "mentor"
        ? againstMentorStep(wb.find(mentors, code)?.status ?? null, oneOf(MENTOR_STATUSES, status), facts)
        : againstMenteeStep(wb.find(mentees, code)?.status ?? null, oneOf(MENTEE_STATUSES, status), facts);
    return reason === null ? [] : [`${wb.find(people, record.person)?.fullName ?? code}: ${reason}`];
  });
  if (against.length > 0) throw new Stop(`Статус «${status}» не поставлен.`, `${against.join(". ")}.`);
  for (const code of codes) {
    if (role === "mentor") wb.update(mentors, code, { status: oneOf(MENTOR_STATUSES, status) });
    else wb.update(mentees, code, { status: oneOf(MENTEE_STATUSES, status), ...waitingFrom(wb, status) });
  }
  wb.note({ what: `Статус изменён на «${status}»`, records: codes });
}

/** What a status depends on, for one person. */
export function stepFacts(wb: ReadOnlyWorkbook, person: string, own: { paired: boolean; trained: boolean }): StepFacts {
  return {
    ...own,
    consents: consentsInForce(wb.all(consents), wb.today).get(person) ?? new Set(),
    dismissed: wb.find(people, person)?.employment === EMPLOYMENT.dismissed,
  };
}

function waitingFrom(wb: ReadOnlyWorkbook, status: string): { waitingSince?: typeof wb.today } {
  return status === MENTEE_STATUS.waiting || status === MENTEE_STATUS.waitingAgain ? { waitingSince: wb.today } : {};
}

function addMentor(wb: Workbook, { code, fullName }: Person) {
  return wb.add(mentors, { person: code, fullName, status: MENTOR_STATUS.candidate });
}

function addMentee(wb: Workbook, { code, fullName }: Person) {
  return wb.add(mentees, { person: code, fullName, status: MENTEE_STATUS.identified, updatedOn: wb.today });
}

function peopleOf(wb: ReadOnlyWorkbook, codes: readonly string[]): Person[] {
  return codes.map((code) => {
    const person = wb.find(people, code);
    if (!person)
      throw new Stop(
        `На вкладке «Педагоги» нет кода ${code}.`,
        "Закройте панель, откройте её снова и выберите людей снова.",
      );
    return person;
  });
}

function oneOf<S extends string>(statuses: readonly S[], status: string): S {
  const known = statuses.find((candidate) => candidate === status);
  if (known === undefined)
    throw new Stop(`Статуса «${status}» нет.`, "Закройте панель, откройте её снова и выберите статус из списка.");
  return known;
}
