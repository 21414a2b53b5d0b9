// Everything a sidebar may ask of the server, room by room; `main.ts` gives each of these names to Google.
import { bankCalls } from "./bank/calls";
import { installCheckCalls } from "./installCheck";
import { monitoringCalls } from "./monitoring/calls";
import { pairingCalls } from "./pairing/calls";
import { programmesCalls } from "./programmes/calls";
import { schoolCallsFor } from "./school/setUp";
import { surveysCalls } from "./surveys/calls";
import { TABS } from "./tables";

export const schoolCalls = schoolCallsFor(TABS);

/** The calls as the sidebars' client sees them: a type only, no server code reaches the browser. */
export type Server = typeof schoolCalls &
  typeof bankCalls &
  typeof pairingCalls &
  typeof programmesCalls &
  typeof surveysCalls &
  typeof monitoringCalls &
  typeof installCheckCalls;
