// Triggers: who sets them, who runs them, when, and what becomes of failures.
import { fireTriggers, triggersOf } from "../kernel/triggers";
import { behaviour } from "../kernel/behaviour";
import { DAY, HOUR, MINUTE } from "../kernel/clock";
import type { Run } from "../kernel/runtime";
import { CURATOR, DEPUTY, stage } from "../kernel/testing";
import { sentMail } from "./mail";

const CODE = `
  function every(minutes) { ScriptApp.newTrigger("tick").timeBased().everyMinutes(minutes).create(); }
  function daily(hour, minute) { ScriptApp.newTrigger("tick").timeBased().everyDays(1).atHour(hour).nearMinute(minute).inTimezone("Europe/Moscow").create(); }
  function weekly() { ScriptApp.newTrigger("tick").timeBased().onWeekDay(ScriptApp.WeekDay.MONDAY).atHour(8).nearMinute(0).create(); }
  function soon() { ScriptApp.newTrigger("tick").timeBased().after(60000).create(); }
  function failing() { ScriptApp.newTrigger("fail").timeBased().everyHours(1).create(); }
  function onSheet() { ScriptApp.newTrigger("changed").forSpreadsheet(containerId()).onEdit().create(); }
  function containerId() { return PropertiesService.getScriptProperties().getProperty("container"); }
  function list() { return ScriptApp.getProjectTriggers().map((t) => [t.getHandlerFunction(), String(t.getEventType()), String(t.getTriggerSource()), t.getTriggerSourceId()]); }
  function removeAll() { ScriptApp.getProjectTriggers().forEach((t) => ScriptApp.deleteTrigger(t)); }
  function tick(e) { return [Session.getEffectiveUser().getEmail(), String(e.authMode), typeof e.triggerUid]; }
  function changed(e) { return [Session.getEffectiveUser().getEmail(), e.value]; }
  function onEdit(e) { return "simple " + e.value; }
  function fail() { throw new Error("out of paper"); }`;

function onStage() {
  const set = stage(CODE);
  const runs: Run[] = [];
  set.runtime.onRun = (run) => runs.push(run);
  const fired = (): unknown[] => {
    runs.length = 0;
    set.runtime.fireDueTriggers();
    return runs.map((run) => run.value);
  };
  return { ...set, runs, fired };
}

describe("time triggers", () => {
  behaviour("documented", "run as whoever set them, with full authorisation", () => {
    const { run, world, fired } = onStage();
    run("every", { user: DEPUTY, args: [10] });
    expect(fired()).toEqual([]);
    world.clock.advance(10 * MINUTE);
    expect(fired()).toEqual([[DEPUTY, "FULL", "string"]]);
    expect(fired()).toEqual([]);
    world.clock.advance(10 * MINUTE);
    expect(fired()).toHaveLength(1);
  });

  test("a clock moved on by days fires each due trigger once, not for every time that was missed", () => {
    const { run, world, fired } = onStage();
    run("every", { args: [10] });
    world.clock.advance(3 * DAY);
    expect(fired()).toHaveLength(1);
    expect(fired()).toHaveLength(0);
  });

  behaviour("documented", "run daily at their hour in their zone", () => {
    const { run, world, fired } = onStage();
    run("daily", { args: [8, 30] });
    const due = (): string => new Date(triggersOf(world)[0]?.next ?? 0).toISOString();
    expect(due()).toBe("2026-09-02T05:30:00.000Z");
    world.clock.advance(DAY);
    expect(fired()).toHaveLength(1);
    expect(due()).toBe("2026-09-03T05:30:00.000Z");
  });

  behaviour("documented", "run weekly on their day", () => {
    const { run, world } = onStage();
    run("weekly");
    // 1 September 2026 is a Tuesday.
    expect(new Date(triggersOf(world)[0]?.next ?? 0).toISOString()).toBe("2026-09-07T05:00:00.000Z");
  });

  behaviour("assumed", "run once after a while, and stay in the list until deleted", () => {
    const { run, world, fired, value } = onStage();
    run("soon");
    world.clock.advance(2 * MINUTE);
    expect(fired()).toHaveLength(1);
    world.clock.advance(DAY);
    expect(fired()).toHaveLength(0);
    expect(value("list")).toEqual([["tick", "CLOCK", "CLOCK", null]]);
  });

  behaviour("documented", "come every 1, 5, 10, 15 or 30 minutes and no other number", () => {
    expect(onStage().run("every", { args: [7] }).error?.message).toContain("must be one of 1, 5, 10, 15 or 30");
  });

  behaviour("documented", "write to their owner when they fail", () => {
    const { run, world, fired } = onStage();
    run("failing", { user: DEPUTY });
    world.clock.advance(HOUR);
    expect(fired()).toHaveLength(1);
    expect(sentMail(world)).toMatchObject([
      {
        from: "noreply-apps-scripts-notifications@google.com",
        to: [DEPUTY],
        body: expect.stringContaining("out of paper") as string,
      },
    ]);
  });
});

describe("project triggers", () => {
  behaviour("documented", "are seen and deleted by their owner only", () => {
    const { run } = onStage();
    run("every", { args: [10] });
    expect(run("list", { user: DEPUTY }).value).toEqual([]);
    run("removeAll", { user: DEPUTY });
    expect(run("list").value).toHaveLength(1);
    run("removeAll");
    expect(run("list").value).toEqual([]);
  });

  behaviour(
    "documented",
    "are at most twenty for a user in a script, and nothing keeps them from being doubled",
    () => {
      const { run } = onStage();
      for (let count = 0; count < 20; count += 1) expect(run("every", { args: [10] }).ok).toBe(true);
      expect(run("every", { args: [10] }).error?.message).toBe(
        "This script has too many triggers. Triggers must be deleted from the script before more can be added.",
      );
      expect(run("every", { user: DEPUTY, args: [10] }).ok).toBe(true);
    },
  );
});

describe("a person's edit", () => {
  behaviour("documented", "fires the simple trigger as the person and the installed one as its owner", () => {
    const { run, runs, world, script, runtime } = onStage();
    const container = script.containerId ?? "";
    runtime.world.slice<Record<string, Record<string, string>>>("properties", () => ({}))[script.id] = { container };
    expect(run("onSheet").ok).toBe(true);
    expect(run("list").value).toEqual([["changed", "ON_EDIT", "SPREADSHEETS", container]]);
    runs.length = 0;
    fireTriggers(world, "edit", container, DEPUTY, () => ({ value: "x" }));
    expect(runs.map((one) => [one.kind, one.user, one.value])).toEqual([
      ["simple", DEPUTY, "simple x"],
      ["trigger", CURATOR, [CURATOR, "x"]],
    ]);
  });
});
