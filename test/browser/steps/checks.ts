// «Проверка данных» finds what was typed wrong and leads to it; «Проверка установки» passes.
import { strict as assert } from "node:assert";
import type { Step } from "./step";

const JUNK = "позавчера";

export const dataCheck: Step = {
  name: "data-check",
  title: "«Проверка данных» lists junk typed into the grid and jumps to its cell",
  run: async (office) => {
    await office.openTab("Педагоги");
    const column = await office.columnOf("Дата приёма");
    const cell = `${column}7`;
    await office.goTo("A3");
    await office.type(cell, JUNK);
    await office.goTo("A3");
    await office.openTab("Пары");
    const panel = await office.open("Проверка данных");
    const { frame } = panel;
    const problem = frame.getByRole("listitem").filter({ hasText: JUNK }).first();
    await problem.waitFor();
    await office.picture("data-check");
    await office.usableByAll(panel);
    await problem.getByRole("button").click();
    await office.page.locator("[role=tab][aria-selected=true]", { hasText: "Педагоги" }).waitFor();
    await office.page.locator(`.cell.active#cell-${cell}`).waitFor();
    assert.equal(await office.cellAt(cell).innerText(), JUNK);
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
