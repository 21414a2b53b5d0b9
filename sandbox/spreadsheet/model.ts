// What a spreadsheet is in the world's state: plain JSON, nothing computed, positions 1-based as Google counts.

/** What a cell can hold. Dates and times are serial numbers (days since 30 December 1899, wall clock) with a date format. */
export type CellValue = string | number | boolean;

/** A block of cells. `openRows`/`openColumns`: written without an end (`A2:A`), so it grows with the grid. */
export interface Rect {
  row: number;
  column: number;
  rows: number;
  columns: number;
  openRows?: true;
  openColumns?: true;
}

/** A block of cells on a known tab. */
export interface Place extends Rect {
  sheetId: number;
}

/** A stretch of text inside a cell with its own link or look. */
export interface RichRun {
  start: number;
  end: number;
  link?: string;
  style?: TextLook;
}

/** The look of characters. */
export interface TextLook {
  bold?: boolean;
  italic?: boolean;
  strikethrough?: boolean;
  underline?: boolean;
  color?: string;
  family?: string;
  size?: number;
}

/** One cell. A formula keeps no result here: results are computed when read. */
export interface Cell {
  /** The value as written. */
  v?: CellValue;
  /** The formula with its leading "=". */
  f?: string;
  /** The note. */
  note?: string;
  /** Index in the spreadsheet's `styles`. */
  s?: number;
  /** Index in the spreadsheet's `validations`. */
  d?: number;
  rich?: RichRun[];
}

/** One side of a cell's border. */
export interface BorderSide {
  style: string;
  color: string;
}

/** How a cell looks; only what differs from the default. */
export interface Style {
  numberFormat?: string;
  background?: string;
  fontColor?: string;
  fontFamily?: string;
  fontSize?: number;
  fontWeight?: string;
  fontStyle?: string;
  fontLine?: string;
  horizontal?: string;
  vertical?: string;
  wrap?: string;
  rotation?: number;
  verticalText?: boolean;
  direction?: string;
  borders?: { top?: BorderSide; left?: BorderSide; bottom?: BorderSide; right?: BorderSide };
}

/** A criterion's argument as stored: dates as instants, ranges as places. */
export type StoredArgument = string | number | boolean | { instant: number } | { place: Place } | { relative: string };

/** A data validation rule. */
export interface Validation {
  criteria: string;
  values: StoredArgument[];
  allowInvalid: boolean;
  help: string | null;
  showDropdown?: boolean;
}

/** A protected range or tab. */
export interface ProtectionData {
  id: string;
  type: "RANGE" | "SHEET";
  range: Rect;
  description: string;
  warningOnly: boolean;
  editors: string[];
  unprotected: Rect[];
  rangeName?: string;
  domainEdit?: boolean;
}

/** What a filter hides in one column. */
export interface FilterRule {
  criteria: string | null;
  values: StoredArgument[];
  hiddenValues: string[];
  visibleValues: string[];
}

/** A tab's filter. `columns` is keyed by the column's number in the grid. */
export interface FilterData {
  range: Rect;
  columns: Record<string, FilterRule>;
}

/** A chart as a stored definition; the browser front draws it. */
export interface ChartData {
  id: number;
  type: string;
  ranges: Place[];
  options: Record<string, unknown>;
  row: number;
  column: number;
  offsetX: number;
  offsetY: number;
  numHeaders: number;
  transpose: boolean;
  mergeStrategy: string;
  hiddenStrategy: string;
}

/** One end or the middle of a colour scale. */
export interface GradientPoint {
  color: string;
  type: string | null;
  value: string;
}

/** A conditional format rule as a stored definition. */
export interface ConditionalFormatData {
  ranges: Rect[];
  criteria?: string;
  values: StoredArgument[];
  look: TextLook & { background?: string };
  gradient?: { min?: GradientPoint; mid?: GradientPoint; max?: GradientPoint };
}

/** Developer metadata: on the spreadsheet, a tab, one whole row or one whole column. */
export interface MetadataData {
  id: number;
  key: string;
  value: string | null;
  visibility: "DOCUMENT" | "PROJECT";
  /** Whose project sees it, when the visibility is PROJECT. */
  scriptId: string;
  sheetId?: number;
  row?: number;
  column?: number;
}

/** One tab. */
export interface SheetData {
  id: number;
  name: string;
  maxRows: number;
  maxColumns: number;
  rows: (Cell | null)[][];
  hidden: boolean;
  tabColor: string | null;
  frozenRows: number;
  frozenColumns: number;
  hiddenGridlines: boolean;
  rightToLeft: boolean;
  columnWidths: Record<string, number>;
  rowHeights: Record<string, number>;
  hiddenRows: number[];
  hiddenColumns: number[];
  merges: Rect[];
  protections: ProtectionData[];
  filter: FilterData | null;
  charts: ChartData[];
  conditionalFormats: ConditionalFormatData[];
  formUrl: string | null;
}

/** A name given to a range. */
export interface NamedRangeData {
  name: string;
  place: Place;
}

/** One spreadsheet. Its title lives in the Drive register. */
export interface SpreadsheetData {
  id: string;
  locale: string;
  timeZone: string;
  /** Grows with every change: readers use it to know that what they computed is stale. */
  revision: number;
  sheets: SheetData[];
  styles: Style[];
  validations: Validation[];
  namedRanges: NamedRangeData[];
  metadata: MetadataData[];
  /** The last number given to a chart, a tab or a piece of metadata. */
  lastId: number;
}
