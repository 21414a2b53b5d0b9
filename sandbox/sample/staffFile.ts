// The sample staff list as the files that a school would choose in the import sidebar.

import ExcelJS from "exceljs";
import { SAMPLE_STAFF, type SamplePerson } from "./staff";

const russianDate = (iso: string): string => iso.split("-").reverse().join(".");

/** Heading → cell, in the order and wording of a school's own list. */
const COLUMNS: [heading: string, width: number, cell: (person: SamplePerson) => string | number | Date][] = [
  ["Фамилия, имя, отчество", 34, (person) => person.fullName],
  ["Должность", 38, (person) => person.post],
  ["Предмет (группа)", 28, (person) => person.subject],
  ["Дата приёма на работу", 14, (person) => new Date(`${person.hiredOn}T00:00:00Z`)],
  ["Педагогический стаж, лет", 14, (person) => person.experienceYears],
  ["Квалификационная категория", 16, (person) => person.category],
  ["Образование", 36, (person) => person.education],
  ["Год рождения", 10, (person) => person.birthYear],
  ["Электронная почта", 30, (person) => person.email],
  ["Телефон", 20, (person) => person.phone],
  ["Тип занятости", 20, (person) => person.kind],
  ["Место работы (для внешних)", 36, (person) => person.workplace],
  ["Статус", 20, (person) => person.employment],
  ["Примечание", 40, (person) => person.note],
];

/** The list as .xlsx: one sheet, a heading row, real dates and numbers. */
export async function staffWorkbook(staff: readonly SamplePerson[] = SAMPLE_STAFF): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("Педагогический состав", { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = [{ header: "№ п/п", width: 6 }, ...COLUMNS.map(([header, width]) => ({ header, width }))];
  sheet.getRow(1).font = { bold: true };
  sheet.getRow(1).alignment = { wrapText: true, vertical: "middle" };
  sheet.getColumn(5).numFmt = "dd.mm.yyyy";
  staff.forEach((person, index) => sheet.addRow([index + 1, ...COLUMNS.map(([, , cell]) => cell(person))]));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** The list as Excel saves it to .csv in a Russian Windows: semicolons, dates as dd.mm.yyyy; the text, not its bytes. */
export function staffCsv(staff: readonly SamplePerson[] = SAMPLE_STAFF): string {
  const field = (value: string | number | Date): string => {
    const text = value instanceof Date ? russianDate(value.toISOString().slice(0, 10)) : String(value);
    return /[;"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = [
    COLUMNS.map(([heading]) => field(heading)),
    ...staff.map((person) => COLUMNS.map(([, , cell]) => field(cell(person)))),
  ];
  return lines.map((line) => `${line.join(";")}\r\n`).join("");
}
