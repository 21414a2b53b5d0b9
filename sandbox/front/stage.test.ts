// What a person at the front can do, from opening the workbook to the mail box, without a browser.
import { SAMPLE_STAFF } from "../sample/staff";
import { StageBench } from "./testing";

const CODE = `
  function onOpen() {
    SpreadsheetApp.getUi().createMenu("Проба").addItem("Записать", "write").addSeparator().addItem("Спросить", "ask").addToUi();
  }
  function write() {
    SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].getRange("B2").setValue(7);
    SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput("<p>да</p>").setTitle("Панель"));
  }
  function ask() {
    var ui = SpreadsheetApp.getUi();
    var answer = ui.prompt("Как назвать лист?", ui.ButtonSet.OK_CANCEL);
    if (answer.getSelectedButton() === ui.Button.OK) SpreadsheetApp.getActiveSheet().setName(answer.getResponseText());
  }
  function where() { return SpreadsheetApp.getActiveRange().getA1Notation(); }
  function today() { return new Date(); }
  function hidden_() { return 1; }
  function dress() {
    var sheet = SpreadsheetApp.getActiveSheet();
    sheet.hideRows(1);
    sheet.getRange("A2").setNote("заметка").setFontWeight("bold");
    var rule = SpreadsheetApp.newDataValidation();
    sheet.getRange("B2").setDataValidation(rule.requireValueInList(["да", "нет"]).setAllowInvalid(false).build());
    sheet.getRange("C2").insertCheckboxes();
    sheet.getRange("D2").setValue("закрыто");
    var protection = sheet.getRange("D2").protect();
    protection.removeEditors(protection.getEditors());
  }
  function every() { ScriptApp.newTrigger("tick").timeBased().everyHours(1).create(); }
  function tick() { console.log("тик"); }
  function invite() {
    var form = FormApp.create("Анкета").setCollectEmail(false);
    form.addTextItem().setTitle("Фамилия, имя, отчество").setRequired(true);
    MailApp.sendEmail({ to: "${SAMPLE_STAFF[0]?.email ?? ""}", subject: "Анкета", htmlBody: '<a href="' + form.getPublishedUrl() + '">Ответить</a>' });
    MailApp.sendEmail({ to: "somebody@else.example", subject: "Анкета", body: form.getPublishedUrl() });
  }
`;

let bench: StageBench;
beforeEach(() => {
  bench = new StageBench(CODE);
});
afterEach(() => {
  bench.remove();
});

async function openTab() {
  const book = await bench.ask("openBook", { id: "" });
  const sheetId = book.tabs[0]?.id ?? -1;
  const read = async () => {
    const { sheet } = await bench.ask("readTab", { id: book.id, sheetId, revision: null });
    if (!sheet) throw new Error("The tab was not read.");
    return sheet;
  };
  return { book, id: book.id, sheetId, read };
}

const menu = (name: string) => bench.ask("runMenu", { function: name, selection: null });

describe("the workbook", () => {
  test("opens with the menus that onOpen builds, once however often it is opened", async () => {
    await bench.ask("openBook", { id: "" });
    const { book } = await openTab();
    expect(book.title).toBe("Наставничество");
    expect(book.menus.map((one) => one.caption)).toEqual(["Проба"]);
    expect(book.menus[0]?.entries.map((entry) => entry.kind)).toEqual(["item", "separator", "item"]);
  });

  test("shows what a menu item has written, and passes the selection on", async () => {
    const { read, sheetId } = await openTab();
    expect(await menu("write")).toMatchObject({ ok: true, error: null });
    expect((await read()).rows[1]?.[1]).toEqual({ t: "7", kind: "number" });
    const call = { function: "where", args: [], selection: { sheetId, a1: "C3:D4" } };
    expect(await bench.ask("runClient", call)).toMatchObject({ ok: true, carried: true, value: "C3:D4" });
  });

  test("sends no cells to a page that has them already", async () => {
    const { id, sheetId, read } = await openTab();
    const { revision } = await read();
    expect((await bench.ask("readTab", { id, sheetId, revision })).sheet).toBeNull();
    await bench.ask("typeCell", { id, sheetId, row: 1, column: 1, text: "новое" });
    expect((await bench.ask("readTab", { id, sheetId, revision })).sheet).not.toBeNull();
  });

  test("reads typed text as a Russian spreadsheet does, and shows how it would be typed again", async () => {
    const { id, sheetId, read } = await openTab();
    await bench.ask("typeCell", { id, sheetId, row: 1, column: 1, text: "1,5" });
    await bench.ask("typeCell", { id, sheetId, row: 1, column: 2, text: "=A1*2" });
    expect((await read()).rows[0]).toEqual([
      { t: "1,5", kind: "number" },
      { t: "3", kind: "number", e: "=A1*2" },
    ]);
  });

  test("shows hidden rows, notes, drop-downs and checkboxes for what they are", async () => {
    const { read } = await openTab();
    await menu("dress");
    const sheet = await read();
    const [first, second, third] = sheet.rows[1] ?? [];
    expect(sheet.hiddenRows).toEqual([1]);
    expect(first?.note).toBe("заметка");
    expect(sheet.looks[first?.s ?? -1]?.fontWeight).toBe("bold");
    expect(sheet.rules[second?.d ?? -1]).toMatchObject({ kind: "list", options: ["да", "нет"], strict: true });
    expect(sheet.rules[third?.d ?? -1]?.kind).toBe("checkbox");
  });

  test("refuses in Russian what a rule or a protection forbids", async () => {
    const { id, sheetId } = await openTab();
    await menu("dress");
    const type = (column: number) => bench.ask("typeCell", { id, sheetId, row: 2, column, text: "может быть" });
    await expect(type(2)).rejects.toThrow("Выберите значение из списка");
    bench.user = SAMPLE_STAFF.find((person) => person.post === "методист")?.email ?? "";
    await expect(type(4)).rejects.toThrow("защищённую ячейку");
  });

  test("stays closed to an account that has no access", async () => {
    bench.user = SAMPLE_STAFF[0]?.email ?? "";
    await expect(bench.ask("openBook", { id: "" })).rejects.toThrow("нет доступа");
    expect(await bench.ask("readFiles", {})).toEqual([]);
  });
});

describe("scripts", () => {
  test("show their sidebar on the page that started them", async () => {
    await menu("write");
    expect(bench.shown).toEqual([{ kind: "sidebar", title: "Панель", html: "<p>да</p>" }]);
  });

  test("stand still in a prompt until the person answers", async () => {
    const { id } = await openTab();
    bench.answers.push({ button: "OK", text: "Педагоги" });
    await menu("ask");
    expect(bench.shown).toMatchObject([{ kind: "prompt", prompt: "Как назвать лист?", buttons: "OK_CANCEL" }]);
    expect((await bench.ask("readTab", { id, sheetId: null, revision: null })).book.tabs[0]?.name).toBe("Педагоги");
  });

  test("hand nothing over where Google hands nothing over, and offer pages no private function", async () => {
    const call = (name: string) => bench.ask("runClient", { function: name, args: [], selection: null });
    expect(await call("today")).toMatchObject({ ok: true, carried: false });
    expect(await call("hidden_")).toMatchObject({ ok: false });
    const { functions } = await bench.ask("readFrameSetting", {});
    expect(functions).toContain("today");
    expect(functions).not.toContain("hidden_");
  });

  test("fail without the permissions that a person refused, and ask for them again", async () => {
    const scopes = await bench.ask("scopesToGrant", {});
    expect(scopes).toHaveLength(5);
    await bench.ask("consent", { refused: scopes });
    expect((await menu("write")).error).toContain("permission");
    expect(await bench.ask("scopesToGrant", {})).toEqual(scopes);
    await bench.ask("consent", { refused: [] });
    expect(await menu("write")).toMatchObject({ ok: true });
    expect(await bench.ask("scopesToGrant", {})).toEqual([]);
  });

  test("leave a line in the diary with their cost and their error", async () => {
    await menu("write");
    await menu("missing");
    const [failed, written] = await bench.ask("readRuns", {});
    expect(written).toMatchObject({ function: "write", ok: true, user: bench.user });
    expect(written?.calls).toBeGreaterThan(0);
    expect(failed).toMatchObject({ function: "missing", ok: false });
    expect(failed?.error).toContain("missing");
  });
});

describe("the clock", () => {
  test("fires what has become due on its way", async () => {
    await menu("every");
    const before = (await bench.ask("readClock", {})).now;
    const jump = await bench.ask("advanceClock", { milliseconds: 3 * 3_600_000 });
    expect(jump).toMatchObject({ runs: 3, failed: 0 });
    expect(new Date(jump.now).getTime() - new Date(before).getTime()).toBeGreaterThanOrEqual(3 * 3_600_000);
    expect((await bench.ask("readRuns", {}))[0]?.log[0]?.text).toBe("тик");
  });

  test("does not go back", async () => {
    await expect(bench.ask("setClock", { to: "2020-01-01T00:00:00+03:00" })).rejects.toThrow("только вперёд");
  });

  test("is not needed to try a trigger", async () => {
    await menu("every");
    const [trigger] = await bench.ask("readTriggers", {});
    expect(trigger).toMatchObject({ function: "tick", when: "каждые 1 ч" });
    expect(await bench.ask("fireTrigger", { uid: trigger?.uid ?? "" })).toMatchObject({ runs: 1, failed: 0 });
  });
});

describe("mail", () => {
  test("lets sample people answer what they were invited to, each once", async () => {
    await menu("invite");
    expect((await bench.ask("readMail", {})).map((mail) => mail.invitations.length)).toEqual([0, 1]);
    expect(await bench.ask("letPeopleAnswer", { mailId: null })).toEqual({ answered: 1, problems: [] });
    expect(await bench.ask("letPeopleAnswer", { mailId: null })).toEqual({ answered: 0, problems: [] });
    const [form] = await bench.ask("readForms", {});
    const details = await bench.ask("readFormDetails", { id: form?.id ?? "" });
    expect(details?.answers.map((answer) => answer.lines[0]?.answer)).toEqual([SAMPLE_STAFF[0]?.fullName]);
  });

  test("leads to a form that says what is missing before it takes an answer", async () => {
    await menu("invite");
    const address = (await bench.ask("readMail", {}))[1]?.invitations[0] ?? "";
    const shown = await bench.ask("openForm", { address });
    expect(await bench.ask("turnFormPage", { address, page: 0, answers: {} })).toMatchObject({
      errors: [{ message: "Это обязательный вопрос." }],
    });
    const answers = { [String(shown.pages[0]?.items[0]?.id)]: "Я" };
    const sent = await bench.ask("sendForm", { address, answers, email: "", edit: false });
    expect(sent).toMatchObject({ ok: true, confirmation: "Ответ записан." });
  });
});

describe("the folder", () => {
  test("keeps everything between starts, and takes newer code into the same script", async () => {
    const { id, sheetId } = await openTab();
    await bench.ask("typeCell", { id, sheetId, row: 1, column: 1, text: "было" });
    bench.restart('function onOpen() { SpreadsheetApp.getUi().createMenu("Новое").addItem("А", "a").addToUi(); }');
    const { book, read } = await openTab();
    expect(book.id).toBe(id);
    expect(book.menus.map((one) => one.caption)).toEqual(["Новое"]);
    expect((await read()).rows[0]?.[0]?.t).toBe("было");
  });

  test("can be begun anew", async () => {
    const { id, sheetId } = await openTab();
    await bench.ask("typeCell", { id, sheetId, row: 1, column: 1, text: "было" });
    await bench.reset();
    expect((await (await openTab()).read()).rows).toEqual([]);
  });
});

test("the staff list for the first import can be saved as Excel and as a text file", async () => {
  const excel = await bench.ask("download", { id: "staff", format: "xlsx" });
  const text = await bench.ask("download", { id: "staff", format: "raw" });
  expect(excel.name).toMatch(/\.xlsx$/);
  expect(new TextDecoder().decode(text.bytes)).toContain(SAMPLE_STAFF[0]?.fullName);
});
