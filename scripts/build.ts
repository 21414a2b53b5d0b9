// `npm run build`: makes build/ from the sources — document templates, the server bundle, the sidebars, the manifest.
import { copyFileSync, mkdirSync, rmSync, statSync, readdirSync } from "node:fs";
import { buildServer } from "./build-server";
import { buildSidebars } from "./build-sidebars";
import { buildTemplates } from "./build-templates";
import { checkBundle } from "./check-bundle";

async function build(): Promise<void> {
  rmSync("build", { recursive: true, force: true });
  mkdirSync("build", { recursive: true });
  await buildTemplates(".templates");
  await Promise.all([buildServer(), buildSidebars("build")]);
  copyFileSync("appsscript.json", "build/appsscript.json");
  for (const file of readdirSync("build").sort()) {
    console.log(`${String(Math.ceil(statSync(`build/${file}`).size / 1000)).padStart(5)} kB  build/${file}`);
  }
  const faults = checkBundle("build");
  for (const fault of faults) console.error(`✗ ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
  else console.log("✓ the bundle loads in a bare V8, is ES2019, and names exactly what Google may call");
}

void build();
