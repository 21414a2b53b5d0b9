// `npm run docs:tags`: writes docs/metki.md from the code's lists of tags.
import { buildSync } from "esbuild";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildTemplates } from "./build-templates";

// The papers bring the built-in templates along, a name that only bundlers know.
const templates = path.resolve(".templates");
const folder = mkdtempSync(path.join(tmpdir(), "tag-guide-"));
const bundle = path.join(folder, "tag-guide.cjs");

async function write(): Promise<void> {
  await buildTemplates(templates);
  buildSync({
    entryPoints: ["scripts/tag-guide.ts"],
    bundle: true,
    platform: "node",
    outfile: bundle,
    alias: { "built-in-templates": path.join(templates, "templates.json") },
  });
  const { tagGuide } = createRequire(bundle)(bundle) as { tagGuide: () => string };
  writeFileSync("docs/metki.md", tagGuide());
}

void write().finally(() => {
  rmSync(folder, { recursive: true });
});
