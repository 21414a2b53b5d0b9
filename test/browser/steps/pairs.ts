// «Ход пар»: pairs by what they wait for, one of them opened, a pause, the lawful last day, candidates for another mentor.
import { strict as assert } from "node:assert";
import type { Step } from "./step";

const ITEM = "Ход пар";

export const pairs: Step = {
  name: "pairs",
  title: "«Ход пар» groups the pairs, opens one, pauses and resumes it, tells the earliest lawful last day",
  run: async (office) => {
    const panel = await office.open(ITEM);
    const { frame } = panel;
    await frame.getByText("Действуют", { exact: true }).click();
    await office.picture("pairs");
    await office.usableByAll(panel);
    const line = frame.locator("details[open] li button").first();
    const title = await line.innerText();
    const surname = (title.split(" ")[0] ?? "").toUpperCase().replaceAll("Ё", "Е");
    await frame.getByLabel("Поиск").fill(surname);
    await frame.getByRole("button", { name: title, exact: true }).first().click();
    await frame.getByRole("heading", { level: 2, name: title }).waitFor();
    await office.settled(panel);
    await frame.getByText(/Закреплена приказом/).waitFor();
    await office.picture("pair");
    await office.usableByAll(panel);
    // In force and far from its end: it may be paused, and not finished.
    assert.ok(await frame.getByRole("button", { name: "Завершить", exact: true }).isDisabled(), "finished too early");
    await office.press(panel, "Приостановить");
    await frame.getByLabel("Причина").fill("курсы повышения квалификации");
    await office.usableByAll(panel);
    await office.press(panel, "Приостановить");
    await frame.getByText("приостановлена", { exact: true }).waitFor();
    await office.press(panel, "Возобновить");
    await office.press(panel, "Возобновить");
    await frame.getByText("действует", { exact: true }).waitFor();

    await office.press(panel, "Прекратить досрочно");
    await frame.getByText(/Самый ранний последний день/).waitFor();
    await office.picture("pair-ending");
    await office.usableByAll(panel);
    await frame.getByLabel("Последний день").fill("2026-09-01");
    await frame.getByText(/Последний день — не раньше/).waitFor();
    await office.press(panel, "Отмена");
    await office.press(panel, "Сменить наставника");
    await office.press(panel, "Кто мог бы стать наставником");
    await frame
      .getByText(/Новый наставник, подходящие первыми|Ни одного наставника/)
      .first()
      .waitFor();
    await office.picture("pair-mentor");
    await office.usableByAll(panel);
    await office.press(panel, "Отмена");
  },
};
