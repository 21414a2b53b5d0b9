// What «Комплект пар» may ask of the server.
import { look } from "../../workbook/commands";
import { loadPacks } from "./loadPacks";
import type { PacksView } from "./packsView";

export const packsCalls = {
  loadPacks: (): PacksView => look((wb) => loadPacks(wb)),
};
