// «Карточка педагога»: the selected row's person, what to do next, an action that is written, another person by name.
import { strict as assert } from "node:assert";
import type { Office, Panel } from "../office";
import type { Step } from "./step";

const ITEM = "Карточка педагога";
const FIRST = 3;

/** The forms that the card opens are looked at and left; nothing is written. */
async function formsOfCard(office: Office, panel: Panel): Promise<void> {
  const { frame } = panel;
  const opened = async (action: string, name: string): Promise<void> => {
    const others = frame.locator("details", { has: frame.locator("summary", { hasText: "Другие действия" }) });
    if ((await others.getAttribute("open")) === null) await others.locator("summary").click();
    await frame.getByRole("button", { name: action, exact: true }).click();
    await frame.getByRole("group", { name, exact: true }).waitFor();
  };
  const seen = async (picture: string): Promise<void> => {
    await frame.locator(".who").evaluate((who) => {
      who.scrollIntoView();
    });
    await office.picture(picture);
    await office.usableByAll(panel);
    await office.press(panel, "Отмена");
  };
  await opened("Отзыв согласия", "Отзыв согласия");
  await office.press(panel, "Показать, что это затронет");
  await frame.getByRole("button", { name: "Записать отзыв" }).waitFor();
  await seen("person-withdrawal");
  await opened("Уход, отсутствие, возвращение", "Уход, отсутствие, возвращение");
  await office.press(panel, "Показать, что из этого следует");
  await frame.getByRole("button", { name: "Провести" }).waitFor();
  await seen("person-leaving");
  await opened("Согласие на распространение", "Согласие на распространение");
  await office.press(panel, "Ещё не подписано? Подготовить бланк");
  const { page, text } = await office.document(frame.getByRole("link", { name: "Открыть бланк" }));
  assert.match(text, /на распространение/i);
  assert.match(text, /фотография/);
  await office.picture("publication-consent", page);
  await page.close();
  await seen("person-publication");
  await frame.locator("summary", { hasText: /^Наставляемый/ }).click();
  await office.press(panel, "Сменить статус");
  await frame.getByRole("group", { name: "Статус наставляемого" }).waitFor();
  await seen("person-status");
}

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
    await formsOfCard(office, panel);
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
