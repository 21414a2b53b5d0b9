// Somebody leaves, is away for long, or comes back: first the list of what follows, then all of it in one change.
import { type Mentee, mentees, MENTEE_STATUS } from "../bank/mentees.table";
import { type Mentor, mentors, MENTOR_STATUS } from "../bank/mentors.table";
import { EMPLOYMENT, people, type Person } from "../bank/people.table";
import { Stop } from "../google/stop";
import { counted } from "../school/counted";
import { formatDate, isCalendarDate, type CalendarDate } from "../workbook/calendarDate";
import type { ReadOnlyWorkbook, Workbook } from "../workbook/workbook";
import { agreementOf, caseLinksOf, cancelInvitations, draftsNaming, invitationsOf } from "./affected";
import type { LeavingInput, LeavingKind, LifeDone, LifePlan, PairDecisions } from "./lifeView";
import { statusOfReturned } from "./moveStatus";
import {
  finishedEarly,
  pairsToSettle,
  settlementOf,
  settlePairs,
  settlePartners,
  type Cause,
  type Occasion,
  type Settlement,
} from "./settlePairs";

const CAUSES: Readonly<Record<LeavingKind, Cause>> = {
  [EMPLOYMENT.dismissed]: "dismissed",
  [EMPLOYMENT.away]: "away",
  [EMPLOYMENT.working]: "back",
};
const NO_LETTERS = "Работник уволен: письмо не отправляется.";
/** A mentor who is at work pauses; a candidate has nothing to pause. */
const AT_WORK: readonly (string | null)[] = [MENTOR_STATUS.approved, MENTOR_STATUS.trained, MENTOR_STATUS.active];
const MENTEES_OUT: readonly (string | null)[] = [MENTEE_STATUS.finished, MENTEE_STATUS.refused];

/**
 * What follows from a dismissal, a long absence or a return; nothing is written. May be asked for a day ahead.
 *
 * @throws Stop when there is no such person, or the dates will not do
 */
export function planLeaving(wb: ReadOnlyWorkbook, input: LeavingInput): LifePlan {
  const { person, occasion, until } = readLeaving(wb, input);
  const settlement = settlementOf(wb, occasion, {});
  const future = occasion.on > wb.today;
  return {
    fullName: person.fullName,
    pairs: pairsToSettle(wb, occasion),
    follows: [
      employmentSentence(input.kind, occasion.on, until),
      ...ownMoves(wb, settlement).map(moveSentence),
      ...lettersSentences(wb, occasion),
    ],
    toDo: toDoOf(wb, person, occasion, until),
    notYet: future
      ? `Этот день ещё не наступил: ${formatDate(occasion.on)}. Посмотрите, что подготовить, и вернитесь сюда в этот день.`
      : null,
  };
}

/**
 * Carries it out. Repeating it changes nothing more, and finishes what an interruption left undone: the pairs are
 * written last.
 *
 * @throws Stop for a day that has not come, or a decision that a pair does not allow; then nothing is written
 */
export function applyLeaving(wb: Workbook, input: LeavingInput, decisions: PairDecisions): LifeDone {
  const { person, occasion, until } = readLeaving(wb, input);
  if (occasion.on > wb.today)
    throw new Stop(
      `День ещё не наступил: ${formatDate(occasion.on)}.`,
      "До этого дня человек работает: вернитесь сюда в этот день. Список того, что подготовить, останется тем же.",
    );
  const settlement = settlementOf(wb, occasion, decisions);
  const done = settlePartners(wb, settlement);
  wb.update(people, person.code, {
    employment: input.kind,
    awayFrom: occasion.cause === "back" ? null : occasion.on,
    awayUntil: occasion.cause === "away" ? until : null,
  });
  for (const move of ownMoves(wb, settlement)) {
    if (move.role === "mentor") wb.update(mentors, move.code, { status: move.to });
    else
      wb.update(mentees, move.code, move.to === MENTEE_STATUS.finished ? finishedEarly(move.row) : { status: move.to });
    done.push(moveSentence(move));
  }
  if (occasion.cause === "dismissed") done.push(...cancelInvitations(wb, person.code, NO_LETTERS));
  done.push(...settlePairs(wb, settlement));
  wb.note({ what: `Занятость: ${input.kind} с ${formatDate(occasion.on)}`, records: [person.code] });
  return { done: [employmentSentence(input.kind, occasion.on, until), ...done] };
}

type Move =
  | { role: "mentor"; code: string; from: string | null; to: NonNullable<Mentor["status"]> }
  | { role: "mentee"; code: string; from: string | null; to: NonNullable<Mentee["status"]>; row: Mentee };

/** How the person's own statuses change; those that stay are left out. */
function ownMoves(wb: ReadOnlyWorkbook, settlement: Settlement): Move[] {
  const { person, cause } = settlement.occasion;
  const moves: Move[] = [];
  for (const row of wb.all(mentors).filter((one) => one.person === person)) {
    const to = mentorAfter(wb, row, cause);
    if (to !== null && to !== row.status) moves.push({ role: "mentor", code: row.code, from: row.status, to });
  }
  for (const row of wb.all(mentees).filter((one) => one.person === person)) {
    const to = menteeAfter(row, settlement);
    if (to !== null && to !== row.status) moves.push({ role: "mentee", code: row.code, from: row.status, to, row });
  }
  return moves;
}

function mentorAfter(wb: ReadOnlyWorkbook, row: Mentor, cause: Cause): Mentor["status"] {
  if (cause === "dismissed") return MENTOR_STATUS.left;
  if (cause === "away") return AT_WORK.includes(row.status) ? MENTOR_STATUS.paused : row.status;
  return row.status === MENTOR_STATUS.paused ? statusOfReturned(wb, row) : row.status;
}

/** A dismissed mentee is done if there was a pair, and otherwise takes no part. One who is away keeps the paused pair. */
function menteeAfter(row: Mentee, { occasion, before, after }: Settlement): Mentee["status"] {
  const hadPair = before(row.code) || row.status === MENTEE_STATUS.paired;
  if (occasion.cause === "away" && before(row.code) && !after(row.code)) return MENTEE_STATUS.finished;
  if (occasion.cause !== "dismissed" || MENTEES_OUT.includes(row.status)) return row.status;
  return hadPair ? MENTEE_STATUS.finished : MENTEE_STATUS.refused;
}

function moveSentence({ role, from, to }: Move): string {
  const whose = role === "mentor" ? "наставника" : "наставляемого";
  return `Статус ${whose}: «${from ?? "не указан"}» → «${to}».`;
}

function employmentSentence(kind: LeavingKind, on: CalendarDate, until: CalendarDate | null): string {
  return `Занятость: «${kind}» с ${formatDate(on)}${until === null ? "" : ` по ${formatDate(until)}`}.`;
}

function lettersSentences(wb: ReadOnlyWorkbook, { cause, person }: Occasion): string[] {
  if (cause !== "dismissed") return [];
  const { unsent, awaited } = invitationsOf(wb, person);
  const sentences = ["Писем этому человеку больше не будет; в подбор пар и новые приказы он не войдёт."];
  if (unsent.length > 0) sentences.push(`Неотправленные приглашения к анкетам (${unsent.length}) не уйдут.`);
  if (awaited.length > 0)
    sentences.push(
      `Ждём ответа на ${counted(awaited.length, ["анкету", "анкеты", "анкет"])}: напоминаний больше не будет.`,
    );
  return sentences;
}

function toDoOf(wb: ReadOnlyWorkbook, person: Person, { cause, on }: Occasion, until: CalendarDate | null): string[] {
  if (cause === "back") return [];
  const toDo = draftsNaming(wb, person.code).map(
    ({ code, heading }) => `Подготовьте заново или отмените проект документа ${code}: ${heading ?? "без заголовка"}.`,
  );
  toDo.push(...agreementOf(wb, person.code, on));
  if (cause === "dismissed") {
    toDo.push(
      ...caseLinksOf(wb, person.code).map(
        (link) => `Решите, останется ли на сайте материал ${link}: проверьте условия согласия на распространение.`,
      ),
    );
    toDo.push("Сохраните подписанные документы: приказы — 50 лет, согласия — 3 года после окончания.");
  } else if (until !== null) {
    toDo.push(`Ожидаемое возвращение — после ${formatDate(until)}: тогда откройте карточку и отметьте возвращение.`);
  }
  return toDo;
}

function readLeaving(
  wb: ReadOnlyWorkbook,
  { person: code, kind, from, until }: LeavingInput,
): { person: Person; occasion: Occasion; until: CalendarDate | null } {
  const person = wb.find(people, code);
  if (!person)
    throw new Stop(`На вкладке «Педагоги» нет кода ${code}.`, "Закройте панель, откройте её снова и повторите.");
  if (!isCalendarDate(from) || (until !== null && !isCalendarDate(until)))
    throw new Stop("Дата указана неверно.", "Выберите день в календаре и повторите.");
  if (until !== null && until < from)
    throw new Stop("Отсутствие заканчивается раньше, чем начинается.", "Проверьте обе даты.");
  return {
    person,
    occasion: { cause: CAUSES[kind], person: code, on: from, roles: ["mentor", "mentee"] },
    until: kind === EMPLOYMENT.away ? until : null,
  };
}
