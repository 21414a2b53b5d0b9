// What is deleted of a person, what is cleared, and what the law keeps: worked out from all tabs, nothing is written.
import { CONSENT_PAPERS } from "../../bank/consentPapers";
import { consents } from "../../bank/consents.table";
import { diagnostics } from "../../bank/diagnostics.table";
import { mentees, MENTEE_STATUS } from "../../bank/mentees.table";
import { mentors, MENTOR_STATUS } from "../../bank/mentors.table";
import { DELETED_NOTE, isDeleted, people, type Person } from "../../bank/people.table";
import { acquaintances } from "../../documents/acquaintances.table";
import { declensions } from "../../documents/declensions.table";
import { documents, type DocumentRecord } from "../../documents/documents.table";
import { isDraft } from "../../documents/register";
import type { Cell } from "../../google/cell";
import { pairingTerms } from "../../pairing/pairingTerms.table";
import { PAIR_STATUS, pairs, type Pair } from "../../pairing/pairs.table";
import { activities } from "../../programmes/activities.table";
import { programmes } from "../../programmes/programmes.table";
import { answers, type Answer } from "../../questionnaires/answers.table";
import { forms } from "../../questionnaires/forms.table";
import { invitations } from "../../questionnaires/invitations.table";
import { addMonths, formatDate } from "../../workbook/calendarDate";
import { codeText, textOf } from "../../workbook/cellReading";
import { factsOf } from "../../workbook/column";
import type { Table } from "../../workbook/table";
import type { ReadOnlyWorkbook, TypedRow } from "../../workbook/workbook";
import type { DeletionReason } from "./deletionView";

/** A row that goes, or cells of a row that get other values. */
export type Operation =
  { table: Table; code: string; cells: null } | { table: Table; code: string; cells: Readonly<Record<string, Cell>> };

export interface DeletionPlan {
  readonly person: Person;
  /** Pairs that stand: they must be ended first. */
  readonly standing: readonly Pair[];
  /** In the order of doing; the person's own row comes last, so that an interrupted deletion can be found again. */
  readonly operations: readonly Operation[];
  /** Answers in Google Forms: by the form's Google id, the ids of responses. */
  readonly responses: ReadonlyMap<string, readonly string[]>;
  /** Drafts about this person alone: their files go to the bin. */
  readonly files: readonly string[];
  /** What the law or the orders keep. */
  readonly kept: {
    readonly documents: readonly DocumentRecord[];
    readonly pairs: readonly Pair[];
    readonly consents: number;
    /** The person's row stays, with these columns. */
    readonly row: readonly string[] | null;
  };
  /** Drafts that name others too. */
  readonly shared: readonly DocumentRecord[];
  /** Pairs with several mentees: their texts are about others as well. */
  readonly groups: readonly Pair[];
}

const ENDED: readonly (string | null)[] = [PAIR_STATUS.finished, PAIR_STATUS.ended];
/** A consent proves that the data were used lawfully (152-ФЗ ст. 9 ч. 3): kept for three years after its end. */
const CONSENT_KEPT_MONTHS = 36;

/** What an order needs of its people: the name, its gender for the grammar, the post (125-ФЗ ст. 22.1). */
const NAMED = ["code", "fullName", "sex", "post", "employment"];
/** Where only a consent must be kept, its subject's name is enough. */
const NAME_ONLY = ["code", "fullName", "employment"];
/** What a mentor's row keeps of personnel papers: approval and the supplementary agreement (ТК РФ ст. 351.8). */
const MENTOR_KEEPS = [
  "code",
  "person",
  "fullName",
  "status",
  "approvedOn",
  "approvalPaper",
  "withinDuties",
  "agreementNumber",
  "agreementOn",
  "agreementUntil",
];
const MENTEE_KEEPS = ["code", "person", "fullName", "status", "joinedOn", "finishedOn", "completion"];
const CONSENT_KEEPS = ["code", "person", "fullName", "kind", "givenOn", "validUntil", "paper", "withdrawnOn"].concat(
  "withdrawalPaper",
);

/**
 * Works out the deletion of a person's data: on withdrawal of the consent or when the purpose is reached they are
 * destroyed within 30 days (152-ФЗ ст. 21 ч. 4, 5), except what another law requires to be kept: registered orders and
 * the pairs in them (125-ФЗ ст. 22.1, 50 years), consents for three years after their end.
 */
export function planDeletion(wb: ReadOnlyWorkbook, person: Person, reason: DeletionReason): DeletionPlan {
  const roles = rolesOf(wb, person.code);
  const own = wb
    .all(pairs)
    .filter((pair) => roles.mentors.has(pair.mentor) || pair.mentees.some((code) => roles.mentees.has(code)));
  const standing = own.filter((pair) => !ENDED.includes(pair.status));
  const papers = wb.all(documents);
  const registered = papers.filter((document) => !isDraft(document) && document.number !== null);
  const ordered = new Set(registered.flatMap((document) => document.pairs));
  const keptPairs = own.filter((pair) => pair.order !== null || ordered.has(pair.code));
  const endedPairs = own.filter((pair) => ENDED.includes(pair.status) && !keptPairs.includes(pair));
  const isGroup = (pair: Pair): boolean => pair.mentees.length > 1;
  const leaves = endedPairs.filter((pair) => isGroup(pair) && !roles.mentors.has(pair.mentor));
  const dropped = endedPairs.filter((pair) => !leaves.includes(pair));
  const droppedCodes = new Set(dropped.map(({ code }) => code));
  const consentPlan = consentsOf(wb, person.code, reason);
  const isProof = (document: DocumentRecord): boolean => consentPlan.kept > 0 && isSignedConsent(document);
  const drafts = papers.filter(
    (document) => !registered.includes(document) && !isProof(document) && names(document, person.code, droppedCodes),
  );
  const alone = drafts.filter((document) => isAbout(document, person.code, droppedCodes));
  const documentsKept = registered.filter((document) => document.people.includes(person.code));
  const replies = answersOf(wb, person);
  const isNamed = documentsKept.length > 0 || keptPairs.length > 0 || standing.length > 0;
  const row = isNamed ? NAMED : consentPlan.kept > 0 ? NAME_ONLY : null;
  const operations = [
    ...replies.map((reply) => removal(answers, reply.code)),
    ...rowsOf(wb, invitations, person.code).map(({ code }) => removal(invitations, code)),
    ...rowsOf(wb, diagnostics, person.code).map(({ code }) => removal(diagnostics, code)),
    ...wb
      .all(pairingTerms)
      .filter(({ mentor, mentee }) => roles.mentors.has(mentor) || roles.mentees.has(mentee))
      .map(({ code }) => removal(pairingTerms, code)),
    ...acquaintanceOf(wb, person.code, documentsKept),
    ...namesakes(wb, person).map((code) => removal(declensions, code)),
    ...alone.map(({ code }) => removal(documents, code)),
    // What was typed into the form of a paper that stays: it will not be made anew.
    ...documentsKept
      .filter((document) => document.people.every((code) => code === person.code))
      .flatMap(({ code }) => cleared(wb, documents, code, ["details"])),
    ...programmesOf(wb, { dropped, kept: keptPairs.filter((pair) => !isGroup(pair)) }, roles.mentees),
    ...leaves.flatMap((pair) => leaveGroup(pair, person, roles.mentees)),
    ...dropped.map(({ code }) => removal(pairs, code)),
    ...keptPairs.filter((pair) => !isGroup(pair)).flatMap((pair) => cleared(wb, pairs, pair.code, PAIR_PRIVATE)),
    ...consentPlan.operations,
    ...roleRows(wb, mentors, person.code, {
      referred: refersTo(keptPairs, standing, (pair) => [pair.mentor]),
      keep: MENTOR_KEEPS,
    }),
    ...roleRows(wb, mentees, person.code, {
      referred: refersTo(keptPairs, standing, (pair) => pair.mentees),
      keep: MENTEE_KEEPS,
    }),
    ...(row === null ? [removal(people, person.code)] : ownRow(wb, person, row)),
  ];
  return {
    person,
    standing,
    operations,
    responses: responsesOf(wb, replies),
    files: alone.flatMap(({ fileId }) => fileId ?? []),
    kept: { documents: documentsKept, pairs: keptPairs, consents: consentPlan.kept, row },
    shared: drafts.filter((document) => !alone.includes(document)),
    groups: keptPairs.filter(isGroup),
  };
}

/** Free texts of a pair. */
const PAIR_PRIVATE = ["grounds", "note"];
/** What a programme and its activities say of the mentee in free words. */
const PROGRAMME_PRIVATE = ["initialLevel", "note"];
const ACTIVITY_PRIVATE = ["actualResult", "comment"];

/** The paper behind a row of «Согласия» is kept as long as the row. */
function isSignedConsent(document: DocumentRecord): boolean {
  return !isDraft(document) && CONSENT_KEYS.includes((document.key ?? "").split(":")[0] ?? "");
}
const CONSENT_KEYS = Object.values(CONSENT_PAPERS).map(({ key }) => key);

/** Proof that the person has read an order is kept as long as the order; a request to read what goes is not. */
function acquaintanceOf(wb: ReadOnlyWorkbook, person: string, kept: readonly DocumentRecord[]): Operation[] {
  const stay = new Set(kept.map(({ code }) => code));
  return wb
    .all(acquaintances)
    .filter((row) => row.person === person && !(stay.has(row.document) && row.acquaintedOn !== null))
    .map(({ code }) => removal(acquaintances, code));
}

function removal(table: Table, code: string): Operation {
  return { table, code, cells: null };
}

/** Rows whose «Код педагога» is the person's, unreadable ones too. */
function rowsOf(wb: ReadOnlyWorkbook, table: Table, person: string): TypedRow[] {
  return wb.typed(table).filter(({ cell }) => codeText(textOf(cell("person"))) === person);
}

function rolesOf(wb: ReadOnlyWorkbook, person: string): { mentors: Set<string>; mentees: Set<string> } {
  const codes = (table: Table): Set<string> => new Set(rowsOf(wb, table, person).map(({ code }) => code));
  return { mentors: codes(mentors), mentees: codes(mentees) };
}

function refersTo(kept: readonly Pair[], standing: readonly Pair[], codes: (pair: Pair) => readonly string[]) {
  return new Set([...kept, ...standing].flatMap(codes));
}

/** A paper that names the person, or is about a pair that goes. */
function names(document: DocumentRecord, person: string, dropped: ReadonlySet<string>): boolean {
  return document.people.includes(person) || document.pairs.some((pair) => dropped.has(pair));
}

/** Nobody else's paper: about this person alone, or about pairs that go as a whole. */
function isAbout(document: DocumentRecord, person: string, dropped: ReadonlySet<string>): boolean {
  const onlyPairs = document.pairs.length > 0 && document.pairs.every((pair) => dropped.has(pair));
  return onlyPairs || (document.people.length > 0 && document.people.every((code) => code === person));
}

/** The person's answers: by the code, by the name that nobody has recognised, by the address in the answer. */
function answersOf(wb: ReadOnlyWorkbook, person: Person): readonly Answer[] {
  const [name, email] = [plain(person.fullName), (person.email ?? "").toLowerCase()];
  return wb.all(answers).filter((answer) => {
    if (answer.person !== null) return answer.person === person.code;
    const said = JSON.stringify(answer.values ?? {}).toLowerCase();
    return plain(answer.respondent ?? "") === name || (email !== "" && said.includes(email));
  });
}

function responsesOf(wb: ReadOnlyWorkbook, replies: readonly Answer[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { form, responseId } of replies) {
    const formId = wb.find(forms, form)?.formId ?? null;
    if (formId === null || responseId === null) continue;
    found.set(formId, [...(found.get(formId) ?? []), responseId]);
  }
  return found;
}

/** Declensions of the name, unless somebody else has the same one. */
function namesakes(wb: ReadOnlyWorkbook, { code, fullName }: Person): string[] {
  const name = plain(fullName);
  if (wb.all(people).some((other) => other.code !== code && plain(other.fullName) === name)) return [];
  return wb
    .all(declensions)
    .filter((row) => row.kind === "ФИО" && plain(row.nominative) === name)
    .map((row) => row.code);
}

/** Programmes of pairs that go, go too; in those that stay, what they say of the mentee in free words is cleared. */
function programmesOf(
  wb: ReadOnlyWorkbook,
  { dropped, kept }: { dropped: readonly Pair[]; kept: readonly Pair[] },
  ownMentees: ReadonlySet<string>,
): Operation[] {
  const of = (list: readonly Pair[]): string[] => {
    const codes = new Set(list.map(({ code }) => code));
    return wb.all(programmes).flatMap(({ code, pair }) => (codes.has(pair) ? [code] : []));
  };
  const activitiesOf = (list: readonly string[]): string[] =>
    wb.all(activities).flatMap(({ code, programme }) => (list.includes(programme) ? [code] : []));
  const [gone, own] = [of(dropped), of(kept.filter((pair) => pair.mentees.some((code) => ownMentees.has(code))))];
  return [
    ...activitiesOf(gone).map((code) => removal(activities, code)),
    ...gone.map((code) => removal(programmes, code)),
    ...activitiesOf(own).flatMap((code) => cleared(wb, activities, code, ACTIVITY_PRIVATE)),
    ...own.flatMap((code) => cleared(wb, programmes, code, PROGRAMME_PRIVATE)),
  ];
}

function leaveGroup(pair: Pair, { fullName }: Person, own: ReadonlySet<string>): Operation[] {
  const left = (pair.menteeNames ?? "")
    .split(/[;,]\s*/)
    .filter((name) => name !== "" && plain(name) !== plain(fullName));
  const mentees = pair.mentees.filter((code) => !own.has(code)).join("; ");
  return [{ table: pairs, code: pair.code, cells: { mentees, menteeNames: left.join(", ") } }];
}

/** Consents end today and stay as proof; those that ended long ago go. */
function consentsOf(
  wb: ReadOnlyWorkbook,
  person: string,
  reason: DeletionReason,
): { operations: Operation[]; kept: number } {
  const operations: Operation[] = [];
  let kept = 0;
  for (const { code } of rowsOf(wb, consents, person)) {
    const consent = wb.find(consents, code);
    const end = consent?.withdrawnOn ?? consent?.validUntil ?? null;
    if (consent === undefined || (end !== null && addMonths(end, CONSENT_KEPT_MONTHS) <= wb.today)) {
      operations.push(removal(consents, code));
      continue;
    }
    kept++;
    operations.push(...clearedAllBut(wb, consents, code, CONSENT_KEEPS));
    if (consent.withdrawnOn === null && (end === null || end >= wb.today)) {
      const withdrawnOn: Cell = { date: wb.today, time: "00:00:00" };
      const paper = consent.withdrawalPaper ?? `удаление данных: ${reason}`;
      operations.push({ table: consents, code, cells: { withdrawalPaper: paper, withdrawnOn } });
    }
  }
  return { operations, kept };
}

/** A role that an order names keeps its row with what the order needs; any other goes. */
function roleRows(
  wb: ReadOnlyWorkbook,
  table: Table,
  person: string,
  { referred, keep }: { referred: ReadonlySet<string>; keep: readonly string[] },
): Operation[] {
  return rowsOf(wb, table, person).flatMap(({ code, cell }): Operation[] => {
    if (!referred.has(code)) return [removal(table, code)];
    const status = finalStatus(table, textOf(cell("status")));
    const changed = status === textOf(cell("status")) ? [] : [{ table, code, cells: { status } }];
    return [...clearedAllBut(wb, table, code, keep), ...changed];
  });
}

function finalStatus(table: Table, status: string): string {
  if (table.key === mentors.key) return MENTOR_STATUS.left;
  return status === MENTEE_STATUS.finished ? status : MENTEE_STATUS.refused;
}

/** The person's own row, reduced. The note says once why it is so empty. */
function ownRow(wb: ReadOnlyWorkbook, person: Person, keep: readonly string[]): Operation[] {
  const isNoted = isDeleted(person);
  const note = `${DELETED_NOTE} ${formatDate(wb.today)}: оставлено только то, что обязаны хранить.`;
  return [
    ...clearedAllBut(wb, people, person.code, isNoted ? [...keep, "note"] : keep),
    ...(isNoted ? [] : [{ table: people, code: person.code, cells: { note } }]),
  ];
}

function clearedAllBut(wb: ReadOnlyWorkbook, table: Table, code: string, keep: readonly string[]): Operation[] {
  return cleared(
    wb,
    table,
    code,
    Object.keys(table.columns).filter((key) => !keep.includes(key)),
  );
}

/** Empties the cells that are not empty; what cannot be read is emptied too. */
function cleared(wb: ReadOnlyWorkbook, table: Table, code: string, keys: readonly string[]): Operation[] {
  const row = wb.typed(table).find((one) => one.code === code);
  const full = keys.filter((key) => row !== undefined && !["", false].includes(row.cell(key) as string | boolean));
  if (full.length === 0) return [];
  const empty = (key: string): Cell => {
    const column = table.columns[key];
    return column !== undefined && factsOf(column).kind === "flag" ? false : "";
  };
  return [{ table, code, cells: Object.fromEntries(full.map((key) => [key, empty(key)])) }];
}

function plain(text: string): string {
  return text.trim().toLowerCase().replace(/ё/g, "е").replace(/\s+/g, " ");
}
