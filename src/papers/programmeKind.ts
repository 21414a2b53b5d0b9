// The personalised programme as a kind: its own page makes it, here it is approved.
import { pairs } from "../pairing/pairs.table";
import { personsOf, programmeInput } from "../programmes/makeProgramme";
import { programmePaper, type ProgrammePaperInput } from "../programmes/programmePaper";
import { PROGRAMME_STATUS, programmes } from "../programmes/programmes.table";
import type { PaperKind } from "./paperKind";

/** A programme that is at work, or has been, is not set back. */
const ON_THE_WAY: readonly (string | null)[] = [
  null,
  PROGRAMME_STATUS.draft,
  PROGRAMME_STATUS.agreed,
  PROGRAMME_STATUS.reviewed,
];

export const programmeKind: PaperKind<ProgrammePaperInput> = {
  paper: programmePaper,
  page: "openProgrammes",
  signedHere: true,
  group: "Программы и планы",
  count: "each",
  purpose: "План работы пары на срок от трёх месяцев до года: составляется по затруднениям наставляемого.",
  basis: "Положение о системе наставничества",
  series: null,
  registerLabel: "Утвердить",
  subjectOf: (wb, record) => wb.all(programmes).find(({ document }) => document === record.code)?.code ?? null,
  input: (wb, { subject }, registration) => programmeInput(wb, subject, registration?.date ?? null),
  concerns: (wb, { subject }) => {
    const pair = wb.find(pairs, wb.find(programmes, subject)?.pair ?? "");
    return pair === undefined ? { pairs: [], people: [] } : { pairs: [pair.code], people: personsOf(wb, pair) };
  },
  signed: (wb, { subject }) => {
    const programme = wb.find(programmes, subject);
    if (programme !== undefined && ON_THE_WAY.includes(programme.status))
      wb.update(programmes, subject, { status: PROGRAMME_STATUS.approved });
  },
};
