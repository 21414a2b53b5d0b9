// What «Комплект пар» may ask of the server.
import * as z from "zod";
import { look } from "../../workbook/commands";
import { loadPacks } from "./loadPacks";
import type { PacksView } from "./packsView";

const wanted = z.object({ half: z.enum(["consents", "others"]), schoolYear: z.string().max(20) });

export const packsCalls = {
  /** The page asks for both halves at once: each reads what the other does not. */
  loadPacks: (input: { half: "consents" | "others"; schoolYear: string }): PacksView => {
    const { half, schoolYear } = wanted.parse(input);
    return look((wb) => loadPacks(wb, half, schoolYear));
  },
};
