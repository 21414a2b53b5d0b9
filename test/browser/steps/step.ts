// A step of the browser test: one numbered part of the line, as a person does it.
import type { Office } from "../office";

export interface Step {
  /** For `--only`. */
  name: string;
  title: string;
  run: (office: Office) => Promise<void>;
}
