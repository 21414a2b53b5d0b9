// Google's own Node client led to the sandbox's Drive over HTTP: the referee of the tests that say "client".

import { Readable } from "node:stream";
import { auth as googleAuth, drive as driveClient } from "@googleapis/drive";
import type { drive_v3 } from "@googleapis/drive";
import type { World } from "../kernel/contract";
import { docxFromText } from "./docx";
import { serveDrive } from "./server";
import type { DriveServer } from "./server";
import { DOCX, GOOGLE_DOC } from "./state";
import { CURATOR, HEAD, schoolWorld } from "./testing";

const CALLERS: Record<string, { user: string; scopes: string[]; scriptId: string }> = {
  curator: { user: CURATOR, scopes: ["drive.file"], scriptId: "script-1" },
  "curator in another script": { user: CURATOR, scopes: ["drive.file"], scriptId: "script-2" },
  "curator with all rights": {
    user: CURATOR,
    scopes: ["https://www.googleapis.com/auth/drive"],
    scriptId: "script-1",
  },
  "curator for mail only": { user: CURATOR, scopes: ["script.send_mail"], scriptId: "script-1" },
  head: { user: HEAD, scopes: ["drive"], scriptId: "script-1" },
};

/** A served Drive with clients of it. */
export class ClientBench {
  readonly world: World = schoolWorld();
  private server: DriveServer | null = null;

  async start(): Promise<void> {
    this.server = await serveDrive(this.world, {
      // A token is its caller's name, with what no header may hold left out.
      callerOf: (token) => CALLERS[token.replace(/_/g, " ")] ?? null,
    });
  }

  async stop(): Promise<void> {
    await this.server?.close();
  }

  get rootUrl(): string {
    return this.server?.rootUrl ?? "";
  }

  /** A client with somebody's token. It does not repeat refused requests unless told to. */
  client(who = "curator", options: { retry: boolean } = { retry: false }): drive_v3.Drive {
    const { rootUrl } = this;
    const client = new googleAuth.OAuth2();
    client.setCredentials({ access_token: who.replace(/ /g, "_") });
    return driveClient({
      version: "v3",
      auth: client,
      rootUrl,
      retry: options.retry,
      retryConfig: { retryDelay: 1 },
      // Node's own fetch: the client's default is imported at run time, which Jest cannot do. The client also takes
      // `rootUrl` for all but uploads, so those are led here.
      fetchImplementation: (input, init) => {
        const address = input instanceof Request ? input.url : String(input);
        return fetch(address.replace("https://www.googleapis.com/", rootUrl), init);
      },
    });
  }

  /** A Google Doc of the curator with this text; its id. */
  async makeDoc(text: string, metadata: drive_v3.Schema$File = {}): Promise<string> {
    const { data } = await this.client().files.create({
      requestBody: { name: "Приказ", mimeType: GOOGLE_DOC, ...metadata },
      media: { mimeType: DOCX, body: Readable.from([Buffer.from(docxFromText(text))]) },
      fields: "id",
    });
    return data.id ?? "";
  }
}

/** What the client throws, as the fields that programs look at. */
export async function refusalOf(work: Promise<unknown>): Promise<{ code: number; reason: unknown; message: string }> {
  try {
    await work;
  } catch (error) {
    const { code, response, message } = error as {
      code: unknown;
      message: string;
      response?: { data?: { error?: { errors?: { reason?: string }[] } } };
    };
    return { code: Number(code), reason: response?.data?.error?.errors?.[0]?.reason, message };
  }
  throw new Error("The request was expected to be refused.");
}

/** All that a stream gives. */
export async function bytesOf(stream: unknown): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
