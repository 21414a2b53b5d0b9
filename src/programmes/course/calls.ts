// What the page «Ход пар» may ask of the server: JSON in, JSON out.
import * as z from "zod";
import { Stop } from "../../google/stop";
import { ENDINGS, type EndReason } from "../../pairing/endReasons";
import {
  cancelPairs,
  markConsents,
  pausePairs,
  prolongPair,
  recommendPairs,
  resumePairs,
} from "../../pairing/pairCommands";
import { isCalendarDate, type CalendarDate } from "../../workbook/calendarDate";
import { change, look } from "../../workbook/commands";
import type {
  ConsentsSigned,
  CourseDone,
  CourseView,
  EndInput,
  FinishInput,
  PairCourse,
  PauseInput,
  RecommendInput,
  ReplaceInput,
  Replacements,
} from "./courseView";
import { endPairEarly } from "./endPairEarly";
import { finishPairs } from "./finishPairs";
import { loadCourse, loadPair } from "./loadCourse";
import { loadReplacements, replaceMentor } from "./replaceMentor";

/** More pairs than any school has; a longer list is no list of ours. */
const MOST = 5_000;
const code = z.string().max(40);
const words = z.string().max(500);
const codes = z.array(code).min(1).max(MOST);
const day = z.string().transform(dayOf);
const dayOrNone = z
  .string()
  .nullable()
  .transform((typed) => (typed === null || typed === "" ? null : dayOf(typed)));
const reason = z.enum(ENDINGS.map((ending) => ending.reason) as [EndReason, ...EndReason[]]);
const fate = z.enum(["stop", "continue", "finishEarly"]);

const recommendInput = z.object({ pairs: codes, minutes: words, on: day });
const consentsInput = z.object({ pairs: codes, on: day, paper: words });
const pauseInput = z.object({ pairs: codes, on: day, until: dayOrNone, why: words });
const resumeInput = z.object({ pairs: codes, on: day });
const finishInput = z.object({ pairs: codes, on: day, completed: z.boolean() });
const prolongInput = z.object({ pair: code, endsOn: day });
const cancelInput = z.object({ pairs: codes, reason });
const endInput = z.object({
  pair: code,
  reason,
  noticeOn: dayOrNone,
  lastDay: day,
  agreed: z.boolean(),
  mentee: code.nullable(),
  programme: fate,
  mentees: z.record(code, z.enum(["waitsAgain", "finished"])),
});
const replaceInput = z.object({
  pair: code,
  mentor: code,
  from: day,
  reason,
  noticeOn: dayOrNone,
  agreed: z.boolean(),
  programme: fate,
});

export const courseCalls = {
  loadCourse: (): CourseView => look(loadCourse),
  loadPair: (pair: string): PairCourse => {
    const wanted = code.parse(pair);
    return look((wb) => loadPair(wb, wanted));
  },
  loadReplacements: (pair: string): Replacements => {
    const wanted = code.parse(pair);
    return look((wb) => loadReplacements(wb, wanted));
  },
  recommendPairs: (input: RecommendInput): CourseDone => {
    const wanted = recommendInput.parse(input);
    return done(
      change("Рекомендация совета", (wb) => recommendPairs(wb, wanted)),
      "Рекомендация отмечена",
    );
  },
  markConsents: (input: ConsentsSigned): CourseDone => {
    const wanted = consentsInput.parse(input);
    return done(
      change("Согласия участников пар", (wb) => markConsents(wb, wanted)),
      "Согласия отмечены",
    );
  },
  pausePairs: (input: PauseInput): CourseDone => {
    const wanted = pauseInput.parse(input);
    return done(
      change("Пауза в работе пар", (wb) => pausePairs(wb, wanted)),
      "Приостановлено",
    );
  },
  resumePairs: (input: { pairs: readonly string[]; on: string }): CourseDone => {
    const wanted = resumeInput.parse(input);
    return done(
      change("Возобновление пар", (wb) => resumePairs(wb, wanted)),
      "Возобновлено",
    );
  },
  prolongPair: (input: { pair: string; endsOn: string }): CourseDone => {
    const wanted = prolongInput.parse(input);
    return done(
      change("Срок пары", (wb) => prolongPair(wb, wanted)),
      "Срок изменён",
    );
  },
  cancelPairs: (input: { pairs: readonly string[]; reason: EndReason }): CourseDone => {
    const wanted = cancelInput.parse(input);
    return done(
      change("Отмена предложенных пар", (wb) => cancelPairs(wb, wanted)),
      "Отменено",
    );
  },
  finishPairs: (input: FinishInput): CourseDone => {
    const wanted = finishInput.parse(input);
    return change("Завершение пар", (wb) => finishPairs(wb, wanted));
  },
  /** While the last day lies ahead, only the notice is recorded. */
  endPairEarly: (input: EndInput): CourseDone => {
    const wanted = endInput.parse(input);
    return change("Досрочное прекращение пары", (wb) => endPairEarly(wb, wanted));
  },
  replaceMentor: (input: ReplaceInput): CourseDone => {
    const wanted = replaceInput.parse(input);
    return change("Замена наставника", (wb) => replaceMentor(wb, wanted));
  },
};

function done({ changed, said }: { changed: number; said: readonly string[] }, what: string): CourseDone {
  return { said: [`${what}, пар: ${changed}.`, ...said], pair: null };
}

function dayOf(typed: string): CalendarDate {
  if (!isCalendarDate(typed)) throw new Stop("Дата указана неверно.", "Выберите день в календаре и повторите.");
  return typed;
}
