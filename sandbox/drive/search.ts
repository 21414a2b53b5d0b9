// Answers a query of files.list over the files a caller can see: which match, in which order.

import type { Call } from "./call";
import { folderOf } from "./call";
import { textOf } from "./content";
import { DriveError, fileNotFound, invalidValue } from "./errors";
import { isPersonal, roleOf } from "./files";
import { momentOf } from "./query";
import type { Literal, QueryNode } from "./query";
import { FOLDER } from "./state";
import type { StoredFile } from "./state";

type Test = (file: StoredFile) => boolean;

/** Turns a query into a test of one file. @throws 404 for a folder that is not there */
export function matcher(call: Call, node: QueryNode): Test {
  switch (node.kind) {
    case "all":
    case "any": {
      const [left, right] = [matcher(call, node.of[0]), matcher(call, node.of[1])];
      return node.kind === "all" ? (file) => left(file) && right(file) : (file) => left(file) || right(file);
    }
    case "not": {
      const inner = matcher(call, node.of);
      return (file) => !inner(file);
    }
    case "in":
      return membership(call, node.value, node.collection);
    case "has":
      return (file) => propertiesFor(call, file, node.collection)[node.key] === node.value;
    case "compare":
      return comparison(call, node);
  }
}

/** The private properties that the calling script sees, or the public ones. */
export function propertiesFor(call: Call, file: StoredFile, collection: string): Record<string, string> {
  if (collection === "properties") return file.properties;
  const { scriptId } = call.caller;
  const own = file.createdBy === undefined || file.createdBy.scriptId === scriptId ? file.appProperties : undefined;
  return own ?? file.appPropertiesOf?.[scriptId] ?? {};
}

function membership(call: Call, value: string, collection: string): Test {
  if (collection === "parents") {
    const folder = parentOf(call, value);
    return (file) => file.parents.includes(folder);
  }
  const roles = {
    owners: ["owner"],
    writers: ["owner", "writer"],
    readers: ["owner", "writer", "commenter", "reader"],
  };
  const wanted = roles[collection as keyof typeof roles];
  const user = value === "me" ? call.caller.user : value;
  return (file) => wanted.includes(roleOf(call.state, file, user) ?? "");
}

function parentOf(call: Call, id: string): string {
  try {
    return folderOf(call, id).id;
  } catch (error) {
    // Drive names no id here, only a full stop.
    throw error instanceof DriveError ? fileNotFound("") : error;
  }
}

function comparison(call: Call, node: QueryNode & { kind: "compare" }): Test {
  const { field, operator, value } = node;
  const text = value.kind === "text" ? value.text : "";
  if (field === "fullText") return fullText(call, text);
  if (field === "name" && operator === "contains") return (file) => nameContains(file.name, text);
  if (field === "mimeType" && operator === "contains") return (file) => file.mimeType.includes(text);
  return (file) => compare(valueOf(call, file, field), operator, literalOf(field, value));
}

/** Only the beginnings of words are found in names. */
function nameContains(name: string, text: string): boolean {
  const words = wordsOf(name);
  const sought = wordsOf(text);
  if (sought.length === 0) return name.includes(text);
  return words.some((_, from) =>
    sought.every((word, index) => {
      const found = words[from + index];
      return found !== undefined && (index === sought.length - 1 ? found.startsWith(word) : found === word);
    }),
  );
}

/** Whole words only; in double quotes, as a phrase. */
function fullText(call: Call, text: string): Test {
  const phrase = /^"(.*)"$/s.exec(text)?.[1];
  const sought = wordsOf(phrase ?? text);
  return (file) => {
    const words = wordsOf(`${file.name}\n${file.description ?? ""}\n${textOf(call.world, file)}`);
    if (phrase === undefined) return sought.every((word) => words.includes(word));
    return words.some((_, from) => sought.every((word, index) => words[from + index] === word));
  };
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function literalOf(field: string, value: Literal): string | number | boolean {
  if (value.kind === "boolean") return value.value;
  return field.endsWith("Time") ? momentOf(value.text) : value.text;
}

function valueOf(call: Call, file: StoredFile, field: string): string | number | boolean {
  const values: Record<string, () => string | number | boolean> = {
    name: () => file.name,
    mimeType: () => file.mimeType,
    trashed: () => file.trashed,
    starred: () => file.starred === true,
    sharedWithMe: () => file.owner !== call.caller.user,
    createdTime: () => Date.parse(file.createdTime),
    modifiedTime: () => Date.parse(file.modifiedTime),
    sharedWithMeTime: () => Date.parse(file.createdTime),
    viewedByMeTime: () => Date.parse(file.modifiedTime),
    visibility: () => visibilityOf(file),
  };
  return values[field]?.() ?? "";
}

function visibilityOf(file: StoredFile): string {
  if (file.permissions.some(({ type }) => type === "anyone")) return "anyoneWithLink";
  return file.permissions.some(({ type }) => type === "domain") ? "domainWithLink" : "limited";
}

function compare(have: string | number | boolean, operator: string, want: string | number | boolean): boolean {
  const [left, right] = typeof have === "string" ? [have.toLowerCase(), String(want).toLowerCase()] : [have, want];
  const tests: Record<string, () => boolean> = {
    "=": () => left === right,
    "!=": () => left !== right,
    "<": () => left < right,
    "<=": () => left <= right,
    ">": () => left > right,
    ">=": () => left >= right,
  };
  return tests[operator]?.() ?? false;
}

type SortKey = (file: StoredFile) => string | number;

const SORT_KEYS: Record<string, SortKey> = {
  createdTime: (file) => file.createdTime,
  folder: (file) => (file.mimeType === FOLDER ? 0 : 1),
  modifiedByMeTime: (file) => file.modifiedTime,
  modifiedTime: (file) => file.modifiedTime,
  name: (file) => file.name.toLowerCase(),
  name_natural: (file) => file.name.toLowerCase(),
  quotaBytesUsed: (file) => file.version,
  recency: (file) => file.modifiedTime,
  sharedWithMeTime: (file) => file.createdTime,
  starred: (file) => (file.starred === true ? 0 : 1),
  viewedByMeTime: (file) => file.modifiedTime,
};

/** Reads `orderBy` into a comparison; without one the latest change comes first. @throws 400 `Invalid Value` */
export function ordering(orderBy: string | null): (one: StoredFile, other: StoredFile) => number {
  const keys = (orderBy ?? "modifiedTime desc").split(",").map((text) => {
    const [name = "", direction, ...rest] = text.trim().split(/\s+/);
    const key = Object.hasOwn(SORT_KEYS, name) ? SORT_KEYS[name] : undefined;
    if (key === undefined || rest.length > 0 || (direction !== undefined && direction !== "desc"))
      throw invalidValue("orderBy");
    return { key, sign: direction === "desc" ? -1 : 1, natural: name === "name_natural" };
  });
  return (one, other) => {
    for (const { key, sign, natural } of keys) {
      const order = compareKeys(key(one), key(other), natural);
      if (order !== 0) return order * sign;
    }
    return one.id < other.id ? -1 : 1;
  };
}

function compareKeys(left: string | number, right: string | number, natural: boolean): number {
  if (typeof left === "number" || typeof right === "number") return Number(left) - Number(right);
  return left.localeCompare(right, "ru", { numeric: natural });
}

/** Files that a list of the user's Drive shows: their own and those shared with them by name, not all that a link opens. */
export function inCorpus(call: Call, file: StoredFile): boolean {
  return isPersonal(call.state, file, call.caller.user);
}
