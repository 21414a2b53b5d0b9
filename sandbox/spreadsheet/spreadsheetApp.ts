// SpreadsheetApp: opening and making spreadsheets, what is active, builders, enumerations, and the user interface.
import { driveFiles } from "../drive/files";
import { type Execution, GoogleError, type ServiceObject } from "../kernel/contract";
import { ColorBuilder } from "./color";
import { ConditionalFormatRuleBuilder } from "./conditionalFormat";
import * as enums from "./enums";
import { FilterCriteriaBuilder } from "./filter";
import { Range } from "./range";
import type { RangeList } from "./rangeList";
import { RichTextValueBuilder, TextStyleBuilder } from "./richText";
import type { Selection } from "./selection";
import { Sheet } from "./sheet";
import { Spreadsheet } from "./spreadsheet";
import { createSpreadsheet, findSpreadsheet } from "./state";
import { Ui } from "./ui";
import { DataValidationBuilder } from "./validationRule";
import { SheetsObject, Views } from "./views";

const held = new WeakMap<Execution, Views>();

/** The views of an execution: the same for SpreadsheetApp and for the objects in trigger events. */
export function viewsOf(exec: Execution): Views {
  let views = held.get(exec);
  if (!views) {
    views = new Views(exec, {
      spreadsheet: (own, bookId) => new Spreadsheet(own, bookId),
      sheet: (own, bookId, sheetId) => new Sheet(own, bookId, sheetId),
      range: (own, bookId, sheetId, rect) => new Range(own, bookId, sheetId, rect),
    });
    held.set(exec, views);
  }
  return views;
}

/** The service. */
export class SpreadsheetApp extends SheetsObject {
  readonly typeName = "Spreadsheet.SpreadsheetApp";
  readonly BooleanCriteria = enums.BooleanCriteria;
  readonly BorderStyle = enums.BorderStyle;
  readonly ColorType = enums.ColorType;
  readonly CopyPasteType = enums.CopyPasteType;
  readonly DataValidationCriteria = enums.DataValidationCriteria;
  readonly DeveloperMetadataLocationType = enums.DeveloperMetadataLocationType;
  readonly DeveloperMetadataVisibility = enums.DeveloperMetadataVisibility;
  readonly Dimension = enums.Dimension;
  readonly Direction = enums.Direction;
  readonly InterpolationType = enums.InterpolationType;
  readonly ProtectionType = enums.ProtectionType;
  readonly RecalculationInterval = enums.RecalculationInterval;
  readonly RelativeDate = enums.RelativeDate;
  readonly SheetType = enums.SheetType;
  readonly TextDirection = enums.TextDirection;
  readonly WrapStrategy = enums.WrapStrategy;

  constructor(exec: Execution) {
    super(viewsOf(exec));
  }

  create(name: string, rows?: number | null, columns?: number | null): Spreadsheet {
    const container = this.views.activeSpreadsheetId;
    const model = container === null ? undefined : findSpreadsheet(this.exec.world, container);
    const id = createSpreadsheet(this.exec.world, {
      owner: this.exec.effectiveUser,
      title: name,
      timeZone: this.exec.script.manifest.timeZone,
      ...(model ? { locale: model.locale } : {}),
      ...(rows ? { rows } : {}),
      ...(columns ? { columns } : {}),
    });
    return this.views.spreadsheet(id);
  }

  openById(id: string): Spreadsheet {
    const files = driveFiles(this.exec.world);
    const file = files.find(id);
    if (!file || !findSpreadsheet(this.exec.world, id)) {
      throw new GoogleError(`Document ${id} is missing (perhaps it was deleted?)`);
    }
    if (!files.canRead(file, this.exec.effectiveUser)) {
      throw new GoogleError("You do not have permissions to access the requested document.");
    }
    return this.views.spreadsheet(id);
  }

  openByUrl(url: string): Spreadsheet {
    const id = /\/spreadsheets\/d\/([\w-]+)/.exec(url)?.[1];
    if (id === undefined) throw new GoogleError("Invalid argument: url");
    return this.openById(id);
  }

  open(file: ServiceObject & { getId(): string }): Spreadsheet {
    return this.openById(file.getId());
  }

  getActiveSpreadsheet(): Spreadsheet | null {
    const id = this.views.activeSpreadsheetId;
    return id === null ? null : this.views.spreadsheet(id);
  }
  getActive(): Spreadsheet | null {
    return this.getActiveSpreadsheet();
  }
  setActiveSpreadsheet(newActiveSpreadsheet: Spreadsheet): void {
    this.views.activeSpreadsheetId = newActiveSpreadsheet.bookId;
  }

  private get activeBook(): Spreadsheet {
    const book = this.getActiveSpreadsheet();
    if (!book) throw new GoogleError("No active spreadsheet.");
    return book;
  }

  getActiveSheet(): Sheet {
    return this.activeBook.getActiveSheet();
  }
  setActiveSheet(sheet: Sheet): Sheet {
    return this.activeBook.setActiveSheet(sheet);
  }
  getActiveRange(): Range | null {
    return this.activeBook.getActiveRange();
  }
  getActiveRangeList(): RangeList | null {
    return this.activeBook.getActiveRangeList();
  }
  setActiveRange(range: Range): Range {
    return range.activate();
  }
  setActiveRangeList(rangeList: RangeList): RangeList {
    return rangeList.activate();
  }
  getCurrentCell(): Range | null {
    return this.activeBook.getCurrentCell();
  }
  setCurrentCell(cell: Range): Range {
    return cell.activate();
  }
  getSelection(): Selection {
    return this.activeBook.getSelection();
  }

  /** Writes are never held back here, so there is nothing to commit; the call still costs its time. */
  flush(): void {
    this.views.now();
  }

  getUi(): Ui {
    return new Ui(this.exec);
  }

  /** Builders belong to no spreadsheet; ranges in them are of the active one. */
  private get builderBook(): string {
    return this.views.activeSpreadsheetId ?? "";
  }
  newDataValidation(): DataValidationBuilder {
    return new DataValidationBuilder(this.views, this.builderBook);
  }
  newFilterCriteria(): FilterCriteriaBuilder {
    return new FilterCriteriaBuilder(this.views, this.builderBook);
  }
  newConditionalFormatRule(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this.views, this.builderBook);
  }
  newColor(): ColorBuilder {
    return new ColorBuilder(this.exec);
  }
  newTextStyle(): TextStyleBuilder {
    return new TextStyleBuilder(this.exec);
  }
  newRichTextValue(): RichTextValueBuilder {
    return new RichTextValueBuilder(this.exec);
  }
}
