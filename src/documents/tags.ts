// Tags of a template as curators type them: «{наставник.фио|винительный}» read into a path and filters.
import { lookupKey } from "./grammar/cases";
import { isEmpty, isGroup, isList, type Group, type Value } from "./values";

/** A tag taken apart. The path is empty for «.», the current item. */
export interface TagExpression {
  readonly path: readonly string[];
  readonly filters: readonly { readonly name: string; readonly args: readonly string[] }[];
}

/** What a tag holds; decides what the sidebar offers for it. */
type TagKind = "person" | "post" | "date" | "text" | "number" | "flag" | "list";

/** A documented tag of a paper. */
export interface Tag {
  readonly name: string;
  readonly kind: TagKind;
  readonly note: string;
  /** A paper without this tag is not fit for signing. */
  readonly required?: true;
  /** Tags inside {#name}…{/name} of a list. */
  readonly items?: readonly Tag[];
}

/**
 * Reads the text between braces. Letter case, ё, kinds of spaces, dashes and quotation marks do not matter.
 * @example readTag("Наставник.ФИО | Винительный").path //=> ["наставник", "фио"]
 */
export function readTag(tag: string): TagExpression {
  const [path = "", ...filters] = tag.split("|");
  return {
    path: nameKey(path)
      .split(".")
      .map((step) => step.trim())
      .filter((step) => step !== ""),
    filters: filters.map((filter) => {
      const colon = filter.indexOf(":");
      const name = colon < 0 ? filter : filter.slice(0, colon);
      const args = colon < 0 ? [] : filter.slice(colon + 1).split(",");
      return { name: plainKey(name), args: args.map(unquoted) };
    }),
  };
}

/** A piece of text that a curator may have put into quotation marks. */
const unquoted = (arg: string): string => {
  const typed = arg.trim();
  return /^["'„“«].*["'“”»]$/.test(typed) && !/^«[^»]*».*»$/.test(typed) ? typed.slice(1, -1) : typed;
};

/** Latin letters that look like Russian ones: a curator cannot see which was typed. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  ...{ a: "а", b: "в", c: "с", e: "е", h: "н", k: "к", m: "м", o: "о", p: "р", t: "т", x: "х", y: "у" },
};

/** A word of a tag without what editors put in by themselves: kinds of dashes and quotation marks. */
function plainKey(typed: string): string {
  const key = lookupKey(typed)
    .replace(/["'`´‘’‚‹›«»„“”]|&(?:quot|apos);/g, "")
    .replace(/[‐‑‒–—―−]/g, "-");
  return /[а-я]/.test(key) ? key.replace(/[a-z]/g, (letter) => LOOKALIKES[letter] ?? letter) : key;
}

/** The key under which a name is looked up. */
export const nameKey = (name: string): string => plainKey(name).replace(/ *_ *| +| ?- ?/g, "_");

/**
 * Finds a value by its path from one scope; undefined if this scope does not know it.
 * A list on the way gives a list: «наставляемые.фио» are the names of all of them.
 */
export function findValue(scope: Value, path: readonly string[]): Value | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return scope;
  if (isList(scope)) {
    const found = scope.map((item) => findValue(item, path));
    return found.some((value) => value === undefined) ? undefined : found.map((value) => value ?? null);
  }
  if (!isGroup(scope)) return undefined;
  const value = own(scope, step);
  return value === undefined ? undefined : findValue(value, rest);
}

function own(group: Group, step: string): Value | undefined {
  // Nearly every name is spelt in the data as it is looked up.
  if (Object.prototype.hasOwnProperty.call(group, step)) return group[step];
  const name = Object.keys(group).find((key) => nameKey(key) === step);
  return name === undefined ? undefined : group[name];
}

/** The name closest to what was typed, or null if nothing is close: «настовник» → «наставник». */
export function closest(typed: string, names: readonly string[]): string | null {
  let best: string | null = null;
  let bestDistance = Math.max(2, Math.floor(typed.length / 3)) + 1;
  for (const name of names) {
    const distance = editDistance(typed, nameKey(name));
    if (distance < bestDistance) {
      best = name;
      bestDistance = distance;
    }
  }
  return best;
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (previous[j - 1] ?? 0) + (a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1);
      current.push(Math.min(replaced, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** Every name that a template may use at the top level of this data: «наставник.фио», «пары». */
export function namesIn(group: Group, prefix = ""): readonly string[] {
  return Object.entries(group).flatMap(([name, value]) => {
    const full = `${prefix}${name}`;
    return isGroup(value) ? [full, ...namesIn(value, `${full}.`)] : [full];
  });
}

/** Required tags whose value is missing; those inside a list are named by their whole path and told once. */
export function emptyRequired(tags: readonly Tag[], scope: Group, prefix = ""): readonly Tag[] {
  const found = tags.flatMap((tag): readonly Tag[] => {
    const value = findValue(scope, readTag(tag.name).path) ?? null;
    const name = `${prefix}${tag.name}`;
    if (tag.required === true && isEmpty(value)) return [{ ...tag, name }];
    const items = isList(value) ? value.filter(isGroup) : [];
    return items.flatMap((item) => emptyRequired(tag.items ?? [], item, `${name}.`));
  });
  return [...new Map(found.map((tag) => [tag.name, tag])).values()];
}
