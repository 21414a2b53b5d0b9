// Plain Apps Script code in Node itself: the services as globals, with the same strictness.
import { installGlobals } from "./globals";
import { CURATOR } from "./testing";
import { createWorld } from "./world";

describe("services as globals of Node", () => {
  const world = createWorld({ now: "2026-09-01T09:00:00+03:00" });
  let installed: ReturnType<typeof installGlobals>;

  beforeEach(() => {
    installed = installGlobals(world, { user: CURATOR });
  });
  afterEach(() => {
    installed.uninstall();
  });

  test("code written for the platform makes sheets and forms and reads them back", () => {
    const spreadsheet = SpreadsheetApp.create("Педагоги");
    const sheet = spreadsheet.getSheets()[0];
    sheet?.getRange("A1:B1").setValues([["Анна", new Date(2026, 8, 1)]]);
    const [row] = sheet?.getRange(1, 1, 1, 2).getValues() ?? [];
    expect(row?.[0]).toBe("Анна");
    expect(row?.[1]).toBeInstanceOf(Date);
    expect(row).toBeInstanceOf(Array);

    const form = FormApp.create("Анкета").setTitle("Анкета наставника");
    expect(FormApp.openById(form.getId()).getTitle()).toBe("Анкета наставника");
    expect(SpreadsheetApp.getActiveSpreadsheet().getName()).toBe("Sandbox");
  });

  test("errors are those of Google, of this realm", () => {
    expect(() => SpreadsheetApp.openById("nothing")).toThrow(Error);
    expect(() => MailApp.sendEmail("nobody", "s", "b")).toThrow("Invalid email: nobody");
  });

  test("enumerations compare by identity", () => {
    expect(ScriptApp.AuthMode.FULL).toBe(ScriptApp.AuthMode.FULL);
    expect(ScriptApp.AuthMode.FULL).not.toBe(ScriptApp.AuthMode.NONE);
  });

  test("scopes hold here too", () => {
    const narrow = installGlobals(world, { user: CURATOR, scopes: ["forms"] });
    expect(() => MailApp.getRemainingDailyQuota()).toThrow("Specified permissions are not sufficient");
    narrow.uninstall();
  });

  test("uninstalling leaves Node as it was", () => {
    installed.uninstall();
    expect("SpreadsheetApp" in globalThis).toBe(false);
  });
});
