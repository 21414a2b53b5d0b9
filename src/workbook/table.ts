// Tables: one tab each, one record a row, columns as zod codecs; the types of records follow from the columns.
import type * as z from "zod";
import { codeText } from "./cellReading";
import type { AnyColumn, Column } from "./column";

/** Columns in the order in which the tab shows them; the code comes first. */
export type Columns = { readonly code: Column<string> } & Readonly<Record<string, AnyColumn>>;

/** A tab made and found by the engine. */
export interface TabSpec {
  /** Latin key, unique among all tabs. */
  readonly key: string;
  /** Russian name of the tab. */
  readonly tab: string;
  readonly columns: Readonly<Record<string, AnyColumn>>;
  /** A hidden tab of the program's own. */
  readonly serviceTab: boolean;
  /** The key of the column up to which columns stay in sight when the tab is scrolled sideways. */
  readonly frozen?: string;
  /** Holds contacts, answers or what says who may see them: only curators may change it. */
  readonly personal?: boolean;
}

/** A table of records, each with a code of its own. */
export interface Table<C extends Columns = Columns> extends TabSpec {
  readonly columns: C;
  /** Russian capital letters before the number in codes. */
  readonly prefix: string;
  /** Codes carry the year: «П-2026-07». */
  readonly yearly: boolean;
}

/** A record as commands see it. Columns that are not required give null, [] or false where the cell is empty. */
export type RecordOf<T extends Table> = { readonly [K in keyof T["columns"]]: z.output<T["columns"][K]> };

type MayBeLeftOut<V> = null extends V ? true : V extends boolean | readonly unknown[] ? true : false;
type LeftOutKeys<R> = { [K in keyof R]: MayBeLeftOut<R[K]> extends true ? K : never }[keyof R];

/** A new record: everything but the code; what is not required may be left out. */
export type DraftOf<T extends Table> = DraftFields<Omit<RecordOf<T>, "code">>;
type DraftFields<R> = { readonly [K in Exclude<keyof R, LeftOutKeys<R>>]: R[K] } & {
  readonly [K in LeftOutKeys<R>]?: R[K] | undefined;
};

/** What to change in a record; a column that is left out or undefined stays as it is. */
export type PatchOf<T extends Table> = {
  readonly [K in Exclude<keyof T["columns"], "code">]?: RecordOf<T>[K] | undefined;
};

/**
 * Declares a table.
 * @param definition `prefix` starts its codes; `yearly` puts the year into them and counts anew each year; `frozen` is the
 *   last column that stays in sight; `personal` tabs are for curators alone
 */
export function defineTable<const C extends Columns>(definition: {
  key: string;
  tab: string;
  prefix: string;
  yearly?: boolean;
  columns: C;
  serviceTab?: boolean;
  frozen?: keyof C & string;
  personal?: boolean;
}): Table<C> {
  if (Object.keys(definition.columns)[0] !== "code") throw new Error(`Table ${definition.key}: the code comes first.`);
  return {
    ...definition,
    prefix: codeText(definition.prefix),
    yearly: definition.yearly ?? false,
    serviceTab: definition.serviceTab ?? false,
  };
}
