// Embedded charts as stored definitions: a general builder, and the builders of each kind with their own settings.
import { type EnumValue, type Execution, GoogleError, ServiceObject } from "../kernel/contract";
import { placeOf } from "./arguments";
import { ChartHiddenDimensionStrategy, ChartMergeStrategy, ChartType, named } from "./enums";
import type { ChartData, Place } from "./model";
import type { Range } from "./range";
import { SheetsObject, type Views } from "./views";

/** Where a chart stands. */
export class ContainerInfo extends ServiceObject {
  readonly typeName = "Spreadsheet.ContainerInfo";
  constructor(
    exec: Execution,
    private readonly data: ChartData,
  ) {
    super(exec);
  }
  getAnchorRow(): number {
    return this.data.row;
  }
  getAnchorColumn(): number {
    return this.data.column;
  }
  getOffsetX(): number {
    return this.data.offsetX;
  }
  getOffsetY(): number {
    return this.data.offsetY;
  }
}

/** The settings of a chart. */
export class ChartOptions extends ServiceObject {
  readonly typeName = "Charts.ChartOptions";
  constructor(
    exec: Execution,
    private readonly options: Record<string, unknown>,
  ) {
    super(exec);
  }
  get(option: string): unknown {
    return this.options[option] ?? null;
  }
  getOrDefault(option: string): unknown {
    return this.get(option);
  }
}

function ranges(views: Views, bookId: string, places: Place[]): Range[] {
  return places.map(({ sheetId, ...rect }) => views.range(bookId, sheetId, rect));
}

/** A chart as it stands on a tab, or as it was built to be put there. */
export class EmbeddedChart extends SheetsObject {
  readonly typeName = "Spreadsheet.EmbeddedChart";
  constructor(
    views: Views,
    private readonly bookId: string,
    readonly data: ChartData,
  ) {
    super(views);
  }
  getChartId(): number | null {
    return this.data.id === 0 ? null : this.data.id;
  }
  getRanges(): Range[] {
    return ranges(this.views, this.bookId, this.data.ranges);
  }
  getOptions(): ChartOptions {
    return new ChartOptions(this.exec, this.data.options);
  }
  getContainerInfo(): ContainerInfo {
    return new ContainerInfo(this.exec, this.data);
  }
  getNumHeaders(): number {
    return this.data.numHeaders;
  }
  getMergeStrategy(): EnumValue {
    return named(ChartMergeStrategy, this.data.mergeStrategy);
  }
  getHiddenDimensionStrategy(): EnumValue {
    return named(ChartHiddenDimensionStrategy, this.data.hiddenStrategy);
  }
  getTransposeRowsAndColumns(): boolean {
    return this.data.transpose;
  }
  modify(): ChartBuilder {
    return new ChartBuilder(this.views, this.bookId, this.data);
  }
}

const NEW_CHART: ChartData = {
  id: 0,
  type: "COLUMN",
  ranges: [],
  options: {},
  row: 1,
  column: 1,
  offsetX: 0,
  offsetY: 0,
  numHeaders: 0,
  transpose: false,
  mergeStrategy: "MERGE_COLUMNS",
  hiddenStrategy: "IGNORE_BOTH",
};

/** The Apps Script type of each kind's own builder. */
const KINDS: Record<string, string> = {
  AREA: "Spreadsheet.EmbeddedAreaChartBuilder",
  BAR: "Spreadsheet.EmbeddedBarChartBuilder",
  COLUMN: "Spreadsheet.EmbeddedColumnChartBuilder",
  COMBO: "Spreadsheet.EmbeddedComboChartBuilder",
  HISTOGRAM: "Spreadsheet.EmbeddedHistogramChartBuilder",
  LINE: "Spreadsheet.EmbeddedLineChartBuilder",
  PIE: "Spreadsheet.EmbeddedPieChartBuilder",
  SCATTER: "Spreadsheet.EmbeddedScatterChartBuilder",
  TABLE: "Spreadsheet.EmbeddedTableChartBuilder",
};

/**
 * Makes a chart. One class serves every kind: which of its methods a script sees is decided by the type's name, and the
 * settings of a kind are but options of the chart.
 */
export class ChartBuilder extends SheetsObject {
  readonly typeName: string;
  private readonly data: ChartData;

  constructor(
    views: Views,
    private readonly bookId: string,
    data: ChartData | null,
    kind = "Spreadsheet.EmbeddedChartBuilder",
  ) {
    super(views);
    this.typeName = kind;
    this.data = JSON.parse(JSON.stringify(data ?? NEW_CHART)) as ChartData;
  }

  private as(type: string): ChartBuilder {
    return new ChartBuilder(this.views, this.bookId, { ...this.data, type }, KINDS[type]);
  }
  private with(patch: Partial<ChartData>): this {
    Object.assign(this.data, patch);
    return this;
  }
  private option(name: string, value: unknown): this {
    this.data.options[name] = value instanceof ServiceObject ? null : value;
    return this;
  }

  build(): EmbeddedChart {
    if (this.data.ranges.length === 0) throw new GoogleError("A chart must have at least one range.");
    return new EmbeddedChart(this.views, this.bookId, JSON.parse(JSON.stringify(this.data)) as ChartData);
  }
  asAreaChart(): ChartBuilder {
    return this.as("AREA");
  }
  asBarChart(): ChartBuilder {
    return this.as("BAR");
  }
  asColumnChart(): ChartBuilder {
    return this.as("COLUMN");
  }
  asComboChart(): ChartBuilder {
    return this.as("COMBO");
  }
  asHistogramChart(): ChartBuilder {
    return this.as("HISTOGRAM");
  }
  asLineChart(): ChartBuilder {
    return this.as("LINE");
  }
  asPieChart(): ChartBuilder {
    return this.as("PIE");
  }
  asScatterChart(): ChartBuilder {
    return this.as("SCATTER");
  }
  asTableChart(): ChartBuilder {
    return this.as("TABLE");
  }
  getChartType(): EnumValue {
    return named(ChartType, this.data.type);
  }
  setChartType(type: EnumValue): this {
    return this.with({ type: type.name });
  }
  addRange(range: Range): this {
    return this.with({ ranges: [...this.data.ranges, placeOf(range)] });
  }
  removeRange(range: Range): this {
    const gone = JSON.stringify(placeOf(range));
    return this.with({ ranges: this.data.ranges.filter((place) => JSON.stringify(place) !== gone) });
  }
  clearRanges(): this {
    return this.with({ ranges: [] });
  }
  getRanges(): Range[] {
    return ranges(this.views, this.bookId, this.data.ranges);
  }
  getContainer(): ContainerInfo {
    return new ContainerInfo(this.exec, this.data);
  }
  setPosition(anchorRowPos: number, anchorColPos: number, offsetX: number, offsetY: number): this {
    if (anchorRowPos < 1 || anchorColPos < 1) throw new GoogleError("The chart position must be at least 1.");
    return this.with({ row: anchorRowPos, column: anchorColPos, offsetX, offsetY });
  }
  setNumHeaders(headers: number): this {
    return this.with({ numHeaders: headers });
  }
  setMergeStrategy(strategy: EnumValue): this {
    return this.with({ mergeStrategy: strategy.name });
  }
  setHiddenDimensionStrategy(strategy: EnumValue): this {
    return this.with({ hiddenStrategy: strategy.name });
  }
  setTransposeRowsAndColumns(transpose: boolean): this {
    return this.with({ transpose });
  }
  setOption(option: string, value: unknown): this {
    return this.option(option, value);
  }

  setTitle(chartTitle: string): this {
    return this.option("title", chartTitle);
  }
  setXAxisTitle(title: string): this {
    return this.option("hAxis.title", title);
  }
  setYAxisTitle(title: string): this {
    return this.option("vAxis.title", title);
  }
  setColors(cssValues: string[]): this {
    return this.option("colors", cssValues);
  }
  setBackgroundColor(cssValue: string): this {
    return this.option("backgroundColor", cssValue);
  }
  setLegendPosition(position: EnumValue): this {
    return this.option("legend.position", position.name.toLowerCase());
  }
  setRange(start: number, end: number): this {
    return this.option("vAxis.viewWindow.min", start).option("vAxis.viewWindow.max", end);
  }
  setStacked(): this {
    return this.option("isStacked", true);
  }
  reverseCategories(): this {
    return this.option("hAxis.direction", -1);
  }
  reverseDirection(): this {
    return this.option("vAxis.direction", -1);
  }
  useLogScale(): this {
    return this.option("vAxis.logScale", true);
  }
  set3D(): this {
    return this.option("is3D", true);
  }
  setCurveStyle(style: EnumValue): this {
    return this.option("curveType", style.name === "SMOOTH" ? "function" : "none");
  }
  setPointStyle(style: EnumValue): this {
    return this.option("pointSize", { NONE: 0, TINY: 3, MEDIUM: 7, LARGE: 10, HUGE: 14 }[style.name] ?? 0);
  }
  enablePaging(enabledOrSize: boolean | number): this {
    return typeof enabledOrSize === "number"
      ? this.option("pageSize", enabledOrSize)
      : this.option("page", enabledOrSize);
  }
  enableSorting(enableSorting: boolean): this {
    return this.option("sort", enableSorting);
  }
  showRowNumberColumn(showRowNumber: boolean): this {
    return this.option("showRowNumber", showRowNumber);
  }
  useAlternatingRowStyle(alternate: boolean): this {
    return this.option("alternatingRowStyle", alternate);
  }
}
