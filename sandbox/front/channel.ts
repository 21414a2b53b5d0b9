// How the two threads of the front talk: the world lives in a worker, so that a script may stand still while a person
// reads its alert, as a real one does.
import type { MessagePort, Worker } from "node:worker_threads";
import type { Caller } from "./operations/operation";

/** What the page asks of the world. */
interface Question {
  id: number;
  operation: string;
  caller: Caller;
  input: unknown;
}

type Outcome = { ok: true; value: unknown } | { ok: false; message: string };

/** What a script shows by itself: a dialog to answer, a sidebar, a toast, a jump. */
export interface UiEvent {
  kind: "alert" | "prompt" | "sidebar" | "dialog" | "toast" | "activate";
  [detail: string]: unknown;
}

/** What a person did with an alert or a prompt. */
export interface DialogAnswer {
  button: "OK" | "CANCEL" | "YES" | "NO" | "CLOSE";
  text: string;
}

type FromWorld = { type: "reply"; id: number; outcome: Outcome } | { type: "ui"; session: string; event: UiEvent };

const WAITING = 0;
const ANSWERED = 1;
const HEADER_BYTES = 8;
const MOST_BYTES = 64 * 1024;
/** A character takes six bytes at most: `\u0000` in JSON. The rest is for the button. */
const MOST_CHARACTERS = Math.floor(MOST_BYTES / 6) - 100;

/** A box of shared memory in which one dialog's answer crosses from the server to the script that stands waiting. */
export class AnswerBox {
  private readonly state: Int32Array;
  private readonly bytes: Uint8Array;

  constructor(readonly memory: SharedArrayBuffer = new SharedArrayBuffer(HEADER_BYTES + MOST_BYTES)) {
    this.state = new Int32Array(memory, 0, 2);
    this.bytes = new Uint8Array(memory, HEADER_BYTES);
  }

  /** Blocks the calling thread until somebody has answered. */
  wait(): DialogAnswer {
    Atomics.wait(this.state, 0, WAITING);
    const length = Atomics.load(this.state, 1);
    const text = new TextDecoder().decode(this.bytes.slice(0, length));
    Atomics.store(this.state, 0, WAITING);
    return JSON.parse(text) as DialogAnswer;
  }

  /** Hands the answer over and wakes the script. Text that does not fit is cut. */
  answer(given: DialogAnswer): void {
    const bytes = new TextEncoder().encode(JSON.stringify({ ...given, text: given.text.slice(0, MOST_CHARACTERS) }));
    this.bytes.set(bytes);
    Atomics.store(this.state, 1, bytes.length);
    Atomics.store(this.state, 0, ANSWERED);
    Atomics.notify(this.state, 0);
  }
}

/** The server's end: questions go out, replies come back in any order. */
export class WorldClient {
  private next = 1;
  private readonly open = new Map<number, (outcome: Outcome) => void>();

  constructor(
    private readonly worker: Worker,
    onUi: (session: string, event: UiEvent) => void,
  ) {
    worker.on("message", (message: FromWorld) => {
      if (message.type === "ui") onUi(message.session, message.event);
      else {
        this.open.get(message.id)?.(message.outcome);
        this.open.delete(message.id);
      }
    });
    worker.on("error", (error) => {
      for (const settle of this.open.values()) settle({ ok: false, message: error.message });
      this.open.clear();
    });
  }

  /** Asks the world; rejects with the operation's own message. */
  ask(operation: string, caller: Caller, input: unknown): Promise<unknown> {
    const id = this.next++;
    return new Promise((resolve, reject) => {
      this.open.set(id, (outcome) => {
        if (outcome.ok) resolve(outcome.value);
        else reject(new Error(outcome.message));
      });
      this.worker.postMessage({ id, operation, caller, input } satisfies Question);
    });
  }
}

/** The worker's end: answers each question by `perform`, one after the other. */
export function serveWorld(
  port: MessagePort,
  perform: (operation: string, caller: Caller, input: unknown) => unknown,
): void {
  let turn: Promise<void> = Promise.resolve();
  port.on("message", ({ id, operation, caller, input }: Question) => {
    turn = turn.then(async () => {
      const outcome = await outcomeOf(async () => await perform(operation, caller, input));
      port.postMessage({ type: "reply", id, outcome } satisfies FromWorld);
    });
  });
}

/** Sends what a script shows to the page that started it. */
export function showOn(port: MessagePort, session: string, event: UiEvent): void {
  port.postMessage({ type: "ui", session, event } satisfies FromWorld);
}

async function outcomeOf(work: () => Promise<unknown>): Promise<Outcome> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}
