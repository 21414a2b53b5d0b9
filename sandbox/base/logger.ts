// Logger: the older way into the execution log.
import { type Execution, ServiceObject } from "../kernel/contract";
import type { ScriptExecution } from "../kernel/execution";
import { formatText } from "./formatText";

export class Logger extends ServiceObject {
  readonly typeName = "Base.Logger";
  private lines: string[] = [];

  constructor(private readonly execution: ScriptExecution & Execution) {
    super(execution);
  }

  log(first: unknown, ...values: unknown[]): this {
    const text = typeof first === "string" && values.length > 0 ? formatText(first, values) : shown(first);
    this.lines.push(text);
    this.execution.print("info", [text], (value) => value);
    return this;
  }

  clear(): void {
    this.lines = [];
  }

  getLog(): string {
    return this.lines.join("\n");
  }
}

/** As Java prints: objects as {key=value}, whole numbers as doubles. */
function shown(value: unknown): string {
  if (typeof value === "number") return Number.isInteger(value) ? `${value}.0` : String(value);
  if (Array.isArray(value)) return `[${value.map(shown).join(", ")}]`;
  if (value instanceof Date || value instanceof ServiceObject)
    return value instanceof Date ? value.toString() : (value.typeName.split(".").pop() ?? "");
  if (typeof value === "object" && value !== null) {
    return `{${Object.entries(value)
      .map(([key, one]) => `${key}=${shown(one)}`)
      .join(", ")}}`;
  }
  return String(value);
}
