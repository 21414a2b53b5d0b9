// What happens by itself every ten minutes, as a table: what is done and how. One account's trigger runs it.
import { logDefect } from "./google/serve";
import { now } from "./google/clock";
import { Stop } from "./google/stop";
import { continueJobs } from "./jobs/jobs";
import { bankColumnsHold, refreshBankColumns } from "./pairing/bankColumns";
import { acquaintanceLetters } from "./papers/acquaint/mailJobs";
import { pullAnswers } from "./questionnaires/pullAnswers";
import { accessIsKept, keepAccess } from "./school/access";
import { settings } from "./school/settings.table";
import { ownsHeartbeat } from "./school/setUp";
import { CONSUMERS } from "./surveys/consumers";
import { respondentsOf } from "./bank/intake/intakeCommands";
import { intakeInvitations } from "./bank/intake/mail";
import { updateInvitations } from "./bank/yearlyUpdate/updateMail";
import { sendUnsent, unsentInvitations } from "./questionnaires/unsent";
import { surveyInvitations } from "./surveys/mailJobs";
import { TABS } from "./tables";
import { JOB_KINDS } from "./work";
import { change, look } from "./workbook/commands";

/** An execution may last six minutes; the rest is left for writing down what was done. */
const BUDGET_MS = 4.5 * 60 * 1000;

const INVITATION_JOBS = [intakeInvitations, updateInvitations, surveyInvitations, acquaintanceLetters];

/** The duties in the order in which they matter; each is safe to be cut short and done again. */
const DUTIES: readonly { title: string; run: (started: number) => void }[] = [
  {
    title: "Сбор ответов",
    run: () => {
      change("Сбор ответов", (wb) => pullAnswers(wb, respondentsOf(wb), CONSUMERS));
    },
  },
  {
    title: "Доступ к вкладкам",
    run: () => {
      const rights = look((wb) => wb.settings(settings));
      if (accessIsKept(TABS, rights)) return;
      change("Доступ к вкладкам", (wb) => keepAccess(TABS, rights).forEach((what) => wb.note({ what })));
    },
  },
  {
    title: "Столбцы банка",
    run: () => {
      if (look(bankColumnsHold)) return;
      change("Обновление столбцов банка", refreshBankColumns);
    },
  },
  {
    title: "Неотправленные приглашения",
    run: () => {
      if (look((wb) => unsentInvitations(wb, INVITATION_JOBS).length) === 0) return;
      change("Отправка приглашений", (wb) => sendUnsent(wb, INVITATION_JOBS));
    },
  },
  {
    title: "Незаконченная работа",
    run: (started) => {
      continueJobs(JOB_KINDS, BUDGET_MS - (now() - started));
    },
  },
];

/** Does every duty; one that fails does not keep the others from being done. */
export function heartbeat(): void {
  const started = now();
  if (!look(ownsHeartbeat)) return;
  for (const duty of DUTIES) {
    try {
      duty.run(started);
    } catch (failure) {
      // A busy workbook or a tab that is gone: the next beat tries again, and the sidebars say what to do.
      if (failure instanceof Stop) console.warn(`heartbeat: ${duty.title}: ${failure.what}`);
      else logDefect(failure);
    }
  }
}
