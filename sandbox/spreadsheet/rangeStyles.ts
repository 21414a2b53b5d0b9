// How the cells of a range look: colours, fonts, alignment, wrapping and borders.
import type { EnumValue } from "../kernel/contract";
import { cellAt, ensureCell, restyle, restyleBlock, restyler, styleOf, type StylePatch } from "./cells";
import { Color } from "./color";
import { BorderStyle, named, TextDirection, WrapStrategy } from "./enums";
import type { BorderSide, Rect, Style } from "./model";
import type { Range } from "./range";
import { RangeValues } from "./rangeValues";
import { TextStyle } from "./richText";
import { touch } from "./state";
import { DEFAULTS, hexColor, normalColor } from "./styles";

type StyleKey = keyof typeof DEFAULTS & keyof Style;

const asColor = (color: unknown): string | undefined => (typeof color === "string" ? normalColor(color) : undefined);
const asText = (text: unknown): string | undefined => (typeof text === "string" ? text : undefined);
const asColorObject = (color: unknown): string | undefined => (color instanceof Color ? color.css : undefined);
const asNumber = (size: unknown): number | undefined => (typeof size === "number" ? size : undefined);

/** Range with its looks. */
export abstract class RangeStyles extends RangeValues {
  private style(row = this.rect.row, column = this.rect.column): Style {
    return styleOf(this.book, cellAt(this.data, row, column));
  }

  private read<K extends StyleKey>(key: K): Exclude<Style[K], undefined> | (typeof DEFAULTS)[K] {
    return (this.style()[key] as Exclude<Style[K], undefined> | undefined) ?? DEFAULTS[key];
  }

  private readAll<K extends StyleKey>(key: K): (Exclude<Style[K], undefined> | (typeof DEFAULTS)[K])[][] {
    return this.grid(
      (row, column) => (this.style(row, column)[key] as Exclude<Style[K], undefined> | undefined) ?? DEFAULTS[key],
    );
  }

  private patch(patch: StylePatch): Range {
    this.assertMayEdit();
    restyleBlock(this.book, this.data, this.rect, patch);
    touch(this.book);
    return this.self;
  }

  private patchAll(values: unknown[][], patchFor: (value: unknown) => StylePatch): Range {
    this.assertShape(values);
    this.assertMayEdit();
    const { book, data, rect } = this;
    const change = restyler(book);
    this.grid((row, column) => {
      change(ensureCell(data, row, column), patchFor(values[row - rect.row]?.[column - rect.column]));
    });
    touch(book);
    return this.self;
  }

  getBackground(): string {
    return this.read("background");
  }
  getBackgrounds(): string[][] {
    return this.readAll("background");
  }
  getBackgroundObject(): Color {
    return new Color(this.exec, this.read("background"));
  }
  getBackgroundObjects(): Color[][] {
    return this.readAll("background").map((line) => line.map((css) => new Color(this.exec, css)));
  }
  setBackground(color: string | null): Range {
    return this.patch({ background: asColor(color) });
  }
  setBackgrounds(colors: (string | null)[][]): Range {
    return this.patchAll(colors, (color) => ({ background: asColor(color) }));
  }
  setBackgroundRGB(red: number, green: number, blue: number): Range {
    return this.patch({ background: hexColor(red, green, blue) });
  }
  setBackgroundObject(color: Color | null): Range {
    return this.patch({ background: asColorObject(color) });
  }
  setBackgroundObjects(colors: (Color | null)[][]): Range {
    return this.patchAll(colors, (color) => ({ background: asColorObject(color) }));
  }

  getFontColor(): string {
    return this.read("fontColor");
  }
  getFontColors(): string[][] {
    return this.readAll("fontColor");
  }
  getFontColorObject(): Color {
    return new Color(this.exec, this.read("fontColor"));
  }
  getFontColorObjects(): Color[][] {
    return this.readAll("fontColor").map((line) => line.map((css) => new Color(this.exec, css)));
  }
  setFontColor(color: string | null): Range {
    return this.patch({ fontColor: asColor(color) });
  }
  setFontColors(colors: unknown[][]): Range {
    return this.patchAll(colors, (color) => ({ fontColor: asColor(color) }));
  }
  setFontColorObject(color: Color | null): Range {
    return this.patch({ fontColor: asColorObject(color) });
  }
  setFontColorObjects(colors: (Color | null)[][]): Range {
    return this.patchAll(colors, (color) => ({ fontColor: asColorObject(color) }));
  }

  getFontFamily(): string {
    return this.read("fontFamily");
  }
  getFontFamilies(): string[][] {
    return this.readAll("fontFamily");
  }
  setFontFamily(family: string | null): Range {
    return this.patch({ fontFamily: asText(family) });
  }
  setFontFamilies(families: (string | null)[][]): Range {
    return this.patchAll(families, (family) => ({ fontFamily: asText(family) }));
  }

  getFontSize(): number {
    return this.read("fontSize");
  }
  getFontSizes(): number[][] {
    return this.readAll("fontSize");
  }
  setFontSize(size: number): Range {
    return this.patch({ fontSize: size });
  }
  setFontSizes(sizes: number[][]): Range {
    return this.patchAll(sizes, (size) => ({ fontSize: asNumber(size) }));
  }

  getFontWeight(): string {
    return this.read("fontWeight");
  }
  getFontWeights(): string[][] {
    return this.readAll("fontWeight");
  }
  setFontWeight(weight: string | null): Range {
    return this.patch({ fontWeight: asText(weight) });
  }
  setFontWeights(weights: (string | null)[][]): Range {
    return this.patchAll(weights, (weight) => ({ fontWeight: asText(weight) }));
  }

  getFontStyle(): string {
    return this.read("fontStyle");
  }
  getFontStyles(): string[][] {
    return this.readAll("fontStyle");
  }
  setFontStyle(style: string | null): Range {
    return this.patch({ fontStyle: asText(style) });
  }
  setFontStyles(styles: (string | null)[][]): Range {
    return this.patchAll(styles, (style) => ({ fontStyle: asText(style) }));
  }

  getFontLine(): string {
    return this.read("fontLine");
  }
  getFontLines(): string[][] {
    return this.readAll("fontLine");
  }
  setFontLine(line: string | null): Range {
    return this.patch({ fontLine: asText(line) });
  }
  setFontLines(lines: (string | null)[][]): Range {
    return this.patchAll(lines, (line) => ({ fontLine: asText(line) }));
  }

  getHorizontalAlignment(): string {
    return this.read("horizontal");
  }
  getHorizontalAlignments(): string[][] {
    return this.readAll("horizontal");
  }
  setHorizontalAlignment(alignment: string | null): Range {
    return this.patch({ horizontal: asText(alignment) });
  }
  setHorizontalAlignments(alignments: (string | null)[][]): Range {
    return this.patchAll(alignments, (alignment) => ({ horizontal: asText(alignment) }));
  }

  getVerticalAlignment(): string {
    return this.read("vertical");
  }
  getVerticalAlignments(): string[][] {
    return this.readAll("vertical");
  }
  setVerticalAlignment(alignment: string | null): Range {
    return this.patch({ vertical: asText(alignment) });
  }
  setVerticalAlignments(alignments: (string | null)[][]): Range {
    return this.patchAll(alignments, (alignment) => ({ vertical: asText(alignment) }));
  }

  getWrap(): boolean {
    return this.read("wrap") === "WRAP";
  }
  getWraps(): boolean[][] {
    return this.readAll("wrap").map((line) => line.map((wrap) => wrap === "WRAP"));
  }
  setWrap(isWrapEnabled: boolean): Range {
    return this.patch({ wrap: isWrapEnabled ? "WRAP" : "OVERFLOW" });
  }
  setWraps(wraps: boolean[][]): Range {
    return this.patchAll(wraps, (wrap) => ({ wrap: wrap === true ? "WRAP" : "OVERFLOW" }));
  }
  getWrapStrategy(): EnumValue {
    return named(WrapStrategy, this.read("wrap"));
  }
  getWrapStrategies(): EnumValue[][] {
    return this.readAll("wrap").map((line) => line.map((wrap) => named(WrapStrategy, wrap)));
  }
  setWrapStrategy(strategy: EnumValue): Range {
    return this.patch({ wrap: strategy.name });
  }
  setWrapStrategies(strategies: EnumValue[][]): Range {
    return this.patchAll(strategies, (strategy) => ({ wrap: (strategy as EnumValue).name }));
  }

  setTextRotation(degrees: number): Range {
    return this.patch({ rotation: degrees === 0 ? undefined : degrees });
  }
  setVerticalText(isVertical: boolean): Range {
    return this.patch({ verticalText: isVertical ? true : undefined });
  }
  getTextDirection(): EnumValue | null {
    const { direction } = this.style();
    return direction === undefined ? null : named(TextDirection, direction);
  }
  setTextDirection(direction: EnumValue | null): Range {
    return this.patch({ direction: direction?.name });
  }

  getTextStyle(): TextStyle {
    return this.getTextStyles()[0]?.[0] ?? new TextStyle(this.exec, {});
  }
  getTextStyles(): TextStyle[][] {
    return this.grid((row, column) => {
      const style = { ...DEFAULTS, ...this.style(row, column) };
      return new TextStyle(this.exec, {
        bold: style.fontWeight === "bold",
        italic: style.fontStyle === "italic",
        underline: style.fontLine === "underline",
        strikethrough: style.fontLine === "line-through",
        color: style.fontColor,
        family: style.fontFamily,
        size: style.fontSize,
      });
    });
  }
  setTextStyle(style: TextStyle): Range {
    return this.patch(style.cellPatch());
  }
  setTextStyles(styles: TextStyle[][]): Range {
    return this.patchAll(styles, (style) => (style as TextStyle).cellPatch());
  }

  setBorder(
    top: boolean | null,
    left: boolean | null,
    bottom: boolean | null,
    right: boolean | null,
    vertical: boolean | null,
    horizontal: boolean | null,
    color?: string | null,
    style?: EnumValue | null,
  ): Range {
    this.assertMayEdit();
    const side: BorderSide = { style: (style ?? BorderStyle.SOLID).name, color: normalColor(color ?? "black") };
    const flags = { top, left, bottom, right, vertical, horizontal };
    this.grid((row, column) => {
      const cell = ensureCell(this.data, row, column);
      const borders = bordered(styleOf(this.book, cell).borders ?? {}, sidesOf(this.rect, row, column, flags), side);
      restyle(this.book, cell, { borders: Object.keys(borders).length === 0 ? undefined : borders });
    });
    touch(this.book);
    return this.self;
  }
}

type Borders = NonNullable<Style["borders"]>;
type Flags = Record<"top" | "left" | "bottom" | "right" | "vertical" | "horizontal", boolean | null>;

/** Which sides of one cell a range's border settings touch: the outer ones at its edge, the inner ones within. */
function sidesOf(rect: Rect, row: number, column: number, flags: Flags): Record<keyof Borders, boolean | null> {
  return {
    top: row === rect.row ? flags.top : flags.horizontal,
    bottom: row === rect.row + rect.rows - 1 ? flags.bottom : flags.horizontal,
    left: column === rect.column ? flags.left : flags.vertical,
    right: column === rect.column + rect.columns - 1 ? flags.right : flags.vertical,
  };
}

function bordered(borders: Borders, sides: Record<keyof Borders, boolean | null>, side: BorderSide): Borders {
  const result: Borders = { ...borders };
  for (const key of ["top", "left", "bottom", "right"] as const) {
    if (sides[key] === true) result[key] = side;
    if (sides[key] === false) delete result[key];
  }
  return result;
}
