// Gives a pair another mentor: a new pair that names the old one, and the old one ended on the day before; nothing is deleted.
import { Stop } from "../../google/stop";
import { againstKinds } from "../../pairing/choice/kinds";
import { pairOf, titleOf } from "../../pairing/pairCommands";
import { leadBetween, pairJudge } from "../../pairing/pairFacts";
import { againstPairStep } from "../../pairing/pairLife";
import { isInForce } from "../../pairing/pairStates";
import { PAIR_STATUS, pairs, type Pair, type PairDraft } from "../../pairing/pairs.table";
import { againstReplacing, directionsWith, possibleMentors } from "../../pairing/replacements";
import { namesOfPair, schoolYearName, termOf } from "../../pairing/savePairs";
import { addDays, formatDate, type CalendarDate } from "../../workbook/calendarDate";
import type { ReadOnlyWorkbook, Workbook } from "../../workbook/workbook";
import type { CourseDone, ReplaceInput, Replacements } from "./courseView";
import { endPairEarly, refuseEnding, settleProgramme, type Ending } from "./endPairEarly";
import { programmesOfPairs } from "./programmeFacts";

/** As the page asks for it, with days that exist. */
export interface Replacement extends Omit<ReplaceInput, "noticeOn" | "from"> {
  noticeOn: CalendarDate | null;
  from: CalendarDate;
}

/** Mentors who could take the pair over, the best first. */
export function loadReplacements(wb: ReadOnlyWorkbook, code: string): Replacements {
  const pair = pairOf(wb, code);
  const candidates = possibleMentors(wb, pair).map(({ mentor, name, directions, reasons }) => ({
    mentor,
    name,
    directions,
    pro: reasons.filter(({ stance }) => stance === "for").map(({ text }) => text),
    contra: reasons.filter(({ stance }) => stance === "against").map(({ text }) => text),
  }));
  return {
    candidates,
    nobody:
      candidates.length > 0
        ? []
        : [
            "Ни одного наставника со свободным местом и нужными компетенциями нет.",
            "Добавьте места наставнику, найдите наставника вне организации или прекратите пару и поставьте наставляемого в ожидание.",
          ],
  };
}

/**
 * The new pair is proposed, with its own way to an order. The old one ends on the day before it begins: at once, or (while
 * that day lies ahead) a notice is recorded and the old pair works on until then. Repeating is safe: the new pair is
 * written first and found again by `replaces`.
 *
 * @throws Stop when a rule of the choice forbids the new pair, or the law the last day of the old one; nothing is written
 */
export function replaceMentor(wb: Workbook, input: Replacement): CourseDone {
  const old = pairOf(wb, input.pair);
  const made = wb
    .all(pairs)
    .find(
      (pair) =>
        pair.replaces === old.code &&
        pair.mentor === input.mentor &&
        pair.status !== PAIR_STATUS.ended &&
        pair.status !== PAIR_STATUS.finished,
    );
  const ending: Ending = {
    pair: old.code,
    reason: input.reason,
    noticeOn: input.noticeOn,
    lastDay: addDays(input.from, -1),
    agreed: input.agreed,
    mentee: null,
    programme: input.programme,
    mentees: {},
  };
  if (!made) refuse(wb, old, input);
  if (isInForce(old)) refuseEnding(wb, old, ending);
  const successor = made ?? wb.add(pairs, draftOf(wb, old, input));
  if (!made) {
    wb.note({ what: "Предложена пара взамен прежней", records: [successor.code, old.code] });
    wb.save();
  }
  const ended = isInForce(old)
    ? endPairEarly(wb, ending).said
    : settleProgramme(wb, old, input.programme, input.from, input.reason);
  return {
    said: [`Предложена пара ${successor.code} взамен ${old.code}: нужны согласия и приказ.`, ...ended],
    pair: successor.code,
  };
}

function refuse(wb: ReadOnlyWorkbook, old: Pair, { mentor: code, from }: Replacement): void {
  const programme = programmesOfPairs(wb, false).get(old.code);
  const step = againstPairStep("replace", old, pairJudge(wb).facts(old, programme));
  if (step !== null) throw new Stop(`${titleOf(wb, old)}: ${step}`, "Обновите страницу: данные с тех пор изменились.");
  const rules = againstReplacing(wb, old, code);
  if (rules.length > 0) throw new Stop(rules.join(" "), "Выберите другого наставника.");
  const draft = draftOf(wb, old, { mentor: code, from });
  const { startsOn = null, endsOn = null } = draft;
  const demands = againstKinds({
    kinds: old.mentoringKinds,
    mentees: old.mentees.length,
    directions: draft.directions ?? [],
    startsOn,
    endsOn,
    goals: old.goals,
    meetingOn: old.meetingOn,
    channel: old.channel,
    lead: leadBetween(wb, code, old.mentees),
  });
  if (demands.length > 0)
    throw new Stop(
      demands.join(" "),
      "Измените виды наставничества на вкладке «Пары» или выберите другого наставника.",
    );
  if (endsOn !== null && from > endsOn)
    throw new Stop(
      `Пара закончилась бы ${formatDate(endsOn)}, раньше чем начнётся новая.`,
      "Укажите более ранний день.",
    );
}

function draftOf(wb: ReadOnlyWorkbook, old: Pair, { mentor, from }: Pick<Replacement, "mentor" | "from">): PairDraft {
  const names = namesOfPair(wb, mentor, old.mentees);
  const was = namesOfPair(wb, old.mentor, []).mentorName;
  // A notice, or the end itself, has shortened the old term: the work goes on to the end of the year.
  const endsOn = old.endReason === null && old.endsOn !== null ? old.endsOn : termOf(wb).endsOn;
  return {
    status: PAIR_STATUS.proposed,
    mentor,
    mentorName: names.mentorName,
    mentees: old.mentees,
    menteeNames: names.menteeNames,
    mentoringForm: old.mentoringForm,
    mentoringKinds: old.mentoringKinds,
    directions: directionsWith(wb, old, mentor),
    schoolYear: old.schoolYear ?? schoolYearName(wb),
    startsOn: from,
    endsOn,
    goals: old.goals,
    meetingOn: old.meetingOn,
    channel: old.channel,
    grounds: `Замена наставника в паре ${old.code} (${was}): продолжение начатой работы.`,
    replaces: old.code,
  };
}
