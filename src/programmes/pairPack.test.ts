// The pack of a pair: which papers it needs and how far each of them is.
import { memoryWorkbook, type MemoryWorkbook } from "../../test/memoryWorkbook";
import { CONSENT_KIND, consents } from "../bank/consents.table";
import { mentees } from "../bank/mentees.table";
import { mentors } from "../bank/mentors.table";
import { people } from "../bank/people.table";
import { documents } from "../documents/documents.table";
import { documentKey } from "../documents/register";
import { pairs, type Pair } from "../pairing/pairs.table";
import type { CalendarDate } from "../workbook/calendarDate";
import { isPackComplete, needsPack, packFacts, packOf, packsIn, pairsWithPacks } from "./pairPack";
import { programmes } from "./programmes.table";

const day = (text: string): CalendarDate => text as CalendarDate;
const GIVEN = day("2026-09-02");
const PAIR = "П-2026-01";

let wb: MemoryWorkbook;
beforeEach(() => {
  wb = memoryWorkbook("2026-10-01");
  wb.add(people, { fullName: "Петрова Анна Ивановна", kind: "штатный" });
  wb.add(people, { fullName: "Сидоров Илья Сергеевич" });
  wb.add(mentors, { person: "Р-001", fullName: "Петрова Анна Ивановна" });
  wb.add(mentees, { person: "Р-002", fullName: "Сидоров Илья Сергеевич" });
  wb.add(pairs, {
    mentor: "Н-001",
    mentees: ["М-001"],
    status: "действует",
    mentoringKinds: ["традиционное"],
    startsOn: day("2026-09-14"),
    endsOn: day("2027-05-31"),
  });
});

const pair = (): Pair => {
  const found = wb.find(pairs, PAIR);
  if (found === undefined) throw new Error("There is no pair.");
  return found;
};
/** «mentorConsent нет» and what is said of it. */
const pack = (): string[] =>
  packOf(pair(), packFacts(wb)).map(
    ({ paper, state, detail }) => `${paper} ${state}${detail === "" ? "" : `: ${detail}`}`,
  );
const stateOf = (paper: string): string | undefined =>
  pack()
    .find((line) => line.startsWith(paper))
    ?.slice(paper.length + 1);
const consent = (person: string, kind: (typeof CONSENT_KIND)[keyof typeof CONSENT_KIND], more = {}) =>
  wb.add(consents, { person, kind, givenOn: GIVEN, ...more });

function complete(): void {
  consent("Р-001", CONSENT_KIND.mentoring);
  consent("Р-001", CONSENT_KIND.personalData);
  consent("Р-002", CONSENT_KIND.pair);
  consent("Р-002", CONSENT_KIND.personalData);
  const order = wb.add(documents, {
    paper: "Приказ",
    key: documentKey("assignmentOrder", "2026-2027-1", 1),
    status: "подписан",
    number: "84-02",
    signedOn: day("2026-09-14"),
    pairs: [PAIR],
    link: "https://docs.example/order",
  });
  wb.update(pairs, PAIR, { order: order.code });
  wb.update(mentors, "Н-001", {
    agreementNumber: "5",
    agreementOn: day("2026-09-14"),
    agreementUntil: day("2027-05-31"),
  });
  wb.add(programmes, { pair: PAIR, status: "утверждена" });
}

test("a pair with nothing lacks every paper; they are named in the order in which they are needed", () => {
  expect(pack()).toEqual([
    "mentorConsent нет",
    "personalDataConsent нет",
    "menteeConsent нет",
    "personalDataConsent нет",
    "assignmentOrder нет",
    "agreement нет",
    "programme нет",
  ]);
});

test("a pair with everything is complete, and says by which papers", () => {
  complete();
  expect(pack()).toEqual([
    "mentorConsent есть: от 02.09.2026",
    "personalDataConsent есть: от 02.09.2026",
    "menteeConsent есть: от 02.09.2026",
    "personalDataConsent есть: от 02.09.2026",
    "assignmentOrder есть: от 14.09.2026 № 84-02",
    "agreement есть: от 14.09.2026 № 5 по 31.05.2027",
    "programme есть: утверждена",
  ]);
  expect(pairsWithPacks(wb, [pair()])).toEqual(new Set([PAIR]));
});

test("each paper of the six breaks completeness when it goes", () => {
  const breaks: (() => unknown)[] = [
    () => wb.update(consents, "С-001", { withdrawnOn: day("2026-09-30") }),
    () => wb.update(consents, "С-003", { validUntil: day("2026-09-30") }),
    () => wb.update(consents, "С-004", { withdrawnOn: day("2026-10-01") }),
    () => wb.update(pairs, PAIR, { order: null }),
    () => wb.update(mentors, "Н-001", { agreementUntil: day("2026-09-30") }),
    () => wb.update(programmes, "ПП-2026-01", { status: "черновик" }),
  ];
  const lacking = breaks.map((spoil) => {
    const before = wb;
    wb = memoryWorkbook("2026-10-01");
    wb.add(people, { fullName: "Петрова Анна Ивановна" });
    wb.add(people, { fullName: "Сидоров Илья Сергеевич" });
    wb.add(mentors, { person: "Р-001" });
    wb.add(mentees, { person: "Р-002" });
    wb.add(pairs, { mentor: "Н-001", mentees: ["М-001"], status: "действует", endsOn: day("2027-05-31") });
    complete();
    spoil();
    const result = packOf(pair(), packFacts(wb)).filter(({ state }) => !["есть", "не нужно"].includes(state));
    wb = before;
    return result.map(({ paper, state, detail }) => `${paper} ${state} ${detail}`.trim());
  });
  expect(lacking).toEqual([
    ["mentorConsent отозвано 30.09.2026"],
    ["menteeConsent нет истекло 30.09.2026"],
    ["personalDataConsent отозвано 01.10.2026"],
    ["assignmentOrder нет"],
    ["agreement нет прежнее действует по 30.09.2026"],
    ["programme проект черновик"],
  ]);
});

describe("the agreement", () => {
  test("is not needed where mentoring is part of the job, or the mentor does not work here", () => {
    wb.update(mentors, "Н-001", { withinDuties: true });
    expect(stateOf("agreement")).toBe("не нужно: наставничество входит в трудовую функцию");
    wb.update(mentors, "Н-001", { withinDuties: false });
    wb.update(people, "Р-001", { kind: "внешний эксперт" });
    expect(stateOf("agreement")).toBe("не нужно: наставник — не работник организации");
    // A second job is a labour contract as well.
    wb.update(people, "Р-001", { kind: "внешний совместитель" });
    expect(stateOf("agreement")).toBe("нет");
  });

  test("has to be renewed where it ends before the pair does", () => {
    wb.update(mentors, "Н-001", { agreementOn: GIVEN, agreementUntil: day("2026-12-31") });
    expect(stateOf("agreement")).toBe("истекает: от 02.09.2026 по 31.12.2026");
    wb.update(mentors, "Н-001", { agreementUntil: null });
    expect(stateOf("agreement")).toBe("есть: от 02.09.2026");
  });

  test("that is drawn up waits for a signature", () => {
    wb.add(documents, {
      paper: "Соглашение",
      key: documentKey("agreement", "Р-001-2026-2027", 1),
      status: "проект",
      pairs: [PAIR],
      people: ["Р-001", "Р-002"],
    });
    expect(stateOf("agreement")).toBe("проект: Д-2026-01, ждёт подписи");
  });
});

describe("the order", () => {
  const order = (status: string, more: { key?: string; supersedes?: string } = {}) =>
    wb.add(documents, {
      paper: "Приказ",
      key: more.key ?? documentKey("assignmentOrder", "2026-2027-1", 1),
      status: status as "проект",
      number: "84-02",
      signedOn: GIVEN,
      pairs: [PAIR],
      supersedes: more.supersedes ?? null,
    });

  test("that is a draft is a draft, one that is cancelled is none", () => {
    order("проект");
    expect(stateOf("assignmentOrder")).toBe("проект: Д-2026-01, ждёт подписи");
    wb.update(documents, "Д-2026-01", { status: "отменён" });
    wb.update(pairs, PAIR, { order: "Д-2026-01" });
    expect(stateOf("assignmentOrder")).toBe("нет: отменён");
  });

  test("that a new version has superseded lives on in it", () => {
    wb.update(pairs, PAIR, { order: order("заменён").code });
    expect(stateOf("assignmentOrder")).toBe("нет");
    order("подписан", { key: documentKey("assignmentOrder", "2026-2027-1", 2), supersedes: "Д-2026-01" });
    expect(stateOf("assignmentOrder")).toBe("есть: от 02.09.2026 № 84-02");
  });

  test("about another mentor puts a pair in force too", () => {
    wb.update(pairs, PAIR, { order: order("подписан", { key: documentKey("endingOrder", "П-2026-00", 1) }).code });
    expect(stateOf("assignmentOrder")).toMatch(/^есть/);
  });
});

test("a consent with a term has to be renewed a month before, unless the pair ends sooner", () => {
  consent("Р-001", CONSENT_KIND.mentoring, { validUntil: day("2026-10-20") });
  expect(stateOf("mentorConsent")).toBe("истекает: от 02.09.2026 по 20.10.2026");
  wb.update(pairs, PAIR, { endsOn: day("2026-10-15") });
  expect(stateOf("mentorConsent")).toMatch(/^есть/);
  consent("Р-001", CONSENT_KIND.mentoring, { validUntil: null });
  expect(stateOf("mentorConsent")).toBe("есть: от 02.09.2026");
});

test("a consent's blank waits for a signature; given again after a withdrawal it counts", () => {
  consent("Р-002", CONSENT_KIND.pair, { withdrawnOn: day("2026-09-20") });
  wb.add(documents, { paper: "Согласие", key: documentKey("menteeConsent", "Р-002", 1), status: "проект" });
  expect(stateOf("menteeConsent")).toBe("проект: Д-2026-01, ждёт подписи");
  consent("Р-002", CONSENT_KIND.pair, { givenOn: day("2026-09-25") });
  expect(stateOf("menteeConsent")).toBe("есть: от 25.09.2026");
});

test("a single meeting needs no programme; a signed programme is ready whatever its status", () => {
  wb.update(pairs, PAIR, { mentoringKinds: ["скоростное"] });
  expect(stateOf("programme")).toBe("не нужно: одна встреча");
  const paper = wb.add(documents, { paper: "Программа", status: "подписан", signedOn: GIVEN });
  wb.add(programmes, { pair: PAIR, status: "черновик", document: paper.code });
  expect(stateOf("programme")).toBe("есть: от 02.09.2026");
});

test("everybody of a group has consents of their own", () => {
  wb.add(people, { fullName: "Цой Ия Олеговна" });
  wb.add(mentees, { person: "Р-003" });
  wb.update(pairs, PAIR, { mentees: ["М-001", "М-002"] });
  const persons = packOf(pair(), packFacts(wb)).map(({ person }) => person);
  expect(persons).toEqual(["Р-001", "Р-001", "Р-002", "Р-002", "Р-003", "Р-003", null, "Р-001", null]);
});

test("a code that nobody has is missing and says so", () => {
  wb.update(pairs, PAIR, { mentor: "Н-009" });
  expect(stateOf("mentorConsent")).toBe("нет: в банке нет кода Н-009");
  expect(stateOf("agreement")).toBe("нет: в банке нет кода Н-009");
  expect(isPackComplete(packOf(pair(), packFacts(wb)))).toBe(false);
  wb.update(pairs, PAIR, { mentor: "Н-001", mentees: ["М-009"] });
  expect(stateOf("menteeConsent")).toBe("нет: в банке нет кода М-009");
});

test("pairs in force and on their way need a pack, drafts and pairs that are over do not", () => {
  const statuses = [
    "черновик",
    "предложена",
    "рекомендована",
    "согласия получены",
    "действует",
    "приостановлена",
    "завершена",
    "прекращена досрочно",
  ] as const;
  expect(statuses.filter((status) => needsPack({ ...pair(), status }))).toEqual([
    "предложена",
    "рекомендована",
    "согласия получены",
    "действует",
    "приостановлена",
  ]);
  expect(needsPack({ ...pair(), status: null })).toBe(false);
  expect(packsIn(wb, "consents").map(({ pack: half }) => half.length)).toEqual([4]);
  expect(packsIn(wb, "others").map(({ pack: half }) => half.length)).toEqual([3]);
});
