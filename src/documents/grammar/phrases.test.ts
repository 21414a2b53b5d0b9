// Posts and organisations in all cases against phrases.tsv, which tells whose rules the forms follow.
import { readFileSync } from "node:fs";
import path from "node:path";
import { CASES } from "./cases";
import { declinePhrase } from "./phrases";

interface Row {
  readonly expected: readonly string[];
  /** Usage or the charter decides: the program must ask. */
  readonly twoWays: boolean;
}

const [, POSTS = [], ORGANISATIONS = []] = readFileSync(path.join(__dirname, "phrases.tsv"), "utf8")
  .split(/^## .*\n/m)
  .map((part) =>
    part
      .split("\n")
      .filter((line) => line !== "")
      .map((line): Row => {
        const cells = line.split("\t");
        return { expected: cells.slice(0, 6), twoWays: cells[6] === "?" };
      }),
  );

describe.each([
  { what: "Posts", rows: POSTS, least: 100 },
  { what: "Organisations", rows: ORGANISATIONS, least: 40 },
])("$what in all six cases", ({ what, rows, least }) => {
  const made = rows.map((row) => {
    const { forms, doubts } = declinePhrase(row.expected[0] ?? "");
    const shown = CASES.map((wanted) => forms[wanted]);
    return { ...row, shown, isRight: shown.join("|") === row.expected.join("|"), isDoubted: doubts.length > 0 };
  });
  const listed = (found: typeof made): string[] => found.map(({ shown }) => shown.join(" | "));

  test(`at least ${String(least)}, at least 98 % of them right in all cases`, () => {
    const share = (made.filter(({ isRight }) => isRight).length / made.length) * 100;
    console.info(`${what}: ${share.toFixed(1)} % of ${String(made.length)} are right in all six cases.`);
    expect(made.length).toBeGreaterThanOrEqual(least);
    expect(share).toBeGreaterThanOrEqual(98);
  });
  test("none is wrong without being marked for checking", () => {
    expect(listed(made.filter(({ isRight, isDoubted }) => !isRight && !isDoubted))).toEqual([]);
  });
  test("what the charter decides is marked for checking, the rest is not", () => {
    expect(listed(made.filter(({ twoWays, isDoubted }) => twoWays !== isDoubted))).toEqual([]);
  });
});

test("the school's own forms of a post win", () => {
  const own = [{ word: "вожатая-хозяйка", forms: { genitive: "вожатой-хозяйки" } }];
  expect(declinePhrase("Вожатая-хозяйка", own).forms.genitive).toBe("Вожатой-хозяйки");
  // A case that is not set is the rules' to decide.
  const headmaster = [{ word: "заместитель директора", forms: { genitive: "зам. директора" } }];
  expect(declinePhrase("заместитель директора", headmaster).forms).toMatchObject({
    genitive: "зам. директора",
    dative: "заместителю директора",
  });
});

test("a word that no rule fits is left alone and marked", () => {
  const declined = declinePhrase("атташе по культуре");
  expect(declined.forms.genitive).toBe("атташе по культуре");
  expect(declined.doubts.join()).toContain("атташе");
});

test("a businessman's name declines with the words before it, and tells what it needs", () => {
  expect(declinePhrase("индивидуальный предприниматель Ким Анна Петровна").forms.instrumental).toBe(
    "индивидуальным предпринимателем Ким Анной Петровной",
  );
  expect(declinePhrase("ИП Петров И. И.").doubts.join()).toContain("пол");
});
