// What the tests of the sandbox's Drive share: a school with two accounts, and a way to send requests without HTTP.

import type { World } from "../kernel/contract";
import { createWorld } from "../kernel/world";
import type { DriveCaller } from "./call";
import { driveRest } from "./rest";
import { GOOGLE_DOC } from "./state";

export const CURATOR = "curator@school.example";
export const HEAD = "head@school.example";
export const APP: DriveCaller = { user: CURATOR, scopes: ["drive.file"], scriptId: "script-1" };
export const FULL: DriveCaller = { ...APP, scopes: ["drive"] };
export const FILES = "/drive/v3/files";

/** A world with the two accounts. */
export function schoolWorld(): World {
  const world = createWorld({ now: "2026-09-01T09:00:00+03:00" });
  world.addUser(CURATOR, { name: "Ирина Сергеевна Кузнецова" });
  world.addUser(HEAD, { name: "Павел Андреевич Орлов" });
  return world;
}

/** An answer, read. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  text: string;
  data: Record<string, unknown> & { id: string; files: { id: string; name: string }[] };
  /** The first entry of `errors`. */
  refusal: Record<string, unknown> | undefined;
}

/** Sends a request. Query values are encoded; a body that is not bytes goes as JSON. */
export function send(
  world: World,
  method: string,
  path: string,
  options: {
    query?: Record<string, string>;
    body?: unknown;
    headers?: Record<string, string>;
    caller?: DriveCaller | null;
  } = {},
): Answer {
  const { query = {}, body, headers = {}, caller = APP } = options;
  const url = new URL(`https://www.googleapis.com${path}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const bytes =
    body instanceof Uint8Array ? body : new TextEncoder().encode(body === undefined ? "" : JSON.stringify(body));
  const answer = driveRest(world, caller, {
    method,
    url: url.href,
    headers: { Authorization: "Bearer token", ...headers },
    body: bytes,
  });
  const text = Buffer.from(answer.body).toString("utf8");
  const isJson = answer.headers["Content-Type"]?.startsWith("application/json") === true;
  const data = (isJson ? JSON.parse(text) : {}) as Answer["data"];
  const { error } = data as { error?: { errors?: Record<string, unknown>[] } };
  return { ...answer, text, data, refusal: error?.errors?.[0] };
}

/** Makes a file of metadata; its id. */
export function create(world: World, body: object): string {
  return send(world, "POST", FILES, { body }).data.id;
}

/** The names of the files that a query finds. */
export function names(world: World, q: string, caller = APP): string[] {
  return send(world, "GET", FILES, { query: { q }, caller }).data.files.map(({ name }) => name);
}

/** A multipart body as scripts write them. */
function multipart(metadata: object, media: Uint8Array | string, headers: string[]): Uint8Array {
  const head = ["--part", "Content-Type: application/json; charset=UTF-8", "", JSON.stringify(metadata)];
  const start = [...head, "--part", ...headers, "", ""].join("\r\n");
  return Buffer.concat([Buffer.from(start), Buffer.from(media), Buffer.from("\r\n--part--\r\n")]);
}

/** Uploads media as a Google Doc, with the given headers of the media part. */
export function uploadDoc(world: World, media: Uint8Array | string, headers: string[], metadata: object = {}): Answer {
  return send(world, "POST", "/upload/drive/v3/files", {
    query: { uploadType: "multipart" },
    headers: { "Content-Type": "multipart/related; boundary=part" },
    body: multipart({ name: "Приказ", mimeType: GOOGLE_DOC, ...metadata }, media, headers),
  });
}
