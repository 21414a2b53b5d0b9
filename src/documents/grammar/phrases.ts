// Posts and names of organisations: the leading adjectives and the first noun decline, the rest stays as it is.
import { formsBy, gathered, joinForms, likeOriginal, lookupKey, ownFirst, unchanging } from "./cases";
import type { Case, Declined, Forms, OwnForms } from "./cases";
import { byPattern, type PatternName } from "./endings";

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
  ["центр", "hardInanimate"],
  ["сад", "hardInanimate"],
  ["детсад", "hardInanimate"],
  ["техникум", "hardInanimate"],
  ["колледж", "fixed"],
  ["институт", "hardInanimate"],
  ["университет", "hardInanimate"],
  ["комитет", "hardInanimate"],
  ["отдел", "hardInanimate"],
  ["комплекс", "hardInanimate"],
  ["интернат", "hardInanimate"],
  ["комбинат", "hardInanimate"],
  ["союз", "hardInanimate"],
  ["дом", "hardInanimate"],
]);

/** The nouns that may open a second post after a comma or «и» («учитель истории и классный руководитель»). */
const POST_NOUNS = set(
  "учитель воспитатель директор заместитель педагог преподаватель методист руководитель психолог логопед дефектолог " +
    "тьютор библиотекарь секретарь советник инструктор тренер вожатый заведующий заведующая няня бухгалтер инженер " +
    "лаборант концертмейстер музыкант мастер специалист начальник врач хореограф организатор наставник куратор завуч " +
    "председатель учительница воспитательница",
);

const isAdjective = (word: string): boolean => /(?:ый|ий|ой|ая|яя|ое|ее)$/.test(word) && !NOUNS.has(word);

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
    const found = /, | и | \/ |\//.exec(rest.slice(from));
    if (found === null) break;
    const at = from + found.index;
    const after = rest.slice(at + found[0].length);
    if (opensPost(after)) {
      pieces.push({ text: rest.slice(0, at), separator: false }, { text: found[0], separator: true });
      rest = after;
      from = 0;
    } else {
      from = at + found[0].length;
    }
  }
  return [...pieces, { text: rest, separator: false }];
}

function opensPost(text: string): boolean {
  for (const word of text.split(" ")) {
    const key = lookupKey(word).split("-")[0] ?? "";
    if (POST_NOUNS.has(key.replace(/[.,;]+$/, ""))) return true;
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
  const tail = words.slice(index).map((word) => unchanging(word));
  return { forms: joinForms([...declined, ...tail], " "), doubts, own: ownCases };
}

/** «детский сад» has the nominative in the accusative, «детский врач» has not: the first noun decides. */
function headIsInanimate(words: readonly string[]): boolean {
  const head = words.map((word) => lookupKey(word)).find((key) => !isAdjective(key)) ?? "";
  return NOUNS.get(head)?.endsWith("Inanimate") ?? false;
}

interface DeclinedWord {
  readonly forms: Forms;
  readonly sure: boolean;
  readonly own: readonly Case[];
}

/** Declines one word; the parts of a hyphenated one each by themselves. */
function declineWord(word: string, inanimate: boolean, own: readonly OwnForms[]): DeclinedWord {
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
const isAbbreviation = (word: string): boolean => /^(?:[А-ЯЁ]{2,3}|[А-ЯЁ]+(?:ОУ|ОШ|РР)|[A-Z]+)$/.test(word);

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
