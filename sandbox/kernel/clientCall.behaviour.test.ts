// How google.script.run carries arguments, results and names.
import { behaviour } from "./behaviour";
import { stage } from "./testing";

describe("google.script.run", () => {
  const CODE = `
    function echo(value) { return value; }
    function date() { return new Date(); }
    function dates() { return { list: [1, [new Date()]] }; }
    function service() { return PropertiesService.getScriptProperties(); }
    function map() { return { map: new Map([[1, 2]]), set: new Set([1]), pattern: /x/ }; }
    function nothing() {}
    function own_() { return 1; }
    const object = { method() { return 1; } };
    const arrow = () => 1;
    globalThis.assigned = function () { return 1; };`;
  const client = { kind: "client" } as const;

  behaviour("documented", "carries numbers, texts, booleans, null, plain objects and arrays", () => {
    const value = { number: 1.5, text: "ё", list: [true, null, { deep: [] }] };
    expect(stage(CODE).run("echo", { ...client, args: [value] }).value).toEqual(value);
  });

  behaviour("measured", "fails at once for a date, a function, a map or a typed array among the arguments", () => {
    const { run } = stage(CODE);
    for (const illegal of [new Date(), () => 1, new Map(), new Uint8Array(1), /x/]) {
      expect(() => run("echo", { ...client, args: [0, illegal] })).toThrow(
        "Failed due to illegal value in property: 1",
      );
    }
    expect(() => run("echo", { ...client, args: [{ when: new Date() }] })).toThrow(
      "Failed due to illegal value in property: when",
    );
  });

  behaviour("measured", "fails at once for a value that refers to itself", () => {
    const circle: Record<string, unknown> = {};
    circle["self"] = circle;
    expect(() => stage(CODE).run("echo", { ...client, args: [circle] })).toThrow("Failed due to circular reference.");
  });

  behaviour("measured", "gives no value for a date, for anything holding one, and for service objects", () => {
    const { run } = stage(CODE);
    for (const name of ["date", "dates", "service"])
      expect(run(name, client)).toMatchObject({ ok: true, value: undefined });
  });

  behaviour("measured", "gives {} for maps, sets and patterns, null for undefined", () => {
    const { run } = stage(CODE);
    expect(run("map", client).value).toEqual({ map: {}, set: {}, pattern: {} });
    expect(run("nothing", client).value).toBeNull();
    expect(run("echo", { ...client, args: [undefined] }).value).toBeNull();
  });

  behaviour("documented", "sees only functions declared at the top level whose names do not end in _", () => {
    const { run } = stage(CODE);
    for (const name of ["own_", "object.method", "arrow", "assigned", "missing"]) {
      expect(run(name, client).error?.message).toBe(`Script function not found: ${name}`);
    }
  });

  behaviour("documented", "menu items and triggers may name methods of objects", () => {
    const { run } = stage(CODE);
    expect(run("object.method", { kind: "menu" }).value).toBe(1);
    expect(run("missing.method", { kind: "menu" }).error?.message).toBe("Script function not found: missing.method");
  });

  behaviour("documented", "a stub declared before a bundle makes the function that the bundle assigns visible", () => {
    const { run } = stage(`function bundled() {}\n(() => { globalThis.bundled = () => "from the bundle"; })();`);
    expect(run("bundled", client).value).toBe("from the bundle");
  });
});
