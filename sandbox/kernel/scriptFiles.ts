// A script project's files: read from a build folder, compiled once per process, loaded into a fresh realm in Google's order.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";
import type { Manifest, ScriptProject } from "./contract";
import type { Realm } from "./realm";

/** What clasp would push: the sources and the manifest. */
export interface Bundle {
  files: Record<string, string>;
  manifest: Manifest;
}

/** Reads a folder as clasp does: scripts, pages and `appsscript.json`. */
export function readBundle(folder: string): Bundle {
  const files: Record<string, string> = {};
  for (const name of readdirSync(folder)) {
    if (/\.(js|gs|html)$/.test(name)) files[name] = readFileSync(join(folder, name), "utf8");
  }
  const manifest = JSON.parse(readFileSync(join(folder, "appsscript.json"), "utf8")) as Manifest;
  return { files, manifest };
}

const DIRECTIVE = /^(?:\s|\/\/[^\n]*\n|\/\*[^]*?\*\/)*(["'])use strict\1/;
const ANNOUNCE = "__sandboxDeclared";
const compiled = new Map<string, Map<string, vm.Script>>();

/** Compiles once per content. A hook goes first: at that moment exactly the file's top-level functions exist. */
function compile(name: string, text: string): vm.Script {
  const byText = compiled.get(name) ?? new Map<string, vm.Script>();
  compiled.set(name, byText);
  const known = byText.get(text);
  if (known) return known;
  const prefix = `${DIRECTIVE.test(text) ? '"use strict";' : ""}${ANNOUNCE}();`;
  const script = new vm.Script(prefix + text, { filename: name.replace(/\.\w+$/, ""), columnOffset: -prefix.length });
  byText.set(text, script);
  return script;
}

/** Runs every file at the top level. Returns the names that Google sees as functions: declared at the top level, not assigned. */
export function loadFiles(
  script: ScriptProject,
  realm: Realm,
  evaluate: (code: vm.Script) => unknown,
  context: object,
): Set<string> {
  const builtIn = new Set(realm.functionNames());
  const declared = new Set<string>();
  const announce = (): void => {
    for (const name of realm.functionNames()) if (!builtIn.has(name)) declared.add(name);
    declared.delete(ANNOUNCE);
  };
  const names = Object.keys(script.files).filter((name) => /\.(js|gs)$/.test(name));
  for (const name of names.sort((a, b) => a.localeCompare(b))) {
    Object.defineProperty(context, ANNOUNCE, { value: announce, configurable: true, enumerable: false });
    evaluate(compile(name, script.files[name] ?? ""));
    Reflect.deleteProperty(context, ANNOUNCE);
  }
  return declared;
}
