// The services that this folder gives to the kernel, by their global names.
import { type Execution, ServiceObject } from "../kernel/contract";
import * as enums from "./enums";
import { SpreadsheetApp } from "./spreadsheetApp";

/** The enumerations that embedded charts are set up with; making charts outside a spreadsheet is not emulated. */
class Charts extends ServiceObject {
  readonly typeName = "Charts.Charts";
  readonly ChartHiddenDimensionStrategy = enums.ChartHiddenDimensionStrategy;
  readonly ChartMergeStrategy = enums.ChartMergeStrategy;
  readonly ChartType = enums.ChartType;
  readonly CurveStyle = enums.CurveStyle;
  readonly PointStyle = enums.PointStyle;
  readonly Position = enums.ChartPosition;
}

/** Makes SpreadsheetApp for an execution. */
export function spreadsheetApp(exec: Execution): ServiceObject {
  return new SpreadsheetApp(exec);
}

/** Makes Charts for an execution. */
export function charts(exec: Execution): ServiceObject {
  return new Charts(exec);
}
