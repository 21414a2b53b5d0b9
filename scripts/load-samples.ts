// Bundles samples.ts as the add-on is bundled, and loads it: the built-in templates are no module that Node can find.
import { createRequire } from "node:module";
import path from "node:path";
import { buildSync } from "esbuild";
import type * as Samples from "./samples";

/**
 * @param templates a folder with templates.json, as build-templates.ts or a bundle leaves it; the bundled samples go there
 */
export function loadSamples(templates: string): typeof Samples {
  const outfile = path.resolve(templates, "samples.cjs");
  buildSync({
    entryPoints: ["scripts/samples.ts"],
    bundle: true,
    outfile,
    // The browser flavour of a package asks for nothing of Node.
    platform: "browser",
    format: "cjs",
    target: "es2019",
    charset: "utf8",
    logLevel: "error",
    // As in webpack.config.cjs.
    alias: {
      "built-in-templates": path.resolve(templates, "templates.json"),
      "@xmldom/xmldom": path.resolve("src/documents/standIns/xmlTags.ts"),
      "pako/dist/pako.es5.min.js": path.resolve("src/documents/standIns/pako.ts"),
    },
  });
  return createRequire(__filename)(outfile) as typeof Samples;
}
