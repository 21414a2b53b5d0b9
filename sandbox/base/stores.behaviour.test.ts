// Properties, cache and locks: what they keep, for whom, how much and how long.
import { behaviour } from "../kernel/behaviour";
import { SECOND } from "../kernel/clock";
import { CURATOR, DEPUTY, stage } from "../kernel/testing";

describe("PropertiesService", () => {
  const CODE = `
    const scopes = { script: () => PropertiesService.getScriptProperties(), user: () => PropertiesService.getUserProperties(), document: () => PropertiesService.getDocumentProperties() };
    function set(scope, key, value) { scopes[scope]().setProperty(key, value); }
    function get(scope, key) { return scopes[scope]().getProperty(key); }
    function setAll(values, deleteOthers) { const store = scopes.script(); deleteOthers ? store.setProperties(values, true) : store.setProperties(values); return store.getProperties(); }
    function clear() { return scopes.script().deleteProperty("a").getKeys(); }
    function fill(size, count) { for (let i = 0; i < count; i += 1) scopes.script().setProperty("k" + i, "x".repeat(size)); }`;

  behaviour("documented", "keeps a user's properties from other users, and the script's for all", () => {
    const { run, value } = stage(CODE);
    value("set", "user", "a", "mine");
    value("set", "script", "a", "ours");
    expect(run("get", { user: DEPUTY, args: ["user", "a"] }).value).toBeNull();
    expect(run("get", { user: DEPUTY, args: ["script", "a"] }).value).toBe("ours");
    expect(run("get", { user: CURATOR, args: ["user", "a"] }).value).toBe("mine");
  });

  behaviour("documented", "setProperties adds, or replaces all others if asked", () => {
    const { value } = stage(CODE);
    value("setAll", { a: "1", b: "2" });
    expect(value("setAll", { b: "3" })).toEqual({ a: "1", b: "3" });
    expect(value("setAll", { c: "4" }, true)).toEqual({ c: "4" });
    value("setAll", { a: "1" });
    expect(value("clear")).toEqual(["c"]);
  });

  behaviour("documented", "takes at most 9 kB a value", () => {
    const { run } = stage(CODE);
    expect(run("fill", { args: [9 * 1024, 1] }).ok).toBe(true);
    expect(run("fill", { args: [9 * 1024 + 1, 1] }).error?.message).toBe("Argument too large: value");
  });

  behaviour("documented", "takes at most 500 kB a store", () => {
    const { run } = stage(CODE);
    expect(run("fill", { args: [9000, 57] }).error?.message).toBe(
      "You have exceeded the property storage quota. Please remove some properties and try again.",
    );
  });
});

describe("CacheService", () => {
  const CODE = `
    function put(key, value, seconds) { const cache = CacheService.getScriptCache(); seconds ? cache.put(key, value, seconds) : cache.put(key, value); }
    function get(key) { return CacheService.getScriptCache().get(key); }
    function getAll(keys) { return CacheService.getScriptCache().getAll(keys); }
    function fill(count) { const cache = CacheService.getScriptCache(); for (let i = 0; i < count; i += 1) cache.put("k" + i, "v"); return cache.get("k0") === null && cache.get("k101") === "v"; }
    function object() { CacheService.getScriptCache().put("o", { a: 1 }); }`;

  behaviour("documented", "keeps a value for ten minutes unless told otherwise", () => {
    const { world, value } = stage(CODE);
    value("put", "a", "1");
    value("put", "b", "2", 30);
    world.clock.advance(31 * SECOND);
    expect(value("getAll", ["a", "b", "c"])).toEqual({ a: "1" });
    world.clock.advance(600 * SECOND);
    expect(value("get", "a")).toBeNull();
  });

  behaviour("documented", "takes keys of 250 characters and values of 102,400 bytes", () => {
    const { run } = stage(CODE);
    expect(run("put", { args: ["k".repeat(251), "v"] }).error?.message).toBe("Argument too large: key");
    expect(run("put", { args: ["k", "v".repeat(102_401)] }).error?.message).toBe("Argument too large: value");
    expect(run("put", { args: ["", "v"] }).error?.message).toBe("Invalid argument: key");
  });

  behaviour("measured", "drives out the oldest hundred when a thousand is exceeded", () => {
    expect(stage(CODE).value("fill", 1001)).toBe(true);
  });

  behaviour("measured", "makes “[object Object]” of an object", () => {
    const { value } = stage(CODE);
    value("object");
    expect(value("get", "o")).toBe("[object Object]");
  });
});

describe("LockService", () => {
  const CODE = `
    function hold() { const lock = LockService.getDocumentLock(); lock.waitLock(1000); PropertiesService.getScriptProperties().getKeys(); return lock.hasLock(); }
    function attempt() { return LockService.getDocumentLock().tryLock(5000); }
    function insist() { LockService.getDocumentLock().waitLock(30000); }
    function mine() { return LockService.getUserLock().tryLock(10); }
    function twice() { const lock = LockService.getScriptLock(); return [lock.tryLock(1), LockService.getScriptLock().tryLock(1)]; }
    function asking() { const lock = LockService.getDocumentLock(); lock.waitLock(1); SpreadsheetApp.getUi().alert("?"); return lock.hasLock(); }`;

  behaviour("documented", "lets one execution in at a time; tryLock waits its time and says no", () => {
    const { runtime, run, world } = stage(CODE);
    let waited = 0;
    runtime.fault = {
      at: 2,
      do: () => {
        const before = world.clock.now();
        expect(run("attempt", { user: DEPUTY }).value).toBe(false);
        waited = world.clock.now() - before;
      },
    };
    expect(run("hold").value).toBe(true);
    expect(waited).toBeGreaterThanOrEqual(5000);
  });

  behaviour("documented", "waitLock throws when its time is over", () => {
    const { runtime, run } = stage(CODE);
    runtime.fault = {
      at: 2,
      do: () => {
        expect(run("insist").error?.message).toBe("Lock timeout: another process was holding the lock for too long.");
      },
    };
    expect(run("hold").ok).toBe(true);
  });

  behaviour("documented", "is released when an execution ends, even by force", () => {
    const { runtime, run } = stage(CODE);
    runtime.fault = { at: 2, do: "kill" };
    expect(run("hold").killed).toBe(true);
    expect(run("attempt").value).toBe(true);
    expect(run("attempt", { user: DEPUTY }).value).toBe(true);
  });

  behaviour("documented", "keeps user locks of different users apart", () => {
    const { runtime, run } = stage(
      `${CODE} function holdMine() { LockService.getUserLock().waitLock(10); PropertiesService.getScriptProperties().getKeys(); }`,
    );
    runtime.fault = {
      at: 2,
      do: () => {
        expect(run("mine", { user: DEPUTY }).value).toBe(true);
        expect(run("mine").value).toBe(false);
      },
    };
    expect(run("holdMine").ok).toBe(true);
  });

  behaviour("assumed", "gives the holder the lock again", () => {
    expect(stage(CODE).value("twice")).toEqual([true, true]);
  });

  behaviour("documented", "does not survive an alert", () => {
    expect(stage(CODE).value("asking")).toBe(false);
  });
});
