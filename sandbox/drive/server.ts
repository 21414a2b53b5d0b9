// The same REST interface over HTTP on this machine, so that Google's own client and any other program can use it.

import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { World } from "../kernel/contract";
import type { DriveCaller } from "./call";
import { driveRest } from "./rest";

/** A running server. */
export interface DriveServer {
  /** What clients take for https://www.googleapis.com/. */
  rootUrl: string;
  close(): Promise<void>;
}

interface ServerOptions {
  /** Whose token this is; null if nobody's. */
  callerOf: (token: string) => DriveCaller | null;
  /** 0: any free port. */
  port?: number;
}

/** Serves a world's Drive on localhost. */
export async function serveDrive(world: World, options: ServerOptions): Promise<DriveServer> {
  const server = createServer((request, response) => {
    answer(world, options, request, response).catch((error: unknown) => {
      response.writeHead(500, { "Content-Type": "text/plain; charset=UTF-8" });
      response.end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    rootUrl: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => (error === undefined ? resolve() : reject(error)));
      }),
  };
}

async function answer(
  world: World,
  options: ServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const url = new URL(request.url ?? "/", `http://${request.headers.host ?? "127.0.0.1"}`);
  const token =
    /^Bearer\s+(.+)$/i.exec(request.headers.authorization ?? "")?.[1] ?? url.searchParams.get("access_token");
  const reply = driveRest(world, token === null ? null : options.callerOf(token), {
    method: request.method ?? "GET",
    url: url.href,
    headers: headersOf(request),
    body: Buffer.concat(chunks),
  });
  const length = reply.status === 204 ? {} : { "Content-Length": String(reply.body.byteLength) };
  response.writeHead(reply.status, { ...length, ...reply.headers });
  response.end(reply.body);
}

function headersOf(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(", ") : (value ?? ""),
    ]),
  );
}
