// A small school for tests of the life of pairs: the school of `lifeStand` with a registered order and a spare mentor.
import { mentors } from "../src/bank/mentors.table";
import { people } from "../src/bank/people.table";
import { CONSENT_KIND, consents } from "../src/bank/consents.table";
import { documents } from "../src/documents/documents.table";
import { PAIR_STATUS, pairs } from "../src/pairing/pairs.table";
import type { Ending } from "../src/programmes/course/endPairEarly";
import type { Replacement } from "../src/programmes/course/replaceMentor";
import { day, lifeStand, TODAY } from "./lifeStand";
import type { MemoryWorkbook } from "./memoryWorkbook";

/**
 * П-2027-01 (Н-001 — М-001), -02 (Н-002 — М-002) and -03 (Н-001 — the group М-002, М-003) are in force by order Д-2027-01;
 * -04 (Н-001 — М-004) is proposed. Н-003 could take anybody.
 */
export function pairsStand(today = TODAY): MemoryWorkbook {
  const wb = lifeStand(today);
  const order = wb.add(documents, {
    paper: "Приказ",
    key: "assignmentOrder:2026-2027-1:1",
    number: "84-02",
    signedOn: day("2026-09-14"),
    status: "подписан",
    link: "https://docs.google.com/document/d/1",
    pairs: ["П-2027-01", "П-2027-02", "П-2027-03"],
  });
  for (const pair of wb.all(pairs))
    wb.update(pairs, pair.code, {
      directions: [pair.mentor === "Н-002" ? "Работа с родителями" : "Методика обучения"],
      mentoringKinds: pair.mentees.length > 1 ? ["групповое"] : ["традиционное"],
      ...(pair.status === PAIR_STATUS.active ? { order: order.code } : {}),
    });
  const spare = wb.add(people, { fullName: "Соколова Мария Ивановна", post: "учитель", employment: "работает" });
  for (const kind of [CONSENT_KIND.mentoring, CONSENT_KIND.personalData])
    wb.add(consents, { person: spare.code, fullName: spare.fullName, kind, givenOn: day("2026-09-02") });
  wb.add(mentors, {
    person: spare.code,
    fullName: spare.fullName,
    status: "обучен",
    competences: ["Методика обучения"],
    capacity: 3,
    approvedOn: day("2026-09-10"),
    approvalPaper: "приказ № 84-02",
    trainedOn: day("2026-09-12"),
  });
  wb.update(mentors, "Н-001", { capacity: 5 });
  return wb;
}

export const ONE = "П-2027-01";
export const GROUP = "П-2027-03";
export const PROPOSED = "П-2027-04";

/** Warned on Wednesday, 10 March 2027: three working days later is Monday, the 15th, which is today. */
export const ending = (patch: Partial<Ending> = {}): Ending => ({
  pair: ONE,
  reason: "инициатива куратора",
  noticeOn: day("2027-03-10"),
  lastDay: day("2027-03-15"),
  agreed: false,
  mentee: null,
  programme: "stop",
  mentees: {},
  ...patch,
});

export const replacement = (patch: Partial<Replacement> = {}): Replacement => ({
  pair: ONE,
  mentor: "Н-003",
  from: day("2027-03-16"),
  reason: "инициатива наставника",
  noticeOn: day("2027-03-10"),
  agreed: false,
  programme: "continue",
  ...patch,
});
