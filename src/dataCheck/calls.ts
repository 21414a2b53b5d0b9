// What the sidebar «Проверка данных» may ask of the server: JSON in, JSON out.
import * as z from "zod";
import { showRow } from "../google/activeTab";
import { Stop } from "../google/stop";
import { jumpTo } from "../google/ui";
import { change, look } from "../workbook/commands";
import type { TabSpec } from "../workbook/table";
import { checkData } from "./checkData";
import type {
  ConfirmedMend,
  DataCheckView,
  DataFault,
  JoinInput,
  JoinResult,
  MendResult,
  ProposedMend,
  TwinsView,
} from "./dataCheckView";
import { compareTwins, joinPeople, partPeople } from "./joinPeople";
import { mendData, proposeMends } from "./mendData";

const MOST_MENDS = 50_000;
const word = z.string().max(100);
const code = z.string().max(200);
/** Cells hold at most so much. */
const cellText = z.string().max(50_100);
const mends = z.array(z.object({ table: word, code, column: word, before: cellText, after: cellText })).max(MOST_MENDS);
const joinInput = z.object({ keep: code, drop: code, stamp: z.string().max(200_000) });
const jumpInput = z.object({
  tab: word,
  row: z.number().int().min(1).nullable(),
  column: z.number().int().min(1).nullable(),
  code: code.nullable(),
});

/** The calls of the data check; it looks through all tabs. */
export function dataCheckCallsFor(tabs: readonly TabSpec[]) {
  return {
    loadDataCheck: (): DataCheckView => look((wb) => checkData(wb, tabs)),
    proposeMends: (key: string): ProposedMend[] => {
      const check = word.parse(key);
      return look((wb) => proposeMends(wb, tabs, check));
    },
    mendData: (key: string, confirmed: readonly ConfirmedMend[]): MendResult => {
      const [check, wanted] = [word.parse(key), mends.parse(confirmed)];
      return change("Проверка данных: исправление", (wb) => mendData(wb, tabs, check, wanted));
    },
    compareTwins: (first: string, second: string): TwinsView => {
      const codes: [string, string] = [code.parse(first), code.parse(second)];
      return look((wb) => compareTwins(wb, tabs, codes));
    },
    joinPeople: (input: JoinInput): JoinResult => {
      const wanted = joinInput.parse(input);
      return change("Объединение двух строк одного человека", (wb) => joinPeople(wb, tabs, wanted));
    },
    partPeople: (first: string, second: string): { parted: true } => {
      const codes: [string, string] = [code.parse(first), code.parse(second)];
      change("Похожие строки: разные люди", (wb) => {
        partPeople(wb, codes);
      });
      return { parted: true };
    },
    /** Rows may have been sorted since the check: the record's own code finds the row. */
    showFault: (fault: Pick<DataFault, "tab" | "row" | "column" | "code">): { shown: boolean } => {
      const { tab, row, column, code: record } = jumpInput.parse(fault);
      const shown =
        (record !== null && showRow(tab, record, column)) || (row !== null && jumpTo(tab, row, column ?? 1));
      if (!shown) throw new Stop("Этой строки уже нет.", "Обновите проверку: данные с тех пор изменились.");
      return { shown };
    },
  };
}
