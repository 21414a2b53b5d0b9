// Binds several .docx into one, to be printed at once: each begins on a page of its own, with its own headers, lists and
// page numbers. Pure. The parts of a .docx are ECMA-376 part 1: §17.6 sections, §17.9 lists, §17.10 headers.
import PizZip from "pizzip";
import { Stop } from "../google/stop";

const DOCUMENT = "word/document.xml";
const RELATIONS = "word/_rels/document.xml.rels";
const NUMBERING = "word/numbering.xml";
const STYLES = "word/styles.xml";
const TYPES = "[Content_Types].xml";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/** Related parts that come along with a document; all others (styles, settings, fonts) are the first one's. */
const CARRIED = /\/(header|footer|image|hyperlink)$/;
/** The same date in every file, so that equal documents give equal bytes. */
const STAMP = new Date(2000, 0, 1);

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

/**
 * Groups documents that can be bound into one: those whose styles are the same, as of documents from one template.
 *
 * @param documents base64 of each .docx
 * @returns places in the list, in its order
 */
export function bindable(documents: readonly string[]): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  documents.forEach((docx, index) => {
    const styles = open(docx).file(STYLES)?.asText() ?? "";
    groups.set(styles, [...(groups.get(styles) ?? []), index]);
  });
  return [...groups.values()];
}

/**
 * Binds documents with the same styles (see `bindable`). One document stays as it is.
 *
 * @param documents base64 of each .docx, at least one
 * @returns base64 of the .docx
 * @throws Stop when one of them is no .docx
 */
export function bindDocuments(documents: readonly string[]): string {
  const [first] = documents;
  if (first === undefined) throw new Error("There is nothing to bind.");
  if (documents.length === 1) return first;
  const base = open(first);
  const binding = new Binding(base);
  documents.forEach((docx, index) => {
    binding.add(index === 0 ? base : open(docx), index);
  });
  binding.close();
  for (const file of Object.values(base.files)) file.date = STAMP;
  return base.generate({ type: "base64", compression: "DEFLATE" });
}

function open(docx: string): PizZip {
  try {
    const archive = new PizZip(docx, { base64: true });
    if (archive.file(DOCUMENT) !== null) return archive;
  } catch {
    // Falls through to the message below.
  }
  throw new Stop(
    "Один из документов не открывается как текстовый документ.",
    "Откройте документы по ссылкам, найдите повреждённый и подготовьте его заново.",
  );
}

/** The document that grows. */
class Binding {
  private readonly bodies: string[] = [];
  private readonly namespaces = new Map<string, string>();
  private readonly relations: string[] = [];
  private readonly overrides = new Set<string>();
  /** Equal headers and pictures of many documents become one part. */
  private readonly parts = new Map<string, string>();
  private abstracts = "";
  private lists = "";
  private nextAbstract = 0;
  private nextList = 1;

  constructor(private readonly base: PizZip) {}

  add(archive: PizZip, index: number): void {
    const xml = archive.file(DOCUMENT)?.asText() ?? "";
    for (const [, name = "", address = ""] of everyMatch(rootOf(xml), /\s(xmlns:\w+)="([^"]*)"/g))
      this.namespaces.set(name, address);
    let body = /<w:body[^>]*>([\s\S]*)<\/w:body>/.exec(xml)?.[1] ?? "";
    body = this.carryRelations(archive, body, index);
    body = this.carryLists(archive, body);
    this.bodies.push(this.asSections(withoutMarks(body)));
  }

  close(): void {
    const xml = this.base.file(DOCUMENT)?.asText() ?? "";
    const root = rootOf(xml);
    const missing = [...this.namespaces].filter(([name]) => !root.includes(` ${name}="`));
    const opened = root.replace(/>$/, `${missing.map(([name, address]) => ` ${name}="${address}"`).join("")}>`);
    const last = this.bodies.length - 1;
    const bodies = this.bodies.map((body, index) => (index === last ? body : closeSection(body)));
    this.base.file(DOCUMENT, `${prologOf(xml)}${opened}<w:body>${bodies.join("")}</w:body></w:document>`);
    this.writeLists();
    this.writeRelations();
  }

  /** Links and parts get names of their own; parts that are equal are carried once. */
  private carryRelations(archive: PizZip, body: string, index: number): string {
    const names = new Map<string, string>();
    for (const relation of relationsOf(archive, RELATIONS)) {
      if (!CARRIED.test(relation.type)) continue;
      const id = `d${index}${relation.id}`;
      const target = relation.external ? relation.target : this.carryPart(archive, `word/${relation.target}`, index);
      this.relations.push(relationXml({ ...relation, id, target }));
      names.set(relation.id, id);
    }
    return body.replace(/\b(r:(?:id|embed|link|pict))="([^"]*)"/g, (whole, attribute: string, id: string) => {
      const name = names.get(id);
      return name === undefined ? whole : `${attribute}="${name}"`;
    });
  }

  /** @returns the part's name, relative to word/ */
  private carryPart(archive: PizZip, name: string, index: number): string {
    const isXml = name.endsWith(".xml");
    const bytes = archive.file(name)?.asBinary() ?? "";
    const inner = relationsPath(name);
    const related = archive.file(inner)?.asText() ?? "";
    const known = this.parts.get(`${bytes} ${related}`);
    if (known !== undefined) return known;
    const short = name.replace(/^word\//, "").replace(/^(.*\/)?/, (folder) => `${folder}d${index}-`);
    this.parts.set(`${bytes} ${related}`, short);
    this.base.file(`word/${short}`, bytes, { binary: true });
    for (const relation of relationsOf(archive, inner))
      if (!relation.external && CARRIED.test(relation.type)) this.copyInto(archive, relation.target);
    if (related !== "") this.base.file(relationsPath(`word/${short}`), related);
    if (isXml) this.overrides.add(short);
    return short;
  }

  /** A picture inside a header keeps its name: its header's relations point there. */
  private copyInto(archive: PizZip, target: string): void {
    const file = archive.file(`word/${target}`);
    if (file !== null) this.base.file(`word/${target}`, file.asBinary(), { binary: true });
  }

  /** Lists of every document count from their own beginning: each gets definitions of its own. */
  private carryLists(archive: PizZip, body: string): string {
    const xml = archive.file(NUMBERING)?.asText() ?? "";
    const abstracts = new Map<string, string>();
    for (const [whole, id = ""] of everyMatch(
      xml,
      /<w:abstractNum\b[^>]*?w:abstractNumId="(\d+)"[\s\S]*?<\/w:abstractNum>/g,
    )) {
      const own = String(this.nextAbstract++);
      abstracts.set(id, own);
      this.abstracts += whole
        .replace(/w:abstractNumId="\d+"/, `w:abstractNumId="${own}"`)
        .replace(/<w:nsid\b[^>]*\/>/, "");
    }
    const lists = new Map<string, string>();
    for (const [whole, id = ""] of everyMatch(xml, /<w:num\b[^>]*?w:numId="(\d+)"[\s\S]*?<\/w:num>/g)) {
      const own = String(this.nextList++);
      lists.set(id, own);
      this.lists += whole
        .replace(/w:numId="\d+"/, `w:numId="${own}"`)
        .replace(
          /<w:abstractNumId w:val="(\d+)"\/>/,
          (_, to: string) => `<w:abstractNumId w:val="${abstracts.get(to) ?? to}"/>`,
        );
    }
    return body.replace(/<w:numId w:val="(\d+)"\/>/g, (whole, id: string) => {
      const own = lists.get(id);
      return own === undefined ? whole : `<w:numId w:val="${own}"/>`;
    });
  }

  /** The first section counts its pages from one and names all its headers: a missing one would be the previous document's. */
  private asSections(body: string): string {
    const begin = body.indexOf("<w:sectPr");
    if (begin < 0) return `${body}<w:sectPr/>`;
    const first = sectionAt(body, begin);
    return body.slice(0, begin) + this.opening(first) + body.slice(begin + first.length);
  }

  private opening(section: string): string {
    const inner = /^<w:sectPr\b[^>]*\/>$/.test(section)
      ? ""
      : section.replace(/^<w:sectPr\b[^>]*>/, "").replace(/<\/w:sectPr>$/, "");
    const missing = (["header", "footer"] as const).flatMap((part) =>
      ["default", "first"]
        .filter((type) => !new RegExp(`<w:${part}Reference[^>]*w:type="${type}"`).test(inner))
        .map((type) => `<w:${part}Reference w:type="${type}" r:id="${this.emptyPart(part)}"/>`),
    );
    return `<w:sectPr>${missing.join("")}${countingFromOne(inner)}</w:sectPr>`;
  }

  private emptyPart(part: "header" | "footer"): string {
    const id = `empty${part}`;
    const name = `empty-${part}.xml`;
    if (this.overrides.has(name)) return id;
    const tag = part === "header" ? "w:hdr" : "w:ftr";
    this.overrides.add(name);
    this.base.file(
      `word/${name}`,
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><${tag} xmlns:w="${WORD}"><w:p/></${tag}>`,
    );
    this.relations.push(relationXml({ id, type: `${OFFICE}/${part}`, target: name, external: false }));
    return id;
  }

  private writeLists(): void {
    const xml = this.base.file(NUMBERING)?.asText();
    const root =
      xml === undefined ? `<w:numbering xmlns:w="${WORD}">` : (/<w:numbering\b[^>]*?\/?>/.exec(xml)?.[0] ?? "");
    const opened = root.replace(/\/>$/, ">");
    this.base.file(
      NUMBERING,
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${opened}${this.abstracts}${this.lists}</w:numbering>`,
    );
    if (xml !== undefined) return;
    this.overrides.add("numbering.xml");
    this.relations.push(
      relationXml({ id: "lists", type: `${OFFICE}/numbering`, target: "numbering.xml", external: false }),
    );
  }

  private writeRelations(): void {
    const kept = relationsOf(this.base, RELATIONS)
      .filter(({ type }) => !CARRIED.test(type))
      .map(relationXml);
    this.base.file(
      RELATIONS,
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${[...kept, ...this.relations].join("")}</Relationships>`,
    );
    const types = this.base.file(TYPES)?.asText() ?? "";
    const added = [...this.overrides]
      .map((name) => `<Override PartName="/word/${name}" ContentType="${contentType(name)}"/>`)
      .join("");
    const pictures = ["png", "jpeg", "jpg", "gif"]
      .filter((extension) => !types.includes(`Extension="${extension}"`))
      .map((extension) => `<Default Extension="${extension}" ContentType="image/${extension.replace("jpg", "jpeg")}"/>`)
      .join("");
    this.base.file(
      TYPES,
      types.replace(/<Types\b[^>]*>/, (root) => root + pictures).replace("</Types>", `${added}</Types>`),
    );
  }
}

/** All matches of a global pattern. */
function everyMatch(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) found.push(match);
  return found;
}

const prologOf = (xml: string): string => /^<\?xml[^>]*\?>\s*/.exec(xml)?.[0] ?? "";
const rootOf = (xml: string): string => /<w:document\b[^>]*>/.exec(xml)?.[0] ?? "<w:document>";

/** «word/header1.xml» → «word/_rels/header1.xml.rels» */
const relationsPath = (part: string): string => part.replace(/([^/]+)$/, "_rels/$1.rels");

const contentType = (name: string): string => {
  const kind = /(header|footer|numbering)/.exec(name)?.[1] ?? "header";
  return `application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml`;
};

function relationsOf(archive: PizZip, path: string): Relation[] {
  const xml = archive.file(path)?.asText() ?? "";
  return everyMatch(xml, /<Relationship\b([^>]*?)\/?>/g).map(([, attributes = ""]) => {
    const read = (name: string): string => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? "";
    return {
      id: read("Id"),
      type: read("Type"),
      target: read("Target").replace(/^\/word\//, ""),
      external: read("TargetMode") === "External",
    };
  });
}

/** Attribute values come from the document's own XML: they are escaped already. */
const relationXml = ({ id, type, target, external }: Relation): string =>
  `<Relationship Id="${id}" Type="${type}" Target="${target}"${external ? ' TargetMode="External"' : ""}/>`;

/** Bookmarks and comments have numbers that must not repeat, and are of no use on paper. */
const withoutMarks = (body: string): string =>
  body.replace(/<w:(?:bookmarkStart|bookmarkEnd|commentRangeStart|commentRangeEnd|commentReference)\b[^>]*\/>/g, "");

/** The section's properties that begin at a place. */
function sectionAt(body: string, begin: number): string {
  const selfClosed = /^<w:sectPr\b[^>]*\/>/.exec(body.slice(begin, begin + 400));
  if (selfClosed) return selfClosed[0];
  return body.slice(begin, body.indexOf("</w:sectPr>", begin) + "</w:sectPr>".length);
}

function countingFromOne(inner: string): string {
  const plain = inner.replace(/<w:pgNumType\b[^>]*\/>/g, "");
  const counted = '<w:pgNumType w:start="1"/>';
  // The schema wants it after the margins.
  return /<w:pgMar\b[^>]*\/>/.test(plain)
    ? plain.replace(/<w:pgMar\b[^>]*\/>/, (margins) => margins + counted)
    : plain + counted;
}

/** The last section of a document that others follow ends in a paragraph of its own, too low to take up room. */
function closeSection(body: string): string {
  const begin = body.lastIndexOf("<w:sectPr");
  const section = sectionAt(body, begin);
  const low = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>';
  return `${body.slice(0, begin)}<w:p><w:pPr>${low}${section}</w:pPr></w:p>${body.slice(begin + section.length)}`;
}
