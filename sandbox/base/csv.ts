// `Utilities.parseCsv`: fields in quotes may hold delimiters, line ends and doubled quotes.
import { GoogleError } from "../kernel/contract";

/** The rows of a CSV text. A quote that never closes is an error, as with Google. */
export function parseCsv(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const field = text.charAt(at) === '"' ? quotedField(text, at) : plainField(text, at, delimiter);
    row.push(field.value);
    at = field.end;
    if (text.charAt(at) === delimiter) {
      at += 1;
      continue;
    }
    rows.push(row);
    row = [];
    if (text.startsWith("\r\n", at)) at += 1;
    at += 1;
    // A line end at the very end begins no further row.
    if (at >= text.length) break;
  }
  return rows;
}

function quotedField(text: string, start: number): { value: string; end: number } {
  let value = "";
  for (let at = start + 1; at < text.length; at += 1) {
    if (text.charAt(at) !== '"') value += text.charAt(at);
    else if (text.charAt(at + 1) === '"') {
      value += '"';
      at += 1;
    } else return { value, end: at + 1 };
  }
  throw new GoogleError("Could not parse text.");
}

function plainField(text: string, start: number, delimiter: string): { value: string; end: number } {
  let end = start;
  while (end < text.length && !`${delimiter}\r\n`.includes(text.charAt(end))) end += 1;
  return { value: text.slice(start, end), end };
}
