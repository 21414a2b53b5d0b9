// UrlFetchApp: requests to the addresses that the world answers at; every other address is unreachable.
import type { DriveRequest, DriveResponse } from "../drive/call";
import { documentsRest } from "../drive/documents";
import { driveRest } from "../drive/rest";
import { type Execution, GoogleError, ServiceObject, type World } from "../kernel/contract";
import type { ScriptExecution } from "../kernel/execution";
import { Blob } from "./blob";
import { type FetchOptions, prepareRequest } from "./httpRequest";
import { spend } from "./quotas";
import { callerOfToken } from "./tokens";

const LONGEST_URL = 2048;
const LARGEST_RESPONSE = 50 * 1024 * 1024;

type Site = (world: World, request: DriveRequest) => DriveResponse;

/** Everything there is to fetch. */
const SITES: [address: RegExp, site: Site][] = [
  [
    /^https:\/\/www\.googleapis\.com\/(upload\/)?drive\/v3(\/|\?|$)/,
    (world, request) => driveRest(world, callerOf(world, request), request),
  ],
  [/^https:\/\/docs\.googleapis\.com\//, (world, request) => documentsRest(world, callerOf(world, request), request)],
];

/**
 * Modelled time of one request, ASSUMED: an upload with conversion takes seconds, reading a description a third of one.
 * The first row that fits counts.
 */
const LATENCIES: [method: RegExp, address: RegExp, milliseconds: number][] = [
  [/^(POST|PATCH|PUT)$/, /\/upload\//, 2500],
  [/^GET$/, /\/export\b/, 1500],
  [/^GET$/, /alt=media/, 700],
  [/^GET$/, /.*/, 350],
  [/.*/, /.*/, 500],
];

/** How many requests of one `fetchAll` go on at the same time; ASSUMED. */
const PARALLEL = 10;

export class UrlFetchApp extends ServiceObject {
  readonly typeName = "URL_Fetch.UrlFetchApp";

  constructor(private readonly execution: ScriptExecution & Execution) {
    super(execution);
  }

  fetch(url: string | null, params: FetchOptions | null = null): HTTPResponse {
    const request = this.prepare(url, params);
    this.execution.charge(latencyOf(request));
    return this.answer(request, params?.muteHttpExceptions === true);
  }

  /** All at once: the time is that of the longest, or of what fits through side by side. */
  fetchAll(requests: (string | (FetchOptions & { url?: string }))[]): HTTPResponse[] {
    const prepared = requests.map((one) => {
      const options = typeof one === "string" ? { url: one } : one;
      return {
        request: this.prepare(options.url ?? null, options),
        mute: "muteHttpExceptions" in options && options.muteHttpExceptions === true,
      };
    });
    const times = prepared.map(({ request }) => latencyOf(request));
    const together = times.reduce((sum, time) => sum + time, 0) / PARALLEL;
    this.execution.charge(Math.max(0, together, ...times));
    // All are sent, whatever becomes of the first.
    const answers = prepared.map(({ request }) => this.answer(request, true));
    answers.forEach((answer, index) => {
      const one = prepared[index];
      if (one && !one.mute) answer.refuseFailure(one.request.url);
    });
    return answers;
  }

  getRequest(url: string | null, params: FetchOptions | null = null): Record<string, unknown> {
    const request = this.prepare(url, params);
    return {
      url: request.url,
      method: request.method.toLowerCase(),
      headers: request.headers,
      payload: new TextDecoder().decode(request.body),
      contentType: request.headers["Content-Type"] ?? "",
    };
  }

  private prepare(url: string | null, params: FetchOptions | null): DriveRequest {
    if (url === null || url === "") throw new GoogleError("Attribute provided with no value: url");
    if (url.length > LONGEST_URL) throw new GoogleError("Limit Exceeded: URLFetch URL Length.");
    const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(url) ? url : `http://${url}`;
    if (!URL.canParse(address)) throw new GoogleError(`Invalid argument: ${url}`);
    return prepareRequest(address, params ?? {});
  }

  private answer(request: DriveRequest, mute: boolean): HTTPResponse {
    spend(this.exec.world, this.exec.effectiveUser, "urlfetch", 1);
    const site = SITES.find(([address]) => address.test(request.url))?.[1];
    if (!site) throw new GoogleError(`Address unavailable: ${request.url}`);
    const response = site(this.exec.world, request);
    if (response.body.length > LARGEST_RESPONSE) throw new GoogleError("Limit Exceeded: URLFetch Response Size.");
    const answer = new HTTPResponse(this.exec, response);
    if (!mute) answer.refuseFailure(request.url);
    return answer;
  }
}

class HTTPResponse extends ServiceObject {
  readonly typeName = "URL_Fetch.HTTPResponse";

  constructor(
    exec: Execution,
    private readonly response: DriveResponse,
  ) {
    super(exec);
  }

  /** Throws for a status of 400 and above, quoting the beginning of the answer. */
  refuseFailure(url: string): void {
    const { status } = this.response;
    if (status < 400) return;
    const beginning = this.getContentText().slice(0, 500);
    throw new GoogleError(
      `Request failed for ${new URL(url).origin} returned code ${status}. Truncated server response: ${beginning} (use muteHttpExceptions option to examine full response)`,
    );
  }

  getAllHeaders(): Record<string, string> {
    return { ...this.response.headers };
  }

  getHeaders(): Record<string, string> {
    return { ...this.response.headers };
  }

  getAs(contentType: string): Blob {
    return this.getBlob().getAs(contentType);
  }

  getBlob(): Blob {
    return new Blob(this.exec, this.response.body, this.header("content-type")?.split(";")[0] ?? null, null);
  }

  getContent(): Uint8Array {
    return this.response.body;
  }

  getContentText(charset: string | null = "UTF-8"): string {
    return new TextDecoder(charset ?? "UTF-8").decode(this.response.body);
  }

  getResponseCode(): number {
    return this.response.status;
  }

  private header(name: string): string | undefined {
    return Object.entries(this.response.headers).find(([key]) => key.toLowerCase() === name)?.[1];
  }
}

function callerOf(world: World, request: DriveRequest): ReturnType<typeof callerOfToken> {
  const given = Object.entries(request.headers).find(([name]) => name.toLowerCase() === "authorization")?.[1];
  const token = /^Bearer\s+(.+)$/i.exec(given ?? "")?.[1];
  return token === undefined ? null : callerOfToken(world, token);
}

function latencyOf(request: DriveRequest): number {
  return LATENCIES.find(([method, address]) => method.test(request.method) && address.test(request.url))?.[2] ?? 0;
}
