// The one request of the Docs API that is emulated: documents.batchUpdate that inserts text at the end of the body.

import type { World } from "../kernel/contract";
import type { ScriptProject } from "../kernel/contract";
import { type Call, type DriveCaller, type DriveRequest, type DriveResponse, headerOf, sees } from "./call";
import { bytesOf } from "./content";
import { appendToDocx } from "./docx";
import { roleOf, touch } from "./files";
import { json } from "./respond";
import { driveState, GOOGLE_DOC } from "./state";

const PATH = /^\/v1\/documents\/(?<id>[^/:]+):batchUpdate$/;
const SCOPES = ["documents", "drive", "drive.file"].map((scope) => `https://www.googleapis.com/auth/${scope}`);
/** Google takes these out of inserted text: control characters, and the private use area. */
const STRIPPED = /[^\P{Cc}\t\n\v\u007f-\u009f]|[\ue000-\uf8ff]/gu;

/** A refusal as newer interfaces of Google word it. */
class Refusal extends Error {
  constructor(
    readonly code: number,
    readonly status: string,
    message: string,
    /** Of ErrorInfo, where Google gives one. */
    readonly reason: string | null = null,
  ) {
    super(message);
  }
}

/** Answers one request to https://docs.googleapis.com as Google would. */
export function documentsRest(world: World, caller: DriveCaller | null, request: DriveRequest): DriveResponse {
  try {
    return batchUpdate(world, caller, request);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, status, message, reason } = error;
    const details = { "@type": "type.googleapis.com/google.rpc.ErrorInfo", reason, domain: "googleapis.com" };
    return json(code, { error: { code, message, status, ...(reason === null ? {} : { details: [details] }) } });
  }
}

function batchUpdate(world: World, caller: DriveCaller | null, request: DriveRequest): DriveResponse {
  const { pathname } = new URL(request.url);
  const id = PATH.exec(pathname)?.groups?.["id"];
  if (request.method.toUpperCase() !== "POST" || id === undefined) {
    throw new Refusal(501, "UNIMPLEMENTED", `${request.method} ${pathname} is not emulated by the sandbox.`);
  }
  const user = permitted(world, caller, request);
  const texts = insertedTexts(request.body);
  const state = driveState(world);
  const call: Call = { world, state, caller: user, request, path: {}, query: new URLSearchParams() };
  const file = state.files[decodeURIComponent(id)];
  if (file === undefined || !sees(call, file)) throw new Refusal(404, "NOT_FOUND", "Requested entity was not found.");
  const role = roleOf(state, file, user.user);
  if (role !== "owner" && role !== "writer") {
    throw new Refusal(403, "PERMISSION_DENIED", "The caller does not have permission");
  }
  if (file.mimeType !== GOOGLE_DOC) {
    throw new Refusal(400, "FAILED_PRECONDITION", "This operation is not supported for this document");
  }
  const bytes = texts.reduce((sofar, text) => appendToDocx(sofar, text), bytesOf(world, file));
  file.content = world.blobs.put(bytes);
  touch(world, file);
  return json(200, {
    replies: texts.map(() => ({})),
    writeControl: { requiredRevisionId: `revision-${String(file.version)}` },
    documentId: file.id,
  });
}

/** The API has to be switched on for the script: an advanced service in its manifest does that. */
function permitted(world: World, caller: DriveCaller | null, request: DriveRequest): DriveCaller {
  if (caller === null || headerOf(request.headers, "authorization") === undefined) {
    throw new Refusal(401, "UNAUTHENTICATED", "Request had invalid authentication credentials.");
  }
  const script = world.slice<Record<string, ScriptProject>>("scripts", () => ({}))[caller.scriptId];
  const { dependencies } = (script?.manifest ?? {}) as {
    dependencies?: { enabledAdvancedServices?: { serviceId: string }[] };
  };
  if (dependencies?.enabledAdvancedServices?.some(({ serviceId }) => serviceId === "docs") !== true) {
    const message =
      "Google Docs API has not been used in project 1 before or it is disabled. Enable it by visiting https://console.developers.google.com/apis/api/docs.googleapis.com/overview?project=1 then retry.";
    throw new Refusal(403, "PERMISSION_DENIED", message, "SERVICE_DISABLED");
  }
  const held = caller.scopes.map((scope) => (scope.includes("/") ? scope : `https://www.googleapis.com/auth/${scope}`));
  if (!held.some((scope) => SCOPES.includes(scope))) {
    const message = "Request had insufficient authentication scopes.";
    throw new Refusal(403, "PERMISSION_DENIED", message, "ACCESS_TOKEN_SCOPE_INSUFFICIENT");
  }
  return caller;
}

/** The texts of the requests, none of which may be anything else than an insertion at the end of the body. */
function insertedTexts(body: Uint8Array): string[] {
  const sent = parsed(body);
  only(sent, ["requests", "writeControl"], "");
  const { requests } = sent as { requests?: unknown };
  if (!Array.isArray(requests) || requests.length === 0) {
    throw invalid("Must specify at least one request.");
  }
  return requests.map((one: unknown, index) => {
    const at = `requests[${String(index)}]`;
    const { insertText } = only(one, ["insertText"], at);
    const { text, endOfSegmentLocation } = only(insertText, ["text", "endOfSegmentLocation"], `${at}.insertText`);
    const { segmentId = "" } = only(endOfSegmentLocation, ["segmentId"], `${at}.insertText.endOfSegmentLocation`);
    if (segmentId !== "") throw invalid(`Invalid ${at}.insertText: The segment ID ${String(segmentId)} was not found.`);
    if (typeof text !== "string" || text === "") {
      throw invalid(`Invalid ${at}.insertText: The insertion text must not be empty.`);
    }
    return text.replace(STRIPPED, "");
  });
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body)) as unknown;
  } catch {
    throw invalid("Invalid JSON payload received. Unexpected token.");
  }
}

/** Members of an object; others than these are not emulated, or there are none of that name. */
function only(value: unknown, names: readonly string[], at: string): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Refusal(501, "UNIMPLEMENTED", `'${at}' without ${names.join(" or ")} is not emulated by the sandbox.`);
  }
  const strange = Object.keys(value).find((name) => !names.includes(name));
  if (strange === undefined) return value as Record<string, unknown>;
  throw new Refusal(501, "UNIMPLEMENTED", `'${strange}' at '${at}' is not emulated by the sandbox.`);
}

const invalid = (message: string): Refusal => new Refusal(400, "INVALID_ARGUMENT", message);
