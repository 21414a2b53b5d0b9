import type { Field } from "../../papers/fields";
import { faultsOf, listOf, rowsOf, textOf } from "./answers";
import { isUnseen } from "./status";

const field = (key: string, sort: Field["sort"], required = true): Field => ({ key, label: key, sort, required });

describe("the short form", () => {
  test("asks for what is obligatory, whatever its sort, and not for the rest", () => {
    const fields = [
      field("reason", "longText"),
      field("items", "lines"),
      field("chair", "person"),
      field("plan", "rows"),
      field("first", "flag"),
      field("note", "text", false),
    ];
    expect(Object.keys(faultsOf(fields, { items: ["", " "], plan: [{ when: " " }] }))).toEqual([
      "reason",
      "items",
      "chair",
      "plan",
    ]);
    expect(
      faultsOf(fields, { reason: "отпуск", items: ["а"], chair: "Р-001", plan: [{ when: "май" }], first: false }),
    ).toEqual({});
  });

  test("takes numbers as Russians type them, and nothing else as a number", () => {
    const fields = [field("sum", "number", false)];
    for (const sum of ["5000", "5 000,50", "12.5", "5\u00a0000", 7, ""]) expect(faultsOf(fields, { sum })).toEqual({});
    for (const sum of ["пять", "5000 руб.", "1,2,3"]) expect(faultsOf(fields, { sum })).toHaveProperty("sum");
  });

  test("shows lines as they were typed, and keeps an empty last one while it is being typed", () => {
    expect(textOf("один\n".split("\n"))).toBe("один\n");
    expect(listOf(["Р-001", ""])).toEqual(["Р-001"]);
    expect(rowsOf([{ who: "Р-001" }])).toEqual([{ who: "Р-001" }]);
  });
});

describe("the register", () => {
  test("misses the acquaintance of signed papers only", () => {
    expect(isUnseen({ status: "подписан", acquainted: "12 из 14" })).toBe(true);
    expect(isUnseen({ status: "подписан", acquainted: "14 из 14" })).toBe(false);
    expect(isUnseen({ status: "проект", acquainted: "0 из 3" })).toBe(false);
    expect(isUnseen({ status: "подписан", acquainted: "" })).toBe(false);
  });
});
