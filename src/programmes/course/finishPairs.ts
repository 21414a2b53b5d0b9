// Pairs that have come to their end: the programme, the mentees, and last the pairs themselves.
import { Stop } from "../../google/stop";
import { refreshBankColumns } from "../../pairing/bankColumns";
import { pairOf, refuseFuture, titleOf } from "../../pairing/pairCommands";
import { pairJudge } from "../../pairing/pairFacts";
import { againstPairStep } from "../../pairing/pairLife";
import { PAIR_STATUS, pairs } from "../../pairing/pairs.table";
import type { CalendarDate } from "../../workbook/calendarDate";
import type { Workbook } from "../../workbook/workbook";
import { finishProgrammes } from "../endProgrammes";
import type { CourseDone } from "./courseView";
import { completionOf, moveMenteesOn } from "./menteesAfter";
import { programmesOfPairs } from "./programmeFacts";

/**
 * Finishes pairs whose term is over or whose plan is done: the programmes are finished, the mentees are done, the mentors
 * stay as they are. Repeatable, and finishes what an interruption left undone: the cell that ends a pair is written last.
 *
 * @throws Stop with every reason, if any of the pairs may not be finished; then none is
 */
export function finishPairs(
  wb: Workbook,
  { pairs: codes, on, completed }: { pairs: readonly string[]; on: CalendarDate; completed: boolean },
): CourseDone {
  refuseFuture(wb, on, "Последний день");
  const open = [...new Set(codes)]
    .map((code) => pairOf(wb, code))
    .filter(({ status }) => status !== PAIR_STATUS.finished);
  const judge = pairJudge(wb);
  const known = programmesOfPairs(wb, true);
  const refused = open.flatMap((pair) => {
    const early =
      pair.startsOn !== null && on < pair.startsOn ? "последний день раньше начала пары: исправьте дату." : null;
    const against = againstPairStep("finish", pair, judge.facts(pair, known.get(pair.code))) ?? early;
    return against === null ? [] : [`${titleOf(wb, pair)}: ${against}`];
  });
  if (refused.length > 0) throw new Stop(refused.join(" "), "Ничего не записано: исправьте названное и повторите.");
  if (open.length === 0) return { said: [], pair: null };
  const over = new Set(open.map(({ code }) => code));
  const finished = finishProgrammes(wb, over);
  const moved = open.flatMap((pair) =>
    moveMenteesOn(wb, pair, null, { on, next: () => "finished", completion: completionOf(completed), over }),
  );
  wb.save();
  for (const { code, endsOn } of open)
    wb.update(pairs, code, {
      status: PAIR_STATUS.finished,
      endsOn: endsOn !== null && endsOn < on ? endsOn : on,
    });
  refreshBankColumns(wb);
  wb.note({ what: "Пары завершены", records: [...over] });
  return {
    said: [
      `Завершено пар: ${open.length}.`,
      ...(finished.length > 0 ? [`Программ завершено: ${finished.length}.`] : []),
      ...(open.length === 1 ? moved : []),
    ],
    pair: null,
  };
}
