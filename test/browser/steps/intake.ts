// «Анкеты участников»: letters leave, a teacher answers by hand, the others by themselves, the banks fill.
import { strict as assert } from "node:assert";
import type { Office, Panel } from "../office";
import { fillForm } from "../teacher";
import type { Step } from "./step";

const ITEM = "Анкеты участников";
/** She answers by hand. */
const TEACHER = "Орлова Полина Максимовна";
const SIDES = ["Анкета потенциального наставника", "Анкета наставляемого: запрос и самооценка"];

async function invite(panel: Panel, side: string): Promise<number> {
  const section = panel.frame.locator(".section").filter({ has: panel.frame.getByRole("heading", { name: side }) });
  const button = section.getByRole("button", { name: /^Пригласить: \d+$/ });
  const chosen = Number((await button.innerText()).replace(/\D/g, ""));
  await button.click();
  await section.getByRole("button", { name: "Разослать" }).click();
  await section.getByText("приглашены").waitFor();
  await panel.frame.getByRole("progressbar").waitFor();
  await section.getByRole("button", { name: "Напомнить не ответившим" }).waitFor();
  assert.equal(await section.locator(".figure", { hasText: "приглашены" }).locator("b").innerText(), String(chosen));
  return chosen;
}

/** A teacher opens the personal link of a letter and fills the form in. */
async function answerByHand(office: Office): Promise<void> {
  await office.place("Почта");
  await office.page.getByRole("link", { name: new RegExp(TEACHER) }).click();
  const letter = office.page.frameLocator('iframe[title="Текст письма"]');
  const form = await office.stand.opened(() => letter.getByRole("link").first().click());
  await form.getByRole("heading", { level: 1 }).waitFor();
  await office.picture("form", form);
  const thanks = await fillForm(form, {
    "Фамилия, имя, отчество": TEACHER,
    "Хотели бы Вы работать с наставником?": "да",
  });
  assert.match(thanks, /^Спасибо!/);
  await form.close();
}

export const intake: Step = {
  name: "intake",
  title: "«Анкеты участников» invites by mail, takes answers given by clicking, fills the banks",
  run: async (office) => {
    const panel = await office.open(ITEM);
    await office.usableByAll(panel);
    const invited = [];
    for (const side of SIDES) invited.push(await invite(panel, side));
    const letters = invited.reduce((sum, count) => sum + count, 0);
    await office.picture("intake");
    await answerByHand(office);
    assert.equal(await office.everybodyAnswers(), letters - 1);
    await office.place("Таблица");
    await office.press(panel, "Собрать ответы");
    await panel.frame.getByText(`Новых ответов: ${letters}`).waitFor();
    await office.usableByAll(panel);
    await office.openTab("Наставляемые");
    await office.cell(TEACHER).waitFor();
    await office.openTab("Наставники");
    assert.ok((await office.records()) > 10, "mentors in the bank");
  },
};
