// «Подбор пар»: one button for all, one mentee given to another mentor by hand, the pairs written.
import { strict as assert } from "node:assert";
import type { Step } from "./step";

const ITEM = "Подбор пар";

export const pairing: Step = {
  name: "pairing",
  title: "«Подбор пар» proposes for all with reasons, takes a change by hand, writes the pairs",
  run: async (office) => {
    const panel = await office.open(ITEM);
    const { frame } = panel;
    await office.press(panel, "Подобрать всем");
    const rows = frame.getByRole("list", { name: "Наставляемые без пары" }).getByRole("button");
    const written = frame.getByRole("button", { name: /^Записать пары: \d+$/ });
    await written.waitFor();
    await rows.first().click();
    await office.picture("pairing");
    await office.usableByAll(panel);

    const chosen = frame.locator("article.selected");
    const before = await chosen.locator("b").first().innerText();
    const other = frame
      .locator("article")
      .filter({ has: frame.getByRole("button", { name: "Выбрать", disabled: false }) });
    const after = await other.first().locator("b").first().innerText();
    assert.notEqual(before, after);
    assert.ok((await other.first().locator(".reason").count()) > 0, "reasons of the other candidate");
    await other.first().getByRole("button", { name: "Выбрать" }).click();
    const mentee = await rows.first().locator("b").first().innerText();
    await rows.first().filter({ hasText: after }).waitFor();

    const count = Number((await written.innerText()).replace(/\D/g, ""));
    assert.ok(count >= 10, `pairs proposed: ${count}`);
    await written.click();
    await office.press(panel, "Записать");
    await frame.getByText(`Записано новых пар: ${count}`).waitFor();
    await office.press(panel, "Закрыть");
    await office.openTab("Пары");
    await office.cell(mentee).waitFor();
  },
};
