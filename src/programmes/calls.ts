// What the sidebar «Программы пар» may ask of the server: JSON in, JSON out.
import * as z from "zod";
import { change, look } from "../workbook/commands";
import { loadProgrammes } from "./loadProgrammes";
import { makeProgramme } from "./makeProgramme";
import type { ProgrammeMade, ProgrammesView } from "./programmesView";

export const programmesCalls = {
  loadProgrammes: (): ProgrammesView => look(loadProgrammes),
  makeProgramme: (input: { pair: string }): ProgrammeMade => {
    const { pair } = z.object({ pair: z.string().max(40) }).parse(input);
    return change("Программа пары", (wb) => makeProgramme(wb, pair));
  },
};
