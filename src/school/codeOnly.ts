// The code-only mode: forms and letters know participants by their codes alone (152-ФЗ ст. 18 ч. 5).
import type { ReadOnlyWorkbook } from "../workbook/workbook";
import { NAMES_IN, settings } from "./settings.table";

/** Whether the school has chosen that forms and letters name nobody and collect no addresses. */
export function isCodeOnly(wb: ReadOnlyWorkbook): boolean {
  return wb.setting(settings, "namesInForms") === NAMES_IN.codes;
}
