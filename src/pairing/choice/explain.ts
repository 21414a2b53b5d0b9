// Why this pair, why not another, why nobody: answers for the curator in plain Russian, with the figures behind them.
import { counted } from "../../school/counted";
import { briefly, ONE_GLANCE } from "./briefly";
import {
  helpsWith,
  readyPool,
  sharedDirections,
  type Couple,
  type Pool,
  type ReadyMentee,
  type ReadyMentor,
} from "./pool";
import { meritsOf, prepare, solve, type Merits, type Prepared, type Proposal, type Terms } from "./proposal";
import { isForbidden, objections, RULES } from "./rules";
import { CRITERIA, FULL_SCORE, judgesBy, totalOf, type CriterionKey, type Weights, type Words } from "./score";

/** One criterion's word about a pair. */
export interface Reason {
  key: CriterionKey;
  title: string;
  /** «neutral» where there is no data. */
  stance: "for" | "against" | "neutral";
  /** A sentence to be read at a glance. */
  text: string;
  /** The whole of it where the lists do not fit into the sentence. */
  detail: string | null;
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
        ...inWords(criterion.because(mentor, mentee)),
        points: tenth((value ?? 0.5) * of),
        of: tenth(of),
      };
    })
    .sort((a, b) => b.of - a.of);
}

function inWords(because: Words): { text: string; detail: string | null } {
  if (typeof because === "string") return { text: because, detail: null };
  const { full, short } = because;
  return full.length <= ONE_GLANCE ? { text: full, detail: null } : { text: short, detail: full };
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
  const [merits, otherMerits] = [meritsOf(prepared, proposal), meritsOf(prepared, other)];
  const moves = movesBetween(proposal, other).filter((move) => move.mentee !== mentee.code);
  const sentences = [
    ...comparison(
      mentor,
      points,
      present === undefined ? null : { ...present, name: nameOf(ready.mentorByCode, present.mentor) },
    ),
    schoolLoss(merits, otherMerits, proposal.total, proposal.total - other.total),
    ...moves.map((move) => moveSentence(move, ready.menteeByCode, ready.mentorByCode)),
  ];
  if (points < terms.leastScore) {
    const least = `Пара подходит слабо: ${figure(points)} из 100 баллов при наименьших допустимых ${figure(terms.leastScore)}.`;
    return { verdict: "weak", sentences: [least, ...sentences], moves };
  }
  return { verdict: areEqual(merits, otherMerits) ? "equal" : "worse", sentences, moves };
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
  const others =
    terms.pins.length > 0
      ? "тем, кто ждёт дольше, кому больше не с кем работать или кого Вы закрепили"
      : "тем, кто ждёт дольше или кому больше не с кем работать";
  return [
    `Подходят: ${briefly(fit.map((mentor) => mentor.name))}.`,
    `Но их места отданы ${others}.`,
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
  const present = mentors.filter(({ unavailable }) => unavailable === null);
  const orphaned = mentee.needs.filter((need) => !present.some((mentor) => helpsWith(mentor, need)));
  const missing = briefly(orphaned.map((need) => need.direction));
  return [
    ...(orphaned.length > 0 ? [`В организации нет ни одного наставника по направлениям: ${missing}.`] : []),
    ...mends(mentors, mentee),
    "Наставника можно найти во внешнем контуре: в другой организации, у социального партнёра.",
    "До появления наставника возможно сопровождение без пары — с участием педагога-психолога.",
  ];
}

/** What would let mentors in who are kept off by one rule only. */
function mends(mentors: readonly ReadyMentor[], mentee: ReadyMentee): string[] {
  const only = mentors.map((mentor) => {
    const [rule, ...others] = RULES.filter((one) => one.forbids(mentor, mentee));
    return { name: mentor.name, rule: others.length === 0 ? rule : undefined };
  });
  return RULES.flatMap((rule) => {
    const names = only.filter((one) => one.rule === rule).map(({ name }) => name);
    return rule.mend === undefined || names.length === 0 ? [] : [`${rule.mend}: ${briefly(names)}.`];
  });
}

function comparison(mentor: ReadyMentor, points: number, present: { score: number; name: string } | null): string[] {
  if (present === null) return [`${mentor.name}: ${figure(points)} из 100 баллов; сейчас наставник не предложен.`];
  const gap = inPoints(Math.abs(present.score - points));
  if (present.score === points)
    return [`Для самого наставляемого ${mentor.name} и ${present.name} подходят одинаково.`];
  return [
    present.score > points
      ? `${present.name} подходит лучше на ${gap}: ${figure(present.score)} из 100 против ${figure(points)}.`
      : `Для самого наставляемого ${mentor.name} подходит лучше на ${gap}.`,
  ];
}

/** What the organisation as a whole would lose, by the first level at which the two differ. */
function schoolLoss(before: Merits, after: Merits, total: number, loss: number): string {
  const fewer = before.pairs - after.pairs;
  if (fewer > 0) return `С этой парой без наставника останется на ${counted(fewer, PEOPLE)} больше.`;
  if (fewer < 0) return `С этой парой без наставника останется на ${counted(-fewer, PEOPLE)} меньше.`;
  const weeks = before.weeks - after.weeks;
  if (weeks > 0) return `Место получит тот, кто ждёт меньше: разница — ${counted(weeks, WEEKS)}.`;
  if (areEqual(before, after)) return "Организация в целом ничего не теряет: выбор равноценен.";
  if (loss > 0) return `Организация в целом потеряет ${inPoints(loss)} из ${figure(total)}.`;
  return "Сумма баллов не уменьшится, но сменятся уже принятые пары или нагрузка ляжет на наставников менее ровно.";
}

function areEqual(one: Merits, other: Merits): boolean {
  return one.pairs === other.pairs && one.weeks === other.weeks && one.points === other.points;
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

/** «12,5 балла». */
function inPoints(points: number): string {
  return counted(asPercent(points), POINTS);
}

/** A score of 10 000 in points of 100. */
function asPercent(points: number): number {
  return tenth((points / FULL_SCORE) * 100);
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

const PEOPLE = ["человека", "человека", "человек"] as const;
const POINTS = ["балл", "балла", "баллов"] as const;
const WEEKS = ["неделя", "недели", "недель"] as const;
