// Blank written consents for the people of pairs, ready to be printed and signed: one Google Doc a person and kind.
import { CONSENT_KIND } from "../bank/consents.table";
import { menteeConsent, mentorConsent, personalDataConsent, publicationConsent } from "../bank/consentPapers";
import { type ConsentKind, refuseWithdrawn } from "../bank/consentRules";
import { workshopOf } from "../documents/institution";
import { makeDocuments, type DocumentRequest, type MadeDocument, type PaperStore } from "../documents/makeDocuments";
import type { Paper } from "../documents/paper";
import type { Workbook } from "../workbook/workbook";
import {
  type ConsentSubject,
  consentSubjects,
  menteeConsentInput,
  mentorConsentInput,
  personalDataConsentInput,
  publicationConsentInput,
} from "./consentInputs";

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

type Maker = (wb: Workbook, subjects: readonly ConsentSubject[], store?: PaperStore) => readonly MadeDocument[];

function maker<Input>(paper: Paper<Input>, inputOf: (subject: ConsentSubject) => Input): Maker {
  return (wb, subjects, store) =>
    makeDocuments(
      wb,
      paper,
      subjects.map((subject): DocumentRequest<Input> => ({
        subject: subject.person.code,
        input: () => inputOf(subject),
        pairs: [...subject.mentoring, ...subject.mentored].map((pair) => pair.code),
        people: [subject.person.code],
      })),
      workshopOf(wb),
      store,
    );
}

/** The blank of each kind. */
const MAKERS: Record<ConsentKind, Maker> = {
  [CONSENT_KIND.mentoring]: maker(mentorConsent, mentorConsentInput),
  [CONSENT_KIND.pair]: maker(menteeConsent, menteeConsentInput),
  [CONSENT_KIND.personalData]: maker(personalDataConsent, personalDataConsentInput),
  [CONSENT_KIND.publication]: maker(publicationConsent, publicationConsentInput),
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
  const subjectOf = consentSubjects(wb);
  return (Object.keys(MAKERS) as ConsentKind[]).flatMap((kind) => {
    const subjects = wanted
      .filter(({ kinds }) => kinds.includes(kind))
      .flatMap(({ person }) => subjectOf(person) ?? []);
    const made = MAKERS[kind](wb, subjects, store);
    return made.map(({ record }) => ({ name: record.heading ?? "", link: record.link ?? "" }));
  });
}
