// The mentor's report and the mentee's feedback as kinds: wanted when a pair's work ends.
import { diagnostics, type Diagnostic } from "../../bank/diagnostics.table";
import { mentees } from "../../bank/mentees.table";
import { mentors } from "../../bank/mentors.table";
import { SEVERITY_ANSWERS } from "../../bank/severity";
import { institutionOf } from "../../documents/institution";
import { Stop } from "../../google/stop";
import { dueActivities, measuredEnds } from "../../monitoring/indicators";
import { participant } from "../../pairing/makeOrder";
import { titleOf } from "../../pairing/pairCommands";
import { hasBegun, isInForce } from "../../pairing/pairStates";
import { pairs, type Pair } from "../../pairing/pairs.table";
import { nameOf, schoolYearName } from "../../pairing/savePairs";
import { ACTIVITY_STATUS } from "../../programmes/activities.table";
import { programmeOf } from "../../programmes/loadProgrammes";
import { groundsOf, personsOf, planInOrder } from "../../programmes/makeProgramme";
import { programmes, type Programme } from "../../programmes/programmes.table";
import { addDays, formatDate } from "../../workbook/calendarDate";
import type { ReadOnlyWorkbook } from "../../workbook/workbook";
import type { Obstacle, PaperKind, PaperSubject } from "../paperKind";
import { documentFinder } from "../registered";
import {
  menteeFeedbackPaper,
  mentorReportPaper,
  type ChangedDifficulty,
  type MenteeFeedbackInput,
  type MentorReportInput,
} from "./pairReportPapers";

/** So many days before its end a pair's reports are asked for. */
const ASKED_BEFORE_DAYS = 30;

/** Pairs of the year that have worked; those that end soon or are over are to report. */
function reporting(wb: ReadOnlyWorkbook): { pair: Pair; isDue: boolean; note: string }[] {
  const year = schoolYearName(wb);
  return wb
    .all(pairs)
    .filter((pair) => hasBegun(pair) && (pair.schoolYear === null || pair.schoolYear === year))
    .map((pair) => {
      const { endsOn } = pair;
      const isDue = !isInForce(pair) || (endsOn !== null && endsOn <= addDays(wb.today, ASKED_BEFORE_DAYS));
      const until = endsOn === null ? "" : `${isInForce(pair) ? "работает по" : "закончена"} ${formatDate(endsOn)}`;
      return { pair, isDue, note: until };
    });
}

function pairOfSubject(wb: ReadOnlyWorkbook, subject: string): Pair {
  const pair = wb.find(pairs, subject.split(" ")[0] ?? "");
  if (pair) return pair;
  throw new Stop(`Пары ${subject} нет на вкладке «Пары».`, "Обновите страницу «Документы» и выберите пару снова.");
}

/** The programme that is open, or else the last. */
function programmeOfPair(wb: ReadOnlyWorkbook, pair: Pair): Programme | undefined {
  return (
    programmeOf(wb, pair.code) ??
    wb
      .all(programmes)
      .filter((programme) => programme.pair === pair.code)
      .pop()
  );
}

/** The closing questionnaire promises the mentee that the mentor is not shown the answers. */
const isSaidInConfidence = ({ stage, method }: Diagnostic): boolean => stage === "на выходе" && method === "анкета";

/** Directions of the pair that were measured, of these people. */
function difficultiesOf(
  wb: ReadOnlyWorkbook,
  { directions }: Pick<Pair, "directions">,
  { persons, shown }: Measured,
): ChangedDifficulty[] {
  const own = wb.all(diagnostics).filter((row) => persons.includes(row.person) && shown(row));
  return measuredEnds(own).flatMap(({ start, end }): ChangedDifficulty[] => {
    const known = start ?? end;
    if (!known || (directions.length > 0 && !directions.includes(known.direction))) return [];
    return [
      {
        direction: known.direction,
        whose: persons.length > 1 ? (nameOf(wb, known) ?? "") : "",
        before: words(start?.severity),
        after: words(end?.severity),
      },
    ];
  });
}

interface Measured {
  /** Codes on «Педагоги». */
  persons: readonly string[];
  shown: (row: Diagnostic) => boolean;
}

const words = (severity: number | undefined): string =>
  severity === undefined ? "" : (SEVERITY_ANSWERS[severity] ?? "");

function commonInput(wb: ReadOnlyWorkbook, pair: Pair, programme: Programme | undefined, measured: Measured) {
  return {
    institution: institutionOf(wb),
    mentor: participant(wb, wb.find(mentors, pair.mentor)?.person, pair.mentorName),
    startsOn: programme?.startsOn ?? pair.startsOn,
    endsOn: pair.endsOn ?? programme?.endsOn ?? null,
    directions: pair.directions.length > 0 ? pair.directions : (programme?.directions ?? []),
    difficulties: difficultiesOf(wb, pair, measured),
  };
}

function mentorReportInput(wb: ReadOnlyWorkbook, subject: string): MentorReportInput {
  const pair = pairOfSubject(wb, subject);
  const programme = programmeOfPair(wb, pair);
  const plan = programme ? planInOrder(wb, programme.code) : [];
  const due = dueActivities(plan, wb.today);
  const group = pair.mentees.flatMap((code) => wb.find(mentees, code) ?? []);
  return {
    ...commonInput(wb, pair, programme, {
      persons: group.map(({ person }) => person),
      shown: (row) => !isSaidInConfidence(row),
    }),
    mentees: pair.mentees.map((code) => participant(wb, wb.find(mentees, code)?.person, code)),
    grounds: groundsOf(wb, pair),
    form: pair.mentoringForm ?? "",
    kinds: pair.mentoringKinds,
    meetings: programme?.meetings ?? "",
    goal: programme?.goal ?? "",
    activities: plan.map(({ content, dueOn, status, actualResult }) => ({
      content,
      dueOn,
      mark: status === ACTIVITY_STATUS.done ? ACTIVITY_STATUS.done : "",
      result: actualResult ?? "",
    })),
    due: due.length,
    done: due.filter(({ status }) => status === ACTIVITY_STATUS.done).length,
    results: group.flatMap(({ results }) => results ?? []).join("; "),
  };
}

function withoutPlan(wb: ReadOnlyWorkbook, subject: string): Obstacle[] {
  const pair = pairOfSubject(wb, subject);
  const programme = programmeOfPair(wb, pair);
  if (programme && planInOrder(wb, programme.code).length > 0) return [];
  return [
    {
      level: "warning",
      what: programme ? "В программе нет ни одного мероприятия." : "У пары нет программы.",
      mend: "Составьте её на странице «Программы пар»; в отчёте на этом месте останутся строки для записи.",
      place: programme ? { tab: programmes.tab, code: programme.code } : { tab: pairs.tab, code: pair.code },
    },
  ];
}

type Told = Pick<PaperKind, "group" | "count" | "basis" | "series" | "registerLabel" | "acquainted">;
const TOLD: Told = {
  group: "Отчёты",
  count: "each",
  basis: "Положение о системе наставничества",
  series: null,
  registerLabel: "Записать сданное",
  acquainted: () => [],
};

export const mentorReport: PaperKind<MentorReportInput> = {
  ...TOLD,
  paper: mentorReportPaper,
  purpose: "Сдаётся куратору по завершении программы: план и затруднения подставляются, остальное пишет наставник.",
  subjects: (wb) => {
    const has = documentFinder(wb, mentorReportPaper.key);
    return reporting(wb).map(({ pair, isDue, note }) => ({
      subject: pair.code,
      name: titleOf(wb, pair),
      note,
      wanted: isDue && !has(pair.code),
    }));
  },
  obstacles: (wb, { subject }) => withoutPlan(wb, subject),
  input: (wb, { subject }) => mentorReportInput(wb, subject),
  concerns: (wb, { subject }) => {
    const pair = pairOfSubject(wb, subject);
    return { pairs: [pair.code], people: personsOf(wb, pair) };
  },
};

export const menteeFeedback: PaperKind<MenteeFeedbackInput> = {
  ...TOLD,
  paper: menteeFeedbackPaper,
  purpose: "Короткий отзыв о программе: заполняет наставляемый. Публикуется только с его отдельного согласия.",
  subjects: (wb) => {
    const has = documentFinder(wb, menteeFeedbackPaper.key);
    return reporting(wb).flatMap(({ pair, isDue }) =>
      pair.mentees.flatMap((code): PaperSubject[] => {
        const mentee = wb.find(mentees, code);
        if (!mentee) return [];
        const subject = `${pair.code} ${mentee.person}`;
        const mentor = nameOf(wb, wb.find(mentors, pair.mentor)) ?? pair.mentor;
        const name = nameOf(wb, mentee) ?? code;
        return [{ subject, name, note: `Наставник — ${mentor}`, wanted: isDue && !has(subject) }];
      }),
    );
  },
  input: (wb, { subject }) => {
    const pair = pairOfSubject(wb, subject);
    const person = subject.split(" ")[1] ?? "";
    return {
      ...commonInput(wb, pair, programmeOfPair(wb, pair), { persons: [person], shown: () => true }),
      worker: participant(wb, person, person),
    };
  },
  concerns: (wb, { subject }) => {
    const pair = pairOfSubject(wb, subject);
    const mentor = wb.find(mentors, pair.mentor)?.person;
    const person = subject.split(" ")[1] ?? "";
    return { pairs: [pair.code], people: mentor === undefined ? [person] : [person, mentor] };
  },
};
