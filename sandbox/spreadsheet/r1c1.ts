// R1C1 notation of formulas: positions relative to the cell in square brackets.
import { columnName } from "./rect";
import { rewriteReferences, type Reference } from "./references";

function part(letter: string, value: number, fixed: boolean, own: number): string {
  return `${letter}${fixed ? value : `[${value - own}]`}`;
}

function corner(at: Reference["from"], row: number, column: number): string {
  const down = at.row === null ? "" : part("R", at.row, at.rowFixed, row);
  const right = at.column === null ? "" : part("C", at.column, at.columnFixed, column);
  return down + right;
}

/** A formula of the cell at (row, column) with its references in R1C1 notation. */
export function toR1C1Formula(formula: string, row: number, column: number): string {
  return rewriteReferences(formula, (reference) => {
    const sheet = reference.sheetName === null ? "" : `'${reference.sheetName.replace(/'/g, "''")}'!`;
    const to = reference.to === null ? "" : `:${corner(reference.to, row, column)}`;
    return `${sheet}${corner(reference.from, row, column)}${to}`;
  });
}

/** A formula written in R1C1 notation, as the cell at (row, column) keeps it. */
export function toA1Formula(formula: string, row: number, column: number): string {
  const pattern = /"(?:[^"]|"")*"|(?<![\w.])R(\[-?\d+\]|\d+)?C(\[-?\d+\]|\d+)?(?![\w(])/g;
  return formula.replace(pattern, (piece: string, down: string | undefined, right: string | undefined) => {
    if (piece.startsWith('"')) return piece;
    const line = (text: string | undefined, own: number): { at: number; fixed: boolean } =>
      text?.startsWith("[") || text === undefined
        ? { at: own + Number(text?.slice(1, -1) ?? 0), fixed: false }
        : { at: Number(text), fixed: true };
    const [y, x] = [line(down, row), line(right, column)];
    return `${x.fixed ? "$" : ""}${columnName(x.at)}${y.fixed ? "$" : ""}${y.at}`;
  });
}
