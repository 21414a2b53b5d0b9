// Checks the arguments of a call against Google's declared signatures, and converts as Google's runtime does.
import { EnumValue, ServiceObject } from "./contract";
import type { Declarations, ParameterType, Signature } from "./signatures";

/** How well a value fits: as it is, after conversion to text, or not at all. */
type Fit = "exact" | "converted" | null;

/** The name by which Google's messages call a member: `SpreadsheetApp.Range.getValues`, `Ui.alert`, `MailApp.sendEmail`. */
export function displayName(typeName: string, table: Declarations): string {
  const known = displayNames.get(typeName) ?? findDisplayName(typeName, table);
  displayNames.set(typeName, known);
  return known;
}

const displayNames = new Map<string, string>();

function findDisplayName(typeName: string, table: Declarations): string {
  const [namespace = "", type = ""] = typeName.split(".");
  for (const [global, globalType] of Object.entries(table.globals)) {
    if (globalType === typeName) return global;
  }
  if (namespace === "Base" || type === "") return type || namespace;
  const service = Object.keys(table.globals).find((global) => table.globals[global] === `${namespace}.${global}`);
  return `${service ?? namespace}.${type}`;
}

/** The arguments ready for the service (undefined → null, numbers → text where text is wanted), or null if no overload fits. */
export function matchArguments(args: unknown[], signatures: Signature[], table: Declarations): unknown[] | null {
  const given = args.map((value) => (value === undefined ? null : value));
  let converted: unknown[] | null = null;
  for (const signature of signatures) {
    const fit = fitAll(given, signature, table);
    if (fit === "exact") return given;
    if (fit === "converted") converted ??= given.map((value, index) => convert(value, typeAt(signature, index)));
  }
  return converted;
}

/** How Google's messages write the given arguments: `(String,number,null)`. */
export function describeArguments(args: unknown[], table: Declarations): string {
  return args.map((value) => describe(value, table)).join(",");
}

function fitAll(given: unknown[], signature: Signature, table: Declarations): Fit {
  if (given.length < signature.required) return null;
  if (given.length > signature.parameters.length && !signature.rest) return null;
  let fit: Fit = "exact";
  for (let index = 0; index < given.length; index += 1) {
    const one = fits(given[index], typeAt(signature, index), table);
    if (one === null) return null;
    if (one === "converted") fit = "converted";
  }
  return fit;
}

function typeAt(signature: Signature, index: number): ParameterType {
  return signature.parameters[index] ?? signature.rest ?? "Any";
}

const SCALAR_FITS: Record<Extract<ParameterType, string>, (value: unknown) => Fit> = {
  Any: () => "exact",
  Null: (value) => (value === null ? "exact" : null),
  Number: (value) => (typeof value === "number" ? "exact" : null),
  Boolean: (value) => (typeof value === "boolean" ? "exact" : null),
  Date: (value) => (value instanceof Date ? "exact" : null),
  Object: (value) => (value === null || isPlain(value) ? "exact" : null),
  String: (value) => {
    if (typeof value === "string" || value === null) return "exact";
    return typeof value === "number" || typeof value === "boolean" || isPlain(value) ? "converted" : null;
  },
};

function fits(value: unknown, type: ParameterType, table: Declarations): Fit {
  if (typeof type === "string") return SCALAR_FITS[type](value);
  if ("oneOf" in type) {
    const all = type.oneOf.map((one) => fits(value, one, table));
    return all.find((fit) => fit === "exact") ?? all.find((fit) => fit !== null) ?? null;
  }
  if ("array" in type) return fitsArray(value, type.array, table);
  return fitsNamed(value, type.named, table) ? "exact" : null;
}

function fitsArray(value: unknown, element: ParameterType, table: Declarations): Fit {
  if (!Array.isArray(value)) return null;
  if (element === "Any") return "exact";
  let fit: Fit = "exact";
  for (const one of value as unknown[]) {
    // An empty element clears its cell, whatever the type.
    const isEmpty = one === null || one === undefined;
    const ones = isEmpty && typeof element === "string" ? "exact" : fits(one ?? null, element, table);
    if (ones === null) return null;
    if (ones === "converted") fit = "converted";
  }
  return fit;
}

function fitsNamed(value: unknown, name: string, table: Declarations): boolean {
  if (value instanceof EnumValue) return lastPart(value.enumName) === lastPart(name);
  if (!(value instanceof ServiceObject)) return false;
  if (value.typeName === name) return true;
  const wanted = Object.keys(table.types[name]?.methods ?? {});
  const offered = table.types[value.typeName]?.methods ?? {};
  // A builder where its product is wanted, an item where a BlobSource is: whatever has all the members will do.
  return wanted.length > 0 && wanted.every((member) => Object.hasOwn(offered, member));
}

function isPlain(value: unknown): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date) &&
    !(value instanceof ServiceObject) &&
    !(value instanceof EnumValue)
  );
}

function convert(value: unknown, type: ParameterType): unknown {
  if (type === "String" && value !== null && typeof value !== "string") return textOf(value);
  if (typeof type === "object" && "array" in type && Array.isArray(value)) {
    return (value as unknown[]).map((one) => convert(one, type.array));
  }
  if (typeof type === "object" && "oneOf" in type)
    return type.oneOf.includes("String") ? convert(value, "String") : value;
  return value;
}

/** Google's services are Java inside: a whole number becomes text as a double does, «25» → "25.0". */
export function textOf(value: unknown): string {
  if (typeof value === "number") return Number.isInteger(value) && Math.abs(value) < 1e7 ? `${value}.0` : String(value);
  return typeof value === "boolean" ? String(value) : "[object Object]";
}

function describe(value: unknown, table: Declarations): string {
  if (value === null || value === undefined) return "null";
  if (typeof value === "string") return "String";
  if (typeof value === "number" || typeof value === "boolean") return typeof value;
  if (value instanceof ServiceObject) return displayName(value.typeName, table);
  if (value instanceof EnumValue) return value.enumName;
  if (Array.isArray(value)) {
    const inner = describe((value as unknown[])[0], table);
    return value.length > 0 && inner !== "null" && inner !== "(class)" ? `${inner}[]` : "Object[]";
  }
  return "(class)";
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}
