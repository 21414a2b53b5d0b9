// Solves the assignment problem exactly: who gets which place, so that the whole gains the most.

/** Whom a taker may be given to, as two lists of equal length. */
export interface CandidateList {
  /** Indices of givers, each at most once. */
  givers: ArrayLike<number>;
  /** What each of them is worth: whole numbers; a taker stays without a place rather than lose. */
  gains: ArrayLike<number>;
}

/** A problem in indices. All numbers are whole, so that equal problems have equal answers on every machine. */
export interface AssignmentProblem {
  /** For every taker, whom it may be given to. */
  candidates: readonly CandidateList[];
  /**
   * For every giver, the price of its first place, its second, and so on; its length is the capacity. Prices never fall
   * along the list: this is what spreads takers over givers that suit them equally.
   */
  places: readonly (readonly number[])[];
}

const NOBODY = -1;

/**
 * Finds an assignment of the greatest total value: the gains of the chosen pairs less the prices of the places used.
 *
 * Takers enter one after another, each along the cheapest chain of displacements (shortest augmenting paths with
 * potentials, so that Dijkstra's search applies); the assignment of those already in is optimal at every step. A chain
 * ends at a free place, or with one taker left without any. Equal chains are broken by index, therefore an equal
 * problem always has an equal answer; callers who put their people in a canonical order get the same answer for any
 * order of input.
 *
 * @returns for every taker the index of its giver, or null
 */
export function assign(problem: AssignmentProblem): (number | null)[] {
  const solver = new Solver(problem);
  for (let taker = 0; taker < problem.candidates.length; taker++) solver.enter(taker);
  return Array.from(solver.giverOf, (giver) => (giver === NOBODY ? null : giver));
}

/** Where a chain of displacements ends: at a free place of a giver, or with a taker that is left without one. */
interface End {
  distance: number;
  giver: number;
  taker: number;
}

/** The state between two entries: a flow of least cost and the potentials that prove it. */
class Solver {
  readonly giverOf: Int32Array;
  private readonly firstEdge: Int32Array;
  private readonly edgeGiver: Int32Array;
  private readonly edgeGain: Float64Array;
  /** Takers that hold a place of a giver. */
  private readonly holders: number[][];
  /** Potential of a taker; the reduced cost of an edge is giverPrice − edgeGain − takerPotential ≥ 0, and 0 where used. */
  private readonly takerPotential: Float64Array;
  private readonly giverPrice: Float64Array;
  private readonly distance: Float64Array;
  /** The taker from which the search reached a giver. */
  private readonly reachedFrom: Int32Array;
  private readonly done: Uint8Array;
  private readonly queue = new DistanceQueue();

  constructor(private readonly problem: AssignmentProblem) {
    const takers = problem.candidates.length;
    const givers = problem.places.length;
    const edges = problem.candidates.reduce((sum, list) => sum + list.givers.length, 0);
    this.giverOf = new Int32Array(takers).fill(NOBODY);
    this.takerPotential = new Float64Array(takers);
    this.firstEdge = new Int32Array(takers + 1);
    this.edgeGiver = new Int32Array(edges);
    this.edgeGain = new Float64Array(edges);
    this.holders = problem.places.map(() => []);
    this.giverPrice = new Float64Array(givers);
    this.distance = new Float64Array(givers);
    this.reachedFrom = new Int32Array(givers);
    this.done = new Uint8Array(givers);
    this.layOutEdges();
  }

  private layOutEdges(): void {
    let edge = 0;
    this.problem.candidates.forEach((list, taker) => {
      this.firstEdge[taker] = edge;
      this.edgeGiver.set(list.givers, edge);
      this.edgeGain.set(list.gains, edge);
      edge += list.givers.length;
    });
    this.firstEdge[this.problem.candidates.length] = edge;
  }

  /** Gives the taker its place, moving others where that serves the whole. */
  enter(taker: number): void {
    const reached: number[] = [];
    const end = this.search(taker, reached);
    this.updatePotentials(taker, reached, end.distance);
    if (end.giver === NOBODY) this.displace(taker, end.taker);
    else this.moveAlong(taker, end.giver);
  }

  /** Dijkstra's search from a taker to the cheapest end of a chain: a free place, or a taker that gives its place up. */
  private search(start: number, reached: number[]): End {
    this.distance.fill(Infinity);
    this.done.fill(0);
    this.queue.clear();
    // A taker that stays without a place costs nothing; its potential is what it has to pay for that.
    const best: End = { distance: 0, giver: NOBODY, taker: start };
    this.relax(start, 0, best);
    for (;;) {
      const giver = this.queue.pop();
      if (giver === NOBODY || (this.distance[giver] ?? 0) >= best.distance) return best;
      if (this.done[giver] === 1) continue;
      this.done[giver] = 1;
      reached.push(giver);
      const distance = this.distance[giver] ?? 0;
      const holders = this.holders[giver] ?? [];
      for (let index = 0; index < holders.length; index++) {
        const holder = holders[index] ?? 0;
        const leaving = distance - (this.takerPotential[holder] ?? 0);
        if (leaving < best.distance) {
          best.distance = leaving;
          best.giver = NOBODY;
          best.taker = holder;
        }
        this.relax(holder, distance, best);
      }
    }
  }

  /** Looks where a taker could go from `base`. Whatever is no nearer than the best end known cannot shorten the chain. */
  private relax(taker: number, base: number, best: End): void {
    const { edgeGiver, edgeGain, giverPrice, done } = this;
    const known = this.distance;
    const last = this.firstEdge[taker + 1] ?? 0;
    const from = base - (this.takerPotential[taker] ?? 0);
    for (let edge = this.firstEdge[taker] ?? 0; edge < last; edge++) {
      const giver = edgeGiver[edge] ?? 0;
      const distance = from - (edgeGain[edge] ?? 0) + (giverPrice[giver] ?? 0);
      if (distance >= best.distance || done[giver] === 1 || distance >= (known[giver] ?? 0)) continue;
      known[giver] = distance;
      this.reachedFrom[giver] = taker;
      this.queue.push(giver, distance);
      this.tryFreePlace(giver, distance, best);
    }
  }

  private tryFreePlace(giver: number, distance: number, best: End): void {
    const price = this.problem.places[giver]?.[this.holders[giver]?.length ?? 0];
    if (price === undefined) return;
    const end = distance + price - (this.giverPrice[giver] ?? 0);
    if (end >= best.distance) return;
    best.distance = end;
    best.giver = giver;
    best.taker = NOBODY;
  }

  private updatePotentials(start: number, reached: readonly number[], length: number): void {
    this.takerPotential[start] = (this.takerPotential[start] ?? 0) + length;
    for (const giver of reached) {
      const slack = length - (this.distance[giver] ?? 0);
      if (slack <= 0) continue;
      this.giverPrice[giver] = (this.giverPrice[giver] ?? 0) + slack;
      for (const holder of this.holders[giver] ?? []) {
        this.takerPotential[holder] = (this.takerPotential[holder] ?? 0) + slack;
      }
    }
  }

  /** The chain ends with `loser` left without a place; its former place passes down the chain. */
  private displace(start: number, loser: number): void {
    if (start === loser) return;
    const vacated = this.giverOf[loser] ?? NOBODY;
    this.release(loser);
    this.moveAlong(start, vacated);
  }

  /** Moves every taker of the chain one place on, so that the last giver's free place is used. */
  private moveAlong(start: number, last: number): void {
    let giver = last;
    for (;;) {
      const taker = this.reachedFrom[giver] ?? 0;
      const next = this.giverOf[taker] ?? NOBODY;
      if (taker !== start) this.release(taker);
      this.giverOf[taker] = giver;
      this.holders[giver]?.push(taker);
      if (taker === start) return;
      giver = next;
    }
  }

  private release(taker: number): void {
    const holders = this.holders[this.giverOf[taker] ?? NOBODY];
    if (holders !== undefined) holders.splice(holders.indexOf(taker), 1);
    this.giverOf[taker] = NOBODY;
  }
}

/** A binary heap of (distance, giver): the least distance first, the least index among equals. Old entries are left in. */
class DistanceQueue {
  private readonly keys: number[] = [];
  private readonly givers: number[] = [];

  clear(): void {
    this.keys.length = 0;
    this.givers.length = 0;
  }

  push(giver: number, key: number): void {
    let at = this.keys.length;
    this.keys.push(key);
    this.givers.push(giver);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.before(at, parent)) return;
      this.swap(at, parent);
      at = parent;
    }
  }

  /** The index of the nearest giver, or −1. */
  pop(): number {
    const top = this.givers[0];
    const lastKey = this.keys.pop();
    const lastGiver = this.givers.pop();
    if (top === undefined || lastKey === undefined || lastGiver === undefined) return NOBODY;
    if (this.keys.length > 0) {
      this.keys[0] = lastKey;
      this.givers[0] = lastGiver;
      this.sink();
    }
    return top;
  }

  private sink(): void {
    let at = 0;
    for (;;) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < this.keys.length && this.before(child, least)) least = child;
      }
      if (least === at) return;
      this.swap(at, least);
      at = least;
    }
  }

  private before(a: number, b: number): boolean {
    const difference = (this.keys[a] ?? 0) - (this.keys[b] ?? 0);
    return difference < 0 || (difference === 0 && (this.givers[a] ?? 0) < (this.givers[b] ?? 0));
  }

  private swap(a: number, b: number): void {
    const key = this.keys[a] ?? 0;
    const giver = this.givers[a] ?? 0;
    this.keys[a] = this.keys[b] ?? 0;
    this.givers[a] = this.givers[b] ?? 0;
    this.keys[b] = key;
    this.givers[b] = giver;
  }
}
