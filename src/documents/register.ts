// Rules of the register «Документы»: keys, versions, numbers. A number is given once and never again.
import { Stop } from "../google/stop";
import type { CalendarDate } from "../workbook/calendarDate";
import { DOCUMENT_STATUS, type DocumentRecord } from "./documents.table";

/** What identifies one document for ever: its kind, what it is about, and its version. At most 96 bytes. */
export type DocumentKey = string;

/** Drive keeps at most 124 bytes for the name and the value of a property together. */
const LONGEST_SUBJECT = 60;

/**
 * The key of a document. Long subjects are shortened to a checksum, since Drive limits the length of a key.
 *
 * @param subject what the document is about, stable: a pair's code, a person's code, a school year
 */
export function documentKey(paperKey: string, subject: string, version: number): DocumentKey {
  const ascii = /^[\w./-]*$/.test(subject) && subject.length <= LONGEST_SUBJECT;
  return `${paperKey}:${ascii ? subject : checksum(subject)}:${String(version)}`;
}

/** A 53-bit checksum (two multiplicative 32-bit mixes); equal texts give equal sums on every machine. */
function checksum(text: string): string {
  let one = 0xdeadbeef;
  let two = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    one = Math.imul(one ^ unit, 2654435761);
    two = Math.imul(two ^ unit, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return (4294967296 * (2097151 & two) + (one >>> 0)).toString(36);
}

/** What is to be done about a document that is asked for. */
export type Plan =
  | { readonly action: "update"; readonly record: DocumentRecord; readonly key: DocumentKey }
  | { readonly action: "create"; readonly key: DocumentKey; readonly version: number; readonly supersedes: string };

/**
 * Decides whether a document is new, is a draft to be made again, or supersedes a signed one.
 *
 * @param records every row of the register
 */
export function planDocument(records: readonly DocumentRecord[], paperKey: string, subject: string): Plan {
  const stem = documentKey(paperKey, subject, 0).slice(0, -1);
  const versions = records.filter((record) => record.key?.startsWith(stem) === true);
  const latest = versions.reduce<DocumentRecord | null>(
    (found, record) => ((record.version ?? 1) >= (found?.version ?? 0) ? record : found),
    null,
  );
  if (latest === null) return { action: "create", key: documentKey(paperKey, subject, 1), version: 1, supersedes: "" };
  if (isDraft(latest)) return { action: "update", record: latest, key: latest.key ?? `${stem}1` };
  const version = (latest.version ?? 1) + 1;
  const signed = versions.filter((record) => record.status === DOCUMENT_STATUS.signed).pop();
  return {
    action: "create",
    key: documentKey(paperKey, subject, version),
    version,
    supersedes: signed?.code ?? "",
  };
}

/** A draft or an agreed document may be made again; an empty status is a draft whose status was erased. */
export const isDraft = (record: DocumentRecord): boolean =>
  record.status === null || record.status === DOCUMENT_STATUS.draft || record.status === DOCUMENT_STATUS.agreed;

const DEFAULT_PATTERN = "{номер}";

/**
 * The next free number by the school's pattern, counted within the year of the date.
 *
 * @param pattern «{номер}-н/{год}», «{номер}-02»; null or a pattern without {номер} means plain numbers
 * @param records every row of the register: numbers of cancelled and superseded papers are not used again
 * @param inSeries which of them are numbered together with this paper
 * @example nextNumber("{номер}-н/{год}", records, sameFamily("Приказ о …"), "2026-09-14") //=> "13-н/2026"
 */
export function nextNumber(
  pattern: string | null,
  records: readonly DocumentRecord[],
  inSeries: (record: DocumentRecord) => boolean,
  on: CalendarDate,
): string {
  const used = pattern?.includes("{номер}") === true ? pattern : DEFAULT_PATTERN;
  const year = on.slice(0, 4);
  const reading = new RegExp(
    `^${escapeForRegExp(used).replace("\\{номер\\}", "(\\d+)").replace("\\{год\\}", year)}$`,
    "i",
  );
  const taken = records
    .filter(inSeries)
    .filter((record) => record.signedOn === null || record.signedOn.slice(0, 4) === year)
    .map((record) => Number(reading.exec((record.number ?? "").trim())?.[1] ?? 0));
  const next = Math.max(0, ...taken) + 1;
  return used.replace("{номер}", String(next)).replace("{год}", year);
}

const escapeForRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/**
 * Refuses to register what is no draft, or on a day that lies ahead.
 *
 * @throws Stop when the document is not a draft, or the date lies ahead
 */
export function checkDraft(record: DocumentRecord, on: CalendarDate, today: CalendarDate): void {
  if (!isDraft(record)) {
    throw new Stop(
      `Документ ${record.code} уже не проект: его статус — «${record.status ?? ""}».`,
      "Чтобы изменить подписанный документ, создайте его заново: новая версия заменит прежнюю.",
    );
  }
  if (on > today) throw new Stop("Дата документа ещё не наступила.", "Укажите сегодняшнюю дату или более раннюю.");
}

/**
 * Refuses a number that would break the register.
 *
 * @throws Stop when the number is empty or taken in that year by a paper of the same series
 */
export function checkNumber(
  records: readonly DocumentRecord[],
  record: DocumentRecord,
  number: string,
  inSeries: (record: DocumentRecord) => boolean,
  on: CalendarDate,
): void {
  if (number.trim() === "") throw new Stop("Не указан номер документа.", "Введите номер и повторите.");
  const same = records.find(
    (other) =>
      other.code !== record.code &&
      inSeries(other) &&
      sameNumber(other.number ?? "", number) &&
      other.signedOn?.slice(0, 4) === on.slice(0, 4),
  );
  if (same !== undefined) {
    throw new Stop(
      `Номер ${number} в этом году уже занят документом ${same.code}.`,
      "Укажите другой номер: номера не повторяются, даже если документ отменён.",
    );
  }
}

/** Orders share one numbering, whatever they are about; so do programmes, and so on: the first word of the kind tells. */
export const sameFamily =
  (title: string) =>
  ({ paper }: DocumentRecord): boolean =>
    paper.trim().split(" ")[0]?.toLowerCase() === title.trim().split(" ")[0]?.toLowerCase();

const sameNumber = (a: string, b: string): boolean =>
  a.replace(/\s/g, "").toLowerCase() === b.replace(/\s/g, "").toLowerCase();

/** The stem of a document's key, which all of its versions share; "" for a document that was not made here. */
const stemOf = (record: DocumentRecord): string => (record.key ?? "").replace(/\d+$/, "");

/** Gives the last version about a subject. Make one and ask it about many. */
export function latestVersions(
  records: readonly DocumentRecord[],
): (paperKey: string, subject: string) => DocumentRecord | undefined {
  const latest = new Map<string, DocumentRecord>();
  for (const record of records) {
    const stem = stemOf(record);
    if (stem !== "" && (record.version ?? 1) >= (latest.get(stem)?.version ?? 0)) latest.set(stem, record);
  }
  return (paperKey, subject) => latest.get(documentKey(paperKey, subject, 0).slice(0, -1));
}
