// Text styles and rich text: stretches of a cell's text with their own look or link.
import { type Execution, GoogleError, ServiceObject } from "../kernel/contract";
import type { StylePatch } from "./cells";
import { Color } from "./color";
import type { RichRun, TextLook } from "./model";
import { normalColor } from "./styles";

/** The look of characters. */
export class TextStyle extends ServiceObject {
  readonly typeName = "Spreadsheet.TextStyle";
  constructor(
    exec: Execution,
    readonly look: TextLook,
  ) {
    super(exec);
  }

  /** What the style changes when a whole cell takes it on. */
  cellPatch(): StylePatch {
    const { bold, italic, underline, strikethrough, color, family, size } = this.look;
    const line = underline ? "underline" : strikethrough ? "line-through" : "none";
    return {
      ...(bold === undefined ? {} : { fontWeight: bold ? "bold" : "normal" }),
      ...(italic === undefined ? {} : { fontStyle: italic ? "italic" : "normal" }),
      ...(underline === undefined && strikethrough === undefined ? {} : { fontLine: line }),
      ...(color === undefined ? {} : { fontColor: color }),
      ...(family === undefined ? {} : { fontFamily: family }),
      ...(size === undefined ? {} : { fontSize: size }),
    };
  }

  copy(): TextStyleBuilder {
    return new TextStyleBuilder(this.exec, this.look);
  }
  isBold(): boolean | null {
    return this.look.bold ?? null;
  }
  isItalic(): boolean | null {
    return this.look.italic ?? null;
  }
  isUnderline(): boolean | null {
    return this.look.underline ?? null;
  }
  isStrikethrough(): boolean | null {
    return this.look.strikethrough ?? null;
  }
  getFontFamily(): string | null {
    return this.look.family ?? null;
  }
  getFontSize(): number | null {
    return this.look.size ?? null;
  }
  getForegroundColor(): string | null {
    return this.look.color ?? null;
  }
  getForegroundColorObject(): Color | null {
    return this.look.color === undefined ? null : new Color(this.exec, this.look.color);
  }
}

/** Makes a text style. */
export class TextStyleBuilder extends ServiceObject {
  readonly typeName = "Spreadsheet.TextStyleBuilder";
  private readonly look: TextLook;
  constructor(exec: Execution, look: TextLook = {}) {
    super(exec);
    this.look = { ...look };
  }
  private with(patch: TextLook): this {
    Object.assign(this.look, patch);
    return this;
  }
  setBold(bold: boolean): this {
    return this.with({ bold });
  }
  setItalic(italic: boolean): this {
    return this.with({ italic });
  }
  setUnderline(underline: boolean): this {
    return this.with({ underline });
  }
  setStrikethrough(strikethrough: boolean): this {
    return this.with({ strikethrough });
  }
  setFontFamily(family: string): this {
    return this.with({ family });
  }
  setFontSize(size: number): this {
    return this.with({ size });
  }
  setForegroundColor(css: string): this {
    return this.with({ color: normalColor(css) });
  }
  setForegroundColorObject(color: Color): this {
    return this.with({ color: color.css });
  }
  build(): TextStyle {
    return new TextStyle(this.exec, { ...this.look });
  }
}

/** A cell's text with its runs. */
export class RichTextValue extends ServiceObject {
  readonly typeName = "Spreadsheet.RichTextValue";
  constructor(
    exec: Execution,
    readonly text: string,
    readonly runs: RichRun[],
    private readonly start = 0,
  ) {
    super(exec);
  }
  copy(): RichTextValueBuilder {
    return new RichTextValueBuilder(this.exec, this.text, this.runs);
  }
  getText(): string {
    return this.text;
  }
  getStartIndex(): number {
    return this.start;
  }
  getEndIndex(): number {
    return this.start + this.text.length;
  }
  getLinkUrl(startOffset = 0, endOffset = this.text.length): string | null {
    return (
      this.runs.find((run) => run.link !== undefined && run.start <= startOffset && run.end >= endOffset)?.link ?? null
    );
  }
  getTextStyle(startOffset = 0, endOffset = this.text.length): TextStyle {
    const covering = this.runs.filter((run) => run.style && run.start <= startOffset && run.end >= endOffset);
    return new TextStyle(this.exec, Object.assign({}, ...covering.map((run) => run.style)) as TextLook);
  }
  getRuns(): RichTextValue[] {
    const edges = [...new Set([0, this.text.length, ...this.runs.flatMap((run) => [run.start, run.end])])].sort(
      (a, b) => a - b,
    );
    return edges.slice(1).map((end, index) => {
      const start = edges[index] ?? 0;
      const inside = this.runs.filter((run) => run.start <= start && run.end >= end);
      const runs = inside.map((run) => ({ ...run, start: 0, end: end - start }));
      return new RichTextValue(this.exec, this.text.slice(start, end), runs, start);
    });
  }
}

/** Makes a rich text value. */
export class RichTextValueBuilder extends ServiceObject {
  readonly typeName = "Spreadsheet.RichTextValueBuilder";
  private runs: RichRun[];
  constructor(
    exec: Execution,
    private text = "",
    runs: RichRun[] = [],
  ) {
    super(exec);
    this.runs = runs.map((run) => ({ ...run }));
  }
  setText(text: string): this {
    this.text = text;
    this.runs = [];
    return this;
  }
  setLinkUrl(...args: [string | null] | [number, number, string | null]): this {
    const [start, end, link] = args.length === 3 ? args : [0, this.text.length, args[0]];
    this.assertInside(start, end);
    this.runs = this.runs.filter((run) => run.link === undefined || run.end <= start || run.start >= end);
    if (link !== null) this.runs.push({ start, end, link });
    return this;
  }
  setTextStyle(...args: [TextStyle | null] | [number, number, TextStyle | null]): this {
    const [start, end, style] = args.length === 3 ? args : [0, this.text.length, args[0]];
    this.assertInside(start, end);
    if (style !== null) this.runs.push({ start, end, style: style.look });
    return this;
  }
  build(): RichTextValue {
    return new RichTextValue(this.exec, this.text, this.runs);
  }
  private assertInside(start: number, end: number): void {
    if (start < 0 || end > this.text.length || start > end) throw new GoogleError("Invalid argument: offset");
  }
}
