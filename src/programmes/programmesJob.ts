// Programmes as work that needs the owner's files: one pair's at once, all that are missing as a job.
import * as z from "zod";
import { withdrawnIn } from "../bank/consentRules";
import { defineJob } from "../jobs/jobs";
import { isSingleMeeting } from "../pairing/choice/kinds";
import { standingPairs } from "../pairing/profiles";
import { defineOwnersCommand, otherOwner } from "../school/filesOwner";
import { programmeOf } from "./loadProgrammes";
import { makeProgrammes, pairForProgramme, personsOf } from "./makeProgramme";

/** Papers that go up together: few records of progress, and still far from the time limit. */
const BATCH = 50;

/** Each pair that is done has a programme with a document, so what remains can always be told from the tables. */
export const programmeDocuments = defineJob({
  key: "programmeDocuments",
  title: "Программы пар",
  params: z.object({}),
  batch: BATCH,
  doneBy: otherOwner,
  remaining: (wb) => {
    const withdrawn = withdrawnIn(wb);
    return standingPairs(wb)
      .filter((pair) => !isSingleMeeting(pair.mentoringKinds))
      .filter((pair) => !personsOf(wb, pair).some((person) => withdrawn.has(person)))
      .map((pair) => pair.code)
      .filter((pair) => (programmeOf(wb, pair)?.document ?? null) === null);
  },
  do: (wb, pairCodes) => {
    makeProgrammes(wb, pairCodes);
  },
});

/** The programme of one pair, new or made anew from its rows. */
export const programmeOfPair = defineOwnersCommand({
  key: "programmeOfPair",
  title: "Программа пары",
  params: z.object({ pair: z.string().max(40) }),
  check: (wb, { pair }) => {
    pairForProgramme(wb, pair);
  },
  do: (wb, { pair }) => {
    const [made] = makeProgrammes(wb, [pair]);
    if (!made) throw new Error("A programme was asked for and not made.");
    return made;
  },
});
