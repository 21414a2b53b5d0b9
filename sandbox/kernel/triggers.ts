// The triggers that scripts have installed, and what fires them.
import { sentMail } from "../base/mail";
import type { Execution, World } from "./contract";
import { nextRun, type Schedule } from "./schedule";

/** A trigger as the world keeps it. Only its owner sees it, and it runs with its owner's rights. */
export interface TriggerRecord {
  uid: string;
  scriptId: string;
  owner: string;
  handler: string;
  eventType: "CLOCK" | "ON_OPEN" | "ON_EDIT" | "ON_FORM_SUBMIT" | "ON_CHANGE";
  source: "SPREADSHEETS" | "FORMS" | "CLOCK";
  /** The spreadsheet or form; null for the clock. */
  sourceId: string | null;
  schedule: Schedule | null;
  /** When the clock fires it next; null if never (again). */
  next: number | null;
}

/** Makes the event of one execution: service objects in it belong to that execution. */
export type EventFactory = (exec: Execution) => Record<string, unknown>;

/** What can happen to a spreadsheet or a form. */
export type SourceEvent = "open" | "edit" | "change" | "formSubmit";

/** Runs functions for triggers; the runtime registers itself as one. */
export interface TriggerRunner {
  runInstalled(trigger: TriggerRecord, event: EventFactory): { ok: boolean; error: { message: string } | null };
  runSimple(containerId: string, functionName: string, user: string, event: EventFactory): void;
}

const runners = new WeakMap<World, TriggerRunner>();

const EVENT_TYPES: Record<SourceEvent, TriggerRecord["eventType"]> = {
  open: "ON_OPEN",
  edit: "ON_EDIT",
  change: "ON_CHANGE",
  formSubmit: "ON_FORM_SUBMIT",
};

const SIMPLE_TRIGGERS: Partial<Record<SourceEvent, string>> = { open: "onOpen", edit: "onEdit" };

const NOTIFIER = "noreply-apps-scripts-notifications@google.com";

/** All triggers of a world, of every script and owner. */
export function triggersOf(world: World): TriggerRecord[] {
  return world.slice<{ list: TriggerRecord[] }>("triggers", () => ({ list: [] })).list;
}

/** Makes `runner` the one that runs this world's triggers. */
export function registerRunner(world: World, runner: TriggerRunner): void {
  runners.set(world, runner);
}

/**
 * Tells the scripts of a world that a person did something to a spreadsheet or form: simple triggers of the bound script
 * run as `user`, installed triggers as their owners. What scripts do by themselves fires nothing: do not call it for that.
 */
export function fireTriggers(
  world: World,
  kind: SourceEvent,
  sourceId: string,
  user: string,
  event: EventFactory,
): void {
  const runner = runners.get(world);
  if (!runner) return;
  const simple = SIMPLE_TRIGGERS[kind];
  if (simple !== undefined) runner.runSimple(sourceId, simple, user, event);
  const installed = triggersOf(world).filter(
    (trigger) => trigger.sourceId === sourceId && trigger.eventType === EVENT_TYPES[kind],
  );
  for (const trigger of installed) fire(world, runner, trigger, event);
}

/** Fires what the clock has made due, each trigger once, the longest due first. */
export function fireDue(world: World): void {
  const runner = runners.get(world);
  if (!runner) return;
  const now = world.clock.now();
  const due = triggersOf(world).filter((trigger) => trigger.next !== null && trigger.next <= now);
  for (const trigger of due.sort((a, b) => (a.next ?? 0) - (b.next ?? 0))) {
    // An earlier one may have deleted it.
    if (!triggersOf(world).includes(trigger)) continue;
    const now = world.clock.now();
    trigger.next = trigger.schedule && nextRun(trigger.schedule, trigger.next ?? now, now, trigger.uid);
    fire(world, runner, trigger, () => ({}));
  }
}

function fire(world: World, runner: TriggerRunner, trigger: TriggerRecord, event: EventFactory): void {
  const run = runner.runInstalled(trigger, event);
  if (!run.ok) notifyOwner(world, trigger, run.error?.message ?? "");
}

/** Google writes to the owner of a trigger that failed. */
function notifyOwner(world: World, trigger: TriggerRecord, message: string): void {
  const at = new Date(world.clock.now()).toISOString();
  sentMail(world).push({
    id: world.newId("mail"),
    sentAt: at,
    from: NOTIFIER,
    to: [trigger.owner],
    cc: [],
    bcc: [],
    subject: "Summary of failures for Google Apps Script",
    body: `Your script has recently failed to finish successfully.\n\nStart: ${at}\nFunction: ${trigger.handler}\nError Message: ${message}\nTrigger: ${trigger.eventType}`,
    attachments: [],
  });
}
