// «Карточка педагога»: the selected row's person, what to do next, an action that is written, another person by name.
import { strict as assert } from "node:assert";
import type { Step } from "./step";

const ITEM = "Карточка педагога";
const FIRST = 3;

export const person: Step = {
  name: "person",
  title: "«Карточка педагога» opens from a row, says what to do, writes what is pressed, finds people by name",
  run: async (office) => {
    await office.openTab("Наставляемые");
    await office.goTo(`C${FIRST}`);
    const name = await office.cellAt(`C${FIRST}`).innerText();
    const panel = await office.open(ITEM);
    const { frame } = panel;
    await frame.getByRole("heading", { level: 2, name }).waitFor();
    await office.settled(panel);
    await frame.locator(".next").first().waitFor();
    await office.picture("person");
    await office.usableByAll(panel);
    await frame.locator("summary", { hasText: "Другие действия" }).click();
    await office.press(panel, "Сведения верны на сегодня");
    await frame.getByText("Отмечено: сведения верны на сегодня.").waitFor();
    await frame.locator("summary", { hasText: /^Сведения и контакты/ }).waitFor();
    const today = /\d\d\.\d\d\.\d{4}/.exec(
      await frame.locator("summary", { hasText: /^Сведения и контакты/ }).innerText(),
    );
    assert.ok(today, "the day of the last update is shown");
    // Another one by the beginning of the surname, without dots over «ё» and in capitals.
    await office.openTab("Наставники");
    await office.goTo(`C${FIRST}`);
    const mentor = await office.cellAt(`C${FIRST}`).innerText();
    const typed = (mentor.split(" ")[0] ?? "").toUpperCase().replaceAll("Ё", "Е");
    await frame.getByLabel("Найти человека").fill(typed);
    await frame.locator(".found").getByRole("button", { name: mentor }).first().click();
    await frame.getByRole("heading", { level: 2, name: mentor }).waitFor();
    await office.settled(panel);
  },
};
