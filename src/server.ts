// Everything a sidebar may ask of the server, room by room; `main.ts` gives each of these names to Google.
import { bankCallsFor } from "./bank/calls";
import type { yearlyUpdateCalls } from "./bank/yearlyUpdate/calls";
import { dataCheckCallsFor } from "./dataCheck/calls";
import type { installCheckCalls } from "./installCheck";
import type { listsCalls } from "./lists/calls";
import type { monitoringCalls } from "./monitoring/calls";
import type { pageCalls } from "./openPage";
import type { pairingCalls } from "./pairing/calls";
import type { acquaintanceCalls } from "./papers/acquaint/calls";
import type { packsCalls } from "./papers/packs/calls";
import type { papersCalls } from "./papers/calls";
import type { templatesCalls } from "./papers/templates/calls";
import type { lifeCalls } from "./person/lifeCalls";
import type { personCalls } from "./person/calls";
import type { programmesCalls } from "./programmes/calls";
import type { courseCalls } from "./programmes/course/calls";
import type { questionnairesCalls } from "./questionnaires/calls";
import { openFormsWithNames } from "./questionnaires/openForm";
import { schoolCallsFor } from "./school/setUp";
import type { surveysCalls } from "./surveys/calls";
import { TABS } from "./tables";
import type { workCalls } from "./work";

// These look through all tabs, which their rooms do not know.
export const schoolCalls = schoolCallsFor({ tabs: TABS, formsWithNames: openFormsWithNames });
export const bankCalls = bankCallsFor(TABS);
export const dataCheckCalls = dataCheckCallsFor(TABS);

/** The calls as the sidebars' client sees them: a type only, no server code reaches the browser. */
export type Server = typeof schoolCalls &
  typeof bankCalls &
  typeof dataCheckCalls &
  typeof questionnairesCalls &
  typeof pairingCalls &
  typeof lifeCalls &
  typeof yearlyUpdateCalls &
  typeof programmesCalls &
  typeof courseCalls &
  typeof surveysCalls &
  typeof personCalls &
  typeof listsCalls &
  typeof papersCalls &
  typeof acquaintanceCalls &
  typeof packsCalls &
  typeof templatesCalls &
  typeof pageCalls &
  typeof monitoringCalls &
  typeof workCalls &
  typeof installCheckCalls;
