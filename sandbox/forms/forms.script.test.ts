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
function notEmulated() { open_().setDestination(FormApp.DestinationType.SPREADSHEET, "1abc"); }
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
  expect(errorOf("notEmulated")).toContain("setDestination");
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
