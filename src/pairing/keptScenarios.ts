// The named scenarios that a curator keeps between two visits of «Подбор пар».
import { Stop } from "../google/stop";
import { textKey, tidyText } from "../school/typedText";
import type { ReadOnlyWorkbook, Workbook } from "../workbook/workbook";
import type { Couple } from "./choice/pool";
import type { NewScenario, StoredScenario } from "./pairingView";
import { MOST_SCENARIOS } from "./choice/scenarios";
import { scenarios, type Scenario } from "./scenarios.table";

/** Google Sheets holds 50,000 signs in a cell; the rest is left for what escaping adds. */
const MOST_IN_A_CELL = 49_000;

/** The scenarios that can be read, in the order in which they were saved. */
export function storedScenarios(wb: ReadOnlyWorkbook): StoredScenario[] {
  return wb.all(scenarios).flatMap((row) => {
    if (row.terms === null) return [];
    const { weights, pins, bans, capacities } = row.terms;
    return [{ code: row.code, name: row.name, terms: { weights, pins, bans, capacities }, savedAt: row.savedAt }];
  });
}

/** The pairs that the curator had before them when they last kept a scenario: a later choice prefers them. */
export function acceptedCouples(wb: ReadOnlyWorkbook): Couple[] {
  const latest = wb.all(scenarios).reduce<Scenario | null>((found, row) => (isLater(row, found) ? row : found), null);
  return (latest?.terms?.accepted ?? []).flatMap((written) => {
    const [mentor, mentee] = written.split(" ");
    return mentor === undefined || mentee === undefined ? [] : [{ mentor, mentee }];
  });
}

function isLater(row: Scenario, found: Scenario | null): boolean {
  return found === null || Date.parse(row.savedAt ?? "") >= Date.parse(found.savedAt ?? "");
}

/**
 * Keeps a scenario under its name, in place of another one if asked.
 *
 * @throws Stop if the name is empty or taken, there are five already, or there is more in it than a cell holds
 * @returns all scenarios as they are then
 */
export function saveScenario(wb: Workbook, wanted: NewScenario): StoredScenario[] {
  const name = tidyText(wanted.name);
  const old = wanted.replaces === null ? undefined : wb.find(scenarios, wanted.replaces);
  const others = wb.all(scenarios).filter(({ code }) => code !== old?.code);
  if (name === "") throw new Stop("Вариант не назван.", "Дайте варианту короткое название и сохраните ещё раз.");
  if (others.some((row) => textKey(row.name) === textKey(name))) {
    throw new Stop(`Вариант «${name}» уже есть.`, "Назовите этот вариант иначе или замените прежний.");
  }
  if (old === undefined && others.length >= MOST_SCENARIOS) {
    throw new Stop(
      `Сохранено вариантов: ${MOST_SCENARIOS}, больше нельзя.`,
      "Замените один из них или удалите ненужный.",
    );
  }
  const terms = { ...wanted.terms, accepted: wanted.pairs.map(({ mentor, mentee }) => `${mentor} ${mentee}`) };
  if (JSON.stringify(terms).length > MOST_IN_A_CELL) {
    throw new Stop(
      "В варианте слишком много закреплений и запретов: он не помещается в ячейку таблицы.",
      "Постоянные решения сохраните на вкладке «Условия подбора», а из варианта их уберите.",
    );
  }
  const row = { name, terms, savedAt: wb.moment };
  const { code } = old === undefined ? wb.add(scenarios, row) : wb.update(scenarios, old.code, row);
  wb.note({ what: "Сохранён вариант подбора", records: [code] });
  return storedScenarios(wb);
}

/** Removes a scenario; one that is gone already is no trouble. @returns the scenarios that are left */
export function removeScenario(wb: Workbook, code: string): StoredScenario[] {
  if (wb.find(scenarios, code) !== undefined) {
    wb.remove(scenarios, code);
    wb.note({ what: "Удалён вариант подбора", records: [code] });
  }
  return storedScenarios(wb);
}
