// Uploads: the bytes of a file in one request (media, multipart) or piece by piece (resumable).

import type { Call, DriveResponse } from "./call";
import { headerOf, writableFileOf } from "./call";
import { DriveError, missingParameter } from "./errors";
import type { Media } from "./fileMethods";
import { createWith, fileMask, updateWith } from "./fileMethods";
import { parentsFrom, readMetadata } from "./metadata";
import type { Metadata } from "./metadata";
import { mediaType, parseMultipart } from "./multipart";
import type { Part } from "./multipart";
import { nothing } from "./respond";
import type { UploadSession } from "./state";

/** All pieces but the last are multiples of this (documented). */
const CHUNK = 256 * 1024;

/** POST /upload/…/files, PATCH and PUT /upload/…/files/{fileId}. */
export function upload(call: Call): DriveResponse {
  const session = call.query.get("upload_id");
  if (session !== null) return resume(call, session);
  const ways: Record<string, (call: Call) => DriveResponse> = { media: simple, multipart, resumable: begin };
  const type = call.query.get("uploadType");
  if (type === null) throw missingParameter("uploadType");
  const way = Object.hasOwn(ways, type) ? ways[type] : undefined;
  if (way === undefined) throw new DriveError(400, "badRequest", `Unsupported upload type: ${type}`);
  return way(call);
}

function simple(call: Call): DriveResponse {
  const type = mediaType(headerOf(call.request.headers, "content-type"));
  return finish(call, {}, { bytes: call.request.body, mimeType: type });
}

function multipart(call: Call): DriveResponse {
  const [first, second, ...rest] = parseMultipart(
    headerOf(call.request.headers, "content-type") ?? "",
    call.request.body,
  );
  if (first === undefined || second === undefined || rest.length > 0) {
    throw new DriveError(400, "badContent", "Malformed multipart body. Exactly two parts are expected.");
  }
  const media = { bytes: decoded(second), mimeType: mediaType(second.headers["content-type"]) };
  return finish(call, readMetadata(decoded(first)), media);
}

/** A part may come in base64: browsers' scripts send binary that way, and Drive decodes it. */
function decoded(part: Part): Uint8Array {
  const encoding = part.headers["content-transfer-encoding"]?.toLowerCase();
  if (encoding !== "base64") return part.body;
  return new Uint8Array(Buffer.from(Buffer.from(part.body).toString("latin1"), "base64"));
}

function finish(call: Call, metadata: Metadata, media: Media): DriveResponse {
  return call.path["fileId"] === undefined ? createWith(call, metadata, media) : updateWith(call, metadata, media);
}

/** Begins a resumable upload: the answer's Location takes the bytes. */
function begin(call: Call): DriveResponse {
  fileMask(call);
  const metadata = readMetadata(call.request.body);
  const fileId = call.path["fileId"] ?? null;
  if (fileId === null) parentsFrom(call, metadata);
  else writableFileOf(call, fileId);
  const id = call.world.newId("other");
  call.state.sessions[id] = {
    user: call.caller.user,
    fileId,
    query: call.query.toString(),
    metadata: JSON.stringify(metadata),
    mimeType: headerOf(call.request.headers, "x-upload-content-type") ?? null,
    chunks: [],
    received: 0,
  };
  const here = new URL(call.request.url);
  here.searchParams.set("upload_id", id);
  return nothing(200, { Location: here.href, "X-GUploader-UploadID": id, "Content-Length": "0" });
}

function resume(call: Call, id: string): DriveResponse {
  const session = call.state.sessions[id];
  if (session?.user !== call.caller.user) throw new DriveError(404, "notFound", "Upload session not found.");
  const range = headerOf(call.request.headers, "content-range");
  const piece = range === undefined ? wholePiece(call) : readRange(range);
  if (piece.first === null) return waiting(session);
  if (piece.first !== session.received) return waiting(session);
  const { body } = call.request;
  const complete = piece.total !== null && piece.first + body.byteLength === piece.total;
  if (!complete && body.byteLength % CHUNK !== 0) {
    throw new DriveError(
      400,
      "badRequest",
      "Invalid request. Every piece but the last must be a multiple of 262144 bytes.",
    );
  }
  session.chunks.push(call.world.blobs.put(body));
  session.received += body.byteLength;
  return complete ? concluded(call, id, session) : waiting(session);
}

function concluded(call: Call, id: string, session: UploadSession): DriveResponse {
  const bytes = Buffer.concat(session.chunks.map((hash) => call.world.blobs.get(hash)));
  const metadata = JSON.parse(session.metadata) as Metadata;
  const type = mediaType(session.mimeType ?? headerOf(call.request.headers, "content-type"));
  const whole: Call = {
    ...call,
    query: new URLSearchParams(session.query),
    path: session.fileId === null ? {} : { fileId: session.fileId },
  };
  Reflect.deleteProperty(call.state.sessions, id);
  return finish(whole, metadata, { bytes: new Uint8Array(bytes), mimeType: type });
}

/** 308: how much has come so far. No Range if nothing has. */
function waiting(session: UploadSession): DriveResponse {
  return nothing(308, session.received === 0 ? {} : { Range: `bytes=0-${session.received - 1}` });
}

function wholePiece(call: Call): { first: number | null; total: number | null } {
  return { first: 0, total: call.request.body.byteLength };
}

function readRange(header: string): { first: number | null; total: number | null } {
  const match = /^bytes (?:(\d+)-(\d+)|\*)\/(\d+|\*)$/.exec(header.trim());
  if (match === null) throw new DriveError(400, "badRequest", "Failed to parse Content-Range header.");
  const [, first, , total] = match;
  return { first: first === undefined ? null : Number(first), total: total === "*" ? null : Number(total) };
}
