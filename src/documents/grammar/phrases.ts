// Posts and names of organisations: the leading adjectives and the first noun decline, the rest stays as it is.
import { formsBy, gathered, joinForms, likeOriginal, lookupKey, ownFirst, unchanging } from "./cases";
import type { Case, Declined, Forms, OwnForms } from "./cases";
import { byPattern, type PatternName } from "./endings";
import { declineName } from "./people";

const set = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Adjectives and participles that are a post by themselves: what follows them is no noun of the post. */
const ADJECTIVE_POSTS = set(
  "заведующий заведующая управляющий управляющая исполняющий исполняющая вожатый вожатая рабочий рабочая дежурный " +
    "дежурная командующий замещающий замещающая уполномоченный уполномоченная",
);

/** Words before the post that never change; the post after them declines («ст. воспитателя»). */
const UNCHANGING_WORDS = set("временно ст. мл. гл. вед.");

/** Shortened heads: they never change, and what follows is in the genitive already («и. о. директора»). */
const SHORTENED_HEADS = set("и.о. и.о и. о. врио врио. вр.и.о. зам. зав. пом. преп. нач. вр.");

/** First halves of compound words that never change («шеф-повара», «пресс-секретаря»). */
const UNCHANGING_HALVES = set(
  "шеф пресс вице экс обер арт веб бизнес спорт медиа топ мини ит it hr smm pr физ тех эко интернет",
);

/** Organisations whose accusative is the nominative. */
const THINGS = set(
  "центр сад детсад техникум институт университет комитет отдел комплекс интернат комбинат союз дом корпус театр совет " +
    "клуб фонд филиал отряд департамент лицей-интернат кванториум технопарк кооператив",
);

/** Nouns that break the rules of their ending. Keys without ё. */
const NOUNS: ReadonlyMap<string, PatternName> = new Map<string, PatternName>([
  ["секретарь", "softStressed"],
  ["вратарь", "softStressed"],
  ["врач", "hard"],
  ["скрипач", "hard"],
  ["трубач", "hard"],
  ["судья", "womanYaStressed"],
  ["продавец", "fleeting"],
  ["чтец", "hard"],
  ["боец", "fleetingVowel"],
  ["заместитель", "soft"],
  ["лицей", "softInanimate"],
  ["музей", "softInanimate"],
  ["дворец", "fleetingInanimate"],
  ["колледж", "hardEInanimate"],
  ["лагерь", "softSignInanimate"],
  ["ясли", "manyInanimate"],
  ...[...THINGS].map((word): [string, PatternName] => [word, "hardInanimate"]),
]);

/** The nouns that may open a second post after a comma or «и» («учитель истории и классный руководитель»). */
const POST_NOUNS = set(
  "учитель воспитатель директор заместитель педагог преподаватель методист руководитель психолог логопед дефектолог " +
    "тьютор библиотекарь секретарь советник инструктор тренер вожатый заведующий заведующая няня бухгалтер инженер " +
    "лаборант концертмейстер музыкант мастер специалист начальник врач хореограф организатор наставник куратор завуч " +
    "председатель учительница воспитательница помощник ассистент кандидат доктор доцент профессор член медсестра лингвист " +
    "переводчик программист электрик сторож дворник повар уборщик уборщица студент стажер совместитель",
);

/** The nouns that may open a second name of an organisation («начальная школа — детский сад»). */
const ORGANISATION_NOUNS = set(
  "школа сад детсад центр гимназия прогимназия лицей интернат школа-интернат ясли комплекс дом дворец станция техникум " +
    "колледж институт университет училище корпус клуб лагерь",
);

/** Heads after which a name without quotation marks agrees («учреждения детского сада № 3»), though not in every charter. */
const NAMED_HEADS = set("учреждение организация");

/** «заведующий», «1-й», «(сменная)». */
const isAdjective = (word: string): boolean => {
  const bare = word.replace(/^\(|[),.;]+$/g, "");
  return /(?:ый|ий|ой|ая|яя|ое|ее)$|^\d+-[йя]$/.test(bare) && !NOUNS.has(bare);
};

/**
 * Declines a post or the name of an organisation.
 *
 * @param phrase the nominative, singular: «заместитель директора по УВР», «муниципальное бюджетное учреждение «Школа № 1»»
 * @param own the school's own exceptions; an entry with the whole phrase wins
 * @example declinePhrase("педагог-психолог").forms.instrumental //=> "педагогом-психологом"
 */
export function declinePhrase(phrase: string, own: readonly OwnForms[] = []): Declined {
  const text = phrase.replace(/[\s\u202f]+/g, " ").trim();
  return ownFirst(own, text, null, () => phraseByRules(text, own));
}

function phraseByRules(text: string, own: readonly OwnForms[]): Declined {
  const declined = splitPosts(text).map((part) => (part.separator ? fixed(part.text) : declineOne(part.text, own)));
  return {
    forms: joinForms(
      declined.map((part) => part.forms),
      "",
    ),
    ...gathered(declined),
  };
}

const fixed = (text: string): Declined => ({ forms: unchanging(text), doubts: [] });

interface Piece {
  readonly text: string;
  readonly separator: boolean;
}

/** Cuts «учитель истории, классный руководитель» at separators after which a known post begins. */
function splitPosts(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let rest = text;
  let from = 0;
  for (;;) {
    const found = /, | и | \/ |\/| \(| [—–] /.exec(rest.slice(from));
    if (found === null) break;
    const at = from + found.index;
    const after = rest.slice(at + found[0].length);
    const quoted = /«[^»]*$/.test(rest.slice(0, at));
    if (quoted) from = at + found[0].length;
    else if (opens(after, POST_NOUNS) || (/[—–]/.test(found[0]) && opens(after, ORGANISATION_NOUNS))) {
      pieces.push({ text: rest.slice(0, at), separator: false }, { text: found[0], separator: true });
      rest = after;
      from = 0;
    } else {
      from = at + found[0].length;
    }
  }
  return [...pieces, { text: rest, separator: false }];
}

/** True if the text begins with one of the nouns, adjectives before it aside. */
function opens(text: string, nouns: ReadonlySet<string>): boolean {
  for (const word of text.split(" ")) {
    const key = lookupKey(word).replace(/[.,;)]+$/, "");
    if (nouns.has(key) || nouns.has(key.split("-")[0] ?? "")) return true;
    if (!isAdjective(key)) return false;
  }
  return false;
}

function declineOne(phrase: string, own: readonly OwnForms[]): Declined {
  const words = phrase.split(" ");
  const declined: Forms[] = [];
  const doubts: string[] = [];
  const ownCases: Case[] = [];
  let index = 0;
  for (; index < words.length; index++) {
    const word = words[index] ?? "";
    const key = lookupKey(word);
    if (SHORTENED_HEADS.has(key)) return { forms: unchanging(phrase), doubts: [] };
    if (UNCHANGING_WORDS.has(key)) {
      declined.push(unchanging(word));
      continue;
    }
    const inanimate = headIsInanimate(words.slice(index));
    const { forms, sure, own: set } = declineWord(word, inanimate, own);
    declined.push(forms);
    ownCases.push(...set);
    if (!sure) doubts.push(`Проверьте «${word}»: программа не уверена, как склонять это слово.`);
    if (!isAdjective(key) || ADJECTIVE_POSTS.has(key)) {
      index++;
      break;
    }
  }
  const tail = declineTail(lookupKey(words[index - 1] ?? ""), words.slice(index), own);
  return {
    forms: joinForms([...declined, ...tail.map((part) => part.forms)], " "),
    doubts: [...doubts, ...tail.flatMap((part) => part.doubts)],
    own: ownCases,
  };
}

/** What follows the head stays as it is, but for a name without quotation marks: a businessman's, or a school's. */
function declineTail(head: string, words: readonly string[], own: readonly OwnForms[]): readonly Declined[] {
  const asIs = words.map(fixed);
  if (words.length === 0) return [];
  if (head === "предприниматель" || head === "ип") return [declineName(words.join(" "), null, own)];
  if (!NAMED_HEADS.has(head) && !ABBREVIATION.test(head.toUpperCase())) return asIs;
  const quoted = words.findIndex((word) => /[«"„“]/.test(word));
  const start = words.findIndex((_, index) => {
    const rest = words.slice(index, quoted < 0 ? undefined : quoted).join(" ");
    return opens(rest, ORGANISATION_NOUNS) || /^[А-ЯЁ][а-яё]+ая [А-ЯЁ]*ОШ(?: |$)/.test(rest);
  });
  if (start < 0) return asIs;
  const name = words.slice(start).join(" ");
  const { forms } = declineOne(name, own);
  const doubt = `Проверьте «${name}»: если в уставе это название не склоняется, внесите свои формы.`;
  return [...asIs.slice(0, start), { forms, doubts: [doubt] }];
}

/** «детский сад» has the nominative in the accusative, «детский врач» has not: the first noun decides. */
function headIsInanimate(words: readonly string[]): boolean {
  const head = words.map((word) => lookupKey(word)).find((key) => !isAdjective(key)) ?? "";
  return (NOUNS.get(head) ?? NOUNS.get(head.split("-")[0] ?? ""))?.endsWith("Inanimate") ?? false;
}

interface DeclinedWord {
  readonly forms: Forms;
  readonly sure: boolean;
  readonly own: readonly Case[];
}

/** Declines one word; the parts of a hyphenated one each by themselves. */
function declineWord(word: string, inanimate: boolean, own: readonly OwnForms[]): DeclinedWord {
  const ordinal = /^\d+-([йя])$/.exec(word)?.[1];
  if (ordinal !== undefined) {
    const pattern = ordinal === "я" ? "ordinalWoman" : inanimate ? "ordinalInanimate" : "ordinal";
    return { forms: byPattern(word, pattern), sure: true, own: [] };
  }
  const halves = word
    .split("-")
    .map((half, index, all) =>
      ownFirst(own, half, null, () => declineHalf(half, inanimate, all.length > 1 && index === 0)),
    );
  return {
    forms: joinForms(
      halves.map((half) => half.forms),
      "-",
    ),
    sure: halves.every((half) => half.doubts.length === 0),
    own: halves.flatMap((half) => half.own ?? []),
  };
}

/** What there is to doubt is the half itself: the caller tells of the whole word. */
function declineHalf(half: string, inanimate: boolean, isFirst: boolean): Declined {
  const trailing = /[^а-яёa-z]*$/i.exec(half)?.[0] ?? "";
  const bare = trailing === "" ? half : half.slice(0, -trailing.length);
  if (bare === "" || (isFirst && UNCHANGING_HALVES.has(lookupKey(bare)))) return fixed(half);
  const pattern = patternOf(lookupKey(bare), inanimate);
  if (isAbbreviation(bare)) return fixed(half);
  if (pattern === null) return { forms: unchanging(half), doubts: [half] };
  const forms = byPattern(bare.toLowerCase(), pattern);
  return { forms: formsBy((wanted) => likeOriginal(bare, forms[wanted]) + trailing), doubts: [] };
}

/** «ИТ», «СОШ», «МБДОУ», but not «НЯНЯ» typed in capitals. */
const isAbbreviation = (word: string): boolean => ABBREVIATION.test(word);
const ABBREVIATION = /^(?:[А-ЯЁ]{2,3}|[А-ЯЁ]+(?:ОУ|ОШ|РР)|[A-Z]+)$/;

/** Which pattern an ending asks for; the first that fits. `inanimate` only matters for adjectives. */
const ENDINGS: readonly (readonly [RegExp, PatternName, PatternName?])[] = [
  [/ый$/, "adjective", "adjectiveInanimate"],
  [/[гкх]ий$/, "adjectiveGuttural", "adjectiveGutturalInanimate"],
  [/ий$/, "adjectiveSoft", "adjectiveSoftInanimate"],
  [/[гкхжчшщ]ой$/, "adjectiveGuttural", "adjectiveGutturalInanimate"],
  [/ой$/, "adjective", "adjectiveInanimate"],
  [/[жчшщ]ая$/, "adjectiveWomanSoft"],
  [/ая$/, "adjectiveWoman"],
  [/яя$/, "adjectiveWomanYaya"],
  [/[гкх]ое$/, "adjectiveNeuterGuttural"],
  [/ое$/, "adjectiveNeuter"],
  [/ее$/, "adjectiveNeuterSoft"],
  [/ие$/, "neuterIe"],
  [/о$/, "neuterO"],
  [/ия$/, "womanIya"],
  [/я$/, "womanYa"],
  [/[гкх]а$/, "womanGuttural"],
  [/[жчшщ]а$/, "womanHushing"],
  [/ца$/, "womanTs"],
  [/а$/, "womanA"],
  [/(?:арь|ль)$/, "soft"],
  [/[еа]й$/, "soft"],
  [/[^аеиоуыэюя]ец$/, "fleeting"],
  [/[жчшщц]$/, "hardE"],
  [/[бвгдзклмнпрстфх]$/, "hard"],
];

function patternOf(key: string, inanimate: boolean): PatternName | null {
  const irregular = NOUNS.get(key);
  if (irregular !== undefined) return irregular;
  const found = ENDINGS.find(([ending]) => ending.test(key));
  if (found === undefined) return null;
  return inanimate ? (found[2] ?? found[1]) : found[1];
}
