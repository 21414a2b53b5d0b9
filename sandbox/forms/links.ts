// Addresses of a form: to edit it, to answer it, to answer it with prefilled answers, to change an answer.

import type { World } from "../kernel/contract";
import { type Answer, type FormState, formsOf, isQuestion, type ItemState } from "./state";

const HOST = "https://docs.google.com/forms/d";

export const editUrl = (form: FormState): string => `${HOST}/${form.id}/edit`;
export const publishedUrl = (form: FormState): string => `${HOST}/e/${form.publishedId}/viewform`;
export const shortUrl = (form: FormState): string => `https://forms.gle/${form.shortId}`;
export const summaryUrl = (form: FormState): string => `${HOST}/${form.id}/viewanalytics`;
export const editResponseUrl = (form: FormState, token: string): string => `${publishedUrl(form)}?edit2=${token}`;

/** The form that an edit address names. */
export function idInEditUrl(url: string): string | null {
  return /^https:\/\/docs\.google\.com\/(?:a\/[^/]+\/)?forms(?:\/u\/\d+)?\/d\/(?!e\/)([\w-]+)/.exec(url)?.[1] ?? null;
}

/** The form that any address of Google Forms, or a bare id, names. */
export function formAt(world: World, address: string): FormState | undefined {
  const forms = formsOf(world);
  const publishedId = /\/forms(?:\/u\/\d+)?\/d\/e\/([\w-]+)/.exec(address)?.[1];
  const shortId = /^https?:\/\/forms\.gle\/([\w-]+)/.exec(address)?.[1];
  const id = idInEditUrl(address) ?? address;
  return forms[id] ?? Object.values(forms).find((form) => form.publishedId === publishedId || form.shortId === shortId);
}

const OTHER = "__other_option__";

function choicePairs(item: ItemState, values: readonly string[]): [string, string][] {
  const name = `entry.${item.entries[0] ?? 0}`;
  const known = new Set(item.choices?.map((choice) => choice.value));
  return values.flatMap((value): [string, string][] =>
    known.has(value) || !item.other
      ? [[name, value]]
      : [
          [name, OTHER],
          [`${name}.other_option_response`, value],
        ],
  );
}

function pairsFor(item: ItemState, answer: Answer): [string, string][] {
  if (item.rows) {
    const rows = typeof answer === "string" ? [] : answer;
    return rows.flatMap((row, index) =>
      [row]
        .flat()
        .filter((column) => column !== "")
        .map((column): [string, string] => [`entry.${item.entries[index] ?? 0}`, column]),
    );
  }
  return choicePairs(item, typeof answer === "string" ? [answer] : answer.flat());
}

/** The address that opens the form with these answers filled in. */
export function prefilledUrl(form: FormState, answers: Readonly<Record<string, Answer>>): string {
  const pairs = form.items.flatMap((item) => {
    const answer = answers[String(item.id)];
    return answer === undefined || answer === "" ? [] : pairsFor(item, answer);
  });
  const query = pairs.map(([name, value]) => `&${name}=${encodeURIComponent(value)}`).join("");
  return `${publishedUrl(form)}?usp=pp_url${query}`;
}

function answerFrom(item: ItemState, query: URLSearchParams): Answer | undefined {
  const read = (entry: number | undefined): string[] => {
    const name = `entry.${entry ?? 0}`;
    const other = query.get(`${name}.other_option_response`) ?? "";
    return query.getAll(name).flatMap((value) => (value !== OTHER ? [value] : item.other && other ? [other] : []));
  };
  if (item.rows) {
    const rows = item.entries.map(read);
    if (rows.every((row) => row.length === 0)) return undefined;
    const offered = rows.map((row) => row.filter((column) => item.columns?.includes(column)));
    return item.kind === "GRID" ? offered.map((row) => row[0] ?? "") : offered;
  }
  const known = item.choices && !item.other ? new Set(item.choices.map((choice) => choice.value)) : null;
  const values = read(item.entries[0]).filter((value) => !known || known.has(value));
  return item.kind === "CHECKBOX" ? (values.length > 0 ? values : undefined) : values[0];
}

/** The answers that a prefilled address carries; what the form does not offer is passed over. */
export function prefillIn(form: FormState, address: string): Record<string, Answer> {
  const query = new URLSearchParams(/\?([^#]*)/.exec(address)?.[1] ?? "");
  const answers: Record<string, Answer> = {};
  for (const item of form.items.filter(isQuestion)) {
    const answer = answerFrom(item, query);
    if (answer !== undefined) answers[String(item.id)] = answer;
  }
  return answers;
}
