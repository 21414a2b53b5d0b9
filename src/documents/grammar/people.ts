// Full names of people: reading one, telling the gender, declining it, shortening it to initials.
import { getFirstnameGender, inclineFirstname, inclineMiddlename } from "lvovich";
import { formsBy, gathered, joinForms, likeOriginal, ownFirst, unchanging } from "./cases";
import type { Declined, Forms, Gender, OwnForms } from "./cases";
import { byPattern, syllables, type PatternName } from "./endings";
import { declineSurname } from "./surnames";

const NBSP = "\u00a0";

/** A full name taken apart. Parts that are absent are empty strings. */
interface NameParts {
  readonly surname: string;
  readonly first: string;
  /** A patronymic as written; «Муртуза оглы» is one part. */
  readonly patronymic: string;
  readonly surnameLast: boolean;
  /** First name and patronymic are given by letters only. */
  readonly initials: boolean;
}

/** A person's name in all cases, whole and shortened. */
export interface DeclinedName extends Declined {
  readonly gender: Gender | null;
  /** «И. И. Иванов» in every case. */
  readonly initialsFirst: Forms;
  /** «Иванов И. И.» in every case. */
  readonly surnameFirst: Forms;
  readonly surname: Forms;
  /** «Иван Иванович» in every case, for addressing. */
  readonly firstAndPatronymic: Forms;
}

/** How much of a name is shown. */
export type NameShape = "forms" | "initialsFirst" | "surnameFirst" | "surname" | "firstAndPatronymic";

const TURKIC = /^(?:оглы|оглу|огли|улы|уулу|кызы|гызы|кизи)$/i;
const TURKIC_WOMAN = /(?:^|[\s-])(?:кызы|гызы|кизи)$/i;
const MAN_PATRONYMIC = /[а-яё](?:ович|евич|[ьлмкнтв]ич|оглы|оглу|огли|улы|уулу)$/i;
const WOMAN_PATRONYMIC = /[а-яё](?:овна|евна|ична|кызы|гызы|кизи)$/i;
const INITIAL = /^[А-ЯЁA-Z][а-яё]?\.(?:-?[А-ЯЁA-Z]\.)?$/;

const isPatronymic = (word: string): boolean => MAN_PATRONYMIC.test(word) || WOMAN_PATRONYMIC.test(word);
const isKnownFirstName = (word: string): boolean => getFirstnameGender(word) !== null;

/** Splits a name written in any usual order: «Фамилия Имя Отчество», «Имя Отчество Фамилия», with initials or without. */
function readName(fullName: string): NameParts {
  const tokens = fullName
    .replace(/[\s\u00a0\u202f]+/g, " ")
    .replace(/([А-ЯЁA-Z]\.)(?=[А-ЯЁA-Z])/g, "$1 ")
    .trim()
    .split(" ")
    .filter((token) => token !== "");
  const letters = tokens.filter((token) => INITIAL.test(token));
  if (letters.length > 0) {
    return {
      surname: tokens.filter((token) => !INITIAL.test(token)).join(" "),
      first: letters[0] ?? "",
      patronymic: letters.slice(1).join(" "),
      surnameLast: INITIAL.test(tokens[0] ?? ""),
      initials: true,
    };
  }
  return readWords(joinTurkic(tokens));
}

function readWords(tokens: readonly string[]): NameParts {
  const base = { patronymic: "", surnameLast: false, initials: false };
  const [one = "", two = "", three = ""] = tokens;
  if (tokens.length === 1) return { ...base, surname: one, first: "" };
  if (tokens.length === 2) return { ...base, ...readTwo(one, two) };
  if (tokens.length === 3 && isPatronymic(two) && !isPatronymic(three)) {
    return { ...base, surname: three, first: one, patronymic: two, surnameLast: true };
  }
  return {
    ...base,
    surname: tokens.slice(0, -2).join(" "),
    first: tokens[tokens.length - 2] ?? "",
    patronymic: tokens[tokens.length - 1] ?? "",
  };
}

function readTwo(one: string, two: string): Pick<NameParts, "surname" | "first"> & Partial<NameParts> {
  if (isPatronymic(two) && isKnownFirstName(one)) return { surname: "", first: one, patronymic: two };
  // «Ли Вэй»: the surname comes first, though «Ли» is a name too.
  const eastern = syllables(one) === 1 && syllables(two) === 1 && !SHORT_NAMES.test(one);
  const reversed = isKnownFirstName(one) && !isKnownFirstName(two) && !eastern;
  return reversed ? { surname: two, first: one, surnameLast: true } : { surname: one, first: two };
}

/** «Муртуза оглы» is one patronymic of two words. */
function joinTurkic(tokens: readonly string[]): readonly string[] {
  const last = tokens[tokens.length - 1] ?? "";
  if (tokens.length < 3 || !TURKIC.test(last)) return tokens;
  return [...tokens.slice(0, -2), `${tokens[tokens.length - 2] ?? ""} ${last}`];
}

/**
 * The gender of a person by the patronymic, else by the first name; null when neither tells.
 * A surname alone never decides: «Черных», «Шевченко» and most foreign surnames fit both.
 */
export function genderOf(fullName: string): Gender | null {
  return genderOfParts(readName(fullName));
}

function genderOfParts(parts: NameParts): Gender | null {
  if (parts.initials) return null;
  if (WOMAN_PATRONYMIC.test(parts.patronymic) || TURKIC_WOMAN.test(parts.patronymic)) return "female";
  if (MAN_PATRONYMIC.test(parts.patronymic)) return "male";
  const byFirstName = getFirstnameGender(parts.first);
  return byFirstName === "male" || byFirstName === "female" ? byFirstName : null;
}

/** First names that the library gets wrong. Keys in lower case. */
const FIRST_NAMES: ReadonlyMap<string, PatternName> = new Map<string, PatternName>([
  ["илья", "womanYaStressed"],
  ["илия", "womanIya"],
  ["шота", "womanA"],
  ["николь", "fixed"],
  ["мишель", "fixed"],
]);

/** Women's names on «ль» whose declension is settled; about «Нинель» and «Айгуль» the dictionaries differ. */
const SURE_WOMEN_ON_L = /^(?:рахиль|рашель|жизель)$/i;

/** First halves of double first names that never change («Жан-Жака»). */
const UNCHANGING_HALF = /^жан$/i;

function declineFirstName(name: string, gender: Gender | null, own: readonly OwnForms[]): Declined {
  return ownFirst(own, name, gender, () => firstNameByRules(name, gender));
}

function firstNameByRules(name: string, gender: Gender | null): Declined {
  if (gender === null) return { forms: unchanging(name), doubts: [] };
  const pieces = name.split("-");
  return {
    forms: joinForms(
      pieces.map((piece, index) =>
        index < pieces.length - 1 && UNCHANGING_HALF.test(piece) ? unchanging(piece) : firstNameForms(piece, gender),
      ),
      "-",
    ),
    doubts:
      gender === "female" && /ль$/i.test(name) && !SURE_WOMEN_ON_L.test(name)
        ? [`Проверьте имя «${name}»: женские имена на «ль» склоняют не всегда.`]
        : [],
  };
}

function firstNameForms(name: string, gender: Gender): Forms {
  const key = name.toLowerCase();
  const pattern = FIRST_NAMES.get(key) ?? firstNamePattern(key, gender);
  const forms =
    pattern === null
      ? formsBy((wanted) => inclineFirstname(name.charAt(0).toUpperCase() + key.slice(1), wanted, gender))
      : byPattern(key, pattern);
  return formsBy((wanted) => likeOriginal(name, forms[wanted]));
}

function firstNamePattern(key: string, gender: Gender): PatternName | null {
  if (!/[а-яё]$/.test(key) || /[еёиоуыэю]$/.test(key)) return "fixed";
  if (gender === "female" && key.endsWith("ль")) return "womanSoft";
  if (gender === "female" && /[жчшщ]а$/.test(key)) return "womanHushing";
  if (gender === "female") return null;
  if (key.endsWith("ок")) return "hard";
  return /[аеёоуыэюя]й$/.test(key) ? "soft" : null;
}

function declinePatronymic(patronymic: string, gender: Gender | null, own: readonly OwnForms[]): Declined {
  return ownFirst(own, patronymic, gender, () => patronymicByRules(patronymic, gender));
}

function patronymicByRules(patronymic: string, gender: Gender | null): Declined {
  const lastWord = patronymic.split(/[\s-]/).pop() ?? "";
  if (patronymic === "" || gender === null || TURKIC.test(lastWord))
    return { forms: unchanging(patronymic), doubts: [] };
  if (!isPatronymic(patronymic)) {
    return {
      forms: firstNameByRules(patronymic, gender).forms,
      doubts: [`«${patronymic}» не похоже на отчество и склоняется как второе имя.`],
    };
  }
  const capitalised = patronymic.charAt(0).toUpperCase() + patronymic.slice(1).toLowerCase();
  return {
    forms: formsBy((wanted) => likeOriginal(patronymic, inclineMiddlename(capitalised, wanted, gender))),
    doubts: [],
  };
}

/**
 * Declines a full name into all six cases and all short forms.
 *
 * @param fullName the nominative, in any order and letter case
 * @param known the person's gender where the school has recorded it
 * @param own the school's own list of exceptions, applied first
 * @example declineName("Иванова Анна Петровна").forms.dative //=> "Ивановой Анне Петровне"
 */
export function declineName(
  fullName: string,
  known: Gender | null = null,
  own: readonly OwnForms[] = [],
): DeclinedName {
  const parts = readName(fullName);
  const gender = known ?? genderOfParts(parts);
  const { surname, first, patronymic } = declineParts(parts, gender, own);
  const given = joinPresent([first.forms, patronymic.forms], parts.initials ? NBSP : " ");
  const glue = parts.initials ? NBSP : " ";
  const ruled = parts.surnameLast
    ? joinPresent([given, surname.forms], glue)
    : joinPresent([surname.forms, given], glue);
  const byParts = gathered([gender === null ? { ...surname, doubts: [] } : surname, first, patronymic]);
  const doubts = [...nameDoubts(parts, gender), ...byParts.doubts];
  const whole = ownFirst(own, fullName, gender, () => ({ ...byParts, forms: ruled, doubts }));
  const shown = surnameWithin(whole, ruled, surname.forms, parts);
  const letters = initialLetters(parts);
  return {
    gender,
    ...whole,
    surname: shown,
    firstAndPatronymic: given,
    initialsFirst: joinPresent([unchanging(letters), shown], NBSP),
    surnameFirst: joinPresent([shown, unchanging(letters)], NBSP),
  };
}

/** A name in the nominative, whole and shortened: nothing has to be declined, which is most of what papers ask for. */
export function nominativeName(fullName: string): Readonly<Record<NameShape, string>> {
  const parts = readName(fullName);
  const glue = parts.initials ? NBSP : " ";
  const join = (words: readonly string[], by: string): string => words.filter((word) => word !== "").join(by);
  const given = join([parts.first, parts.patronymic], glue);
  const letters = initialLetters(parts);
  return {
    forms: join(parts.surnameLast ? [given, parts.surname] : [parts.surname, given], glue),
    initialsFirst: join([letters, parts.surname], NBSP),
    surnameFirst: join([parts.surname, letters], NBSP),
    surname: parts.surname,
    firstAndPatronymic: given,
  };
}

/** The school's own form of a whole name holds its surname too, which initials then follow. */
function surnameWithin(whole: Declined, ruled: Forms, bySurname: Forms, parts: NameParts): Forms {
  const count = parts.surname.split(" ").length;
  return formsBy((wanted) => {
    const set = whole.forms[wanted];
    if (set === ruled[wanted] || parts.surname === "") return bySurname[wanted];
    const tokens = set.trim().split(/[\s\u00a0]+/);
    if (tokens.length !== ruled[wanted].split(/[\s\u00a0]+/).length) return bySurname[wanted];
    return (parts.surnameLast ? tokens.slice(-count) : tokens.slice(0, count)).join(" ");
  });
}

interface DeclinedParts {
  readonly surname: Declined;
  readonly first: Declined;
  readonly patronymic: Declined;
}

function declineParts(parts: NameParts, gender: Gender | null, own: readonly OwnForms[]): DeclinedParts {
  if (gender !== null && isEastern(parts)) return declineEastern(parts, gender, own);
  return {
    surname: declineSurname(parts.surname, gender, own),
    first: parts.initials ? fixed(parts.first) : declineFirstName(parts.first, gender, own),
    patronymic: parts.initials ? fixed(parts.patronymic) : declinePatronymic(parts.patronymic, gender, own),
  };
}

/** Russian and European names of one syllable, which do not make a name an eastern one. */
const SHORT_NAMES =
  /^(?:марк|лев|п[её]тр|карл|ян|эрнст|курт|глеб|ганс|макс|жан|поль?|жак|джон|пол|ив|анн|зоя|ия|лия)$/i;

/** «Ли Вэй», «Ким Чен Ир»: no patronymic, and a surname and given names of one syllable. */
function isEastern({ surname, first, patronymic, initials }: NameParts): boolean {
  if (initials || first === "" || isPatronymic(patronymic)) return false;
  return syllables(surname) === 1 && syllables(first) === 1 && !SHORT_NAMES.test(first);
}

/** Of a Chinese, Korean or Vietnamese name only the last part declines (Розенталь); of a woman's none. */
function declineEastern(parts: NameParts, gender: Gender, own: readonly OwnForms[]): DeclinedParts {
  const last = (text: string): Declined =>
    ownFirst(own, text, gender, () => (gender === "female" ? fixed(text) : firstNameByRules(text, gender)));
  return {
    surname: ownFirst(own, parts.surname, gender, () => ({
      forms: unchanging(parts.surname),
      doubts: [`Проверьте фамилию «${parts.surname}»: в восточных именах склоняется только последняя часть.`],
    })),
    first: parts.patronymic === "" ? last(parts.first) : fixed(parts.first),
    patronymic: parts.patronymic === "" ? fixed("") : last(parts.patronymic),
  };
}

const fixed = (text: string): Declined => ({ forms: unchanging(text), doubts: [] });

function joinPresent(parts: readonly Forms[], separator: string): Forms {
  return joinForms(
    parts.filter((part) => part.nominative !== ""),
    separator,
  );
}

function nameDoubts(parts: NameParts, gender: Gender | null): readonly string[] {
  if (parts.surname === "" && parts.first === "") return ["Имя не заполнено."];
  if (gender === null)
    return ["По имени не определяется пол, поэтому имя не склоняется. Укажите пол в списке педагогов."];
  if (parts.initials) return ["Вместо имени и отчества — инициалы: впишите их полностью."];
  if (parts.first === "") return ["Указана только фамилия: впишите имя и отчество."];
  return [];
}

/** «И. И.» with a non-breaking space; «Ж.-П.» for a double name. */
function initialLetters(parts: NameParts): string {
  const given = parts.initials
    ? `${parts.first} ${parts.patronymic}`.trim().split(" ")
    : [parts.first, parts.patronymic];
  return given
    .filter((name) => name !== "")
    .map((name) =>
      INITIAL.test(name)
        ? name
        : (name.split(" ")[0] ?? "")
            .split("-")
            .map((piece) => `${piece.charAt(0).toUpperCase()}.`)
            .join("-"),
    )
    .join(NBSP);
}
