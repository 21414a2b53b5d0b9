// Settings: one row each on the tab «Настройки» — a hidden key, a Russian name, the value, a note.
import type * as z from "zod";
import { type AnyColumn, factsOf } from "./column";
import { text } from "./columns";
import type { TabSpec } from "./table";

/** The tab of all settings; `fields` are columns laid on their side. */
export interface SettingsTab<
  F extends Readonly<Record<string, AnyColumn>> = Readonly<Record<string, AnyColumn>>,
> extends TabSpec {
  readonly kind: "settings";
  readonly fields: F;
}

/** The value of one setting. */
export type SettingOf<S extends SettingsTab, K extends keyof S["fields"]> = z.output<S["fields"][K]>;
/** All settings at once. */
export type SettingsOf<S extends SettingsTab> = { readonly [K in keyof S["fields"]]: SettingOf<S, K> };
/** What to change; a setting that is left out or undefined stays. */
export type SettingsPatch<S extends SettingsTab> = { readonly [K in keyof S["fields"]]?: SettingOf<S, K> | undefined };

/** Declares the settings of the workbook in the order in which the tab shows them. Use columns that are not `required`. */
export function defineSettings<const F extends Readonly<Record<string, AnyColumn>>>(fields: F): SettingsTab<F> {
  for (const key of Object.keys(fields)) {
    const field = fields[key];
    if (field && factsOf(field).required) throw new Error(`Setting ${key}: an empty value must be possible.`);
  }
  return {
    kind: "settings",
    key: "settings",
    tab: "Настройки",
    serviceTab: false,
    personal: true,
    fields,
    columns: {
      key: text("Ключ", { note: "По нему программа находит настройку.", hidden: true, filled: true }),
      name: text("Настройка", { note: "Что настраивается.", filled: true, width: 320 }),
      value: text("Значение", { note: "Измените значение в этом столбце.", width: 360 }),
      note: text("Пояснение", { note: "Зачем это нужно и как заполнять.", filled: true, width: 480 }),
    },
  };
}
