// Stands in for xmldom under docxtemplater, which only reads and changes attributes in the list of a .docx's parts: that
// takes no document tree of 60 kB. Everything but the tags stays as it was written.

const TAG =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<([^\s/>!?][^\s/>]*)((?:\s+[^\s=>/]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/?>/g;
const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

/** An opening tag. */
class Tag {
  constructor(
    readonly name: string,
    /** As it stands in the file. */
    public source: string,
  ) {}

  /** The attribute's text; "" if there is none, as a document tree says. */
  getAttribute(name: string): string {
    const found = attribute(name).exec(this.source);
    return decoded(found?.[2] ?? found?.[3] ?? "");
  }

  setAttribute(name: string, value: string | number): void {
    const written = ` ${name}="${encoded(String(value))}"`;
    this.source = attribute(name).test(this.source)
      ? this.source.replace(attribute(name), () => written)
      : this.source.replace(/\s*\/?>$/, (end) => written + end.trim());
  }
}

/** An XML file as a row of tags with whatever stands between them. */
class TagList {
  /** Texts and tags in turn. */
  private readonly parts: (string | Tag)[] = [];

  constructor(xml: string) {
    let last = 0;
    for (let found = TAG.exec(xml); found !== null; found = TAG.exec(xml)) {
      const [source, name] = found;
      if (name === undefined) continue;
      this.parts.push(xml.slice(last, found.index), new Tag(name, source));
      last = found.index + source.length;
    }
    this.parts.push(xml.slice(last));
  }

  getElementsByTagName(name: string): Tag[] {
    return this.parts.filter((part): part is Tag => part instanceof Tag && part.name === name);
  }

  toString(): string {
    return this.parts.map((part) => (part instanceof Tag ? part.source : part)).join("");
  }
}

export class DOMParser {
  parseFromString(xml: string): TagList {
    return new TagList(xml);
  }
}

export class XMLSerializer {
  serializeToString(list: TagList): string {
    return list.toString();
  }
}

function attribute(name: string): RegExp {
  return new RegExp(`(\\s)${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
}

function decoded(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (whole: string, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      const point = hex === undefined ? Number(decimal) : parseInt(hex, 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    },
  );
}

function encoded(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
}
