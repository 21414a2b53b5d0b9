// Data of papers with hostile values in place of the sample's: markup, emoji, right-to-left script, control characters.
import { isGroup, isList, person, post, type Group, type Value } from "../src/documents/values";

/** What takes the place of the sample's values. */
export interface Hostile {
  readonly text: string;
  readonly name: string;
  /** How many times the rows of each list stand. */
  readonly times: number;
  /** Turns every «да» and «нет» over. */
  readonly flipped: boolean;
}

export const EXAMPLES: readonly Hostile[] = [
  { text: `<w:p>&amp;"'{наставник}</w:t>]]>`, name: "<b>Иванов</b> & {сын}", times: 1, flipped: false },
  { text: "очень длинный текст ".repeat(15), name: "а".repeat(300), times: 3, flipped: false },
  { text: "👩‍🏫 שלום عربي \u202e\ud800 \u0000\u0007", name: "👩‍🏫 ابن سينا", times: 1, flipped: true },
  { text: "строка\nвторая\r\nтретья\tс табуляцией\u2028", name: "-Иванов\nИван\tИванович", times: 1, flipped: false },
];

/** Gives each value a mark of its own, by which it is found again in the document. */
class Marks {
  private count = 0;
  private next(): string {
    this.count += 1;
    return `Ъ${String(this.count)}ъ`;
  }

  /** The sample with hostile values in place of its own; what is empty stays so. */
  spoilt(value: Value, by: Hostile): Value {
    if (typeof value === "string") return value === "" ? "" : `${this.next()}${by.text}`;
    if (typeof value === "boolean") return value !== by.flipped;
    if (value === null || typeof value === "number") return value;
    if (isList(value)) return Array.from({ length: by.times }, () => value.map((item) => this.spoilt(item, by))).flat();
    if (isGroup(value)) return this.group(value, by);
    const kind = (value as { kind?: string }).kind;
    if (kind === "person") return person(`${this.next()}${by.name}`, "female", by.text);
    return kind === "post" ? post(`${this.next()}${by.text}`) : value;
  }

  group(value: Group, by: Hostile): Group {
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, this.spoilt(one, by)]));
  }
}

/** The marks of all texts, people and posts in a value. */
export function marksIn(value: Value | undefined): string[] {
  if (value === undefined || value === null) return [];
  return [...new Set(JSON.stringify(value).match(/Ъ\d+ъ/g) ?? [])];
}

/** The data of a paper with hostile values; each is found again by its mark, «Ъ12ъ». */
export const spoilt = (sample: Group, by: Hostile): Group => new Marks().group(sample, by);
