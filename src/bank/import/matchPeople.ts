// Finds who in a new list is already in the bank, without ever joining two different people.
import { compared, comparePeople, type Compared, type Known, type Likeness } from "./comparePeople";

export interface MatchResult {
  /** Incoming id → existing id. One to one. */
  same: Map<string, string>;
  /** Incoming id → whom it may be, with the reason in Russian. */
  maybe: Map<string, { id: string; reason: string }[]>;
}

interface Link extends Likeness {
  from: string;
  to: string;
}

/**
 * Matches a list against the bank: by code, then e-mail, then full name. Somebody who fits two others equally well
 * fits neither: both become «maybe». Swapping the sides gives the same pairs; the order of rows does not matter.
 */
export function matchPeople(existing: readonly Known[], incoming: readonly Known[]): MatchResult {
  const [old = [], list = []] = personal([existing, incoming]);
  const links = linksBetween(old, list);
  const same = new Map<string, string>();
  const settled = new Set<string>();
  for (const rank of [0, 1, 2]) settle(links, rank, same, settled);
  return { same, maybe: openQuestions(links, same) };
}

/** People of one list who may be each other: every pair once, `from` before `to` in the list. */
export function findTwins(list: readonly Known[]): { from: string; to: string; likeness: Likeness }[] {
  const [people = []] = personal([list]);
  const index: Index = new Map();
  return people.flatMap((person) => {
    const found = likenesses(index, person);
    addTo(index, person);
    return found.map(({ from, to, verdict, rank, reason }) => ({
      from: to,
      to: from,
      likeness: { verdict, rank, reason },
    }));
  });
}

/** Links those pairs of one rank that have no rival on either side; those with a rival stay open for good. */
function settle(links: readonly Link[], rank: number, same: Map<string, string>, settled: Set<string>): void {
  const free = links.filter(
    (link) =>
      link.verdict === "same" && link.rank === rank && !settled.has(`<${link.from}`) && !settled.has(`>${link.to}`),
  );
  const rivals = new Map<string, number>();
  const sides = free.flatMap(({ from, to }) => [`<${from}`, `>${to}`]);
  for (const side of sides) rivals.set(side, (rivals.get(side) ?? 0) + 1);
  for (const { from, to } of free) {
    if (rivals.get(`<${from}`) === 1 && rivals.get(`>${to}`) === 1) same.set(from, to);
  }
  for (const side of sides) settled.add(side);
}

/** What remains for the curator: likenesses of people who were not matched, to people who may still be them. */
function openQuestions(links: readonly Link[], same: ReadonlyMap<string, string>): MatchResult["maybe"] {
  const taken = new Set(same.values());
  const questions: MatchResult["maybe"] = new Map();
  for (const { from, to, verdict, reason } of links) {
    if (same.has(from) || (verdict === "maybe" && taken.has(to))) continue;
    const why = verdict === "same" ? whyOpen(taken.has(to)) : reason;
    questions.set(from, [...(questions.get(from) ?? []), { id: to, reason: why }]);
  }
  return questions;
}

function whyOpen(taken: boolean): string {
  return taken ? "этому человеку уже подошла другая строка" : "подходит сразу нескольким: то же ФИО или почта";
}

/** Key → who has it. */
type Index = Map<string, Compared[]>;

function linksBetween(existing: readonly Compared[], incoming: readonly Compared[]): Link[] {
  const index: Index = new Map();
  for (const person of existing) addTo(index, person);
  return incoming.flatMap((person) => likenesses(index, person));
}

function addTo(index: Index, person: Compared): void {
  for (const key of keysOf(person)) {
    const found = index.get(key);
    if (found) found.push(person);
    else index.set(key, [person]);
  }
}

function likenesses(index: Index, person: Compared): Link[] {
  const candidates = new Set<Compared>();
  for (const key of keysOf(person)) for (const other of index.get(key) ?? []) candidates.add(other);
  const links: Link[] = [];
  for (const other of candidates) {
    const likeness = comparePeople(other, person);
    if (likeness.verdict !== "different") links.push({ ...likeness, from: person.id, to: other.id });
  }
  return links;
}

/** Two people who have none of these in common cannot be alike: a typo leaves two of the three parts of a name whole. */
function keysOf(person: Compared): string[] {
  const { parts, former, facts } = person;
  const keys = [`last:${parts.last}`, `given:${parts.first} ${parts.middle}`];
  if (former && former.last !== parts.last) keys.push(`last:${former.last}`);
  if (person.code !== null) keys.push(`code:${person.code}`);
  for (const contact of CONTACTS) for (const value of facts[contact]) keys.push(`${contact}:${value}`);
  return keys;
}

const CONTACTS = ["email", "phone"] as const;

/** Addresses and numbers that several people of one side share (the school's own mailbox): they tell nobody apart. */
function sharedContacts(sides: readonly (readonly Compared[])[]): Set<string> {
  const shared = new Set<string>();
  for (const side of sides) {
    const owners = new Map<string, string>();
    for (const { parts, facts } of side) {
      const name = `${parts.last} ${parts.first} ${parts.middle}`;
      for (const contact of [...facts.email, ...facts.phone]) {
        if ((owners.get(contact) ?? name) !== name) shared.add(contact);
        owners.set(contact, name);
      }
    }
  }
  return shared;
}

/** Both sides in the form in which they are compared, without the contacts that tell nobody apart. */
function personal(sides: readonly (readonly Known[])[]): Compared[][] {
  const all = sides.map((side) => side.map(compared));
  const shared = sharedContacts(all);
  if (shared.size === 0) return all;
  const own = (contacts: readonly string[]) => contacts.filter((contact) => !shared.has(contact));
  return all.map((side) =>
    side.map((person) => {
      const { email, phone } = person.facts;
      const sharedPhones = phone.filter((number) => shared.has(number));
      return { ...person, facts: { ...person.facts, email: own(email), phone: own(phone) }, sharedPhones };
    }),
  );
}
