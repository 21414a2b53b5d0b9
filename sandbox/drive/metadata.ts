// Metadata that a request writes: read from its JSON, checked, put on the file.

import type { Call } from "./call";
import { folderOf } from "./call";
import { isNative } from "./content";
import { DriveError, invalidValue } from "./errors";
import { descendants, setTrashed } from "./files";
import { FILE_SHAPE } from "./resource";
import type { StoredFile } from "./state";

/** A JSON object as it came. */
export type Metadata = Record<string, unknown>;

/** Longest key and value of a property together, in bytes of UTF-8 (documented). */
const PROPERTY_BYTES = 124;
/** Most private properties of one app on a file, and most properties of all (documented). */
const OWN_PROPERTIES = 30;

/** Fields that a request may carry; each knows how to write itself. Those with `null` are taken and forgotten. */
const WRITERS: Record<string, ((call: Call, file: StoredFile, value: unknown) => void) | null> = {
  name: (_, file, value) => (file.name = text("name", value) || "Untitled"),
  description: (_, file, value) => (file.description = text("description", value)),
  mimeType: (_, file, value) => changeType(file, text("mimeType", value)),
  starred: (_, file, value) => {
    if (flag("starred", value)) file.starred = true;
    else delete file.starred;
  },
  trashed: (call, file, value) => {
    setTrashed(call.state, file, flag("trashed", value));
  },
  properties: (_, file, value) => (file.properties = patched(file.properties, value, "properties")),
  appProperties: writeAppProperties,
  createdTime: (_, file, value) => (file.createdTime = moment("createdTime", value)),
  modifiedTime: (_, file, value) => (file.modifiedTime = moment("modifiedTime", value)),
  originalFilename: (_, file, value) => (file.originalFilename = text("originalFilename", value)),
  kind: null,
  contentHints: null,
  contentRestrictions: null,
  copyRequiresWriterPermission: null,
  folderColorRgb: null,
  viewedByMeTime: null,
  writersCanShare: null,
};

/** For the other fields null changes nothing. */
const CLEARED_BY_NULL = new Set(["properties", "appProperties"]);

/** Reads a request's JSON. An empty body is an empty object. @throws 400 `parseError` */
export function readMetadata(body: Uint8Array): Metadata {
  const source = new TextDecoder().decode(body).trim();
  if (source === "") return {};
  try {
    const value: unknown = JSON.parse(source);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Metadata;
  } catch {
    // Answered below.
  }
  throw new DriveError(400, "parseError", "Parse Error");
}

/** Writes metadata on a file. `id` and `parents` are for creation only. @throws 400, 403 */
export function writeMetadata(
  call: Call,
  file: StoredFile,
  metadata: Metadata,
  mode: "create" | "update" | "copy",
): void {
  for (const [name, value] of Object.entries(metadata)) {
    if (mode !== "update" && (name === "id" || name === "parents")) continue;
    const writer = Object.hasOwn(WRITERS, name) ? WRITERS[name] : undefined;
    if (writer === undefined) refuseReadOnly(name);
    else if (value !== null || CLEARED_BY_NULL.has(name)) writer?.(call, file, value);
  }
}

/** Unknown members are ignored; known ones that cannot be written are refused. */
function refuseReadOnly(name: string): void {
  if (name === "parents") {
    throw new DriveError(
      403,
      "fieldNotWritable",
      "The parents field is not directly writable in update requests. Use the addParents and removeParents parameters instead.",
    );
  }
  if (name in FILE_SHAPE) {
    throw new DriveError(403, "fieldNotWritable", "The resource body includes fields which are not directly writable.");
  }
}

/** The folder that a new file goes to. @throws 400 for several, 404 for one that is not there */
export function parentsFrom(call: Call, metadata: Metadata): string[] {
  const given = metadata["parents"] ?? ["root"];
  if (!Array.isArray(given) || !given.every((id) => typeof id === "string")) throw invalidValue("file.parents");
  if (given.length > 1) {
    throw new DriveError(400, "multipleParentsNotSupported", "A file cannot be created in more than one folder.");
  }
  return (given.length === 0 ? ["root"] : given).map((id) => writableFolder(call, id));
}

/** Moves a file: `addParents` and `removeParents`, each a list of ids. @throws 400, 403, 404 */
export function moveFile(call: Call, file: StoredFile): void {
  const [add, remove] = ["addParents", "removeParents"].map((name) => idsOf(call.query.get(name)));
  const added = (add ?? []).map((id) => writableFolder(call, id));
  if (added.some((id) => id === file.id || descendants(call.state, file.id).some((below) => below.id === id))) {
    throw new DriveError(403, "cyclicalParent", "The specified parent would create a cycle in the folder tree.");
  }
  const removed = (remove ?? []).map((id) => folderOf(call, id).id);
  const kept = file.parents.filter((id) => !removed.includes(id) && !added.includes(id));
  // A file lies in one folder only, so a new one must replace the old one.
  if (kept.length + added.length > 1 && added.length > 0) {
    throw new DriveError(403, "cannotAddParent", "Increasing the number of parents is not allowed");
  }
  const parents = [...kept, ...added];
  if (added.length + removed.length > 0) file.parents = parents.length > 0 ? parents : [folderOf(call, "root").id];
}

function writableFolder(call: Call, id: string): string {
  const folder = folderOf(call, id);
  if (folder.mimeType !== "application/vnd.google-apps.folder") {
    throw new DriveError(403, "parentNotAFolder", "The specified parent is not a folder.");
  }
  return folder.id;
}

function idsOf(list: string | null): string[] {
  return (list ?? "").split(",").filter((id) => id !== "");
}

function writeAppProperties(call: Call, file: StoredFile, value: unknown): void {
  const { scriptId } = call.caller;
  if (file.createdBy === undefined || file.createdBy.scriptId === scriptId) {
    file.appProperties = patched(file.appProperties, value, "appProperties");
    return;
  }
  file.appPropertiesOf ??= {};
  file.appPropertiesOf[scriptId] = patched(file.appPropertiesOf[scriptId] ?? {}, value, "appProperties");
}

/** Properties are patched one by one; null removes one, and null for all of them removes all. */
function patched(old: Record<string, string>, value: unknown, field: string): Record<string, string> {
  if (value === null) return {};
  if (typeof value !== "object" || Array.isArray(value)) throw invalidValue(`file.${field}`);
  const result = { ...old };
  for (const [key, item] of Object.entries(value)) {
    if (item === null) {
      delete result[key];
      continue;
    }
    const given = text(field, item);
    if (Buffer.byteLength(key + given, "utf8") > PROPERTY_BYTES) {
      throw new DriveError(
        403,
        "propertyLengthLimitExceeded",
        "A property's key and value must not be longer than 124 bytes together.",
      );
    }
    result[key] = given;
  }
  if (Object.keys(result).length > OWN_PROPERTIES) {
    throw new DriveError(
      403,
      "propertyCountLimitExceeded",
      "The maximum number of properties of a file has been exceeded.",
    );
  }
  return result;
}

function changeType(file: StoredFile, mimeType: string): void {
  if (mimeType !== file.mimeType && (isNative(file.mimeType) || isNative(mimeType))) {
    throw new DriveError(400, "invalidContentType", "Invalid MIME type provided for the uploaded content.");
  }
  file.mimeType = mimeType;
}

function text(field: string, value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  throw invalidValue(`file.${field}`);
}

function flag(field: string, value: unknown): boolean {
  if (typeof value === "boolean") return value;
  throw invalidValue(`file.${field}`);
}

function moment(field: string, value: unknown): string {
  const milliseconds = typeof value === "string" ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(milliseconds)) throw invalidValue(`file.${field}`);
  return new Date(milliseconds).toISOString();
}
