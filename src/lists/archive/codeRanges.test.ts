// Packing codes into a job's cell loses none and gains none.
import fc from "fast-check";
import { packCodes, unpackCodes } from "./codeRanges";

test("neighbours become a range", () => {
  expect(packCodes(["О-098", "О-100", "О-099", "О-1000", "П-2026-07"])).toBe("О-098..100,О-1000,П-2026-07");
  expect(unpackCodes("")).toEqual([]);
});

test("any set of codes comes back", () => {
  const code = fc.oneof(
    fc.integer({ min: 1, max: 1200 }).map((number) => `О-${String(number).padStart(3, "0")}`),
    fc.integer({ min: 1, max: 120 }).map((number) => `П-2026-${String(number).padStart(2, "0")}`),
    fc.constantFrom("О-7", "О-0007", "Р-00", "нечто"),
  );
  fc.assert(
    fc.property(fc.uniqueArray(code, { maxLength: 200 }), (codes) => {
      expect(unpackCodes(packCodes(codes)).sort()).toEqual([...codes].sort());
    }),
  );
});

test("five thousand codes, every other one missing, fit into a cell", () => {
  const codes = Array.from({ length: 5000 }, (_, index) => `О-${String(index * 2 + 1).padStart(3, "0")}`);
  expect(packCodes(codes).length).toBeLessThan(40_000);
});
