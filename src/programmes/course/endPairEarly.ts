// Ends a pair before its time: the notice first, and on the last day the programme, the mentees, the pair itself.
import { COMPLETION } from "../../bank/mentees.table";
import { mentors } from "../../bank/mentors.table";
import { EMPLOYMENT, people } from "../../bank/people.table";
import { Stop } from "../../google/stop";
import { refreshBankColumns } from "../../pairing/bankColumns";
import { endPairs, noted } from "../../pairing/endPairs";
import { againstNotice, END_REASON, type EndReason } from "../../pairing/endReasons";
import { pairOf, refuseFuture, titleOf } from "../../pairing/pairCommands";
import { noticeDaysOf, pairJudge } from "../../pairing/pairFacts";
import { againstPairStep } from "../../pairing/pairLife";
import { PAIR_STATUS, pairs, type Pair } from "../../pairing/pairs.table";
import { formatDate, type CalendarDate } from "../../workbook/calendarDate";
import type { ReadOnlyWorkbook, Workbook } from "../../workbook/workbook";
import { endProgrammes, finishProgrammesEarly, handProgrammesOn } from "../endProgrammes";
import type { CourseDone, EndInput, MenteeNext, ProgrammeFate } from "./courseView";
import { moveMenteesOn } from "./menteesAfter";

/** As the page asks for it, with days that exist. */
export interface Ending extends Omit<EndInput, "noticeOn" | "lastDay"> {
  noticeOn: CalendarDate | null;
  lastDay: CalendarDate;
}

/**
 * Ends a pair early. While the last day lies ahead only the notice is recorded: the pair is in force until then, and the
 * command is given again on or after that day. The cell that ends the pair is written last; repeating is safe.
 *
 * @throws Stop when the pair may not be ended, or the last day is earlier than the law allows; then nothing is written
 */
export function endPairEarly(wb: Workbook, ending: Ending): CourseDone {
  const pair = pairOf(wb, ending.pair);
  // Given again after it was carried out.
  const gone = ending.mentee !== null && !pair.mentees.includes(ending.mentee);
  if (pair.status === PAIR_STATUS.ended || gone) return { said: [], pair: null };
  refuseEnding(wb, pair, ending);
  if (leavesGroup(pair, ending)) return leaveGroup(wb, pair, ending);
  return ending.lastDay > wb.today ? giveNotice(wb, pair, ending) : carryOut(wb, pair, ending);
}

/** @throws Stop as `endPairEarly` */
export function refuseEnding(wb: ReadOnlyWorkbook, pair: Pair, ending: Ending): void {
  const { lastDay, noticeOn } = ending;
  const against = againstPairStep("end", pair, pairJudge(wb).facts(pair));
  if (against !== null) throw new Stop(`${titleOf(wb, pair)}: ${against}`, "Обновите страницу и повторите.");
  if (pair.startsOn !== null && lastDay < pair.startsOn)
    throw new Stop(
      "Последний день раньше начала пары.",
      `Пара действует с ${formatDate(pair.startsOn)}: исправьте дату.`,
    );
  if (pair.endsOn !== null && pair.endReason === null && lastDay > pair.endsOn)
    throw new Stop(
      `Пара и так действует только по ${formatDate(pair.endsOn)}.`,
      "Завершите её в срок или укажите более ранний последний день.",
    );
  if (noticeOn !== null) refuseFuture(wb, noticeOn, "Предупреждение");
  if (leavesGroup(pair, ending)) {
    refuseFuture(wb, lastDay, "Последний день участника группы");
    return;
  }
  const late = needsNotice(wb, pair, ending.reason) ? againstNotice(ending, noticeDaysOf(wb)) : null;
  if (late !== null)
    throw new Stop(
      late,
      "Укажите более поздний день; раньше — только по обоюдному согласию или соглашению с наставником.",
    );
}

/** A mentor whose contract ends is not warned again: the duties end with it. */
function needsNotice(wb: ReadOnlyWorkbook, pair: Pair, reason: EndReason): boolean {
  const mentor = wb.find(mentors, pair.mentor);
  const dismissed = mentor !== undefined && wb.find(people, mentor.person)?.employment === EMPLOYMENT.dismissed;
  return !(dismissed && reason === END_REASON.dismissal);
}

function giveNotice(wb: Workbook, pair: Pair, { reason, noticeOn, lastDay }: Ending): CourseDone {
  if (pair.endReason !== reason || pair.noticeOn !== noticeOn || pair.endsOn !== lastDay) {
    const warned = noticeOn === null ? "" : `; предупреждение — ${formatDate(noticeOn)}`;
    const was = pair.endsOn === null || pair.endReason !== null ? "" : `, прежний срок — по ${formatDate(pair.endsOn)}`;
    wb.update(pairs, pair.code, {
      endReason: reason,
      noticeOn,
      endsOn: lastDay,
      note: noted(pair, `Прекращается (${reason}): последний день — ${formatDate(lastDay)}${was}${warned}.`),
    });
    wb.note({ what: "Записано предупреждение о прекращении пары", records: [pair.code] });
  }
  return {
    said: [
      `Предупреждение записано: пара действует по ${formatDate(lastDay)} включительно. После этого дня откройте пару и завершите прекращение.`,
    ],
    pair: null,
  };
}

function carryOut(wb: Workbook, pair: Pair, ending: Ending): CourseDone {
  const { lastDay, reason, noticeOn } = ending;
  const over = new Set([pair.code]);
  const done = settleProgramme(wb, pair, ending.programme, lastDay, reason);
  const next = (code: string): MenteeNext => ending.mentees[code] ?? "waitsAgain";
  const completion = reason === END_REASON.planDone ? COMPLETION.yes : COMPLETION.early;
  done.push(...moveMenteesOn(wb, pair, null, { on: lastDay, next, completion, over }));
  wb.save();
  endPairs(wb, [{ pair: pair.code, on: lastDay, reason, mentee: null, noticeOn }]);
  refreshBankColumns(wb);
  wb.note({ what: `Пара прекращена досрочно: ${reason}`, records: [pair.code] });
  return {
    said: [
      `Пара прекращена с ${formatDate(lastDay)}.`,
      ...done,
      "Оформите прекращение приказом: в нём же прекращается выплата по дополнительному соглашению.",
    ],
    pair: null,
  };
}

/** What becomes of the programme; «continue» without a new pair yet leaves it open for the next mentor. */
export function settleProgramme(
  wb: Workbook,
  pair: Pair,
  fate: ProgrammeFate,
  on: CalendarDate,
  reason: EndReason,
): string[] {
  const over = new Set([pair.code]);
  if (fate === "stop") return endProgrammes(wb, over, on).map(({ code }) => `Программа ${code} прекращена.`);
  if (fate === "finishEarly")
    return finishProgrammesEarly(wb, over, on, reason).map(({ code }) => `Программа ${code} завершена досрочно.`);
  const successor = wb
    .all(pairs)
    .find(({ replaces, status }) => replaces === pair.code && status !== PAIR_STATUS.ended);
  if (!successor) return ["Программа ждёт нового наставника."];
  return handProgrammesOn(wb, pair, successor, on).map(
    ({ code }) => `Программа ${code} продолжается в паре ${successor.code}.`,
  );
}

function leavesGroup(pair: Pair, { mentee }: Pick<Ending, "mentee">): boolean {
  return mentee !== null && pair.mentees.length > 1;
}

/** The group goes on, and its programme with it. */
function leaveGroup(wb: Workbook, pair: Pair, ending: Ending): CourseDone {
  const { mentee, lastDay, reason } = ending;
  const next = (code: string): MenteeNext => ending.mentees[code] ?? "waitsAgain";
  const after = { on: lastDay, next, completion: COMPLETION.early, over: new Set([pair.code]) };
  const done = moveMenteesOn(wb, pair, mentee, after);
  wb.save();
  endPairs(wb, [{ pair: pair.code, on: lastDay, reason, mentee }]);
  refreshBankColumns(wb);
  wb.note({ what: "Участник выведен из группы", records: [pair.code, ...(mentee === null ? [] : [mentee])] });
  return { said: ["Участник выведен из группы, остальные продолжают.", ...done], pair: null };
}
