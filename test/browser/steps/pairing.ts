// «Подбор пар»: pairs for all, one by the mouse and one by keys, a ban, undo, two scenarios side by side, the pairs written.
import { strict as assert } from "node:assert";
import type { FrameLocator } from "playwright-core";
import type { Office, Panel } from "../office";
import type { Step } from "./step";

const ITEM = "Подбор пар";

export const pairing: Step = {
  name: "pairing",
  title: "«Подбор пар» pairs by mouse and keys, forbids, undoes, compares two scenarios, writes the pairs",
  run: async (office) => {
    const panel = await office.open(ITEM);
    const { frame } = panel;
    await office.press(panel, "Подобрать всем");
    await frame.getByText("Пары подобраны для всех").waitFor();
    await office.picture("pairing");
    await office.usableByAll(panel);

    const first = await pairedByKeys(office, panel);
    await pairedByMouse(frame, first);
    await keptApart(office, panel);
    await compared(office, panel);
    await written(office, panel);

    await office.press(panel, "Закрыть");
    await office.openTab("Пары");
    await office.cell(first).waitFor();
  },
};

/** The longest waiting mentee is given to another mentor without touching the mouse. Gives the mentee's name. */
async function pairedByKeys(office: Office, { frame }: Panel): Promise<string> {
  const mentees = frame.getByRole("listbox", { name: /^Наставляемые/ });
  const mentors = frame.getByRole("listbox", { name: /^Наставники/ });
  await mentees.focus();
  await office.page.keyboard.press("Home");
  const name = await frame.locator("[role=option].mentee.selected b").innerText();
  await office.page.keyboard.press("Enter");
  await mentors.and(frame.locator(":focus")).waitFor();
  // The present mentor is first, those who suit come next.
  await office.page.keyboard.press("ArrowDown");
  const other = frame.locator("[role=option].mentor.selected");
  assert.match((await other.getAttribute("aria-label")) ?? "", /Можно закрепить/);
  await frame.getByRole("heading", { name: "Почему не этот наставник?" }).waitFor();
  await frame.getByText(/^Можно/).waitFor();
  await office.picture("pairing-why");
  await office.page.keyboard.press("Enter");
  await frame.getByText(`Закреплено: ${name}`).waitFor();
  return name;
}

/** Another mentee is dragged onto a mentor with a free or movable place. */
async function pairedByMouse(frame: FrameLocator, besides: string): Promise<void> {
  const row = frame.locator("[role=option].mentee").filter({ hasNotText: besides }).first();
  const name = await row.locator("b").innerText();
  await row.click();
  const target = frame.locator("[role=option].mentor:not(.forbidden):not(.present)").first();
  await row.dragTo(target);
  await frame.getByText(`Закреплено: ${name}`).waitFor();
}

/** A ban is taken back by Ctrl+Z and brought again by Ctrl+Y, noted and kept. */
async function keptApart(office: Office, panel: Panel): Promise<void> {
  const { frame } = panel;
  await frame.locator("[role=option].mentee", { hasText: "предложен" }).first().click();
  await office.press(panel, "Никогда вместе");
  await frame.getByText(/^Никогда вместе: /).waitFor();
  const conditions = (count: number) => frame.getByRole("button", { name: `Закрепления и запреты (${count})` });
  await conditions(3).waitFor();
  await office.page.keyboard.press("Control+z");
  await conditions(2).waitFor();
  await office.page.keyboard.press("Control+y");
  await conditions(3).click();
  await frame
    .getByLabel(/^Примечание/)
    .last()
    .fill("ведут один класс");
  await office.press(panel, "Сохранить условия");
  await frame.getByText("Условия сохранены на вкладке").waitFor();
  await office.usableByAll(panel);
}

async function compared(office: Office, panel: Panel): Promise<void> {
  const { frame } = panel;
  await frame.getByRole("button", { name: /^Варианты/ }).click();
  await savedAs(office, panel, "Сначала направления");
  await frame.getByRole("button", { name: "Веса" }).click();
  await frame.getByLabel("Направления: вес числом").fill("0");
  await frame.getByLabel("Предмет или группа: вес числом").fill("100");
  await frame.getByText("вес 100.").waitFor();
  await office.usableByAll(panel);
  await frame.getByRole("button", { name: /^Варианты/ }).click();
  await savedAs(office, panel, "Сначала предмет");
  await frame.getByLabel("А станет так").selectOption({ label: "Сначала предмет" });
  await frame.getByText(/^Меняется наставник: \d+/).waitFor();
  await office.picture("pairing-scenarios");
  await office.usableByAll(panel);
  await frame
    .getByRole("row", { name: /^Сначала направления/ })
    .getByRole("button", { name: "Перенести на доску" })
    .click();
  await frame.getByText("На доске вариант «Сначала направления».").waitFor();
}

async function savedAs(office: Office, panel: Panel, name: string): Promise<void> {
  await panel.frame.getByLabel("Название варианта").fill(name);
  await office.press(panel, "Сохранить доску как вариант");
  await panel.frame.getByText(`Вариант «${name}» сохранён.`).waitFor();
}

async function written(office: Office, panel: Panel): Promise<void> {
  const { frame } = panel;
  await frame.getByRole("button", { name: "Предложить", exact: true }).click();
  await frame.getByText("Форма, виды, направления").first().click();
  await office.picture("pairing-propose");
  await office.usableByAll(panel);
  const propose = frame.getByRole("button", { name: /^Предложить: \d+/ });
  // The curator is a mentor in the sample school.
  const self = frame.getByLabel(/^В одной из пар — Вы/);
  if (await self.isVisible()) await self.check();
  const count = Number((await propose.innerText()).replace(/\D/g, ""));
  assert.ok(count >= 10, `pairs proposed: ${count}`);
  await propose.click();
  await office.press(panel, "Записать");
  await frame.getByText(`Записано: ${count}`).waitFor();
}
