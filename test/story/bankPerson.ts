// A person of any staff list, read off the bank, as the sample's respondents are described: so that they can answer forms.
import type { SamplePerson } from "../../sandbox/sample/staff";

const CATEGORIES: Readonly<Record<string, SamplePerson["category"]>> = {
  "соответствие занимаемой должности": "СЗД",
  первая: "первая",
  высшая: "высшая",
  "педагог-методист": "высшая",
  "педагог-наставник": "высшая",
};
/** Of whom nothing is said: a teacher in the middle of a career. */
const USUAL = { experienceYears: 10, birthYear: 1985, hiredOn: "2015-09-01" };

/** @param row a row of «Педагоги» by its headings */
export function personFromBank(row: Readonly<Record<string, string>>): SamplePerson {
  const said = (heading: string): string => row[heading] ?? "";
  const number = (heading: string, usual: number): number => {
    const value = Number(said(heading).replace(",", "."));
    return said(heading) === "" || !Number.isFinite(value) ? usual : value;
  };
  const kind = said("Тип");
  return {
    fullName: said("ФИО"),
    post: said("Должность") || "педагог",
    subject: said("Предмет (группа)"),
    hiredOn: isoDate(said("Дата приёма")) ?? USUAL.hiredOn,
    experienceYears: number("Педагогический стаж, лет", USUAL.experienceYears),
    category: CATEGORIES[said("Квалификационная категория")] ?? "—",
    education: said("Образование"),
    birthYear: number("Год рождения", USUAL.birthYear),
    email: said("Электронная почта"),
    phone: said("Телефон"),
    kind: kind === "внешний совместитель" || kind === "внешний эксперт" ? kind : "штатный",
    workplace: said("Место работы"),
    employment: said("Занятость") === "длительно отсутствует" ? "длительно отсутствует" : "работает",
    note: "",
  };
}

function isoDate(shown: string): string | null {
  const [, day, month, year] = /^(\d\d)\.(\d\d)\.(\d{4})$/.exec(shown) ?? [];
  return day && month && year ? `${year}-${month}-${day}` : null;
}
