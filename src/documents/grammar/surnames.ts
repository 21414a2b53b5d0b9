// How a surname declines: a list of words that break the rules, then rules, then the lvovich library.
import { inclineLastname } from "lvovich";
import { formsBy, gathered, joinForms, likeOriginal, lookupKey, ownFirst, unchanging } from "./cases";
import type { Declined, Forms, Gender, OwnForms } from "./cases";
import { byPattern, syllables, type PatternName } from "./endings";

const words = (list: string): readonly string[] => list.split(" ");

/** Particles and first halves of double surnames that never change. */
const UNCHANGING_PARTS = new Set(
  words(
    "тер бонч грум мелик ван фон де да ди дель дер ден сен аль эль ибн шолом книппер корвин ла ле кара мир хан шах ага " +
      "гаджи абу демут сквозник",
  ),
);

/** Second halves that leave the first unchanged too («Рза-заде»). */
const UNCHANGING_ENDS = new Set(words("заде оглы оглу кызы швили"));

/** Men's surnames that the rules below and the library get wrong (checked by hand). Keys without ё. */
const MEN: readonly (readonly [PatternName, string])[] = [
  [
    "hard",
    "грин дарвин чаплин кронин франклин гершвин кальвин эрвин мартин вирхов бюлов флотов мартын августин валентин " +
      "константин павлин дельфин пингвин кувшин аршин алтын грузин осетин татарин господин остров покров",
  ],
  ["hard", "блок чеснок пророк волок порок знаток рок кок брок клок шток ток зарок сток"],
  ["ownership", "львов псков ржев пнин"],
  ["fleeting", "кравец донец слепец певец гребец продавец купец отец борец"],
  ["fleetingE", "немец перец голландец украинец литовец канивец"],
  ["fleetingSoft", "стрелец белец удалец жилец стрилец делец"],
  ["fleetingSoftE", "палец"],
  ["fleetingLion", "лев"],
  ["hard", "кузнец швец жнец чернец мертвец подлец мудрец хитрец чтец жрец льстец истец кирпич москвич кулич"],
  ["softFleeting", "соловей воробей муравей"],
  ["softStressed", "король царь кисель карась конь рубль журавль коваль москаль скрипаль шмель штырь"],
  ["fleetingVowel", "заяц коломиец"],
  [
    "soft",
    "гусь олень тюлень ясень лось рысь хмель щеголь голубь медведь лебедь бондарь лекарь пекарь токарь слесарь " +
      "знахарь пахарь писарь аптекарь лазарь келарь визирь прибой разбой покой герой",
  ],
  ["softIy", "топчий бабий гордий корний кондратий арсений евгений парфений"],
  ["fleetingL", "орел козел осел"],
  ["hard", "сокол щегол рассел"],
  ["womanA", "рева богода шандра каруана гамарра"],
  ["womanGuttural", "кваша душа левша"],
  ["womanHushing", "туча груша каша круча дача лужа стужа кожа чаша вельможа саша паша"],
  ["womanYa", "скаля"],
  ["adjectivePossessive", "третий"],
  ["fixed", "дюма золя дега петипа люка труайя ферма"],
];

/** Women's surnames that are nouns, though they look like possessives (Калина → Калины, not Калиной). */
const WOMEN_NOUNS = new Set(
  words(
    "калина малина рябина былина скотина дубина глина сова подкова корова дуброва година долина лучина мошна перина " +
      "осина калита смородина паутина хвощина",
  ),
);

/** Surnames equal to a noun whose vowel drops out, or that families decline in two ways: shown for checking. */
const TWO_WAYS = new Set(
  words(
    "заяц палец соловей воробей муравей орел козел осел лев бабий рубин павлин дельфин пингвин кувшин аршин алтын грузин " +
      "осетин татарин господин остров покров августин валентин константин рысь",
  ),
);

/** Surnames whose vowel may or may not drop out, or whose stress decides: the rule's guess is shown for checking. */
const UNCERTAIN_MAN = new RegExp(
  [
    "ец|ок|ек|ень|ел|овей|[лрт]их",
    // -ом or -ем, -ой or -ей: by the stress, which is not written.
    "[аеёиоуюя][бвгджзклмнпрстфхцчшщ]+[аеёиоуюя]ш|[жчшщ]а",
    // A noun of the feminine gender is declined in one family and left alone in another.
    "[ое]сть|[бпвм]ь|[зс]нь|сль|[жчшщ]ь|моль|соль|боль|мозоль|осень|тень|пыль|лошадь",
    // Adjective or noun; a woman's form or a Georgian name.
    "[бвгджзклмнпрстфх]чий|[ая]я",
    "зода",
  ]
    .map((ending) => `(?:${ending})$`)
    .join("|"),
);

/** Adjectives on -чий, about which there is no doubt. */
const ADJECTIVES_CHIY = new Set(words("ловчий стряпчий зодчий кравчий певчий кормчий сокольничий"));

const MEN_BY_WORD: ReadonlyMap<string, PatternName> = new Map(
  MEN.flatMap(([pattern, list]) => words(list).map((word): [string, PatternName] => [word, pattern])),
);

/** Rules by ending, the first that fits wins; the library knows the rest. `when` looks at the word in lower case. */
const MEN_RULES: readonly { readonly when: (word: string) => boolean; readonly pattern: PatternName }[] = [
  { when: (word) => word.endsWith("ой") && syllables(word) === 1, pattern: "soft" },
  { when: (word) => word.endsWith("ий") && syllables(word) === 1, pattern: "softIy" },
  { when: (word) => /[гкх]ий$/.test(word), pattern: "adjectiveGuttural" },
  { when: (word) => /[гкхжшчщ]ой$/.test(word), pattern: "adjectiveGuttural" },
  { when: (word) => /[юу]й$/.test(word), pattern: "soft" },
  { when: (word) => /[аиы]рь$/.test(word), pattern: "softStressed" },
  { when: (word) => /[чшщж]ий$/.test(word), pattern: "adjectiveSoft" },
  { when: (word) => /[лрт]их$/.test(word) || (/[иы]х$/.test(word) && syllables(word) === 1), pattern: "hard" },
  { when: (word) => /[бвгджзклмнпрстфхцчшщ]{2}ец$/.test(word), pattern: "hard" },
  { when: (word) => /[аеиоуыэюя]ец$/.test(word), pattern: "fleetingVowel" },
  { when: (word) => /лец$/.test(word), pattern: "fleetingSoft" },
  { when: (word) => word.endsWith("ок") && syllables(word) === 1, pattern: "hard" },
  { when: (word) => /(?:[ая]ч|ыч|ыш)$/.test(word), pattern: "hard" },
  { when: (word) => /[чшщж]$/.test(word) && syllables(word) === 1, pattern: "hard" },
  { when: (word) => /(?:ин|ын|ов|ев)$/.test(word) && syllables(word) === 1, pattern: "hard" },
  { when: (word) => /[нв]$/.test(word) && !/(?:ин|ын|ов|ев)$/.test(word), pattern: "hard" },
];

/**
 * Declines a surname. Double surnames are declined part by part; particles («фон», «Тер-») stay as they are.
 * Without a gender the surname is left unchanged and marked doubtful.
 */
export function declineSurname(surname: string, gender: Gender | null, own: readonly OwnForms[]): Declined {
  return ownFirst(own, surname, gender, () => surnameByRules(surname, gender, own));
}

function surnameByRules(surname: string, gender: Gender | null, own: readonly OwnForms[]): Declined {
  if (gender === null) {
    return { forms: unchanging(surname), doubts: [`Фамилия «${surname}» оставлена без изменения: неизвестен пол.`] };
  }
  const declined = surname.split(" ").map((word) => declineHyphenated(word, gender, own));
  return {
    forms: joinForms(
      declined.map((word) => word.forms),
      " ",
    ),
    ...gathered(declined),
  };
}

function declineHyphenated(word: string, gender: Gender, own: readonly OwnForms[]): Declined {
  // «Кузнецова (Иванова)»: the former surname declines within its brackets.
  const bracketed = /^\((.+)\)$/.exec(word)?.[1];
  if (bracketed !== undefined) {
    const inner = declineHyphenated(bracketed, gender, own);
    return { ...inner, forms: formsBy((wanted) => `(${inner.forms[wanted]})`) };
  }
  const pieces = word.split("-");
  const end = lookupKey(pieces[pieces.length - 1] ?? "");
  if (pieces.length > 1 && UNCHANGING_ENDS.has(end)) return { forms: unchanging(word), doubts: [] };
  const declined = pieces.map((piece, index): Declined => {
    const particle = UNCHANGING_PARTS.has(lookupKey(piece)) && (pieces.length > 1 || piece === piece.toLowerCase());
    const last = index === pieces.length - 1;
    return particle && !(last && index > 0)
      ? { forms: unchanging(piece), doubts: [] }
      : declinePart(piece, gender, own);
  });
  return {
    forms: joinForms(
      declined.map((piece) => piece.forms),
      "-",
    ),
    ...gathered(declined),
  };
}

function declinePart(part: string, gender: Gender, own: readonly OwnForms[]): Declined {
  return ownFirst(own, part, gender, () => partByRules(part, gender));
}

function partByRules(part: string, gender: Gender): Declined {
  if (!/^[а-яё'’.]+$/i.test(part)) {
    return {
      forms: unchanging(part),
      doubts: [`Фамилия «${part}» оставлена без изменения: не похожа на русское слово.`],
    };
  }
  const key = lookupKey(part);
  const forms = gender === "male" ? manForms(part, key) : womanForms(part, key);
  return {
    forms: formsBy((wanted) => likeOriginal(part, forms[wanted])),
    doubts: isUncertain(key, gender)
      ? [`Проверьте фамилию «${part}» (${likeOriginal(part, forms.genitive)}): такие фамилии склоняют по-разному.`]
      : [],
  };
}

function isUncertain(key: string, gender: Gender): boolean {
  if (gender === "female") return WOMEN_NOUNS.has(key) || (!MEN_BY_WORD.has(key) && /(?:зода|[жчшщ]а)$/.test(key));
  if (TWO_WAYS.has(key)) return true;
  return !MEN_BY_WORD.has(key) && !ADJECTIVES_CHIY.has(key) && UNCERTAIN_MAN.test(key);
}

function manForms(part: string, key: string): Forms {
  const pattern = MEN_BY_WORD.get(key) ?? MEN_RULES.find((rule) => rule.when(key))?.pattern;
  return pattern === undefined ? byLibrary(part, "male") : byPattern(part.toLowerCase(), pattern);
}

function womanForms(part: string, key: string): Forms {
  const manOnly = MEN_BY_WORD.get(key);
  if (/[бвгджзйклмнпрстфхцчшщь]$/.test(key) || manOnly === "fixed") return unchanging(part);
  if (/[жчшщ]ая$/.test(key) && !/^(?:больш|чуж|меньш)ая$/.test(key))
    return byPattern(part.toLowerCase(), "adjectiveWomanSoft");
  if (manOnly?.startsWith("woman") === true) return byPattern(part.toLowerCase(), manOnly);
  const noun = WOMEN_NOUNS.has(key) || /[^иы]на$/.test(key);
  return noun ? byPattern(part.toLowerCase(), "womanA") : byLibrary(part, "female");
}

const byLibrary = (part: string, gender: Gender): Forms => {
  const capitalised = part.charAt(0).toUpperCase() + part.slice(1).toLowerCase();
  return formsBy((wanted) => inclineLastname(capitalised, wanted, gender));
};
