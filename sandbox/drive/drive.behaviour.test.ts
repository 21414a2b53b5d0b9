// Recorded behaviours of Google Drive's answers, search and writing, one test each, with how we know of them.

import { behaviour } from "../kernel/behaviour";
import type { World } from "../kernel/contract";
import { docxFromText } from "./docx";
import { driveFiles, rootOf } from "./files";
import { driveRest } from "./rest";
import { DOCX, FOLDER } from "./state";
import { APP, CURATOR, FILES, FULL, HEAD, create, names, schoolWorld, send, uploadDoc } from "./testing";

let world: World;

beforeEach(() => {
  world = schoolWorld();
});

describe("answers", () => {
  behaviour("documented", "v3 shows kind, id, name and mimeType unless fields are named", () => {
    expect(Object.keys(send(world, "POST", FILES, { body: { name: "a" } }).data)).toEqual([
      "kind",
      "id",
      "name",
      "mimeType",
    ]);
  });

  behaviour("documented", "fields may be nested with brackets or slashes, and * stands for all", () => {
    const id = create(world, { name: "a" });
    const get = (fields: string): unknown => send(world, "GET", `${FILES}/${id}`, { query: { fields } }).data;
    expect(get("owners/emailAddress,name")).toEqual({ name: "a", owners: [{ emailAddress: CURATOR }] });
    expect(get("owners(emailAddress,me)")).toEqual({ owners: [{ emailAddress: CURATOR, me: true }] });
    expect(get("*")).toMatchObject({ kind: "drive#file", ownedByMe: true, spaces: ["drive"], trashed: false });
  });

  behaviour("measured", "an unknown field is refused with its name", () => {
    expect(send(world, "GET", FILES, { query: { fields: "files(title)" } }).refusal).toEqual({
      message: "Invalid field selection title",
      domain: "global",
      reason: "invalidParameter",
      location: "fields",
      locationType: "parameter",
    });
  });

  behaviour("measured", "empty fields are answered with nothing", () => {
    expect(send(world, "GET", FILES, { query: { fields: "" } }).data).toEqual({});
  });

  behaviour("measured", "a missing file and a hidden one are both 404 with the id in the text", () => {
    const hidden = driveFiles(world).create({ name: "чужой", mimeType: "text/plain", owner: HEAD }).id;
    for (const id of ["nothing", hidden]) {
      const answer = send(world, "GET", `${FILES}/${id}`, { caller: FULL });
      expect([answer.status, answer.refusal]).toEqual([
        404,
        {
          message: `File not found: ${id}.`,
          domain: "global",
          reason: "notFound",
          location: "fileId",
          locationType: "parameter",
        },
      ]);
    }
  });

  behaviour("measured", "a bad token is 401, no token at all is 403", () => {
    expect(send(world, "GET", FILES, { caller: null })).toMatchObject({
      status: 401,
      refusal: { reason: "authError", message: "Invalid Credentials" },
      data: { error: { status: "UNAUTHENTICATED" } },
    });
    const without = driveRest(world, null, {
      method: "GET",
      url: `https://www.googleapis.com${FILES}`,
      headers: {},
      body: new Uint8Array(),
    });
    expect(without.status).toBe(403);
  });

  behaviour("documented", "a token without a Drive scope is refused as insufficientPermissions", () => {
    const caller = { ...APP, scopes: ["https://www.googleapis.com/auth/script.send_mail"] };
    expect(send(world, "GET", FILES, { caller })).toMatchObject({
      status: 403,
      refusal: { reason: "insufficientPermissions" },
    });
  });

  behaviour("documented", "drive.readonly reads and does not write", () => {
    const caller = { ...APP, scopes: ["drive.readonly"] };
    expect(send(world, "GET", FILES, { caller }).status).toBe(200);
    expect(send(world, "POST", FILES, { caller, body: { name: "a" } }).status).toBe(403);
  });
});

describe("drive.file", () => {
  behaviour("documented", "a script sees only the files that it made itself, for the account that made them", () => {
    create(world, { name: "моё" });
    driveFiles(world).create({ name: "вручную", mimeType: "text/plain", owner: CURATOR });
    expect(names(world, "trashed = false")).toEqual(["моё"]);
    expect(names(world, "trashed = false", { ...APP, scriptId: "script-2" })).toEqual([]);
    expect(names(world, "trashed = false", FULL)).toHaveLength(2);
  });

  behaviour("measured", "the root folder cannot be read, but takes files and can be searched", () => {
    expect(send(world, "GET", `${FILES}/root`).status).toBe(404);
    create(world, { name: "в корне", parents: ["root"] });
    expect(names(world, "'root' in parents")).toEqual(["в корне"]);
  });

  behaviour(
    "assumed",
    "a file shared with the account by name stays invisible if another account's script made it",
    () => {
      const id = create(world, { name: "общий" });
      send(world, "POST", `${FILES}/${id}/permissions`, { body: { type: "user", role: "writer", emailAddress: HEAD } });
      expect(send(world, "GET", `${FILES}/${id}`, { caller: { ...APP, user: HEAD } }).status).toBe(404);
      expect(send(world, "GET", `${FILES}/${id}`, { caller: { ...FULL, user: HEAD } }).status).toBe(200);
    },
  );
});

describe("search", () => {
  behaviour("documented", "name contains finds beginnings of words only", () => {
    create(world, { name: "HelloWorld" });
    expect(names(world, "name contains 'Hello'")).toHaveLength(1);
    expect(names(world, "name contains 'World'")).toHaveLength(0);
  });

  behaviour("documented", "quotes and backslashes in values are escaped with a backslash", () => {
    create(world, { name: "O'Brien \\ 1" });
    expect(names(world, "name = 'O\\'Brien \\\\ 1'")).toHaveLength(1);
  });

  behaviour("documented", "and and or are read from the left, without precedence", () => {
    create(world, { name: "a", starred: true });
    create(world, { name: "b" });
    expect(names(world, "name = 'a' or name = 'b' and starred = true")).toEqual(["a"]);
    expect(names(world, "name = 'a' or (name = 'b' and starred = true)")).toEqual(["a"]);
    expect(names(world, "not name = 'a'")).toEqual(["b"]);
  });

  behaviour("documented", "private properties are searched by key and value together", () => {
    create(world, { name: "a", appProperties: { key: "П-1" } });
    create(world, { name: "b", appProperties: { key: "П-2" } });
    expect(names(world, "appProperties has { key='key' and value='П-2' }")).toEqual(["b"]);
    expect(names(world, "properties has { key='key' and value='П-2' }")).toEqual([]);
  });

  behaviour("documented", "private properties are seen by the script that wrote them only", () => {
    const id = create(world, { name: "a", appProperties: { key: "1" }, properties: { open: "2" } });
    const caller = { ...FULL, scriptId: "script-2" };
    const query = { fields: "appProperties,properties" };
    expect(send(world, "GET", `${FILES}/${id}`, { query, caller }).data).toEqual({ properties: { open: "2" } });
    send(world, "PATCH", `${FILES}/${id}`, { body: { appProperties: { key: "other" } }, caller });
    expect(send(world, "GET", `${FILES}/${id}`, { query }).data).toMatchObject({ appProperties: { key: "1" } });
  });

  behaviour("documented", "times are compared in UTC unless a zone is given", () => {
    create(world, { name: "a" });
    expect(names(world, "modifiedTime > '2026-09-01T05:59:59'")).toEqual(["a"]);
    expect(names(world, "modifiedTime > '2026-09-01T09:00:00+03:00'")).toEqual([]);
  });

  behaviour("documented", "fullText finds whole words, and phrases in double quotes", () => {
    uploadDoc(world, docxFromText("Приказ о закреплении пар"), [`Content-Type: ${DOCX}`]);
    expect(names(world, "fullText contains 'закреплении'")).toHaveLength(1);
    expect(names(world, "fullText contains 'закреп'")).toHaveLength(0);
    expect(names(world, "fullText contains '\"о закреплении\"'")).toHaveLength(1);
    expect(names(world, "fullText contains '\"пар о\"'")).toHaveLength(0);
  });

  behaviour("documented", "a search by text cannot be sorted", () => {
    const query = { q: "fullText contains 'a'", orderBy: "name" };
    expect(send(world, "GET", FILES, { query })).toMatchObject({ status: 400, refusal: { location: "orderBy" } });
  });

  behaviour("assumed", "a folder that is not there makes the whole search a 404 that names no id", () => {
    expect(send(world, "GET", FILES, { query: { q: "'nothing' in parents" } })).toMatchObject({
      status: 404,
      refusal: { message: "File not found: ." },
    });
  });

  behaviour("documented", "what lies in the trash is found unless the query leaves it out", () => {
    const id = create(world, { name: "a" });
    send(world, "PATCH", `${FILES}/${id}`, { body: { trashed: true } });
    expect(names(world, "name = 'a'")).toEqual(["a"]);
    expect(names(world, "name = 'a' and trashed = false")).toEqual([]);
  });

  behaviour("measured", "the page size is checked before the order, the order before the query", () => {
    const bad = { pageSize: "0", orderBy: "x", q: "x", pageToken: "x", fields: "x" };
    const locations: unknown[] = [];
    for (const name of ["pageSize", "orderBy", "q", "pageToken", "fields"]) {
      locations.push(send(world, "GET", FILES, { query: bad }).refusal?.["location"]);
      Reflect.deleteProperty(bad, name);
    }
    expect(locations).toEqual(["pageSize", "orderBy", "q", "pageToken", "fields"]);
  });
});

describe("writing", () => {
  behaviour("documented", "a file without a folder goes to the root, without a name is Untitled", () => {
    const answer = send(world, "POST", FILES, { body: {}, query: { fields: "name,parents,mimeType" } });
    expect(answer.data).toEqual({
      name: "Untitled",
      parents: [rootOf(world, CURATOR)],
      mimeType: "application/octet-stream",
    });
  });

  behaviour("measured", "parents cannot be patched, only added and removed", () => {
    const id = create(world, { name: "a" });
    const folder = create(world, { name: "папка", mimeType: FOLDER });
    expect(send(world, "PATCH", `${FILES}/${id}`, { body: { parents: [folder] } })).toMatchObject({
      status: 403,
      refusal: { reason: "fieldNotWritable" },
    });
    expect(send(world, "PATCH", `${FILES}/${id}`, { query: { addParents: folder }, body: {} })).toMatchObject({
      status: 403,
      refusal: { reason: "cannotAddParent" },
    });
    const query = { addParents: folder, removeParents: "root", fields: "parents" };
    expect(send(world, "PATCH", `${FILES}/${id}`, { query, body: {} }).data).toEqual({ parents: [folder] });
  });

  behaviour("documented", "what the server works out cannot be written", () => {
    expect(send(world, "POST", FILES, { body: { name: "a", webViewLink: "x" } })).toMatchObject({
      status: 403,
      refusal: { reason: "fieldNotWritable" },
    });
  });

  behaviour("documented", "a property may take 124 bytes of UTF-8, key and value together", () => {
    expect(send(world, "POST", FILES, { body: { name: "a", appProperties: { key: "ж".repeat(60) } } }).status).toBe(
      200,
    );
    expect(send(world, "POST", FILES, { body: { name: "a", appProperties: { key: "ж".repeat(61) } } }).status).toBe(
      403,
    );
  });

  behaviour("documented", "only the owner puts a file into the trash", () => {
    const id = create(world, { name: "a" });
    send(world, "POST", `${FILES}/${id}/permissions`, { body: { type: "user", role: "writer", emailAddress: HEAD } });
    const caller = { ...FULL, user: HEAD };
    expect(send(world, "PATCH", `${FILES}/${id}`, { body: { name: "b" }, caller }).status).toBe(200);
    expect(send(world, "PATCH", `${FILES}/${id}`, { body: { trashed: true }, caller })).toMatchObject({
      status: 403,
      refusal: { reason: "insufficientFilePermissions" },
    });
  });

  behaviour("documented", "what is put into a shared folder is shared", () => {
    const folder = create(world, { name: "папка", mimeType: FOLDER });
    send(world, "POST", `${FILES}/${folder}/permissions`, {
      body: { type: "user", role: "reader", emailAddress: HEAD },
    });
    const id = create(world, { name: "a", parents: [folder] });
    expect(send(world, "GET", `${FILES}/${id}`, { caller: { ...FULL, user: HEAD } }).status).toBe(200);
  });

  behaviour("documented", "emptying the trash needs the full scope and deletes for good", () => {
    const id = create(world, { name: "a" });
    send(world, "PATCH", `${FILES}/${id}`, { body: { trashed: true } });
    expect(send(world, "DELETE", `${FILES}/trash`).status).toBe(403);
    expect(send(world, "DELETE", `${FILES}/trash`, { caller: FULL }).status).toBe(204);
    expect(driveFiles(world).find(id)).toBeUndefined();
  });

  behaviour("documented", "a file open to all who have the link is readable, but in nobody's list", () => {
    const id = create(world, { name: "a" });
    send(world, "POST", `${FILES}/${id}/permissions`, { body: { type: "anyone", role: "reader" } });
    const caller = { ...FULL, user: HEAD };
    expect(send(world, "GET", `${FILES}/${id}`, { caller }).status).toBe(200);
    expect(names(world, "trashed = false", caller)).toEqual([]);
  });
});
