// Whether a form can be answered at the moment.

import { driveFiles } from "../drive/files";
import type { World } from "../kernel/contract";
import type { FormState } from "./state";

/** What a respondent who opens the form's address meets. */
export type Opening = "open" | "closed" | "unpublished" | "missing";

/** A form in the trash answers as one that never was. */
export function openingOf(world: World, form: FormState | undefined): Opening {
  const file = form && driveFiles(world).find(form.id);
  if (!form || !file || file.trashed) return "missing";
  if (form.supportsPublishing && !form.published) return "unpublished";
  return form.accepting ? "open" : "closed";
}

export function isOpen(world: World, form: FormState): boolean {
  return openingOf(world, form) === "open";
}
