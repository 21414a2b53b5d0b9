// What the runtime takes from here: the service FormApp.

import type { Execution } from "../kernel/contract";
import { FormApp } from "./formApp";

/** FormApp for one execution. */
export function formApp(exec: Execution): FormApp {
  return new FormApp(exec);
}
