// Builds each sidebar folder into one self-contained HTML file: Apps Script serves no other files.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build, transform } from "esbuild";

const SIDEBARS = "src/sidebar";
/** The pages of the add-on: every folder with a `main.tsx`. */
export function sidebarNames(): string[] {
  return readdirSync(SIDEBARS)
    .filter((name) => existsSync(path.join(SIDEBARS, name, "main.tsx")))
    .sort();
}

/** Writes `<outDir>/<name>.html` for every sidebar. */
export async function buildSidebars(outDir: string): Promise<void> {
  const { code: style } = await transform(readFileSync(path.join(SIDEBARS, "shared/style.css"), "utf8"), {
    loader: "css",
    minify: true,
  });
  await Promise.all(
    sidebarNames().map(async (name) => {
      const result = await build({
        entryPoints: [path.join(SIDEBARS, name, "main.tsx")],
        bundle: true,
        minify: true,
        write: false,
        outdir: outDir,
        format: "iife",
        target: "es2022",
        charset: "utf8",
        // Calls of `h` are shorter than those of the automatic runtime: 3 kB in the largest page.
        jsx: "transform",
        jsxFactory: "h",
        jsxFragment: "Fragment",
        inject: ["node_modules/preact/dist/preact.module.js"],
        legalComments: "none",
        define: { "process.env.NODE_ENV": '"production"' },
      });
      const made = (ending: string) => result.outputFiles.find((file) => file.path.endsWith(ending))?.text ?? "";
      writeFileSync(path.join(outDir, `${name}.html`), page(style + made(".css"), made(".js")));
    }),
  );
}

function page(style: string, script: string): string {
  // A closing tag inside the code would end the script element early.
  const inlined = script.replace(/<\/(script)/gi, "<\\/$1").replace(/<!--/g, "<\\!--");
  return [
    "<!doctype html>",
    '<html lang="ru">',
    '<head><base target="_blank"><meta charset="utf-8">',
    `<style>${style}</style></head>`,
    '<body><div id="app"></div>',
    `<script>${inlined}</script>`,
    "</body></html>",
    "",
  ].join("\n");
}
