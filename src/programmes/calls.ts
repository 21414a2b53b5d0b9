// What the sidebar «Программы пар» may ask of the server: JSON in, JSON out.
import { change, look } from "../workbook/commands";
import { loadProgrammes } from "./loadProgrammes";
import { ownTemplateOf } from "../documents/ownTemplate";
import { type JobProgress, startJob } from "../jobs/jobs";
import { programmePaper } from "./programmePaper";
import { programmeDocuments, programmeOfPair } from "./programmesJob";
import type { ProgrammeMade, ProgrammesView } from "./programmesView";

export const programmesCalls = {
  loadProgrammes: (): ProgrammesView => look(loadProgrammes),
  makeProgramme: (input: { pair: string }): ProgrammeMade => programmeOfPair.ask(programmeOfPair.params.parse(input)),
  /** The school's own template of the programme. */
  editProgrammeTemplate: (): { link: string } =>
    change("Свой шаблон программы", (wb) => ownTemplateOf(wb, programmePaper)),
  /** Plans the programmes of all pairs that have none yet; the sidebar drives the job. */
  makeProgrammes: (): JobProgress => change("Программы пар", (wb) => startJob(wb, programmeDocuments, {})),
};
