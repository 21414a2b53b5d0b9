// The search language of files.list: text → tokens → a tree of terms, checked as Drive checks it.

import { invalidValue } from "./errors";

/** A value in a query. */
export type Literal = { kind: "text"; text: string } | { kind: "boolean"; value: boolean };

/** A parsed query. */
export type QueryNode =
  | { kind: "all"; of: [QueryNode, QueryNode] }
  | { kind: "any"; of: [QueryNode, QueryNode] }
  | { kind: "not"; of: QueryNode }
  | { kind: "compare"; field: string; operator: string; value: Literal }
  | { kind: "in"; value: string; collection: string }
  | { kind: "has"; collection: string; key: string; value: string };

const TEXT = ["contains", "=", "!="];
const MOMENT = ["<=", "<", "=", "!=", ">", ">="];
const FLAG = ["=", "!="];

/** Which operators each term takes (developers.google.com/workspace/drive/api/guides/ref-search-terms). */
const OPERATORS: Record<string, readonly string[]> = {
  name: TEXT,
  fullText: ["contains"],
  mimeType: TEXT,
  modifiedTime: MOMENT,
  viewedByMeTime: MOMENT,
  createdTime: MOMENT,
  sharedWithMeTime: MOMENT,
  trashed: FLAG,
  starred: FLAG,
  sharedWithMe: FLAG,
  visibility: FLAG,
};
const FLAGS = new Set(["trashed", "starred", "sharedWithMe"]);
const COLLECTIONS = new Set(["parents", "owners", "writers", "readers"]);
const PROPERTY_COLLECTIONS = new Set(["properties", "appProperties"]);

type Token = { kind: "word" | "sign" | "text"; text: string };

/** Reads a query. @throws 400 `Invalid Value` for `q` */
export function parseQuery(text: string): QueryNode {
  const parser = new QueryParser(tokens(text));
  const node = parser.expression();
  parser.end();
  return node;
}

/** True if some term of the query satisfies the check. */
export function someTerm(node: QueryNode, check: (term: QueryNode) => boolean): boolean {
  if (node.kind === "all" || node.kind === "any") return node.of.some((inner) => someTerm(inner, check));
  return node.kind === "not" ? someTerm(node.of, check) : check(node);
}

function tokens(text: string): Token[] {
  const pattern = /\s+|'((?:[^'\\]|\\.)*)'|(<=|>=|!=|[=<>(){}])|([A-Za-z][A-Za-z0-9]*)/gsy;
  const found: Token[] = [];
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text);
    if (match === null) throw invalidQuery();
    const [, quoted, sign, word] = match;
    if (quoted !== undefined) found.push({ kind: "text", text: unescape(quoted) });
    if (sign !== undefined) found.push({ kind: "sign", text: sign });
    if (word !== undefined) found.push({ kind: "word", text: word });
  }
  return found;
}

/** Only the quote and the backslash are escaped in a query. */
function unescape(quoted: string): string {
  return quoted.replace(/\\(.)/gs, (whole, sign: string) => (sign === "'" || sign === "\\" ? sign : whole));
}

class QueryParser {
  private at = 0;
  constructor(private readonly tokens: Token[]) {}

  /** `and` and `or` bind alike and are read from the left, as Google documents it. */
  expression(): QueryNode {
    let node = this.unary();
    for (;;) {
      if (this.takeWord("and")) node = { kind: "all", of: [node, this.unary()] };
      else if (this.takeWord("or")) node = { kind: "any", of: [node, this.unary()] };
      else return node;
    }
  }

  end(): void {
    if (this.at < this.tokens.length) throw invalidQuery();
  }

  private unary(): QueryNode {
    if (this.takeWord("not")) return { kind: "not", of: this.unary() };
    if (!this.takeSign("(")) return this.term();
    const inner = this.expression();
    this.needSign(")");
    return inner;
  }

  private term(): QueryNode {
    const first = this.next();
    if (first.kind === "text") return this.membership(first.text);
    if (first.kind !== "word") throw invalidQuery();
    if (PROPERTY_COLLECTIONS.has(first.text)) return this.property(first.text);
    const operator = this.next().text;
    if (!(OPERATORS[first.text] ?? []).includes(operator)) throw invalidQuery();
    return { kind: "compare", field: first.text, operator, value: this.value(first.text) };
  }

  private membership(value: string): QueryNode {
    if (!this.takeWord("in")) throw invalidQuery();
    const collection = this.next().text;
    if (!COLLECTIONS.has(collection)) throw invalidQuery();
    return { kind: "in", value, collection };
  }

  private property(collection: string): QueryNode {
    if (!this.takeWord("has")) throw invalidQuery();
    this.needSign("{");
    const key = this.keyed("key");
    if (!this.takeWord("and")) throw invalidQuery();
    const value = this.keyed("value");
    this.needSign("}");
    return { kind: "has", collection, key, value };
  }

  private keyed(name: string): string {
    if (!this.takeWord(name)) throw invalidQuery();
    this.needSign("=");
    const value = this.next();
    if (value.kind !== "text") throw invalidQuery();
    return value.text;
  }

  private value(field: string): Literal {
    const token = this.next();
    if (FLAGS.has(field)) {
      if (token.kind !== "word" || !["true", "false"].includes(token.text)) throw invalidQuery();
      return { kind: "boolean", value: token.text === "true" };
    }
    if (token.kind !== "text") throw invalidQuery();
    if (OPERATORS[field] === MOMENT && Number.isNaN(momentOf(token.text))) throw invalidQuery();
    return { kind: "text", text: token.text };
  }

  private next(): Token {
    const token = this.tokens[this.at];
    if (token === undefined) throw invalidQuery();
    this.at += 1;
    return token;
  }

  private takeWord(word: string): boolean {
    return this.take("word", word);
  }

  private takeSign(sign: string): boolean {
    return this.take("sign", sign);
  }

  private needSign(sign: string): void {
    if (!this.take("sign", sign)) throw invalidQuery();
  }

  private take(kind: Token["kind"], text: string): boolean {
    const token = this.tokens[this.at];
    if (token?.kind !== kind || token.text !== text) return false;
    this.at += 1;
    return true;
  }
}

/** A date of a query in milliseconds; without a time zone it is UTC. NaN if it is not an RFC 3339 date. */
export function momentOf(text: string): number {
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})?)?$/.test(text)) return Number.NaN;
  const zoned = /(Z|[+-]\d{2}:\d{2})$/.test(text) || !text.includes("T");
  return Date.parse(zoned ? text : `${text}Z`);
}

function invalidQuery(): Error {
  return invalidValue("q");
}
