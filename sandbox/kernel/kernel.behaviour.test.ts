// How Apps Script runs code: what a script finds, what its calls may do, how long, and how it ends.
import { sentMail } from "../base/mail";
import { behaviour } from "./behaviour";
import { CURATOR, DEPUTY, stage } from "./testing";

const AUTH = "https://www.googleapis.com/auth/";
const MAIL = `${AUTH}script.send_mail`;

describe("the realm of a script", () => {
  behaviour("documented", "has no timers, no fetch, no URL, no Node", () => {
    const absent = [
      "setTimeout",
      "setInterval",
      "fetch",
      "URL",
      "URLSearchParams",
      "FormData",
      "Blob",
      "TextEncoder",
      "TextDecoder",
      "atob",
      "btoa",
      "crypto",
      "process",
      "require",
      "module",
      "window",
      "performance",
    ];
    const { value } = stage(
      `function present(names) { return names.filter(function (name) { return name in globalThis; }); }`,
    );
    expect(value("present", absent)).toEqual([]);
  });

  behaviour("measured", "has no structuredClone, no queueMicrotask, no AbortController, but WebAssembly", () => {
    const { value } = stage(
      `function types() { return [typeof structuredClone, typeof queueMicrotask, typeof AbortController, typeof WebAssembly]; }`,
    );
    expect(value("types")).toEqual(["undefined", "undefined", "undefined", "object"]);
  });

  behaviour("measured", "says “X is not defined” of what is missing", () => {
    const { run } = stage(`function wait() { setTimeout(function () {}, 1); }`);
    expect(run("wait").error).toMatchObject({ name: "ReferenceError", message: "setTimeout is not defined" });
  });

  behaviour("documented", "keeps no globals from one execution to the next", () => {
    const { value } = stage(
      `let count = 0; function next() { count += 1; globalThis.seen = (globalThis.seen || 0) + 1; return [count, seen]; }`,
    );
    value("next");
    expect(value("next")).toEqual([1, 1]);
  });

  behaviour("documented", "gives the script arrays, objects, dates and errors of its own", () => {
    const { value } = stage(`
      function check(list, when, plain) {
        const bytes = Utilities.newBlob("ab").getBytes();
        let error;
        try { MailApp.sendEmail("nobody", "s", "b"); } catch (caught) { error = caught; }
        return [list instanceof Array, when instanceof Date, plain instanceof Object, bytes instanceof Array,
          error instanceof Error, error.name, PropertiesService.getScriptProperties().getProperties().constructor === Object];
      }`);
    expect(value("check", [1], new Date(0), { a: 1 })).toEqual([true, true, true, true, true, "Exception", true]);
  });

  behaviour("documented", "reads the virtual clock, in the time zone of the manifest", () => {
    const { value, world } = stage(
      `function now() { return [Date.now(), new Date().getTime(), new Date().getHours(), new Date(2026, 0, 1).toISOString()]; }`,
      {
        timeZone: "Asia/Yekaterinburg",
      },
    );
    const start = world.clock.now();
    expect(value("now")).toEqual([start, start, 11, "2025-12-31T19:00:00.000Z"]);
  });

  behaviour("documented", "drains promises before the execution ends; an entry function may be async", () => {
    const { value } = stage(`async function add(a, b) { const sum = await Promise.resolve(a + b); return sum; }`);
    expect(value("add", 2, 3)).toBe(5);
  });

  behaviour("measured", "keeps silent about rejected promises", () => {
    const { run } = stage(`function forget() { Promise.reject(new Error("lost")); return "done"; }`);
    expect(run("forget")).toMatchObject({ ok: true, value: "done" });
  });

  behaviour("documented", "puts all files into one global scope, in the order of their names", () => {
    const { value } = stage(`function read() { return FIRST + second(); }`, {
      files: { "a.js": "const FIRST = 'a';", "b.js": "function second() { return 'b'; }" },
    });
    expect(value("read")).toBe("ab");
  });

  behaviour("documented", "keeps a file that starts with “use strict” strict", () => {
    const { run } = stage(`"use strict"; function leak() { undeclared = 1; }`);
    expect(run("leak").error?.name).toBe("ReferenceError");
  });
});

describe("service objects", () => {
  behaviour("documented", "are one object for one thing, and print as the name of their class", () => {
    const { value } =
      stage(`function same() { return [Utilities === Utilities, String(PropertiesService.getScriptProperties()),
      PropertiesService.getScriptProperties() === PropertiesService.getScriptProperties()]; }`);
    expect(value("same")).toEqual([true, "Properties", true]);
  });

  behaviour("measured", "refuse arguments that fit no signature, naming both", () => {
    const { run } = stage(
      `function send() { MailApp.sendEmail("a@b.example", 5, null, [1], true); } function fetch() { UrlFetchApp.fetch(["x"]); }`,
    );
    expect(run("send").error).toMatchObject({
      name: "Exception",
      message:
        "The parameters (String,number,null,number[],boolean) don't match the method signature for MailApp.sendEmail.",
    });
    expect(run("fetch").error?.message).toBe(
      "The parameters (String[]) don't match the method signature for UrlFetchApp.fetch.",
    );
  });

  behaviour("documented", "take undefined for null", () => {
    const { value } = stage(
      `function get() { return PropertiesService.getScriptProperties().getProperty(undefined); }`,
    );
    expect(value("get")).toBeNull();
  });

  behaviour("measured", "turn a number into text as Java does where text is wanted", () => {
    const { value } = stage(
      `function put() { return PropertiesService.getScriptProperties().setProperty("n", 25).getProperty("n"); }`,
    );
    expect(value("put")).toBe("25.0");
  });

  behaviour("documented", "lack members that Google never declared: a real TypeError", () => {
    const { run } = stage(`function call() { MailApp.sendFax("x"); }`);
    expect(run("call").error).toMatchObject({ name: "TypeError", message: "MailApp.sendFax is not a function" });
  });

  behaviour("documented", "have enumerations that compare by identity and stringify as their names", () => {
    const { value } =
      stage(`function enums(e) { return [ScriptApp.AuthMode.FULL === ScriptApp.AuthMode.FULL, JSON.stringify({ mode: ScriptApp.AuthMode.FULL }),
      String(Utilities.Charset.UTF_8), Utilities.Charset.UTF_8.ordinal()]; }`);
    expect(value("enums")).toEqual([true, '{"mode":"FULL"}', "UTF_8", 1]);
  });

  behaviour("measured", "have enumerations that are their own first value, with the others by name", () => {
    const { value } = stage(
      `function enums() { const e = DocumentApp.ElementType; return [Object.keys(e).slice(0, 2), e.name(), e.ordinal(), e === DocumentApp.ElementType]; }`,
    );
    expect(value("enums")).toEqual([["BODY_SECTION", "COMMENT_SECTION"], "BODY_SECTION", 0, true]);
  });

  behaviour("measured", "return null where they return nothing", () => {
    const { value } = stage(`function put() { return CacheService.getScriptCache().put("a", "b") === null; }`);
    expect(value("put")).toBe(true);
  });

  test("a declared member that is not emulated fails the run by its name, even when caught", () => {
    const { run } = stage(`function call() { try { DocumentApp.create("x"); } catch (ignored) {} return "fine"; }`);
    expect(run("call")).toMatchObject({
      ok: false,
      error: { name: "NotEmulatedError", message: "DocumentApp.create is not emulated by the sandbox" },
    });
  });

  test("arguments are copies: what a script changes later stays its own", () => {
    const { value } = stage(
      `function change() { const bytes = [1, 2]; const blob = Utilities.newBlob(bytes); bytes[0] = 9; return blob.getBytes(); }`,
    );
    expect(value("change")).toEqual([1, 2]);
  });
});

describe("permissions", () => {
  behaviour("documented", "a call without its scope is refused, naming call and scope", () => {
    const { run } = stage(`function send() { MailApp.sendEmail("a@b.example", "s", "b"); }`, {
      scopes: [`${AUTH}forms`],
    });
    expect(run("send").error).toMatchObject({
      name: "Exception",
      message: `Specified permissions are not sufficient to call MailApp.sendEmail. Required permissions: ${MAIL}`,
    });
  });

  behaviour(
    "documented",
    "explicit scopes replace those found by scanning: without a list everything is granted",
    () => {
      const { run } = stage(`function send() { MailApp.sendEmail("a@b.example", "s", "b"); }`);
      expect(run("send").ok).toBe(true);
    },
  );

  behaviour("documented", "an account may refuse single scopes, which getAuthorizationInfo tells", () => {
    const { run, runtime, script, value } = stage(
      `function send() { MailApp.sendEmail("a@b.example", "s", "b"); }
       function status() { return String(ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationStatus()); }`,
      { scopes: [MAIL] },
    );
    expect(value("status")).toBe("NOT_REQUIRED");
    runtime.refuse(script, CURATOR, ["script.send_mail"]);
    expect(value("status")).toBe("REQUIRED");
    expect(run("send").ok).toBe(false);
    expect(run("send", { user: DEPUTY }).ok).toBe(true);
  });

  behaviour("documented", "a simple trigger sends no mail, fetches nothing, sets no triggers", () => {
    const { run } = stage(`
      function onOpen() { PropertiesService.getScriptProperties().getKeys(); return "ok"; }
      function onEdit(e) { MailApp.sendEmail("a@b.example", "s", "b"); }
      function onSelectionChange() { ScriptApp.getProjectTriggers(); }`);
    expect(run("onOpen", { kind: "simple" })).toMatchObject({ ok: true, value: "ok" });
    expect(run("onEdit", { kind: "simple" }).error?.message).toContain("not sufficient to call MailApp.sendEmail");
    expect(run("onSelectionChange", { kind: "simple" }).ok).toBe(false);
  });

  behaviour("documented", "in mode NONE not even properties can be read", () => {
    const { run } = stage(`function onOpen() { PropertiesService.getScriptProperties(); }`);
    expect(run("onOpen", { kind: "simple", authMode: "NONE" }).error?.message).toBe(
      "You do not have permission to call PropertiesService.getScriptProperties",
    );
  });
});

describe("the length of an execution", () => {
  const CODE = `
    function sleepy(times) { for (let i = 0; i < times; i += 1) Utilities.sleep(60000); return "rested"; }
    function stubborn() {
      try { for (;;) Utilities.sleep(60000); } catch (e) { /* caught */ } finally { try { MailApp.sendEmail("a@b.example", "s", "b"); } catch (e) {} }
      return "survived";
    }
    function onOpen() { Utilities.sleep(31000); }`;

  behaviour("documented", "ends after six minutes", () => {
    const { run } = stage(CODE);
    expect(run("sleepy", { args: [5] })).toMatchObject({ ok: true, value: "rested" });
    expect(run("sleepy", { args: [7] })).toMatchObject({
      ok: false,
      killed: true,
      error: { message: "Exceeded maximum execution time" },
    });
  });

  behaviour("documented", "ends after thirty seconds for a simple trigger", () => {
    const { run } = stage(CODE);
    expect(run("onOpen", { kind: "simple" })).toMatchObject({ ok: false, killed: true });
  });

  behaviour("assumed", "nothing a script catches keeps it alive, and nothing of it has an effect any more", () => {
    const { run, world } = stage(CODE);
    const done = run("stubborn");
    expect(done).toMatchObject({ ok: false, killed: true, value: undefined });
    expect(sentMail(world)).toEqual([]);
  });

  behaviour("documented", "sleeps at most five minutes at a time", () => {
    const { run } = stage(`function nap() { Utilities.sleep(300001); }`);
    expect(run("nap").ok).toBe(false);
  });

  test("a loop that waits for a moment gets there", () => {
    const { value } = stage(
      `function wait() { const end = Date.now() + 5; while (Date.now() < end); return "there"; }`,
    );
    expect(value("wait")).toBe("there");
  });
});

describe("faults on demand", () => {
  const CODE = `
    function three() {
      const store = PropertiesService.getScriptProperties();
      const done = [];
      for (const key of ["a", "b", "c"]) {
        try { store.setProperty(key, "1"); done.push(key); } catch (e) { done.push(e.name); }
      }
      return done;
    }
    function keys() { return PropertiesService.getScriptProperties().getKeys(); }`;

  test("a transient error strikes one call, which has no effect", () => {
    const { runtime, value } = stage(CODE);
    runtime.fault = { at: 2, do: "throw" };
    expect(value("three")).toEqual(["a", "Exception", "c"]);
    expect(value("keys")).toEqual(["a", "c"]);
  });

  test("a kill leaves what was done before, and only that, whatever the script catches", () => {
    const { runtime, run, value } = stage(CODE);
    runtime.fault = { at: 2, do: "kill" };
    expect(run("three")).toMatchObject({ ok: false, killed: true });
    expect(value("keys")).toEqual(["a"]);
  });

  test("a slow answer costs a minute of the clock", () => {
    const { runtime, run } = stage(CODE);
    const usual = run("three").meter.seconds;
    runtime.fault = { at: 3, do: "slow" };
    expect(run("three").meter.seconds).toBeCloseTo(usual + 60);
  });

  test("a visitor may run another execution between two calls", () => {
    const { runtime, value, run } = stage(CODE);
    runtime.fault = {
      at: 2,
      do: () => {
        expect(value("keys")).toEqual(["a"]);
      },
    };
    expect(run("three")).toMatchObject({ ok: true, value: ["a", "b", "c"] });
  });

  test("a visitor's own failure is not swallowed by the script", () => {
    const { runtime, run } = stage(CODE);
    runtime.fault = {
      at: 1,
      do: () => {
        throw new RangeError("the test itself is wrong");
      },
    };
    expect(() => run("three")).toThrow("the test itself is wrong");
  });

  behaviour("documented", "writes to a sheet are buffered: reading in between makes each wait", () => {
    const { run } = stage(`
      function fill(alternate) {
        const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheets()[0];
        for (let row = 1; row <= 10; row += 1) { sheet.getRange(row, 1).setValue(row); if (alternate) sheet.getRange(row, 1).getValue(); }
        if (!alternate) for (let row = 1; row <= 10; row += 1) sheet.getRange(row, 1).getValue();
      }`);
    const together = run("fill", { args: [false] }).meter;
    const alternating = run("fill", { args: [true] }).meter;
    expect(alternating.calls).toBe(together.calls);
    expect(alternating.seconds).toBeGreaterThan(together.seconds * 2);
  });

  behaviour(
    "assumed",
    "asking how far the content reaches belongs to the read after it: its time counts, no call",
    () => {
      const { run } = stage(`
      function read(whole) {
        const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheets()[0];
        return (whole ? sheet.getDataRange() : sheet.getRange(1, 1)).getValues();
      }`);
      const whole = run("read", { args: [true] }).meter;
      const known = run("read", { args: [false] }).meter;
      expect(whole.calls).toBe(1);
      expect(whole.seconds).toBeGreaterThan(known.seconds);
    },
  );

  test("the meter tells round trips from handles, and what each member cost", () => {
    const { run } = stage(CODE);
    expect(run("three").meter).toMatchObject({
      calls: 3,
      handles: 1,
      byMember: { "PropertiesService.Properties.setProperty": 3, "PropertiesService.getScriptProperties": 1 },
    });
  });
});
