// Which rows of a staff list are not people: titles, repeated headings, totals, subtotals of a department, signatures.
import { looksLikeFullName } from "../../school/fullName";
import { textKey, tidyText } from "../../school/typedText";
import { headingSureness, type ImportField } from "./fields";
import type { ColumnMapping } from "./guessColumns";
import { readListedName } from "./listedName";

export const NO_NAME = "нет ФИО";
const TOTALS = /^(?:итог|всего|количество|в том числе|средн|из них)/;
const SIGNATURE = /^(?:директор|заведующ\S+|исполнитель|составил\S*|исп\.?)(?=[\s:]).*\/|подпис/;
/** Parts of a school: a row that is named so is a department, perhaps with a subtotal. */
const DEPARTMENT =
  /(?:^|[\s(«"])(?:м[бка]*оу|г[бка]*оу|сош|лицей|гимнази|детский сад|кафедр|отдел|подразделен|администрац|корпус|филиал|школа|классы|сектор|секци|цикл|служб|педагог|учител|воспитател|совместител|работник|персонал|сотрудник|состав|мо|шмо)/;

/** The text that stands where a name should be. */
export function nameCell(cells: readonly string[], mapping: ColumnMapping): string {
  if (mapping.fullName !== undefined) return cells[mapping.fullName] ?? "";
  const columns = [mapping.lastName, mapping.firstName, mapping.middleName];
  return columns.map((column) => (column === undefined ? "" : (cells[column] ?? ""))).join(" ");
}

/** Why a row is not a person: null for a person, "" for an empty row, otherwise words for the curator. */
export function whyNotPerson(cells: readonly string[], mapping: ColumnMapping): string | null {
  const filled = cells.filter((cell) => cell.trim() !== "");
  if (filled.length === 0) return "";
  const name = tidyText(nameCell(cells, mapping));
  if (/^ваканси|^вакантн/i.test(name)) return "вакансия";
  if (filled.some((cell) => /_{3,}/.test(cell))) return "строка подписи";
  return looksLikeFullName(name) || looksLikeFullName(readListedName(name).fullName)
    ? null
    : whyNotNamed(cells, filled, name, mapping);
}

/** Rows without a recognisable name; what is left may still be a person with an odd name. */
function whyNotNamed(
  cells: readonly string[],
  filled: readonly string[],
  name: string,
  mapping: ColumnMapping,
): string | null {
  // «Среднее профессиональное» among a person's cells is no total: only what the row begins with, or stands for a name, is.
  if ([name, filled[0] ?? ""].some((cell) => TOTALS.test(textKey(cell)))) return "строка итогов";
  if (filled.some((cell) => SIGNATURE.test(textKey(cell)))) return "строка подписи";
  if (isHeadingRow(cells, mapping)) return "повтор заголовков";
  if (filled.length > 1 && filled.every((cell) => /^\d{1,2}$/.test(cell.trim()))) return "номера столбцов";
  if (filled.length === 1) return "заголовок раздела";
  if (name === "") return NO_NAME;
  return isDepartment(name, filled) ? "строка подразделения" : null;
}

/** Nothing but a name that nobody bears («Начальные классы», «Кафедра точных наук») and numbers. */
function isDepartment(name: string, filled: readonly string[]): boolean {
  const others = filled.filter((cell) => tidyText(cell) !== name);
  if (!others.every((cell) => /^[\d\s.,%–—-]+$/.test(cell))) return false;
  const [, ...rest] = name.split(" ");
  return DEPARTMENT.test(textKey(name)) || rest.some((word) => word.length > 2 && /^[а-яё]/.test(word));
}

function isHeadingRow(cells: readonly string[], mapping: ColumnMapping): boolean {
  const fields = Object.entries(mapping) as [ImportField, number][];
  const same = fields.filter(([field, column]) => headingSureness(field, cells[column] ?? "") >= 0.85).length;
  return fields.length > 0 && same >= Math.min(2, fields.length);
}
