// What must hold for any names, keys and bytes: nothing is mixed up, lost or found by mistake.

import fc from "fast-check";
import { createWorld } from "../kernel/world";
import type { DriveCaller } from "./call";
import { driveFiles } from "./files";
import { parseMultipart } from "./multipart";
import { driveRest } from "./rest";

const CALLER: DriveCaller = { user: "curator@school.example", scopes: ["drive"], scriptId: "script-1" };

function list(world: ReturnType<typeof createWorld>, query: Record<string, string>) {
  const search = new URLSearchParams(query).toString();
  const answer = driveRest(world, CALLER, {
    method: "GET",
    url: `https://www.googleapis.com/drive/v3/files?${search}`,
    headers: { authorization: "Bearer token" },
    body: new Uint8Array(),
  });
  expect(answer.status).toBe(200);
  return JSON.parse(Buffer.from(answer.body).toString("utf8")) as { files: { id: string }[]; nextPageToken?: string };
}

const escaped = (text: string): string => text.replace(/\\/g, "\\\\").replace(/'/g, "\\'");

test("whatever a key holds, an escaped search finds that file and no other", () => {
  const value = fc.string({
    unit: fc.constantFrom("'", "\\", '"', "а", "Ё", " ", "{", "}", "=", "and", "%", "+", "\n"),
  });
  fc.assert(
    fc.property(fc.uniqueArray(value, { minLength: 1, maxLength: 8 }), (values) => {
      const world = createWorld({ now: 0 });
      const ids = values.map(
        (key) =>
          driveFiles(world).create({
            name: key,
            mimeType: "text/plain",
            owner: CALLER.user,
            createdBy: { scriptId: CALLER.scriptId, user: CALLER.user },
            appProperties: { key },
          }).id,
      );
      values.forEach((key, index) => {
        const q = `appProperties has { key='key' and value='${escaped(key)}' } and trashed = false`;
        expect(list(world, { q }).files.map(({ id }) => id)).toEqual([ids[index]]);
      });
    }),
  );
});

test("pages of any size show every file exactly once, in one order", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("а", "б", "Б", "я"), { maxLength: 20 }),
      fc.integer({ min: 1, max: 7 }),
      (names, pageSize) => {
        const world = createWorld({ now: 0 });
        for (const name of names) driveFiles(world).create({ name, mimeType: "text/plain", owner: CALLER.user });
        const whole = list(world, { orderBy: "name", pageSize: "1000" }).files;
        const paged: { id: string }[] = [];
        let token: string | undefined = "";
        while (token !== undefined) {
          const page = list(world, {
            orderBy: "name",
            pageSize: String(pageSize),
            ...(token === "" ? {} : { pageToken: token }),
          });
          paged.push(...page.files);
          token = page.nextPageToken;
        }
        expect(paged).toEqual(whole);
        expect(whole).toHaveLength(names.length);
      },
    ),
  );
});

test("any bytes pass through a multipart body unchanged", () => {
  const bytes = fc.uint8Array({ maxLength: 200 });
  fc.assert(
    fc.property(bytes, bytes, (first, second) => {
      const boundary = "a-boundary-that-bytes-do-not-hold";
      const body = Buffer.concat([
        Buffer.from(`preamble\r\n--${boundary}\r\ncontent-type: application/json\r\n\r\n`),
        first,
        Buffer.from(`\r\n--${boundary}\r\nContent-Type: text/plain\r\nX-Other: 1\r\n\r\n`),
        second,
        Buffer.from(`\r\n--${boundary}--`),
      ]);
      const parts = parseMultipart(`multipart/related; boundary="${boundary}"`, body);
      expect(parts.map((part) => [...part.body])).toEqual([[...first], [...second]]);
      expect(parts[1]?.headers).toEqual({ "content-type": "text/plain", "x-other": "1" });
    }),
  );
});
