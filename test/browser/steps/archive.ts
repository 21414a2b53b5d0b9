// «Архив и удаление»: the current year stays, and one person's data are deleted after the surname has been typed.
import { strict as assert } from "node:assert";
import type { Step } from "./step";

const ITEM = "Архив и удаление";
const NAME_COLUMN = "ФИО";
/** Under the hidden row of keys and the headings. */
const FIRST_RECORD = 3;
/** More people than that all stand in pairs only if something is wrong. */
const MOST_TRIED = 40;

export const archive: Step = {
  name: "archive",
  title: "«Архив и удаление» shows what stays by law and deletes the rest",
  run: async (office) => {
    await office.openTab("Педагоги");
    const column = await office.columnOf(NAME_COLUMN);
    const names: string[] = [];
    for (let row = FIRST_RECORD; row < FIRST_RECORD + MOST_TRIED; row++) {
      const cell = office.cellAt(`${column}${row}`);
      if ((await cell.count()) === 0) break;
      names.push((await cell.innerText()).trim());
    }
    const panel = await office.open(ITEM);
    const { frame } = panel;
    await frame.getByText(/его записи в работе/).waitFor();
    await office.usableByAll(panel);
    for (const name of names.filter((one) => one !== "").reverse()) {
      await frame.getByLabel("Чьи сведения удалить").fill(name);
      await frame.getByRole("button", { name }).first().click();
      await frame.getByText("Удалится безвозвратно").waitFor();
      if (await frame.getByLabel("Введите фамилию для подтверждения").isVisible()) {
        await frame.getByText("Удалится безвозвратно").scrollIntoViewIfNeeded();
        await office.picture("archive");
        await office.usableByAll(panel);
        const remove = frame.getByRole("button", { name: "Удалить сведения" });
        assert.ok(await remove.isDisabled(), "nothing is deleted without the surname");
        await frame.getByLabel("Введите фамилию для подтверждения").fill(name.split(" ")[0] ?? "");
        await remove.click();
        await frame.getByText("Сведения удалены").waitFor();
        await office.usableByAll(panel);
        return;
      }
      await frame.getByRole("button", { name: "Выбрать другого человека" }).click();
    }
    assert.fail("Everybody stands in a pair.");
  },
};
