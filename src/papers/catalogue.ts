// Every kind of paper that the add-on makes, in the order of the sidebar.
import { ACTS } from "./acts";
import { CONSENTS } from "./consents";
import { LABOUR } from "./labour";
import type { AnyPaperKind } from "./paperKind";
import { REPORTS } from "./reports";

export const CATALOGUE: readonly AnyPaperKind[] = [...ACTS, ...CONSENTS, ...LABOUR, ...REPORTS];

/** The kind with this key; undefined for a document that the add-on does not make (an archive of a year). */
export function kindOf(key: string): AnyPaperKind | undefined {
  return CATALOGUE.find(({ paper }) => paper.key === key);
}
