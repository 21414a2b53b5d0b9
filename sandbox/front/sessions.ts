// The open pages of the front: the stream of events to each, the question each has to answer, the html of its sidebars.
import { randomUUID } from "node:crypto";
import type { ServerResponse } from "node:http";
import type { DialogAnswer, UiEvent } from "./channel";

/** How long a script waits for a page that went away: a reload is quicker than that. */
const PATIENCE_MILLISECONDS = 8_000;
const MOST_FRAMES = 50;

interface Page {
  stream: ServerResponse | null;
  /** What was shown while nobody listened. */
  missed: UiEvent[];
}

/** Routes what scripts show to the page that started them. */
export class Sessions {
  private readonly pages = new Map<string, Page>();
  private readonly frames = new Map<string, string>();
  private question: { session: string; event: UiEvent } | null = null;

  /** @param answer hands a person's answer to the script that waits */
  constructor(private readonly answer: (given: DialogAnswer) => void) {}

  /** A page begins to listen. A question that it has not answered is put to it again. */
  listen(session: string, stream: ServerResponse): void {
    stream.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    stream.write(": welcome\n\n");
    const page = this.page(session);
    page.stream = stream;
    for (const event of page.missed.splice(0)) this.send(session, event);
    if (this.question?.session === session) this.send(session, this.question.event);
    stream.on("close", () => {
      if (page.stream !== stream) return;
      page.stream = null;
      setTimeout(() => {
        if (!page.stream) this.leave(session);
      }, PATIENCE_MILLISECONDS).unref();
    });
  }

  /** A script shows something. Pages of html are kept here and fetched by their address. */
  show(session: string, event: UiEvent): void {
    const shown = typeof event["html"] === "string" ? this.withFrame(event, event["html"]) : event;
    if (event.kind === "alert" || event.kind === "prompt") {
      this.question = { session, event: shown };
      if (!this.pages.get(session)) this.leave(session);
    }
    this.send(session, shown);
  }

  /** A person has answered the open question. Answers to none are ignored. */
  answered(session: string, given: DialogAnswer): void {
    if (this.question?.session !== session) return;
    this.question = null;
    this.answer(given);
  }

  /** The html of a sidebar or dialog, by its token. */
  frame(token: string): string | undefined {
    return this.frames.get(token);
  }

  /** A page is gone for good: its script goes on as if the dialog had been closed. */
  private leave(session: string): void {
    this.answered(session, { button: "CLOSE", text: "" });
    this.pages.delete(session);
  }

  private page(session: string): Page {
    const known = this.pages.get(session) ?? { stream: null, missed: [] };
    this.pages.set(session, known);
    return known;
  }

  private send(session: string, event: UiEvent): void {
    const page = this.page(session);
    if (page.stream) page.stream.write(`data: ${JSON.stringify(event)}\n\n`);
    else if (event.kind !== "alert" && event.kind !== "prompt") page.missed.push(event);
  }

  private withFrame(event: UiEvent, html: string): UiEvent {
    const token = randomUUID();
    this.frames.set(token, html);
    const [oldest] = this.frames.keys();
    if (this.frames.size > MOST_FRAMES && oldest !== undefined) this.frames.delete(oldest);
    const rest = Object.fromEntries(Object.entries(event).filter(([name]) => name !== "html"));
    return { ...rest, kind: event.kind, frame: token };
  }
}
