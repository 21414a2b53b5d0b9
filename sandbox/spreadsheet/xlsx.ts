// Saves a spreadsheet as an Excel workbook: values, formulas with their results, looks, sizes, rules and notes.
import ExcelJS from "exceljs";
import type { World } from "../kernel/contract";
import type { BorderSide, Rect, SheetData, SpreadsheetData, StoredArgument, Style, Validation } from "./model";
import { isGeneral } from "./numberFormat";
import { quoteSheetName, toA1 } from "./rect";
import { cellView, type CellView, readSpreadsheet, rowHiding } from "./read";
import { instantOf, serialOf } from "./serials";

const DEFAULT_COLUMN = 100;
/** A character of Excel's default font is about seven pixels wide. */
const PIXELS_PER_CHARACTER = 7;
const POINTS_PER_PIXEL = 0.75;

const ERRORS = new Set(["#N/A", "#REF!", "#NAME?", "#DIV/0!", "#NULL!", "#VALUE!", "#NUM!"]);

/** The workbook as the bytes of an .xlsx file. */
export async function exportXlsx(world: World, spreadsheetId: string): Promise<Uint8Array> {
  const book = readSpreadsheet(world, spreadsheetId);
  const workbook = new ExcelJS.Workbook();
  workbook.created = new Date(world.clock.now());
  for (const sheet of book.sheets) writeSheet(world, book, sheet, workbook);
  for (const { name, place } of book.namedRanges) {
    const sheet = book.sheets.find(({ id }) => id === place.sheetId);
    if (sheet) workbook.definedNames.add(`${quoteSheetName(sheet.name)}!${absolute(toA1(closed(place)))}`, name);
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function writeSheet(world: World, book: SpreadsheetData, sheet: SheetData, workbook: ExcelJS.Workbook): void {
  // Excel allows 31 characters and none of these; Google allows more.
  const name = sheet.name.replace(/[\\/*?:[\]]/g, " ").slice(0, 31);
  const target = workbook.addWorksheet(name, {
    state: sheet.hidden ? "hidden" : "visible",
    ...(sheet.tabColor === null ? {} : { properties: { tabColor: { argb: argb(sheet.tabColor) } } }),
  });
  target.views = [
    {
      state: sheet.frozenRows + sheet.frozenColumns > 0 ? "frozen" : "normal",
      xSplit: sheet.frozenColumns,
      ySplit: sheet.frozenRows,
      showGridLines: !sheet.hiddenGridlines,
    },
  ];
  writeSizes(world, book, sheet, target);
  sheet.rows.forEach((cells, y) =>
    cells.forEach((cell, x) => {
      if (cell) writeCell(book, target.getCell(y + 1, x + 1), cellView(world, book, sheet, y + 1, x + 1));
    }),
  );
  for (const merge of sheet.merges) target.mergeCells(toA1(closed(merge)));
  if (sheet.filter) target.autoFilter = toA1(closed(sheet.filter.range));
}

function writeSizes(world: World, book: SpreadsheetData, sheet: SheetData, target: ExcelJS.Worksheet): void {
  const width = Math.max(1, ...sheet.rows.map((cells) => cells.length), ...Object.keys(sheet.columnWidths).map(Number));
  for (let column = 1; column <= Math.min(width, sheet.maxColumns); column++) {
    const pixels = sheet.columnWidths[String(column)] ?? DEFAULT_COLUMN;
    target.getColumn(column).width = pixels / PIXELS_PER_CHARACTER;
  }
  for (const column of sheet.hiddenColumns) target.getColumn(column).hidden = true;
  for (const [row, pixels] of Object.entries(sheet.rowHeights))
    target.getRow(Number(row)).height = pixels * POINTS_PER_PIXEL;
  for (let row = 1; row <= sheet.rows.length; row++) {
    if (rowHiding(world, book, sheet, row) !== null) target.getRow(row).hidden = true;
  }
}

function writeCell(book: SpreadsheetData, target: ExcelJS.Cell, view: CellView): void {
  target.value = cellValue(view);
  const { style } = view;
  if (!isGeneral(style.numberFormat)) target.numFmt = (style.numberFormat ?? "").replace(/M/g, "m");
  target.font = fontOf(style);
  if (style.background !== undefined) {
    target.fill = { type: "pattern", pattern: "solid", fgColor: { argb: argb(style.background) } };
  }
  target.alignment = alignmentOf(style);
  if (style.borders) target.border = bordersOf(style.borders);
  if (view.note !== null) target.note = view.note;
  const rule = view.rule && dataValidation(book, view.rule);
  if (rule) target.dataValidation = rule;
}

function cellValue(view: CellView): ExcelJS.CellValue {
  const error = typeof view.value === "string" && ERRORS.has(view.value);
  if (view.formula !== null) {
    // Excel knows commas only between arguments, whatever its own language.
    const formula = view.formula.slice(1).replace(/"(?:[^"]|"")*"|;/g, (piece) => (piece === ";" ? "," : piece));
    return {
      formula,
      result: error ? { error: view.value as ExcelJS.CellErrorValue["error"] } : view.value,
    };
  }
  const link = view.rich.find((run) => run.link !== undefined && run.start === 0 && run.end === view.text.length)?.link;
  if (link !== undefined) return { text: view.text, hyperlink: link };
  if (typeof view.value === "number" && view.isDate) return new Date(instantOf(view.value, "UTC"));
  return view.value === "" ? null : view.value;
}

function fontOf(style: Style): Partial<ExcelJS.Font> {
  return {
    name: style.fontFamily ?? "Arial",
    size: style.fontSize ?? 10,
    bold: style.fontWeight === "bold",
    italic: style.fontStyle === "italic",
    underline: style.fontLine === "underline",
    strike: style.fontLine === "line-through",
    ...(style.fontColor === undefined ? {} : { color: { argb: argb(style.fontColor) } }),
  };
}

function alignmentOf(style: Style): Partial<ExcelJS.Alignment> {
  const horizontal = { left: "left", center: "center", right: "right" }[style.horizontal ?? ""] as
    "left" | "center" | "right" | undefined;
  const vertical = { top: "top", middle: "middle", bottom: "bottom" }[style.vertical ?? ""] as
    "top" | "middle" | "bottom" | undefined;
  return {
    ...(horizontal ? { horizontal } : {}),
    ...(vertical ? { vertical } : {}),
    ...(style.wrap === "WRAP" ? { wrapText: true } : {}),
    ...(style.rotation === undefined ? {} : { textRotation: style.rotation }),
  };
}

const BORDERS: Record<string, ExcelJS.BorderStyle> = {
  DOTTED: "dotted",
  DASHED: "dashed",
  SOLID: "thin",
  SOLID_MEDIUM: "medium",
  SOLID_THICK: "thick",
  DOUBLE: "double",
};

function bordersOf(borders: NonNullable<Style["borders"]>): Partial<ExcelJS.Borders> {
  const side = (from: BorderSide | undefined): Partial<ExcelJS.Border> | undefined =>
    from && { style: BORDERS[from.style] ?? "thin", color: { argb: argb(from.color) } };
  return Object.fromEntries(Object.entries(borders).map(([name, from]) => [name, side(from)]));
}

/** Rules that Excel has as well; a long list or another criterion is left out. */
function dataValidation(book: SpreadsheetData, rule: Validation): ExcelJS.DataValidation | null {
  const base = {
    allowBlank: true,
    showErrorMessage: !rule.allowInvalid,
    ...(rule.help === null ? {} : { showInputMessage: true, prompt: rule.help.slice(0, 255) }),
  };
  if (rule.criteria === "CHECKBOX") return { type: "list", formulae: ['"TRUE,FALSE"'], ...base };
  if (rule.criteria === "VALUE_IN_LIST") return listRule(rule, base);
  const numbers = rule.values.map((value) => numberOf(book, value));
  const operator = OPERATORS[rule.criteria.replace(/^(NUMBER|DATE)_/, "")];
  if (rule.criteria === "VALUE_IN_RANGE") {
    const formula = rangeFormula(book, rule.values[0]);
    return formula === null ? null : { type: "list", formulae: [formula], ...base };
  }
  if (!operator || numbers.some((number) => number === null)) return null;
  return { type: rule.criteria.startsWith("DATE") ? "date" : "decimal", operator, formulae: numbers, ...base };
}

function listRule(
  rule: Validation,
  base: Pick<ExcelJS.DataValidation, "allowBlank" | "showErrorMessage">,
): ExcelJS.DataValidation | null {
  const list = rule.values.map(String).join(",");
  // Excel takes at most 255 characters, and cannot have commas inside an item.
  const fits = list.length <= 255 && rule.values.every((value) => !String(value as string).includes(","));
  return fits ? { type: "list", formulae: [`"${list.replace(/"/g, '""')}"`], ...base } : null;
}

const OPERATORS: Record<string, ExcelJS.DataValidationOperator> = {
  BETWEEN: "between",
  NOT_BETWEEN: "notBetween",
  EQUAL_TO: "equal",
  NOT_EQUAL_TO: "notEqual",
  GREATER_THAN: "greaterThan",
  GREATER_THAN_OR_EQUAL_TO: "greaterThanOrEqual",
  LESS_THAN: "lessThan",
  LESS_THAN_OR_EQUAL_TO: "lessThanOrEqual",
  AFTER: "greaterThan",
  BEFORE: "lessThan",
  ON_OR_AFTER: "greaterThanOrEqual",
  ON_OR_BEFORE: "lessThanOrEqual",
};

function numberOf(book: SpreadsheetData, argument: StoredArgument): number | null {
  if (typeof argument === "number") return argument;
  if (typeof argument === "object" && "instant" in argument)
    return Math.floor(serialOf(argument.instant, book.timeZone));
  return null;
}

function rangeFormula(book: SpreadsheetData, argument: StoredArgument | undefined): string | null {
  if (typeof argument !== "object" || !("place" in argument)) return null;
  const sheet = book.sheets.find(({ id }) => id === argument.place.sheetId);
  return sheet ? `${quoteSheetName(sheet.name)}!${absolute(toA1(closed(argument.place)))}` : null;
}

/** Excel has no ranges without an end. */
function closed({ row, column, rows, columns }: Rect): Rect {
  return { row, column, rows, columns };
}

function absolute(a1: string): string {
  return a1.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
}

function argb(color: string): string {
  return `FF${color.replace("#", "").toUpperCase()}`;
}
