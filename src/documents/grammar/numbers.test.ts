// Numbers in words and sums of money, as contracts and orders write them.
import * as fc from "fast-check";
import { applyFilter, asText, findFilter, show, type Value } from "../values";
import { inWords, roubles } from "./numbers";

const plain = (text: string | null): string => (text ?? "—").replace(/\u00a0/g, " ");

test.each([
  [0, "0 (ноль) рублей 00 копеек"],
  [1, "1 (один) рубль 00 копеек"],
  [2, "2 (два) рубля 00 копеек"],
  [11, "11 (одиннадцать) рублей 00 копеек"],
  [21.01, "21 (двадцать один) рубль 01 копейка"],
  [104.22, "104 (сто четыре) рубля 22 копейки"],
  [999.999, "1 000 (одна тысяча) рублей 00 копеек"],
  [1500.5, "1 500 (одна тысяча пятьсот) рублей 50 копеек"],
  [2002, "2 002 (две тысячи два) рубля 00 копеек"],
  [5000, "5 000 (пять тысяч) рублей 00 копеек"],
  [11_012, "11 012 (одиннадцать тысяч двенадцать) рублей 00 копеек"],
  [21_000, "21 000 (двадцать одна тысяча) рублей 00 копеек"],
  [1_000_000, "1 000 000 (один миллион) рублей 00 копеек"],
  [2_342_119.11, "2 342 119 (два миллиона триста сорок две тысячи сто девятнадцать) рублей 11 копеек"],
  [14_000_051, "14 000 051 (четырнадцать миллионов пятьдесят один) рубль 00 копеек"],
  [
    999_999_999,
    "999 999 999 (девятьсот девяносто девять миллионов девятьсот девяносто девять тысяч девятьсот девяносто девять) рублей 00 копеек",
  ],
  [-5, "—"],
  [1_000_000_000, "—"],
])("%d → %s", (sum, expected) => {
  expect(plain(roubles(sum))).toBe(expected);
});

test("figures of a sum, and kopecks with their noun, do not part at the end of a line", () => {
  expect(roubles(5000)).toBe("5\u00a0000 (пять тысяч) рублей 00\u00a0копеек");
});

const filtered = (value: Value, name: string, ...args: string[]): string => {
  const rendering = { own: [], doubt: () => undefined };
  const filter = findFilter(name);
  if (filter === null) throw new Error(`There is no filter «${name}».`);
  return plain(asText(applyFilter(filter, show(value), args, rendering), rendering));
};

describe("filters of numbers", () => {
  const months = ["месяц", "месяца", "месяцев"];
  test.each([
    [0, "0 месяцев"],
    [1, "1 месяц"],
    [3, "3 месяца"],
    [5, "5 месяцев"],
    [11, "11 месяцев"],
    [12, "12 месяцев"],
    [14, "14 месяцев"],
    [21, "21 месяц"],
    [22, "22 месяца"],
    [111, "111 месяцев"],
    [1.5, "1,5 месяца"],
    ["9", "9 месяцев"],
    ["", ""],
    ["уточняется", "уточняется"],
  ])("%p|счёт → %s", (value, expected) => {
    expect(filtered(value, "счёт", ...months)).toBe(expected);
  });
  test.each([
    [6, "слово", months, "месяцев"],
    [2, "словами", ["женский"], "две"],
    [1, "словами", ["средний род"], "одно"],
    [1, "словами", [], "один"],
    [1.5, "словами", ["ж"], "полторы"],
    [2.25, "словами", [], "2,25"],
    ["5 000,50", "рублями", [], "5 000 (пять тысяч) рублей 50 копеек"],
    ["по положению", "рублями", [], "по положению"],
    [null, "рублями", [], ""],
  ])("%p|%s", (value, name, args, expected) => {
    expect(filtered(value, name, ...args)).toBe(expected);
  });
});

test("a number in words, read back, is the number", () => {
  const WORTH = new Map([
    ..."ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать"
      .split(" ")
      .map((word, index): [string, number] => [word, index]),
    ..."двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто"
      .split(" ")
      .map((word, index): [string, number] => [word, 20 + 10 * index]),
    ..."сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот"
      .split(" ")
      .map((word, index): [string, number] => [word, 100 + 100 * index]),
    ["одна", 1],
    ["две", 2],
  ]);
  const read = (words: string): number => {
    let whole = 0;
    let group = 0;
    for (const word of words.split(" ")) {
      const scale = word.startsWith("миллион") ? 1_000_000 : word.startsWith("тысяч") ? 1000 : 0;
      if (scale === 0) group += WORTH.get(word) ?? NaN;
      else {
        whole += group * scale;
        group = 0;
      }
    }
    return whole + group;
  };
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999 }), (number) => {
      expect(read(inWords(number, "male") ?? "")).toBe(number);
    }),
  );
});
