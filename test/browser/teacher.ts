// A teacher who fills in a form by clicking: every question of every page, until the form thanks.
import type { Locator, Page } from "playwright-core";

const LONGEST_FORM = 20;

/** What a teacher types where the form asks for words. */
const WORDS = "Нужна помощь опытного коллеги";

/**
 * Fills in and sends the form. Gives the words with which the form thanks.
 * @param wishes answers to questions by their title; every other question gets its first choice, or some words
 * @param words those words; empty to type only what is wished
 */
export async function fillForm(
  page: Page,
  wishes: Readonly<Record<string, string>> = {},
  words = WORDS,
): Promise<string> {
  for (let at = 0; at < LONGEST_FORM; at += 1) {
    for (const question of await page.getByTestId("question").all()) {
      const title = (await question.getAttribute("aria-label")) ?? "";
      await answer(question, wishes[title] ?? null, words);
    }
    const send = page.getByRole("button", { name: "Отправить" });
    const isLast = await send.isVisible();
    const before = await firstTitle(page);
    await (isLast ? send : page.getByRole("button", { name: "Далее" })).click();
    if (isLast) return page.getByRole("status").locator("p").innerText();
    await page.waitForFunction(
      (title) => document.querySelector("[data-testid=question] h3")?.textContent !== title,
      before,
    );
  }
  throw new Error("The form has no end.");
}

async function firstTitle(page: Page): Promise<string> {
  return page.getByTestId("question").first().locator("h3").innerText();
}

/** One question, whatever its kind. What the link has filled in stays. */
async function answer(question: Locator, wish: string | null, words: string): Promise<void> {
  const rows = await question.locator("tbody tr").all();
  for (const row of rows) await row.locator("input").nth(1).check();
  if (rows.length > 0) return;
  const radios = question.getByRole("radio");
  if ((await radios.count()) > 0) {
    if (wish !== null) await question.getByRole("radio", { name: wish, exact: true }).check();
    else await radios.first().check();
    return;
  }
  const ticks = question.getByRole("checkbox");
  if ((await ticks.count()) > 0) {
    await (wish === null ? ticks.first() : question.getByRole("checkbox", { name: wish, exact: true })).check();
    return;
  }
  const list = question.getByRole("combobox");
  if ((await list.count()) > 0) {
    if ((await list.inputValue()) === "") await list.selectOption(wish === null ? { index: 1 } : { label: wish });
    return;
  }
  const field = question.locator("input, textarea");
  if ((await field.count()) > 0 && (await field.first().inputValue()) === "") await field.first().fill(wish ?? words);
}
