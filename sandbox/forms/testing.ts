// A school's account at FormApp, for the tests of this folder: an execution with nothing around it.

import { driveFiles } from "../drive/files";
import type { Execution, World } from "../kernel/contract";
import { createWorld } from "../kernel/world";
import { FormApp } from "./formApp";

export const CURATOR = "curator@school7.example";

/** A world at a fixed moment. */
export function schoolWorld(): World {
  return createWorld({ now: "2026-09-01T09:00:00+03:00" });
}

/** FormApp as a script of that account gets it. */
export function formsFor(world: World, user: string = CURATOR, timeZone = "Europe/Moscow"): FormApp {
  const exec: Execution = {
    world,
    script: { id: "script", owner: user, manifest: { timeZone }, files: {}, containerId: null },
    kind: "api",
    authMode: "FULL",
    effectiveUser: user,
    activeUser: user,
    ui: null,
    selection: null,
    files: driveFiles(world),
    hasScope: () => true,
    onEnd: () => undefined,
  };
  return new FormApp(exec);
}
