// What leaves the live tabs when a school year is archived, and what must stay: pure rules with their sources.
import type { Consent } from "../../bank/consents.table";
import { type ConsentKind, isInForce } from "../../bank/consentRules";
import type { Diagnostic } from "../../bank/diagnostics.table";
import { MENTEE_STATUS, type Mentee } from "../../bank/mentees.table";
import { PAIR_STATUS, type Pair } from "../../pairing/pairs.table";
import type { Activity } from "../../programmes/activities.table";
import type { Programme } from "../../programmes/programmes.table";
import { ANSWER_STATUS, type Answer } from "../../questionnaires/answers.table";
import { FORM_STATUS, type FormRecord } from "../../questionnaires/forms.table";
import type { Invitation } from "../../questionnaires/invitations.table";
import { schoolYearOf } from "../../school/schoolYear";
import { addMonths, type CalendarDate } from "../../workbook/calendarDate";

/** The tables that an archive takes from, in the order in which rows may go: what points to a row goes before it. */
export const ARCHIVED = [
  "activities",
  "programmes",
  "pairs",
  "invitations",
  "answers",
  "forms",
  "diagnostics",
  "consents",
] as const;
export type ArchivedTable = (typeof ARCHIVED)[number];
/** Codes by table. */
export type ArchivedCodes = Readonly<Record<ArchivedTable, readonly string[]>>;

/** The rows that are looked at. */
export interface ArchiveData {
  readonly pairs: readonly Pair[];
  readonly programmes: readonly Programme[];
  readonly activities: readonly Activity[];
  readonly forms: readonly FormRecord[];
  readonly invitations: readonly Invitation[];
  readonly answers: readonly Answer[];
  readonly diagnostics: readonly Diagnostic[];
  readonly consents: readonly Consent[];
  readonly mentees: readonly Mentee[];
}

/** What stays though it is of the year, and why, in Russian. */
export interface Staying {
  what: string;
  count: number;
  why: string;
}

export interface ArchivePlan {
  readonly going: ArchivedCodes;
  readonly staying: readonly Staying[];
}

const ENDED: readonly (string | null)[] = [PAIR_STATUS.finished, PAIR_STATUS.ended];
const UNSETTLED: readonly (string | null)[] = [ANSWER_STATUS.unknown, ANSWER_STATUS.doubtful];
const AT_REST: readonly (string | null)[] = [MENTEE_STATUS.finished, MENTEE_STATUS.refused];
/** Consents are kept for three years after they have ended (practice of the field, domain §10). */
const CONSENT_KEPT_MONTHS = 36;

/**
 * Sorts the rows of a school year into those that go to the archive file and those that stay.
 *
 * - Ended pairs with their programmes and activities go. Pairs that have not been ended stay: an order still binds them.
 * - Closed forms go with their invitations and answers, unless an answer still waits for the curator's decision.
 * - Diagnoses go when the person needs them no more: no pair stands, and the mentee has finished or declined.
 * - Consents stay for three years after their end, and longer where the withdrawal is what keeps the person from being
 *   written to (152-ФЗ ст. 9 ч. 2, ст. 21): such a row goes only if a newer consent of the same kind is in force.
 * - «Документы» stay: personnel papers are kept for 50 years (125-ФЗ ст. 22.1); so do the bank itself and «Журнал».
 *
 * @param year «2025/2026»
 */
export function planArchive(data: ArchiveData, year: string, today: CalendarDate): ArchivePlan {
  const ofYear = data.pairs.filter((pair) => yearOfPair(pair) === year);
  const pairs = ofYear.filter((pair) => ENDED.includes(pair.status));
  const pairCodes = codeSet(pairs);
  const programmes = data.programmes.filter((programme) => pairCodes.has(programme.pair));
  const programmeCodes = codeSet(programmes);
  const formsOfYear = data.forms.filter((form) => form.schoolYear === year);
  const closed = formsOfYear.filter((form) => form.status !== FORM_STATUS.open);
  const unsettled = new Set(data.answers.filter(({ status }) => UNSETTLED.includes(status)).map(({ form }) => form));
  const forms = closed.filter((form) => !unsettled.has(form.code));
  const formCodes = codeSet(forms);
  const diagnostics = data.diagnostics.filter((row) => schoolYearOf(row.doneOn).name <= year);
  const needed = peopleInNeed(data);
  const freed = diagnostics.filter((row) => !needed.has(row.person));
  const ended = data.consents.filter((consent) => {
    const end = endOf(consent);
    return end !== null && schoolYearOf(end).name <= year && !isInForce(consent, today);
  });
  const outdated = ended.filter((consent) => isOutdated(consent, data.consents, today));
  return {
    going: {
      activities: codes(data.activities.filter((activity) => programmeCodes.has(activity.programme))),
      programmes: codes(programmes),
      pairs: codes(pairs),
      invitations: codes(data.invitations.filter(({ form }) => formCodes.has(form))),
      answers: codes(data.answers.filter(({ form }) => formCodes.has(form))),
      forms: codes(forms),
      diagnostics: codes(freed),
      consents: codes(outdated),
    },
    staying: [
      {
        what: "Пары, которые не завершены",
        count: ofYear.length - pairs.length,
        why: "Завершите или прекратите их и перенесите в архив позже: приказ о них ещё действует.",
      },
      {
        what: "Анкеты, которые ещё открыты",
        count: formsOfYear.length - closed.length,
        why: "Закройте опрос: после этого анкета с ответами уйдёт в архив.",
      },
      {
        what: "Анкеты с неразобранными ответами",
        count: closed.length - forms.length,
        why: "Укажите авторов в «Анкетах участников»: неразобранное не архивируется.",
      },
      {
        what: "Диагностика тех, кто продолжает",
        count: diagnostics.length - freed.length,
        why: "По ней составляются новые программы.",
      },
      {
        what: "Отозванные и истёкшие согласия",
        count: ended.length - outdated.length,
        why: "Хранятся три года после окончания; по отзыву программа узнаёт, кому нельзя писать.",
      },
    ].filter(({ count }) => count > 0),
  };
}

/** Years that have anything to archive by the tables that name their year, the latest first; not the current one. */
export function yearsToArchive({ pairs, forms }: Pick<ArchiveData, "pairs" | "forms">, current: string): string[] {
  const years = [...pairs.map(yearOfPair), ...forms.map((form) => form.schoolYear)];
  const past = years.filter((year): year is string => year !== null && isSchoolYear(year) && year < current);
  return [...new Set(past)].sort().reverse();
}

function isSchoolYear(text: string): boolean {
  return /^\d{4}\/\d{4}$/.test(text);
}

/** The year that is written in the row, or else the one in which the pair ended or began. */
function yearOfPair({ schoolYear, endsOn, startsOn }: Pair): string | null {
  const day = startsOn ?? endsOn;
  return schoolYear ?? (day === null ? null : schoolYearOf(day).name);
}

/** People whose diagnoses are still worked with. */
function peopleInNeed({ mentees, pairs }: ArchiveData): ReadonlySet<string> {
  const paired = new Set(pairs.filter((pair) => !ENDED.includes(pair.status)).flatMap((pair) => pair.mentees));
  return new Set(
    mentees.filter(({ code, status }) => paired.has(code) || !AT_REST.includes(status)).map(({ person }) => person),
  );
}

/** The day on which a consent ended or will end; null if it holds until it is withdrawn. */
function endOf({ validUntil, withdrawnOn }: Consent): CalendarDate | null {
  if (withdrawnOn === null || validUntil === null) return withdrawnOn ?? validUntil;
  return withdrawnOn < validUntil ? withdrawnOn : validUntil;
}

/** Kept long enough, and not the row that says that the person may not be written to. */
function isOutdated(consent: Consent, all: readonly Consent[], today: CalendarDate): boolean {
  const end = endOf(consent);
  if (end === null || addMonths(end, CONSENT_KEPT_MONTHS) > today) return false;
  const { person, kind }: { person: string; kind: ConsentKind } = consent;
  return all.some((other) => other.person === person && other.kind === kind && isInForce(other, today));
}

function codes(rows: readonly { code: string }[]): string[] {
  return rows.map(({ code }) => code);
}

function codeSet(rows: readonly { code: string }[]): ReadonlySet<string> {
  return new Set(codes(rows));
}
