// «Документы»: a paper from its form through the check to its number and date; many at once; packs and templates.
import { strict as assert } from "node:assert";
import type { Locator } from "playwright-core";
import type { Office, Panel } from "../office";
import type { Step } from "./step";

const ITEM = "Документы";
const ORDER = "Приказ о создании совета наставников";
const NUMBER = "05-од";
const AGREEMENT = "Дополнительное соглашение к трудовому договору";
/** Found by the beginning of the surname; the chair's name is declined in the order. */
const COUNCIL = {
  chair: { typed: "седых", dative: "Седых Ирине Николаевне" },
  secretary: { typed: "ткач" },
  members: [{ typed: "кузнец" }, { typed: "чайка" }],
};

async function openKind(office: Office, panel: Panel, title: string): Promise<void> {
  await panel.frame.getByLabel("Найти документ").fill(title);
  await panel.frame.getByRole("button", { name: title }).first().click();
  await office.settled(panel);
}

/** A person of a field, by a part of the name. */
async function pick({ frame }: Panel, field: string, typed: string): Promise<void> {
  await frame.getByLabel(`${field}: найти педагога`).fill(typed);
  await frame.locator(".found button").first().click();
  await frame.locator(".found").waitFor({ state: "detached" });
}

/** The part of the page, chosen by its button. */
async function part(office: Office, panel: Panel, name: string): Promise<void> {
  await panel.frame.getByRole("navigation").getByRole("button", { name, exact: true }).click();
  await office.settled(panel);
}

async function checked(office: Office, panel: Panel): Promise<void> {
  await office.press(panel, "Проверить");
  await panel.frame.getByRole("heading", { name: "Проверка" }).waitFor();
}

/** The council's order: nothing without its chair, the names in their cases, a draft without number and date. */
async function draft(office: Office, panel: Panel): Promise<void> {
  const { frame } = panel;
  await openKind(office, panel, ORDER);
  await office.press(panel, "Проверить");
  await frame.getByText("Заполните это поле.").waitFor();
  await office.usableByAll(panel);
  await pick(panel, "Председатель *", COUNCIL.chair.typed);
  await pick(panel, "Секретарь", COUNCIL.secretary.typed);
  for (const { typed } of COUNCIL.members) await pick(panel, "Члены совета", typed);
  await checked(office, panel);
  await frame.getByText(/^Как просклонены слова/).click();
  await frame.getByText(COUNCIL.chair.dative, { exact: true }).waitFor();
  await office.picture("documents-check");
  await office.usableByAll(panel);
  await office.press(panel, "Подготовить проект");
  await frame.getByRole("heading", { name: "Проект документа готов" }).waitFor();
  const { page, text } = await office.document(frame.getByRole("link", { name: /совета наставников/ }));
  assert.match(text, /ПРИКАЗЫВАЮ/i);
  assert.match(text, /№ __/);
  await office.picture("documents-draft", page);
  await page.close();
}

/** Agreed, then signed: number and date come into the register and into the document. */
async function register(office: Office, panel: Panel): Promise<void> {
  const { frame } = panel;
  await office.press(panel, "К реестру");
  const entry = frame.locator("li.card").first();
  await entry.getByRole("button").first().click();
  await office.press(panel, "Согласован");
  await entry.getByText("согласован", { exact: true }).waitFor();
  await office.press(panel, "Зарегистрировать");
  await entry.getByLabel("Номер").fill(NUMBER);
  await entry.getByRole("button", { name: "Назад" }).scrollIntoViewIfNeeded();
  await office.picture("documents-register");
  await office.usableByAll(panel);
  await entry.getByRole("button", { name: "Зарегистрировать" }).click();
  await entry.getByText("подписан", { exact: true }).waitFor();
  await office.settled(panel);
  await entry.getByText(`№ ${NUMBER}`).waitFor();
  const { page, text } = await office.document(entry.getByRole("link", { name: "Открыть документ" }));
  assert.match(text, new RegExp(`№ ${NUMBER}`));
  await page.close();
  await entry.getByRole("button", { name: /^Ознакомление/ }).click();
  await office.settled(panel);
  await office.usableByAll(panel);
}

/** Opens a signed document for a new version: its answers are there. */
async function newVersion(office: Office, panel: Panel): Promise<void> {
  const { frame } = panel;
  const entry = frame.locator("li.card.selected").first();
  await entry.getByRole("button", { name: "Закрыть" }).click();
  await office.press(panel, "Новая версия");
  await frame.getByText(/^Седых Ирина Николаевна/).waitFor();
  await office.usableByAll(panel);
  await office.press(panel, "← Все документы");
}

/** Agreements of everybody who needs one: a job, one print for all, one given up, the others signed together. */
async function batch(office: Office, panel: Panel): Promise<void> {
  const { frame } = panel;
  await part(office, panel, "Подготовить");
  await openKind(office, panel, AGREEMENT);
  await frame.getByLabel("Размер выплаты *").fill("5000");
  await fillEmpty(frame.getByLabel("Выплата *"));
  await fillEmpty(frame.getByLabel("Как выплачивается *"));
  await checked(office, panel);
  await office.usableByAll(panel);
  const make = frame.getByRole("button", { name: /^Подготовить: \d+$/ });
  const count = Number((await make.innerText()).replace(/\D/g, ""));
  assert.ok(count > 5, `too few for a job: ${count}`);
  await make.click();
  await frame.getByRole("button", { name: "Подготовить", exact: true }).click();
  await frame.getByRole("heading", { name: "Документы готовы" }).waitFor();
  await office.press(panel, "К реестру");
  await frame.getByText(`Найдено: ${count}`).waitFor();
  await office.press(panel, "Выбрать найденные");
  await office.press(panel, `Напечатать вместе: ${count}`);
  await frame.getByText("Можно печатать").waitFor();
  await frame.getByRole("button", { name: `Зарегистрировать вместе: ${count}` }).scrollIntoViewIfNeeded();
  await office.picture("documents-together");
  await office.usableByAll(panel);
  const { page, text } = await office.document(frame.getByRole("link", { name: "документ", exact: true }));
  assert.equal(text.split("ДОПОЛНИТЕЛЬНОЕ СОГЛАШЕНИЕ №").length - 1, count);
  await page.close();
  await office.press(panel, "Снять выбор");

  const first = frame.locator("li.card").first();
  await first.getByRole("button").first().click();
  await office.press(panel, "Отменить…");
  await first.getByLabel("Почему отменён").fill("наставник отказался");
  await office.press(panel, "Отменить документ");
  await first.getByText("отменён", { exact: true }).waitFor();
  await office.settled(panel);
  await first.getByRole("button").first().click();

  await frame.getByText(`Найдено: ${count - 1}`).waitFor();
  await office.press(panel, "Выбрать найденные");
  await office.press(panel, `Зарегистрировать вместе: ${count - 1}`);
  await frame.getByRole("button", { name: "Зарегистрировать", exact: true }).click();
  await frame.getByText("Регистрация документов: всё готово.").waitFor();
  await frame.getByText("Ничего не нашлось").waitFor();
}

/** Chooses the first answer where none is proposed. */
async function fillEmpty(list: Locator): Promise<void> {
  if ((await list.inputValue()) === "") await list.selectOption({ index: 1 });
}

export const documents: Step = {
  name: "documents",
  title: "«Документы» checks, makes, registers and prints papers, one and many; shows packs and templates",
  run: async (office) => {
    const panel = await office.open(ITEM);
    await office.settled(panel);
    await panel.frame.getByRole("heading", { name: "Ждут сейчас" }).waitFor();
    await office.picture("documents");
    await office.usableByAll(panel);
    await draft(office, panel);
    await register(office, panel);
    await newVersion(office, panel);
    await batch(office, panel);
    await part(office, panel, "Комплект пар");
    await office.picture("documents-packs");
    await office.usableByAll(panel);
    await part(office, panel, "Шаблоны");
    await office.picture("documents-templates");
    await office.usableByAll(panel);
    await office.openTab("Документы");
    // The agreements are the last, and the order stands right above them.
    await office.records();
    await office.page.getByRole("row").filter({ hasText: NUMBER }).first().waitFor();
  },
};
