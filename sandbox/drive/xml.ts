// As much XML as a .docx check needs: tags in order, text between them, and whether they nest.

/** A piece of an XML document. */
export type XmlPiece =
  | { kind: "open"; name: string; attributes: string; empty: boolean }
  | { kind: "close"; name: string }
  | { kind: "text"; text: string };

const PIECE =
  /<\?[^]*?\?>|<!--[^]*?-->|<!\[CDATA\[([^]*?)\]\]>|<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/gy;

/** Cuts XML into pieces; null if it is not well-formed. */
export function readXml(xml: string): XmlPiece[] | null {
  const pieces: XmlPiece[] = [];
  const open: string[] = [];
  const pattern = new RegExp(PIECE);
  while (pattern.lastIndex < xml.length) {
    const tag = xml.indexOf("<", pattern.lastIndex);
    // Text is cut out without the pattern: matching megabytes of it would overflow the engine's stack.
    if (tag !== pattern.lastIndex) {
      const text = xml.slice(pattern.lastIndex, tag < 0 ? xml.length : tag);
      if (!isCleanText(text, false)) return null;
      pieces.push({ kind: "text", text });
      pattern.lastIndex += text.length;
      continue;
    }
    const match = pattern.exec(xml);
    if (match === null) return null;
    const piece = pieceOf(match);
    if (piece === null) continue;
    if (piece.kind === "text" && !isCleanText(piece.text, true)) return null;
    if (piece.kind === "close" && open.pop() !== piece.name) return null;
    if (piece.kind === "open" && !piece.empty) open.push(piece.name);
    pieces.push(piece);
  }
  return open.length === 0 ? pieces : null;
}

function pieceOf(match: RegExpExecArray): XmlPiece | null {
  const [, cdata, slash, name, attributes = "", empty] = match;
  if (cdata !== undefined) return { kind: "text", text: cdata.replace(/&/g, "&amp;") };
  if (name === undefined) return null;
  return slash === "/" ? { kind: "close", name } : { kind: "open", name, attributes, empty: empty === "/" };
}

/** No bare ampersands, no control characters: both make Word and Google refuse a document. */
function isCleanText(text: string, fromCdata: boolean): boolean {
  if (/[^\P{Cc}\t\n\r\u007f-\u009f]/u.test(text)) return false;
  return fromCdata || !/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/.test(text);
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Text as people read it. */
export function decodeXml(text: string): string {
  return text.replace(/&(#x[0-9a-fA-F]+|#\d+|\w+);/g, (whole, name: string) => {
    if (name.startsWith("#x")) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
    if (name.startsWith("#")) return String.fromCodePoint(Number.parseInt(name.slice(1), 10));
    return ENTITIES[name] ?? whole;
  });
}

/** Text as XML and HTML take it. */
export function encodeXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign] ?? "&quot;");
}
