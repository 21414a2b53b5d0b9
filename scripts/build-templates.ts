// Builds the default document templates from templates/: .docx files for people, one JSON of base64 for the bundle.
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Packer } from "docx";
import PizZip from "pizzip";
import { templates } from "../templates/index";

/** Equal sources give equal files: the library stamps the time of building into them, and this removes it. */
const STAMP = new Date(2000, 0, 1);

/** Builds every template, by template key. */
async function builtTemplates(): Promise<Record<string, PizZip>> {
  const built: Record<string, PizZip> = {};
  for (const template of templates) {
    built[template.key] = lightened(await Packer.toBase64String(template.build()));
  }
  return built;
}

/** Parts that the library always writes and our papers do not use: they would only weigh in the bundle. */
const UNUSED_PARTS = /^(?:word\/(?:theme\/theme1|footnotes|endnotes|fontTable)|docProps\/custom)\.xml$/;

function lightened(docx: string): PizZip {
  const archive = new PizZip(docx, { base64: true });
  const unused = Object.keys(archive.files).filter((name) => UNUSED_PARTS.test(name));
  for (const name of [...unused, ...Object.keys(archive.files).filter(isEmptyRelations)]) archive.remove(name);
  for (const name of ["[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels"]) {
    const kept = textOf(archive, name).replace(/<(?:Override|Relationship) [^>]*?\/>/g, (entry) =>
      unused.some(
        (part) =>
          entry.includes(`"${part.replace(/^word\//, "")}"`) ||
          entry.includes(`"/${part}"`) ||
          entry.includes(`"${part}"`),
      )
        ? ""
        : entry,
    );
    archive.file(name, kept);
  }
  archive.file(
    "docProps/core.xml",
    textOf(archive, "docProps/core.xml").replace(/(<dcterms:\w+ [^>]*>)[^<]*/g, "$12000-01-01T00:00:00Z"),
  );
  for (const file of Object.values(archive.files)) file.date = STAMP;
  return archive;

  function isEmptyRelations(name: string): boolean {
    return name.endsWith(".rels") && !textOf(archive, name).includes("<Relationship ");
  }
}

function textOf(archive: PizZip, name: string): string {
  const file = archive.file(name);
  if (file === null) throw new Error(`The template holds no ${name}.`);
  return file.asText();
}

/** Each different part once, all in one compressed file; and of which parts each template is made. */
function packed(built: Readonly<Record<string, PizZip>>): { parts: string; templates: Record<string, unknown> } {
  const parts: string[] = [];
  const compositions = Object.entries(built).map(([key, archive]) => {
    const names = Object.keys(archive.files).filter((name) => !name.endsWith("/"));
    return [key, Object.fromEntries(names.map((name) => [name, placeOf(textOf(archive, name))]))] as const;
  });
  const zip = new PizZip();
  zip.file("parts.json", JSON.stringify(parts), { date: STAMP });
  return { parts: zip.generate({ type: "base64", ...SMALLEST }), templates: Object.fromEntries(compositions) };

  function placeOf(content: string): number {
    const known = parts.indexOf(content);
    return known >= 0 ? known : parts.push(content) - 1;
  }
}

const SMALLEST = { compression: "DEFLATE", compressionOptions: { level: 9 } } as const;

/** Writes `templates.json` (for the bundle, imported as «built-in-templates») and the .docx files into a folder. */
export async function buildTemplates(outDir: string): Promise<void> {
  mkdirSync(outDir, { recursive: true });
  const built = await builtTemplates();
  writeWhole(join(outDir, "templates.json"), JSON.stringify(packed(built)));
  for (const { key, file } of templates) {
    const docx = built[key];
    if (docx) writeWhole(join(outDir, file), docx.generate({ type: "nodebuffer", ...SMALLEST }));
  }
}

/** In one step, so that a test run beside this one never reads half a file. */
function writeWhole(path: string, content: string | Buffer): void {
  const unfinished = `${path}.${String(process.pid)}`;
  writeFileSync(unfinished, content);
  renameSync(unfinished, path);
}
