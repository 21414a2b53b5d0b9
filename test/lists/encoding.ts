// Text as the bytes of the encodings that staff lists come in.

/** Windows-1251, which Excel writes in a Russian Windows. @throws Error for a letter that it lacks */
export function windows1251(text: string): Uint8Array {
  const decoder = new TextDecoder("windows-1251");
  const codes = new Map<string, number>();
  for (let code = 0; code < 256; code += 1) codes.set(decoder.decode(Uint8Array.of(code)), code);
  return Uint8Array.from([...text], (letter) => {
    const code = codes.get(letter);
    if (code === undefined) throw new Error(`Windows-1251 has no “${letter}”.`);
    return code;
  });
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** UTF-16 with its mark: what Excel calls «Текст Юникод». */
export function utf16(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le"));
}

/** Lines of cells as separated text; cells that need it are quoted. */
export function separated(lines: readonly (readonly (string | number)[])[], separator: string, end = "\r\n"): string {
  const cell = (value: string | number): string => {
    const text = String(value);
    return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return lines.map((line) => line.map(cell).join(separator) + end).join("");
}
