// Builds the default document templates from templates/: .docx files for people, one JSON of base64 for the bundle.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Packer } from "docx";
import PizZip from "pizzip";
import { templates } from "../templates/index";

/** Equal sources give equal files: the library stamps the time of building into them, and this removes it. */
const STAMP = new Date(2000, 0, 1);

/** Builds every template; base64 of the .docx by template key. */
export async function templatesInBase64(): Promise<Record<string, string>> {
  const built: Record<string, string> = {};
  for (const template of templates) {
    built[template.key] = unstamped(await Packer.toBase64String(template.build()));
  }
  return built;
}

function unstamped(docx: string): string {
  const archive = new PizZip(docx, { base64: true });
  const properties = archive.file("docProps/core.xml");
  if (properties !== null) {
    archive.file(
      "docProps/core.xml",
      properties.asText().replace(/(<dcterms:\w+ [^>]*>)[^<]*/g, "$12000-01-01T00:00:00Z"),
    );
  }
  for (const file of Object.values(archive.files)) file.date = STAMP;
  return archive.generate({ type: "base64", compression: "DEFLATE" });
}

/** Writes `templates.json` (for the bundle, imported as «built-in-templates») and the .docx files into a folder. */
export async function buildTemplates(outDir: string): Promise<void> {
  mkdirSync(outDir, { recursive: true });
  const built = await templatesInBase64();
  writeFileSync(join(outDir, "templates.json"), JSON.stringify(built));
  for (const { key, file } of templates) writeFileSync(join(outDir, file), Buffer.from(built[key] ?? "", "base64"));
}
