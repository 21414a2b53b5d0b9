// The line in order.
import { archive } from "./archive";
import { dataCheck, installCheck } from "./checks";
import { codeOnly } from "./codeOnly";
import { documents } from "./documents";
import { importList } from "./import";
import { intake } from "./intake";
import { lists } from "./lists";
import { order } from "./order";
import { pairing } from "./pairing";
import { pairs } from "./pairs";
import { person } from "./person";
import { programmes } from "./programmes";
import { start } from "./start";
import type { Step } from "./step";
import { surveys } from "./surveys";
import { yearlyUpdate } from "./yearlyUpdate";

export const STEPS: readonly Step[] = [
  start,
  importList,
  intake,
  pairing,
  order,
  programmes,
  pairs,
  documents,
  person,
  surveys,
  lists,
  dataCheck,
  archive,
  installCheck,
  yearlyUpdate,
  codeOnly,
];
