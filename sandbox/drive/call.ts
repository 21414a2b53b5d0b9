// One request to the REST interface as its methods see it: who asks, with which rights, and which files are there for them.

import type { World } from "../kernel/contract";
import { badToken, fileNotFound, mayNot, missingScope } from "./errors";
import { isRoot, roleOf, rootOf } from "./files";
import type { DriveState, StoredFile } from "./state";

/** Who a request comes from: an account, through a script (the "app" of drive.file), with the scopes it granted. */
export interface DriveCaller {
  user: string;
  /** Short names ("drive.file") or full addresses. */
  scopes: readonly string[];
  scriptId: string;
}

/** An HTTP request, whole. Header names in any case. */
export interface DriveRequest {
  method: string;
  /** Absolute address. */
  url: string;
  headers: Record<string, string>;
  body: Uint8Array;
}

/** An HTTP answer, whole. */
export interface DriveResponse {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array;
}

/** What a method of the REST interface works with. */
export interface Call {
  world: World;
  state: DriveState;
  caller: DriveCaller;
  request: DriveRequest;
  /** Path parameters by name, decoded. */
  path: Record<string, string>;
  query: URLSearchParams;
}

const SCOPE_PREFIX = "https://www.googleapis.com/auth/";
const SCOPES_FOR = {
  metadata: ["drive", "drive.file", "drive.readonly", "drive.metadata", "drive.metadata.readonly"],
  content: ["drive", "drive.file", "drive.readonly"],
  write: ["drive", "drive.file"],
  everything: ["drive"],
};

/** What a method needs: to see files, to read their bytes, to change them, or the run of the whole Drive. */
export type Need = keyof typeof SCOPES_FOR;

function hasAny(caller: DriveCaller, scopes: readonly string[]): boolean {
  return caller.scopes.some((scope) => scopes.includes(scope.replace(SCOPE_PREFIX, "")));
}

/** Refuses a caller without a token, or whose scopes do not reach. */
export function requireScope(caller: DriveCaller | null, need: Need): asserts caller is DriveCaller {
  if (caller === null) throw badToken();
  if (!hasAny(caller, SCOPES_FOR[need])) throw missingScope();
}

/** True if the caller sees only files that its own script made for the same account. */
export function sees(call: Call, file: StoredFile): boolean {
  if (roleOf(call.state, file, call.caller.user) === null) return false;
  const everything = ["drive", "drive.readonly", "drive.metadata", "drive.metadata.readonly"];
  return hasAny(call.caller, everything) || isOwnWork(call, file);
}

/** True if the file was made by the calling script for the calling account. */
export function isOwnWork(call: Call, file: StoredFile): boolean {
  return file.createdBy?.scriptId === call.caller.scriptId && file.createdBy.user === call.caller.user;
}

/** The file of an id (or of "root"). @throws 404 if the caller may not know of it */
export function fileOf(call: Call, id: string): StoredFile {
  const file = call.state.files[id === "root" ? rootOf(call.world, call.caller.user) : id];
  if (file === undefined || !sees(call, file)) throw fileNotFound(id);
  return file;
}

/** The folder that new files go into or are looked for in: "root" is always there, even with drive.file. */
export function folderOf(call: Call, id: string): StoredFile {
  const root = rootOf(call.world, call.caller.user);
  const own = call.state.files[root];
  return (id === "root" || id === root) && own !== undefined ? own : fileOf(call, id);
}

/** A file that the caller may change. @throws 404 or 403 */
export function writableFileOf(call: Call, id: string): StoredFile {
  const file = fileOf(call, id);
  const role = roleOf(call.state, file, call.caller.user);
  if ((role !== "owner" && role !== "writer") || isRoot(call.state, file.id)) throw mayNot(file.id);
  return file;
}

/** A file that the caller owns: only the owner puts it into the trash or deletes it. @throws 404 or 403 */
export function ownFileOf(call: Call, id: string): StoredFile {
  const file = writableFileOf(call, id);
  if (file.owner !== call.caller.user) throw mayNot(file.id);
  return file;
}

/** A request header by its name in any case. */
export function headerOf(headers: Record<string, string>, name: string): string | undefined {
  const found = Object.keys(headers).find((key) => key.toLowerCase() === name.toLowerCase());
  return found === undefined ? undefined : headers[found];
}

/** A boolean query parameter. */
export function flagOf(call: Call, name: string, byDefault = false): boolean {
  const given = call.query.get(name);
  return given === null ? byDefault : given.toLowerCase() === "true";
}
