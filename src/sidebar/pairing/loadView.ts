// Asks the server for everything that the board needs.
import type { PairingView } from "../../pairing/pairingView";
import { server } from "../shared/client";

/** Both answers are asked for at the same time, so that neither waits for the other. */
export async function loadView(): Promise<PairingView> {
  const [basis, more] = await Promise.all([server.loadPairing(), server.loadPairingMore()]);
  return { ...basis, ...more };
}
