// Decides whether two records speak of one person: surely, maybe (a curator decides), or not.
import { compareNames, nameParts, oneTypoApart, type NameLikeness, type NameParts } from "../../school/fullName";
import { textKey } from "../../school/typedText";

/** What tells people apart besides their name. */
interface Facts {
  email: string | null;
  phone: string | null;
  birthYear: number | null;
  post: string | null;
  subject: string | null;
  hiredOn: string | null;
}

/** What is known of a person on either side. `id` (a code or a line number) is unique within its side. */
export interface Known extends Facts {
  id: string;
  /** The bank's own code, where the list carries it. */
  code: string | null;
  fullName: string;
  /** What an earlier list said, or a former name: it speaks for the person too, and never against. */
  before: Partial<Record<keyof Facts | "fullName", string>>;
}

type Fact = keyof Facts;
const FACTS: readonly Fact[] = ["email", "phone", "birthYear", "post", "subject", "hiredOn"];

/** Known facts in the form in which they are compared. */
export interface Compared {
  id: string;
  code: string | null;
  parts: NameParts;
  former: NameParts | null;
  /** Each with what was there before; empty where nothing is known. */
  facts: Record<Fact, readonly string[]>;
  /** Telephones that others share: they speak for nobody, but a telephone that is none of them still speaks against. */
  sharedPhones: readonly string[];
}

/** `rank` orders the sure ways of recognising somebody: 0 code, 1 e-mail, 2 full name. `reason` is Russian. */
export interface Likeness {
  verdict: "same" | "maybe" | "different";
  rank: 0 | 1 | 2;
  reason: string;
}

type Agreement = "equal" | "unequal" | "unknown";
interface Evidence {
  /** «former»: the name that one of them had before is the other's. */
  name: "equal" | "compatible" | "former" | "different";
  /** Neither of them has a first name in full. */
  initials: boolean;
  givenEqual: boolean;
  typo: boolean;
  code: Agreement;
  /** Looked at only where the names leave a question: most pairs that are compared have nothing in common. */
  on: (fact: Fact) => Agreement;
}

const DIFFERENT: Likeness = { verdict: "different", rank: 2, reason: "" };
const same = (rank: Likeness["rank"]): Likeness => ({ verdict: "same", rank, reason: "" });
const maybe = (reason: string): Likeness => ({ verdict: "maybe", rank: 2, reason });

/** Prepares a person for many comparisons. */
export function compared(known: Known): Compared {
  const { id, code, fullName, before } = known;
  const facts = factRecord((fact) => [known[fact], before[fact]].flatMap(factKey));
  const { fullName: former = fullName } = before;
  const formerParts = former === fullName ? null : nameParts(former);
  return { id, code, parts: nameParts(fullName), former: formerParts, facts, sharedPhones: [] };
}

function factRecord<T>(of: (fact: Fact) => T): Record<Fact, T> {
  return {
    email: of("email"),
    phone: of("phone"),
    birthYear: of("birthYear"),
    post: of("post"),
    subject: of("subject"),
    hiredOn: of("hiredOn"),
  };
}

function factKey(value: string | number | null | undefined): string[] {
  const key = typeof value === "string" ? textKey(value) : String(value ?? "");
  return key === "" ? [] : [key];
}

/**
 * Compares two people. Symmetric. The same code, or the same e-mail, under names that do not contradict each other is
 * one person; so is the same full name that nothing contradicts. Everything else that speaks for one person is «maybe».
 */
export function comparePeople(left: Compared, right: Compared): Likeness {
  const evidence = weigh(left, right);
  if (evidence.code === "equal") {
    return evidence.name === "different" ? maybe("тот же код, но другое ФИО") : same(0);
  }
  return BY_NAME[evidence.name](evidence);
}

const BY_NAME: Readonly<Record<Evidence["name"], (evidence: Evidence) => Likeness>> = {
  equal: sameName,
  compatible: compatibleName,
  former: formerName,
  different: otherName,
};

function sameName(evidence: Evidence): Likeness {
  const { on } = evidence;
  if (evidence.code === "unequal") return maybe("то же ФИО под другим кодом");
  if (on("birthYear") === "unequal") return maybe("то же ФИО, но другой год рождения");
  if (on("email") === "equal") return same(1);
  // A father and a son, or a mother and a daughter on one home telephone: anything that differs is a question.
  if (evidence.initials && FACTS.some((fact) => on(fact) === "unequal")) {
    return maybe("те же фамилия и инициалы, но другие сведения");
  }
  if (isSupported(evidence)) return same(2);
  if (on("email") === "unequal") return maybe("то же ФИО, но другая электронная почта");
  if (on("post") === "unequal" && on("birthYear") !== "equal" && on("hiredOn") !== "equal") {
    return maybe("то же ФИО, но другая должность");
  }
  return same(2);
}

function isSupported({ on }: Evidence): boolean {
  return on("phone") === "equal" || (on("birthYear") === "equal" && on("hiredOn") === "equal");
}

function formerName(evidence: Evidence): Likeness {
  if (evidence.code === "unequal") return DIFFERENT;
  const known = evidence.on("email") === "equal" || isSupported(evidence);
  return known && evidence.givenEqual && evidence.on("birthYear") !== "unequal"
    ? same(evidence.on("email") === "equal" ? 1 : 2)
    : maybe("под этим ФИО человек записан раньше");
}

function compatibleName(evidence: Evidence): Likeness {
  if (evidence.on("birthYear") === "unequal" || evidence.code === "unequal") return DIFFERENT;
  if (evidence.on("email") === "equal") return same(1);
  if (evidence.on("email") === "unequal")
    return evidence.on("post") === "equal" ? maybe("совпадают фамилия и инициалы") : DIFFERENT;
  if (evidence.on("phone") === "equal") return same(2);
  return evidence.on("post") === "unequal" && evidence.on("hiredOn") === "unequal"
    ? DIFFERENT
    : maybe("совпадают фамилия и инициалы, полное имя неизвестно");
}

function otherName(evidence: Evidence): Likeness {
  if (evidence.on("birthYear") === "unequal" || evidence.code === "unequal") return DIFFERENT;
  if (evidence.on("email") === "equal") {
    return maybe(evidence.givenEqual ? "та же почта, другая фамилия" : "та же почта, но другое ФИО");
  }
  if (evidence.givenEqual && evidence.on("phone") === "equal") return maybe("тот же телефон, другая фамилия");
  if (evidence.givenEqual && evidence.on("birthYear") === "equal" && evidence.on("hiredOn") === "equal") {
    return maybe("те же год рождения и дата приёма, другая фамилия");
  }
  return evidence.typo && evidence.on("email") !== "unequal"
    ? maybe("ФИО отличается одной буквой — возможно, опечатка")
    : DIFFERENT;
}

function weigh(left: Compared, right: Compared): Evidence {
  const direct = compareNames(left.parts, right.parts);
  const typo = direct === "different" && oneTypoApart(left.parts, right.parts);
  return {
    name: likeness(direct, typo, formerLikeness(left, right)),
    initials: left.parts.first.length < 2 && right.parts.first.length < 2,
    givenEqual:
      left.parts.first.length > 1 && left.parts.first === right.parts.first && left.parts.middle === right.parts.middle,
    typo,
    code: left.code === null || right.code === null ? "unknown" : left.code === right.code ? "equal" : "unequal",
    on: (fact) => (fact === "phone" ? phoneAgreement(left, right) : agreement(left.facts[fact], right.facts[fact])),
  };
}

/** A name that was only completed or mended since is the same name; any other change of it is «former». */
function likeness(direct: NameLikeness, typo: boolean, former: NameLikeness): Evidence["name"] {
  if (direct === "equal" || former === "different") return direct;
  if (former === "equal" && (direct === "compatible" || typo)) return "equal";
  return direct === "compatible" ? direct : "former";
}

function formerLikeness(left: Compared, right: Compared): NameLikeness {
  if (left.former === null && right.former === null) return "different";
  const pairs = [
    [left.former, right.parts],
    [left.parts, right.former],
  ] as const;
  const found = pairs.map(([one, other]) => (one && other ? compareNames(one, other) : "different"));
  return (["equal", "compatible"] as const).find((likeness) => found.includes(likeness)) ?? "different";
}

function phoneAgreement(left: Compared, right: Compared): Agreement {
  const own = agreement(left.facts.phone, right.facts.phone);
  if (own === "equal" || left.sharedPhones.length + right.sharedPhones.length === 0) return own;
  const all = agreement([...left.facts.phone, ...left.sharedPhones], [...right.facts.phone, ...right.sharedPhones]);
  return all === "equal" ? "unknown" : all;
}

function agreement(left: readonly string[], right: readonly string[]): Agreement {
  if (left.length === 0 || right.length === 0) return "unknown";
  return left.some((one) => right.includes(one)) ? "equal" : "unequal";
}
