// Every ugly list of test/lists gives its people, and every line of it is accounted for.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readStaffFile } from "../../src/sidebar/import/readStaffFile";
import { applied } from "../staffBank";
import { bigList } from "./bigList";
import { LISTS } from "./make";
import { guessSheet, mappingOf } from "../../src/bank/import/guessColumns";
import { importWrites } from "../../src/bank/import/importWrites";
import { planImport } from "../../src/bank/import/planImport";
import { readPeople } from "../../src/bank/import/readPeople";

const TODAY = "2026-09-01";

async function planOf(file: string, bytes: Uint8Array) {
  const copy = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(copy).set(bytes);
  const found = guessSheet(await readStaffFile(file, copy), TODAY);
  if (!found) throw new Error("The file has no sheet.");
  const { sheet, guess } = found;
  const list = readPeople(sheet.rows, mappingOf(guess), guess.firstRow, TODAY);
  return { guess, rows: sheet.rows, list, plan: planImport([], list).plan };
}

const stored = (file: string) => readFileSync(join(__dirname, file));

test.each(LISTS.filter(({ people }) => people > 0).map((list) => [list.file, list.people, list.alike] as const))(
  "%s gives %d people",
  async (file, people, alike) => {
    const { guess, rows, plan } = await planOf(file, stored(file));
    expect(guess.problem).toBeNull();
    const repeats = alike ? [] : plan.doubtful.filter(({ reason }) => /^(?:похоже на|повтор) строк/.test(reason));
    expect(plan.added.length + plan.doubtful.length - repeats.length).toBe(people);
    const seen = [plan.added, plan.doubtful, plan.skipped].flatMap((group) => group.map(({ row }) => row));
    const filled = rows.flatMap((row, index) =>
      index >= guess.firstRow && row.some((cell) => /[^\s']/.test(cell)) ? [index + 1] : [],
    );
    expect(seen.sort((one, other) => one - other)).toEqual(filled);
  },
);

test.each(LISTS.filter(({ people }) => people > 0).map(({ file }) => file))(
  "%s imported twice is as if once, and upside down the same people",
  async (file) => {
    const { list } = await planOf(file, stored(file));
    const bank = applied([], list);
    expect(importWrites(bank, list, {}).writes).toEqual({ added: [], updated: [], remembered: [], refused: [] });
    const names = (people: typeof bank) =>
      people.map(({ fullName, post, subject }) => [fullName, post, subject].join());
    const upsideDown = { ...list, people: [...list.people].reverse() };
    expect(names(applied([], upsideDown)).sort()).toEqual(names(bank).sort());
  },
);

test.each(["empty.csv", "empty.xlsx", "broken.xlsx", "document-renamed.xlsx", "old-excel.xls", "picture-renamed.csv"])(
  "%s is refused with words for the curator",
  async (file) => {
    await expect(planOf(file, stored(file))).rejects.toMatchObject({ name: "Stop" });
  },
);

test("a list without names stops, a list with headings only adds nobody", async () => {
  expect((await planOf("no-name-column.csv", stored("no-name-column.csv"))).guess.problem?.what).toBe(
    "Не нашли столбец с ФИО.",
  );
  expect((await planOf("headings-only.csv", stored("headings-only.csv"))).plan.added).toEqual([]);
});

test("five thousand people are planned, nobody is lost or joined", async () => {
  const { plan } = await planOf("big.csv", Buffer.from(bigList(5000)));
  expect(plan.added.length + plan.doubtful.length).toBe(5000);
  expect(plan.skipped).toEqual([]);
});
