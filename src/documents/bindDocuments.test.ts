// One print of many papers: nothing of one paper leaks into the next.
import PizZip from "pizzip";
import { templateOf, textOf } from "../../test/docx";
import { bindable, bindDocuments } from "./bindDocuments";
import { builtInDocx } from "./builtInTemplates";

const part = (docx: string, name: string): string => new PizZip(docx, { base64: true }).file(name)?.asText() ?? "";
const body = (docx: string): string => part(docx, "word/document.xml");
/** Relation ids that the text uses and the package does not define. */
const dangling = (docx: string): string[] => {
  const relations = part(docx, "word/_rels/document.xml.rels");
  return [...body(docx).matchAll(/r:id="([^"]*)"/g)].flatMap(([, id]) =>
    id !== undefined && !relations.includes(`Id="${id}"`) ? id : [],
  );
};

test("every paper's text stands in the print once, in order", () => {
  const order = builtInDocx("assignmentOrder");
  const consent = builtInDocx("mentorConsent");
  expect(textOf(bindDocuments([order, consent, order])).replace(/\n+/g, "\n")).toBe(
    [order, consent, order].map(textOf).join("\n").replace(/\n+/g, "\n"),
  );
});

test("numbered clauses of each paper begin with 1 again", () => {
  const bound = bindDocuments([builtInDocx("assignmentOrder"), builtInDocx("assignmentOrder")]);
  const half = Math.floor(body(bound).length / 2);
  const listsIn = (xml: string): Set<string> =>
    new Set([...xml.matchAll(/<w:numId w:val="(\d+)"\/>/g)].map(([, id]) => id ?? ""));
  const [first, second] = [listsIn(body(bound).slice(0, half)), listsIn(body(bound).slice(half))];
  expect(first.size).toBeGreaterThan(0);
  expect([...second].filter((id) => first.has(id))).toEqual([]);
  const numbering = part(bound, "word/numbering.xml");
  const abstracts = [...numbering.matchAll(/<w:num [^>]*>\s*<w:abstractNumId w:val="(\d+)"/g)].map(([, id]) => id);
  expect(new Set(abstracts).size).toBeGreaterThanOrEqual(first.size + second.size);
  // The schema wants all definitions before the first list.
  expect(numbering.lastIndexOf("<w:abstractNum ")).toBeLessThan(numbering.indexOf("<w:num "));
});

test("pages of each paper are counted from one, under its own headers", () => {
  const bound = bindDocuments([builtInDocx("assignmentOrder"), builtInDocx("mentorConsent")]);
  expect(body(bound).match(/<w:pgNumType w:start="1"\/>/g)).toHaveLength(2);
  expect(dangling(bound)).toEqual([]);
});

test("a paper without headers does not take over those of the paper before it", async () => {
  const plain = await templateOf("Без колонтитулов");
  const bound = bindDocuments([builtInDocx("assignmentOrder"), plain]);
  const last = body(bound).slice(body(bound).lastIndexOf("<w:sectPr"));
  expect(last).toMatch(/<w:headerReference w:type="default" r:id="emptyheader"\/>/);
  expect(part(bound, "word/empty-header.xml")).not.toMatch(/<w:t>/);
  expect(dangling(bound)).toEqual([]);
});

test("equal headers of a hundred papers are kept once", () => {
  const many = Array.from({ length: 100 }, () => builtInDocx("mentorConsent"));
  const one = Object.keys(new PizZip(many[0] ?? "", { base64: true }).files).length;
  expect(Object.keys(new PizZip(bindDocuments(many), { base64: true }).files).length).toBeLessThan(one + 8);
});

test("papers with other styles are printed apart", async () => {
  const own = await templateOf("Свой шаблон");
  const groups = bindable([builtInDocx("assignmentOrder"), own, builtInDocx("mentorConsent"), own]);
  expect(groups).toEqual([
    [0, 2],
    [1, 3],
  ]);
});

test("what is no document is refused in Russian", () => {
  expect(() => bindDocuments([builtInDocx("mentorConsent"), "UEsDBA=="])).toThrow(/не открывается/);
});
