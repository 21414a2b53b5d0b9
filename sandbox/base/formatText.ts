// `Utilities.formatString`: the printf of Google's services.

const DIRECTIVE = /%(?:(\d+)\$)?([-+ 0#]*)(\d+)?(?:\.(\d+))?([sdifeExXobc%])/g;

/** Fills `%s`, `%d`, `%05.2f`, `%-10s`, `%x`, `%%` … with the values in order (or by `%1$s`). */
export function formatText(template: string, values: unknown[]): string {
  let next = 0;
  return template.replace(DIRECTIVE, (...found: unknown[]) => {
    const [, position, flags = "", width, precision, kind] = found as (string | undefined)[];
    if (kind === "%") return "%";
    const value = position === undefined ? values[next++] : values[Number(position) - 1];
    const places = precision === undefined ? undefined : Number(precision);
    return pad(convert(value, kind ?? "s", places, flags), Number(width ?? 0), flags);
  });
}

function convert(value: unknown, kind: string, places: number | undefined, flags: string): string {
  if (kind === "s") return String(value).slice(0, places);
  const number = Number(value);
  const sign = number >= 0 && flags.includes("+") ? "+" : number >= 0 && flags.includes(" ") ? " " : "";
  const conversions: Record<string, () => string> = {
    d: () => sign + String(Math.trunc(number)),
    i: () => sign + String(Math.trunc(number)),
    f: () => sign + number.toFixed(places ?? 6),
    e: () => sign + number.toExponential(places ?? 6),
    E: () => sign + number.toExponential(places ?? 6).toUpperCase(),
    x: () => Math.trunc(number).toString(16),
    X: () => Math.trunc(number).toString(16).toUpperCase(),
    o: () => Math.trunc(number).toString(8),
    b: () => Math.trunc(number).toString(2),
    c: () => (typeof value === "number" ? String.fromCharCode(value) : String(value).charAt(0)),
  };
  return conversions[kind]?.() ?? String(value);
}

function pad(text: string, width: number, flags: string): string {
  if (flags.includes("-")) return text.padEnd(width);
  if (!flags.includes("0")) return text.padStart(width);
  const sign = /^[+-]/.exec(text)?.[0] ?? "";
  return sign + text.slice(sign.length).padStart(width - sign.length, "0");
}
