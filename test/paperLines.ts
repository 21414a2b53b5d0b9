// The text of a paper as it comes out of its built-in template, for tests of wording.
import { builtInDocx } from "../src/documents/builtInTemplates";
import type { Paper } from "../src/documents/paper";
import { renderDocument } from "../src/documents/render";
import { documentXml, textOf } from "./docx";

/** The lines that are not empty; the input is the paper's sample with the change. No word form may be doubtful. */
export function linesOf<Input>(paper: Paper<Input>, change: Partial<Input> = {}): string[] {
  const { docx, problems } = rendered(paper, change);
  expect(problems).toEqual([]);
  return textOf(docx)
    .replace(/\u00a0/g, " ")
    .split("\n")
    .filter((line) => line.trim() !== "");
}

/** The same document as XML. */
export const xmlOf = <Input>(paper: Paper<Input>, change: Partial<Input> = {}): string =>
  documentXml(rendered(paper, change).docx);

const rendered = <Input>(paper: Paper<Input>, change: Partial<Input>) =>
  renderDocument(builtInDocx(paper.templateKey), paper.data({ ...paper.sample, ...change }));
