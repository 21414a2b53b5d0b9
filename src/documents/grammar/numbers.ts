// Whole numbers in words and sums of money as contracts write them.
import { formFor } from "../../school/counted";

/** The gender of the counted noun: «один рубль», «одна копейка», «одно занятие». */
export type NounGender = "male" | "female" | "neuter";

/** Greater numbers stay figures: no sum of a school reaches a thousand million. */
const GREATEST = 999_999_999;
const NBSP = "\u00a0";

const list = (words: string): readonly string[] => words.split(" ");
const TO_NINETEEN = list(
  "ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать " +
    "пятнадцать шестнадцать семнадцать восемнадцать девятнадцать",
);
const TENS = list("_ _ двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто");
const HUNDREDS = list("_ сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот");
const ONE_AND_TWO: Readonly<Record<NounGender, readonly [string, string]>> = {
  male: ["один", "два"],
  female: ["одна", "две"],
  neuter: ["одно", "два"],
};

/**
 * A number in words in the nominative, agreeing with a noun of the given gender; null where words are not usual:
 * fractions other than one and a half, numbers below zero or above 999 999 999.
 * @example inWords(1201, "female") //=> "одна тысяча двести одна"
 */
export function inWords(number: number, gender: NounGender): string | null {
  if (number === 1.5) return gender === "female" ? "полторы" : "полтора";
  if (!Number.isInteger(number) || number < 0 || number > GREATEST) return null;
  if (number === 0) return TO_NINETEEN[0] ?? null;
  const millions = Math.floor(number / 1_000_000);
  const thousands = Math.floor(number / 1000) % 1000;
  return [
    ...group(millions, "male", ["миллион", "миллиона", "миллионов"]),
    ...group(thousands, "female", ["тысяча", "тысячи", "тысяч"]),
    ...below1000(number % 1000, gender),
  ].join(" ");
}

function group(number: number, gender: NounGender, forms: readonly [string, string, string]): readonly string[] {
  return number === 0 ? [] : [...below1000(number, gender), formFor(number, forms)];
}

function below1000(number: number, gender: NounGender): readonly string[] {
  const words: (string | undefined)[] = [];
  if (number >= 100) words.push(HUNDREDS[Math.floor(number / 100)]);
  let rest = number % 100;
  if (rest >= 20) {
    words.push(TENS[Math.floor(rest / 10)]);
    rest %= 10;
  }
  if (rest === 1 || rest === 2) words.push(ONE_AND_TWO[gender][rest - 1]);
  else if (rest > 0) words.push(TO_NINETEEN[rest]);
  return words.filter((word) => word !== undefined);
}

/**
 * A sum as a contract writes it; null for a sum that words do not reach. Kopecks are rounded.
 * @example roubles(5000) //=> "5 000 (пять тысяч) рублей 00 копеек", its figures kept together
 */
export function roubles(sum: number): string | null {
  const kopecks = Math.round(sum * 100);
  const whole = Math.floor(kopecks / 100);
  const words = inWords(whole, "male");
  if (words === null) return null;
  const part = kopecks % 100;
  const rouble = formFor(whole, ["рубль", "рубля", "рублей"]);
  const kopeck = formFor(part, ["копейка", "копейки", "копеек"]);
  return `${grouped(whole)} (${words}) ${rouble} ${part < 10 ? "0" : ""}${String(part)}${NBSP}${kopeck}`;
}

/** «5 000»: figures by threes, kept together. */
const grouped = (number: number): string => String(number).replace(/\B(?=(?:\d{3})+$)/g, NBSP);

/** Reads a number as people type it: «5 000,50»; null if it is none. */
export function readNumber(text: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f]/g, "").replace(",", ".");
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null;
}
