// The enumerations of SpreadsheetApp, one object each for the whole process, named as Google names them.
import { enumeration, type EnumValue } from "../kernel/contract";
import { GoogleError } from "../kernel/contract";

const DATE_CRITERIA = [
  "DATE_AFTER",
  "DATE_BEFORE",
  "DATE_BETWEEN",
  "DATE_EQUAL_TO",
  "DATE_IS_VALID_DATE",
  "DATE_NOT_BETWEEN",
  "DATE_ON_OR_AFTER",
  "DATE_ON_OR_BEFORE",
] as const;
const NUMBER_CRITERIA = [
  "NUMBER_BETWEEN",
  "NUMBER_EQUAL_TO",
  "NUMBER_GREATER_THAN",
  "NUMBER_GREATER_THAN_OR_EQUAL_TO",
  "NUMBER_LESS_THAN",
  "NUMBER_LESS_THAN_OR_EQUAL_TO",
  "NUMBER_NOT_BETWEEN",
  "NUMBER_NOT_EQUAL_TO",
] as const;

export const BooleanCriteria = enumeration(
  "SpreadsheetApp.BooleanCriteria",
  "CELL_EMPTY",
  "CELL_NOT_EMPTY",
  "DATE_AFTER",
  "DATE_BEFORE",
  "DATE_EQUAL_TO",
  "DATE_AFTER_RELATIVE",
  "DATE_BEFORE_RELATIVE",
  "DATE_EQUAL_TO_RELATIVE",
  ...NUMBER_CRITERIA,
  "TEXT_CONTAINS",
  "TEXT_DOES_NOT_CONTAIN",
  "TEXT_EQUAL_TO",
  "TEXT_STARTS_WITH",
  "TEXT_ENDS_WITH",
  "CUSTOM_FORMULA",
);
export const DataValidationCriteria = enumeration(
  "SpreadsheetApp.DataValidationCriteria",
  ...DATE_CRITERIA,
  ...NUMBER_CRITERIA,
  "TEXT_CONTAINS",
  "TEXT_DOES_NOT_CONTAIN",
  "TEXT_EQUAL_TO",
  "TEXT_IS_VALID_EMAIL",
  "TEXT_IS_VALID_URL",
  "VALUE_IN_LIST",
  "VALUE_IN_RANGE",
  "CUSTOM_FORMULA",
  "CHECKBOX",
);
export const BorderStyle = enumeration(
  "SpreadsheetApp.BorderStyle",
  "DOTTED",
  "DASHED",
  "SOLID",
  "SOLID_MEDIUM",
  "SOLID_THICK",
  "DOUBLE",
);
export const CopyPasteType = enumeration(
  "SpreadsheetApp.CopyPasteType",
  "PASTE_NORMAL",
  "PASTE_NO_BORDERS",
  "PASTE_FORMAT",
  "PASTE_FORMULA",
  "PASTE_DATA_VALIDATION",
  "PASTE_VALUES",
  "PASTE_CONDITIONAL_FORMATTING",
  "PASTE_COLUMN_WIDTHS",
);
export const ColorType = enumeration("SpreadsheetApp.ColorType", "UNSUPPORTED", "RGB", "THEME");
export const DeveloperMetadataLocationType = enumeration(
  "SpreadsheetApp.DeveloperMetadataLocationType",
  "SPREADSHEET",
  "SHEET",
  "ROW",
  "COLUMN",
);
export const DeveloperMetadataVisibility = enumeration(
  "SpreadsheetApp.DeveloperMetadataVisibility",
  "DOCUMENT",
  "PROJECT",
);
export const Dimension = enumeration("SpreadsheetApp.Dimension", "COLUMNS", "ROWS");
export const Direction = enumeration("SpreadsheetApp.Direction", "UP", "DOWN", "PREVIOUS", "NEXT");
export const InterpolationType = enumeration(
  "SpreadsheetApp.InterpolationType",
  "NUMBER",
  "PERCENT",
  "PERCENTILE",
  "MIN",
  "MAX",
);
export const ProtectionType = enumeration("SpreadsheetApp.ProtectionType", "RANGE", "SHEET");
export const RecalculationInterval = enumeration("SpreadsheetApp.RecalculationInterval", "ON_CHANGE", "MINUTE", "HOUR");
export const RelativeDate = enumeration(
  "SpreadsheetApp.RelativeDate",
  "TODAY",
  "TOMORROW",
  "YESTERDAY",
  "PAST_WEEK",
  "PAST_MONTH",
  "PAST_YEAR",
);
export const SheetType = enumeration("SpreadsheetApp.SheetType", "GRID", "OBJECT");
export const TextDirection = enumeration("SpreadsheetApp.TextDirection", "LEFT_TO_RIGHT", "RIGHT_TO_LEFT");
export const WrapStrategy = enumeration("SpreadsheetApp.WrapStrategy", "WRAP", "OVERFLOW", "CLIP");

export const Button = enumeration("Ui.Button", "CLOSE", "OK", "CANCEL", "YES", "NO");
export const ButtonSet = enumeration("Ui.ButtonSet", "OK", "OK_CANCEL", "YES_NO", "YES_NO_CANCEL");

export const ChartType = enumeration(
  "Charts.ChartType",
  "TIMELINE",
  "AREA",
  "BAR",
  "BUBBLE",
  "CANDLESTICK",
  "COLUMN",
  "COMBO",
  "GAUGE",
  "GEO",
  "HISTOGRAM",
  "RADAR",
  "LINE",
  "ORG",
  "PIE",
  "SCATTER",
  "SPARKLINE",
  "STEPPED_AREA",
  "TABLE",
  "TREEMAP",
  "WATERFALL",
);
export const ChartHiddenDimensionStrategy = enumeration(
  "Charts.ChartHiddenDimensionStrategy",
  "IGNORE_BOTH",
  "IGNORE_COLUMNS",
  "IGNORE_ROWS",
  "SHOW_BOTH",
);
export const ChartMergeStrategy = enumeration("Charts.ChartMergeStrategy", "MERGE_COLUMNS", "MERGE_ROWS");
export const ChartPosition = enumeration("Charts.Position", "TOP", "RIGHT", "BOTTOM", "NONE");
export const CurveStyle = enumeration("Charts.CurveStyle", "NORMAL", "SMOOTH");
export const PointStyle = enumeration("Charts.PointStyle", "NONE", "TINY", "MEDIUM", "LARGE", "HUGE");

/** The value of an enumeration by its stored name. */
export function named(values: Record<string, EnumValue>, name: string): EnumValue {
  const value = values[name];
  if (!value) throw new GoogleError(`Invalid argument: ${name}`);
  return value;
}
