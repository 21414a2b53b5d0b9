// Recorded behaviours of Google Drive's conversion and export, one test each, with how we know of them.

import ExcelJS from "exceljs";
import { behaviour } from "../kernel/behaviour";
import type { World } from "../kernel/contract";
import { displayRows, readSpreadsheet } from "../spreadsheet/read";
import { docxFromText } from "./docx";
import { driveRest } from "./rest";
import { DOCX, GOOGLE_DOC, GOOGLE_SHEET, XLSX, driveState } from "./state";
import { APP, FILES, create, schoolWorld, send, uploadDoc } from "./testing";

let world: World;

beforeEach(() => {
  world = schoolWorld();
});

describe("conversion and export", () => {
  const bytes = docxFromText("Текст");

  behaviour("documented", "a .docx uploaded with the type of a Google Doc becomes one", () => {
    const { data } = uploadDoc(world, bytes, [`Content-Type: ${DOCX}`]);
    expect(data).toMatchObject({ mimeType: GOOGLE_DOC });
  });

  behaviour("measured", "media in base64 are decoded if the part says so", () => {
    const base64 = Buffer.from(bytes).toString("base64");
    const headers = [`Content-Type: ${DOCX}`, "Content-Transfer-Encoding: base64"];
    const { data } = uploadDoc(world, base64, headers);
    expect(send(world, "GET", `${FILES}/${data.id}/export`, { query: { mimeType: "text/plain" } }).text).toBe(
      "\ufeffТекст",
    );
    expect(uploadDoc(world, base64, headers.slice(0, 1)).status).toBe(400);
  });

  behaviour("measured", "bytes that are no .docx are refused as an unsupported conversion", () => {
    expect(uploadDoc(world, "нет", [`Content-Type: ${DOCX}`])).toMatchObject({
      status: 400,
      refusal: { reason: "conversionUnsupportedConversionPath" },
    });
  });

  behaviour("assumed", "a .docx goes through conversion and export unchanged", () => {
    const { data } = uploadDoc(world, bytes, [`Content-Type: ${DOCX}`]);
    const exported = driveRest(world, APP, {
      method: "GET",
      url: `https://www.googleapis.com${FILES}/${data.id}/export?mimeType=${DOCX}`,
      headers: { Authorization: "Bearer token" },
      body: new Uint8Array(),
    });
    expect(exported.headers["Content-Type"]).toBe(DOCX);
    expect(Buffer.from(exported.body)).toEqual(Buffer.from(bytes));
  });

  behaviour("measured", "export without a format is refused before the file is looked for", () => {
    expect(send(world, "GET", `${FILES}/nothing/export`)).toMatchObject({
      status: 400,
      refusal: { reason: "required", message: "Required parameter: mimeType", location: "mimeType" },
    });
  });

  behaviour("measured", "export to a format that there is none of is refused", () => {
    const { data } = uploadDoc(world, bytes, [`Content-Type: ${DOCX}`]);
    expect(send(world, "GET", `${FILES}/${data.id}/export`, { query: { mimeType: "image/png" } }).data).toMatchObject({
      error: { code: 400, message: "The requested conversion is not supported." },
    });
  });

  behaviour("measured", "only Google's formats are exported, only others downloaded", () => {
    const doc = uploadDoc(world, bytes, [`Content-Type: ${DOCX}`]).data.id;
    const file = create(world, { name: "a.txt", mimeType: "text/plain" });
    expect(send(world, "GET", `${FILES}/${doc}`, { query: { alt: "media" } })).toMatchObject({
      status: 403,
      refusal: { reason: "fileNotDownloadable", location: "alt" },
    });
    expect(send(world, "GET", `${FILES}/${file}/export`, { query: { mimeType: "text/plain" } })).toMatchObject({
      status: 403,
      refusal: { reason: "fileNotExportable" },
    });
  });

  behaviour(
    "documented",
    "an .xlsx uploaded with the type of a Google Sheet becomes one, its text never a formula",
    async () => {
      const workbook = new ExcelJS.Workbook();
      const sheet = workbook.addWorksheet("Пары", { views: [{ state: "frozen", ySplit: 1 }] });
      sheet.addRow(["Код", "Начало", "Да"]);
      sheet.addRow(["=1+1", new Date("2026-09-01T00:00:00Z"), true]);
      const base64 = Buffer.from(await workbook.xlsx.writeBuffer()).toString("base64");
      const headers = [`Content-Type: ${XLSX}`, "Content-Transfer-Encoding: base64"];
      const { data } = uploadDoc(world, base64, headers, { mimeType: GOOGLE_SHEET });
      expect(data).toMatchObject({ mimeType: GOOGLE_SHEET });
      const book = readSpreadsheet(world, String(data.id));
      const [tab] = book.sheets;
      expect(tab && displayRows(world, book, tab)).toEqual([
        ["Код", "Начало", "Да"],
        ["=1+1", "01.09.2026", "ИСТИНА"],
      ]);
      expect(tab).toMatchObject({ name: "Пары", frozenRows: 1 });
      expect(uploadDoc(world, "нет", headers.slice(0, 1), { mimeType: GOOGLE_SHEET }).status).toBe(400);
    },
  );

  behaviour("documented", "more than 10 MB is not exported", () => {
    const long = "наставник ".repeat(600_000);
    const id = create(world, { name: "Большой", mimeType: GOOGLE_DOC });
    const file = driveState(world).files[id];
    if (file !== undefined) file.content = world.blobs.put(docxFromText(long));
    expect(send(world, "GET", `${FILES}/${id}/export`, { query: { mimeType: "text/plain" } })).toMatchObject({
      status: 403,
      refusal: { reason: "exportSizeLimitExceeded" },
    });
  });

  behaviour("measured", "Google Docs have a size but no checksum", () => {
    const { data } = uploadDoc(world, bytes, [`Content-Type: ${DOCX}`]);
    const shown = send(world, "GET", `${FILES}/${data.id}`, { query: { fields: "size,md5Checksum" } }).data;
    expect(shown).toEqual({ size: String(bytes.byteLength) });
  });

  test("a Google format that no service has taken over says so", () => {
    const answer = send(world, "POST", FILES, { body: { name: "a", mimeType: `${GOOGLE_SHEET}-x` } });
    expect(answer.status).toBe(501);
  });
});
