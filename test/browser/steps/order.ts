// «Приказ о закреплении пар»: no order without consents; blanks, ticks, the draft, names in the right case, number and date.
import { strict as assert } from "node:assert";
import type { Locator } from "playwright-core";
import type { Office, Panel } from "../office";
import type { Step } from "./step";

const ITEM = "Приказ о закреплении пар";
const NUMBER = "214-од";
const SIGNING_DAY = "2026-09-04";
/** So many have signed by the first order, which then names its few pairs in the text itself. */
const FIRST_SIGNED = 16;
/** Pairs of the first order whose two names the tables below know, at least. */
const PAIRS_CHECKED = 3;

/** «Закрепить кого?», as a Russian teacher would write it. */
const WHOM: Record<string, string> = {
  "Беляева Надежда Фёдоровна": "Беляеву Надежду Фёдоровну",
  "Вишневская Анастасия Львовна": "Вишневскую Анастасию Львовну",
  "Головня Юрий Степанович": "Головню Юрия Степановича",
  "Гусь Наталья Аркадьевна": "Гусь Наталью Аркадьевну",
  "Долгих Марина Юрьевна": "Долгих Марину Юрьевну",
  "Дубинина Жанна Робертовна": "Дубинину Жанну Робертовну",
  "Ким Анна Дмитриевна": "Ким Анну Дмитриевну",
  "Кузнец Игорь Борисович": "Кузнеца Игоря Борисовича",
  "Сковорода Римма Яковлевна": "Сковороду Римму Яковлевну",
  "Скоробогатько Виктор Иванович": "Скоробогатько Виктора Ивановича",
  "Соколова-Берг Наталья Игоревна": "Соколову-Берг Наталью Игоревну",
  "Степаненко Вероника Олеговна": "Степаненко Веронику Олеговну",
  "Тер-Петросян Карине Ашотовна": "Тер-Петросян Карине Ашотовну",
  "Ткач Татьяна Валерьевна": "Ткач Татьяну Валерьевну",
  "Фёдоров Пётр Семёнович": "Фёдорова Петра Семёновича",
  "Чайка Виктор Петрович": "Чайку Виктора Петровича",
  "Шевченко Людмила Петровна": "Шевченко Людмилу Петровну",
};
/** «За кем?» */
const BY_WHOM: Record<string, string> = {
  "Абрамян Гаяне Суреновна": "Абрамян Гаяне Суреновной",
  "Громов Артём Сергеевич": "Громовым Артёмом Сергеевичем",
  "Дарвин Анна-Мария Робертовна": "Дарвин Анной-Марией Робертовной",
  "Ермак Валерия Денисовна": "Ермак Валерией Денисовной",
  "Живаго Лариса Евгеньевна": "Живаго Ларисой Евгеньевной",
  "Зайцев Никита Андреевич": "Зайцевым Никитой Андреевичем",
  "Королёва Алёна Дмитриевна": "Королёвой Алёной Дмитриевной",
  "Ларина Ксения Романовна": "Лариной Ксенией Романовной",
  "Мороз Кирилл Олегович": "Морозом Кириллом Олеговичем",
  "Петрова Дарья Алексеевна": "Петровой Дарьей Алексеевной",
};

/** Blank consents are made as documents. */
async function blanks(office: Office, panel: Panel): Promise<void> {
  await office.press(panel, "Подготовить бланки согласий");
  await panel.frame.getByText(/^Готово бланков: \d+$/).waitFor();
  const blank = await office.document(panel.frame.locator("details li a").first());
  assert.match(blank.text, /соглас/i);
  await blank.page.close();
}

/** The pairs that the sidebar calls ready: mentor and mentee by their names. */
async function readyPairs({ frame }: Panel): Promise<[string, string][]> {
  const section = frame.locator(".section").filter({ has: frame.getByRole("heading", { name: /^Готовы к приказу/ }) });
  const lines = await section.locator("ul.plain").first().getByRole("listitem").allInnerTexts();
  return lines.map((line) => {
    const [mentor = "", mentee = ""] = line.split(" — ");
    return [mentor.trim(), mentee.trim()];
  });
}

/** The draft names everybody in the case that the sentence asks for. */
async function readDraft(office: Office, link: Locator, pairs: [string, string][]): Promise<void> {
  const { page, text } = await office.document(link);
  await office.picture("order-document", page);
  const known = pairs.filter(([mentor, mentee]) => WHOM[mentor] !== undefined && BY_WHOM[mentee] !== undefined);
  assert.ok(known.length >= PAIRS_CHECKED, `pairs whose cases are known here: ${known.length} of ${pairs.length}`);
  for (const [mentor, mentee] of known) {
    assert.match(text, new RegExp(`${WHOM[mentor] ?? ""}, [^;]*? — за ${BY_WHOM[mentee] ?? ""}, `));
  }
  for (const [, mentee] of pairs) assert.ok(text.includes(`${mentee}`), `${mentee} is not in the annex`);
  assert.match(text, /№ __/);
  await page.close();
}

/** Number and date come into the document and into the register. */
async function register(office: Office, panel: Panel): Promise<void> {
  const { frame } = panel;
  const card = frame.locator(".card").filter({ has: frame.getByLabel("Номер приказа") });
  await frame.getByLabel("Номер приказа").fill(NUMBER);
  await frame.getByLabel("Дата приказа").fill(SIGNING_DAY);
  await office.press(panel, "Зарегистрировать");
  await card.waitFor({ state: "detached" });
  await office.openTab("Документы");
  // The order is the last of them, below the blanks.
  await office.records();
  const row = office.page.getByRole("row").filter({ hasText: NUMBER });
  await row.filter({ hasText: "04.09.2026" }).waitFor();
  const signed = await office.document(row.getByRole("link").first());
  assert.match(signed.text, new RegExp(`«?0?4»? сентября 2026 г\\. № ${NUMBER}`));
  await signed.page.close();
}

export const order: Step = {
  name: "order",
  title: "«Приказ» waits for consents, declines the names, takes number and date",
  run: async (office) => {
    await office.passUntil(SIGNING_DAY);
    const panel = await office.open(ITEM);
    const { frame } = panel;
    await frame.getByText("Не хватает письменных согласий").waitFor();
    await frame.getByText(/^Пока не войдут в приказ: \d+$/).waitFor();
    const draft = frame.getByRole("button", { name: "Подготовить проект приказа" });
    assert.equal(await draft.count(), 0, "an order can be made without consents");
    await office.picture("order");
    await office.usableByAll(panel);
    await blanks(office, panel);

    const people = await frame.getByRole("checkbox").all();
    for (const person of people.slice(0, FIRST_SIGNED)) await person.check();
    await office.press(panel, /^Записать согласия: \d+$/);
    await frame.getByText(/^Готовы к приказу: \d+$/).waitFor();
    await office.usableByAll(panel);
    const pairs = await readyPairs(panel);
    await office.press(panel, "Подготовить проект приказа");
    await readDraft(office, frame.getByRole("link", { name: "Открыть проект приказа" }), pairs);
    await register(office, panel);

    // The others have signed too: the second order takes its number from the pattern in «Настройки».
    await office.press(panel, "Отметить всех");
    await office.press(panel, /^Записать согласия: \d+$/);
    await frame.getByText("Не хватает письменных согласий").waitFor({ state: "detached" });
    await office.press(panel, "Подготовить проект приказа");
    await office.press(panel, "Зарегистрировать");
    await frame.getByLabel("Номер приказа").waitFor({ state: "detached" });
    await frame.getByText("Пары действуют.").waitFor();
  },
};
