// Many codes in little text, so that a job's one cell can name them all: «О-7..120,О-130».

/** Neighbours become ranges. Codes of any other shape are kept as they are. */
export function packCodes(codes: readonly string[]): string {
  const pieces: { stem: string; width: number; first: number; last: number }[] = [];
  const odd: string[] = [];
  for (const code of [...codes].sort(byNumber)) {
    const [, stem = "", digits = ""] = /^(.+-)(\d{1,9})$/.exec(code) ?? [];
    if (stem === "") {
      odd.push(code);
      continue;
    }
    const last = pieces[pieces.length - 1];
    const number = Number(digits);
    const follows = last?.stem === stem && last.width === widthOf(digits) && last.last + 1 === number;
    if (last && follows) last.last = number;
    else pieces.push({ stem, width: widthOf(digits), first: number, last: number });
  }
  return [
    ...pieces.map(({ stem, width, first, last }) => `${stem}${padded(first, width)}${last > first ? `..${last}` : ""}`),
    ...odd,
  ].join(",");
}

/** The codes behind a packed text. */
export function unpackCodes(packed: string): string[] {
  return packed
    .split(",")
    .filter((piece) => piece !== "")
    .flatMap((piece) => {
      const [, stem = "", digits = "", end] = /^(.+-)(\d{1,9})\.\.(\d{1,9})$/.exec(piece) ?? [];
      if (end === undefined) return [piece];
      const first = Number(digits);
      const width = widthOf(digits);
      return Array.from({ length: Number(end) - first + 1 }, (_, index) => `${stem}${padded(first + index, width)}`);
    });
}

/** Leading zeros are part of the code; a number without any has no width of its own. */
function widthOf(digits: string): number {
  return digits.startsWith("0") ? digits.length : Math.min(digits.length, 3);
}

function padded(number: number, width: number): string {
  return String(number).padStart(width, "0");
}

function byNumber(one: string, other: string): number {
  const [a, b] = [numberOf(one), numberOf(other)];
  return a.stem < b.stem ? -1 : a.stem > b.stem ? 1 : a.number - b.number;
}

function numberOf(code: string): { stem: string; number: number } {
  const [, stem = code, digits = "0"] = /^(.+-)(\d{1,9})$/.exec(code) ?? [];
  return { stem, number: Number(digits) };
}
