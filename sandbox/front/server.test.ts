// The front's doors: who may come in, what a sidebar is given, how dialogs find their page.
import { request, type Server } from "node:http";
import { type AddressInfo } from "node:net";
import { Worker } from "node:worker_threads";
import { AnswerBox, type DialogAnswer, type UiEvent } from "./channel";
import { localPage } from "./links";
import { createFront } from "./server";
import { Sessions } from "./sessions";

let server: Server;
let answers: DialogAnswer[];
let sessions: Sessions;
let port: number;

beforeEach(async () => {
  answers = [];
  sessions = new Sessions((given) => answers.push(given));
  server = createFront({
    page: { files: { "/": { type: "text/html", text: "<p>стол</p>" } }, bridge: "window.google = {}" },
    world: { ask: (operation) => Promise.resolve(operation) },
    sessions,
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** Node's own fetch does not let a test choose Host and Origin. */
function send(options: { path: string; host: string; origin?: string; body?: unknown }) {
  const { path, host, origin, body } = options;
  const method = body === undefined ? "GET" : "POST";
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const outgoing = request(
      { host: "127.0.0.1", port, path, method, headers: { host, ...(origin === undefined ? {} : { origin }) } },
      (incoming) => {
        let text = "";
        incoming.setEncoding("utf8");
        incoming.on("data", (chunk: string) => (text += chunk));
        incoming.on("end", () => {
          resolve({ status: incoming.statusCode ?? 0, text });
        });
      },
    );
    outgoing.on("error", reject);
    outgoing.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

const own = (): { host: string; origin: string } => ({ host: `localhost:${port}`, origin: `http://localhost:${port}` });
const question = { session: "s", user: "u", input: {} };

test("answers the operations of its own page", async () => {
  const { text } = await send({ path: "/api/readRuns", ...own(), body: question });
  expect(JSON.parse(text)).toEqual({ ok: true, value: "readRuns" });
});

test("refuses strangers' pages, sidebars and borrowed names", async () => {
  const path = "/api/readRuns";
  const stranger = await send({ path, host: own().host, origin: "http://stranger.example", body: question });
  const sidebar = await send({ path, host: own().host, origin: `http://127.0.0.1:${port}`, body: question });
  const borrowed = await send({ path: "/", host: `stranger.example:${port}` });
  expect([stranger.status, sidebar.status, borrowed.status]).toEqual([400, 400, 400]);
});

test("serves a sidebar's html with google.script first, and only while it is known", async () => {
  const shown: UiEvent = {
    kind: "sidebar",
    title: "П",
    html: "<!doctype html><html><head><title>а</title></head></html>",
  };
  sessions.listen("s", new FakeStream() as never);
  sessions.show("s", shown);
  const { frame } = JSON.parse(FakeStream.last) as { frame: string };
  const page = await send({ path: `/frame/${frame}`, host: `127.0.0.1:${port}` });
  expect(page.text).toContain("<head><script>window.google = {}</script><title>");
  expect((await send({ path: "/frame/unknown", host: `127.0.0.1:${port}` })).status).toBe(404);
});

test("puts an open question again to a page that was reloaded, and takes one answer", () => {
  const [before, after] = [new FakeStream(), new FakeStream()];
  sessions.listen("s", before as never);
  sessions.show("s", { kind: "alert", title: "", prompt: "Продолжить?", buttons: "YES_NO" });
  sessions.listen("s", after as never);
  expect(after.written.join("")).toContain("Продолжить?");
  sessions.answered("another", { button: "NO", text: "" });
  sessions.answered("s", { button: "YES", text: "" });
  sessions.answered("s", { button: "NO", text: "" });
  expect(answers).toEqual([{ button: "YES", text: "" }]);
});

test("closes a question for a page that does not exist", () => {
  sessions.show("nobody", { kind: "alert", title: "", prompt: "?", buttons: "OK" });
  expect(answers).toEqual([{ button: "CLOSE", text: "" }]);
});

test("an answer crosses to the thread that stands waiting for it, cut to what fits", async () => {
  const box = new AnswerBox();
  const code = `
    require(${JSON.stringify(require.resolve("tsx/cjs"))});
    const { AnswerBox } = require(${JSON.stringify(require.resolve("./channel.ts"))});
    const { parentPort, workerData } = require("node:worker_threads");
    const box = new AnswerBox(workerData);
    parentPort.postMessage("waiting");
    parentPort.postMessage(box.wait());
    parentPort.postMessage(box.wait());
  `;
  const worker = new Worker(code, { eval: true, workerData: box.memory });
  const heard: unknown[] = [];
  await new Promise<void>((resolve, reject) => {
    worker.on("error", reject);
    worker.on("exit", () => {
      resolve();
    });
    worker.on("message", (message) => {
      heard.push(message);
      if (heard.length === 1) box.answer({ button: "OK", text: "Ёлка" });
      if (heard.length === 2) box.answer({ button: "CANCEL", text: "я".repeat(100_000) });
    });
  });
  expect(heard.slice(0, 2)).toEqual(["waiting", { button: "OK", text: "Ёлка" }]);
  expect(heard[2]).toMatchObject({ button: "CANCEL" });
});

test("Google's addresses lead to the sandbox's own pages", () => {
  const form = "https://docs.google.com/forms/d/e/1FAIpQ/viewform?usp=pp_url&entry.1=%D0%B0";
  expect(localPage(form)).toBe(`/form?address=${encodeURIComponent(form)}`);
  expect(localPage("https://forms.gle/abc")).toBe(`/form?address=${encodeURIComponent("https://forms.gle/abc")}`);
  expect(localPage("https://docs.google.com/forms/d/1abc/edit")).toBe("/#/forms/1abc");
  expect(localPage("https://docs.google.com/document/d/1abc/edit?usp=drivesdk")).toBe("/#/document/1abc");
  expect(localPage("https://docs.google.com/spreadsheets/d/1abc/edit#gid=0")).toBe("/#/sheet/1abc");
  expect(localPage("https://drive.google.com/drive/folders/1abc")).toBe("/#/drive/1abc");
  expect(localPage("https://school.example/")).toBeNull();
  expect(localPage("javascript:alert(1)//https://docs.google.com/document/d/1")).toBeNull();
});

/** A response that remembers what was written to it. */
class FakeStream {
  static last = "";
  readonly written: string[] = [];
  writeHead(): void {
    // The status does not matter here.
  }
  on(): void {
    // It never closes.
  }
  write(text: string): void {
    this.written.push(text);
    FakeStream.last = text.replace(/^data: /, "").trim() || FakeStream.last;
  }
}
