// Makes a template that people have worked on fit for filling: tags whole and plain, suggestions settled, comments gone.
import PizZip from "pizzip";
import { nameKey } from "./tags";

/** A template after tidying, and what was seen in it. */
export interface TidyTemplate {
  /** Base64; the very same text where there was nothing to mend, or the file is no .docx. */
  readonly docx: string;
  /** Edits that were suggested and neither accepted nor refused. They count as accepted. */
  readonly suggestions: boolean;
  readonly comments: boolean;
  readonly pictures: boolean;
  /** Letters and signs of the text. */
  readonly characters: number;
}

/** Parts that hold text. */
const TEXTS = /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$/;
/** Parts of comments: they would stand in every document made from the template. */
const COMMENTS = /^word\/(?:comments\w*|people)\.xml$/;
const PICTURES = /^word\/media\/./;

/** Elements that go with all that is in them: suggested deletions, former formatting, what content controls say of themselves. */
const DROPPED = new Set([
  ...["w:del", "w:moveFrom", "w:sdtPr", "w:sdtEndPr", "w:rPrChange", "w:pPrChange", "w:sectPrChange", "w:tblPrChange"],
  ...["w:tblPrExChange", "w:tblGridChange", "w:trPrChange", "w:tcPrChange", "w:numberingChange"],
]);
/** Elements whose contents stay: suggested insertions, content controls (Google wraps runs and cells into them). */
const UNWRAPPED = new Set([
  ...["w:ins", "w:moveTo", "w:sdt", "w:sdtContent", "w:smartTag", "w:proofErr", "w:moveFromRangeStart"],
  ...["w:moveFromRangeEnd", "w:moveToRangeStart", "w:moveToRangeEnd", "w:commentRangeStart", "w:commentRangeEnd"],
  "w:commentReference",
]);
const SUGGESTED = new Set(["w:ins", "w:del", "w:moveFrom", "w:moveTo"]);

/** What may stand in a run in place of letters. */
const SIGNS: Readonly<Record<string, string>> = {
  "<w:tab/>": " ",
  "<w:br/>": " ",
  "<w:cr/>": " ",
  "<w:noBreakHyphen/>": "-",
  "<w:softHyphen/>": "",
};
/** Spaces, and characters that nobody sees: zero-width ones, marks of direction, soft hyphens. */
const UNSEEN = "[\\s\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\ufeff]";
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
/** A tag, with braces doubled by mistake: «{наставник}», «{{наставник}}», «{ { наставник }}». */
const TAG = new RegExp(`\\{(?:${UNSEEN}*\\{)*([^{}]*)\\}(?:${UNSEEN}*\\})*`, "g");
/** A paragraph that holds nothing but the beginning or the end of a repeated part. */
const LONE_LOOP = new RegExp(`^${UNSEEN}*(\\{[#^/][^{}]*\\})${UNSEEN}*$`);

/**
 * Mends what editing does to a template, so that a tag is one piece of text whatever formatting, links, breaks, comments
 * and suggestions were put into it.
 *
 * @param template base64 of a .docx
 */
export function tidyTemplate(template: string): TidyTemplate {
  const archive = opened(template);
  if (archive === null) {
    return { docx: template, suggestions: false, comments: false, pictures: false, characters: 0 };
  }
  const names = Object.keys(archive.files);
  const comments = names.filter((name) => COMMENTS.test(name));
  const texts = names
    .filter((name) => TEXTS.test(name))
    .map((name) => {
      const before = archive.file(name)?.asText() ?? "";
      return { name, before, ...tidyText(before) };
    });
  const changed = texts.filter(({ before, after }) => after !== before);
  changed.forEach(({ name, after }) => archive.file(name, after));
  if (comments.length > 0) removeComments(archive, comments);
  const isSame = changed.length === 0 && comments.length === 0;
  return {
    docx: isSame ? template : archive.generate({ type: "base64", compression: "DEFLATE" }),
    suggestions: texts.some(({ suggestions }) => suggestions),
    comments: comments.length > 0,
    pictures: names.some((name) => PICTURES.test(name)),
    characters: texts.reduce((sum, { characters }) => sum + characters, 0),
  };
}

function opened(template: string): PizZip | null {
  try {
    return new PizZip(template, { base64: true });
  } catch {
    return null;
  }
}

/** The parts, and what refers to them: a reference to nothing makes a document damaged. */
function removeComments(archive: PizZip, names: readonly string[]): void {
  names.forEach((name) => archive.remove(name));
  for (const [list, entry] of [
    ["[Content_Types].xml", /<Override\b[^>]*PartName="\/word\/(?:comments\w*|people)\.xml"[^>]*\/>/g],
    ["word/_rels/document.xml.rels", /<Relationship\b[^>]*Target="(?:\/word\/)?(?:comments\w*|people)\.xml"[^>]*\/>/g],
  ] as const) {
    const text = archive.file(list)?.asText();
    if (text !== undefined) archive.file(list, text.replace(entry, ""));
  }
}

interface TidyText {
  readonly after: string;
  readonly suggestions: boolean;
  readonly characters: number;
}

function tidyText(xml: string): TidyText {
  const pieces = xml.match(/<[^>]*>|[^<]+/g) ?? [];
  const kept: string[] = [];
  let suggestions = false;
  let dropping = 0;
  for (const piece of pieces) {
    const name = /^<\/?([^\s/>]+)/.exec(piece)?.[1] ?? "";
    if (SUGGESTED.has(name)) suggestions = true;
    const isDropped = DROPPED.has(name);
    if (isDropped && !piece.endsWith("/>")) dropping += piece.startsWith("</") ? -1 : 1;
    if (dropping === 0 && !isDropped && !UNWRAPPED.has(name)) kept.push(piece);
  }
  const characters = joinTags(kept);
  return { after: kept.join(""), suggestions, characters };
}

/** A piece of a paragraph that reads as text. */
interface Span {
  /** Where it stands among the pieces. */
  readonly index: number;
  readonly text: string;
}

/** Puts every tag into one piece of text, the one in which it begins. @returns how long the text is */
function joinTags(pieces: string[]): number {
  const open: Span[][] = [];
  let characters = 0;
  pieces.forEach((piece, index) => {
    if (/^<w:p[\s>]/.test(piece) && !piece.endsWith("/>")) open.push([]);
    else if (piece === "</w:p>") joinIn(pieces, open.pop() ?? []);
    const text = piece.startsWith("<") ? SIGNS[piece] : /^<w:t[\s>]/.test(pieces[index - 1] ?? "") ? piece : undefined;
    if (text === undefined) return;
    characters += text.length;
    open[open.length - 1]?.push({ index, text });
  });
  return characters;
}

function joinIn(pieces: string[], spans: readonly Span[]): void {
  const whole = spans.map(({ text }) => text).join("");
  if (!whole.includes("{")) return;
  const rewritten = plainTags(whole);
  let start = 0;
  for (const { index, text } of spans) {
    const end = start + text.length;
    const isSign = pieces[index]?.startsWith("<") === true;
    const left = rewritten.filter(({ at }) => at >= start && at < end);
    const isWhole = left.length === text.length && left.every(({ at, as }) => as === whole.charAt(at));
    if (isSign ? !isWhole : true) pieces[index] = left.map(({ as }) => as).join("");
    start = end;
  }
}

/** What each letter becomes; those that go are left out. A rewritten tag stands where its first brace was. */
function plainTags(whole: string): { at: number; as: string }[] {
  const lone = LONE_LOOP.exec(whole.replace(TAG, plainTag));
  if (lone !== null) return [{ at: whole.indexOf("{"), as: lone[1] ?? "" }];
  const letters: { at: number; as: string }[] = [];
  let last = 0;
  const upTo = (end: number): void => {
    for (; last < end; last++) letters.push({ at: last, as: whole.charAt(last) });
  };
  for (let found = TAG.exec(whole); found !== null; found = TAG.exec(whole)) {
    const [tag, inside = ""] = found;
    upTo(found.index);
    letters.push({ at: found.index, as: plainTag(tag, inside) });
    last = found.index + tag.length;
  }
  upTo(whole.length);
  return letters;
}

/** One brace on each side, nothing unseen inside; a loop's beginning and end agree in spelling. */
function plainTag(tag: string, inside: string): string {
  const bare = inside.replace(INVISIBLE, "").replace(/\s+/g, " ").trim();
  if (bare === "") return tag;
  const [, sign = "", name = ""] = /^([#^/])([^|]*)$/.exec(bare) ?? [];
  return sign === "" ? `{${bare}}` : `{${sign}${nameKey(name)}}`;
}
