// Filling templates: what a curator may type into a tag, and what hostile data may hold.
import * as fc from "fast-check";
import { documentXml, faultOfXml, tableTemplateOf, templateOf, textOf } from "../../test/docx";
import { checkTemplate } from "./checkTemplate";
import { renderDocument } from "./render";
import type { Tag } from "./tags";
import { date, person, post, type Group } from "./values";

const data: Group = {
  организация: post("муниципальное учреждение «Школа № 7»"),
  учебный_год: "2026/2027",
  дата: date("2026-09-01"),
  пусто: "",
  нет_даты: date(null),
  срок: 3,
  наставник: { фио: person("Петрова Анна Ивановна"), должность: post("Учитель математики") },
  пары: [
    { номер: 1, наставляемый: { фио: person("Цой Виктор Робертович"), должность: post("педагог-психолог") } },
    { номер: 2, наставляемый: { фио: person("Сидорова Ия Олеговна"), должность: post("няня") } },
  ],
  строки: ["первая", "вторая"],
};

const fill = async (...lines: (string | string[])[]): Promise<string> =>
  textOf(renderDocument(await templateOf(...lines), data).docx).replace(/\u00a0/g, " ");

describe("tags as curators type them", () => {
  test.each([
    ["{наставник.фио|винительный}", "Петрову Анну Ивановну"],
    ["{Наставник.ФИО | Винительный падеж}", "Петрову Анну Ивановну"],
    ["{наставник|дательный}", "Петровой Анне Ивановне"],
    ["{наставник.фио|инициалы}", "А. И. Петрова"],
    ["{наставник.фио|родительный|инициалы_сзади}", "Петровой А. И."],
    ["{наставник|инициалы сзади|творительный|с_должностью}", "Петровой А. И., учителем математики"],
    ["{наставник.должность|предложный|со_строчной}", "учителе математики"],
    ["{организация|дательный|с_прописной}", "Муниципальному учреждению «Школа № 7»"],
    ["{учебный\u00a0год}", "2026/2027"],
    ["{дата|прописью}", "1 сентября 2026 г."],
    ["{дата}", "01.09.2026"],
    ["{дата|год}", "2026"],
    ["{срок|счёт: месяц, месяца, месяцев}", "3 месяца"],
    ["{пусто|или: ____}", "____"],
    ["{нет_даты|прописью|или: «___» ________ 20__ г.}", "«___» ________ 20__ г."],
    ["{наставник|пол: назначенный, назначенная}", "назначенная"],
    [
      "{пары.наставляемый|творительный|с_должностью}",
      "Цоем Виктором Робертовичем, педагогом-психологом; Сидоровой Ией Олеговной, няней",
    ],
    ["{пары.наставляемый.фио|инициалы|творительный}", "В. Р. Цоем и И. О. Сидоровой"],
    ["{#наставник}{фио|фамилия}, {должность}{/наставник}", "Петрова, Учитель математики"],
    ["{#пусто}есть{/пусто}{^пусто}нет{/пусто}", "нет"],
    ["{#строки}{.} {/строки}", "первая вторая "],
  ])("%s → %s", async (tag, expected) => {
    expect(await fill(tag)).toBe(expected);
  });

  test("formatting in the middle of a tag does not break it", async () => {
    expect(await fill(["Назначить {наст", "авник.фио|вини", "тельный} с {дата|про", "писью}"])).toBe(
      "Назначить Петрову Анну Ивановну с 1 сентября 2026 г.",
    );
  });

  test("a loop from the first to the last cell of a row repeats the row", async () => {
    const template = await tableTemplateOf("{#пары}{номер}", "{наставляемый.фио}{/пары}");
    const { docx } = renderDocument(template, data);
    expect(documentXml(docx).match(/<w:tr[ >]/g)).toHaveLength(2);
    expect(textOf(docx)).toBe("1\nЦой Виктор Робертович\n2\nСидорова Ия Олеговна");
  });

  test("an abbreviation ends the sentence with one full stop", async () => {
    expect(await fill("По {дата|прописью}. От {наставник|инициалы_сзади|родительный}. {учебный_год}.")).toBe(
      "По 1 сентября 2026 г. От Петровой А. И. 2026/2027.",
    );
    expect(await fill("{#пары}{наставляемый.фио|инициалы_сзади}.{/пары}...")).toBe("Цой В. Р.Сидорова И. О....");
  });
});

describe("what a template gets wrong is said in Russian, with the likely right tag", () => {
  const tags: readonly Tag[] = [
    { name: "наставник.фио", kind: "person", note: "наставник" },
    { name: "дата", kind: "date", note: "дата" },
    { name: "пары", kind: "list", note: "пары", required: true, items: [{ name: "номер", kind: "number", note: "№" }] },
  ];
  const check = async (...lines: string[]): Promise<string> =>
    checkTemplate(await templateOf(...lines), tags)
      .map((problem) => `${problem.what} ${problem.mend}`)
      .join("\n");

  test("a right template has no problems", async () => {
    expect(await check("{наставник.фио|винительный} {Дата}", "{#пары}{номер} {дата}{/пары}")).toBe("");
  });

  test.each([
    ["{настовник.фио} {#пары}{/пары}", "Метка {настовник.фио} неизвестна. Вероятно, нужна {наставник.фио}."],
    ["{дта} {#пары}{/пары}", "Вероятно, нужна {дата}."],
    ["{номер} {#пары}{номер}{/пары}", "Метка {номер} неизвестна."],
    [
      "{наставник.фио|винитильный} {#пары}{/пары}",
      "непонятна часть «винитильный» после черты. Вероятно, нужно «винительный».",
    ],
    ["{@наставник.фио} {#пары}{/пары}", "Метка {@наставник.фио} не поддерживается. Уберите из метки знак @."],
    ["{дата}", "нет обязательной метки {пары}"],
    ["{=[ ]=} [дата]", "Метка {=[ ]=} неизвестна."],
    ["{#пары}{номер}", "Повтор {#пары} не закончен."],
    ["{номер}{/пары}", "Конец повтора {/пары} стоит без начала."],
    ["{#пары}{номер}{/дата}", "Повтор закрыт другой меткой"],
    ["{дата и ещё текст", "не закрыта"],
    ["дата} и ещё текст", "закрывающая скобка } без открывающей"],
  ])("%s", async (line, message) => {
    expect(await check(line)).toContain(message);
  });

  test("an unknown tag stays visible in the document and is reported, not thrown", async () => {
    const { docx, problems } = renderDocument(await templateOf("Дано: {настовник.фио}"), data);
    expect(textOf(docx)).toBe("Дано: {настовник.фио}");
    expect(problems[0]?.mend).toBe("Вероятно, нужна {наставник.фио}.");
  });

  test("a doubtful form is a warning", async () => {
    const { problems } = renderDocument(await templateOf("{кто|дательный}"), { кто: person("Черных") });
    expect(problems.map((problem) => problem.level)).toEqual(["warning"]);
    expect(problems[0]?.what).toContain("Черных");
  });

  test.each([
    ["not a zip", "AAAA"],
    ["an empty file", ""],
  ])("%s is refused with a way to mend it", (_what, template) => {
    expect(() => renderDocument(template, data)).toThrow(/не открывается как документ Word/);
  });
});

describe("hostile values", () => {
  test("markup is text, line breaks are line breaks, raw tags give nothing", async () => {
    const template = await templateOf("{текст}", "{@текст}");
    const { docx } = renderDocument(template, { текст: '<w:p>&amp; "x"</w:p>\nвторая {организация}' });
    expect(textOf(docx).trim()).toBe('<w:p>&amp; "x"</w:p>\nвторая {организация}');
    expect(documentXml(docx).match(/<w:br\/>/g)).toHaveLength(1);
  });

  test("equal data give equal bytes", async () => {
    const template = await templateOf("{организация} {дата}");
    expect(renderDocument(template, data).docx).toBe(renderDocument(template, data).docx);
  });

  test("whatever the strings, the document is well-formed and holds them", async () => {
    const template = await templateOf("{текст}", "{#список}{.}", "{/список}", "{лицо|дательный} {лицо|инициалы}");
    const anything = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.string({ unit: "grapheme", maxLength: 80 }),
    );
    fc.assert(
      fc.property(anything, fc.array(anything, { maxLength: 4 }), anything, (text, list, name) => {
        const { docx } = renderDocument(template, { текст: text, список: list, лицо: person(name) });
        expect(faultOfXml(documentXml(docx))).toBeNull();
        const shown = visible(textOf(docx));
        for (const part of [text, ...list]) expect(shown).toContain(visible(part));
      }),
      { numRuns: 60 },
    );
  });
});

/** Letters and signs only: spaces may be normalised, and characters that XML cannot hold are dropped. */
const visible = (text: string): string => text.replace(/[\s\p{Cc}\p{Cs}\ufffe\uffff]/gu, "");
