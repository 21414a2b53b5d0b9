// Builds the add-on into a folder, apart from build/: what the stories run is always the sources as they are now.
import { copyFileSync, mkdirSync } from "node:fs";
import path from "node:path";
import { EsbuildPlugin } from "esbuild-loader";
import { webpack, type Configuration } from "webpack";
import { buildSidebars } from "../../scripts/build-sidebars";
import { buildTemplates } from "../../scripts/build-templates";
import config from "../../webpack.config.cjs";

/**
 * Writes Code.js, the pages and the manifest. Templates go into a folder of their own: other builds may be at work.
 * The quick server is minimised by esbuild: a third of the time of the shipped one's build, and it loads as fast.
 */
export async function makeBundle(folder: string, make: "quick" | "shipped"): Promise<void> {
  const templates = path.join(folder, "templates");
  mkdirSync(templates, { recursive: true });
  await buildTemplates(templates);
  const base: Configuration = config;
  const own: Configuration = {
    ...base,
    optimization:
      make === "shipped" ? { ...base.optimization } : { minimizer: [new EsbuildPlugin({ target: "es2019" })] },
    output: { ...base.output, path: path.resolve(folder) },
    resolve: {
      ...base.resolve,
      alias: { ...base.resolve?.alias, "built-in-templates$": path.resolve(templates, "templates.json") },
    },
  };
  await Promise.all([bundle(own), buildSidebars(folder)]);
  copyFileSync("appsscript.json", path.join(folder, "appsscript.json"));
}

function bundle(own: Configuration): Promise<void> {
  return new Promise((resolve, reject) => {
    webpack(own, (failure, stats) => {
      if (failure) reject(failure);
      else if (stats?.hasErrors()) reject(new Error(stats.toString({ all: false, errors: true })));
      else resolve();
    });
  });
}

// Run as a program by `freshBundle`: webpack does not live in Jest's own module system.
const [, program = "", target, make] = process.argv;
if (path.basename(program) === "makeBundle.ts" && target !== undefined) {
  void makeBundle(target, make === "shipped" ? "shipped" : "quick");
}
