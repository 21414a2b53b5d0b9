// A list of any length, for the question what happens with five thousand lines: made when needed, never stored.

import { separated } from "./encoding";

const SURNAMES = [
  "Абросимов",
  "Бердников",
  "Вихров",
  "Гладышев",
  "Дроздов",
  "Еремеев",
  "Жилин",
  "Зотов",
  "Исаев",
  "Карпов",
];
const STEMS = ["", "ск", "цев", "лин", "хин"];
const NAMES = ["Анна", "Вера", "Галина", "Дарья", "Елена", "Жанна", "Зоя", "Ирина", "Клара", "Лидия"];
const FATHERS = [
  "Андреевна",
  "Борисовна",
  "Викторовна",
  "Глебовна",
  "Денисовна",
  "Егоровна",
  "Захаровна",
  "Ивановна",
  "Львовна",
  "Марковна",
];
const POSTS = [
  "учитель математики",
  "учитель начальных классов",
  "педагог-психолог",
  "воспитатель ГПД",
  "учитель физики",
];

const at = <T>(list: readonly T[], index: number): T => {
  const item = list[index % list.length];
  if (item === undefined) throw new Error("The list is empty.");
  return item;
};

/** The full name number `index`; the first 5,000 are all different. */
function fullName(index: number): string {
  const surname = at(SURNAMES, index) + at(STEMS, Math.floor(index / 10));
  const feminine = /ск$/.test(surname) ? `${surname}ая` : `${surname}а`;
  return `${feminine} ${at(NAMES, Math.floor(index / 50))} ${at(FATHERS, Math.floor(index / 500))}`;
}

/** The list as `;`-separated text with a heading line. */
export function bigList(people: number): string {
  const lines = Array.from({ length: people }, (_, index) => [
    index + 1,
    fullName(index),
    at(POSTS, index),
    index % 41,
    `${String((index % 28) + 1).padStart(2, "0")}.09.${2026 - (index % 41)}`,
    `teacher${index + 1}@school7.example`,
  ]);
  return separated([["№", "ФИО", "Должность", "Педстаж", "Дата приёма", "E-mail"], ...lines], ";");
}
