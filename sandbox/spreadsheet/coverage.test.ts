// Every member that Google declares for spreadsheets is emulated, or named here as one that is not.
import { declarations } from "../kernel/signatures";
import { ChartOptions, ContainerInfo, EmbeddedChart } from "./chart";
import { Color, ColorBuilder, RgbColor } from "./color";
import {
  BooleanCondition,
  ConditionalFormatRule,
  ConditionalFormatRuleBuilder,
  GradientCondition,
} from "./conditionalFormat";
import { Filter, FilterCriteria, FilterCriteriaBuilder } from "./filter";
import { DeveloperMetadata, DeveloperMetadataFinder, DeveloperMetadataLocation } from "./metadata";
import { NamedRange } from "./namedRange";
import { Protection } from "./protection";
import { Range } from "./range";
import { RangeList } from "./rangeList";
import { RichTextValue, RichTextValueBuilder, TextStyle, TextStyleBuilder } from "./richText";
import { Selection } from "./selection";
import { Sheet } from "./sheet";
import { Spreadsheet } from "./spreadsheet";
import { SpreadsheetApp } from "./spreadsheetApp";
import { TextFinder } from "./textFinder";
import { Menu, PromptResponse, Ui } from "./ui";
import { User } from "./user";
import { DataValidation, DataValidationBuilder } from "./validationRule";

const CLASSES: Record<string, { prototype: object }> = {
  "Base.Menu": Menu,
  "Base.PromptResponse": PromptResponse,
  "Base.RgbColor": RgbColor,
  "Base.Ui": Ui,
  "Base.User": User,
  "Charts.ChartOptions": ChartOptions,
  "Spreadsheet.BooleanCondition": BooleanCondition,
  "Spreadsheet.Color": Color,
  "Spreadsheet.ColorBuilder": ColorBuilder,
  "Spreadsheet.ConditionalFormatRule": ConditionalFormatRule,
  "Spreadsheet.ConditionalFormatRuleBuilder": ConditionalFormatRuleBuilder,
  "Spreadsheet.ContainerInfo": ContainerInfo,
  "Spreadsheet.DataValidation": DataValidation,
  "Spreadsheet.DataValidationBuilder": DataValidationBuilder,
  "Spreadsheet.DeveloperMetadata": DeveloperMetadata,
  "Spreadsheet.DeveloperMetadataFinder": DeveloperMetadataFinder,
  "Spreadsheet.DeveloperMetadataLocation": DeveloperMetadataLocation,
  "Spreadsheet.EmbeddedChart": EmbeddedChart,
  "Spreadsheet.Filter": Filter,
  "Spreadsheet.FilterCriteria": FilterCriteria,
  "Spreadsheet.FilterCriteriaBuilder": FilterCriteriaBuilder,
  "Spreadsheet.GradientCondition": GradientCondition,
  "Spreadsheet.NamedRange": NamedRange,
  "Spreadsheet.Protection": Protection,
  "Spreadsheet.Range": Range,
  "Spreadsheet.RangeList": RangeList,
  "Spreadsheet.RichTextValue": RichTextValue,
  "Spreadsheet.RichTextValueBuilder": RichTextValueBuilder,
  "Spreadsheet.Selection": Selection,
  "Spreadsheet.Sheet": Sheet,
  "Spreadsheet.Spreadsheet": Spreadsheet,
  "Spreadsheet.SpreadsheetApp": SpreadsheetApp,
  "Spreadsheet.TextFinder": TextFinder,
  "Spreadsheet.TextStyle": TextStyle,
  "Spreadsheet.TextStyleBuilder": TextStyleBuilder,
};

/** What answers «… is not emulated by the sandbox», by type. */
const NOT_EMULATED: Record<string, string[]> = {
  "Base.User": ["getUserLoginId"],
  "Spreadsheet.Color": ["asThemeColor"],
  "Spreadsheet.ColorBuilder": ["asThemeColor", "setThemeColor"],
  "Spreadsheet.DeveloperMetadata": ["moveToColumn", "moveToRow", "moveToSheet", "moveToSpreadsheet"],
  "Spreadsheet.EmbeddedChart": ["getAs", "getBlob"],
  "Spreadsheet.Range": [
    "applyColumnBanding",
    "applyRowBanding",
    "autoFill",
    "autoFillToNeighbor",
    "collapseGroups",
    "createDataSourcePivotTable",
    "createDataSourceTable",
    "createPivotTable",
    "expandGroups",
    "getBandings",
    "getDataSourceFormula",
    "getDataSourceFormulas",
    "getDataSourcePivotTables",
    "getDataSourceTables",
    "getDataSourceUrl",
    "getDataTable",
    "getTextDirections",
    "getTextRotation",
    "getTextRotations",
    "randomize",
    "setShowHyperlink",
    "setTextDirections",
    "setTextRotations",
    "shiftColumnGroupDepth",
    "shiftRowGroupDepth",
  ],
  "Spreadsheet.RangeList": ["setShowHyperlink"],
  "Spreadsheet.Selection": ["getNextDataRange"],
  "Spreadsheet.Sheet": [
    "asDataSourceSheet",
    "collapseAllColumnGroups",
    "collapseAllRowGroups",
    "expandAllColumnGroups",
    "expandAllRowGroups",
    "expandColumnGroupsUpToDepth",
    "expandRowGroupsUpToDepth",
    "getColumnGroup",
    "getColumnGroupControlPosition",
    "getColumnGroupDepth",
    "getDataSourceTables",
    "getRowGroup",
    "getRowGroupControlPosition",
    "getRowGroupDepth",
    "getSheetProtection",
    "insertImage",
    "insertSlicer",
    "setColumnGroupControlPosition",
    "setRowGroupControlPosition",
    "setSheetProtection",
  ],
  "Spreadsheet.Spreadsheet": [
    "addMenu",
    "getAs",
    "getBandings",
    "getBlob",
    "getDataSourceTables",
    "getImages",
    "getIterativeCalculationConvergenceThreshold",
    "getMaxIterativeCalculationCycles",
    "getPredefinedSpreadsheetThemes",
    "getRecalculationInterval",
    "getSheetProtection",
    "getSpreadsheetTheme",
    "insertImage",
    "insertSheetWithDataSourceTable",
    "isAnonymousView",
    "isAnonymousWrite",
    "isIterativeCalculationEnabled",
    "moveChartToObjectSheet",
    "removeMenu",
    "resetSpreadsheetTheme",
    "setAnonymousAccess",
    "setIterativeCalculationConvergenceThreshold",
    "setIterativeCalculationEnabled",
    "setMaxIterativeCalculationCycles",
    "setRecalculationInterval",
    "setSheetProtection",
    "setSpreadsheetTheme",
    "show",
    "updateMenu",
  ],
  "Spreadsheet.SpreadsheetApp": [
    "enableAllDataSourcesExecution",
    "enableBigQueryExecution",
    "newCellImage",
    "newDataSourceSpec",
  ],
  "Spreadsheet.TextFinder": ["ignoreDiacritics", "startFrom"],
};

test("every declared member of spreadsheets is emulated or listed", () => {
  const { types } = declarations();
  const missing = Object.fromEntries(
    Object.entries(CLASSES)
      .map(
        ([name, { prototype }]) =>
          [name, Object.keys(types[name]?.methods ?? {}).filter((member) => !(member in prototype))] as const,
      )
      .filter(([, members]) => members.length > 0)
      .map(([name, members]) => [name, members.sort()]),
  );
  expect(missing).toEqual(NOT_EMULATED);
});
