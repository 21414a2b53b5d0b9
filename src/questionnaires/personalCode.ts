// Personal codes: an invitation's code with check letters, so that a mistyped or invented code names nobody.

/** Letters and digits that are not mistaken for each other. */
const SIGNS = "2345678АВЕКМНРСТХ";
const CHECK_LENGTH = 4;

/**
 * The code that stands in a personal link: «ПР-012-К7М3». The check letters come from the form's own id, which
 * respondents never see, so nobody can work out a colleague's code from their own.
 */
export function personalCode(invitation: string, formId: string): string {
  return `${invitation}-${checkOf(invitation, formId)}`;
}

/**
 * The code in the code-only mode: «К7М3-Р2ХТ». It has no number, because invitations are numbered in the order of the
 * staff list, which a school publishes; and it is another in each form, so that two forms' answers cannot be joined.
 */
export function numberlessCode(invitation: string, formId: string): string {
  return `${checkOf(invitation, formId)}-${checkOf(formId, invitation)}`;
}

/** What finds the invitation of a form by a typed numberless code: null for none, and for two that happen to share it. */
export function numberlessFinder(invitations: readonly string[], formId: string): (typed: string) => string | null {
  const byCode = new Map<string, string | null>();
  for (const invitation of invitations) {
    const code = numberlessCode(invitation, formId);
    byCode.set(code, byCode.has(code) ? null : invitation);
  }
  return (typed) => byCode.get(plainCode(typed)) ?? null;
}

/** The invitation that a typed code belongs to, or null if it is none of this form's. */
export function invitationOf(typed: string, formId: string): string | null {
  const code = plainCode(typed);
  const end = code.lastIndexOf("-");
  const invitation = code.slice(0, Math.max(0, end));
  return invitation !== "" && personalCode(invitation, formId) === code ? invitation : null;
}

function plainCode(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[‐‑‒–—−]/g, "-")
    .replace(/\s+/g, "");
}

function checkOf(invitation: string, formId: string): string {
  let hash = fnv(`${formId} ${invitation} ${formId}`);
  let check = "";
  for (let place = 0; place < CHECK_LENGTH; place++) {
    check += SIGNS.charAt(hash % SIGNS.length);
    hash = Math.floor(hash / SIGNS.length);
  }
  return check;
}

/** FNV-1a with a last mixing, 32 bits: even in all places, and the same everywhere. */
function fnv(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash ^= text.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
