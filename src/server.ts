// Everything a sidebar may ask of the server, room by room; `main.ts` gives each of these names to Google.
import { installCheckCalls } from "./installCheck";
import { pairingCalls } from "./pairing/calls";
import { schoolCallsFor } from "./school/setUp";
import { TABS } from "./tables";

export const schoolCalls = schoolCallsFor(TABS);

/** The calls as the sidebars' client sees them: a type only, no server code reaches the browser. */
export type Server = typeof schoolCalls & typeof pairingCalls & typeof installCheckCalls;
