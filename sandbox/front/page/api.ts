// The page's only way to the sandbox: operations by name, typed by the sandbox's own table, and its events.
import type { DialogAnswer, UiEvent } from "../channel";
import type { OPERATIONS } from "../operations";
import type { Operation } from "../operations/operation";

type Table = typeof OPERATIONS;
export type OperationName = keyof Table;
export type Input<N extends OperationName> = Table[N] extends Operation<infer I, unknown> ? I : never;
export type Output<N extends OperationName> = Awaited<ReturnType<Table[N]["work"]>>;

/** A failure with words for the person. */
export class Failure extends Error {}

const SESSION_KEY = "sandbox-session";
const USER_KEY = "sandbox-user";

/** A tab that another one has opened begins with a copy of that one's storage: only a reload goes on with its session. */
function isReloaded(): boolean {
  return performance
    .getEntriesByType("navigation")
    .some((entry) => entry instanceof PerformanceNavigationTiming && entry.type !== "navigate");
}

function sessionId(): string {
  const known = sessionStorage.getItem(SESSION_KEY);
  if (known !== null && isReloaded()) return known;
  const made = crypto.randomUUID();
  sessionStorage.setItem(SESSION_KEY, made);
  return made;
}

/** Outlives a reload, so that a script that waits for an answer finds its page again. */
const session = sessionId();

/** The account that this page works under; empty before the first choice. */
export function currentUser(): string {
  return localStorage.getItem(USER_KEY) ?? "";
}

/** Remembers the account for this and the next visits. */
export function rememberUser(email: string): void {
  localStorage.setItem(USER_KEY, email);
}

const listeners = new Set<() => void>();

/** Calls back after everything that may have changed the sandbox. Returns the way to stop it. */
export function onChanged(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Tells everything on the page that the sandbox may have changed. */
export function announceChange(): void {
  for (const listener of [...listeners]) listener();
}

async function post(path: string, body: unknown): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  } catch {
    throw new Failure("Песочница не отвечает. Проверьте, что команда npm start ещё работает.");
  }
  const reply = response.ok
    ? ((await response.json()) as { ok: boolean; value: unknown; message: string })
    : { ok: false, value: null, message: await response.text() };
  if (!reply.ok) throw new Failure(reply.message);
  return reply.value;
}

/** Looks something up. @throws Failure */
export async function look<N extends OperationName>(name: N, input: Input<N>): Promise<Output<N>> {
  return (await post(`/api/${name}`, { session, user: currentUser(), input })) as Output<N>;
}

/** Does something, and tells the page that it was done (even if it failed half-way). @throws Failure */
export async function perform<N extends OperationName>(name: N, input: Input<N>): Promise<Output<N>> {
  try {
    return await look(name, input);
  } finally {
    announceChange();
  }
}

/** Begins the sandbox anew. */
export async function resetSandbox(): Promise<void> {
  await post("/api/reset", { session, user: currentUser(), input: {} });
}

/** Answers the alert or prompt that a script waits in. */
export async function answerQuestion(answer: DialogAnswer): Promise<void> {
  await post("/answer", { session, ...answer });
}

/** Listens to what scripts show. */
export function onUiEvent(listener: (event: UiEvent) => void): () => void {
  const source = new EventSource(`/events?session=${encodeURIComponent(session)}`);
  source.addEventListener("message", (message: MessageEvent<string>) => {
    listener(JSON.parse(message.data) as UiEvent);
  });
  return () => {
    source.close();
  };
}

/** The address of a file's bytes. */
export function downloadAddress(id: string, format: "docx" | "pdf" | "xlsx" | "raw" | "csv"): string {
  return `/download?${new URLSearchParams({ id, format, user: currentUser() }).toString()}`;
}

/** The address of a mail's attachment. */
export function attachmentAddress(mail: string, index: number): string {
  return `/download?${new URLSearchParams({ mail, index: String(index), user: currentUser() }).toString()}`;
}
