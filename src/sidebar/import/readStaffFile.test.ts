// Staff files are read whatever program saved them; what is no list is refused with a way to mend it.
import ExcelJS from "exceljs";
import PizZip from "pizzip";
import { readStaffFile } from "./readStaffFile";

const utf8 = (text: string): ArrayBuffer => arrayBuffer(Buffer.from(text, "utf8"));

function arrayBuffer(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(copy).set(bytes);
  return copy;
}

/** Windows-1251, which Node can read but not write. */
function windows1251(text: string): ArrayBuffer {
  return arrayBuffer(
    Uint8Array.from(text, (letter) => {
      const code = letter.charCodeAt(0);
      if (letter === "ё") return 0xb8;
      if (letter === "Ё") return 0xa8;
      return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
    }),
  );
}

async function workbook(fill: (book: ExcelJS.Workbook) => void): Promise<ArrayBuffer> {
  const book = new ExcelJS.Workbook();
  fill(book);
  return arrayBuffer(new Uint8Array(await book.xlsx.writeBuffer()));
}

function zip(...names: string[]): ArrayBuffer {
  const archive = new PizZip();
  for (const name of names) archive.file(name, "<x/>");
  return arrayBuffer(archive.generate({ type: "uint8array" }));
}

describe("a text list", () => {
  const expected = [
    ["ФИО", "Стаж"],
    ["Ковалёв, Пётр", "5,5"],
  ];

  test.each([
    ["semicolons, UTF-8 with a mark", utf8("\ufeffФИО;Стаж\r\nКовалёв, Пётр;5,5\r\n")],
    ["semicolons, Windows-1251", windows1251("ФИО;Стаж\r\nКовалёв, Пётр;5,5\r\n")],
    ["commas with quotes", utf8('ФИО,Стаж\n"Ковалёв, Пётр","5,5"\n')],
    ["tabs", utf8("ФИО\tСтаж\nКовалёв, Пётр\t5,5\n\n\n")],
    ["UTF-16", arrayBuffer(Buffer.from("\ufeffФИО;Стаж\nКовалёв, Пётр;5,5", "utf16le"))],
  ])("with %s", async (_, bytes) => {
    expect(await readStaffFile("список.csv", bytes)).toEqual([{ name: "список.csv", rows: expected }]);
  });

  test("keeps formulas and markup as the text they are", async () => {
    const [sheet] = await readStaffFile("a.csv", utf8('ФИО;Тел\n=HYPERLINK("x");<b>1</b>'));
    expect(sheet?.rows[1]).toEqual(['=HYPERLINK("x")', "<b>1</b>"]);
  });

  test("of 5,000 rows is read whole", async () => {
    const rows = Array.from({ length: 5000 }, (_, index) => `Иванов${index};учитель`);
    const [sheet] = await readStaffFile("a.csv", utf8(`ФИО;Должность\n${rows.join("\n")}`));
    expect(sheet?.rows).toHaveLength(5001);
  });
});

describe("an Excel workbook", () => {
  test("gives dates, numbers, formulas' results, rich text and every filled sheet", async () => {
    const bytes = await workbook((book) => {
      book.addWorksheet("Пустой");
      const sheet = book.addWorksheet("Штат");
      sheet.addRow(["Список"]);
      sheet.mergeCells("A1:E1");
      sheet.addRow(["Ковалёв Пётр", new Date(Date.UTC(2020, 8, 1)), 0.1 + 0.2, 89161234567, true]);
      sheet.getCell("A3").value = { formula: "A2", result: "Итог" };
      sheet.getCell("B3").value = { richText: [{ text: "жир" }, { text: "ный" }] };
      sheet.getCell("A9").value = " ";
    });
    const sheets = await readStaffFile("штат.xlsx", bytes);
    expect(sheets.map(({ name }) => name)).toEqual(["Штат"]);
    const rows = sheets[0]?.rows ?? [];
    expect(rows[1]).toEqual(["Ковалёв Пётр", "01.09.2020", "0.3", "89161234567", "да"]);
    expect(rows[2]?.slice(0, 2)).toEqual(["Итог", "жирный"]);
    expect(rows).toHaveLength(3);
  });

  test("with a formula that was never calculated is read, the formula's cell is empty", async () => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet("Штат");
      sheet.addRow(["ФИО", "Стаж"]);
      sheet.addRow(["Ковалёв Пётр", { formula: "1+1" }]);
      sheet.addRow(["Иванов Иван", { error: "#N/A" }]);
    });
    const [sheet] = await readStaffFile("штат.xlsx", bytes);
    expect(sheet?.rows.map((row) => row[0])).toEqual(["ФИО", "Ковалёв Пётр", "Иванов Иван"]);
  });

  test("is recognised by content, not by the name's ending", async () => {
    const bytes = await workbook((book) => void book.addWorksheet("Штат").addRow(["ФИО"]));
    expect((await readStaffFile("штат.csv", bytes))[0]?.rows).toEqual([["ФИО"]]);
  });
});

describe("what is no list", () => {
  const old = (text: string) =>
    arrayBuffer(Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from(text, "utf16le")]));

  test.each([
    ["an empty file", utf8(""), "пустой"],
    ["spaces only", utf8(" \n ;; \n"), "нет ни одной заполненной строки"],
    ["a .docx renamed to .xlsx", zip("[Content_Types].xml", "word/document.xml"), "документ Word (.docx)"],
    ["an .ods", zip("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"), "таблица OpenDocument (.ods)"],
    ["an archive", zip("списки/а.txt"), "архив .zip"],
    ["a broken .xlsx", zip("xl/workbook.xml"), "повреждён"],
    ["an old .xls", old("Workbook"), "старого формата (.xls)"],
    ["an .xlsx with a password", old("EncryptedPackage"), "защищённая паролем"],
    ["a PDF", utf8("%PDF-1.7"), "документ PDF"],
    ["a web page called .xls", utf8("<html><table>"), "страница HTML"],
    ["bytes", arrayBuffer(Uint8Array.of(1, 2, 3, 4)), "в нём не текст"],
  ])("%s is refused with words", async (_, bytes, words) => {
    await expect(readStaffFile("файл.xlsx", bytes)).rejects.toMatchObject({
      name: "Stop",
      what: expect.stringContaining(words) as string,
      mend: expect.stringMatching(/\S/) as string,
    });
  });
});
