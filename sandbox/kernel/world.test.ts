// What a world keeps, and how it comes back.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createWorld, openWorld } from "./world";

describe("a world", () => {
  test("has the same ids for the same history, in the looks of Google's", () => {
    const [first, second] = [createWorld({ now: 0 }), createWorld({ now: 0 })];
    expect(first.newId("file")).toBe(second.newId("file"));
    expect(first.newId("file")).not.toBe(first.newId("file"));
    expect(first.newId("file")).toMatch(/^1[\w-]{43}$/);
    expect(Number(first.newId("item"))).toBeLessThan(2 ** 31);
  });

  test("comes back from its folder as it was saved", () => {
    const folder = mkdtempSync(join(tmpdir(), "world-"));
    const world = openWorld(folder, { now: "2026-09-01T09:00:00+03:00" });
    world.slice<{ list: string[] }>("things", () => ({ list: [] })).list.push("ё");
    const hash = world.blobs.put(new Uint8Array([1, 2, 255]));
    const id = world.newId("other");
    world.clock.advance(90_500);
    world.save();

    const again = openWorld(folder);
    expect(again.slice("things", () => ({ list: ["wrong"] }))).toEqual({ list: ["ё"] });
    expect([...again.blobs.get(hash)]).toEqual([1, 2, 255]);
    expect(again.clock.now()).toBe(world.clock.now());
    expect(again.newId("other")).not.toBe(id);
    rmSync(folder, { recursive: true });
  });

  test("has a clock that never goes back", () => {
    expect(() => {
      createWorld({ now: 0 }).clock.advance(-1);
    }).toThrow("cannot go back");
  });
});
