// Questions answered by one value: texts, a scale, a rating, dates and times.

import { type EnumValue, GoogleError } from "../kernel/contract";
import { RatingIconType } from "./enums";
import type { ItemResponse } from "./itemResponse";
import { QuestionItem } from "./questionItem";

const two = (number: number): string => String(number).padStart(2, "0");

function within(value: number, low: number, high: number, what: string): number {
  const whole = Math.trunc(value);
  if (whole < low || whole > high || Number.isNaN(whole)) throw new GoogleError(`Invalid argument: ${what}`);
  return whole;
}

export class TextItem extends QuestionItem {
  readonly typeName: string = "Forms.TextItem";

  createResponse(response: string | null): ItemResponse {
    return this.answered(response ?? "");
  }
}

export class ParagraphTextItem extends TextItem {
  override readonly typeName = "Forms.ParagraphTextItem";
}

export class ScaleItem extends QuestionItem {
  readonly typeName = "Forms.ScaleItem";

  private get scale(): { lower: number; upper: number; left: string; right: string } {
    return (this.state.scale ??= { lower: 1, upper: 5, left: "", right: "" });
  }

  getLowerBound(): number {
    return this.scale.lower;
  }
  getUpperBound(): number {
    return this.scale.upper;
  }
  getLeftLabel(): string {
    return this.scale.left;
  }
  getRightLabel(): string {
    return this.scale.right;
  }

  /** The lower bound is 0 or 1, the upper one 3 to 10; decimals are cut. */
  setBounds(lower: number, upper: number): this {
    const bounds = { lower: within(lower, 0, 1, "lower"), upper: within(upper, 3, 10, "upper") };
    Object.assign(this.scale, bounds);
    return this;
  }

  setLabels(lower: string | null, upper: string | null): this {
    Object.assign(this.scale, { left: lower ?? "", right: upper ?? "" });
    return this;
  }

  createResponse(response: number): ItemResponse {
    const { lower, upper } = this.scale;
    return this.answered(String(within(response, lower, upper, "response")));
  }
}

export class RatingItem extends QuestionItem {
  readonly typeName = "Forms.RatingItem";

  private get rating(): { levels: number; icon: string } {
    return (this.state.rating ??= { levels: 3, icon: "STAR" });
  }

  getRatingIcon(): EnumValue {
    return Object.values(RatingIconType).find((icon) => icon.name === this.rating.icon) ?? RatingIconType.STAR;
  }
  setRatingIcon(ratingIcon: EnumValue): this {
    this.rating.icon = ratingIcon.name;
    return this;
  }
  getRatingScaleLevel(): number {
    return this.rating.levels;
  }
  setRatingScaleLevel(ratingScaleLevel: number): this {
    this.rating.levels = within(ratingScaleLevel, 3, 10, "ratingScaleLevel");
    return this;
  }

  createResponse(response: number): ItemResponse {
    return this.answered(String(within(response, 1, this.rating.levels, "response")));
  }
}

abstract class CalendarItem extends QuestionItem {
  includesYear(): boolean {
    return this.state.includesYear ?? true;
  }

  setIncludesYear(enableYear: boolean): this {
    this.state.includesYear = enableYear;
    return this;
  }

  /** The date as the script's time zone has it: the form's zone may differ, and then Google shifts. */
  protected parts(moment: Date): { date: string; time: string } {
    const format = new Intl.DateTimeFormat("sv-SE", {
      timeZone: this.exec.script.manifest.timeZone,
      dateStyle: "short",
      timeStyle: "short",
    });
    const [date = "", time = ""] = format.format(moment).split(" ");
    return { date: this.includesYear() ? date : date.slice(5), time };
  }
}

export class DateItem extends CalendarItem {
  readonly typeName = "Forms.DateItem";

  createResponse(response: Date): ItemResponse {
    return this.answered(this.parts(response).date);
  }
}

export class DateTimeItem extends CalendarItem {
  readonly typeName = "Forms.DateTimeItem";

  createResponse(response: Date): ItemResponse {
    const { date, time } = this.parts(response);
    return this.answered(`${date} ${time}`);
  }
}

export class TimeItem extends QuestionItem {
  readonly typeName = "Forms.TimeItem";

  createResponse(hour: number, minute: number): ItemResponse {
    return this.answered(`${two(within(hour, 0, 23, "hour"))}:${two(within(minute, 0, 59, "minute"))}`);
  }
}

export class DurationItem extends QuestionItem {
  readonly typeName = "Forms.DurationItem";

  createResponse(hours: number, minutes: number, seconds: number): ItemResponse {
    const parts = [within(hours, 0, 72, "hours"), within(minutes, 0, 59, "minutes"), within(seconds, 0, 59, "seconds")];
    return this.answered(parts.map(two).join(":"));
  }
}
