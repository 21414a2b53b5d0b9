// «Метки шаблонов»: the guide to tags and filters, written from the code's own lists, so that it never drifts from it.
import { INSTITUTION_TAGS, type Paper } from "../src/documents/paper";
import type { Tag } from "../src/documents/tags";
import { applyFilter, asText, date, filterNames, findFilter, person, show, type Value } from "../src/documents/values";
import { PAPER_GROUPS } from "../src/papers/paperKind";
import { TEMPLATE_PAPERS } from "../src/papers/templates/templatePapers";

const OTHERS = "Прочие";
const COMMON: ReadonlySet<string> = new Set(INSTITUTION_TAGS.map(({ name }) => name));

const KINDS: Readonly<Record<Tag["kind"], string>> = {
  person: "человек",
  post: "должность или название",
  date: "дата",
  text: "текст",
  number: "число",
  flag: "да или нет",
  list: "список",
};

const MENTOR = person("Петрова Анна Ивановна", "female", "учитель математики");
const DAY = date("2026-09-01");

/** What a filter does and on what it is shown; each filter of the code has a line here. `spelled` is the usual spelling. */
const FILTERS: Readonly<Record<string, { does: string; tag: string; value: Value; spelled?: string; args?: string }>> =
  {
    именительный: { does: "кто? что?", tag: "наставник", value: MENTOR },
    родительный: { does: "кого? чего?", tag: "наставник", value: MENTOR },
    дательный: { does: "кому? чему?", tag: "наставник", value: MENTOR },
    винительный: { does: "кого? что?", tag: "наставник", value: MENTOR },
    творительный: { does: "кем? чем?", tag: "наставник", value: MENTOR },
    предложный: { does: "о ком? о чём?", tag: "наставник", value: MENTOR },
    инициалы: { does: "инициалы перед фамилией", tag: "наставник", value: MENTOR },
    инициалы_сзади: { does: "фамилия, затем инициалы", tag: "наставник", value: MENTOR },
    фамилия: { does: "только фамилия", tag: "наставник", value: MENTOR },
    имя_отчество: { does: "только имя и отчество", tag: "наставник", value: MENTOR },
    с_должностью: { does: "после имени — должность", tag: "наставник", value: MENTOR },
    пол: { does: "слово по полу: мужское, женское", tag: "наставник", value: MENTOR, args: "назначен, назначена" },
    прописью: { does: "месяц словом", tag: "начало", value: DAY },
    цифрами: { does: "дата цифрами (так и без уточнения)", tag: "начало", value: DAY },
    год: { does: "только год", tag: "начало", value: DAY },
    со_строчной: { does: "первая буква маленькая", tag: "наставник.должность", value: "Учитель математики" },
    с_прописной: { does: "первая буква большая", tag: "наставник.должность", value: "учитель математики" },
    заглавными: { does: "все буквы большие", tag: "наставник.должность", value: "учитель математики" },
    счет: {
      does: "число со словом в нужной форме",
      tag: "месяцев",
      value: 8,
      spelled: "счёт",
      args: "месяц, месяца, месяцев",
    },
    слово: {
      does: "только слово в нужной форме, без числа",
      tag: "месяцев",
      value: 3,
      args: "месяц, месяца, месяцев",
    },
    словами: { does: "число словами; род — мужской, женский или средний", tag: "часов", value: 2, args: "мужской" },
    рублями: { does: "сумма цифрами и словами", tag: "сумма", value: 5000 },
    или: { does: "что написать, если сведений нет", tag: "номер", value: "", args: "____" },
  };

/** The whole of docs/metki.md. */
export function tagGuide(): string {
  return [
    ...INTRODUCTION,
    "## Уточнения после черты",
    "",
    table(["Уточнение", "Что делает", "Пример метки", "Что получится"], filterNames().map(filterRow)),
    "",
    "Уточнения можно ставить подряд: `{наставник|творительный|инициалы_сзади|с_должностью}` — " +
      `«${filled(MENTOR, [["творительный"], ["инициалы_сзади"], ["с_должностью"]])}».`,
    "",
    ...SECTIONS,
    "## Метки всех документов",
    "",
    "Эти метки можно ставить в шаблон любого документа. Ниже у каждого документа перечислены только его собственные.",
    "",
    table(["Метка", "Вид", "Что подставится"], INSTITUTION_TAGS.map(tagRow)),
    "",
    ...[...PAPER_GROUPS, OTHERS].flatMap((group) => groupOf(group)),
  ]
    .join("\n")
    .trimEnd()
    .concat("\n");
}

function groupOf(name: string): string[] {
  const papers = TEMPLATE_PAPERS.filter(({ group }) => (group ?? OTHERS) === name);
  if (papers.length === 0) return [];
  return [`## ${name}`, "", ...papers.flatMap(({ paper }) => [`### ${paper.title}`, "", ...tagsOf(paper), ""])];
}

const INTRODUCTION = [
  "# Метки шаблонов",
  "",
  "Метка — это слово в фигурных скобках, на место которого программа ставит сведения из таблицы: " +
    "`{организация}`, `{наставник|винительный}`. Всё остальное в шаблоне — обычный текст: меняйте слова, шрифты, поля, " +
    "порядок пунктов, добавляйте герб и реквизиты.",
  "",
  "**Свой шаблон может быть у каждого документа.** Откройте «Наставничество → Документы → Шаблоны», выберите документ и " +
    "нажмите «Создать свой шаблон»: на Google Диске появится копия встроенного. Нажмите метку в списке — она встанет " +
    "в конец шаблона, перенесите её на место. Перед созданием документа программа проверяет шаблон: если метка " +
    "написана с ошибкой, она назовёт её и подскажет верную. Проверить шаблон можно и самим, кнопкой «Проверить».",
  "",
  "Правила простые:",
  "",
  "- большие и маленькие буквы, «е» и «ё», виды пробелов, тире и кавычек в метках не различаются;",
  "- вместо пробела внутри метки ставят подчёркивание: `{учебный_год}`;",
  "- после вертикальной черты пишут уточнение: падеж, инициалы, вид даты;",
  "- метка человека без точки — его имя: `{наставник}` и `{наставник.фио}` значат одно и то же;",
  "- подставленные слова выглядят так, как первая буква метки: полужирная метка даст полужирное имя;",
  "- метка стоит в одном абзаце: не нажимайте Enter внутри скобок;",
  "- обязательные метки удалять нельзя, остальные — можно.",
  "",
  "Комментарии из шаблона в документы не переходят, предложенные правки считаются принятыми. Картинки можно вставлять, " +
    "но небольшие: герба или логотипа до 100 КБ достаточно.",
  "",
];

const SECTIONS = [
  "## Повторы и условия",
  "",
  "Часть документа между `{#имя}` и `{/имя}`:",
  "",
  "- **для списка** повторяется столько раз, сколько в нём строк. Внутри работают метки этого списка, " +
    "а `{.}` означает саму строку. Если начало и конец повтора стоят в первой и последней ячейках строки таблицы, " +
    "повторяется вся строка;",
  "- **для метки «да или нет» и для любых других сведений** остаётся, только если сведения есть: " +
    "`{#протокол}с учётом рекомендации ({протокол}){/протокол}`.",
  "",
  "Часть между `{^имя}` и `{/имя}` остаётся, наоборот, когда сведений нет. " +
    "Начало и конец на отдельных строках пустых строк в документе не оставляют.",
  "",
];

function filterRow(name: string): string[] {
  const filter = FILTERS[name];
  if (filter === undefined) throw new Error(`scripts/tag-guide.ts does not explain the filter «${name}».`);
  const { does, tag, value, spelled = name, args } = filter;
  const typed = args === undefined ? spelled : `${spelled}: ${args}`;
  const words = args === undefined ? [] : args.split(", ");
  return [spelled, does, `\`{${tag}|${typed}}\``, filled(value, [[name, ...words]]).replace(/\u00a0/g, " ")];
}

/** The text that a value gives after filters, each a name with its words. */
function filled(value: Value, filters: readonly (readonly string[])[]): string {
  const rendering = { own: [], doubt: () => undefined };
  const shown = filters.reduce((sofar, [name = "", ...words]) => {
    const filter = findFilter(name);
    if (filter === null) throw new Error(`There is no filter «${name}».`);
    return applyFilter(filter, sofar, words, rendering);
  }, show(value));
  return asText(shown, rendering);
}

function tagsOf({ tags }: Pick<Paper<never>, "tags">): string[] {
  const own = tags.filter(({ name }) => !COMMON.has(name));
  const top = table(["Метка", "Вид", "Что подставится"], own.map(tagRow));
  const lists = own.flatMap((tag) => itemsOf(tag, tag.name));
  return [top, ...lists];
}

function tagRow({ name, kind, note, required }: Tag): string[] {
  return [`\`{${name}}\``, KINDS[kind], required === true ? `${note} **(обязательная)**` : note];
}

function itemsOf({ items }: Tag, path: string): string[] {
  if (items === undefined) return [];
  return [
    "",
    `Внутри \`{#${path}}\` … \`{/${path}}\`:`,
    "",
    table(["Метка", "Вид", "Что подставится"], items.map(tagRow)),
    ...items.flatMap((item) => itemsOf(item, item.name)),
  ];
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replace(/\|/g, "\\|")).join(" | ")} |`;
  return [line(headings), line(headings.map(() => "---")), ...rows.map(line)].join("\n");
}
