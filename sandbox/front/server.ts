// The front's HTTP server: the page, its operations, its events, downloads, and sidebars on an origin of their own.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import * as z from "zod";
import type { PageFiles } from "./bundlePage";
import type { WorldClient } from "./channel";
import type { Caller } from "./operations/operation";
import type { Sessions } from "./sessions";

const LONGEST_BODY = 20 * 1024 * 1024;
/** Sidebars come from another origin than the page, as from googleusercontent.com, so that only messages connect the two. */
const FRAME_HOST = "127.0.0.1";

const request = z.object({ session: z.string().min(1), user: z.string(), input: z.unknown() });
const answer = z.object({
  session: z.string(),
  button: z.enum(["OK", "CANCEL", "YES", "NO", "CLOSE"]),
  text: z.string(),
});
const downloaded = z.object({ name: z.string(), mimeType: z.string(), bytes: z.instanceof(Uint8Array) });

/** What the server stands on. */
export interface Front {
  page: PageFiles;
  world: Pick<WorldClient, "ask">;
  sessions: Sessions;
}

class BadRequest extends Error {}

/** Makes the server. It answers to this machine's own names only. */
export function createFront(front: Front): Server {
  return createServer((incoming, response) => {
    route(front, incoming, response).catch((error: unknown) => {
      if (response.headersSent) response.end();
      else respond(response, error instanceof BadRequest ? 400 : 500, "text/plain", messageOf(error));
    });
  });
}

async function route(front: Front, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const host = incoming.headers.host ?? "";
  const url = new URL(incoming.url ?? "/", `http://${host}`);
  // A stranger's page could otherwise reach the sandbox by a name that it makes point here.
  if (url.hostname !== "localhost" && url.hostname !== FRAME_HOST) throw new BadRequest("Откройте адрес localhost.");
  if (url.pathname.startsWith("/frame/")) {
    sendFrame(front, url.pathname.slice("/frame/".length), response);
  } else if (url.hostname === FRAME_HOST) {
    response.writeHead(302, { location: `http://localhost:${url.port}${url.pathname}${url.search}` }).end();
  } else if (incoming.method === "POST") {
    if (incoming.headers.origin !== url.origin) throw new BadRequest("Запрос пришёл с чужой страницы.");
    await post(front, url.pathname, incoming, response);
  } else await get(front, url, response);
}

async function get(front: Front, url: URL, response: ServerResponse): Promise<void> {
  const file = front.page.files[url.pathname];
  if (file) respond(response, 200, `${file.type}; charset=utf-8`, file.text);
  else if (url.pathname === "/events") front.sessions.listen(url.searchParams.get("session") ?? "", response);
  else if (url.pathname === "/download") await sendDownload(front, url, response);
  else respond(response, 404, "text/plain; charset=utf-8", "Такой страницы в песочнице нет.");
}

async function post(front: Front, path: string, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const body: unknown = JSON.parse(await textOf(incoming));
  if (path === "/answer") {
    const { session, ...given } = answer.parse(body);
    front.sessions.answered(session, given);
    json(response, { ok: true, value: null });
    return;
  }
  if (!path.startsWith("/api/")) throw new BadRequest("Неизвестный адрес.");
  const { input, ...caller } = request.parse(body);
  try {
    json(response, { ok: true, value: (await front.world.ask(path.slice("/api/".length), caller, input)) ?? null });
  } catch (error) {
    json(response, { ok: false, message: messageOf(error) });
  }
}

/** `/download?id=…&format=…&user=…` for files, `/download?mail=…&index=…` for attachments. */
async function sendDownload(front: Front, url: URL, response: ServerResponse): Promise<void> {
  const query = url.searchParams;
  const caller: Caller = { session: "download", user: query.get("user") ?? "" };
  const mailId = query.get("mail");
  const question =
    mailId === null
      ? front.world.ask("download", caller, { id: query.get("id") ?? "", format: query.get("format") ?? "raw" })
      : front.world.ask("readAttachment", caller, { mailId, index: Number(query.get("index")) });
  const file = downloaded.parse(await question);
  response.writeHead(200, {
    "content-type": file.mimeType,
    "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    "cache-control": "no-store",
    // What somebody put into Drive must not run on the page's origin.
    "content-security-policy": "sandbox",
  });
  response.end(file.bytes);
}

/** A sidebar's html with google.script put in front. */
function sendFrame(front: Front, token: string, response: ServerResponse): void {
  const html = front.sessions.frame(token);
  if (html === undefined) {
    respond(response, 404, "text/html; charset=utf-8", "<p>Эта панель уже закрыта. Откройте её снова из меню.</p>");
    return;
  }
  const bridge = `<script>${front.page.bridge.replace(/<\/(script)/gi, "<\\/$1")}</script>`;
  const at = /<head[^>]*>/i.exec(html) ?? /<html[^>]*>/i.exec(html) ?? /<!doctype[^>]*>/i.exec(html);
  const start = at ? at.index + at[0].length : 0;
  respond(response, 200, "text/html; charset=utf-8", html.slice(0, start) + bridge + html.slice(start));
}

function respond(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { "content-type": type, "cache-control": "no-store" }).end(text);
}

function json(response: ServerResponse, value: unknown): void {
  respond(response, 200, "application/json", JSON.stringify(value));
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming) {
    const bytes = chunk as Buffer;
    length += bytes.length;
    if (length > LONGEST_BODY) throw new BadRequest("Слишком много данных за один раз.");
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
