// Every server name that something calls: the menu, the triggers, the sidebars, and Google's own events.
import { readFileSync } from "node:fs";
import ts from "typescript";

/** Google calls these by their names without being told. */
const GOOGLE_EVENTS = ["onOpen", "onInstall"];

/** Where names are given to Google or asked of the server, and how they look there. */
const CALLERS: { files: RegExp; pattern: RegExp }[] = [
  { files: /src[\\/]menu\.ts$/, pattern: /\bcall:\s*"(\w+)"/g },
  { files: /src[\\/](google|school)[\\/].*triggers?\.ts$/i, pattern: /\bHANDLER\s*=\s*"(\w+)"/g },
  { files: /src[\\/]sidebar[\\/].*\.tsx?$/, pattern: /\bserver\.(\w+)\(/g },
];

/** The names that must be callable in the bundle. */
export function calledNames(): Set<string> {
  const names = new Set(GOOGLE_EVENTS);
  const files = ts.sys.readDirectory("src", [".ts", ".tsx"], undefined, undefined);
  for (const file of files.filter((name) => !name.includes(".test."))) {
    for (const caller of CALLERS.filter(({ files }) => files.test(file))) {
      for (const match of readFileSync(file, "utf8").matchAll(caller.pattern)) if (match[1]) names.add(match[1]);
    }
  }
  return names;
}
