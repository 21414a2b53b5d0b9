// Lists every Google member that the add-on calls, and fails if the sandbox does not emulate one.
//
// The bundle is built from src/ alone, and there the compiler knows the type of every expression: chains and variables included.
// On the other side, a member counts as emulated if the sandbox's class for its type has it.
import { readdirSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { declarations } from "../sandbox/kernel/signatures";

const ROOT = path.join(__dirname, "..");
const GOOGLE_TYPES = /[\\/]@types[\\/]google-apps-script[\\/]|google-apps-script-additions\.d\.ts$/;
/** Interfaces that no class implements by name, and the class that stands for them. */
const STANDS_FOR: Record<string, string> = { "Base.BlobSource": "Base.Blob" };

/** What belongs to the script's realm: no service. */
const OWN_OF_THE_REALM = ["Base.Date", "Console"];

/** What the sandbox has: members by type, values by enumeration. */
interface Emulated {
  members: Map<string, Set<string>>;
  enumValues: Map<string, Set<string>>;
}

function main(): number {
  const called = calledMembers(programOf("tsconfig.json"));
  const emulated = emulatedMembers(sandboxProgram());
  const missing = [...called]
    .filter(([type, members]) => !isEnum(type) && members.size > 0)
    .flatMap(([type, members]) =>
      [...members]
        .filter((member) => !has(emulated.members, STANDS_FOR[type] ?? type, member))
        .map((member) => `${type}.${member}`),
    );
  const missingValues = [...called]
    .filter(([type]) => isEnum(type))
    .flatMap(([type, values]) =>
      [...values]
        .filter((value) => !has(emulated.enumValues, lastPart(type), value))
        .map((value) => `${type}.${value}`),
    );
  const count = [...called.values()].reduce((sum, members) => sum + members.size, 0);
  const faults = [...missing, ...missingValues];
  if (faults.length > 0) {
    console.error(
      `The add-on uses members of Google that the sandbox does not emulate:\n  ${faults.sort().join("\n  ")}`,
    );
    return 1;
  }
  console.log(`The add-on uses ${count} members of ${called.size} Google types; the sandbox emulates them all.`);
  if (process.argv.includes("--list")) {
    for (const [type, members] of [...called].sort()) console.log(`  ${type}: ${[...members].sort().join(", ")}`);
  }
  return 0;
}

function programOf(config: string): ts.Program {
  const { config: json } = ts.readConfigFile(path.join(ROOT, config), (file) => ts.sys.readFile(file)) as {
    config: unknown;
  };
  const parsed = ts.parseJsonConfigFileContent(json, ts.sys, ROOT);
  return ts.createProgram(parsed.fileNames, { ...parsed.options, incremental: false });
}

function sandboxProgram(): ts.Program {
  const files = ["base", "forms", "spreadsheet", "drive"].flatMap((folder) => {
    const inside = path.join(ROOT, "sandbox", folder);
    return readdirSync(inside)
      .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
      .map((name) => path.join(inside, name));
  });
  const { options } = programSettings();
  return ts.createProgram(files, options);
}

function programSettings(): ts.ParsedCommandLine {
  const { config } = ts.readConfigFile(path.join(ROOT, "tsconfig.node.json"), (file) => ts.sys.readFile(file)) as {
    config: unknown;
  };
  const parsed = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  return { ...parsed, options: { ...parsed.options, incremental: false } };
}

/** Members by the type that they are called on: `Spreadsheet.Range` → `getValues` …; enumerations with their values. */
function calledMembers(program: ts.Program): Map<string, Set<string>> {
  const checker = program.getTypeChecker();
  const called = new Map<string, Set<string>>();
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) note(node);
    ts.forEachChild(node, visit);
  };
  const note = (node: ts.PropertyAccessExpression): void => {
    const symbol = checker.getSymbolAtLocation(node.name);
    if (!symbol || !isGoogles(symbol)) return;
    if (symbol.flags & ts.SymbolFlags.EnumMember) {
      const parent = symbol.declarations?.[0]?.parent;
      if (parent && ts.isEnumDeclaration(parent)) put(called, qualifiedName(parent), node.name.text);
      return;
    }
    for (const type of receivers(checker, node.expression)) put(called, type, node.name.text);
  };
  for (const file of program.getSourceFiles()) {
    if (!file.isDeclarationFile && file.fileName.includes("/src/")) visit(file);
  }
  return called;
}

/** The service types that an expression may have (null and undefined left out); interfaces that only carry data are none. */
function receivers(checker: ts.TypeChecker, expression: ts.Expression): string[] {
  const type = checker.getNonNullableType(checker.getTypeAtLocation(expression));
  const parts = type.isUnion() ? type.types : [type];
  return parts.flatMap((part) => {
    const declaration = part.getSymbol()?.declarations?.[0];
    if (
      !declaration ||
      !ts.isInterfaceDeclaration(declaration) ||
      !GOOGLE_TYPES.test(declaration.getSourceFile().fileName)
    )
      return [];
    const name = qualifiedName(declaration);
    if (OWN_OF_THE_REALM.includes(name)) return [];
    const isService =
      name in declarations().types || declaration.members.some((member) => ts.isMethodSignature(member));
    return isService ? [name] : [];
  });
}

/** Reads the sandbox's classes (by their `typeName`) and enumerations. */
function emulatedMembers(program: ts.Program): Emulated {
  const emulated: Emulated = { members: new Map(), enumValues: new Map() };
  const checker = program.getTypeChecker();
  for (const file of program.getSourceFiles()) {
    if (file.isDeclarationFile || !file.fileName.includes("/sandbox/")) continue;
    const unclaimed = unclaimedTypes(checker, file);
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node)) noteEnumeration(node, emulated);
      if (ts.isClassDeclaration(node) && node.name) {
        const members = checker
          .getTypeAtLocation(node)
          .getProperties()
          .map((property) => property.name);
        const own = typeNameOf(checker, node);
        // A class whose type is settled by its maker stands for the types that its file names and no other class claims.
        const types = own === undefined ? unclaimed : [own];
        if (members.includes("typeName"))
          for (const type of types) for (const member of members) put(emulated.members, type, member);
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return emulated;
}

/** Type names that a file mentions and none of its classes has as its own. */
function unclaimedTypes(checker: ts.TypeChecker, file: ts.SourceFile): string[] {
  const all = new Set<string>();
  const claimed = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) && node.text in declarations().types) all.add(node.text);
    if (ts.isClassDeclaration(node)) claimed.add(typeNameOf(checker, node) ?? "");
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...all].filter((name) => !claimed.has(name));
}

/** The class's `typeName`, its own or inherited, if it is written down as a text. */
function typeNameOf(checker: ts.TypeChecker, declaration: ts.ClassDeclaration): string | undefined {
  const property = checker.getTypeAtLocation(declaration).getProperty("typeName")?.valueDeclaration;
  if (!property || !ts.isPropertyDeclaration(property) || !property.initializer) return undefined;
  return ts.isStringLiteral(property.initializer) ? property.initializer.text : undefined;
}

function noteEnumeration(call: ts.CallExpression, emulated: Emulated): void {
  if (!ts.isIdentifier(call.expression) || call.expression.text !== "enumeration") return;
  const [name, ...values] = call.arguments.map((argument) => (ts.isStringLiteral(argument) ? argument.text : ""));
  for (const value of values) put(emulated.enumValues, lastPart(name ?? ""), value);
}

function qualifiedName(declaration: ts.InterfaceDeclaration | ts.EnumDeclaration): string {
  const names = [declaration.name.text];
  for (let node: ts.Node = declaration.parent; !ts.isSourceFile(node); node = node.parent) {
    if (ts.isModuleDeclaration(node) && node.name.text !== "GoogleAppsScript" && node.name.text !== "global")
      names.unshift(node.name.text);
  }
  return names.join(".");
}

function isGoogles(symbol: ts.Symbol): boolean {
  return symbol.declarations?.some((declaration) => GOOGLE_TYPES.test(declaration.getSourceFile().fileName)) ?? false;
}

function isEnum(type: string): boolean {
  return type in declarations().enums;
}

function put(map: Map<string, Set<string>>, key: string, value: string): void {
  map.set(key, (map.get(key) ?? new Set()).add(value));
}

function has(map: Map<string, Set<string>>, key: string, value: string): boolean {
  return map.get(key)?.has(value) ?? false;
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}

process.exitCode = main();
