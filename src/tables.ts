// Every tab of the workbook, in the order in which the curator sees them.
import { consents } from "./bank/consents.table";
import { diagnostics } from "./bank/diagnostics.table";
import { mentees } from "./bank/mentees.table";
import { mentors } from "./bank/mentors.table";
import { people } from "./bank/people.table";
import { declensions } from "./documents/declensions.table";
import { acquaintances } from "./documents/acquaintances.table";
import { templates } from "./documents/templates.table";
import { documents } from "./documents/documents.table";
import { pairingTerms } from "./pairing/pairingTerms.table";
import { pairs } from "./pairing/pairs.table";
import { scenarios } from "./pairing/scenarios.table";
import { activities } from "./programmes/activities.table";
import { programmes } from "./programmes/programmes.table";
import { answers } from "./questionnaires/answers.table";
import { forms } from "./questionnaires/forms.table";
import { invitations } from "./questionnaires/invitations.table";
import { dictionaries } from "./school/dictionaries.table";
import { settings } from "./school/settings.table";
import { jobs } from "./jobs/jobs.table";
import type { AnyTab } from "./workbook/tabs";

export const TABS: readonly AnyTab[] = [
  people,
  mentors,
  mentees,
  pairs,
  pairingTerms,
  programmes,
  activities,
  documents,
  acquaintances,
  consents,
  diagnostics,
  forms,
  invitations,
  answers,
  dictionaries,
  declensions,
  templates,
  settings,
  scenarios,
  jobs,
];
