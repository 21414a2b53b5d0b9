// The referee once more: what Google's own client throws when the sandbox's Drive refuses or breaks down.

import { Readable } from "node:stream";
import { ClientBench, refusalOf } from "./clientTesting";
import { serveDrive } from "./server";
import { DOCX, GOOGLE_DOC, driveState, failDrive } from "./state";
import { CURATOR } from "./testing";

let bench: ClientBench;

beforeEach(async () => {
  bench = new ClientBench();
  await bench.start();
});

afterEach(() => bench.stop());

describe("refusals as the client throws them", () => {
  test.each([
    ["no such file", () => bench.client().files.get({ fileId: "nothing" }), 404, "notFound"],
    ["a token that nobody gave out", () => bench.client("nobody").files.list({}), 401, "authError"],
    [
      "a token for other services",
      () => bench.client("curator for mail only").files.list({}),
      403,
      "insufficientPermissions",
    ],
    ["a query that cannot be read", () => bench.client().files.list({ q: "name ~ 'x'" }), 400, "invalid"],
    ["an unknown field", () => bench.client().files.list({ fields: "files(title)" }), 400, "invalidParameter"],
    ["about without fields", () => bench.client().about.get(), 400, "required"],
    ["a page size of zero", () => bench.client().files.list({ pageSize: 0 }), 400, "invalidParameter"],
    ["an order that is not one", () => bench.client().files.list({ orderBy: "title" }), 400, "invalid"],
    ["a made-up page token", () => bench.client().files.list({ pageToken: "abc" }), 400, "invalid"],
  ])("%s", async (_, work, code, reason) => {
    expect(await refusalOf(work())).toMatchObject({ code, reason });
  });

  test("something that only calls itself a .docx is not converted, and nothing is left behind", async () => {
    const broken = bench.client().files.create({
      requestBody: { name: "Приказ", mimeType: GOOGLE_DOC },
      media: { mimeType: DOCX, body: Readable.from([Buffer.from("PK but not really")]) },
    });
    expect(await refusalOf(broken)).toMatchObject({ code: 400, reason: "conversionUnsupportedConversionPath" });
    expect((await bench.client().files.list({})).data.files).toEqual([]);
  });

  test("another script of the same person does not see the file", async () => {
    const id = await bench.makeDoc("секрет");
    const other = bench.client("curator in another script");
    expect(await refusalOf(other.files.get({ fileId: id }))).toMatchObject({ code: 404, reason: "notFound" });
    expect((await other.files.list({})).data.files).toEqual([]);
    expect((await bench.client("curator with all rights").files.get({ fileId: id })).data.id).toBe(id);
  });

  test("a full Drive refuses new bytes", async () => {
    driveState(bench.world).storageLimits[CURATOR] = 10;
    const upload = bench.client().files.create({ media: { mimeType: "text/plain", body: "больше десяти байтов" } });
    expect(await refusalOf(upload)).toMatchObject({ code: 403, reason: "storageQuotaExceeded" });
  });

  test("faults answer in place of the truth, as often as asked, and the client's own retries get over them", async () => {
    failDrive(bench.world, { status: 503, remaining: 2 });
    const patient = bench.client("curator", { retry: true });
    expect((await patient.files.list({})).status).toBe(200);
    failDrive(bench.world, { status: 403, reason: "rateLimitExceeded" });
    expect(await refusalOf(bench.client().files.list({}))).toMatchObject({ code: 403, reason: "rateLimitExceeded" });
    expect((await bench.client().files.list({})).status).toBe(200);
  });

  test("an answer can be lost after the work is done", async () => {
    failDrive(bench.world, { status: 500, reason: "internalError", method: "POST", carriedOut: true });
    expect(await refusalOf(bench.client().files.create({ requestBody: { name: "Дважды?" } }))).toMatchObject({
      code: 500,
    });
    expect((await bench.client().files.list({ q: "name = 'Дважды?'" })).data.files).toHaveLength(1);
  });

  test("what the sandbox lacks says so", async () => {
    expect(await refusalOf(bench.client().changes.getStartPageToken({}))).toMatchObject({
      code: 501,
      message: "GET /drive/v3/changes/startPageToken is not emulated by the sandbox.",
    });
  });
});

test("the server stops when told to", async () => {
  const second = await serveDrive(bench.world, { callerOf: () => null });
  const answered = await fetch(`${second.rootUrl}drive/v3/files`);
  expect(answered.status).toBe(403);
  await second.close();
  await expect(fetch(`${second.rootUrl}drive/v3/files`)).rejects.toThrow();
});
