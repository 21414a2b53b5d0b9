// Every paper that the add-on makes, whoever words it: for checks that hold for all of them.
import type { Paper } from "../src/documents/paper";
import { councilExtract } from "../src/lists/councilPaper";
import { acquaintanceSheetPaper } from "../src/papers/acquaint/sheetPaper";
import { CATALOGUE } from "../src/papers/catalogue";

const all: readonly Paper<unknown>[] = [
  ...CATALOGUE.map(({ paper }) => paper as Paper<unknown>),
  acquaintanceSheetPaper as Paper<unknown>,
  councilExtract as Paper<unknown>,
];

/** Each once. */
export const EVERY_PAPER: readonly Paper<unknown>[] = [...new Map(all.map((paper) => [paper.key, paper])).values()];
