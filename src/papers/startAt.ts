// What another page has asked «Документы» to open with: remembered for one account until it is read.
import * as z from "zod";
import { rememberForUser, takeForUser } from "../google/properties";

const NAME = "papersStart";
const startSchema = z.object({ kind: z.string().max(60), subject: z.string().max(200).nullable() });
type Start = z.infer<typeof startSchema>;

export function rememberStart(start: Start): void {
  rememberForUser(NAME, JSON.stringify(start));
}

/** Null if nothing was asked for, or it was asked for by another version of the add-on. */
export function takeStart(): Start | null {
  const kept = takeForUser(NAME);
  if (kept === null) return null;
  try {
    return startSchema.parse(JSON.parse(kept));
  } catch {
    return null;
  }
}
