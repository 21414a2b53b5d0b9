// Numbers agree with their nouns as Russian grammar asks.
import { counted } from "./counted";

test.each([
  [1, "1 год"],
  [2, "2 года"],
  [5, "5 лет"],
  [11, "11 лет"],
  [12, "12 лет"],
  [21, "21 год"],
  [112, "112 лет"],
  [0, "0 лет"],
  [1.5, "1,5 года"],
])("%d → «%s»", (number, words) => {
  expect(counted(number, ["год", "года", "лет"])).toBe(words);
});
