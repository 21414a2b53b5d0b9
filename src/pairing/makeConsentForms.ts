// Blank written consents for the people of pairs, ready to be printed and signed: one Google Doc a person and kind.
import { CONSENT_KIND } from "../bank/consents.table";
import { menteeConsent, mentorConsent, personalDataConsent, publicationConsent } from "../bank/consentPapers";
import { type ConsentKind, refuseWithdrawn } from "../bank/consentRules";
import { mentees } from "../bank/mentees.table";
import { mentors } from "../bank/mentors.table";
import { people, type Person } from "../bank/people.table";
import { institutionOf, participantOf, workshopOf } from "../documents/institution";
import {
  makeDocuments,
  type DocumentRequest,
  type MadeDocument,
  type PaperStore,
  type Workshop,
} from "../documents/makeDocuments";
import type { Institution, Paper } from "../documents/paper";
import { isCodeOnly } from "../school/codeOnly";
import type { ReadOnlyWorkbook, Workbook } from "../workbook/workbook";
import { participant } from "./makeOrder";
import type { Pair } from "./pairs.table";
import { standingPairs } from "./profiles";

/** Which blanks somebody needs. */
export interface ConsentsWanted {
  person: string;
  kinds: readonly ConsentKind[];
}

/** A blank that was made. */
export interface ConsentForm {
  name: string;
  link: string;
}

/** What a blank is made from. */
interface Subject {
  wb: ReadOnlyWorkbook;
  institution: Institution;
  person: Person;
  /** The person's pairs, as a mentor and as a mentee. */
  mentoring: readonly Pair[];
  mentored: readonly Pair[];
}

type Maker = (
  wb: Workbook,
  subjects: readonly Subject[],
  workshop: Workshop,
  store?: PaperStore,
) => readonly MadeDocument[];

function maker<Input>(paper: Paper<Input>, inputOf: (subject: Subject) => Input): Maker {
  return (wb, subjects, workshop, store) =>
    makeDocuments(
      wb,
      paper,
      subjects.map((subject): DocumentRequest<Input> => ({
        subject: subject.person.code,
        input: () => inputOf(subject),
        pairs: [...subject.mentoring, ...subject.mentored].map((pair) => pair.code),
        people: [subject.person.code],
      })),
      workshop,
      store,
    );
}

/** The blank of each kind. */
const MAKERS: Record<ConsentKind, Maker> = {
  [CONSENT_KIND.mentoring]: maker(mentorConsent, ({ wb, institution, person, mentoring }) => ({
    institution,
    worker: participantOf(person),
    mentees: mentoring.flatMap((pair) =>
      pair.mentees.map((code) => participant(wb, wb.find(mentees, code)?.person, code)),
    ),
    form: mentoring[0]?.mentoringForm ?? "",
    kinds: [...new Set(mentoring.flatMap((pair) => pair.mentoringKinds))],
    startsOn: mentoring[0]?.startsOn ?? null,
    endsOn: mentoring[0]?.endsOn ?? null,
    agreements: person.kind === "штатный" || person.kind === null,
  })),
  [CONSENT_KIND.pair]: maker(menteeConsent, ({ wb, institution, person, mentored }) => ({
    institution,
    worker: participantOf(person),
    mentor: mentored[0] ? participant(wb, wb.find(mentors, mentored[0].mentor)?.person, mentored[0].mentorName) : null,
    startsOn: mentored[0]?.startsOn ?? null,
    endsOn: mentored[0]?.endsOn ?? null,
  })),
  [CONSENT_KIND.personalData]: maker(personalDataConsent, ({ wb, institution, person }) => ({
    institution,
    worker: participantOf(person),
    codeOnly: isCodeOnly(wb),
  })),
  [CONSENT_KIND.publication]: maker(publicationConsent, ({ institution, person }) => ({
    institution,
    worker: participantOf(person),
    contacts: [person.phone, person.email].filter((contact) => contact !== null).join(", "),
  })),
};

/**
 * Makes the blanks that are wanted, each kind's in one parallel upload. Repeating the command refreshes the same Docs.
 *
 * @throws Stop when somebody has withdrawn the consent to the use of their data (then nothing is made), or Drive refuses
 *   (what was made before stays)
 */
export function makeConsentForms(wb: Workbook, wanted: readonly ConsentsWanted[], store?: PaperStore): ConsentForm[] {
  refuseWithdrawn(
    wb,
    wanted.map(({ person }) => person),
  );
  const institution = institutionOf(wb);
  const workshop = workshopOf(wb, null);
  const standing = standingPairs(wb);
  return (Object.keys(MAKERS) as ConsentKind[]).flatMap((kind) => {
    const subjects = wanted
      .filter(({ kinds }) => kinds.includes(kind))
      .flatMap(({ person: code }) => wb.find(people, code) ?? [])
      .map((person): Subject => ({
        wb,
        institution,
        person,
        mentoring: standing.filter((pair) => wb.find(mentors, pair.mentor)?.person === person.code),
        mentored: standing.filter((pair) =>
          pair.mentees.some((code) => wb.find(mentees, code)?.person === person.code),
        ),
      }));
    const made = MAKERS[kind](wb, subjects, workshop, store);
    return made.map(({ record }) => ({ name: record.heading ?? "", link: record.link ?? "" }));
  });
}
