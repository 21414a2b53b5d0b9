// Arguments of criteria between scripts and the state: dates as instants, ranges as places.
import { EnumValue, ServiceObject } from "../kernel/contract";
import { named, RelativeDate } from "./enums";
import type { Place, StoredArgument } from "./model";
import type { Range } from "./range";
import type { Views } from "./views";

/** The place of a range object. */
export function placeOf(range: Range): Place {
  return { ...range.rect, sheetId: range.sheetId };
}

function isRange(value: unknown): value is Range {
  return value instanceof ServiceObject && value.typeName === "Spreadsheet.Range";
}

/** Arguments as they are kept. */
export function storedArguments(values: unknown[]): StoredArgument[] {
  return values.map((value) => {
    if (value instanceof Date) return { instant: value.getTime() };
    if (value instanceof EnumValue) return { relative: value.name };
    if (isRange(value)) return { place: placeOf(value) };
    if (typeof value === "number" || typeof value === "boolean") return value;
    return typeof value === "string" ? value : "";
  });
}

/** Arguments as a script gets them back. */
export function criteriaArguments(views: Views, bookId: string, values: StoredArgument[]): unknown[] {
  return values.map((value) => {
    if (typeof value !== "object") return value;
    if ("instant" in value) return new Date(value.instant);
    if ("relative" in value) return named(RelativeDate, value.relative);
    const { sheetId, ...rect } = value.place;
    return views.range(bookId, sheetId, rect);
  });
}
