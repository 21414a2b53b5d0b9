// Lists in a sentence that must stay short enough to be read at a glance.

/** The longest sentence of an explanation that still reads at a glance, characters. */
export const ONE_GLANCE = 160;
/** What a list may take of it. */
const ROOM = 90;

/** «Иванова А. П., Петров С. И. и ещё 3»: as many names as there is room for, the first one in any case. */
export function briefly(names: readonly string[]): string {
  const [first = "", ...others] = names;
  let text = first.length > ROOM ? `${first.slice(0, ROOM - 1).trim()}…` : first;
  let left = others.length;
  for (const name of others) {
    if (text.length + name.length + 2 > ROOM) break;
    text += `, ${name}`;
    left--;
  }
  return left === 0 ? text : `${text} и ещё ${left}`;
}
