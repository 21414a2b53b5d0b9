// Why this pair, why not another, why nobody: answers for the curator in plain Russian, with the figures behind them.
import { counted } from "../../school/counted";
import {
  helpsWith,
  readyPool,
  sharedDirections,
  type Couple,
  type Pool,
  type ReadyMentee,
  type ReadyMentor,
} from "./pool";
import { prepare, solve, type Prepared, type Proposal, type Terms } from "./proposal";
import { isForbidden, objections, RULES } from "./rules";
import { CRITERIA, FULL_SCORE, judgesBy, totalOf, type CriterionKey, type Weights } from "./score";

/** One criterion's word about a pair. */
export interface Reason {
  key: CriterionKey;
  title: string;
  /** «neutral» where there is no data. */
  stance: "for" | "against" | "neutral";
  text: string;
  /** Points of 100 that the criterion gives, and the most it could. */
  points: number;
  of: number;
}

/** A mentor whom no rule forbids, with the reasons. */
export interface RankedCandidate {
  mentor: string;
  name: string;
  /** Points of 100. */
  points: number;
  directions: string[];
  reasons: Reason[];
}

/** Everything that speaks for and against a pair, the weightiest first. */
export function reasons(mentor: ReadyMentor, mentee: ReadyMentee, weights: Weights): Reason[] {
  const total = totalOf(weights);
  return CRITERIA.filter((criterion) => weights[criterion.key] > 0)
    .map((criterion): Reason => {
      const value = criterion.value(mentor, mentee);
      const of = (weights[criterion.key] / total) * 100;
      return {
        key: criterion.key,
        title: criterion.title,
        stance: value === null ? "neutral" : value >= 0.5 ? "for" : "against",
        text: criterion.because(mentor, mentee),
        points: tenth((value ?? 0.5) * of),
        of: tenth(of),
      };
    })
    .sort((a, b) => b.of - a.of);
}

/** The mentors who suit a mentee, the best first; equal ones in the order of their codes. */
export function rankCandidates(
  mentors: readonly ReadyMentor[],
  mentee: ReadyMentee,
  weights: Weights,
  most: number,
): RankedCandidate[] {
  const judgeOf = judgesBy(weights);
  return mentors
    .filter((mentor) => !isForbidden(mentor, mentee))
    .map((mentor) => ({ mentor, points: judgeOf(mentor)(mentee) }))
    .sort((a, b) => b.points - a.points)
    .slice(0, most)
    .map(({ mentor, points }) => ({
      mentor: mentor.code,
      name: mentor.name,
      points: asPercent(points),
      directions: sharedDirections(mentor, mentee),
      reasons: reasons(mentor, mentee, weights),
    }));
}

/** Who would change places if the curator insisted. */
export interface Move {
  mentee: string;
  /** Codes of mentors before and after; null is no mentor. */
  from: string | null;
  to: string | null;
}

export interface WhyNot {
  verdict: "chosen" | "forbidden" | "weak" | "worse" | "equal";
  /** The answer, one thought a sentence. */
  sentences: string[];
  /** Other mentees who would move, in the order of codes. */
  moves: Move[];
}

/**
 * «Почему не X?»: the rule that forbids the pair, or what the school as a whole would lose by it.
 *
 * @param proposal the solution of the same choice
 */
export function whyNot(prepared: Prepared, proposal: Proposal, couple: Couple): WhyNot {
  const { ready, terms } = prepared;
  const mentor = ready.mentorByCode.get(couple.mentor);
  const mentee = ready.menteeByCode.get(couple.mentee);
  if (mentor === undefined || mentee === undefined) {
    return {
      verdict: "forbidden",
      sentences: ["Этого наставника или наставляемого уже нет в банке: обновите окно."],
      moves: [],
    };
  }
  const against = objections(mentor, mentee);
  if (against.length > 0) return { verdict: "forbidden", sentences: against, moves: [] };
  const points = prepared.judgeOf(mentor)(mentee);
  const taken = prepared.pinned.filter((pair) => pair.mentor === mentor.code && pair.mentee !== mentee.code).length;
  if (mentor.load + taken >= mentor.capacity) {
    return {
      verdict: "forbidden",
      sentences: [`Все места у наставника (${mentor.name}) отданы тем, кого Вы закрепили вручную.`],
      moves: [],
    };
  }
  const present = proposal.pairs.find((pair) => pair.mentee === mentee.code);
  if (present?.mentor === mentor.code) {
    return {
      verdict: "chosen",
      sentences: [`${mentor.name} уже предлагается: ${figure(points)} из 100 баллов.`],
      moves: [],
    };
  }
  const other = insistedOn(prepared, couple);
  const moves = movesBetween(proposal, other).filter((move) => move.mentee !== mentee.code);
  const sentences = [
    ...comparison(
      mentor,
      points,
      present === undefined ? null : { ...present, name: nameOf(ready.mentorByCode, present.mentor) },
    ),
    ...schoolLoss(proposal, other),
    ...moves.map((move) => moveSentence(move, ready.menteeByCode, ready.mentorByCode)),
  ];
  if (points < terms.leastScore) {
    const least = `Пара подходит слабо: ${figure(points)} из 100 баллов при наименьших допустимых ${figure(terms.leastScore)}.`;
    return { verdict: "weak", sentences: [least, ...sentences], moves };
  }
  const equal = other.pairs.length === proposal.pairs.length && other.total === proposal.total;
  return { verdict: equal ? "equal" : "worse", sentences, moves };
}

/** The school solved anew around a couple; the mentee's own pin, if there is one, gives way. */
function insistedOn(prepared: Prepared, couple: Couple): Proposal {
  const { ready, terms } = prepared;
  if (prepared.waiting.some(({ code }) => code === couple.mentee)) return solve(prepared, couple);
  const pins = [couple, ...terms.pins.filter((pin) => pin.mentee !== couple.mentee)];
  return solve(prepare(ready.pool, { ...terms, pins }));
}

/** Why nobody is proposed for a waiting mentee, and what would help. */
export function whyNobody(pool: Pool, terms: Terms, menteeCode: string): string[] {
  const ready = readyPool(pool);
  const mentee = ready.menteeByCode.get(menteeCode);
  if (mentee === undefined) return ["Этого наставляемого уже нет в банке: обновите окно."];
  if (ready.mentors.length === 0) {
    return ["В банке нет ни одного наставника. Добавьте наставников или разошлите анкету потенциального наставника."];
  }
  const allowed = ready.mentors.filter((mentor) => !isForbidden(mentor, mentee));
  if (allowed.length === 0) return [refusalsByRule(ready.mentors, mentee), ...remedies(ready.mentors, mentee)];
  const judgeOf = judgesBy(terms.weights);
  const fit = allowed.filter((mentor) => judgeOf(mentor)(mentee) >= terms.leastScore);
  if (fit.length === 0) {
    return [
      `Доступных наставников: ${allowed.length}, но все подходят слабо — меньше ${figure(terms.leastScore)} из 100 баллов.`,
      ...remedies(ready.mentors, mentee),
    ];
  }
  const names = fit
    .slice(0, 5)
    .map((mentor) => mentor.name)
    .join(", ");
  return [
    `Подходят: ${names}${fit.length > 5 ? ` и ещё ${fit.length - 5}` : ""}, но их места отданы тем, кто ждёт дольше или кому больше не с кем работать.`,
    "Поможет ещё одно место у любого из них или ещё один наставник с нужными компетенциями.",
  ];
}

function refusalsByRule(mentors: readonly ReadyMentor[], mentee: ReadyMentee): string {
  const counts = RULES.map((rule) => ({
    rule,
    count: mentors.filter((mentor) => RULES.find((one) => one.forbids(mentor, mentee)) === rule).length,
  })).filter(({ count }) => count > 0);
  return `Подходящих наставников нет: ${counts.map(({ rule, count }) => `${rule.tally} — ${count}`).join("; ")}.`;
}

/** What the curator can do (source 2, stage 5: search on, and support without a pair meanwhile). */
function remedies(mentors: readonly ReadyMentor[], mentee: ReadyMentee): string[] {
  const orphaned = mentee.needs.filter((need) => !mentors.some((mentor) => helpsWith(mentor, need)));
  const advice =
    orphaned.length > 0
      ? `По этим направлениям в организации нет ни одного наставника: ${orphaned.map((need) => need.direction).join("; ")}. Найдите наставника во внешнем контуре или обучите своего.`
      : "Увеличьте число мест у наставника с нужными компетенциями или найдите наставника во внешнем контуре.";
  return [advice, "До появления наставника возможно сопровождение без пары — с участием педагога-психолога."];
}

function comparison(mentor: ReadyMentor, points: number, present: { score: number; name: string } | null): string[] {
  if (present === null) return [`${mentor.name}: ${figure(points)} из 100 баллов; сейчас наставник не предложен.`];
  const gap = figure(Math.abs(present.score - points));
  if (present.score === points)
    return [`Для самого наставляемого ${mentor.name} и ${present.name} подходят одинаково.`];
  return [
    present.score > points
      ? `${present.name} подходит лучше: ${figure(present.score)} баллов против ${figure(points)} (на ${gap}).`
      : `Для самого наставляемого ${mentor.name} подходит лучше (на ${gap}), но проиграла бы организация в целом.`,
  ];
}

function schoolLoss(before: Proposal, after: Proposal): string[] {
  const fewer = before.pairs.length - after.pairs.length;
  if (fewer > 0) return [`С этой парой без наставника останется на ${counted(fewer, PEOPLE)} больше.`];
  if (fewer < 0) return [`С этой парой без наставника останется на ${counted(-fewer, PEOPLE)} меньше.`];
  const loss = before.total - after.total;
  if (loss === 0) return ["Школа в целом ничего не теряет: выбор равноценен."];
  return loss > 0
    ? [`Школа в целом потеряет ${figure(loss)} баллов из ${figure(before.total)}.`]
    : [`Сумма баллов вырастет на ${figure(-loss)}, но дольше ждущие или равномерность нагрузки пострадают.`];
}

/** Whose mentor differs between two proposals. */
export function movesBetween(before: Proposal, after: Proposal): Move[] {
  const old = new Map(before.pairs.map((pair) => [pair.mentee, pair.mentor]));
  const fresh = new Map(after.pairs.map((pair) => [pair.mentee, pair.mentor]));
  const codes = [...new Set([...old.keys(), ...fresh.keys()])].sort();
  return codes
    .map((mentee) => ({ mentee, from: old.get(mentee) ?? null, to: fresh.get(mentee) ?? null }))
    .filter((move) => move.from !== move.to);
}

function moveSentence(
  move: Move,
  mentees: ReadonlyMap<string, ReadyMentee>,
  mentors: ReadonlyMap<string, ReadyMentor>,
): string {
  const name = nameOf(mentees, move.mentee);
  if (move.to === null) return `${name}: останется без наставника (сейчас — ${nameOf(mentors, move.from)}).`;
  if (move.from === null) return `${name}: получит наставника (${nameOf(mentors, move.to)}).`;
  return `${name}: вместо наставника ${nameOf(mentors, move.from)} — ${nameOf(mentors, move.to)}.`;
}

function nameOf(people: ReadonlyMap<string, { name: string }>, code: string | null): string {
  return (code === null ? undefined : people.get(code)?.name) ?? code ?? "";
}

/** A score of 10 000 in points of 100 for a sentence: «87,5». */
function figure(points: number): string {
  return String(asPercent(points)).replace(".", ",");
}

/** A score of 10 000 in points of 100. */
function asPercent(points: number): number {
  return tenth((points / FULL_SCORE) * 100);
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

const PEOPLE = ["человека", "человека", "человек"] as const;
