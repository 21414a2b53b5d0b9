// What each criterion of the choice weighs: the school's own weights on «Настройки», the field's where a cell is empty.
import { Stop } from "../google/stop";
import { settings } from "../school/settings.table";
import type { SettingsOf, SettingsPatch } from "../workbook/settings";
import type { ReadOnlyWorkbook, Workbook } from "../workbook/workbook";
import { CRITERION_KEYS, DEFAULT_WEIGHTS, totalOf, type CriterionKey, type Weights } from "./choice/score";
import type { NewWeights } from "./pairingView";

type WeightSetting = Extract<keyof SettingsOf<typeof settings>, `weight${string}`>;

const SETTING_OF: Readonly<Record<CriterionKey, WeightSetting>> = {
  directions: "weightDirections",
  subject: "weightSubject",
  time: "weightTime",
  format: "weightFormat",
  experience: "weightExperience",
  category: "weightCategory",
  freeCapacity: "weightFreeCapacity",
  preference: "weightPreference",
  continuity: "weightContinuity",
};

/** What the curator is told where no criterion counts. */
export const NOTHING_WEIGHS =
  "Все веса подбора в «Настройках» равны нулю: сравнивать наставников не по чему, поэтому взяты обычные веса. Оставьте хотя бы один вес больше нуля или очистите ячейки.";

/** The weights in force; those of the field if the school has switched everything off, which `allZero` tells. */
export function weightsOf(wb: ReadOnlyWorkbook): { weights: Weights; allZero: boolean } {
  const typed = weightsBy((key) => wb.setting(settings, SETTING_OF[key]) ?? DEFAULT_WEIGHTS[key]);
  const allZero = totalOf(typed) === 0;
  return { weights: allZero ? DEFAULT_WEIGHTS : typed, allZero };
}

function weightsBy(weightOf: (key: CriterionKey) => number): Weights {
  return Object.fromEntries(CRITERION_KEYS.map((key) => [key, weightOf(key)])) as Record<CriterionKey, number>;
}

/**
 * Keeps the weights in «Настройки»; null empties the cells, and the field's weights count again.
 *
 * @throws Stop if nothing would weigh anything
 * @returns the weights in force
 */
export function saveWeights(wb: Workbook, wanted: NewWeights): Weights {
  if (wanted !== null && totalOf(wanted) === 0) {
    throw new Stop(
      "Все веса равны нулю: сравнивать наставников не по чему.",
      "Оставьте хотя бы один вес больше нуля или верните обычные веса.",
    );
  }
  const patch: Partial<Record<WeightSetting, number | null>> = {};
  for (const key of CRITERION_KEYS) patch[SETTING_OF[key]] = wanted === null ? null : wanted[key];
  wb.setSettings(settings, patch satisfies SettingsPatch<typeof settings>);
  wb.note({ what: wanted === null ? "Возвращены обычные веса подбора" : "Изменены веса подбора" });
  return weightsOf(wb).weights;
}
