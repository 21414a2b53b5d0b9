// What Google's services declare: read once from @types/google-apps-script (and our additions) into a table, cached on disk.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readDeclarations } from "./declarations";

/** What a parameter accepts. "Any" takes everything; named types are services or enumerations. */
export type ParameterType =
  | "String"
  | "Number"
  | "Boolean"
  | "Date"
  | "Object"
  | "Null"
  | "Any"
  | { array: ParameterType }
  | { named: string }
  | { oneOf: ParameterType[] };

/** One overload: the parameters in order, how many are needed, what may follow them. */
export interface Signature {
  parameters: ParameterType[];
  required: number;
  rest?: ParameterType;
}

/** A service interface. `methods` and `properties` include what it inherits. */
export interface ServiceType {
  methods: Record<string, Signature[]>;
  /** Property → name of its type (an enumeration, another service, a scalar). */
  properties: Record<string, string>;
  /** Scripts may put properties of their own on it (HtmlTemplate). */
  open: boolean;
}

/** Everything declared. Type names have no `GoogleAppsScript.` prefix. */
export interface Declarations {
  types: Record<string, ServiceType>;
  enums: Record<string, string[]>;
  /** Global name (`SpreadsheetApp`) → type name (`Spreadsheet.SpreadsheetApp`). */
  globals: Record<string, string>;
}

const ROOT = join(__dirname, "..", "..");
const PACKAGE = join(ROOT, "node_modules", "@types", "google-apps-script");
const ADDITIONS = join(ROOT, "src", "google", "google-apps-script-additions.d.ts");
const CACHE = join(ROOT, "node_modules", ".cache", "sandbox");

let loaded: Declarations | undefined;

/** The table of declarations; generated when the declaration files are new, otherwise read from the cache. */
export function declarations(): Declarations {
  loaded ??= load();
  return loaded;
}

function load(): Declarations {
  const files = readdirSync(PACKAGE)
    .filter((name) => name.endsWith(".d.ts"))
    .map((name) => join(PACKAGE, name));
  if (existsSync(ADDITIONS)) files.push(ADDITIONS);
  const sources = files.map((path) => ({ path, text: readFileSync(path, "utf8") }));
  const { version } = JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8")) as { version: string };
  const hash = createHash("sha256").update(readFileSync(join(__dirname, "declarations.ts")));
  for (const source of sources) hash.update(source.text);
  const cached = join(CACHE, `declarations-${version}-${hash.digest("hex").slice(0, 16)}.json`);
  if (existsSync(cached)) return JSON.parse(readFileSync(cached, "utf8")) as Declarations;

  const table = readDeclarations(sources);
  mkdirSync(CACHE, { recursive: true });
  // Several test workers may write at once: each renames a file of its own.
  const own = `${cached}.${process.pid}`;
  writeFileSync(own, JSON.stringify(table));
  renameSync(own, cached);
  return table;
}
