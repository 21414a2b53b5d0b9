// The part of fast-formula-parser that the calculator uses; the package ships no types.
declare module "fast-formula-parser" {
  /** A value inside the parser: null is an empty cell. */
  type Value = string | number | boolean | null | FormulaError;

  class FormulaError extends Error {
    constructor(code: string);
    /** Such as "#REF!". */
    readonly error: string;
    static readonly REF: FormulaError;
    static readonly NA: FormulaError;
    static readonly VALUE: FormulaError;
    static readonly NAME: FormulaError;
    static readonly DIV0: FormulaError;
    static readonly NUM: FormulaError;
  }

  interface CellReference {
    sheet: string;
    row: number;
    col: number;
  }

  interface RangeReference {
    sheet: string;
    from: { row: number; col: number };
    to: { row: number; col: number };
  }

  /** An argument of an own function. */
  interface Argument {
    value: Value | Value[][];
    isArray: boolean;
    isRangeRef?: boolean;
    omitted?: boolean;
  }

  class FormulaParser {
    constructor(config: {
      onCell(reference: CellReference): Value;
      onRange(reference: RangeReference): Value[][];
      onVariable(name: string, sheet: string): RangeReference | CellReference | null;
      functions?: Record<string, (...args: Argument[]) => Value>;
    });
    parse(formula: string, position: CellReference, allowReturnArray?: boolean): Value | Value[][];
    static readonly FormulaError: typeof FormulaError;
  }

  export default FormulaParser;
  export { type Argument, type CellReference, type RangeReference, type Value, FormulaError };
}

declare module "fast-formula-parser/formulas/operators" {
  /** The library reads the operation from this object at each use, so that it can be replaced. */
  const Infix: {
    compareOp: (left: unknown, sign: string, right: unknown, leftIsArray: boolean, rightIsArray: boolean) => boolean;
  };
  export { Infix };
}
