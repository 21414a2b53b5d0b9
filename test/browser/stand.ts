// What the browser test stands on: the front as its own process, Chromium, and everything that went wrong in a page.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Browser, type BrowserContext, chromium, type ConsoleMessage, type Page } from "playwright-core";
import { freshBundle } from "../story/bundle";

const CHROMIUM = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
/** A browser that talks to nobody but the sandbox. */
const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const FRONT_STARTS_WITHIN_MS = 60_000;
/** The longest that anything on the screen may take on two busy cores. */
const LONGEST_WAIT_MS = 45_000;
export const SCREEN = { width: 1280, height: 720 } as const;

interface StandOptions {
  /** The folder of the world, kept as it is found; null for a new one that is thrown away. */
  world: string | null;
  headed: boolean;
}

/** The sandbox in a browser. */
export class Stand {
  /** What pages have complained about since the last look. */
  private troubles: string[] = [];

  private constructor(
    readonly address: string,
    readonly page: Page,
    /** For files on their way in and out. */
    readonly room: string,
    private readonly context: BrowserContext,
    private readonly browser: Browser,
    private readonly front: ChildProcess,
  ) {
    context.on("page", (opened) => {
      this.watch(opened);
    });
    this.watch(page);
  }

  /** Builds what is not built, starts the front and opens it. */
  static async open({ world, headed }: StandOptions): Promise<Stand> {
    const room = mkdtempSync(path.join(tmpdir(), "browser-test-"));
    const folder = world ?? path.join(room, "world");
    mkdirSync(folder, { recursive: true });
    const [front, browser] = await Promise.all([
      startFront(folder, freshBundle("shipped")),
      chromium.launch({
        executablePath: CHROMIUM,
        args: CHROMIUM_FLAGS,
        headless: !headed,
        // Date fields follow the language of the system.
        env: { ...process.env, LANGUAGE: "ru", LANG: "ru_RU.UTF-8" },
      }),
    ]);
    const context = await browser.newContext({
      viewport: SCREEN,
      locale: "ru-RU",
      timezoneId: "Europe/Moscow",
      reducedMotion: "reduce",
    });
    context.setDefaultTimeout(LONGEST_WAIT_MS);
    // tsx names functions by a helper of its own, which a function sent to a page does not find there.
    await context.addInitScript("globalThis.__name = (named) => named;");
    const stand = new Stand(front.address, await context.newPage(), room, context, browser, front.process);
    await stand.page.goto(front.address);
    return stand;
  }

  /** Does something that opens a page of its own, and gives that page. */
  async opened(doing: () => Promise<void>): Promise<Page> {
    const [page] = await Promise.all([this.context.waitForEvent("page"), doing()]);
    await page.setViewportSize(SCREEN);
    return page;
  }

  /** Errors of pages and their consoles since the last call. */
  takeTroubles(): string[] {
    return this.troubles.splice(0);
  }

  /** Every open page, the office first. */
  pages(): Page[] {
    return this.context.pages();
  }

  async close(): Promise<void> {
    await this.browser.close();
    this.front.kill();
    rmSync(this.room, { recursive: true, force: true });
  }

  private watch(page: Page): void {
    page.on("pageerror", (error) => this.troubles.push(`page error: ${error.message}`));
    page.on("console", (message: ConsoleMessage) => {
      if (message.type() === "error") this.troubles.push(`console: ${message.text()} (${message.location().url})`);
    });
  }
}

/** Starts `npm start`'s program on a free port and waits until it says where it is. */
async function startFront(world: string, bundle: string): Promise<{ address: string; process: ChildProcess }> {
  const child = spawn(
    process.execPath,
    [
      "--import",
      "tsx",
      "sandbox/front/start.ts",
      "--world",
      world,
      "--bundle",
      bundle,
      "--port",
      String(await freePort()),
    ],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  return new Promise((resolve, reject) => {
    const patience = setTimeout(() => {
      child.kill();
      reject(new Error(`The front has not started within ${FRONT_STARTS_WITHIN_MS / 1000} s.`));
    }, FRONT_STARTS_WITHIN_MS);
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString("utf8");
      const address = /http:\/\/localhost:\d+/.exec(said)?.[0];
      if (address === undefined) return;
      clearTimeout(patience);
      resolve({ address, process: child });
    });
    child.on("exit", () => {
      clearTimeout(patience);
      reject(new Error(`The front has stopped. It said: ${said}`));
    });
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const place = server.address();
      server.close(() => {
        if (place !== null && typeof place === "object") resolve(place.port);
        else reject(new Error("There is no free port."));
      });
    });
  });
}
