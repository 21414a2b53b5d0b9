// The methods of `files`: create, get, update, copy, delete, export, emptyTrash, generateIds.

import type { Call, DriveResponse } from "./call";
import { fileOf, headerOf, ownFileOf, requireScope, writableFileOf } from "./call";
import {
  bytesOf,
  copyContent,
  createContent,
  digestOf,
  exportContent,
  isNative,
  putContent,
  removeContent,
} from "./content";
import { DriveError, invalidValue, mayNot, missingParameter } from "./errors";
import { parseFields } from "./fields";
import type { Mask } from "./fields";
import { descendants, driveFiles, touch } from "./files";
import type { Metadata } from "./metadata";
import { moveFile, parentsFrom, readMetadata, writeMetadata } from "./metadata";
import { FILE_DEFAULTS, FILE_SHAPE, fileResource } from "./resource";
import { binary, json, nothing } from "./respond";
import { FOLDER } from "./state";
import type { StoredFile } from "./state";

/** Uploaded bytes and what they were said to be. */
export interface Media {
  bytes: Uint8Array;
  mimeType: string;
}

/** 15 GB: what an account has for free. */
export const FREE_STORAGE = 15 * 1024 ** 3;

/** The mask of a method that answers with a file. */
export function fileMask(call: Call): Mask {
  const fields = call.query.get("fields");
  return fields === null ? FILE_DEFAULTS : parseFields(fields, FILE_SHAPE);
}

/** POST /files: metadata only. */
export function createFile(call: Call): DriveResponse {
  return createWith(call, readMetadata(call.request.body), null);
}

/** Makes a file of metadata and, perhaps, media. Nothing is left behind if the media are refused. */
export function createWith(call: Call, metadata: Metadata, media: Media | null): DriveResponse {
  const mask = fileMask(call);
  const { mimeType } = metadata;
  if (mimeType !== undefined && typeof mimeType !== "string") throw invalidValue("file.mimeType");
  const parents = parentsFrom(call, metadata);
  const id = newFileId(call, metadata);
  requireStorage(call, media);
  const { user, scriptId } = call.caller;
  const type = mimeType ?? media?.mimeType ?? "";
  const file: StoredFile = driveFiles(call.world).create({
    ...(id === null ? {} : { id }),
    name: "Untitled",
    mimeType: type === "" ? "application/octet-stream" : type,
    owner: user,
    parents,
    createdBy: { scriptId, user },
  });
  try {
    writeMetadata(call, file, metadata, "create");
    if (media === null) createContent(call.world, file);
    else putContent(call.world, file, media.bytes, media.mimeType);
  } catch (error) {
    Reflect.deleteProperty(call.state.files, file.id);
    throw error;
  }
  return json(200, fileResource(call, file, mask));
}

/** GET /files/{fileId}: metadata, or the bytes with alt=media. */
export function getFile(call: Call): DriveResponse {
  const media = call.query.get("alt")?.toLowerCase() === "media";
  const mask = media ? FILE_DEFAULTS : fileMask(call);
  const file = fileOf(call, call.path["fileId"] ?? "");
  if (!media) return json(200, fileResource(call, file, mask));
  requireScope(call.caller, "content");
  if (isNative(file.mimeType)) {
    throw new DriveError(
      403,
      "fileNotDownloadable",
      "Only files with binary content can be downloaded. Use Export with Docs Editors files.",
      { location: "alt" },
    );
  }
  return ranged(call, bytesOf(call.world, file), file.mimeType);
}

/** PATCH /files/{fileId}: metadata only. */
export function updateFile(call: Call): DriveResponse {
  return updateWith(call, readMetadata(call.request.body), null);
}

/** Changes a file's metadata, folder and, perhaps, its content. */
export function updateWith(call: Call, metadata: Metadata, media: Media | null): DriveResponse {
  const mask = fileMask(call);
  const id = call.path["fileId"] ?? "";
  const file = "trashed" in metadata ? ownFileOf(call, id) : writableFileOf(call, id);
  requireStorage(call, media);
  // All checks come before the first change, so that a refused request changes nothing.
  const draft = structuredClone(file);
  writeMetadata(call, draft, without(metadata, LAST_WRITTEN), "update");
  if (media !== null) putContent(call.world, draft, media.bytes, media.mimeType);
  moveFile(call, draft);
  Object.assign(file, draft);
  if (draft.starred === undefined) delete file.starred;
  touch(call.world, file);
  writeMetadata(call, file, only(metadata, LAST_WRITTEN), "update");
  return json(200, fileResource(call, file, mask));
}

/** POST /files/{fileId}/copy. */
export function copyFile(call: Call): DriveResponse {
  const mask = fileMask(call);
  const metadata = readMetadata(call.request.body);
  const original = fileOf(call, call.path["fileId"] ?? "");
  if (original.mimeType === FOLDER)
    throw new DriveError(403, "cannotCopyFile", "This file cannot be copied by the user.");
  const { user, scriptId } = call.caller;
  const parents = "parents" in metadata ? parentsFrom(call, metadata) : parentsOfCopy(call, original);
  const { mimeType: wanted } = metadata;
  const id = newFileId(call, metadata);
  const copy: StoredFile = driveFiles(call.world).create({
    ...(id === null ? {} : { id }),
    name: `Copy of ${original.name}`,
    mimeType: typeof wanted === "string" ? wanted : original.mimeType,
    owner: user,
    parents,
    createdBy: { scriptId, user },
    properties: { ...original.properties },
    appProperties: { ...original.appProperties },
    ...(original.description === undefined ? {} : { description: original.description }),
  });
  try {
    if (copy.mimeType === original.mimeType) copyContent(call.world, original, copy);
    else putContent(call.world, copy, bytesOf(call.world, original), original.mimeType);
    writeMetadata(call, copy, metadata, "copy");
  } catch (error) {
    Reflect.deleteProperty(call.state.files, copy.id);
    throw error;
  }
  return json(200, fileResource(call, copy, mask));
}

/** DELETE /files/{fileId}: for good, past the trash, with all that lies in a folder. */
export function deleteFile(call: Call): DriveResponse {
  const file = ownFileOf(call, call.path["fileId"] ?? "");
  eraseFile(call, file);
  return nothing();
}

/** DELETE /files/trash. */
export function emptyTrash(call: Call): DriveResponse {
  const mine = Object.values(call.state.files).filter((file) => file.trashed && file.owner === call.caller.user);
  for (const file of mine) eraseFile(call, file);
  return nothing();
}

/** GET /files/{fileId}/export. */
export function exportFile(call: Call): DriveResponse {
  const mimeType = call.query.get("mimeType");
  if (mimeType === null) throw missingParameter("mimeType");
  const file = fileOf(call, call.path["fileId"] ?? "");
  return binary(200, exportContent(call.world, file, mimeType), mimeType);
}

/** GET /files/generateIds: ids that later files.create calls may use, so that a repeated call makes no second file. */
export function generateIds(call: Call): DriveResponse {
  const count = Number(call.query.get("count") ?? "10");
  if (!Number.isInteger(count) || count < 1 || count > 1000) throw invalidValue("count");
  const ids = Array.from({ length: count }, () => call.world.newId("file"));
  call.state.reservedIds.push(...ids);
  return json(200, { kind: "drive#generatedIds", space: "drive", ids });
}

function newFileId(call: Call, metadata: Metadata): string | null {
  const id = metadata["id"];
  if (id === undefined || id === null) return null;
  if (typeof id !== "string") throw invalidValue("file.id");
  if (call.state.files[id] !== undefined) {
    throw new DriveError(409, "fileIdInUse", "A file already exists with the provided ID.");
  }
  const at = call.state.reservedIds.indexOf(id);
  if (at < 0) throw invalidValue("file.id", "The provided file ID is not usable.");
  call.state.reservedIds.splice(at, 1);
  return id;
}

/** A copy lies beside the original where the caller may write, otherwise in their own Drive. */
function parentsOfCopy(call: Call, original: StoredFile): string[] {
  const beside = original.parents.filter((id) => {
    const folder = call.state.files[id];
    return folder !== undefined && driveFiles(call.world).canWrite(folder, call.caller.user);
  });
  return beside.length > 0 ? beside : parentsFrom(call, {});
}

function eraseFile(call: Call, file: StoredFile): void {
  if (file.owner !== call.caller.user) throw mayNot(file.id);
  const doomed = [file, ...descendants(call.state, file.id).filter(({ owner }) => owner === file.owner)];
  for (const gone of doomed) removeContent(call.world, gone);
  const ids = new Set(doomed.map(({ id }) => id));
  for (const id of ids) Reflect.deleteProperty(call.state.files, id);
}

/** The bytes that an account's files take. */
export function storageUsed(call: Call, user: string, trashedOnly = false): number {
  return Object.values(call.state.files)
    .filter((file) => file.owner === user && (file.trashed || !trashedOnly))
    .reduce((sum, { content }) => sum + (content === undefined ? 0 : digestOf(call.world, content).size), 0);
}

function requireStorage(call: Call, media: Media | null): void {
  const { user } = call.caller;
  const limit = call.state.storageLimits[user] ?? FREE_STORAGE;
  if (media !== null && storageUsed(call, user) + media.bytes.byteLength > limit) {
    throw new DriveError(403, "storageQuotaExceeded", "The user's Drive storage quota has been exceeded.");
  }
}

function ranged(call: Call, bytes: Uint8Array, mimeType: string): DriveResponse {
  const range = /^bytes=(\d+)-(\d*)$/.exec(headerOf(call.request.headers, "range") ?? "");
  if (range === null) return binary(200, bytes, mimeType);
  const first = Number(range[1]);
  const last = Math.min(range[2] === "" ? Infinity : Number(range[2]), bytes.byteLength - 1);
  if (first > last) throw new DriveError(416, "requestedRangeNotSatisfiable", "Request range not satisfiable");
  const answer = binary(206, bytes.slice(first, last + 1), mimeType);
  answer.headers["Content-Range"] = `bytes ${first}-${last}/${bytes.byteLength}`;
  return answer;
}

/** Written after the rest: the trash reaches other files, the time would be overwritten by the change itself. */
const LAST_WRITTEN = ["trashed", "modifiedTime"];

function only(metadata: Metadata, names: readonly string[]): Metadata {
  return Object.fromEntries(Object.entries(metadata).filter(([name]) => names.includes(name)));
}

function without(metadata: Metadata, names: readonly string[]): Metadata {
  return Object.fromEntries(Object.entries(metadata).filter(([name]) => !names.includes(name)));
}
