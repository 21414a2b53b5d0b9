// Copies values between the host and a script's realm, so that each side only ever sees its own arrays, dates and objects.
import { types } from "node:util";
import { EnumValue, ServiceObject } from "./contract";
import type { Realm } from "./realm";

const DEEPEST = 100;

/** Finds and makes the script's view of services and enumeration values. */
export interface Identities {
  wrap(service: ServiceObject): object;
  wrapEnum(value: EnumValue): object;
  /** The host object behind a wrapper; undefined for the script's own objects. */
  unwrap(value: object): ServiceObject | EnumValue | undefined;
}

/** A host value as the script gets it. Nothing becomes null, as with Google's methods that return nothing; bytes become an array of signed numbers. */
export function toScript(value: unknown, realm: Realm, identities: Identities): unknown {
  if (typeof value !== "object" || value === null) {
    if (typeof value === "function") throw new Error("A service returned a function: it cannot cross into a script.");
    return value === undefined ? null : value;
  }
  if (value instanceof ServiceObject) return identities.wrap(value);
  if (value instanceof EnumValue) return identities.wrapEnum(value);
  if (types.isDate(value)) return realm.date(value.getTime());
  if (types.isUint8Array(value)) return bytesToScript(value, realm);
  if (Array.isArray(value)) {
    const copy = realm.array(value.length);
    for (let index = 0; index < value.length; index += 1) copy[index] = toScript(value[index], realm, identities);
    return copy;
  }
  const copy = realm.object();
  for (const [key, one] of Object.entries(value)) copy[key] = toScript(one, realm, identities);
  return copy;
}

function bytesToScript(bytes: Uint8Array, realm: Realm): unknown[] {
  const copy = realm.array(bytes.length);
  for (let index = 0; index < bytes.length; index += 1) copy[index] = ((bytes[index] ?? 0) << 24) >> 24;
  return copy;
}

/** A script's value as the host gets it; `undefined` stays (the signature check makes it null). Functions pass as they are. */
export function fromScript(value: unknown, identities: Pick<Identities, "unwrap">, depth = 0): unknown {
  if (typeof value !== "object" || value === null) return value;
  const known = identities.unwrap(value);
  if (known) return known;
  if (depth > DEEPEST) throw new RangeError("The value refers to itself.");
  if (types.isDate(value)) return new Date(value.getTime());
  if (types.isTypedArray(value)) return Array.from(value as Uint8Array);
  if (Array.isArray(value)) {
    const copy = new Array<unknown>(value.length);
    for (let index = 0; index < value.length; index += 1) copy[index] = fromScript(value[index], identities, depth + 1);
    return copy;
  }
  const copy: Record<string, unknown> = {};
  for (const [key, one] of Object.entries(value)) copy[key] = fromScript(one, identities, depth + 1);
  return copy;
}
