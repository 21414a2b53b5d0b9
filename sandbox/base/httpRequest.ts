// What UrlFetchApp puts on the wire for its options: method, headers, and a payload of any of the kinds that Google takes.
import type { DriveRequest } from "../drive/call";
import { GoogleError } from "../kernel/contract";
import { Blob, bytesFrom, encode } from "./blob";

/** The options of `fetch`, as a script gives them. */
export interface FetchOptions {
  method?: string | null;
  headers?: Record<string, unknown> | null;
  contentType?: string | null;
  payload?: unknown;
  muteHttpExceptions?: boolean | null;
}

const METHODS = ["GET", "DELETE", "PATCH", "POST", "PUT"];
const FORM = "application/x-www-form-urlencoded";

/** The request as it leaves. */
export function prepareRequest(url: string, options: FetchOptions): DriveRequest {
  const { body, type } = bodyOf(options.payload);
  const method = (options.method ?? (body ? "POST" : "GET")).toUpperCase();
  if (!METHODS.includes(method)) throw new GoogleError(`Attribute provided with invalid value: method`);
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(options.headers ?? {})) {
    if (/[\r\n]/.test(name + String(value)))
      throw new GoogleError(`Attribute provided with invalid value: Header:${name}`);
    headers[name] = String(value);
  }
  if (body) headers["Content-Type"] = options.contentType ?? type;
  return { method, url, headers, body: body ?? new Uint8Array() };
}

function bodyOf(payload: unknown): { body: Uint8Array | null; type: string } {
  if (payload === undefined || payload === null) return { body: null, type: FORM };
  if (typeof payload === "string") return { body: encode(payload, "UTF-8"), type: FORM };
  if (payload instanceof Blob) return { body: payload.getBytes(), type: payload.getContentType() ?? FORM };
  if (Array.isArray(payload)) return { body: bytesFrom(payload as number[]), type: FORM };
  if (typeof payload !== "object") throw new GoogleError("Attribute provided with invalid value: payload");
  const fields = Object.entries(payload);
  if (fields.some(([, value]) => value instanceof Blob)) return multipart(fields);
  const form = fields
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    .join("&");
  return { body: encode(form, "UTF-8"), type: FORM };
}

function multipart(fields: [string, unknown][]): { body: Uint8Array; type: string } {
  const boundary = "----sandbox-form-boundary";
  const parts: Uint8Array[] = [];
  for (const [name, value] of fields) {
    const disposition = `Content-Disposition: form-data; name="${name}"`;
    if (value instanceof Blob) {
      const type = value.getContentType() ?? "application/octet-stream";
      parts.push(
        encode(
          `--${boundary}\r\n${disposition}; filename="${value.getName() ?? "file"}"\r\nContent-Type: ${type}\r\n\r\n`,
          "UTF-8",
        ),
        value.getBytes(),
        encode("\r\n", "UTF-8"),
      );
    } else parts.push(encode(`--${boundary}\r\n${disposition}\r\n\r\n${String(value)}\r\n`, "UTF-8"));
  }
  parts.push(encode(`--${boundary}--\r\n`, "UTF-8"));
  return { body: new Uint8Array(Buffer.concat(parts)), type: `multipart/form-data; boundary=${boundary}` };
}
