// The cell with a name in a staff list: besides the name it may hold a former surname or a word about the person.
import { looksLikeFullName, readFullName } from "../../school/fullName";
import { tidyText } from "../../school/typedText";

export interface ListedName {
  fullName: string;
  doubt: string | null;
  /** «Иванова (Петрова) Анна Ильинична» was «Петрова Анна Ильинична». */
  formerName: string | null;
  /** «Иванова А. И. (декрет)»: what stands in brackets and is no surname; "" where there is nothing. */
  aside: string;
}

const BRACKETS = /\([^()]*\)/g;
const FORMER =
  /^(?:(?:дев|девичья|урожд\S*|бывш\S*|до брака|ранее|была|прежде)[.:]?\s*(?:фам\S*\s*)?)?([А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?|[А-ЯЁ]{3,}(?:-[А-ЯЁ]{3,})?)$/;
/** Words that stand in brackets beside a name with a capital letter and are no surnames. */
const NO_SURNAME =
  /^(?:декрет|отпуск|уво|совм|внутр|внеш|основн|времен|исполн|вакан|директор|завуч|учител|воспит|мать|отец)/i;
const ACTING = /^(?:[ив]\.?\s*о\.?|врио)\s+(?=[А-ЯЁ][а-яё-]{2,}|[А-ЯЁ]\.)/i;

/** Reads a name as a staff list writes it. */
export function readListedName(raw: string): ListedName {
  const text = tidyText(raw).replace(ACTING, "");
  const asides = (text.match(BRACKETS) ?? []).map((found) => found.slice(1, -1).trim());
  const bare = tidyText(text.replace(BRACKETS, " "));
  const former = asides.map(formerSurname).find((surname) => surname !== null) ?? null;
  const aside = asides.filter((inside) => formerSurname(inside) === null).join("; ");
  // Brackets that say nothing known, or stand in something that is no name, are left for a person to see.
  if (asides.length === 0 || !looksLikeFullName(bare)) return { ...readFullName(text), formerName: null, aside: "" };
  const { fullName, doubt } = readFullName(bare);
  return { fullName, doubt, formerName: former === null ? null : withSurname(fullName, former), aside };
}

function formerSurname(inside: string): string | null {
  return NO_SURNAME.test(inside) ? null : (FORMER.exec(inside)?.[1] ?? null);
}

function withSurname(fullName: string, surname: string): string {
  const [, ...given] = fullName.split(" ");
  return readFullName([surname, ...given].join(" ")).fullName;
}
