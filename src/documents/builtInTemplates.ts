// The templates that come with the add-on. They share most of their parts (styles, headers), so the bundle carries each
// part once, all pressed together: a fraction of what as many .docx files would weigh.
import packed from "built-in-templates";
import PizZip from "pizzip";
import type { TemplateKey } from "./paper";

/** Equal parts give equal files. */
const STAMP = new Date(2000, 0, 1);

let parts: readonly string[] | null = null;
const unpacked = new Map<string, string>();

/** Base64 of the .docx of a built-in template. */
export function builtInDocx(key: TemplateKey): string {
  const known = unpacked.get(key);
  if (known !== undefined) return known;
  const docx = assembled(key);
  unpacked.set(key, docx);
  return docx;
}

function assembled(key: TemplateKey): string {
  const names = packed.templates[key];
  if (names === undefined) throw new Error(`There is no built-in template ${key}.`);
  parts ??= readParts();
  const docx = new PizZip();
  for (const [name, place] of Object.entries(names)) docx.file(name, parts[place] ?? "");
  for (const file of Object.values(docx.files)) file.date = STAMP;
  return docx.generate({ type: "base64", compression: "DEFLATE" });
}

function readParts(): readonly string[] {
  const text = new PizZip(packed.parts, { base64: true }).file("parts.json")?.asText();
  if (text === undefined) throw new Error("The built-in templates are damaged.");
  return JSON.parse(text) as string[];
}
