// What the blank consents of a person are made from: the person's row, and the pairs in which the person stands or is to stand.
import type {
  MenteeConsentInput,
  MentorConsentInput,
  PersonalDataConsentInput,
  PublicationConsentInput,
} from "../bank/consentPapers";
import { mentees } from "../bank/mentees.table";
import { mentors } from "../bank/mentors.table";
import { hasLabourContract, people, type Person } from "../bank/people.table";
import { institutionOf, participantOf } from "../documents/institution";
import type { Institution } from "../documents/paper";
import { isCodeOnly } from "../school/codeOnly";
import type { ReadOnlyWorkbook } from "../workbook/workbook";
import { participant } from "./makeOrder";
import type { Pair } from "./pairs.table";
import { standingPairs } from "./profiles";

/** What a blank is made from. */
export interface ConsentSubject {
  wb: ReadOnlyWorkbook;
  institution: Institution;
  person: Person;
  /** The person's pairs, as a mentor and as a mentee. */
  mentoring: readonly Pair[];
  mentored: readonly Pair[];
}

/** Gives the subject of a code on «Педагоги»; undefined where there is no such row. Make one and ask it about many. */
export function consentSubjects(wb: ReadOnlyWorkbook): (person: string) => ConsentSubject | undefined {
  const institution = institutionOf(wb);
  const mentoring = new Map<string, Pair[]>();
  const mentored = new Map<string, Pair[]>();
  for (const pair of standingPairs(wb)) {
    gather(mentoring, wb.find(mentors, pair.mentor)?.person, pair);
    for (const code of pair.mentees) gather(mentored, wb.find(mentees, code)?.person, pair);
  }
  return (code) => {
    const person = wb.find(people, code);
    return (
      person && {
        wb,
        institution,
        person,
        mentoring: mentoring.get(code) ?? [],
        mentored: mentored.get(code) ?? [],
      }
    );
  };
}

function gather(byPerson: Map<string, Pair[]>, person: string | undefined, pair: Pair): void {
  if (person !== undefined) byPerson.set(person, [...(byPerson.get(person) ?? []), pair]);
}

export function mentorConsentInput({ wb, institution, person, mentoring }: ConsentSubject): MentorConsentInput {
  return {
    institution,
    worker: participantOf(person),
    mentees: mentoring.flatMap((pair) =>
      pair.mentees.map((code) => participant(wb, wb.find(mentees, code)?.person, code)),
    ),
    form: mentoring[0]?.mentoringForm ?? "",
    kinds: [...new Set(mentoring.flatMap((pair) => pair.mentoringKinds))],
    startsOn: mentoring[0]?.startsOn ?? null,
    endsOn: mentoring[0]?.endsOn ?? null,
    // Where mentoring is a paid part of the job itself no agreement is made (domain §10).
    agreements: hasLabourContract(person) && !withinDuties(wb, person.code),
  };
}

const withinDuties = (wb: ReadOnlyWorkbook, person: string): boolean =>
  wb.all(mentors).some((mentor) => mentor.person === person && mentor.withinDuties);

export function menteeConsentInput({ wb, institution, person, mentored: [pair] }: ConsentSubject): MenteeConsentInput {
  return {
    institution,
    worker: participantOf(person),
    mentor: pair ? participant(wb, wb.find(mentors, pair.mentor)?.person, pair.mentorName) : null,
    startsOn: pair?.startsOn ?? null,
    endsOn: pair?.endsOn ?? null,
  };
}

export function personalDataConsentInput({ wb, institution, person }: ConsentSubject): PersonalDataConsentInput {
  return { institution, worker: participantOf(person), codeOnly: isCodeOnly(wb) };
}

export function publicationConsentInput({ institution, person }: ConsentSubject): PublicationConsentInput {
  return {
    institution,
    worker: participantOf(person),
    contacts: [person.phone, person.email].filter((contact) => contact !== null).join(", "),
  };
}
