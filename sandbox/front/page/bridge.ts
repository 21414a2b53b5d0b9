// google.script for a page inside the sandbox's frame: calls travel as messages to the window around it.
import { checkClientArguments } from "../../kernel/clientCall";
import { localPage } from "../links";

type Handler = (value: unknown, userObject?: unknown) => void;

interface Handlers {
  success: Handler | null;
  failure: Handler | null;
  userObject: unknown;
}

interface Answer {
  sandboxCall: number;
  ok: boolean;
  carried: boolean;
  value: unknown;
  error: string | null;
  now: number;
}

/** The front names its frame so: the page's own address stays free for the page. */
const setting = JSON.parse(window.name) as { home: string; functions: string[]; now: number };
const { home: HOME, functions: FUNCTIONS } = setting;
const MOST_AT_ONCE = 10;

const browserNow = Date.now.bind(Date);
/** How far the sandbox's clock is from the browser's. */
let ahead = setting.now - browserNow();

/** A page in the sandbox lives in the sandbox's time: its «сегодня» is the sandbox's day. */
class SandboxDate extends Date {
  constructor(...given: [] | ConstructorParameters<typeof Date>) {
    if (given.length === 0) super(browserNow() + ahead);
    else super(...given);
  }
  static override now(): number {
    return browserNow() + ahead;
  }
}

const open = new Map<number, Handlers>();
const waiting: (() => void)[] = [];
let last = 0;

function tell(message: Record<string, unknown>): void {
  window.parent.postMessage(message, HOME);
}

function send(name: string, args: unknown[], handlers: Handlers): void {
  // A copy at the moment of the call: what the page changes afterwards does not travel.
  const carried = JSON.stringify(args.map((value) => (value === undefined ? null : value)));
  const start = (): void => {
    last += 1;
    open.set(last, handlers);
    tell({ sandbox: "call", call: last, function: name, args: JSON.parse(carried) as unknown });
  };
  if (open.size < MOST_AT_ONCE) start();
  else waiting.push(start);
}

function plainForm(value: unknown): unknown {
  if (!(value instanceof HTMLFormElement)) return value;
  const fields: Record<string, unknown> = {};
  for (const [name, field] of new FormData(value)) {
    const known = fields[name];
    fields[name] = known === undefined ? field : [known, field].flat();
  }
  return fields;
}

function makeRunner(handlers: Handlers): Record<string, unknown> {
  const runner: Record<string, unknown> = {
    withSuccessHandler: (success: Handler) => makeRunner({ ...handlers, success }),
    withFailureHandler: (failure: Handler) => makeRunner({ ...handlers, failure }),
    withUserObject: (userObject: unknown) => makeRunner({ ...handlers, userObject }),
  };
  for (const name of FUNCTIONS) {
    runner[name] = (...given: unknown[]): void => {
      const args = given.length === 1 ? given.map(plainForm) : given;
      checkClientArguments(args);
      send(name, args, handlers);
    };
  }
  return runner;
}

function receive(answer: Answer): void {
  const handlers = open.get(answer.sandboxCall);
  if (!handlers) return;
  open.delete(answer.sandboxCall);
  ahead = answer.now - browserNow();
  waiting.shift()?.();
  if (answer.ok) handlers.success?.(answer.carried ? answer.value : undefined, handlers.userObject);
  else {
    const error = new Error(answer.error ?? "");
    error.name = "ScriptError";
    if (handlers.failure) handlers.failure(error, handlers.userObject);
    else console.error(error);
  }
}

window.addEventListener("message", (message: MessageEvent<Partial<Answer>>) => {
  if (message.source !== window.parent || message.origin !== HOME) return;
  if (typeof message.data.sandboxCall === "number") receive(message.data as Answer);
});

/** Links to the sandbox's own documents and forms open in the sandbox. */
document.addEventListener(
  "click",
  (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    const page = link instanceof HTMLAnchorElement ? localPage(link.href) : null;
    if (page === null) return;
    event.preventDefault();
    // Without an opener the new tab starts with a session of its own, and its closing takes nothing from this one.
    window.open(HOME + page, "_blank", "noopener");
  },
  true,
);

const openWindow = window.open.bind(window);
window.open = (url, target, features) => {
  const page = localPage(String(url ?? ""));
  return openWindow(page === null ? url : HOME + page, target, features);
};

Object.assign(window, {
  Date: SandboxDate,
  google: {
    script: {
      run: makeRunner({ success: null, failure: null, userObject: undefined }),
      host: {
        origin: "https://docs.google.com",
        close: () => {
          tell({ sandbox: "close" });
        },
        setWidth: (width: number) => {
          tell({ sandbox: "size", width });
        },
        setHeight: (height: number) => {
          tell({ sandbox: "size", height });
        },
        editor: {
          focus: () => {
            tell({ sandbox: "focus" });
          },
        },
      },
    },
  },
});
