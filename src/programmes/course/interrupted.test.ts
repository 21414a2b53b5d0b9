// Every command on pairs, given twice, and cut off after any of its writes: nothing twice, nothing lost.
import { day } from "../../../test/lifeStand";
import type { MemoryWorkbook } from "../../../test/memoryWorkbook";
import { ending, GROUP, ONE, pairsStand, PROPOSED, replacement } from "../../../test/pairsStand";
import { consents } from "../../bank/consents.table";
import { mentees } from "../../bank/mentees.table";
import { mentors } from "../../bank/mentors.table";
import { people } from "../../bank/people.table";
import { Stop } from "../../google/stop";
import { refreshBankColumns } from "../../pairing/bankColumns";
import { cancelPairs, markConsents, pausePairs, prolongPair, recommendPairs } from "../../pairing/pairCommands";
import { pairs } from "../../pairing/pairs.table";
import { activities } from "../activities.table";
import { programmes } from "../programmes.table";
import { endPairEarly } from "./endPairEarly";
import { finishPairs } from "./finishPairs";
import { replaceMentor } from "./replaceMentor";

const COMMANDS: readonly (readonly [string, (wb: MemoryWorkbook) => unknown])[] = [
  ["recommendation", (wb) => recommendPairs(wb, { pairs: [PROPOSED], minutes: "5", on: day("2027-03-12") })],
  ["consents", (wb) => markConsents(wb, { pairs: [PROPOSED], on: day("2027-03-12"), paper: null })],
  ["cancellation", (wb) => cancelPairs(wb, { pairs: [PROPOSED], reason: "обоюдно" })],
  ["pause", (wb) => pausePairs(wb, { pairs: [ONE, GROUP], on: day("2027-03-15"), until: null, why: "карантин" })],
  ["term", (wb) => prolongPair(wb, { pair: ONE, endsOn: day("2027-06-30") })],
  ["early end", (wb) => endPairEarly(wb, ending({ programme: "finishEarly" }))],
  ["end of a group", (wb) => endPairEarly(wb, ending({ pair: GROUP, mentees: { "М-003": "finished" } }))],
  ["leaving a group", (wb) => endPairEarly(wb, ending({ pair: GROUP, mentee: "М-003" }))],
  ["replacement", (wb) => replaceMentor(wb, replacement({ pair: GROUP }))],
  ["later replacement", (wb) => replaceMentor(wb, replacement({ noticeOn: wb.today, from: day("2027-03-19") }))],
  [
    "end in time",
    (wb) => {
      for (const { code } of wb.all(activities).filter(({ programme }) => programme === wb.all(programmes)[0]?.code))
        wb.update(activities, code, { status: "выполнено" });
      return finishPairs(wb, { pairs: [ONE], on: wb.today, completed: true });
    },
  ],
];

describe.each(COMMANDS)("%s", (_, command) => {
  test("given twice does no more than once", () => {
    const wb = pairsStand();
    command(wb);
    const once = everything(wb);
    command(wb);
    expect(everything(wb)).toEqual(once);
  });

  test("cut off after any of its writes and given again comes to the same", () => {
    const whole = pairsStand();
    command(whole);
    for (let writes = 1; writes < 60; writes++) {
      const wb = pairsStand();
      if (!cutOff(wb, writes, command)) break;
      command(wb);
      expect({ writes, ...everything(wb) }).toEqual({ writes, ...everything(whole) });
    }
  });
});

/** Lets so many writes through and kills the command at the next. @returns whether it came to that */
function cutOff(wb: MemoryWorkbook, writes: number, command: (wb: MemoryWorkbook) => unknown): boolean {
  let left = writes;
  const spend = (): void => {
    if (left-- === 0) throw new Error("killed");
  };
  const cut: MemoryWorkbook = {
    ...wb,
    add: (table, draft) => {
      spend();
      return wb.add(table, draft);
    },
    update: (table, code, patch) => {
      spend();
      return wb.update(table, code, patch);
    },
  };
  try {
    command(cut);
    return false;
  } catch (failure) {
    if (failure instanceof Stop) throw failure;
    return true;
  }
}

/** After the background check has written the columns that follow. */
function everything(wb: MemoryWorkbook) {
  refreshBankColumns(wb);
  return Object.fromEntries(
    [people, mentors, mentees, pairs, consents, programmes, activities].map((table) => [table.key, wb.all(table)]),
  );
}
