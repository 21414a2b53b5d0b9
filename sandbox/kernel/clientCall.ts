// The rules by which `google.script.run` carries arguments to the server and results back.

/** Throws, as the browser side does before anything is sent, if an argument is of a kind that cannot be carried. */
export function checkClientArguments(args: unknown[]): void {
  args.forEach((value, index) => {
    checkValue(value, String(index), []);
  });
}

function checkValue(value: unknown, key: string, above: object[]): void {
  if (typeof value === "function" || typeof value === "symbol" || typeof value === "bigint") throw illegal(key);
  if (typeof value !== "object" || value === null) return;
  if (above.includes(value)) throw new Error("Failed due to circular reference.");
  const path = [...above, value];
  if (Array.isArray(value)) {
    value.forEach((one: unknown, index) => {
      checkValue(one, String(index), path);
    });
    return;
  }
  if (Object.prototype.toString.call(value) !== "[object Object]") throw illegal(key);
  for (const [name, one] of Object.entries(value)) checkValue(one, name, path);
}

function illegal(key: string): Error {
  return new Error(`Failed due to illegal value in property: ${key}`);
}

/** Arguments as they arrive: plain data, `undefined` as null. */
export function carriedArguments(args: unknown[]): unknown[] {
  return args.map((value) => (value === undefined ? null : (JSON.parse(JSON.stringify(value)) as unknown)));
}

/**
 * What the success handler gets. `isOpaque` tells dates and service objects, which cannot be carried:
 * with one anywhere inside, the handler gets no value at all (undefined). Maps, sets and patterns arrive as {}.
 */
export function carriedResult(value: unknown, isOpaque: (value: object) => boolean): unknown {
  if (holdsOpaque(value, isOpaque, 0)) return undefined;
  const text = JSON.stringify(value ?? null, (_key, one: unknown) =>
    one === undefined || typeof one === "function" ? null : one,
  );
  return JSON.parse(text) as unknown;
}

function holdsOpaque(value: unknown, isOpaque: (value: object) => boolean, depth: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  // A cycle cannot be carried either.
  if (depth > 200 || isOpaque(value)) return true;
  return Object.values(value).some((one) => holdsOpaque(one, isOpaque, depth + 1));
}
