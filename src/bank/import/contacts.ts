// Telephone numbers and e-mail addresses picked out of whatever else stands in the cell.
import { mendLatin, tidyText } from "../../school/typedText";
import { shorten } from "./dates";
import { certain, doubtful, meansNothing, NOTHING, type Reading } from "./reading";

const ADDRESS = /[a-z0-9._%+'-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}/g;
/** A Latin mailbox on a Russian domain: «ivanova@школа.рф». */
const RUSSIAN_DOMAIN = /^[a-z0-9._%+'-]+@[a-zа-яё0-9-]+(?:\.[a-zа-яё0-9-]+)*\.(?:рф|дети|рус|москва|онлайн|сайт|орг)$/;
/** Ten or more digits with the usual signs between them. */
const NUMBER = /\+?\d(?:[\s()./–—-]*\d){9,13}/g;

/**
 * Reads a telephone number: «8 (916) 123-45-67», «+7 916 123 45 67», «89161234567», «9161234567», «8-916-123-45-67».
 *
 * @returns the number as «+79161234567»; of several numbers the first, with a doubt that names the rest
 */
export function readPhone(raw: string): Reading<string> {
  const text = tidyText(raw);
  if (meansNothing(text)) return NOTHING;
  const numbers = (text.replace(ADDRESS, " ").match(NUMBER) ?? []).map(international);
  const known = numbers.filter((number): number is string => number !== null);
  const [first, ...others] = known;
  if (first === undefined) {
    return /\d/.test(text)
      ? doubtful(`не похоже на телефон с кодом города: «${shorten(raw)}»`)
      : textInstead(raw, "телефона");
  }
  const rest = others.filter((number) => number !== first);
  if (rest.length > 0) return { value: first, doubt: `второй телефон не перенесён: ${rest.join(", ")}` };
  if (/доб/i.test(text)) return { value: first, doubt: `добавочный номер не перенесён: «${shorten(raw)}»` };
  return certain(first);
}

/**
 * Reads an e-mail address: letter case, «mailto:», spaces and Cyrillic look-alikes are mended.
 *
 * @returns the address in lower case; of several addresses the first, with a doubt that names the rest
 */
export function readEmail(raw: string): Reading<string> {
  const text = tidyText(raw);
  if (meansNothing(text)) return NOTHING;
  if (!text.includes("@")) return textInstead(raw, "адреса электронной почты");
  const lower = text
    .toLowerCase()
    .replace(/^mailto:/, "")
    .replace(/\s*@\s*/g, "@");
  const [first, ...others] = addressesIn(lower);
  if (first === undefined) return doubtful(`не похоже на адрес электронной почты: «${shorten(raw)}»`);
  const rest = others.filter((address) => address !== first);
  if (rest.length > 0) return { value: first, doubt: `второй адрес не перенесён: ${rest.join(", ")}` };
  return RUSSIAN_DOMAIN.test(first) && /[а-яё]/.test(first)
    ? { value: first, doubt: "адрес на русском домене: проверьте, доходят ли на него письма" }
    : certain(first);
}

/** Reads a cell that holds the telephone and the address together. */
export function readContacts(raw: string): { phone: Reading<string>; email: Reading<string> } {
  const text = tidyText(raw);
  return {
    email: text.includes("@") ? readEmail(raw) : NOTHING,
    phone: /\d{3}/.test(text.replace(ADDRESS, "")) ? readPhone(raw) : NOTHING,
  };
}

function addressesIn(text: string): string[] {
  return text
    .split(/[\s,;<>()]+/)
    .filter((word) => word.includes("@"))
    .map((word) => mendedAddress(word.replace(/\.+$/, "")))
    .filter((word) => (word.match(ADDRESS)?.[0] === word || RUSSIAN_DOMAIN.test(word)) && !word.includes(".."));
}

/** Cyrillic look-alikes are slips of the keyboard, except in a domain that is Russian. */
function mendedAddress(word: string): string {
  const [mailbox = "", ...domain] = word.split("@");
  const russian = [mendLatin(mailbox), ...domain].join("@");
  return RUSSIAN_DOMAIN.test(russian) ? russian : mendLatin(word);
}

function international(found: string): string | null {
  const digits = found.replace(/\D/g, "");
  if (found.startsWith("+") && !found.startsWith("+7")) return digits.length >= 10 ? `+${digits}` : null;
  if (digits.length === 10 && /^[3-9]/.test(digits)) return `+7${digits}`;
  return digits.length === 11 && /^[78][3-9]/.test(digits) ? `+7${digits.slice(1)}` : null;
}

function textInstead(raw: string, what: string): Reading<never> {
  return doubtful(`вместо ${what} указано «${shorten(raw)}»`);
}
