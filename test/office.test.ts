// LibreOffice, which knows nothing of us, opens every template filled with its sample and with hostile values, and finds in
// the document what we put there.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { libreOffice } from "../sandbox/drive/pdf";
import { builtInDocx } from "../src/documents/builtInTemplates";
import { renderDocument } from "../src/documents/render";
import { textOf } from "./docx";
import { EVERY_PAPER } from "./everyPaper";
import { EXAMPLES, spoilt } from "./hostileData";

const office = libreOffice();
const where = mkdtempSync(path.join(tmpdir(), "every-paper-"));
const [HOSTILE] = EXAMPLES;
const docx = new Map(
  EVERY_PAPER.flatMap(({ key, templateKey, data, sample }): [string, string][] => {
    const template = builtInDocx(templateKey);
    const values = data(sample);
    const filled: [string, string][] = [[key, renderDocument(template, values).docx]];
    return HOSTILE === undefined
      ? filled
      : [...filled, [`${key}-hostile`, renderDocument(template, spoilt(values, HOSTILE)).docx]];
  }),
);

/** One start for all: starting takes far longer than reading a document. As text, which is quicker than printing. */
beforeAll(() => {
  if (office === null) return;
  const files = [...docx].map(([key, content]) => {
    const file = path.join(where, `${key}.docx`);
    writeFileSync(file, content, "base64");
    return file;
  });
  const profile = `-env:UserInstallation=file://${path.join(where, "profile")}`;
  spawnSync(office, [profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", where, ...files], {
    stdio: "ignore",
    timeout: 120_000,
  });
}, 130_000);

afterAll(() => {
  rmSync(where, { recursive: true, force: true });
});

/** The longest words of a document: enough to tell it from a damaged one. */
const longestWords = (text: string): string[] =>
  [...new Set(text.match(/[а-яё]{9,}/gi) ?? [])].sort((a, b) => b.length - a.length).slice(0, 30);

const withOffice = office === null ? test.skip : test;

withOffice.each(EVERY_PAPER.map((paper) => [paper.title, paper.key] as const))("%s", (_title, key) => {
  for (const name of [key, `${key}-hostile`]) {
    const file = path.join(where, `${name}.txt`);
    expect([name, existsSync(file)]).toEqual([name, true]);
    const read = readFileSync(file, "utf8");
    const written = textOf(docx.get(name) ?? "");
    const expected = longestWords(written);
    expect(expected.length).toBeGreaterThan(2);
    expect(expected.filter((word) => !read.includes(word))).toEqual([]);
    const marks = written.match(/Ъ\d+ъ/g) ?? [];
    expect(marks.filter((mark) => !read.includes(mark))).toEqual([]);
    expect(marks.length > 0).toBe(name.endsWith("-hostile"));
  }
});
