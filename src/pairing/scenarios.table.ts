// «Варианты подбора»: up to five named sets of weights, decisions and places that the curator compares before proposing.
import * as z from "zod";
import { code, instant, json, text } from "../workbook/columns";
import { defineTable, type RecordOf } from "../workbook/table";
import { CRITERION_KEYS } from "./choice/score";

const couple = z.object({ mentor: z.string().max(40), mentee: z.string().max(40) });

/** Everything in which one scenario differs from another; codes of people who are gone are skipped when it is read. */
export const scenarioTerms = z.object({
  weights: z.record(z.enum(CRITERION_KEYS), z.number().min(0).max(100)),
  pins: z.array(couple).max(600).readonly(),
  bans: z.array(couple).max(600).readonly(),
  /** Places other than the bank's, by the mentor's code. */
  capacities: z.record(z.string().max(40), z.number().int().min(0).max(20)),
  /** What it proposed when it was saved, «Н-001 М-001»: earlier pairs are preferred later on. No scores. */
  accepted: z.array(z.string().max(81)).max(3_000).readonly(),
});

export const scenarios = defineTable({
  key: "scenarios",
  tab: "Варианты подбора",
  prefix: "В",
  serviceTab: true,
  columns: {
    code: code("Код"),
    name: text("Название", { note: "Как вариант назван в окне «Подбор пар».", required: true, width: 240 }),
    terms: json("Условия", scenarioTerms, { note: "Веса, закрепления, запреты и места.", filled: true, width: 420 }),
    savedAt: instant("Сохранён", { note: "Когда сохранён.", filled: true }),
  },
});
export type Scenario = RecordOf<typeof scenarios>;
