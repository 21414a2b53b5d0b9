// Personal links: the form's address with the respondent's code and, where wanted, what is known of them filled in.
import { CODE_PLACE } from "../google/forms";
import type { AnswerValue } from "./answers.table";
import { asksForName, type FormRecord } from "./forms.table";
import type { Invitation } from "./invitations.table";
import { numberlessCode, personalCode } from "./personalCode";

/** What a link fills in, by question key. */
export type Prefill = Readonly<Record<string, readonly string[]>>;

/** Mail programs and school proxies cut longer addresses. */
const LONGEST = 2000;

/** The link that opens the form with the code filled in, and with as much else as fits: the longest answers stay out. */
export function personalLink(form: FormRecord, invitation: string, prefill: Prefill = {}): string {
  const codeOf = asksForName(form) ? personalCode : numberlessCode;
  const code = encodeURIComponent(codeOf(invitation, form.formId ?? ""));
  const link = (form.personalLink ?? form.link ?? "").split(CODE_PLACE).join(code);
  if (!link.includes("?")) return link;
  const parts = Object.entries(prefill).map(([key, values]) => partOf(form.questions?.[key]?.entry, values));
  const kept = new Set<string>();
  let length = link.length;
  for (const part of [...parts].sort((one, other) => one.length - other.length)) {
    length += part.length;
    if (length <= LONGEST) kept.add(part);
  }
  return link + parts.filter((part) => kept.has(part)).join("");
}

/** What an invitation's link had filled in, by question key, as an answer would say it; the code aside. */
export function prefilledBy(
  { questions }: FormRecord,
  { link }: Pick<Invitation, "link">,
): Record<string, AnswerValue> {
  const filled = new Map<string, string[]>();
  for (const pair of (link ?? "").split(/[?&]/).slice(1)) {
    const [name = "", value = ""] = pair.split("=");
    const text = decoded(value);
    if (text !== null) filled.set(name, [...(filled.get(name) ?? []), text]);
  }
  const values: Record<string, AnswerValue> = {};
  for (const [key, { entry, kind }] of Object.entries(questions ?? {})) {
    const found = entry === undefined ? undefined : filled.get(entry);
    if (found) values[key] = kind === "checkboxes" ? found : (found[0] ?? "");
  }
  return values;
}

function partOf(entry: string | undefined, values: readonly string[]): string {
  if (entry === undefined) return "";
  try {
    return values.map((value) => `&${entry}=${encodeURIComponent(value)}`).join("");
  } catch {
    // Half of an emoji, cut in two somewhere: it cannot stand in an address.
    return "";
  }
}

function decoded(value: string): string | null {
  try {
    return decodeURIComponent(value.replace(/\+/g, " "));
  } catch {
    return null;
  }
}
