// Recorded behaviours of the Docs API, as far as it is emulated, one test each, with how we know of them.

import { behaviour } from "../kernel/behaviour";
import type { World } from "../kernel/contract";
import { Runtime } from "../kernel/runtime";
import type { DriveCaller } from "./call";
import { bytesOf } from "./content";
import { documentsRest } from "./documents";
import { docxFault, docxFromText, docxText } from "./docx";
import { driveFiles } from "./files";
import { DOCX, driveState, FOLDER } from "./state";
import { CURATOR, HEAD, schoolWorld } from "./testing";

const DOCS = { enabledAdvancedServices: [{ userSymbol: "Docs", serviceId: "docs", version: "v1" }] };

let world: World;
let app: DriveCaller;
let id: string;
beforeEach(() => {
  world = schoolWorld();
  app = appWith({ dependencies: DOCS });
  id = make("application/vnd.google-apps.document", "Первая\nПоследняя");
});

function appWith(manifest: object): DriveCaller {
  const bundle = { files: {}, manifest: { timeZone: "Europe/Moscow", ...manifest } };
  const script = new Runtime(world).install({ bundle, owner: CURATOR, title: "Наставничество" });
  return { user: CURATOR, scopes: ["https://www.googleapis.com/auth/drive.file"], scriptId: script.id };
}

function make(mimeType: string, text: string): string {
  const createdBy = { scriptId: app.scriptId, user: CURATOR };
  const file = driveFiles(world).create({ name: "Шаблон", mimeType, owner: CURATOR, createdBy });
  const stored = driveState(world).files[file.id];
  if (stored !== undefined) stored.content = world.blobs.put(docxFromText(text));
  return file.id;
}

const insertion = (text: unknown, place: object = { endOfSegmentLocation: {} }): object => ({
  requests: [{ insertText: { text, ...place } }],
});

function update(body: unknown, caller: DriveCaller | null = app, fileId = id): { status: number; data: unknown } {
  const answer = documentsRest(world, caller, {
    method: "POST",
    url: `https://docs.googleapis.com/v1/documents/${fileId}:batchUpdate`,
    headers: caller === null ? {} : { Authorization: "Bearer token" },
    body: new TextEncoder().encode(typeof body === "string" ? body : JSON.stringify(body)),
  });
  return { status: answer.status, data: JSON.parse(new TextDecoder().decode(answer.body)) as unknown };
}

function text(): string {
  const file = driveFiles(world).find(id);
  return file === undefined ? "" : docxText(bytesOf(world, file));
}

const refused = (code: number, status: string, message: RegExp): object => ({
  status: code,
  data: { error: { code, status, message: expect.stringMatching(message) as unknown } },
});

behaviour(
  "documented",
  "text is inserted before the last line break of the body; a line break begins a paragraph",
  () => {
    expect(update(insertion("\n{наставник}\n<&>")).status).toBe(200);
    expect(text()).toBe("Первая\nПоследняя\n{наставник}\n<&>");
    update(insertion("!"));
    expect(text()).toBe("Первая\nПоследняя\n{наставник}\n<&>!");
    const file = driveFiles(world).find(id);
    expect(file && docxFault(bytesOf(world, file))).toBeNull();
  },
);

behaviour("documented", "the answer holds one reply for each request, and the revision", () => {
  expect(update({ requests: [insertionRequest("a"), insertionRequest("b")] }).data).toEqual({
    replies: [{}, {}],
    writeControl: { requiredRevisionId: expect.any(String) as unknown },
    documentId: id,
  });
  expect(text()).toBe("Первая\nПоследняяab");
});
const insertionRequest = (letters: string): object => ({ insertText: { text: letters, endOfSegmentLocation: {} } });

behaviour("documented", "control characters and the private use area are taken out of the text", () => {
  update(insertion("\u0001а\u001f\ue000\uf8ffб"));
  expect(text()).toBe("Первая\nПоследняяаб");
});

behaviour("documented", "any of three scopes is enough; without one the request is refused", () => {
  for (const scope of ["documents", "drive", "drive.file"])
    expect(update(insertion("a"), { ...app, scopes: [scope] }).status).toBe(200);
  expect(update(insertion("a"), { ...app, scopes: ["drive.readonly"] })).toMatchObject({
    ...refused(403, "PERMISSION_DENIED", /insufficient authentication scopes/),
  });
});

behaviour("documented", "the API must be switched on for the script, as by an advanced service in its manifest", () => {
  const other = appWith({});
  expect(update(insertion("a"), other)).toMatchObject({
    status: 403,
    data: { error: { status: "PERMISSION_DENIED", details: [{ reason: "SERVICE_DISABLED" }] } },
  });
});

behaviour("documented", "without a token nobody is let in", () => {
  expect(update(insertion("a"), null)).toMatchObject(refused(401, "UNAUTHENTICATED", /credentials/));
});

behaviour("documented", "with drive.file, files of other scripts and accounts are not found", () => {
  const missing = refused(404, "NOT_FOUND", /^Requested entity was not found\.$/);
  expect(update(insertion("a"), app, "nothing")).toMatchObject(missing);
  expect(update(insertion("a"), appWith({ dependencies: DOCS }))).toMatchObject(missing);
  expect(update(insertion("a"), { ...app, user: HEAD })).toMatchObject(missing);
});

behaviour("assumed", "what is no Google Doc is refused, a file in the bin is not", () => {
  for (const type of [DOCX, FOLDER]) {
    expect(update(insertion("a"), app, make(type, ""))).toMatchObject(
      refused(400, "FAILED_PRECONDITION", /not supported/),
    );
  }
  driveFiles(world).trash(id);
  expect(update(insertion("a")).status).toBe(200);
});

behaviour("assumed", "empty text, a place that there is not, and a body without requests are refused", () => {
  expect(update(insertion(""))).toMatchObject(refused(400, "INVALID_ARGUMENT", /must not be empty/));
  expect(update(insertion("a", { endOfSegmentLocation: { segmentId: "kix.1" } }))).toMatchObject(
    refused(400, "INVALID_ARGUMENT", /was not found/),
  );
  expect(update({ requests: [] })).toMatchObject(refused(400, "INVALID_ARGUMENT", /at least one request/));
  expect(update("нет")).toMatchObject(refused(400, "INVALID_ARGUMENT", /JSON/));
});

test("all else says that it is not emulated", () => {
  expect(update({ requests: [{ deleteContentRange: {} }] }).status).toBe(501);
  expect(update(insertion("a", { location: { index: 1 } })).status).toBe(501);
});
