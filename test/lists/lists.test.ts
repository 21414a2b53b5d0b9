// The stored lists are those that their sources describe, and the big list is as big and varied as it says.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bigList } from "./bigList";
import { LISTS } from "./make";
import { TEXT_LISTS } from "./textLists";

test("every list is stored, and the README tells of it", () => {
  const readme = readFileSync(join(__dirname, "README.md"), "utf8").replace(/ +/g, " ");
  for (const list of LISTS) {
    expect([list.file, existsSync(join(__dirname, list.file))]).toEqual([list.file, true]);
    expect(readme).toContain(`| \`${list.file}\` | ${list.people} |`);
  }
});

test.each(TEXT_LISTS.map((list) => [list.file, list] as const))(
  "%s is stored as its source says",
  async (file, list) => {
    expect(Buffer.from(await list.make()).equals(readFileSync(join(__dirname, file)))).toBe(true);
  },
);

test("the big list has as many different people as asked for", () => {
  const lines = bigList(5000).trimEnd().split("\r\n").slice(1);
  expect(lines).toHaveLength(5000);
  expect(new Set(lines.map((line) => line.split(";")[1])).size).toBe(5000);
});
