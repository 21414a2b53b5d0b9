// Writes the ugly staff lists and their README: `npx tsx test/lists/make.ts`.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { UglyList } from "./list";
import { OFFICE_LISTS } from "./officeLists";
import { TEXT_LISTS } from "./textLists";
import { WORKBOOK_LISTS } from "./workbookLists";

/** Every list of the folder. The one of 5,000 lines is made by `bigList` when a test wants it. */
export const LISTS: UglyList[] = [...TEXT_LISTS, ...OFFICE_LISTS, ...WORKBOOK_LISTS];

function readme(): string {
  const rows = LISTS.map((list) => `| \`${list.file}\` | ${list.people} | ${list.what} |`);
  return `# Ugly staff lists

Staff lists as schools really send them, for the import and for hand trials. All people are invented.
Made by \`npx tsx test/lists/make.ts\` (this file too); «people» is how many different people a careful reader finds.
A list of any length comes from \`bigList(5000)\` in \`bigList.ts\`.

| File | People | What is in it |
| --- | --- | --- |
${rows.join("\n")}
`;
}

async function main(): Promise<void> {
  for (const list of LISTS) writeFileSync(join(__dirname, list.file), await list.make());
  writeFileSync(join(__dirname, "README.md"), readme());
}

if (process.argv[1]?.endsWith("make.ts")) void main();
