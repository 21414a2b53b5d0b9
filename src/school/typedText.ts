// Text as people type and paste it: invisible characters, odd spaces and dashes, letters of the wrong alphabet.

/** Zero-width marks, soft hyphens, byte order marks and control characters: they come with pasted text and are never meant. */
const INVISIBLE = /[\p{Cc}\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/gu;
const CYRILLIC_LOOKALIKES = "АВЕКМНОРСТУХЁаеорсухё";
const LATIN_LOOKALIKES = "ABEKMHOPCTYXËaeopcyxë";
/** Small letters that look alike only as capitals: meant so inside a Cyrillic word, but never inside an address. */
const CYRILLIC_SMALL = "вкмнт";
const LATIN_SMALL = "bkmht";

/** One line without invisible characters and with single ordinary spaces; "" for an empty cell. */
export function tidyText(raw: string): string {
  return raw.normalize("NFC").replace(/\s+/g, " ").replace(INVISIBLE, "").replace(/ {2,}/g, " ").trim();
}

/** The form in which two texts are compared: tidy, lower case, ё as е, one kind of dash, no punctuation at the ends. */
export function textKey(raw: string): string {
  return tidyText(raw)
    .toLowerCase()
    .replace(/ё/g, "е")
    .replace(/\s*[‐‑‒–—−-]\s*/g, "-");
}

/** Latin letters that look like Cyrillic ones become Cyrillic in every word that is Cyrillic otherwise («Ивaнов» typed with a Latin a). */
export function mendCyrillic(text: string): string {
  if (!/[A-Za-zËë]/.test(text)) return text;
  return text.replace(/[A-Za-zËëА-Яа-яЁё]+/g, (word) => (/[А-Яа-яЁё]/.test(word) ? cyrillicWord(word) : word));
}

/** The same for a name, where a whole word or an initial may be typed in Latin letters («Иванов A. A.»). */
export function mendCyrillicName(text: string): string {
  if (!/[A-Za-zËë]/.test(text)) return text;
  const isName = /[А-Яа-яЁё]/.test(text) && /^[A-Za-zËëА-Яа-яЁё.,\s'’‐‑–—-]+$/.test(text);
  return isName ? text.replace(/[A-Za-zËëА-Яа-яЁё]+/g, cyrillicWord) : mendCyrillic(text);
}

function cyrillicWord(word: string): string {
  const mended = swapLetters(word, LATIN_LOOKALIKES + LATIN_SMALL, CYRILLIC_LOOKALIKES + CYRILLIC_SMALL);
  return /[A-Za-zËë]/.test(mended) ? word : mended;
}

/** Cyrillic letters that look like Latin ones become Latin: an e-mail address has no Cyrillic in it. */
export function mendLatin(text: string): string {
  return swapLetters(text, CYRILLIC_LOOKALIKES, LATIN_LOOKALIKES);
}

function swapLetters(text: string, from: string, to: string): string {
  return Array.from(text, (letter) => {
    const index = from.indexOf(letter);
    return index < 0 ? letter : to.charAt(index);
  }).join("");
}
