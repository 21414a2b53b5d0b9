// The builders of ScriptApp.newTrigger(…), and the trigger they make.
import { HOUR, MINUTE } from "../kernel/clock";
import { type EnumValue, type Execution, GoogleError, ServiceObject } from "../kernel/contract";
import { firstRun, type Schedule } from "../kernel/schedule";
import { type TriggerRecord, triggersOf } from "../kernel/triggers";
import { epochOf } from "../kernel/zonedTime";
import { EVENT_TYPE, TRIGGER_SOURCE } from "./enums";

/** Triggers that one account may have in one script. */
const MOST_TRIGGERS = 20;
const MINUTES = [1, 5, 10, 15, 30];
const HOURS = [1, 2, 4, 6, 8, 12];

type Event = Pick<TriggerRecord, "eventType" | "source" | "sourceId" | "schedule">;

/** An installed trigger, as its owner sees it. */
export class Trigger extends ServiceObject {
  readonly typeName = "Script.Trigger";

  constructor(
    exec: Execution,
    private readonly record: TriggerRecord,
  ) {
    super(exec);
  }

  getEventType(): EnumValue {
    return EVENT_TYPE[this.record.eventType];
  }

  getHandlerFunction(): string {
    return this.record.handler;
  }

  getTriggerSource(): EnumValue {
    return TRIGGER_SOURCE[this.record.source];
  }

  getTriggerSourceId(): string | null {
    return this.record.sourceId;
  }

  getUniqueId(): string {
    return this.record.uid;
  }
}

/** `ScriptApp.newTrigger("handler")`: what shall fire it? */
export class TriggerBuilder extends ServiceObject {
  readonly typeName = "Script.TriggerBuilder";

  constructor(
    exec: Execution,
    private readonly handler: string,
  ) {
    super(exec);
  }

  forSpreadsheet(sheet: string | (ServiceObject & { getId(): string }) | null): SpreadsheetTriggerBuilder {
    return new SpreadsheetTriggerBuilder(this.exec, this.handler, readableId(this.exec, sheet));
  }

  forForm(form: string | (ServiceObject & { getId(): string }) | null): FormTriggerBuilder {
    return new FormTriggerBuilder(this.exec, this.handler, readableId(this.exec, form));
  }

  timeBased(): ClockTriggerBuilder {
    return new ClockTriggerBuilder(this.exec, this.handler);
  }
}

abstract class SourceTriggerBuilder extends ServiceObject {
  protected eventType: TriggerRecord["eventType"] | null = null;
  protected abstract readonly source: TriggerRecord["source"];

  constructor(
    exec: Execution,
    private readonly handler: string,
    private readonly sourceId: string,
  ) {
    super(exec);
  }

  create(): Trigger {
    if (this.eventType === null)
      throw new GoogleError("An event type must be selected before the trigger can be created.");
    return install(this.exec, this.handler, {
      eventType: this.eventType,
      source: this.source,
      sourceId: this.sourceId,
      schedule: null,
    });
  }

  protected on(eventType: TriggerRecord["eventType"]): this {
    this.eventType = eventType;
    return this;
  }
}

class SpreadsheetTriggerBuilder extends SourceTriggerBuilder {
  readonly typeName = "Script.SpreadsheetTriggerBuilder";
  protected readonly source = "SPREADSHEETS";

  onChange(): this {
    return this.on("ON_CHANGE");
  }

  onEdit(): this {
    return this.on("ON_EDIT");
  }

  onFormSubmit(): this {
    return this.on("ON_FORM_SUBMIT");
  }

  onOpen(): this {
    return this.on("ON_OPEN");
  }
}

class FormTriggerBuilder extends SourceTriggerBuilder {
  readonly typeName = "Script.FormTriggerBuilder";
  protected readonly source = "FORMS";

  onFormSubmit(): this {
    return this.on("ON_FORM_SUBMIT");
  }

  onOpen(): this {
    return this.on("ON_OPEN");
  }
}

class ClockTriggerBuilder extends ServiceObject {
  readonly typeName = "Script.ClockTriggerBuilder";
  private once: number | null = null;
  private date: { year: number; month: number; day: number } | null = null;
  private interval: number | null = null;
  private everyDay: number | null = null;
  private everyWeek: number | null = null;
  private hour: number | null = null;
  private minute: number | null = null;
  private weekDay: number | null = null;
  private monthDay: number | null = null;
  private zone = this.exec.script.manifest.timeZone;

  constructor(
    exec: Execution,
    private readonly handler: string,
  ) {
    super(exec);
  }

  after(durationMilliseconds: number): this {
    this.once = this.exec.world.clock.now() + durationMilliseconds;
    return this;
  }

  at(date: Date): this {
    this.once = date.getTime();
    return this;
  }

  atDate(year: number, month: number, day: number): this {
    this.date = { year, month, day };
    return this;
  }

  atHour(hour: number): this {
    this.hour = within("hour", hour, 0, 23);
    return this;
  }

  everyMinutes(n: number): this {
    if (!MINUTES.includes(n))
      throw new GoogleError(`The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.`);
    this.interval = n * MINUTE;
    return this;
  }

  everyHours(n: number): this {
    if (!HOURS.includes(n))
      throw new GoogleError(`The value you passed to everyHours was invalid. It must be one of 1, 2, 4, 6, 8 or 12.`);
    this.interval = n * HOUR;
    return this;
  }

  everyDays(n: number): this {
    this.everyDay = within("days", n, 1, 365);
    return this;
  }

  everyWeeks(n: number): this {
    this.everyWeek = within("weeks", n, 1, 52);
    return this;
  }

  inTimezone(timezone: string): this {
    this.zone = timezone;
    return this;
  }

  nearMinute(minute: number): this {
    this.minute = within("minute", minute, 0, 59);
    return this;
  }

  onMonthDay(day: number): this {
    this.monthDay = within("day", day, 1, 31);
    return this;
  }

  onWeekDay(day: EnumValue): this {
    this.weekDay = day.index;
    return this;
  }

  create(): Trigger {
    return install(this.exec, this.handler, {
      eventType: "CLOCK",
      source: "CLOCK",
      sourceId: null,
      schedule: this.schedule(),
    });
  }

  private schedule(): Schedule {
    const now = this.exec.world.clock.now();
    if (this.date) {
      const wall = { ...this.date, hour: this.hour ?? 0, minute: this.minute ?? 0, second: 0 };
      return { kind: "once", at: epochOf(wall, this.zone) };
    }
    if (this.once !== null) return { kind: "once", at: this.once };
    if (this.interval !== null) return { kind: "interval", milliseconds: this.interval };
    if (this.everyDay === null && this.everyWeek === null && this.weekDay === null && this.monthDay === null) {
      throw new GoogleError("A recurrence or a moment must be selected before the trigger can be created.");
    }
    return {
      kind: "daily",
      zone: this.zone,
      // Without an hour Google keeps to the time of day at which the trigger was made.
      hour: this.hour ?? new Date(now).getUTCHours(),
      minute: this.minute,
      everyDays: this.everyDay ?? (this.everyWeek === null ? 1 : this.everyWeek * 7),
      weekDay: this.weekDay,
      everyWeeks: this.everyWeek ?? 1,
      monthDay: this.monthDay,
    };
  }
}

function install(exec: Execution, handler: string, event: Event): Trigger {
  const { world, script, effectiveUser } = exec;
  const all = triggersOf(world);
  const own = all.filter((record) => record.scriptId === script.id && record.owner === effectiveUser);
  if (own.length >= MOST_TRIGGERS) {
    throw new GoogleError(
      "This script has too many triggers. Triggers must be deleted from the script before more can be added.",
    );
  }
  const uid = world.newId("trigger");
  const next = event.schedule && firstRun(event.schedule, world.clock.now(), uid);
  const record: TriggerRecord = { uid, scriptId: script.id, owner: effectiveUser, handler, ...event, next };
  all.push(record);
  return new Trigger(exec, record);
}

function readableId(exec: Execution, document: string | (ServiceObject & { getId(): string }) | null): string {
  const id = typeof document === "string" ? document : document?.getId();
  const file = id === undefined ? undefined : exec.files.find(id);
  if (!file || !exec.files.canRead(file, exec.effectiveUser)) {
    throw new GoogleError("No item with the given ID could be found, or you do not have permission to access it.");
  }
  return file.id;
}

function within(what: string, value: number, least: number, most: number): number {
  if (!Number.isInteger(value) || value < least || value > most) throw new GoogleError(`Invalid argument: ${what}`);
  return value;
}
