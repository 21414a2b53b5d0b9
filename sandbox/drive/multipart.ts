// Multipart bodies (RFC 2387): the metadata and the media of an upload in one request.

import { DriveError } from "./errors";

/** One part: its headers (lower case) and its bytes. */
export interface Part {
  headers: Record<string, string>;
  body: Uint8Array;
}

/** Takes a multipart body apart. @throws 400 if it is not one */
export function parseMultipart(contentType: string, body: Uint8Array): Part[] {
  const boundary = boundaryOf(contentType);
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const delimiter = Buffer.from(`--${boundary}`);
  const parts: Part[] = [];
  let at = bytes.indexOf(delimiter);
  if (at < 0) throw malformed("Failed to parse Content-Type header or missing boundary.");
  for (;;) {
    const start = at + delimiter.length;
    if (bytes.subarray(start, start + 2).toString("latin1") === "--") return parts;
    const end = nextDelimiter(bytes, delimiter, start);
    if (end < 0) throw malformed("Missing end boundary in multipart body.");
    parts.push(readPart(bytes.subarray(lineEnd(bytes, start), end)));
    at = bytes.indexOf(delimiter, end);
  }
}

/** The type of a Content-Type header without its parameters, in lower case. */
export function mediaType(contentType: string | undefined): string {
  return (contentType ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
}

function boundaryOf(contentType: string): string {
  const found = /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  const boundary = found?.[1] ?? found?.[2];
  if (!mediaType(contentType).startsWith("multipart/") || boundary === undefined) {
    throw malformed("Failed to parse Content-Type header or missing boundary.");
  }
  return boundary;
}

/** Where the part ends: before the line break that belongs to the next delimiter. */
function nextDelimiter(bytes: Buffer, delimiter: Buffer, from: number): number {
  const crlf = bytes.indexOf(Buffer.concat([Buffer.from("\r\n"), delimiter]), from);
  return crlf >= 0 ? crlf : bytes.indexOf(Buffer.concat([Buffer.from("\n"), delimiter]), from);
}

function lineEnd(bytes: Buffer, from: number): number {
  return bytes.indexOf(0x0a, from) + 1;
}

function readPart(bytes: Buffer): Part {
  const headers: Record<string, string> = {};
  let at = 0;
  for (;;) {
    const end = lineEnd(bytes, at);
    if (end === 0) throw malformed("Missing blank line after the headers of a multipart part.");
    const line = bytes.subarray(at, end).toString("utf8").trim();
    at = end;
    if (line === "") return { headers, body: new Uint8Array(bytes.subarray(at)) };
    const colon = line.indexOf(":");
    if (colon > 0) headers[line.slice(0, colon).trim().toLowerCase()] = line.slice(colon + 1).trim();
  }
}

function malformed(message: string): DriveError {
  return new DriveError(400, "badContent", `Malformed multipart body. ${message}`);
}
