// FormApp as a script meets it through the runtime: signatures, scopes, enumerations, dates, triggers.

import { behaviour } from "../kernel/behaviour";
import { CURATOR, DEPUTY, stage } from "../kernel/testing";
import { submitForm } from "./respond";

const CODE = `
function make() {
  var form = FormApp.create("Запрос наставляемого");
  form.setTitle("Запрос").setCollectEmail(true);
  var name = form.addTextItem().setTitle("ФИО").setRequired(true);
  var grid = form.addGridItem().setTitle("Затруднения").setRows(["Урок", "Журнал"]).setColumns(["0", "1"]);
  var since = form.addDateItem().setTitle("С какого дня");
  PropertiesService.getScriptProperties().setProperty("form", form.getId());
  return { id: form.getId(), name: String(name.getId()), address: form.getPublishedUrl() };
}
function open_() {
  return FormApp.openById(PropertiesService.getScriptProperties().getProperty("form"));
}
function watch() {
  ScriptApp.newTrigger("onAnswer").forForm(open_()).onFormSubmit().create();
}
function onAnswer(e) {
  var given = e.response.getItemResponses().map(function (r) { return r.getItem().getTitle() + ": " + r.getResponse(); });
  PropertiesService.getScriptProperties().setProperty("seen", given.join("; ") + " <" + e.response.getRespondentEmail() + "> " + e.source.getTitle());
}
function seen() { return PropertiesService.getScriptProperties().getProperty("seen"); }
function pull(since) {
  return open_().getResponses(new Date(since)).map(function (response) {
    return [response.getId().slice(0, 2), response.getTimestamp() instanceof Date, response.getItemResponses().map(function (r) { return r.getResponse(); })];
  });
}
function kinds() {
  return open_().getItems().map(function (item) {
    return [String(item.getType()), item.getType() === FormApp.ItemType.GRID, JSON.stringify(item.getType())];
  });
}
function castedOnly() { open_().getItems()[0].setRequired(true); }
function wrongSignature() { open_().addScaleItem().setBounds("один", 5); }
function notEmulated() { open_().submitGrades([]); }
function link() {
  var book = SpreadsheetApp.create("Ответы");
  open_().setDestination(FormApp.DestinationType.SPREADSHEET, book.getId());
  ScriptApp.newTrigger("onRow").forSpreadsheet(book).onFormSubmit().create();
  PropertiesService.getScriptProperties().setProperty("book", book.getId());
  return [open_().getDestinationId() === book.getId(), open_().getDestinationType() === FormApp.DestinationType.SPREADSHEET];
}
function onRow(e) {
  PropertiesService.getScriptProperties().setProperty("row", JSON.stringify([e.range.getRow(), e.values.slice(1), e.namedValues["ФИО"]]));
}
function row() { return JSON.parse(PropertiesService.getScriptProperties().getProperty("row")); }
function table() {
  var sheet = SpreadsheetApp.openById(PropertiesService.getScriptProperties().getProperty("book")).getSheets()[0];
  return [sheet.getFormUrl() === open_().getEditUrl(), sheet.getDataRange().getDisplayValues().map(function (cells) { return cells.slice(1); })];
}
function rename() { open_().getItems()[0].setTitle("Фамилия, имя, отчество"); open_().addTextItem().setTitle("Примечание"); }
function unlink() { open_().removeDestination(); return open_().getDestinationId(); }
function linkNowhere() { open_().setDestination(FormApp.DestinationType.SPREADSHEET, "1abc"); }
function dateAnswer() {
  var form = open_();
  var item = form.getItems(FormApp.ItemType.DATE)[0].asDateItem();
  return item.createResponse(new Date(2026, 8, 1)).getResponse();
}
function submitOwn() {
  var form = open_().setCollectEmail(false);
  var item = form.getItems()[0].asTextItem();
  form.createResponse().withItemResponse(item.createResponse("Сам")).submit();
  return form.getResponses().length;
}
`;

const { world, run, value } = stage(CODE);
const made = value("make") as { id: string; name: string; address: string };

function errorOf(functionName: string): string {
  const { error } = run(functionName);
  return `${error?.name ?? ""}: ${error?.message ?? ""}`;
}

test("a form that a respondent answers fires the installed trigger, as its owner", () => {
  value("watch");
  const answers = { ФИО: "Петрова Дарья Алексеевна", Затруднения: { Урок: "1" }, "С какого дня": "01.09.2026" };
  expect(submitForm(world, made.address, answers, { email: "petrova.da@school7.example" })).toMatchObject({ ok: true });
  expect(value("seen")).toBe(
    "ФИО: Петрова Дарья Алексеевна; Затруднения: 1,; С какого дня: 2026-09-01 <petrova.da@school7.example> Запрос",
  );
});

test("answers are pulled since a moment", () => {
  expect(value("pull", "2026-09-01T00:00:00Z")).toEqual([
    ["2_", true, ["Петрова Дарья Алексеевна", ["1", ""], "2026-09-01"]],
  ]);
  expect(value("pull", "2027-01-01T00:00:00Z")).toEqual([]);
});

behaviour("documented", "types compare by identity and stringify as their names", () => {
  expect(value("kinds")).toEqual([
    ["TEXT", false, '"TEXT"'],
    ["GRID", true, '"GRID"'],
    ["DATE", false, '"DATE"'],
  ]);
});

behaviour("documented", "an item from getItems has no members of its kind until it is cast", () => {
  expect(errorOf("castedOnly")).toContain("is not a function");
});

behaviour("measured", "wrong arguments are refused by their signature", () => {
  expect(errorOf("wrongSignature")).toBe(
    "Exception: The parameters (String,number) don't match the method signature for FormApp.ScaleItem.setBounds.",
  );
});

test("what is not emulated names itself", () => {
  expect(errorOf("notEmulated")).toContain("submitGrades");
  expect(errorOf("notEmulated")).toContain("is not emulated by the sandbox");
});

behaviour("assumed", "a date is read in the script's time zone", () => {
  expect(value("dateAnswer")).toBe("2026-09-01");
});

behaviour("documented", "a response that a script submits fires no trigger", () => {
  const before = value("seen");
  expect(value("submitOwn")).toBe(2);
  expect(value("seen")).toBe(before);
});

behaviour("documented", "forms need the scope «forms»", () => {
  const narrow = stage(CODE, { scopes: ["https://www.googleapis.com/auth/spreadsheets.currentonly"] });
  expect(narrow.run("make").error?.message).toContain("https://www.googleapis.com/auth/forms");
});

behaviour("documented", "another account of the school cannot open the form", () => {
  expect(run("kinds", { user: CURATOR }).ok).toBe(true);
  expect(run("kinds", { user: DEPUTY }).error?.message).toContain("No item with the given ID could be found");
});

describe("a spreadsheet that takes the responses", () => {
  const linked = stage(CODE);
  const form = linked.value("make") as { address: string };
  const answer = (name: string) =>
    submitForm(linked.world, form.address, { [name]: "=1+1", Затруднения: ["0", "1"] }, { email: "a@school7.example" });

  behaviour(
    "documented",
    "linking adds a tab with a column per question, per row of a grid, and the earlier responses",
    () => {
      answer("ФИО");
      expect(linked.value("link")).toEqual([true, true]);
      expect(linked.value("table")).toEqual([
        true,
        [
          ["Адрес электронной почты", "ФИО", "Затруднения [Урок]", "Затруднения [Журнал]", "С какого дня"],
          ["a@school7.example", "=1+1", "0", "1", ""],
        ],
      ]);
    },
  );

  behaviour("documented", "a respondent's answer comes as a row, with an event of the spreadsheet", () => {
    answer("ФИО");
    expect(linked.value("row")).toEqual([3, ["a@school7.example", "=1+1", "0", "1", ""], ["=1+1"]]);
  });

  behaviour("assumed", "a renamed question renames its column, a new one gets a column at the end", () => {
    linked.value("rename");
    answer("Фамилия, имя, отчество");
    const [, lines] = linked.value("table") as [boolean, string[][]];
    expect(lines[0]).toEqual([
      "Адрес электронной почты",
      "Фамилия, имя, отчество",
      "Затруднения [Урок]",
      "Затруднения [Журнал]",
      "С какого дня",
      "Примечание",
    ]);
    expect(lines).toHaveLength(4);
  });

  behaviour("documented", "an id of nothing is refused; after unlinking there is no destination", () => {
    expect(linked.run("linkNowhere").error?.message).toBe("Invalid argument: id");
    expect(linked.run("unlink").error?.message).toBe("The form currently has no response destination.");
  });
});
