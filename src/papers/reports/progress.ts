// How the programmes of the school year stand: counts for the minutes and for the final report.
import { dueActivities, type MonitoringData } from "../../monitoring/indicators";
import { ACTIVITY_STATUS } from "../../programmes/activities.table";
import { PROGRAMME_STATUS } from "../../programmes/programmes.table";
import { counted } from "../../school/counted";

/** Programmes and activities of a year, counted. */
export interface Progress {
  readonly all: number;
  readonly finished: number;
  readonly ended: number;
  /** Those that have been changed on the way: by status, or by a later version. */
  readonly corrected: number;
  /** At work or on their way to it. */
  readonly open: number;
  readonly due: number;
  readonly done: number;
}

export function progressOf({
  programmes,
  activities,
  today,
}: Pick<MonitoringData, "programmes" | "activities" | "today">): Progress {
  const finished = programmes.filter(({ status }) => status === PROGRAMME_STATUS.finished).length;
  const ended = programmes.filter(({ status }) => status === PROGRAMME_STATUS.ended).length;
  const due = dueActivities(activities, today);
  return {
    all: programmes.length,
    finished,
    ended,
    corrected: programmes.filter(({ status, version }) => status === PROGRAMME_STATUS.corrected || (version ?? 1) > 1)
      .length,
    open: programmes.length - finished - ended,
    due: due.length,
    done: due.filter(({ status }) => status === ACTIVITY_STATUS.done).length,
  };
}

/** The same in a sentence or two. */
export function progressInWords({ all, finished, ended, open, due, done }: Progress): string {
  if (all === 0) return "Персонализированных программ в этом учебном году пока нет.";
  const activities =
    due === 0
      ? ""
      : ` Срок наступил у ${counted(due, ["мероприятия", "мероприятий", "мероприятий"])}, выполнено — ${done}.`;
  return (
    `Всего ${counted(all, ["персонализированная программа", "персонализированные программы", "персонализированных программ"])}: ` +
    `завершено — ${finished}, прекращено досрочно — ${ended}, в работе — ${open}.${activities}`
  );
}
