// The pages of a form, and the way a respondent takes through them.

import { type Answer, type FormState, isQuestion, type ItemState, type Navigation } from "./state";

export interface Page {
  /** The page break that opens it; null for the first page. */
  opening: ItemState | null;
  items: ItemState[];
  /** Where one goes on leaving the page, unless a chosen answer says otherwise. */
  next: Navigation;
}

/** Cuts the form into pages. A page break's own navigation applies to the page *before* it. */
export function pagesOf(form: FormState): Page[] {
  const pages: Page[] = [{ opening: null, items: [], next: { type: "SUBMIT" } }];
  for (const item of form.items) {
    const current = pages[pages.length - 1];
    if (item.kind === "PAGE_BREAK") {
      if (current) current.next = item.goTo ?? { type: "CONTINUE" };
      pages.push({ opening: item, items: [], next: { type: "SUBMIT" } });
    } else current?.items.push(item);
  }
  return pages;
}

/** Where the answers given on a page lead; choices have no effect on the last page. */
function onward(page: Page, isLast: boolean, answers: Readonly<Record<string, Answer>>): Navigation {
  if (isLast) return { type: "SUBMIT" };
  let next = page.next;
  for (const item of page.items) {
    const answer = answers[String(item.id)];
    const chosen = item.choices?.find((choice) => choice.value === answer && choice.goTo);
    if (isQuestion(item) && chosen?.goTo) next = chosen.goTo;
  }
  return next;
}

/** Index of the page that follows page `index` for these answers; null where the respondent submits instead. */
export function nextPage(form: FormState, index: number, answers: Readonly<Record<string, Answer>>): number | null {
  const pages = pagesOf(form);
  const page = pages[index];
  if (!page) return null;
  const next = onward(page, index === pages.length - 1, answers);
  if (next.type === "SUBMIT") return null;
  if (next.type === "RESTART") return 0;
  const target = next.type === "GO_TO_PAGE" ? pages.findIndex((each) => each.opening?.id === next.pageId) : -1;
  return target < 0 ? index + 1 : target;
}

/**
 * The pages that a respondent with these answers passes, in order.
 * A way that returns to a page already passed ends there: the respondent would have to change an answer to go on.
 */
export function walk(form: FormState, answers: Readonly<Record<string, Answer>>): { pages: Page[]; submits: boolean } {
  const pages = pagesOf(form);
  const passed: Page[] = [];
  for (let index: number | null = 0; index !== null; index = nextPage(form, index, answers)) {
    const page = pages[index];
    if (!page) break;
    if (passed.includes(page)) return { pages: passed, submits: false };
    passed.push(page);
  }
  return { pages: passed, submits: true };
}
