// Patterns of endings: how a word of a given type changes, written as the six endings that replace its tail.
import { formsBy, CASES, type Forms } from "./cases";

/** What is cut from the nominative, and the endings of the five other cases (genitive … prepositional). */
interface Pattern {
  readonly cut: number;
  readonly endings: readonly [string, string, string, string, string];
}

/** The patterns by name; the sample in the comment shows the genitive and the instrumental. */
const PATTERNS = {
  fixed: { cut: 0, endings: ["", "", "", "", ""] },
  hard: { cut: 0, endings: ["а", "у", "а", "ом", "е"] }, // Грина, Грином
  hardInanimate: { cut: 0, endings: ["а", "у", "", "ом", "е"] }, // лицея → сада, садом
  hardE: { cut: 0, endings: ["а", "у", "а", "ем", "е"] }, // Шварца, Шварцем
  ownership: { cut: 0, endings: ["а", "у", "а", "ым", "е"] }, // Львова, Львовым
  soft: { cut: 1, endings: ["я", "ю", "я", "ем", "е"] }, // учителя, учителем
  softStressed: { cut: 1, endings: ["я", "ю", "я", "ём", "е"] }, // секретаря, секретарём
  softInanimate: { cut: 1, endings: ["я", "ю", "й", "ем", "е"] }, // лицея, лицеем
  softIy: { cut: 1, endings: ["я", "ю", "я", "ем", "и"] }, // Топчия, Топчием
  softFleeting: { cut: 2, endings: ["ья", "ью", "ья", "ьём", "ье"] }, // Соловья, Соловьём
  fleeting: { cut: 2, endings: ["ца", "цу", "ца", "цом", "це"] }, // Кравца, Кравцом
  fleetingE: { cut: 2, endings: ["ца", "цу", "ца", "цем", "це"] }, // Немца, Немцем
  fleetingSoft: { cut: 2, endings: ["ьца", "ьцу", "ьца", "ьцом", "ьце"] }, // Стрельца, Стрельцом
  fleetingSoftE: { cut: 2, endings: ["ьца", "ьцу", "ьца", "ьцем", "ьце"] }, // Пальца, Пальцем
  fleetingLion: { cut: 2, endings: ["ьва", "ьву", "ьва", "ьвом", "ьве"] }, // Льва, Львом
  fleetingVowel: { cut: 2, endings: ["йца", "йцу", "йца", "йцем", "йце"] }, // Коломийца, Коломийцем
  fleetingK: { cut: 2, endings: ["ка", "ку", "ка", "ком", "ке"] }, // Пашка, Пашком
  fleetingL: { cut: 2, endings: ["ла", "лу", "ла", "лом", "ле"] }, // Орла, Орлом
  fleetingInanimate: { cut: 2, endings: ["ца", "цу", "ец", "цом", "це"] }, // дворца, дворцом
  hardEInanimate: { cut: 0, endings: ["а", "у", "", "ем", "е"] }, // колледжа, колледжем
  softSignInanimate: { cut: 1, endings: ["я", "ю", "ь", "ем", "е"] }, // лагеря, лагерем
  manyInanimate: { cut: 1, endings: ["ей", "ям", "и", "ями", "ях"] }, // яслей, яслями
  ordinal: { cut: 1, endings: ["го", "му", "го", "м", "м"] }, // 1-го, 1-м
  ordinalInanimate: { cut: 1, endings: ["го", "му", "й", "м", "м"] },
  ordinalWoman: { cut: 1, endings: ["й", "й", "ю", "й", "й"] }, // 1-й
  womanA: { cut: 1, endings: ["ы", "е", "у", "ой", "е"] }, // сестры, сестрой
  womanGuttural: { cut: 1, endings: ["и", "е", "у", "ой", "е"] }, // машинистки, машинисткой
  womanHushing: { cut: 1, endings: ["и", "е", "у", "ей", "е"] }, // кастелянши, кастеляншей
  womanTs: { cut: 1, endings: ["ы", "е", "у", "ей", "е"] }, // уборщицы, уборщицей
  womanYa: { cut: 1, endings: ["и", "е", "ю", "ей", "е"] }, // няни, няней
  womanYaStressed: { cut: 1, endings: ["и", "е", "ю", "ёй", "е"] }, // судьи, судьёй
  womanIya: { cut: 1, endings: ["и", "и", "ю", "ей", "и"] }, // организации, организацией
  womanSoft: { cut: 1, endings: ["и", "и", "ь", "ью", "и"] }, // Айгули, Айгулью
  neuterIe: { cut: 1, endings: ["я", "ю", "е", "ем", "и"] }, // учреждения, учреждением
  neuterO: { cut: 1, endings: ["а", "у", "о", "ом", "е"] }, // училища → общества, обществом
  adjective: { cut: 2, endings: ["ого", "ому", "ого", "ым", "ом"] }, // главного, главным
  adjectiveInanimate: { cut: 2, endings: ["ого", "ому", "ый", "ым", "ом"] }, // частный сад
  adjectiveGuttural: { cut: 2, endings: ["ого", "ому", "ого", "им", "ом"] }, // технического, техническим
  adjectiveGutturalInanimate: { cut: 2, endings: ["ого", "ому", "ий", "им", "ом"] }, // детский сад
  adjectiveSoft: { cut: 2, endings: ["его", "ему", "его", "им", "ем"] }, // старшего, старшим
  adjectivePossessive: { cut: 2, endings: ["ьего", "ьему", "ьего", "ьим", "ьем"] }, // Третьего, Третьим
  adjectiveSoftInanimate: { cut: 2, endings: ["его", "ему", "ий", "им", "ем"] }, // средний
  adjectiveWoman: { cut: 2, endings: ["ой", "ой", "ую", "ой", "ой"] }, // главной
  adjectiveWomanSoft: { cut: 2, endings: ["ей", "ей", "ую", "ей", "ей"] }, // старшей
  adjectiveWomanYaya: { cut: 2, endings: ["ей", "ей", "юю", "ей", "ей"] }, // средней
  adjectiveNeuter: { cut: 2, endings: ["ого", "ому", "ое", "ым", "ом"] }, // бюджетного, бюджетным
  adjectiveNeuterGuttural: { cut: 2, endings: ["ого", "ому", "ое", "им", "ом"] }, // городского, городским
  adjectiveNeuterSoft: { cut: 2, endings: ["его", "ему", "ее", "им", "ем"] }, // среднего, средним
} as const satisfies Record<string, Pattern>;

export type PatternName = keyof typeof PATTERNS;

/** Declines a word by a named pattern. The accusative of a thing is its nominative («областной», «городской»). */
export function byPattern(word: string, name: PatternName): Forms {
  const { cut, endings } = PATTERNS[name];
  const stem = cut === 0 ? word : word.slice(0, -cut);
  return formsBy((wanted) => {
    if (wanted === "accusative" && name.endsWith("Inanimate")) return word;
    const index = CASES.indexOf(wanted) - 1;
    return index < 0 ? word : stem + (endings[index] ?? "");
  });
}

/** How many syllables a word has. */
export const syllables = (word: string): number => (word.match(/[аеёиоуыэюя]/gi) ?? []).length;
