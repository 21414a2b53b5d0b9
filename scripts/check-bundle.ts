// Proves what Apps Script needs of build/: it loads bare, is ES2019, has the right names and the right scopes.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import vm from "node:vm";
import { parse, type Program } from "acorn";
import { calledNames } from "./called-names";
import { sidebarNames } from "./build-sidebars";

/** The scopes of the design, and no other. No restricted scope, ever. */
const SCOPES = [
  "drive.file",
  "forms",
  "script.container.ui",
  "script.external_request",
  "script.scriptapp",
  "script.send_mail",
  "spreadsheets.currentonly",
  "userinfo.email",
].map((scope) => `https://www.googleapis.com/auth/${scope}`);

/**
 * Server bundle and sidebars, in bytes. The design's 900 kB for the server were set before the papers of the mentoring
 * system: their templates, tags and texts take the rest. What a command feels is the time of loading, which bench holds.
 */
const MOST_BYTES = { server: 1_300_000, sidebar: 120_000 };

/** Everything that is wrong with the bundle, in words; empty if nothing is. */
export function checkBundle(dir: string): string[] {
  const code = readFileSync(path.join(dir, "Code.js"), "utf8");
  return [
    ...syntaxFaults(code),
    ...loadFaults(code),
    ...nameFaults(code),
    ...scopeFaults(dir),
    ...sizeFaults(dir, code),
  ];
}

function parsed(code: string): Program {
  return parse(code, { ecmaVersion: 2019, sourceType: "script" });
}

function syntaxFaults(code: string): string[] {
  try {
    parsed(code);
    return [];
  } catch (error) {
    return [`build/Code.js is not ES2019: ${String(error)}`];
  }
}

function loadFaults(code: string): string[] {
  try {
    vm.runInContext(code, vm.createContext({}), { filename: "Code.js" });
    return [];
  } catch (error) {
    return [`build/Code.js does not load in a bare V8: ${String(error)}`];
  }
}

/** Names that Apps Script discovers: the function declarations at the top level. */
function topLevelNames(code: string): Set<string> {
  const names = new Set<string>();
  for (const node of parsed(code).body) if (node.type === "FunctionDeclaration") names.add(node.id.name);
  return names;
}

function nameFaults(code: string): string[] {
  const declared = topLevelNames(code);
  const called = calledNames();
  return [
    ...[...called].filter((name) => !declared.has(name)).map((name) => `${name} is called but has no top-level stub`),
    ...[...declared].filter((name) => !called.has(name)).map((name) => `${name} has a stub but nothing calls it`),
    ...[...declared].filter((name) => name.endsWith("_")).map((name) => `${name} ends in _ and cannot be called`),
  ];
}

function scopeFaults(dir: string): string[] {
  const manifest = JSON.parse(readFileSync(path.join(dir, "appsscript.json"), "utf8")) as { oauthScopes?: string[] };
  const given = [...(manifest.oauthScopes ?? [])].sort();
  return given.join() === SCOPES.join() ? [] : [`the manifest's scopes are not the design's: ${given.join(", ")}`];
}

function sizeFaults(dir: string, code: string): string[] {
  const faults: string[] = [];
  if (Buffer.byteLength(code) > MOST_BYTES.server) faults.push(`build/Code.js is over ${MOST_BYTES.server} bytes`);
  for (const name of sidebarNames()) {
    const file = path.join(dir, `${name}.html`);
    if (!existsSync(file)) faults.push(`${file} is missing`);
    else if (readFileSync(file).length > MOST_BYTES.sidebar) faults.push(`${file} is over ${MOST_BYTES.sidebar} bytes`);
  }
  return faults;
}
