// Short Russian words of the board: how long somebody waits, what has moved, how a difficulty is called.
import type { Move } from "../../pairing/choice/explain";
import type { ReadyPool } from "../../pairing/choice/pool";
import { counted } from "../../school/counted";
import type { MenteeState } from "./picture";

const DAYS = ["день", "дня", "дней"] as const;
const WEEKS = ["неделю", "недели", "недель"] as const;
const MONTHS = ["месяц", "месяца", "месяцев"] as const;
const PEOPLE = ["человека", "человек", "человек"] as const;
export const PAIRS = ["пара", "пары", "пар"] as const;
export const PLACES = ["место", "места", "мест"] as const;

/** «ждёт 3 недели»; whole units, so that nobody counts days. */
export function waitingWords(days: number): string {
  if (days <= 0) return "ждёт с сегодняшнего дня";
  if (days < 14) return `ждёт ${counted(days, DAYS)}`;
  if (days < 60) return `ждёт ${counted(Math.floor(days / 7), WEEKS)}`;
  if (days < 365) return `ждёт ${counted(Math.floor(days / 30), MONTHS)}`;
  return "ждёт больше года";
}

export const STATE_WORDS: Readonly<Record<MenteeState, string>> = {
  pinned: "закреплён",
  proposed: "предложен",
  alone: "без пары",
  paired: "в паре",
  out: "не участвует",
};

/** How much of a direction a mentee finds hard, as a word. */
export const SEVERITY_WORDS = ["уверенно", "немного", "заметно", "нужна помощь"] as const;

/** «Зуев Игорь Петрович» → «Зуев И. П.»: names in places are short. */
export function shortName(name: string): string {
  const [surname = name, ...given] = name.trim().split(/\s+/);
  const initials = given.slice(0, 2).map((part) => (/^\p{L}/u.test(part) ? `${part[0] ?? ""}.` : part));
  return [surname, ...initials].join(" ");
}

/** One person's change of mentor, as the end of a sentence. */
export function moveWords(move: Move, ready: ReadyPool): string {
  const mentee = shortName(ready.menteeByCode.get(move.mentee)?.name ?? move.mentee);
  const nameOf = (code: string) => shortName(ready.mentorByCode.get(code)?.name ?? "новый наставник");
  if (move.to === null) return `${mentee}: останется без пары (был наставник ${nameOf(move.from ?? "")})`;
  if (move.from === null) return `${mentee}: появится наставник ${nameOf(move.to)}`;
  return `${mentee}: вместо наставника ${nameOf(move.from)} — ${nameOf(move.to)}`;
}

/** What else has changed after a step, short enough to be heard. */
export function movesWords(moves: readonly Move[], ready: ReadyPool): string {
  if (moves.length === 0) return "";
  const told = moves.slice(0, 2).map((move) => moveWords(move, ready));
  const rest = moves.length - told.length;
  return `Подбор пересчитан: ${told.join("; ")}${rest > 0 ? ` — и перемены ещё у ${counted(rest, PEOPLE)}.` : ""}`;
}
