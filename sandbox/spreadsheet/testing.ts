// A tab to try things on, for the tests of spreadsheets.
import { stage, CURATOR } from "../kernel/testing";
import type { World } from "../kernel/contract";
import type { Hand } from "./edits";

/** A script body sees `ss`, the spreadsheet, and `s`, its first tab. */
interface Bench {
  world: World;
  spreadsheetId: string;
  hand: Hand;
  /** What the body returns, dates as they are. */
  run: (body: string) => unknown;
  /** The message of the error that the body ends in; fails if it does not. */
  refusal: (body: string, user?: string) => string;
}

/** Runs script bodies one after another on the same new spreadsheet (ru_RU, Europe/Moscow, 1 September 2026). */
export function bench(setting: { scopes?: string[]; timeZone?: string } = {}): Bench {
  const code = `function go(body) {
    const ss = SpreadsheetApp.getActiveSpreadsheet();
    return new Function("ss", "s", body)(ss, ss.getSheets()[0]);
  }`;
  const { world, script, run } = stage(code, setting);
  const spreadsheetId = script.containerId ?? "";
  return {
    world,
    spreadsheetId,
    hand: { world, spreadsheetId, user: CURATOR },
    run: (body) => {
      const done = run("go", { args: [body] });
      if (done.error) throw new Error(done.error.message);
      return done.value;
    },
    refusal: (body, user = CURATOR) => {
      const done = run("go", { args: [body], user });
      if (!done.error) throw new Error(`Nothing was refused: ${body}`);
      return done.error.message;
    },
  };
}
