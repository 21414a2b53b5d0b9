// The `fields` parameter: its grammar (`nextPageToken,files(id,owners/emailAddress)`), its checks, and what it leaves of an answer.

import { DriveError } from "./errors";

/** What is wanted of a value: all of it, or these members. */
export type Mask = "all" | Map<string, Mask>;

/** The members that a resource has. `null`: a value, or a map with free keys. */
export interface Shape {
  [name: string]: Shape | null;
}

/** Reads a mask and checks it against the resource. @throws 400 `Invalid field selection x` */
export function parseFields(text: string, shape: Shape): Mask {
  const parser = new FieldsParser(text);
  const mask = parser.list();
  if (!parser.atEnd()) throw invalidSelection(parser.rest());
  check(mask, shape);
  return mask;
}

/** True if a mask wants this member at all. */
export function wants(mask: Mask, name: string): boolean {
  return mask === "all" || mask.has(name) || mask.has("*");
}

/** The part of a mask that concerns one member. */
export function below(mask: Mask, name: string): Mask {
  if (mask === "all") return "all";
  return mask.get(name) ?? mask.get("*") ?? new Map<string, Mask>();
}

/** Leaves of a value only what the mask wants; absent members stay absent. */
export function select(value: unknown, mask: Mask): unknown {
  if (mask === "all" || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => select(item, mask));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, member]) => member !== undefined && wants(mask, name))
      .map(([name, member]) => [name, select(member, below(mask, name))]),
  );
}

class FieldsParser {
  private at = 0;
  constructor(private readonly text: string) {}

  atEnd(): boolean {
    return this.at >= this.text.length;
  }

  rest(): string {
    return this.text.slice(this.at);
  }

  list(): Mask {
    const mask = new Map<string, Mask>();
    if (this.text.trim() === "") return mask;
    do {
      const [name, inner] = this.path();
      mask.set(name, merge(mask.get(name), inner));
    } while (this.take(","));
    return mask;
  }

  private path(): [string, Mask] {
    const name = this.name();
    if (this.take("/")) return [name, new Map([this.path()])];
    if (!this.take("(")) return [name, "all"];
    const inner = this.list();
    if (!this.take(")")) throw invalidSelection(this.text);
    return [name, inner];
  }

  private name(): string {
    const found = /^\s*(\*|[A-Za-z][A-Za-z0-9_]*)\s*/.exec(this.rest());
    if (found?.[1] === undefined) throw invalidSelection(this.rest());
    this.at += found[0].length;
    return found[1];
  }

  private take(sign: string): boolean {
    const found = /^\s*(.)\s*/.exec(this.rest());
    if (found?.[1] !== sign) return false;
    this.at += found[0].length;
    return true;
  }
}

function merge(one: Mask | undefined, other: Mask): Mask {
  if (one === undefined) return other;
  if (one === "all" || other === "all") return "all";
  const both = new Map(one);
  for (const [name, inner] of other) both.set(name, merge(both.get(name), inner));
  return both;
}

function check(mask: Mask, shape: Shape): void {
  if (mask === "all") return;
  for (const [name, inner] of mask) {
    if (name === "*") continue;
    const known = Object.hasOwn(shape, name) ? shape[name] : undefined;
    if (known === undefined) throw invalidSelection(name);
    if (known !== null) check(inner, known);
  }
}

function invalidSelection(name: string): DriveError {
  return new DriveError(400, "invalidParameter", `Invalid field selection ${name}`, { location: "fields" });
}
