// What every kind of paper must have, whoever added it: the sidebar, the register and Drive rely on it.
import { builtInDocx } from "../documents/builtInTemplates";
import { checkTemplate } from "../documents/checkTemplate";
import { documentKey } from "../documents/register";
import { renderDocument } from "../documents/render";
import { CATALOGUE } from "./catalogue";
import { PAPER_GROUPS } from "./paperKind";

const kinds = CATALOGUE.map((kind) => [kind.paper.title, kind] as const);

test("no two kinds share a key, and every key fits what Drive allows", () => {
  const keys = CATALOGUE.map(({ paper }) => paper.key);
  expect(new Set(keys).size).toBe(keys.length);
  for (const key of keys) {
    expect(key).toMatch(/^[a-zA-Z]+$/);
    expect(Buffer.byteLength(`nastavnikKey${documentKey(key, "2026-2027-12", 12)}`)).toBeLessThanOrEqual(124);
  }
});

describe.each(kinds)("%s", (title, kind) => {
  const { paper, series, count } = kind;

  test("says what it is, and whom it is about where there are many", () => {
    expect(title).toMatch(/^[А-ЯЁ]/);
    expect(kind.purpose).toMatch(/^[А-ЯЁ].*[.]$/s);
    expect(PAPER_GROUPS).toContain(kind.group);
    if (count === "each" && kind.page === undefined) expect(kind.subjects).toBeDefined();
  });

  test("is numbered with its like: orders are orders by their first word, since hand-written ones are known by it", () => {
    if (series === "order") expect(title).toMatch(/^Приказ/);
    if (series === "minutes") expect(title).toMatch(/^Протокол/);
  });

  test("its built-in template holds its tags and no others, and its sample fills it wholly", () => {
    const template = builtInDocx(paper.templateKey);
    expect(checkTemplate(template, paper.tags)).toEqual([]);
    const { problems } = renderDocument(template, paper.data(paper.sample as never));
    expect(problems.filter(({ tag }) => tag !== null)).toEqual([]);
  });
});
