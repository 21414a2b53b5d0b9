// «Поиск и списки»: a ready list, a search, the jump to the row, the council's extract.
import { strict as assert } from "node:assert";
import type { Step } from "./step";

const ITEM = "Поиск и списки";

export const lists: Step = {
  name: "lists",
  title: "«Поиск и списки» lists mentors, finds a person, leads to the row and makes the council's extract",
  run: async (office) => {
    const panel = await office.open(ITEM);
    const { frame } = panel;
    await office.picture("lists");
    await office.usableByAll(panel);
    await frame.getByRole("button", { name: "Весь банк" }).click();
    const rows = frame.locator("li.card");
    await rows.first().waitFor();
    const name = await rows.first().locator("b").innerText();
    await office.usableByAll(panel);
    await frame.getByLabel("Поиск").fill((name.split(" ")[0] ?? "").toLowerCase());
    await rows.filter({ hasText: name }).first().waitFor();
    await rows.filter({ hasText: name }).getByRole("button", { name: "Строка в таблице" }).first().click();
    await office.page.locator(".cell.active").waitFor();
    await frame.getByLabel("Поиск").fill("");
    await frame.getByRole("button", { name: "Выписка для совета" }).click();
    const link = frame.getByRole("link", { name: "Открыть выписку" });
    await link.waitFor();
    await office.picture("lists-bank");
    const { page, text } = await office.document(link);
    await office.picture("council-extract", page);
    assert.ok(text.includes(name), "the extract names the bank");
    assert.doesNotMatch(text, /@/);
    await page.close();
  },
};
