// The programmes of all pairs that have none, or no paper yet, as resumable work.
import * as z from "zod";
import { defineJob } from "../jobs/jobs";
import { standingPairs } from "../pairing/profiles";
import { programmeOf } from "./loadProgrammes";
import { makeProgrammes } from "./makeProgramme";

/** Papers that go up together: few records of progress, and still far from the time limit. */
const BATCH = 50;

/** Each pair that is done has a programme with a document, so what remains can always be told from the tables. */
export const programmeDocuments = defineJob({
  key: "programmeDocuments",
  title: "Программы пар",
  params: z.object({}),
  batch: BATCH,
  remaining: (wb) =>
    standingPairs(wb)
      .map((pair) => pair.code)
      .filter((pair) => (programmeOf(wb, pair)?.document ?? null) === null),
  do: (wb, pairCodes) => {
    makeProgrammes(wb, pairCodes);
  },
});
