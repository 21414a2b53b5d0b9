// Length of service as staff lists write it, read as years.
import { textKey } from "../../school/typedText";
import { shorten } from "./dates";
import { certain, doubtful, NOTHING, type Reading } from "./reading";

const NO_EXPERIENCE =
  /^(?:б\/?к|б\/?с|б\/?о|без (?:стажа|опыта)|нет|стаж(?:а)? нет|не имеет|менее (?:1 )?года|до (?:1 )?года|молодой специалист|м\/?с|0)$/;
const YEARS_WORD = "(?:полных )?(?:лет|года|год|л|г)\\.?";
const MONTHS_WORD = "(?:месяцев|месяца|месяц|мес|м)\\.?";
const YEARS_AND_MONTHS = new RegExp(
  `^(\\d{1,2})\\s*${YEARS_WORD}\\s*(?:и\\s*)?(\\d{1,2})\\s*${MONTHS_WORD}(?:\\s*\\d{1,2}\\s*(?:дней|дня|день|дн|д)\\.?)?$`,
);
const YEARS_ONLY = new RegExp(`^(\\d{1,2}(?:[.,]\\d{1,2})?)\\s*(?:${YEARS_WORD})?$`);
const MONTHS_ONLY = new RegExp(`^(\\d{1,2})\\s*${MONTHS_WORD}$`);
const ABOUT = /^(?:более|свыше|больше|около|почти|примерно|>|~)\s*/;

/**
 * Reads a length of service: «5», «5 лет», «5 лет 3 мес.», «5л 3м», «0,5», «6 мес.», «б/с», «менее года».
 *
 * @returns years, to two digits («5 лет 3 мес.» → 5.25)
 */
export function readExperience(raw: string): Reading<number> {
  const text = textKey(raw).replace(/\s*(?:\+)$/, "");
  if (/^[-.?]*$/.test(text)) return NOTHING;
  if (NO_EXPERIENCE.test(text)) return certain(0);
  const about = ABOUT.exec(text)?.[0] ?? "";
  const years = yearsIn(text.slice(about.length));
  if (years === null) return doubtful(whyUnread(text, raw));
  if (years > 70) return doubtful(`стаж ${String(years).replace(".", ",")} лет маловероятен`);
  return about === "" ? certain(years) : { value: years, doubt: `стаж указан приблизительно: «${shorten(raw)}»` };
}

const IN_WORDS: Readonly<Record<string, number>> = { полгода: 0.5, "полтора года": 1.5, год: 1 };

function yearsIn(text: string): number | null {
  const inWords = IN_WORDS[text];
  if (inWords !== undefined) return inWords;
  const both = YEARS_AND_MONTHS.exec(text);
  if (both) return Number(both[2]) > 11 ? null : rounded(Number(both[1]) + Number(both[2]) / 12);
  const months = MONTHS_ONLY.exec(text);
  if (months) return Number(months[1]) > 11 ? null : rounded(Number(months[1]) / 12);
  const years = YEARS_ONLY.exec(text);
  return years ? rounded(Number((years[1] ?? "").replace(",", "."))) : null;
}

function whyUnread(text: string, raw: string): string {
  if (/^(?:с )?(?:19|20)\d{2}/.test(text)) return `вместо стажа указан год: «${shorten(raw)}»`;
  if (
    /^\d{1,2}[.\- ]?(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)/.test(text) ||
    /^\d{1,2}\.\d{1,2}\.\d{4}/.test(text)
  ) {
    return `вместо стажа стоит дата (так делает Excel с дробями): «${shorten(raw)}»`;
  }
  if (/\d+\s*[/(-]\s*\d+/.test(text))
    return `указано два числа, неясно, какое из них педагогический стаж: «${shorten(raw)}»`;
  return `не похоже на стаж: «${shorten(raw)}»`;
}

function rounded(years: number): number {
  return Math.round(years * 100) / 100;
}
