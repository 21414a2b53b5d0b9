// Every paper filled with its sample, for whoever runs outside Google. Bundled before use (load-samples.ts): the built-in
// templates and the light parts of the document libraries come in as they do in the add-on itself.
import PizZip from "pizzip";
import { builtInDocx } from "../src/documents/builtInTemplates";
import type { Paper, Participant } from "../src/documents/paper";
import { renderDocument } from "../src/documents/render";
import { assignmentOrder } from "../src/pairing/assignmentOrder";
import { EVERY_PAPER } from "../test/everyPaper";

/** A paper that can be filled again and again. */
export interface Sample {
  readonly key: string;
  readonly title: string;
  /** How many different tags its template has. */
  readonly tags: number;
  /** Base64 of the filled .docx. */
  readonly fill: () => string;
}

/** Every paper once, with its own sample. */
export const samples = (): readonly Sample[] => EVERY_PAPER.map((paper) => sampleOf(paper, paper.sample));

const SURNAMES = ["Берёзов", "Соснин", "Кленов", "Липин", "Рябинин", "Ольхин", "Дубов", "Ясенев", "Тополев", "Осинин"];

/** The order of assignment with so many pairs, at most a hundred, of invented people with names of their own. */
export function largeOrder(count: number): Sample {
  const { sample } = assignmentOrder;
  const [pair] = sample.pairs;
  const doubled = SURNAMES.flatMap((first) => SURNAMES.map((second) => `${first}-${second}`)).slice(0, count);
  const pairs = doubled.flatMap((surname) => {
    if (pair === undefined) return [];
    const named = (given: string): Participant => ({ ...pair.mentor, gender: null, fullName: `${surname} ${given}` });
    return [{ ...pair, mentor: named("Иван Петрович"), mentees: [named("Олег Ильич")] }];
  });
  return sampleOf(assignmentOrder, { ...sample, pairs });
}

function sampleOf<Input>(paper: Paper<Input>, input: Input): Sample {
  const template = builtInDocx(paper.templateKey);
  const xml = new PizZip(template, { base64: true }).file("word/document.xml")?.asText() ?? "";
  return {
    key: paper.key,
    title: paper.title,
    tags: new Set(xml.replace(/<[^>]*>/g, "").match(/\{[^}]+\}/g) ?? []).size,
    fill: () => renderDocument(template, paper.data(input)).docx,
  };
}
