// files.list: the search, its checks in Google's order, and its pages.

import { createHash } from "node:crypto";
import type { Call, DriveResponse } from "./call";
import { sees } from "./call";
import { DriveError, invalidValue, notEmulated } from "./errors";
import { below, parseFields, wants } from "./fields";
import type { Mask, Shape } from "./fields";
import { isRoot } from "./files";
import { parseQuery, someTerm } from "./query";
import { FILE_DEFAULTS, FILE_SHAPE, fileResource } from "./resource";
import { json } from "./respond";
import { inCorpus, matcher, ordering } from "./search";
import type { StoredFile } from "./state";

const LIST_SHAPE: Shape = { kind: null, incompleteSearch: null, nextPageToken: null, files: FILE_SHAPE };
const LIST_DEFAULTS: Mask = new Map<string, Mask>([
  ["kind", "all"],
  ["incompleteSearch", "all"],
  ["nextPageToken", "all"],
  ["files", FILE_DEFAULTS],
]);

/** GET /files. */
export function listFiles(call: Call): DriveResponse {
  const { query } = call;
  checkCorpus(call);
  const size = pageSizeOf(query.get("pageSize"), 100, 1000);
  const order = ordering(query.get("orderBy"));
  const matches = testOf(call);
  const start = pageStart(call);
  const fields = query.get("fields");
  const mask = fields === null ? LIST_DEFAULTS : parseFields(fields, LIST_SHAPE);

  const found = Object.values(call.state.files)
    .filter((file) => !isRoot(call.state, file.id) && inCorpus(call, file) && sees(call, file) && matches(file))
    .sort(order);
  const page = found.slice(start, start + size);
  const next = start + size < found.length ? pageToken(call, start + size) : undefined;
  const answer: Record<string, unknown> = {};
  if (wants(mask, "kind")) answer["kind"] = "drive#fileList";
  if (wants(mask, "nextPageToken") && next !== undefined) answer["nextPageToken"] = next;
  if (wants(mask, "incompleteSearch")) answer["incompleteSearch"] = false;
  if (wants(mask, "files")) answer["files"] = page.map((file) => fileResource(call, file, below(mask, "files")));
  return json(200, answer);
}

/** A page size. @throws 400 with the range if it is out of it */
export function pageSizeOf(text: string | null, byDefault: number, most: number): number {
  if (text === null) return byDefault;
  const size = Number(text);
  if (Number.isInteger(size) && size >= 1 && size <= most) return size;
  throw new DriveError(
    400,
    "invalidParameter",
    `Invalid value '${text}'. Values must be within the range: [1, ${most}]`,
    { location: "pageSize" },
  );
}

function checkCorpus(call: Call): void {
  const corpora = call.query.get("corpora") ?? "user";
  const spaces = call.query.get("spaces") ?? "drive";
  if (!["user", "domain", "drive", "allDrives"].includes(corpora)) throw invalidValue("corpora");
  if (!["drive", "appDataFolder"].includes(spaces)) throw invalidValue("spaces");
  if (corpora === "drive" || call.query.has("driveId")) throw notEmulated("A shared drive");
  if (spaces === "appDataFolder") throw notEmulated("The application data folder");
}

function testOf(call: Call): (file: StoredFile) => boolean {
  const text = call.query.get("q");
  if (text === null || text.trim() === "") return () => true;
  const node = parseQuery(text);
  if (call.query.has("orderBy") && someTerm(node, (term) => term.kind === "compare" && term.field === "fullText")) {
    throw new DriveError(
      400,
      "badRequest",
      "Sorting is not supported for queries with fullText terms. Results are always in descending relevance order.",
      { location: "orderBy" },
    );
  }
  return matcher(call, node);
}

/** A page token goes with one search of one account: with another it means nothing. */
function searchMark(call: Call): string {
  const search = [call.query.get("q"), call.query.get("orderBy"), call.caller.user, call.caller.scriptId];
  return createHash("sha256").update(JSON.stringify(search)).digest("base64url").slice(0, 12);
}

function pageToken(call: Call, start: number): string {
  return `~!!~${Buffer.from(`${searchMark(call)}:${start}`).toString("base64url")}`;
}

function pageStart(call: Call): number {
  const token = call.query.get("pageToken");
  if (token === null) return 0;
  const [mark, start] = Buffer.from(token.replace("~!!~", ""), "base64url").toString("utf8").split(":");
  if (mark !== searchMark(call) || !/^\d+$/.test(start ?? "")) throw invalidValue("pageToken");
  return Number(start);
}
