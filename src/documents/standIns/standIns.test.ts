// The light stand-ins do for docxtemplater and PizZip what the libraries do in whose place they stand.
import fc from "fast-check";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { deflateRaw, inflateRaw } from "./pako";
import { DOMParser, XMLSerializer } from "./xmlTags";

const read = (xml: string) => new DOMParser().parseFromString(xml);
const written = (list: ReturnType<typeof read>) => new XMLSerializer().serializeToString(list);

describe("the tags of an XML file", () => {
  const TYPES = `<?xml version="1.0"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><!-- <Override PartName="/no"/> -->
<Default Extension='xml' ContentType="application/xml"/><Override PartName="/a &amp; &#1073;.xml" ContentType="x > y"/></Types>`;

  test("are found by name with their attributes, in either quotes and with entities", () => {
    const list = read(TYPES);
    expect(list.getElementsByTagName("Default").map((tag) => tag.getAttribute("Extension"))).toEqual(["xml"]);
    const [override, ...others] = list.getElementsByTagName("Override");
    expect(others).toEqual([]);
    expect(override?.getAttribute("PartName")).toBe("/a & б.xml");
    expect(override?.getAttribute("ContentType")).toBe("x > y");
    expect(override?.getAttribute("Missing")).toBe("");
  });

  test("stand as they stood when nothing is changed, whatever the text", () => {
    expect(written(read(TYPES))).toBe(TYPES);
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("<", ">", "a", "/", '"', "'", "=", " ", "!", "-", "&", "?") }),
        (xml) => {
          expect(written(read(xml))).toBe(xml);
        },
      ),
    );
  });

  test("take an attribute of any text and give it back", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }).filter((text) => !/[\r\n\t]/.test(text)),
        (text) => {
          const list = read('<p><pr id="1" name="x"/><pr/></p>');
          for (const tag of list.getElementsByTagName("pr")) tag.setAttribute("id", text);
          const again = read(written(list)).getElementsByTagName("pr");
          expect(again.map((tag) => tag.getAttribute("id"))).toEqual([text, text]);
          expect(again[0]?.getAttribute("name")).toBe("x");
        },
      ),
    );
  });
});

describe("compression", () => {
  test("is understood by others and understands theirs", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5_000 }), fc.integer({ min: -1, max: 9 }), (data, level) => {
        expect(new Uint8Array(inflateRawSync(deflateRaw(data, { level })))).toEqual(data);
        expect(inflateRaw(new Uint8Array(deflateRawSync(data)))).toEqual(data);
      }),
    );
  });
});
