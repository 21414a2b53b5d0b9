// The line in order.
import { dataCheck, installCheck } from "./checks";
import { codeOnly } from "./codeOnly";
import { importList } from "./import";
import { intake } from "./intake";
import { order } from "./order";
import { pairing } from "./pairing";
import { programmes } from "./programmes";
import { start } from "./start";
import type { Step } from "./step";
import { surveys } from "./surveys";

export const STEPS: readonly Step[] = [
  start,
  importList,
  intake,
  pairing,
  order,
  programmes,
  surveys,
  dataCheck,
  installCheck,
  codeOnly,
];
