// Check digits: real numbers of state bodies pass, one wrong digit does not.
import * as fc from "fast-check";
import { doubtOfInn, doubtOfOgrn } from "./requisites";

/** The tax service's and the ministry of education's own numbers, from the public register. */
const REAL = [
  ["7707329152", "1047707030513"],
  ["7707418081", "1187746728840"],
] as const;

test("right and empty numbers raise no doubt, spaces aside", () => {
  for (const [inn, ogrn] of REAL) {
    expect([doubtOfInn(inn), doubtOfOgrn(ogrn)]).toEqual([null, null]);
    expect(doubtOfInn(` ${inn.slice(0, 4)} ${inn.slice(4)}`)).toBeNull();
  }
  expect([doubtOfInn(""), doubtOfOgrn(" ")]).toEqual([null, null]);
});

test("a wrong last digit is noticed", () => {
  fc.assert(
    fc.property(fc.constantFrom(...REAL), fc.integer({ min: 1, max: 9 }), ([inn, ogrn], by) => {
      const wrong = (number: string): string => number.slice(0, -1) + String((Number(number.slice(-1)) + by) % 10);
      expect(doubtOfInn(wrong(inn))).toContain("контрольная цифра");
      expect(doubtOfOgrn(wrong(ogrn))).toContain("контрольная цифра");
    }),
  );
});

test("letters and another length are noticed", () => {
  expect(doubtOfInn("770732915")).toContain("10 цифр");
  expect(doubtOfInn("нет")).toContain("10 цифр");
  expect(doubtOfOgrn("1047707030513x")).toContain("13 цифр");
});
