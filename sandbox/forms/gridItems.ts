// Questions with rows and columns: one choice a row, or several.

import { GoogleError } from "../kernel/contract";
import type { ItemResponse } from "./itemResponse";
import { QuestionItem } from "./questionItem";
import { keepEntries } from "./state";

abstract class RowsAndColumns extends QuestionItem {
  getRows(): string[] {
    return [...(this.state.rows ?? [])];
  }

  getColumns(): string[] {
    return [...(this.state.columns ?? [])];
  }

  setRows(rows: string[]): this {
    this.state.rows = distinct(rows, "rows");
    keepEntries(this.exec.world, this.form, this.state);
    return this;
  }

  setColumns(columns: string[]): this {
    this.state.columns = distinct(columns, "columns");
    return this;
  }

  /** Checks that there is one answer per row, and that each is among the columns. */
  protected demand(rows: readonly (readonly string[])[]): void {
    const columns = new Set(this.state.columns);
    const fits = rows.length === this.state.rows?.length && rows.flat().every((column) => columns.has(column));
    const missing = this.state.required && rows.some((row) => row.length === 0);
    if (!fits || missing) throw new GoogleError("Invalid response submitted to grid question.");
  }
}

function distinct(values: string[], name: string): string[] {
  if (values.length === 0) throw new GoogleError(`Array is empty: ${name}`);
  if (new Set(values).size < values.length) throw new GoogleError(`Grid questions cannot have duplicate ${name}.`);
  return [...values];
}

export class GridItem extends RowsAndColumns {
  readonly typeName = "Forms.GridItem";

  createResponse(responses: (string | null)[]): ItemResponse {
    this.demand(responses.map((column) => (column === null || column === "" ? [] : [column])));
    return this.answered(responses.map((column) => column ?? ""));
  }
}

export class CheckboxGridItem extends RowsAndColumns {
  readonly typeName = "Forms.CheckboxGridItem";

  createResponse(responses: (string[] | null)[]): ItemResponse {
    const rows = responses.map((columns) => columns ?? []);
    this.demand(rows);
    return this.answered(rows);
  }
}
