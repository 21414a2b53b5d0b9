// Decides whether two records speak of one person: surely, maybe (a curator decides), or not.
import { compareNames, nameParts, oneTypoApart, type NameParts } from "../../school/fullName";
import { textKey } from "../../school/typedText";

/** What is known of a person on either side. `id` (a code or a line number) is unique within its side. */
export interface Known {
  id: string;
  /** The bank's own code, where the list carries it. */
  code: string | null;
  fullName: string;
  email: string | null;
  phone: string | null;
  birthYear: number | null;
  post: string | null;
  hiredOn: string | null;
}

/** Known facts in the form in which they are compared. */
export interface Compared extends Known {
  parts: NameParts;
  postKey: string;
}

/** `rank` orders the sure ways of recognising somebody: 0 code, 1 e-mail, 2 full name. `reason` is Russian. */
export interface Likeness {
  verdict: "same" | "maybe" | "different";
  rank: 0 | 1 | 2;
  reason: string;
}

type Agreement = "equal" | "unequal" | "unknown";
interface Evidence {
  name: "equal" | "compatible" | "different";
  givenEqual: boolean;
  typo: boolean;
  code: Agreement;
  email: Agreement;
  phone: Agreement;
  birth: Agreement;
  post: Agreement;
  hired: Agreement;
}

const DIFFERENT: Likeness = { verdict: "different", rank: 2, reason: "" };
const same = (rank: Likeness["rank"]): Likeness => ({ verdict: "same", rank, reason: "" });
const maybe = (reason: string): Likeness => ({ verdict: "maybe", rank: 2, reason });

/** Prepares a person for many comparisons. */
export function compared(known: Known): Compared {
  return { ...known, parts: nameParts(known.fullName), postKey: textKey(known.post ?? "") };
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
  if (evidence.name === "equal") return sameName(evidence);
  return evidence.name === "compatible" ? compatibleName(evidence) : otherName(evidence);
}

function sameName(evidence: Evidence): Likeness {
  if (evidence.code === "unequal") return maybe("то же ФИО под другим кодом");
  if (evidence.birth === "unequal") return maybe("то же ФИО, но другой год рождения");
  if (evidence.email === "equal") return same(1);
  const supported = evidence.phone === "equal" || (evidence.birth === "equal" && evidence.hired === "equal");
  if (evidence.email === "unequal" && !supported) return maybe("то же ФИО, но другая электронная почта");
  if (evidence.post === "unequal" && !supported && evidence.birth !== "equal" && evidence.hired !== "equal") {
    return maybe("то же ФИО, но другая должность");
  }
  return same(2);
}

function compatibleName(evidence: Evidence): Likeness {
  if (evidence.birth === "unequal" || evidence.code === "unequal") return DIFFERENT;
  if (evidence.email === "equal") return same(1);
  if (evidence.email === "unequal")
    return evidence.post === "equal" ? maybe("совпадают фамилия и инициалы") : DIFFERENT;
  if (evidence.phone === "equal") return same(2);
  return evidence.post === "unequal" && evidence.hired === "unequal"
    ? DIFFERENT
    : maybe("совпадают фамилия и инициалы, полное имя неизвестно");
}

function otherName(evidence: Evidence): Likeness {
  if (evidence.birth === "unequal" || evidence.code === "unequal") return DIFFERENT;
  if (evidence.email === "equal") {
    return maybe(evidence.givenEqual ? "та же почта, другая фамилия" : "та же почта, но другое ФИО");
  }
  if (evidence.givenEqual && evidence.phone === "equal") return maybe("тот же телефон, другая фамилия");
  if (evidence.givenEqual && evidence.birth === "equal" && evidence.hired === "equal") {
    return maybe("те же год рождения и дата приёма, другая фамилия");
  }
  return evidence.typo && evidence.email !== "unequal"
    ? maybe("ФИО отличается одной буквой — возможно, опечатка")
    : DIFFERENT;
}

function weigh(left: Compared, right: Compared): Evidence {
  const name = compareNames(left.parts, right.parts);
  const givenEqual =
    left.parts.first.length > 1 && left.parts.first === right.parts.first && left.parts.middle === right.parts.middle;
  return {
    name,
    givenEqual,
    typo: name === "different" && oneTypoApart(left.parts, right.parts),
    code: agreement(left.code, right.code),
    email: agreement(left.email, right.email),
    phone: agreement(left.phone, right.phone),
    birth: agreement(left.birthYear, right.birthYear),
    post: agreement(left.postKey || null, right.postKey || null),
    hired: agreement(left.hiredOn, right.hiredOn),
  };
}

function agreement(left: string | number | null, right: string | number | null): Agreement {
  if (left === null || right === null) return "unknown";
  return left === right ? "equal" : "unequal";
}
