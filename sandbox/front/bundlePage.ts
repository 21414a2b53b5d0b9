// Builds the front's own page and the script that gives sidebars their google.script, in memory.
import { readFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";

/** What the browser fetches. */
export interface PageFiles {
  /** By path, such as `/app.js`. */
  files: Record<string, { type: string; text: string }>;
  /** Goes to the top of every sidebar's html. */
  bridge: string;
}

const FOLDER = path.join(__dirname, "page");

/** Bundles the page; takes about a second. */
export async function bundlePage(): Promise<PageFiles> {
  const [app, bridge] = await Promise.all([bundle("main.tsx"), bundle("bridge.ts")]);
  const html = readFileSync(path.join(FOLDER, "index.html"), "utf8");
  return {
    files: {
      "/": { type: "text/html", text: html },
      "/form": { type: "text/html", text: html },
      "/app.js": { type: "text/javascript", text: app.js },
      "/app.css": { type: "text/css", text: app.css },
    },
    bridge: bridge.js,
  };
}

async function bundle(entry: string): Promise<{ js: string; css: string }> {
  const result = await build({
    entryPoints: [path.join(FOLDER, entry)],
    bundle: true,
    minify: true,
    write: false,
    outdir: "/",
    format: "iife",
    target: "es2022",
    charset: "utf8",
    jsx: "automatic",
    jsxImportSource: "preact",
    legalComments: "none",
    logLevel: "error",
  });
  const made = (ending: string): string => result.outputFiles.find((file) => file.path.endsWith(ending))?.text ?? "";
  return { js: made(".js"), css: made(".css") };
}
