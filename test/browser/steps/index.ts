// The line in order.
import { importList } from "./import";
import { intake } from "./intake";
import { pairing } from "./pairing";
import { start } from "./start";
import type { Step } from "./step";

export const STEPS: readonly Step[] = [start, importList, intake, pairing];
