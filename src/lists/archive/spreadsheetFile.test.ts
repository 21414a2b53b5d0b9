// The written .xlsx, opened by another program's reader.
import ExcelJS from "exceljs";
import fc from "fast-check";
import type { Cell } from "../../google/cell";
import { spreadsheetFile, type FileSheet } from "./spreadsheetFile";

const sheet = (change: Partial<FileSheet> = {}): FileSheet => ({
  name: "Пары",
  headings: ["Код", "Значение"],
  widths: [80, 240],
  rows: [],
  ...change,
});

async function opened(sheets: readonly FileSheet[]): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  const bytes = Buffer.from(spreadsheetFile(sheets), "base64");
  await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  return workbook;
}

test("keeps text, numbers, ticks and dates as what they are", async () => {
  const rows: Cell[][] = [
    ["П-2025-01", "=1+1"],
    ["007", 12.5],
    ["да", true],
    ["когда", { date: "2026-05-31", time: "00:00:00" }],
    ["во сколько", { date: "2026-05-31", time: "18:30:00" }],
    ["строки", 'одна\nдругая <&> "кавычки"'],
    ["", ""],
  ];
  const found = (await opened([sheet({ rows })])).getWorksheet("Пары");
  const values = [1, 2, 3, 4, 5, 6, 7].map((row) => found?.getCell(row, 2).value);
  expect(values).toEqual([
    "Значение",
    "=1+1",
    12.5,
    true,
    new Date("2026-05-31T00:00:00Z"),
    new Date("2026-05-31T18:30:00Z"),
    'одна\nдругая <&> "кавычки"',
  ]);
  expect(found?.getCell("A3").value).toBe("007");
  expect(found?.getCell("B5").numFmt).toBe("dd.mm.yyyy");
  expect(found?.views[0]).toMatchObject({ state: "frozen", ySplit: 1 });
});

test("makes names of sheets fit for Excel and different", async () => {
  const long = "Очень длинное название вкладки, какого не бывает";
  const workbook = await opened([sheet({ name: "а/б:в" }), sheet({ name: long }), sheet({ name: long })]);
  const names = workbook.worksheets.map(({ name }) => name);
  expect(names[0]).toBe("а б в");
  expect(new Set(names).size).toBe(3);
  expect(Math.max(...names.map((name) => name.length))).toBeLessThanOrEqual(31);
});

test("gives equal bytes for equal sheets, wide ones too", async () => {
  const wide = sheet({ headings: Array.from({ length: 60 }, (_, index) => `К${index}`), rows: [Array(60).fill("x")] });
  expect(spreadsheetFile([wide])).toBe(spreadsheetFile([wide]));
  expect((await opened([wide])).worksheets[0]?.getCell("BH2").value).toBe("x");
});

test("any text comes back, but for signs that XML cannot hold", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: "binary", maxLength: 40 }), { maxLength: 8 }), async (texts) => {
      const found = (await opened([sheet({ rows: texts.map((text, at) => [at, text]) })])).worksheets[0];
      texts.forEach((text, at) => {
        const plain = Array.from(text.replace(/\r\n?/g, "\n"))
          .filter(
            (sign) =>
              sign === "\t" ||
              sign === "\n" ||
              (sign >= " " && !/[\ud800-\udfff\ufffe\uffff]$/.test(sign)) ||
              (sign.codePointAt(0) ?? 0) > 0xffff,
          )
          .join("");
        if (!/_x[0-9A-F]{4}_/i.test(plain)) expect(found?.getCell(at + 2, 2).value ?? "").toBe(plain);
      });
    }),
    { numRuns: 40 },
  );
});
