// How the two threads of the front talk: the world lives in a worker, so that a script may stand still while a person
// reads its alert, as a real one does.
import type { MessagePort, Worker } from "node:worker_threads";

/** What the page asks of the world. */
export interface Question {
  id: number;
  operation: string;
  args: unknown[];
}

/** What the world answers. */
export type Reply = { id: number; ok: true; value: unknown } | { id: number; ok: false; message: string };

/** What a script shows by itself: a dialog to answer, a sidebar, a toast, a menu, a jump. */
export interface UiEvent {
  kind: "alert" | "prompt" | "sidebar" | "dialog" | "toast" | "activate" | "menu";
  [detail: string]: unknown;
}

/** What a person did with an alert or a prompt. */
export interface DialogAnswer {
  button: "OK" | "CANCEL" | "YES" | "NO" | "CLOSE";
  text: string;
}

/** From the worker to the server. */
export type FromWorld = { type: "reply"; reply: Reply } | { type: "ui"; event: UiEvent };
/** From the server to the worker. */
export type ToWorld = { type: "question"; question: Question };

const WAITING = 0;
const ANSWERED = 1;
const HEADER_BYTES = 8;
const MOST_BYTES = 64 * 1024;

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
    const most = Math.floor(MOST_BYTES / 8);
    const bytes = new TextEncoder().encode(JSON.stringify({ ...given, text: given.text.slice(0, most) }));
    this.bytes.set(bytes);
    Atomics.store(this.state, 1, bytes.length);
    Atomics.store(this.state, 0, ANSWERED);
    Atomics.notify(this.state, 0);
  }
}

/** The server's end: questions go out, replies come back in any order. */
export class WorldClient {
  private next = 1;
  private readonly open = new Map<number, (reply: Reply) => void>();

  constructor(
    private readonly worker: Worker,
    onUi: (event: UiEvent) => void,
  ) {
    worker.on("message", (message: FromWorld) => {
      if (message.type === "ui") onUi(message.event);
      else {
        this.open.get(message.reply.id)?.(message.reply);
        this.open.delete(message.reply.id);
      }
    });
  }

  /** Asks the world; rejects with the operation's own message. */
  ask(operation: string, args: unknown[]): Promise<unknown> {
    const id = this.next++;
    return new Promise((resolve, reject) => {
      this.open.set(id, (reply) => {
        if (reply.ok) resolve(reply.value);
        else reject(new Error(reply.message));
      });
      this.worker.postMessage({ type: "question", question: { id, operation, args } } satisfies ToWorld);
    });
  }
}

/** The worker's end: answers each question by the table of operations. */
export function serveWorld(port: MessagePort, operations: Record<string, (...args: never[]) => unknown>): void {
  port.on("message", (message: ToWorld) => {
    const { id, operation, args } = message.question;
    void answerOne(operations[operation], args).then((outcome) => {
      port.postMessage({ type: "reply", reply: { id, ...outcome } } satisfies FromWorld);
    });
  });
}

async function answerOne(
  operation: ((...args: never[]) => unknown) | undefined,
  args: unknown[],
): Promise<{ ok: true; value: unknown } | { ok: false; message: string }> {
  if (!operation) return { ok: false, message: "Песочница не знает такого действия." };
  try {
    return { ok: true, value: await operation(...(args as never[])) };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}
