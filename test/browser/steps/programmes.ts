// «Программы пар»: a programme for every pair at once, one of them read.
import { strict as assert } from "node:assert";
import type { Step } from "./step";

const ITEM = "Программы пар";

export const programmes: Step = {
  name: "programmes",
  title: "«Программы пар» makes every programme; one is opened and read",
  run: async (office) => {
    const panel = await office.open(ITEM);
    const { frame } = panel;
    const all = frame.getByRole("button", { name: /^Составить все недостающие: \d+$/ });
    const count = Number((await all.innerText()).replace(/\D/g, ""));
    await office.usableByAll(panel);
    await all.click();
    await all.waitFor({ state: "detached" });
    const links = frame.getByRole("link", { name: "Открыть документ" });
    await links.nth(count - 1).waitFor();
    assert.equal(await links.count(), count);
    assert.equal(await frame.getByText("нет программы").count(), 0);
    await office.picture("programmes");
    await office.usableByAll(panel);
    const pair = frame.getByRole("listitem").first();
    const [mentor = "", mentee = ""] = (await pair.locator("b").first().innerText()).split(" — ");
    const { page, text } = await office.document(links.first());
    await office.picture("programme-document", page);
    assert.ok(text.includes(mentor) && text.includes(mentee), "the programme names its pair");
    assert.match(text, /мероприяти/i);
    await page.close();
    await office.openTab("Мероприятия");
    assert.ok((await office.records()) >= count * 3, "activities of the programmes");
  },
};
