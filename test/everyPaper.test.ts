// Whatever a school has typed, every built-in template gives a sound .docx with everything in it.
import * as fc from "fast-check";
import { builtInDocx } from "../src/documents/builtInTemplates";
import { renderDocument } from "../src/documents/render";
import { findValue, readTag } from "../src/documents/tags";
import { faultOfXml, textOf, xmlParts } from "./docx";
import { EVERY_PAPER } from "./everyPaper";
import { EXAMPLES, marksIn, spoilt, type Hostile } from "./hostileData";

const anything = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.string({ unit: "grapheme", maxLength: 80 }),
);
const hostile: fc.Arbitrary<Hostile> = fc.record({
  text: anything,
  name: anything,
  times: fc.integer({ min: 0, max: 3 }),
  flipped: fc.boolean(),
});

describe.each(EVERY_PAPER.map((paper) => [paper.title, paper] as const))("%s", (_title, paper) => {
  const template = builtInDocx(paper.templateKey);
  const blank = xmlParts(template);
  const sample = paper.data(paper.sample);

  test("is a sound document whatever its values, with every required requisite", () => {
    fc.assert(
      fc.property(hostile, (by) => {
        const data = spoilt(sample, by);
        const { docx } = renderDocument(template, data);
        const filled = [...xmlParts(docx)].filter(([name, xml]) => xml !== blank.get(name));
        const faults = filled.map(([name, xml]) => [name, faultOfXml(xml)]);
        expect(filled.map(([name]) => name)).toContain("word/document.xml");
        expect(faults.filter(([, fault]) => fault !== null)).toEqual([]);
        if (by.flipped || by.times === 0) return;
        const shown = textOf(docx);
        const absent = paper.tags
          .filter(({ required, name }) => {
            const marks = marksIn(findValue(data, readTag(name).path));
            return required === true && marks.length > 0 && !marks.some((mark) => mentions(shown, mark));
          })
          .map(({ name }) => name);
        expect(absent).toEqual([]);
      }),
      { numRuns: 5, examples: EXAMPLES.map((example): [Hostile] => [example]) },
    );
  });

  test("shows what was typed as it was typed: markup is text, nothing is lost", () => {
    const [by] = EXAMPLES;
    if (by === undefined) throw new Error("There is no example with markup.");
    const shown = textOf(renderDocument(template, spoilt(sample, by)).docx);
    const typed = shown.split("Ъ").length - 1;
    expect(typed).toBeGreaterThan(0);
    // Each text that was typed stands whole after its mark.
    const cut = [...shown.matchAll(/Ъ\d+ъ(<w[^\n]{0,12})/g)].filter(
      ([, rest = ""]) => !by.text.startsWith(rest.slice(0, 10)),
    );
    expect(cut.map(([text]) => text)).toEqual([]);
  });
});

/** Found whatever letter case a filter has given it. */
const mentions = (shown: string, mark: string): boolean => shown.toLowerCase().includes(mark.toLowerCase());
