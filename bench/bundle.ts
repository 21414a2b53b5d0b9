// How large the bundle is, and how long it takes to load.
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import vm from "node:vm";
import { cpuOf, type Line } from "./line";

const SERVER_KB = 1300;
const SIDEBAR_KB = 120;
const LOAD_MS = 150;

/** Sizes of everything in a folder with a built add-on. */
export function bundleLines(folder: string): Line[] {
  const server = path.join(folder, "Code.js");
  const code = readFileSync(server, "utf8");
  const load = cpuOf(() => {
    new vm.Script(code, { filename: "Code.js" }).runInContext(vm.createContext({ console }));
  });
  const pages = readdirSync(folder).filter((name) => name.endsWith(".html"));
  return [
    { work: "Server bundle", figure: kB(server), unit: "kB", budget: SERVER_KB },
    { work: "Server bundle loads", figure: load, unit: "ms CPU", budget: LOAD_MS },
    ...pages.map((page): Line => ({
      work: `Page ${page}`,
      figure: kB(path.join(folder, page)),
      unit: "kB",
      budget: SIDEBAR_KB,
    })),
  ];
}

function kB(file: string): number {
  return statSync(file).size / 1000;
}
