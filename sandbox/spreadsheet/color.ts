// Colours as objects: Color, its builder and RgbColor.
import { type EnumValue, type Execution, GoogleError, ServiceObject } from "../kernel/contract";
import { ColorType } from "./enums";
import { normalColor } from "./styles";

/** An RGB colour taken apart. */
export class RgbColor extends ServiceObject {
  readonly typeName = "Base.RgbColor";
  constructor(
    exec: Execution,
    private readonly css: string,
  ) {
    super(exec);
  }
  private part(at: number): number {
    return parseInt(this.css.slice(at, at + 2), 16) || 0;
  }
  asHexString(): string {
    return this.css;
  }
  getRed(): number {
    return this.part(1);
  }
  getGreen(): number {
    return this.part(3);
  }
  getBlue(): number {
    return this.part(5);
  }
  getColorType(): EnumValue {
    return ColorType.RGB;
  }
}

/** A colour. Theme colours are not emulated. */
export class Color extends ServiceObject {
  readonly typeName = "Spreadsheet.Color";
  constructor(
    exec: Execution,
    readonly css: string,
  ) {
    super(exec);
  }
  asRgbColor(): RgbColor {
    return new RgbColor(this.exec, this.css);
  }
  getColorType(): EnumValue {
    return ColorType.RGB;
  }
}

/** Makes a colour. */
export class ColorBuilder extends ServiceObject {
  readonly typeName = "Spreadsheet.ColorBuilder";
  private css: string | null = null;
  setRgbColor(cssString: string): this {
    this.css = normalColor(cssString);
    return this;
  }
  build(): Color {
    if (this.css === null) throw new GoogleError("A color must be set before building.");
    return new Color(this.exec, this.css);
  }
  asRgbColor(): RgbColor {
    return this.build().asRgbColor();
  }
  getColorType(): EnumValue {
    return this.css === null ? ColorType.UNSUPPORTED : ColorType.RGB;
  }
}
