// Brings the cell behind an obstacle before the curator's eyes.
import * as z from "zod";
import { showRow } from "../google/activeTab";
import { Stop } from "../google/stop";
import type { Obstacle } from "./paperKind";

const word = z.string().max(300);
const placeInput = z.object({ tab: word, code: word, column: word.optional() });

/** Opens the tab at the record; a record of «Настройки» is known by its name, and its cell stands in this column. */
const COLUMN_OF_SETTINGS = "Значение";
const SETTINGS_TAB = "Настройки";

/** @throws Stop where the row is gone */
export function showPlace(place: NonNullable<Obstacle["place"]>): { shown: true } {
  const { tab, code, column } = placeInput.parse(place);
  if (showRow(tab, code, column ?? (tab === SETTINGS_TAB ? COLUMN_OF_SETTINGS : null))) return { shown: true };
  throw new Stop("Этой строки уже нет.", "Нажмите «Проверить снова»: данные с тех пор изменились.");
}
