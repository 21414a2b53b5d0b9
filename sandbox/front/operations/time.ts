// The sandbox's clock and the triggers that it fires.
import * as z from "zod";
import { DAY, HOUR, MINUTE } from "../../kernel/clock";
import { type TriggerRecord, triggersOf } from "../../kernel/triggers";
import type { Workspace } from "../workspace";
import { changing, looking, NOTHING, Refusal } from "./operation";
import { runsSince } from "./runs";

/** A trigger in the list. */
export interface TriggerView {
  uid: string;
  function: string;
  owner: string;
  /** What fires it, in words. */
  when: string;
  next: string | null;
}

/** What a jump of the clock has set going. */
export interface JumpView {
  now: string;
  runs: number;
  failed: number;
}

/** A jump goes in so many steps at most, and due triggers fire once after each: a month of a ten-minute trigger would take too long. */
const MOST_STEPS = 28;
const SHORTEST_STEP = 10 * MINUTE;
const LONGEST_JUMP = 400 * DAY;

function jump(workspace: Workspace, target: number): JumpView {
  const { clock } = workspace.world;
  const span = target - clock.now();
  if (span < 0) throw new Refusal("Часы песочницы идут только вперёд.");
  if (span > LONGEST_JUMP) throw new Refusal("За один раз часы переводятся не больше чем на год.");
  const step = Math.max(SHORTEST_STEP, span / MOST_STEPS);
  const outcome = runsSince(workspace, () => {
    while (clock.now() < target) {
      clock.advance(Math.min(step, target - clock.now()));
      workspace.runtime.fireDueTriggers();
    }
  });
  return { now: new Date(clock.now()).toISOString(), ...outcome };
}

/** Moves the clock on by some milliseconds. */
const advanceClock = changing(
  z.object({ milliseconds: z.number().min(0) }),
  (workspace, _caller, { milliseconds }): JumpView => jump(workspace, workspace.world.clock.now() + milliseconds),
);

/** Moves the clock on to a moment. */
const setClock = changing(z.object({ to: z.iso.datetime({ offset: true }) }), (workspace, _caller, { to }): JumpView =>
  jump(workspace, new Date(to).getTime()),
);

const readClock = looking(NOTHING, (workspace): { now: string; timeZone: string } => ({
  now: new Date(workspace.world.clock.now()).toISOString(),
  timeZone: workspace.script.manifest.timeZone,
}));

const EVENTS: Record<TriggerRecord["eventType"], string> = {
  CLOCK: "по времени",
  ON_OPEN: "при открытии таблицы",
  ON_EDIT: "при изменении ячейки",
  ON_CHANGE: "при изменении таблицы",
  ON_FORM_SUBMIT: "при отправке формы",
};

function schedule(trigger: TriggerRecord): string {
  const plan = trigger.schedule;
  if (!plan) return EVENTS[trigger.eventType];
  if (plan.kind === "once") return "один раз";
  if (plan.kind === "interval") {
    const minutes = plan.milliseconds / MINUTE;
    return minutes < HOUR / MINUTE ? `каждые ${minutes} мин` : `каждые ${minutes / 60} ч`;
  }
  const hour = `${plan.hour}:${String(plan.minute ?? 0).padStart(2, "0")}`;
  if (plan.monthDay !== null) return `${plan.monthDay}-го числа около ${hour}`;
  return plan.weekDay === null ? `ежедневно около ${hour}` : `еженедельно около ${hour}`;
}

/** Every account's triggers. */
const readTriggers = looking(NOTHING, (workspace): TriggerView[] =>
  triggersOf(workspace.world).map((trigger) => ({
    uid: trigger.uid,
    function: trigger.handler,
    owner: trigger.owner,
    when: schedule(trigger),
    next: trigger.next === null ? null : new Date(trigger.next).toISOString(),
  })),
);

/** «Запустить сейчас»: as its owner, without waiting for its time. */
const fireTrigger = changing(z.object({ uid: z.string() }), (workspace, _caller, { uid }): JumpView => {
  const trigger = triggersOf(workspace.world).find((record) => record.uid === uid);
  if (!trigger) throw new Refusal("Этого триггера уже нет.");
  if (trigger.eventType !== "CLOCK") throw new Refusal("Этот триггер запускает событие, а не время.");
  const outcome = runsSince(workspace, () => {
    workspace.runtime.runInstalled(trigger, () => ({}));
  });
  return { now: new Date(workspace.world.clock.now()).toISOString(), ...outcome };
});

export const timeOperations = { advanceClock, setClock, readClock, readTriggers, fireTrigger };
