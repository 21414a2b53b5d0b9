// Templates as people leave them in Google Docs: whatever was done to a tag, the document is the same.
import * as fc from "fast-check";
import PizZip from "pizzip";
import { documentXml, textOf } from "../../test/docx";
import { builtInDocx } from "./builtInTemplates";
import { checkTemplate } from "./checkTemplate";
import { renderDocument } from "./render";
import { tidyTemplate } from "./tidyTemplate";
import { date, person, type Group } from "./values";

const data: Group = {
  наставник: { фио: person("Петрова Анна Ивановна", "female") },
  учебный_год: "2026/2027",
  дата: date("2026-09-01"),
  номер: "",
  пары: [{ кто: person("Цой Виктор Робертович", "male") }, { кто: person("Сидорова Ия Олеговна", "female") }],
};
const TAGS = [
  { name: "наставник.фио", kind: "person", note: "" },
  { name: "учебный_год", kind: "text", note: "" },
  { name: "дата", kind: "date", note: "" },
  { name: "номер", kind: "text", note: "" },
  { name: "пары", kind: "list", note: "", items: [{ name: "кто", kind: "person", note: "" }] },
] as const;

/** A run as Google Docs exports it: with its revision marks and formatting written out. */
const run = (text: string, formatting = ""): string =>
  `<w:r w:rsidDel="00000000" w:rsidR="00000000" w:rsidRPr="00000000"><w:rPr>${formatting}<w:rtl w:val="0"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
/** The empty run that Google leaves at the ends of paragraphs. */
const EMPTY_RUN = `<w:r w:rsidDel="00000000" w:rsidR="00000000" w:rsidRPr="00000000"><w:rPr><w:rtl w:val="0"/></w:rPr></w:r>`;
const paragraph = (...runs: string[]): string =>
  `<w:p w:rsidR="00000000" w:rsidDel="00000000" w:rsidP="00000000" w:rsidRDefault="00000000" w:rsidRPr="00000000" w14:paraId="00000002"><w:pPr><w:rPr/></w:pPr>${runs.join("")}</w:p>`;
const control = (contents: string): string =>
  `<w:sdt><w:sdtPr><w:id w:val="-37523784"/><w:tag w:val="goog_rdk_0"/></w:sdtPr><w:sdtContent>${contents}</w:sdtContent></w:sdt>`;
const suggested = (what: "ins" | "del", contents: string): string =>
  `<w:${what} w:author="Ирина Кузнецова" w:id="0" w:date="2026-09-01T09:00:00Z">${contents}</w:${what}>`;
const linked = (contents: string): string => `<w:hyperlink r:id="rId6">${contents}</w:hyperlink>`;

/** A template (base64) as Google exports it, of these paragraphs or tables. */
function exported(body: string, comments = false): string {
  const zip = new PizZip(builtInDocx("publicationConsent"), { base64: true });
  const head = /^[^]*?<w:body>/.exec(documentXml(builtInDocx("publicationConsent")))?.[0] ?? "";
  zip.file("word/document.xml", `${head}${body}<w:sectPr/></w:body></w:document>`);
  if (comments) {
    const types = zip.file("[Content_Types].xml")?.asText() ?? "";
    zip.file("word/comments.xml", "<w:comments/>");
    zip.file(
      "[Content_Types].xml",
      types.replace("</Types>", '<Override PartName="/word/comments.xml" ContentType="a"/></Types>'),
    );
    const links = zip.file("word/_rels/document.xml.rels")?.asText() ?? "";
    zip.file(
      "word/_rels/document.xml.rels",
      links.replace("</Relationships>", '<Relationship Id="rId9" Type="a" Target="comments.xml"/></Relationships>'),
    );
  }
  return zip.generate({ type: "base64", compression: "DEFLATE" });
}

const filled = (body: string): string => {
  const { docx } = tidyTemplate(exported(body));
  expect(checkTemplate(docx, TAGS)).toEqual([]);
  const { docx: made, problems } = renderDocument(docx, data);
  expect(problems).toEqual([]);
  return textOf(made).replace(/\u00a0/g, " ");
};

describe("a tag stands", () => {
  test.each<[string, string[], string]>([
    [
      "bold in its middle",
      [run("{настав"), run("ник.фио|дат", '<w:b w:val="1"/>'), run("ельный}")],
      "Петровой Анне Ивановне",
    ],
    ["upper case", [run("{НАСТАВНИК.ФИО|ДАТЕЛЬНЫЙ}")], "Петровой Анне Ивановне"],
    [
      "non-breaking spaces",
      [run("{учебный\u00a0год} {\u00a0дата\u202f|\u00a0прописью }")],
      "2026/2027 1 сентября 2026 г.",
    ],
    ["a space after the brace of a condition", [run("{ # дата }есть{/ Дата}")], "есть"],
    [
      "a dash or hyphen for the underscore",
      [run("{учебный–год} {учебный‑год} {учебный-год}")],
      "2026/2027 2026/2027 2026/2027",
    ],
    [
      "quotation marks of any kind",
      [run("{«учебный_год»} {“дата”|‘год’} {&quot;дата&quot;|год}")],
      "2026/2027 2026 2026",
    ],
    [
      "zero-width characters",
      [run("{на\u200bстав\u2060ник.\ufeffфио|роди\u00adтель\u200dный}")],
      "Петровой Анны Ивановны",
    ],
    ["doubled and parted braces", [run("{{дата}} { {дата|год} } {{ дата|год}}")], "01.09.2026 2026 2026"],
    ["Latin letters of the same look", [run("{нacтaвник.фиo|pодитeльный}")], "Петровой Анны Ивановны"],
    [
      "a link over its half",
      [run("{настав"), linked(run("ник.фио", '<w:u w:val="single"/>')), run("|фамилия}")],
      "Петрова",
    ],
    ["a smart chip or control around its half", [run("{дат"), control(run("а|г")), run("од}")], "2026"],
    [
      "a field in it",
      [run("{дат"), `<w:fldSimple w:instr="MERGEFIELD x">${run("а")}</w:fldSimple>`, run("}")],
      "01.09.2026",
    ],
    [
      "a suggested deletion in it",
      [
        run("{дат"),
        control(suggested("del", '<w:r><w:delText xml:space="preserve">ы|х</w:delText></w:r>')),
        run("а|год}"),
      ],
      "2026",
    ],
    ["a suggested insertion in it", [run("{да"), suggested("ins", run("та|го")), run("д}")], "2026"],
    [
      "a comment on its half",
      [
        run("{дат"),
        control('<w:commentRangeStart w:id="0"/>'),
        run("а}"),
        '<w:commentRangeEnd w:id="0"/><w:r><w:rPr/><w:commentReference w:id="0"/></w:r>',
      ],
      "01.09.2026",
    ],
    [
      "a spelling mark and a bookmark in it",
      [
        run("{дат"),
        '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="0" w:name="a"/>',
        run("а}"),
        '<w:bookmarkEnd w:id="0"/>',
      ],
      "01.09.2026",
    ],
    ["a line break in a narrow cell", [run("{наставник.фио|</w:t><w:br/><w:t>дательный}")], "Петровой Анне Ивановне"],
    ["a non-breaking hyphen as a sign", [run("{учебный</w:t><w:noBreakHyphen/><w:t>год}")], "2026/2027"],
  ])("%s", (_what, runs, expected) => {
    expect(filled(paragraph(...runs, EMPTY_RUN))).toBe(expected);
  });

  test("dashes, quotation marks and braces of the words beside stay as they were typed", () => {
    expect(filled(paragraph(run("№ {номер|или: «___» — нет} — “так”, учебный–год")))).toBe(
      "№ «___» — нет — “так”, учебный–год",
    );
  });
});

describe("a repeated part stands", () => {
  const item = paragraph(run("{кто|инициалы};"));

  test.each<[string, string, string]>([
    ["spelled differently at its ends", "{#Пары}", "{/ пары }"],
    ["with spaces around it", "\u00a0{#пары} ", "\u200b {/пары}"],
    ["with doubled braces", "{{#пары}}", "{{/пары}}"],
  ])("%s, and leaves no empty lines", (_what, start, end) => {
    const body = paragraph(run(start), EMPTY_RUN) + item + paragraph(run(end), EMPTY_RUN);
    expect(filled(body)).toBe("В. Р. Цой;\nИ. О. Сидорова;");
  });

  test("over the rows of a table whose cells Google has wrapped into controls", () => {
    const cell = (text: string): string => control(`<w:tc><w:tcPr/>${paragraph(run(text))}</w:tc>`);
    const body = control(
      `<w:tbl><w:tblPr/><w:tr><w:trPr/>${cell("{#пары}{кто|фамилия}")}${cell("{кто|инициалы}{/пары}")}</w:tr></w:tbl>`,
    );
    const made = renderDocument(tidyTemplate(exported(body + paragraph())).docx, data).docx;
    expect(documentXml(made).match(/<w:tr>/g)).toHaveLength(2);
    expect(textOf(made).replace(/\u00a0/g, " ")).toBe("Цой\nВ. Р. Цой\nСидорова\nИ. О. Сидорова\n");
  });
});

describe("what others have left in a template", () => {
  const body =
    paragraph(control(suggested("ins", run("Новое. "))), suggested("del", run("Старое.")), run("{дата}")) +
    paragraph(`<w:commentRangeStart w:id="0"/>`, run("Спорное"), `<w:commentRangeEnd w:id="0"/>`);

  test("suggestions count as accepted, comments are left out, and both are told", () => {
    const tidy = tidyTemplate(exported(body, true));
    expect(tidy).toMatchObject({ suggestions: true, comments: true });
    const made = renderDocument(tidy.docx, data).docx;
    expect(textOf(made)).toBe("Новое. 01.09.2026\nСпорное");
    const zip = new PizZip(made, { base64: true });
    expect(zip.file("word/comments.xml")).toBeNull();
    expect(zip.file("[Content_Types].xml")?.asText()).not.toContain("comments");
    expect(zip.file("word/_rels/document.xml.rels")?.asText()).not.toContain("comments");
  });

  test("a built-in template needs nothing, and is the same file", () => {
    const docx = builtInDocx("assignmentOrder");
    expect(tidyTemplate(docx)).toMatchObject({ docx, suggestions: false, comments: false, pictures: false });
    expect(tidyTemplate(docx).characters).toBeGreaterThan(1_000);
  });

  test("what is no .docx is given back for the check to refuse", () => {
    expect(tidyTemplate("AAAA").docx).toBe("AAAA");
  });
});

test("however a tag is cut into runs, and whatever is put around and between them, the text is the same", () => {
  const line =
    "Назначить {наставник.фио|винительный} {#пары}с {кто|творительный} {/пары}{^номер}без № {/номер}{дата|прописью}.";
  const whole = filled(paragraph(run(line)));
  const wrapping = fc.constantFrom<(contents: string) => string>(
    (contents) => contents,
    linked,
    control,
    (contents) => suggested("ins", contents),
    (contents) => control(suggested("ins", contents)),
    (contents) => contents + suggested("del", run("{лишнее}")),
    (contents) => `<w:proofErr w:type="gramStart"/>${contents}${EMPTY_RUN}`,
  );
  const formatting = fc.constantFrom(
    "",
    '<w:b w:val="1"/>',
    '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>',
    "<w:caps/>",
  );
  const unseen = fc.constantFrom("", "\u200b", "\ufeff", "\u00ad", "\u2060");
  const cuts = fc.array(fc.tuple(fc.nat(line.length), formatting, wrapping, unseen), { maxLength: 25 });
  fc.assert(
    fc.property(cuts, (places) => {
      const sorted = [...places].sort(([a], [b]) => a - b);
      const runs = [...sorted, [line.length, "", (contents: string) => contents, ""] as const].map(
        ([end, format, wrap, sign], index) => {
          const start = sorted[index - 1]?.[0] ?? 0;
          const inTag = line.lastIndexOf("{", end - 1) > line.lastIndexOf("}", end - 1);
          return wrap(run(line.slice(start, end) + (inTag ? sign : ""), format));
        },
      );
      expect(filled(paragraph(...runs))).toBe(whole);
    }),
    { numRuns: 50 },
  );
});
