// «Импорт списка педагогов»: a file that is no list, then the sample's list from the file to the grid.
import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import path from "node:path";
import { SAMPLE_STAFF } from "../../../sandbox/sample/staff";
import type { Office, Panel } from "../office";
import type { Step } from "./step";

const ITEM = "Импорт списка педагогов";
const FILE = "Файл .xlsx или .csv";

/** A .docx that somebody has renamed. */
async function chooseDocument({ frame }: Panel): Promise<void> {
  await frame.getByLabel(FILE).setInputFiles({
    name: "Список.xlsx",
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: readFileSync(path.join(__dirname, "../../lists/document-renamed.xlsx")),
  });
  const message = await frame.getByRole("alert").innerText();
  assert.match(message, /[Дд]окумент/, "the message about a renamed document");
}

/** Saves the staff list of «Файлы для пробы». */
async function sampleFile(office: Office): Promise<string> {
  const { page } = office;
  await page.getByRole("button", { name: "Файлы для пробы" }).click();
  const box = page.getByRole("dialog", { name: "Файлы для пробы" });
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    box.getByRole("link", { name: "Скачать .xlsx" }).click(),
  ]);
  const file = path.join(office.stand.room, "staff.xlsx");
  await download.saveAs(file);
  await box.getByRole("button", { name: "Закрыть" }).click();
  return file;
}

async function importStaff(office: Office, panel: Panel): Promise<void> {
  const { frame } = panel;
  await frame.getByLabel(FILE).setInputFiles(await sampleFile(office));
  await frame.getByText("Проверьте, что где стоит.").waitFor();
  const column = frame.getByRole("listitem").filter({ hasText: "Фамилия, имя, отчество" });
  assert.equal(await column.getByLabel("Это").locator("option:checked").innerText(), "ФИО");
  await office.usableByAll(panel);
  await office.press(panel, "Далее");
  await frame.getByRole("button", { name: "Записать в банк" }).waitFor();
  const people = String(SAMPLE_STAFF.length);
  assert.equal(await office.figure(panel, "новых"), people);
  assert.equal(await office.figure(panel, "изменится"), "0");
  await frame.getByText(`Новые: ${people}`).click();
  await frame.getByText("Мельниченко Ольга Викторовна").waitFor();
  await office.picture("import");
  await office.usableByAll(panel);
  await office.press(panel, "Записать в банк");
  await frame
    .getByText(new RegExp(`${people}`))
    .first()
    .waitFor();
}

/** The first person of the list with another post and one more year, as next year's list has them. */
function newerList(): { name: string; mimeType: string; buffer: Buffer } {
  const [person] = SAMPLE_STAFF;
  assert.ok(person);
  const { fullName, email, experienceYears } = person;
  const text = `ФИО;Должность;Педагогический стаж;Почта\n${fullName};методист;${(experienceYears ?? 0) + 1};${email}\n`;
  return { name: "Новый список.csv", mimeType: "text/csv", buffer: Buffer.from(text, "utf8") };
}

/** The curator has mended a post; a newer list says something else: nothing changes without a choice. */
async function conflicts(office: Office): Promise<void> {
  await office.openTab("Педагоги");
  const post = `${await office.columnOf("Должность")}3`;
  await office.type(post, "старший методист");
  const panel = await office.open(ITEM);
  const { frame } = panel;
  await frame.getByLabel(FILE).setInputFiles(newerList());
  await office.press(panel, "Далее");
  const conflict = frame.getByRole("group", { name: "Должность" });
  await conflict.waitFor();
  assert.equal(await office.figure(panel, "с расхождениями"), "1");
  await conflict.getByText("старший методист").waitFor();
  const take = conflict.getByRole("checkbox", { name: "взять из списка: методист" });
  assert.equal(await take.isChecked(), false, "the table wins until somebody chooses");
  await office.picture("import-conflicts");
  await office.usableByAll(panel);
  await office.press(panel, "Взять всё");
  assert.equal(await take.isChecked(), true);
  await office.press(panel, "Оставить всё");
  await office.press(panel, "Записать в банк");
  await frame.getByText("изменено: 1").waitFor();
  await office.cell("старший методист").waitFor();
}

export const importList: Step = {
  name: "import",
  title: "«Импорт» refuses a renamed document in Russian and brings the staff list into the grid",
  run: async (office) => {
    const panel = await office.open(ITEM);
    await chooseDocument(panel);
    await importStaff(office, panel);
    await office.openTab("Педагоги");
    await office.cell("Мельниченко Ольга Викторовна").waitFor();
    assert.equal(await office.records(), SAMPLE_STAFF.length);
    await office.cell("Гольц Марк Аронович").waitFor();
    await conflicts(office);
    await office.open("Начало работы");
    await office.goTo("B3");
    await office.openMenu();
    await office.page.getByRole("menuitem", { name: "Сводка" }).waitFor();
    await office.picture("workbook");
    await office.page.keyboard.press("Escape");
  },
};
