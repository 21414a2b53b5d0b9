// «Проверка данных» finds what was typed wrong and leads to it; «Проверка установки» passes.
import { strict as assert } from "node:assert";
import type { Step } from "./step";

const JUNK = "позавчера";
const PHONE = { typed: "8 (916) 123-45-67", mended: "+79161234567" };

export const dataCheck: Step = {
  name: "data-check",
  title: "«Проверка данных» leads to junk typed into the grid and mends a telephone after showing how",
  run: async (office) => {
    await office.openTab("Педагоги");
    const cell = `${await office.columnOf("Дата приёма")}7`;
    const phone = `${await office.columnOf("Телефон")}8`;
    await office.goTo("A3");
    await office.type(cell, JUNK);
    await office.type(phone, PHONE.typed);
    await office.goTo("A3");
    await office.openTab("Пары");
    const panel = await office.open("Проверка данных");
    const { frame } = panel;
    const problem = frame.getByRole("listitem").filter({ hasText: JUNK }).first();
    await problem.waitFor();
    await office.press(panel, /^Исправить \d+…$/);
    await frame.getByText(PHONE.mended).waitFor();
    await office.picture("data-check");
    await office.usableByAll(panel);
    await office.press(panel, "Исправить 1");
    await frame.getByText("Исправлено: 1.").waitFor();
    assert.equal(await frame.getByRole("button", { name: /^Исправить \d+…$/ }).count(), 0);
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
