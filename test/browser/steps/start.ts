// «Начало работы»: consent, the wizard, the tabs; run again it changes nothing.
import { strict as assert } from "node:assert";
import { SAMPLE_SCHOOL } from "../../../sandbox/sample/school";
import type { Office, Panel } from "../office";
import type { Step } from "./step";

const ITEM = "Начало работы";
const TABS = [
  "Педагоги",
  "Наставники",
  "Наставляемые",
  "Пары",
  "Условия подбора",
  "Программы",
  "Мероприятия",
  "Документы",
  "Ознакомление",
  "Согласия",
  "Запросы и диагностика",
  "Анкеты",
  "Приглашения",
  "Ответы",
  "Справочники",
  "Склонения",
  "Шаблоны",
  "Настройки",
  "Журнал",
];

/** What the curator types, screen by screen. */
const SCREENS: Record<string, string>[] = [
  {
    "Полное наименование": SAMPLE_SCHOOL.fullName,
    "Краткое наименование": SAMPLE_SCHOOL.shortName,
    "Населённый пункт": SAMPLE_SCHOOL.place,
  },
  {
    "ФИО руководителя": SAMPLE_SCHOOL.head,
    "Должность руководителя": SAMPLE_SCHOOL.headPost,
    "ФИО куратора": SAMPLE_SCHOOL.curator,
    "Должность куратора": "заместитель директора по научно-методической работе",
    "Почта куратора": SAMPLE_SCHOOL.curatorEmail,
  },
];

async function consent(office: Office): Promise<void> {
  await office.chooseItem(ITEM);
  const screen = office.page.getByRole("dialog", { name: "Дополнению «Наставник» нужен доступ" });
  await screen.waitFor();
  assert.equal(await screen.getByRole("checkbox").count(), 8, "permissions that are asked for");
  const asked = await screen.innerText();
  assert.ok(!asked.includes("все ваши файлы"), "the add-on asks for the whole Drive");
  await screen.getByRole("button", { name: "Разрешить" }).click();
}

/** What may be left out; a slip in a number is pointed out and keeps nobody from going on. */
async function requisites({ frame }: Panel): Promise<void> {
  await frame.getByText("Для согласий и договоров").click();
  await frame.getByLabel("Адрес организации").fill(SAMPLE_SCHOOL.address);
  await frame.getByLabel("ИНН").fill("0070070073");
  await frame.getByText("контрольная цифра не сходится").waitFor();
  await frame.getByLabel("ОГРН").focus();
  await frame.getByLabel("ИНН").fill(SAMPLE_SCHOOL.inn);
  await frame.getByText("контрольная цифра не сходится").waitFor({ state: "detached" });
  await frame.getByLabel("ОГРН").fill(SAMPLE_SCHOOL.ogrn);
  await frame.getByLabel("Сайт").fill(SAMPLE_SCHOOL.site.replace("https://", ""));
}

async function wizard(office: Office): Promise<void> {
  const panel = await office.panel(ITEM);
  await office.press(panel, "Далее");
  await panel.frame.getByText("Укажите полное наименование.").waitFor();
  for (const [index, screen] of SCREENS.entries()) {
    await panel.frame.getByText(`Шаг ${index + 1} из 3`).waitFor();
    if (index === 0) await panel.frame.getByLabel("Вид организации").selectOption("школа");
    for (const [field, text] of Object.entries(screen)) await panel.frame.getByLabel(field).fill(text);
    if (index === 0) {
      await office.picture("start");
      await requisites(panel);
      await office.usableByAll(panel);
    }
    await office.press(panel, "Далее");
  }
  await panel.frame.getByText("Шаг 3 из 3").waitFor();
  assert.equal(await panel.frame.getByLabel("Учебный год").inputValue(), "2026/2027");
  await panel.frame.getByText("Что это значит").click();
  await panel.frame.getByText("Решение принимает руководитель организации.").waitFor();
  await office.picture("start-codes");
  await office.usableByAll(panel);
  await office.press(panel, "Настроить");
  await panel.frame.getByText("Готово", { exact: true }).waitFor();
  await office.hasTabs(TABS);
  await office.usableByAll(panel);
}

async function again(office: Office): Promise<void> {
  const panel = await office.open(ITEM);
  assert.equal(await panel.frame.getByText("нужно восстановить").count(), 0, "things that are not in place");
  await office.press(panel, "Проверить и восстановить");
  await panel.frame.getByText("Всё уже было на месте, ничего не изменено.").waitFor();
  await office.hasTabs(TABS);
}

export const start: Step = {
  name: "start",
  title: "«Начало работы» sets the school up; run again, it changes nothing",
  run: async (office) => {
    await consent(office);
    await wizard(office);
    await again(office);
  },
};
