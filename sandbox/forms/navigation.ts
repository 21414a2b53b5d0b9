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

/**
 * The pages that a respondent with these answers passes, in order.
 * A way that returns to a page already passed ends there: the respondent would have to change an answer to go on.
 */
export function walk(form: FormState, answers: Readonly<Record<string, Answer>>): { pages: Page[]; submits: boolean } {
  const pages = pagesOf(form);
  const passed: Page[] = [];
  let index = 0;
  for (;;) {
    const page = pages[index];
    if (!page) return { pages: passed, submits: true };
    if (passed.includes(page)) return { pages: passed, submits: false };
    passed.push(page);
    const next = onward(page, index === pages.length - 1, answers);
    if (next.type === "SUBMIT") return { pages: passed, submits: true };
    if (next.type === "RESTART") index = 0;
    else if (next.type === "GO_TO_PAGE") {
      const target = pages.findIndex((each) => each.opening?.id === next.pageId);
      index = target < 0 ? index + 1 : target;
    } else index += 1;
  }
}
