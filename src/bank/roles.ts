// Gives people the roles of mentor and mentee by hand.
import { Stop } from "../google/stop";
import type { ReadOnlyWorkbook, Workbook } from "../workbook/workbook";
import type { Role } from "./consentRules";
import { MENTEE_STATUS, mentees } from "./mentees.table";
import { MENTOR_STATUS, mentors } from "./mentors.table";
import { people, type Person } from "./people.table";

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
