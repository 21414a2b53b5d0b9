// «Обновление сведений»: whoever has too old information gets a form with it, corrects it, and a doubtful author is decided.
import { strict as assert } from "node:assert";
import type { Office } from "../office";
import { people } from "../../../src/bank/people.table";
import { fillForm } from "../teacher";
import type { Step } from "./step";

const ITEM = "Обновление сведений";
/** She corrects her post by hand. */
const TEACHER = "Шевченко Людмила Петровна";
const CONFIRM = "Всё ли верно в сведениях ниже?";
/** A slip of a colleague's name: not hers, and not a stranger's. */
const SLIP = "Шевчнко Людмила Петровна";

/** A teacher corrects her post in the form that her letter leads to; then somebody answers by the general link. */
async function answerByHand(office: Office): Promise<void> {
  await office.place("Почта");
  await office.page.getByRole("link").filter({ hasText: TEACHER }).filter({ hasText: ITEM }).first().click();
  const letter = office.page.frameLocator('iframe[title="Текст письма"]');
  const form = await office.stand.opened(() => letter.getByRole("link").first().click());
  await form.getByRole("heading", { level: 1 }).waitFor();
  const post = form.locator('[data-testid=question][aria-label="Должность"] input');
  assert.match(await post.inputValue(), /учитель|воспитатель/, "the personal link fills in the post");
  await post.evaluate((field) => {
    field.scrollIntoView({ block: "center" });
  });
  await office.picture("update-form", form);
  await post.fill("учитель-методист");
  await fillForm(form, { "Фамилия, имя, отчество": TEACHER, [CONFIRM]: "есть исправления" }, "");
  const general = new URL(form.url());
  general.searchParams.set("address", (general.searchParams.get("address") ?? "").replace(/\?.*$/, ""));
  await form.goto(general.href);
  await form.getByRole("heading", { level: 1 }).waitFor();
  await fillForm(form, { "Фамилия, имя, отчество": SLIP, [CONFIRM]: "всё верно" }, "");
  await form.close();
}

/** The curator types into «Сведения обновлены» a day that is long past: for four people, the teacher among them. */
async function growOld(office: Office): Promise<void> {
  await office.openTab("Педагоги");
  const column = String.fromCharCode("A".charCodeAt(0) + Object.keys(people.columns).indexOf("updatedOn"));
  for (const row of [5, 6, 7, 8]) await office.type(`${column}${row}`, "01.09.2024");
}

export const yearlyUpdate: Step = {
  name: "yearlyUpdate",
  title: "«Обновление сведений» sends everybody their own data; a correction reaches the bank, a doubt is one click",
  run: async (office) => {
    await growOld(office);
    const panel = await office.open(ITEM);
    await panel.frame.getByText(/Пора обновить сведения/).waitFor();
    await office.picture("update-choice");
    await office.usableByAll(panel);
    // Participants are proposed; everybody else is a click away.
    const all = panel.frame.getByRole("button", { name: "выбрать все" });
    if (await all.isVisible()) await all.click();
    await panel.frame.getByRole("button", { name: /^Отправить на подтверждение: \d+$/ }).click();
    await panel.frame.getByRole("button", { name: "Отправить", exact: true }).click();
    await panel.frame.getByText("Как идёт обновление").waitFor({ timeout: 60_000 });
    await panel.frame.getByRole("progressbar").waitFor({ state: "detached", timeout: 60_000 });
    assert.notEqual(await office.figure(panel, "отправлено"), "0");
    await answerByHand(office);
    await office.place("Таблица");
    await office.press(panel, "Собрать ответы");
    await panel.frame.getByText("Чей это ответ? 1").waitFor();
    assert.equal(await office.figure(panel, "исправили"), "1");
    await panel.frame.getByText("Чей это ответ? 1").scrollIntoViewIfNeeded();
    await office.picture("update-decide");
    await office.usableByAll(panel);
    await office.press(panel, new RegExp(`^Это ${TEACHER}`));
    await panel.frame.getByText("Чей это ответ? 1").waitFor({ state: "detached" });
    await office.openTab("Педагоги");
    await office.cell("учитель-методист").waitFor();
  },
};
