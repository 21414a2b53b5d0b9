// What the sidebars of the bank may ask of the server: JSON in, JSON out.
import * as z from "zod";
import { selectedRows } from "../google/activeTab";
import { Stop } from "../google/stop";
import type { JobProgress } from "../jobs/jobs";
import type { PulledAnswers } from "../questionnaires/pullAnswers";
import { isCalendarDate, type CalendarDate } from "../workbook/calendarDate";
import { change, look } from "../workbook/commands";
import type { TabSpec } from "../workbook/table";
import type { IntakeLaunched, IntakeView, LaunchIntakeInput } from "./bankView";
import { CONSENT_KINDS, PUBLISHABLE } from "./consents.table";
import type { Publishable, Role } from "./consentRules";
import { type ColumnGuess, guessColumns } from "./import/guessColumns";
import {
  applyStaffImport,
  loadImport,
  planStaffImport,
  readPastedRows,
  type ApplyInput,
  type ImportPreview,
  type ImportReport,
  type ImportView,
  type ListInput,
  type PastedRows,
} from "./import/importStaff";
import { intakeLaunch, loadIntake, pullIntake, remindIntake } from "./intake/intakeCommands";
import { people } from "./people.table";
import { recordConsents } from "./recordConsents";
import { giveRole, type RolesGiven } from "./roles";

const MOST_PEOPLE = 5_000;
const ROWS_TO_GUESS_BY = 300;
const code = z.string().max(40);
const day = z.string().transform(dayOf);
const consentsInput = z.object({
  signed: z.array(z.object({ person: code, kinds: z.array(z.enum(CONSENT_KINDS)) })).max(MOST_PEOPLE),
  givenOn: day,
  validUntil: day.nullable(),
  paper: z.string().max(500).nullable(),
  publication: z
    .object({
      publishable: z.array(z.enum(PUBLISHABLE)),
      resource: z.string().max(500).nullable(),
      conditions: z.string().max(2000).nullable(),
    })
    .optional(),
});
const roleInput = z.enum(["mentor", "mentee"]);

/** Written consents as the sidebar sends them; dates as «2026-09-01». */
export interface ConsentsInput {
  signed: readonly { person: string; kinds: readonly (typeof CONSENT_KINDS)[number][] }[];
  givenOn: string;
  validUntil: string | null;
  paper: string | null;
  /** Needed where somebody has signed a consent to publication. */
  publication?: { publishable: readonly Publishable[]; resource: string | null; conditions: string | null };
}

/** The calls of the bank; a pasted list may stand on any tab but its own, which the bank itself does not know. */
export function bankCallsFor(tabs: readonly TabSpec[]) {
  return {
    loadImport: (): ImportView => look(loadImport),
    readPastedRows: (): PastedRows =>
      look((wb) =>
        readPastedRows(
          wb,
          tabs.map(({ tab }) => tab),
        ),
      ),
    /** Guesses the columns of a list from its first rows: the page sends no more of it than that. */
    guessList: (rows: readonly (readonly string[])[]): ColumnGuess => {
      const sample = z.array(z.array(z.string())).max(ROWS_TO_GUESS_BY).parse(rows);
      return look((wb) => guessColumns(sample, wb.today));
    },
    planImport: (input: ListInput): ImportPreview => look((wb) => planStaffImport(wb, input)),
    applyImport: (input: ApplyInput): ImportReport =>
      change("Импорт списка педагогов", (wb) => applyStaffImport(wb, input)),

    loadIntake: (): IntakeView => look(loadIntake),
    launchIntake: (input: LaunchIntakeInput): IntakeLaunched => intakeLaunch.ask(intakeLaunch.params.parse(input)),
    remindIntake: (form: string): JobProgress => {
      const wanted = code.parse(form);
      return change("Напоминание об анкете", (wb) => remindIntake(wb, wanted));
    },
    pullIntake: (): PulledAnswers => change("Сбор ответов на анкеты", pullIntake),

    giveRoleToSelected: (role: Role): RolesGiven => {
      const wanted = roleInput.parse(role);
      return change(wanted === "mentor" ? "Добавление наставников" : "Добавление наставляемых", (wb) => {
        const chosen = selectedRows().rows.flatMap((cells) => cells.find((cell) => wb.find(people, cell)) ?? []);
        if (chosen.length === 0) {
          throw new Stop(
            "В выделенных строках нет педагогов.",
            "Откройте вкладку «Педагоги» и выделите строки с нужными людьми.",
          );
        }
        return giveRole(wb, wanted, chosen);
      });
    },
    recordConsents: (input: ConsentsInput): { added: number } => {
      const wanted = consentsInput.parse(input);
      return change("Запись письменных согласий", (wb) => ({ added: recordConsents(wb, wanted) }));
    },
  };
}

function dayOf(typed: string): CalendarDate {
  if (!isCalendarDate(typed)) throw new Stop("Дата указана неверно.", "Выберите день в календаре и повторите.");
  return typed;
}
