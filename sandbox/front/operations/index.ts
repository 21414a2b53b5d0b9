// Everything that the page can ask of the sandbox, by name.
import { bookOperations } from "./book";
import { driveOperations } from "./drive";
import { editOperations } from "./edits";
import { formOperations } from "./forms";
import { mailOperations } from "./mail";
import { peopleOperations } from "./people";
import { runOperations } from "./runs";
import { timeOperations } from "./time";

export const OPERATIONS = {
  ...bookOperations,
  ...editOperations,
  ...runOperations,
  ...timeOperations,
  ...peopleOperations,
  ...driveOperations,
  ...formOperations,
  ...mailOperations,
};
