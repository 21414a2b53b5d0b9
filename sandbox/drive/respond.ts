// Answers of the REST interface as bytes and headers.

import type { DriveResponse } from "./call";
import type { DriveError } from "./errors";

/** A JSON answer, written as Google writes it: two spaces deep, with a line break at the end. */
export function json(status: number, value: unknown, headers: Record<string, string> = {}): DriveResponse {
  return {
    status,
    headers: { "Content-Type": "application/json; charset=UTF-8", ...headers },
    body: new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`),
  };
}

/** The bytes of a file. */
export function binary(status: number, body: Uint8Array, mimeType: string): DriveResponse {
  return { status, headers: { "Content-Type": mimeType }, body };
}

/** An answer without a body. */
export function nothing(status = 204, headers: Record<string, string> = {}): DriveResponse {
  return { status, headers, body: new Uint8Array() };
}

/** A refusal. */
export function refusal(error: DriveError): DriveResponse {
  return json(error.status, error.toBody());
}
