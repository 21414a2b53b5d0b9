// Compares a person of a list with the record of the bank, field by field, minding what the curator has mended by hand.
import { compareNames, nameParts, readFullName } from "../../school/fullName";
import { textKey } from "../../school/typedText";
import { formatDate, isCalendarDate } from "../../workbook/calendarDate";
import type { Person } from "../people.table";
import { readPhone } from "./contacts";
import { FIELD_SPECS } from "./fields";
import { VALUE_FIELDS, type IncomingPerson, type PersonValues, type ValueField } from "./readPeople";

/** One field of a person: `old` as it stands in the table, "" where empty; `new` as the list has it. Both as the sheet shows them. */
export interface FieldChange {
  field: ValueField;
  label: string;
  old: string;
  new: string;
}

/** What a list means for a record. */
export interface FieldComparison {
  /** Nobody has touched the cell since the last import: the list's value replaces it. */
  changes: FieldChange[];
  /** The cell was filled or mended by hand (or it is not known by whom), and the list says something else: the curator chooses. */
  conflicts: FieldChange[];
  /** The list says what the table says. */
  agreed: ValueField[];
}

type Standing = "agreed" | "change" | "conflict" | "kept";

/**
 * A three-way comparison: the table, the list, and what the last import wrote. Where the cell was changed by hand and the
 * list has not changed since, the cell is kept and nothing is asked. An empty cell of the list says nothing; a value that
 * was only worked out fills an empty cell and never replaces anything.
 */
export function compareFields(old: Person, person: IncomingPerson): FieldComparison {
  const result: FieldComparison = { changes: [], conflicts: [], agreed: [] };
  for (const field of VALUE_FIELDS) {
    const before = old[field];
    const after = person.values[field];
    if (after === undefined || (before !== null && person.derived.includes(field))) continue;
    const base = old.imported?.[field];
    const standing =
      field === "fullName"
        ? nameStanding(old.fullName, person.values.fullName, base)
        : standingOf(field, before, after, base);
    if (standing === "agreed") result.agreed.push(field);
    const change = { field, label: FIELD_SPECS[field].label, old: shownValue(before), new: shownValue(after) };
    if (standing === "change") result.changes.push(change);
    if (standing === "conflict") result.conflicts.push(change);
  }
  return result;
}

/** What the import is to remember of these fields of a list, beside what it remembers already. */
export function remembering(
  old: Person["imported"],
  values: Readonly<Partial<PersonValues>>,
  fields: readonly ValueField[],
): Record<string, string> {
  const memory: Record<string, string> = { ...old };
  for (const field of fields) {
    const value = values[field];
    if (value !== undefined) memory[field] = String(value);
  }
  return memory;
}

function standingOf(
  field: ValueField,
  before: string | number | null,
  after: string | number,
  base: string | undefined,
): Standing {
  const says = (value: string | number) => cellKey(field, value);
  if (before !== null && says(before) === says(after)) return "agreed";
  if (base === undefined) return before === null ? "change" : "conflict";
  if (before !== null && says(before) === says(base)) return "change";
  return says(base) === says(after) ? "kept" : "conflict";
}

/** A list that writes е for ё, or initials for names, teaches the bank nothing; one that completes a name does. */
function nameStanding(old: string, name: string, base: string | undefined): Standing {
  if (old === name) return "agreed";
  if (!isBetterName(old, name)) return "kept";
  const completes = compareNames(nameParts(old), nameParts(name)) !== "different";
  return base === undefined && completes ? "change" : standingOf("fullName", old, name, base);
}

/** Whether a name that differs in spelling only, or at all, should take the place of the old one. */
export function isBetterName(old: string, name: string): boolean {
  if (/(?:^|\s)[А-ЯЁ]\./.test(name)) return compareNames(nameParts(old), nameParts(name)) === "different";
  if (textKey(old) !== textKey(name)) return true;
  return readFullName(old).fullName !== old || (/ё/i.test(name) && !/ё/i.test(old));
}

/** The form in which two values of a field are compared. */
export function cellKey(field: ValueField, value: string | number): string {
  if (typeof value === "number") return String(value);
  return field === "phone" ? (readPhone(value).value ?? textKey(value)) : textKey(value);
}

function shownValue(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value).replace(".", ",");
  return isCalendarDate(value) ? formatDate(value) : value;
}
