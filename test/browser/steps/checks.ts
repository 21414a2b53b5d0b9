// «Проверка данных» finds what was typed wrong and leads to it; «Проверка установки» passes.
import { strict as assert } from "node:assert";
import type { Office, Panel } from "../office";
import type { Step } from "./step";

const JUNK = "позавчера";
const PHONE = { typed: "8 (916) 123-45-67", mended: "+79161234567" };

/** The same person again, in a row of her own under the last one. */
async function typeTwin(office: Office): Promise<string> {
  const [name, post] = [await office.columnOf("ФИО"), await office.columnOf("Должность")];
  const fullName = await office.cellAt(`${name}8`).innerText();
  const row = (await office.records()) + 3;
  await office.type(`${name}${row}`, fullName.toUpperCase());
  await office.type(`${post}${row}`, "педагог дополнительного образования");
  return fullName;
}

/** Two rows of one person, side by side and then joined. */
async function joinTwins(office: Office, panel: Panel, name: string): Promise<void> {
  const { frame } = panel;
  await frame.getByRole("button", { name: /не один ли это человек/ }).click();
  const twins = frame
    .getByRole("listitem")
    .filter({ hasText: name })
    .filter({ hasText: /Сравнить строки|Скрыть сравнение/ })
    .first();
  await twins.getByRole("button", { name: "Сравнить строки" }).click();
  const join = twins.getByRole("button", { name: "Объединить…" });
  await join.waitFor();
  await twins.evaluate((shown) => {
    shown.scrollIntoView();
  });
  await office.picture("twins");
  await office.usableByAll(panel);
  await join.click();
  await twins.getByRole("button", { name: "Объединить", exact: true }).click();
  await frame.getByText(/^Строки объединены/).waitFor();
}

export const dataCheck: Step = {
  name: "data-check",
  title:
    "«Проверка данных» leads to junk typed into the grid, mends a telephone after showing how, joins two rows of one person",
  run: async (office) => {
    await office.openTab("Педагоги");
    const cell = `${await office.columnOf("Дата приёма")}7`;
    const phone = `${await office.columnOf("Телефон")}8`;
    await office.goTo("A3");
    await office.type(cell, JUNK);
    await office.type(phone, PHONE.typed);
    const twin = await typeTwin(office);
    await office.goTo("A3");
    await office.openTab("Пары");
    const panel = await office.open("Проверка данных");
    const { frame } = panel;
    const problem = frame.getByRole("listitem").filter({ hasText: JUNK }).first();
    await problem.waitFor();
    const phones = frame.locator("section.group").filter({ hasText: "Приведите телефоны к одному виду" });
    await phones.getByRole("button", { name: /^Исправить \d+…$/ }).click();
    await frame.getByText(PHONE.mended).waitFor();
    await office.picture("data-check");
    await office.usableByAll(panel);
    await office.press(panel, "Исправить 1");
    await frame.getByText("Исправлено: 1.").waitFor();
    assert.equal(await phones.count(), 0);
    await joinTwins(office, panel, twin);
    await problem.getByRole("button").click();
    await office.page.locator("[role=tab][aria-selected=true]", { hasText: "Педагоги" }).waitFor();
    await office.page.locator(`.cell.active#cell-${cell}`).waitFor();
    assert.equal(await office.cellAt(cell).innerText(), JUNK);
    assert.equal(await office.cellAt(phone).innerText(), PHONE.mended);
  },
};

export const installCheck: Step = {
  name: "install-check",
  title: "«Проверка установки» answers «да» to everything",
  run: async (office) => {
    const panel = await office.open("Проверка установки");
    await office.usableByAll(panel);
    await panel.frame.getByRole("button", { name: "Проверить" }).click();
    await panel.frame.getByRole("button", { name: "Проверить ещё раз" }).waitFor();
    const cards = await panel.frame.locator("li.card").allInnerTexts();
    assert.ok(cards.length >= 5, `probes: ${cards.length}`);
    assert.deepEqual(
      cards.filter((card) => !/(^|\n)да(\n|$)/.test(card)),
      [],
    );
    await panel.frame.getByText("Всё работает").waitFor();
    await office.picture("install-check");
  },
};
