// How a tag may be spelled in a template: the case and the shape of a name, the look of a date, a repeated part around it.
import type { TagView } from "./templatesView";

/** A choice that a tag offers; each of its options adds a word after the bar. */
export interface Choice {
  readonly label: string;
  readonly options: readonly { readonly word: string; readonly label: string }[];
}

const CASES: Choice = {
  label: "Падеж",
  options: [
    { word: "", label: "именительный (кто? что?)" },
    { word: "родительный", label: "родительный (кого? чего?)" },
    { word: "дательный", label: "дательный (кому? чему?)" },
    { word: "винительный", label: "винительный (кого? что?)" },
    { word: "творительный", label: "творительный (кем? чем?)" },
    { word: "предложный", label: "предложный (о ком? о чём?)" },
  ],
};
const SHAPES: Choice = {
  label: "Как назвать",
  options: [
    { word: "", label: "полностью: Петрова Анна Ивановна" },
    { word: "инициалы", label: "А. И. Петрова" },
    { word: "инициалы_сзади", label: "Петрова А. И." },
    { word: "фамилия", label: "Петрова" },
    { word: "имя_отчество", label: "Анна Ивановна" },
  ],
};
const FIRST_LETTERS: Choice = {
  label: "Первая буква",
  options: [
    { word: "", label: "как в таблице" },
    { word: "со_строчной", label: "маленькая: учитель" },
    { word: "с_прописной", label: "большая: Учитель" },
  ],
};
const DATES: Choice = {
  label: "Вид даты",
  options: [
    { word: "прописью", label: "1 сентября 2026 г." },
    { word: "", label: "01.09.2026" },
    { word: "год", label: "2026" },
  ],
};
const NUMBERS: Choice = {
  label: "Вид числа",
  options: [
    { word: "", label: "3" },
    { word: "словами", label: "три" },
    { word: "рублями", label: "5 000 (пять тысяч) рублей 00 копеек" },
  ],
};

/** What is to be chosen before a tag of this kind is put into a template. */
export const choicesOf = ({ kind }: TagView): readonly Choice[] => CHOICES[kind] ?? [];
const CHOICES: Partial<Record<TagView["kind"], readonly Choice[]>> = {
  person: [CASES, SHAPES],
  post: [CASES, FIRST_LETTERS],
  date: [DATES],
  number: [NUMBERS],
};

/**
 * The tag as it stands in a template.
 * @param words of the choices, in their order; empty ones say nothing
 * @example spelled(tag, ["дательный", ""]) //=> "{наставник.фио|дательный}"
 */
export function spelled(tag: TagView, words: readonly string[] = []): string {
  if (tag.kind === "list") return `{#${tag.name}}\n${lineOf(tag.items)}\n{/${tag.name}}`;
  if (tag.kind === "flag") return `{#${tag.name}} … {/${tag.name}}`;
  return `{${[tag.name, ...words.filter((word) => word !== "")].join("|")}}`;
}

/** A line of a repeated part that names each item: by its people first, else by all that it has. */
function lineOf(items: readonly TagView[]): string {
  const plain = items.filter(({ kind }) => kind !== "list" && kind !== "flag");
  const named = plain.filter(({ kind }) => kind === "person");
  const line = (named.length > 0 ? named : plain).map(({ name }) => `{${name}}`).join(", ");
  return line === "" ? "{.}" : line;
}

/** The tag inside the repeated parts in which it has a meaning, outermost first. */
export const inside = (lists: readonly string[], tag: string): string =>
  [...lists].reverse().reduce((inner, list) => `{#${list}}${inner}{/${list}}`, tag);
