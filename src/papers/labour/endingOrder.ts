// The order about an early end or another mentor as a kind of paper: about which pairs, what keeps from it, what it changes.
import { mentees } from "../../bank/mentees.table";
import { mentors } from "../../bank/mentors.table";
import { EMPLOYMENT, people } from "../../bank/people.table";
import { DOCUMENT_STATUS, documents, type DocumentRecord } from "../../documents/documents.table";
import { institutionOf } from "../../documents/institution";
import { refreshBankColumns } from "../../pairing/bankColumns";
import { noted, orderedEndings } from "../../pairing/endPairs";
import { againstNotice, END_REASON, ENDINGS, noticeFor } from "../../pairing/endReasons";
import { participant, putInForce, startNoEarlier } from "../../pairing/makeOrder";
import { pairOf } from "../../pairing/pairCommands";
import { noticeDaysOf, pairJudge } from "../../pairing/pairFacts";
import { againstPairStep } from "../../pairing/pairLife";
import { isEndingEarly, isInForce, isPlanned } from "../../pairing/pairStates";
import { PAIR_STATUS, pairs, type Pair } from "../../pairing/pairs.table";
import { namesOfPair, schoolYearName } from "../../pairing/savePairs";
import { PROGRAMME_STATUS, programmes } from "../../programmes/programmes.table";
import { counted } from "../../school/counted";
import { addDays, formatDate, type CalendarDate } from "../../workbook/calendarDate";
import type { ReadOnlyWorkbook, Workbook } from "../../workbook/workbook";
import { textAnswer } from "../fields";
import type { Obstacle, PaperCase, PaperKind } from "../paperKind";
import { referenceTo } from "../registered";
import {
  endingOrder,
  type EndingOrderInput,
  type NewMentor,
  type ProgrammeAfter,
  type Referred,
} from "./endingOrderPaper";

/** How the new mentor of the mentees is assigned. */
const BY_THIS_ORDER = "этим же приказом";
const BY_ANOTHER = "отдельным приказом";

const at = (pair: Pair, column: keyof typeof pairs.columns): NonNullable<Obstacle["place"]> => ({
  tab: pairs.tab,
  code: pair.code,
  column: String(column),
});

function subjects(wb: ReadOnlyWorkbook) {
  const ordered = orderedEndings(wb);
  const year = schoolYearName(wb);
  return wb
    .all(pairs)
    .filter((pair) => isEndingEarly(pair) && !ordered.has(pair.code))
    .map((pair) => {
      const { mentorName, menteeNames } = namesOfPair(wb, pair.mentor, pair.mentees);
      const on = pair.endsOn === null ? "" : ` ${formatDate(pair.endsOn)}`;
      const why = pair.endReason === null ? "" : `: ${pair.endReason}`;
      return {
        subject: pair.code,
        name: `${mentorName} — ${menteeNames}`,
        note:
          pair.status === PAIR_STATUS.ended ? `прекращена${on}${why}` : `последний день —${on || " не указан"}${why}`,
        wanted: pair.schoolYear === null || pair.schoolYear === year,
      };
    });
}

/** Whom the mentees have got in place of the mentor, where this order is to tell of it. */
function successorOf(wb: ReadOnlyWorkbook, pair: Pair, { answers }: PaperCase): Pair | null {
  const found = wb.all(pairs).find(({ replaces, status }) => replaces === pair.code && status !== PAIR_STATUS.ended);
  if (found === undefined) return null;
  return isPlanned(found) && textAnswer(answers, "successor") === BY_ANOTHER ? null : found;
}

/** True where the order that puts the new pair in force is this one, or an earlier version of it. */
function assignedHere(wb: ReadOnlyWorkbook, successor: Pair): boolean {
  if (isPlanned(successor) || successor.order === null) return isPlanned(successor);
  return wb.find(documents, successor.order)?.key?.startsWith(`${endingOrder.key}:`) === true;
}

function obstacles(wb: ReadOnlyWorkbook, about: PaperCase): Obstacle[] {
  const pair = wb.find(pairs, about.subject);
  if (pair === undefined || !isEndingEarly(pair)) {
    return [
      {
        level: "error",
        what: "Пара не прекращена досрочно, и о прекращении не предупреждали.",
        mend: "Запишите прекращение или замену наставника на странице «Ход пар», затем вернитесь к приказу.",
      },
    ];
  }
  return [...reasonObstacles(pair, about), ...dayObstacles(wb, pair), ...successorObstacles(wb, pair, about)];
}

function reasonObstacles(pair: Pair, { answers }: PaperCase): Obstacle[] {
  if (textAnswer(answers, "reason") !== "") return [];
  if (pair.endReason === null)
    return [
      {
        level: "error",
        what: "Не указано, почему пара прекращена.",
        mend: "Впишите основание прекращения на вкладке «Пары» или в поле «Основание своими словами».",
        place: at(pair, "endReason"),
      },
    ];
  if (ENDINGS.some(({ reason }) => reason === pair.endReason)) return [];
  return [
    {
      level: "error",
      what: `Основание «${pair.endReason}» записано своими словами: программа не знает, как поставить его в приказ.`,
      mend: "Заполните поле «Основание своими словами», например: «в связи с переводом наставника в другую группу».",
      place: at(pair, "endReason"),
    },
  ];
}

function dayObstacles(wb: ReadOnlyWorkbook, pair: Pair): Obstacle[] {
  const { endsOn: lastDay, noticeOn, endReason } = pair;
  if (lastDay === null)
    return [
      {
        level: "error",
        what: "Не указан последний день пары.",
        mend: "Впишите его в столбец «Конец» на вкладке «Пары».",
        place: at(pair, "endsOn"),
      },
    ];
  const early = againstNotice({ reason: endReason ?? "", noticeOn, lastDay, agreed: false }, noticeDaysOf(wb));
  const found: Obstacle[] = [];
  if (early !== null)
    found.push({
      level: noticeFor(endReason) === "always" ? "error" : "warning",
      what: early,
      mend:
        noticeFor(endReason) === "always"
          ? "Исправьте последний день или день предупреждения на вкладке «Пары»."
          : "Если более ранний день согласован с наставником, менять ничего не надо; иначе исправьте последний день на вкладке «Пары».",
      place: at(pair, "noticeOn"),
    });
  if (lastDay < wb.today)
    found.push({
      level: "warning",
      what: `Последний день пары уже прошёл: ${formatDate(lastDay)}.`,
      mend: "Подпишите приказ не откладывая: задним числом его не регистрируют.",
    });
  return found;
}

function successorObstacles(wb: ReadOnlyWorkbook, pair: Pair, about: PaperCase): Obstacle[] {
  const successor = successorOf(wb, pair, about);
  if (successor === null || !isPlanned(successor)) return [];
  const against = againstPairStep("order", successor, pairJudge(wb).facts(successor));
  if (against === null) return [];
  return [
    {
      level: "error",
      what: `Нового наставника этим приказом назначить нельзя (пара ${successor.code}). ${against}`,
      mend: `Устраните названное или выберите в поле «Новый наставник» — «${BY_ANOTHER}».`,
      place: at(successor, "status"),
    },
  ];
}

function input(
  wb: ReadOnlyWorkbook,
  about: PaperCase,
  registration: EndingOrderInput["registration"],
): EndingOrderInput {
  const pair = pairOf(wb, about.subject);
  const mentor = wb.find(mentors, pair.mentor);
  const successor = successorOf(wb, pair, about);
  const group = pair.mentees.map((code) => ({ code, person: wb.find(mentees, code)?.person }));
  const parties = [mentor?.person, ...group.map(({ person }) => person)];
  const leaving = pair.endReason === END_REASON.dismissal ? parties.filter((code) => isDismissed(wb, code)) : [];
  return {
    institution: institutionOf(wb),
    registration,
    mentor: participant(wb, mentor?.person, pair.mentorName),
    mentees: group.map(({ code, person }) => participant(wb, person, code)),
    order: orderOf(wb, pair),
    reason: pair.endReason ?? "",
    reasonWords: textAnswer(about.answers, "reason").replace(/[.;,\s]+$/, ""),
    dismissed: leaving.map((code) => participant(wb, code, "")),
    mentorDismissed: isDismissed(wb, mentor?.person),
    noticeOn: noticeFor(pair.endReason) === "none" ? null : pair.noticeOn,
    lastDay: pair.endsOn,
    freeFrom: pair.endsOn === null ? null : addDays(pair.endsOn, 1),
    basis: textAnswer(about.answers, "basis").replace(/[.;,\s]+$/, ""),
    successor: successor === null ? null : newMentor(wb, successor, registration?.date ?? null),
    programme: programmeAfter(wb, pair, successor),
    agreement: agreementOf(wb, pair),
    othersStay: othersOf(wb, pair).length > 0,
  };
}

const isDismissed = (wb: ReadOnlyWorkbook, person: string | undefined): boolean =>
  person !== undefined && wb.find(people, person)?.employment === EMPLOYMENT.dismissed;

function orderOf(wb: ReadOnlyWorkbook, pair: Pair): Referred | null {
  const order = pair.order === null ? undefined : wb.find(documents, pair.order);
  if (order === undefined || order.status === DOCUMENT_STATUS.draft) return null;
  return { number: order.number ?? "", on: order.signedOn };
}

/** Nobody has duties before the day of the order: a new pair that was to begin earlier begins on that day. */
function newMentor(wb: ReadOnlyWorkbook, successor: Pair, signedOn: CalendarDate | null): NewMentor {
  const here = assignedHere(wb, successor);
  const { startsOn } = successor;
  const late = here && signedOn !== null && startsOn !== null && startsOn < signedOn;
  return {
    mentor: participant(wb, wb.find(mentors, successor.mentor)?.person, successor.mentorName),
    startsOn: late ? signedOn : startsOn,
    endsOn: successor.endsOn,
    order: here ? null : (orderOf(wb, successor) ?? { number: "", on: null }),
  };
}

/** The programme goes with the mentees to the new pair, or is over with the old one; until that is decided it is open. */
function programmeAfter(wb: ReadOnlyWorkbook, pair: Pair, successor: Pair | null): ProgrammeAfter {
  const all = wb.all(programmes);
  if (successor !== null && all.some((programme) => programme.pair === successor.code)) return "goesOn";
  const last = all.filter((programme) => programme.pair === pair.code).pop();
  if (last === undefined) return "none";
  if (last.status === PROGRAMME_STATUS.ended) return "stopped";
  if (last.status === PROGRAMME_STATUS.finished || pair.endReason === END_REASON.planDone) return "done";
  return successor === null ? "open" : "goesOn";
}

/** The mentor's other pairs, which go on. */
const othersOf = (wb: ReadOnlyWorkbook, pair: Pair): Pair[] =>
  wb
    .all(pairs)
    .filter((other) => other.mentor === pair.mentor && other.code !== pair.code)
    .filter((other) => isInForce(other) && other.endReason === null);

/** The agreement that pays for the pair on its last day. */
function agreementOf(wb: ReadOnlyWorkbook, pair: Pair): Referred | null {
  const mentor = wb.find(mentors, pair.mentor);
  if (mentor === undefined || mentor.withinDuties || mentor.agreementOn === null) return null;
  const { agreementNumber, agreementOn, agreementUntil } = mentor;
  const over = agreementUntil !== null && pair.endsOn !== null && agreementUntil < pair.endsOn;
  return over ? null : { number: agreementNumber ?? "", on: agreementOn };
}

function personsOf(wb: ReadOnlyWorkbook, pair: Pair | null): string[] {
  if (pair === null) return [];
  const mentor = wb.find(mentors, pair.mentor)?.person;
  const group = pair.mentees.flatMap((code) => wb.find(mentees, code)?.person ?? []);
  return mentor === undefined ? group : [mentor, ...group];
}

function concerns(wb: ReadOnlyWorkbook, about: PaperCase) {
  const pair = wb.find(pairs, about.subject) ?? null;
  const successor = pair === null ? null : successorOf(wb, pair, about);
  return {
    pairs: [pair, successor].flatMap((one) => one?.code ?? []),
    people: [...new Set([...personsOf(wb, pair), ...personsOf(wb, successor)])],
  };
}

/** The old pair remembers the order; the new one is in force by it; the agreement of a mentor without pairs ends. */
function signed(wb: Workbook, about: PaperCase, record: DocumentRecord): void {
  const pair = wb.find(pairs, about.subject);
  if (pair === undefined) return;
  const successor = successorOf(wb, pair, about);
  if (successor !== null && isPlanned(successor)) {
    if (record.signedOn !== null) startNoEarlier(wb, [successor.code], record.signedOn);
    putInForce(wb, record, [successor.code]);
  }
  const mentor = wb.find(mentors, pair.mentor);
  if (mentor !== undefined && agreementOf(wb, pair) !== null && othersOf(wb, pair).length === 0) {
    if (mentor.agreementUntil !== pair.endsOn) wb.update(mentors, mentor.code, { agreementUntil: pair.endsOn });
  }
  const remark = `Прекращение оформлено: ${referenceTo("приказ", record)}.`;
  if (pair.note?.includes(remark) !== true) wb.update(pairs, pair.code, { note: noted(pair, remark) });
  refreshBankColumns(wb);
}

/** One order a pair: each has its own day and reason. */
export const endingOrderKind: PaperKind<EndingOrderInput> = {
  paper: endingOrder,
  group: "Приказы и положение",
  count: "each",
  purpose: "Освобождает наставника от работы с парой раньше срока и, если найден другой, назначает его.",
  basis: "ТК РФ, ст. 351.8",
  series: "order",
  subjects,
  fields: (wb) => [
    {
      key: "successor",
      label: "Новый наставник",
      sort: "choice",
      options: [BY_THIS_ORDER, BY_ANOTHER],
      note: "Имеет значение, если на странице «Ход пар» наставник уже заменён. Этим же приказом — когда согласия собраны.",
    },
    {
      key: "reason",
      label: "Основание своими словами",
      sort: "text",
      note: `Необязательно: обычные основания программа называет сама. Начните с «в связи с…». Работодатель предупреждает не менее чем за ${counted(noticeDaysOf(wb), ["рабочий день", "рабочих дня", "рабочих дней"])}.`,
    },
    {
      key: "basis",
      label: "Документы-основания",
      sort: "text",
      note: "Если отличаются от обычных: «заявление Ивановой А. П. от 10.03.2027, протокол совета № 5».",
    },
  ],
  proposed: () => ({ successor: BY_THIS_ORDER }),
  obstacles,
  input,
  concerns,
  acquainted: (wb, about) => concerns(wb, about).people.filter((code) => !isDismissed(wb, code)),
  signed,
};
