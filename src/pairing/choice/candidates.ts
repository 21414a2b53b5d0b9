// Whom every waiting mentee may be given to, and how well each of these mentors suits: all couples judged at once.
import type { ReadyMentee, ReadyMentor } from "./pool";
import { isFreeMentor, limitsOf } from "./rules";
import { CRITERIA, FULL_SCORE, shareOfNeeds, totalOf, type OfPair, type Weights } from "./score";

/** Adds a criterion's points for one mentee to the sums of some mentors; people are named by their places. */
type Adder = (mentors: Int32Array, mentee: number, sums: Float64Array) => void;

/**
 * For every mentee the mentors whom no rule forbids and who suit by `leastScore` at least, in the order of `mentors`,
 * with the scores that `judgesBy` gives, `worths` of the mentee added.
 *
 * Only mentors who help in something that the mentee needs are looked at, through an index by direction; of most
 * criteria the value is worked out once for all people who are alike in what the criterion looks at; and a rule is asked
 * only about mentors whom it may concern.
 */
export function candidatesOf(
  mentees: readonly ReadyMentee[],
  mentors: readonly ReadyMentor[],
  terms: { weights: Weights; leastScore: number },
  worths: readonly number[],
): { givers: Int32Array; gains: Float64Array }[] {
  const free = mentors.flatMap((mentor, index) => (isFreeMentor(mentor) ? [index] : []));
  const index = new HelpIndex(mentors, free);
  const limits = mentors.map(limitsOf);
  const addAll = adderOfAll(mentors, mentees, index.met, terms.weights);
  const sums = new Float64Array(mentors.length);
  return mentees.map((mentee, place) => {
    const some = mentee.needs.length === 0 ? Int32Array.from(free) : index.helpersOf(mentee);
    addAll(some, place, sums);
    const worth = worths[place] ?? 0;
    const givers = new Int32Array(some.length);
    const gains = new Float64Array(some.length);
    let kept = 0;
    for (let at = 0; at < some.length; at++) {
      const giver = some[at] ?? 0;
      const score = Math.round(sums[at] ?? 0);
      if (score < terms.leastScore || limits[giver]?.(mentee) === true) continue;
      givers[kept] = giver;
      gains[kept] = worth + score;
      kept++;
    }
    return { givers: givers.subarray(0, kept), gains: gains.subarray(0, kept) };
  });
}

/** Who helps in which direction: the rule of competence and the criterion of directions at once. */
class HelpIndex {
  /** Of the mentee asked about last: the severities of the needs in which each of the helpers helps, summed up. */
  readonly met: Int32Array;
  private readonly helpers: number[][] = [];

  constructor(mentors: readonly ReadyMentor[], free: readonly number[]) {
    this.met = new Int32Array(mentors.length);
    for (const index of free) {
      mentors[index]?.helps.forEach((helps, direction) => {
        const known = (this.helpers[direction] ??= []);
        if (helps === 1) known.push(index);
      });
    }
  }

  /** Free mentors who help the mentee in something, each once, in ascending order. */
  helpersOf(mentee: ReadyMentee): Int32Array {
    const { met } = this;
    met.fill(0);
    const found: number[] = [];
    for (const need of mentee.needs) {
      for (const mentor of this.helpers[need.index] ?? []) {
        if (met[mentor] === 0) found.push(mentor);
        met[mentor] = (met[mentor] ?? 0) + need.severity;
      }
    }
    return Int32Array.from(found).sort();
  }
}

/** Writes the unrounded scores of some mentors for one mentee, adding up the criteria in the order of `judgesBy`. */
function adderOfAll(
  mentors: readonly ReadyMentor[],
  mentees: readonly ReadyMentee[],
  met: Int32Array,
  weights: Weights,
): Adder {
  const total = totalOf(weights);
  if (total === 0) return (_mentors, _mentee, sums) => void sums.fill(FULL_SCORE / 2);
  const weighed = CRITERIA.filter((criterion) => weights[criterion.key] > 0);
  const shareOf = ({ key }: { key: keyof Weights }) => (weights[key] / total) * FULL_SCORE;
  const own = Float64Array.from(mentors, (mentor) =>
    weighed.reduce((sum, one) => (one.about === "mentor" ? sum + shareOf(one) * (one.value(mentor) ?? 0.5) : sum), 0),
  );
  const mutual = weighed.flatMap((one) => {
    if (one.about === "mentor") return [];
    return [
      one.key === "directions" ? helpAdder(mentees, met, shareOf(one)) : adderOf(one, shareOf(one), mentors, mentees),
    ];
  });
  return (some, mentee, sums) => {
    for (let place = 0; place < some.length; place++) sums[place] = own[some[place] ?? 0] ?? 0;
    for (const add of mutual) add(some, mentee, sums);
  };
}

/** The criterion of directions, out of what the index has summed up. */
function helpAdder(mentees: readonly ReadyMentee[], met: Int32Array, share: number): Adder {
  return (some, mentee, sums) => {
    const needed = mentees[mentee]?.needed ?? 0;
    for (let place = 0; place < some.length; place++) {
      const part = shareOfNeeds(met[some[place] ?? 0] ?? 0, needed) ?? 0.5;
      sums[place] = (sums[place] ?? 0) + share * part;
    }
  };
}

function adderOf(
  criterion: OfPair,
  share: number,
  mentors: readonly ReadyMentor[],
  mentees: readonly ReadyMentee[],
): Adder {
  const { value, looksAt } = criterion;
  const points = (mentor: number, mentee: number): number => {
    const [one, other] = [mentors[mentor], mentees[mentee]];
    return one === undefined || other === undefined ? 0 : share * (value(one, other) ?? 0.5);
  };
  const direct: Adder = (some, mentee, sums) => {
    for (let place = 0; place < some.length; place++) {
      sums[place] = (sums[place] ?? 0) + points(some[place] ?? 0, mentee);
    }
  };
  if (looksAt === undefined) return direct;
  const rows = alike(mentees, looksAt.mentee);
  const columns = alike(mentors, looksAt.mentor);
  const width = columns.first.length;
  // Where nearly everybody is unlike the others, a table would hold as much as there are couples.
  if (rows.first.length * width * 4 > mentees.length * mentors.length) return direct;
  const table = Float64Array.from(
    rows.first.flatMap((mentee) => columns.first.map((mentor) => points(mentor, mentee))),
  );
  return (some, mentee, sums) => {
    const row = (rows.classOf[mentee] ?? 0) * width;
    for (let place = 0; place < some.length; place++) {
      sums[place] = (sums[place] ?? 0) + (table[row + (columns.classOf[some[place] ?? 0] ?? 0)] ?? 0);
    }
  };
}

/** Puts people into numbered classes; `first` is the place of the first one of each. */
function alike<Person>(
  people: readonly Person[],
  lookAt: (person: Person) => string,
): { classOf: Int32Array; first: number[] } {
  const known = new Map<string, number>();
  const first: number[] = [];
  const classOf = Int32Array.from(people, (person, index) => {
    const name = lookAt(person);
    const found = known.get(name);
    if (found !== undefined) return found;
    known.set(name, first.length);
    first.push(index);
    return first.length - 1;
  });
  return { classOf, first };
}
