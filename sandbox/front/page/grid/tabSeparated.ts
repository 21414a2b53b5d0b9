// Tab-separated text, in which spreadsheets exchange blocks of cells through the clipboard.

/** Lines of texts; what holds a tab, a line break or a quote is quoted. */
export function writeLines(lines: string[][]): string {
  const quoted = (text: string): string => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return lines.map((line) => line.map(quoted).join("\t")).join("\n");
}

/** Reads tab-separated text with quoted fields, as spreadsheets write it. */
export function readLines(text: string): string[][] {
  const lines: string[][] = [[]];
  const pattern = /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/gy;
  const source = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  for (;;) {
    const match = pattern.exec(source);
    if (!match) break;
    lines[lines.length - 1]?.push(match[1] === undefined ? (match[2] ?? "") : match[1].replaceAll('""', '"'));
    if (match[3] === "") break;
    if (match[3] === "\n") lines.push([]);
  }
  return lines;
}
