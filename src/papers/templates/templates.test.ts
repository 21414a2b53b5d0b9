// Tags as the part «Шаблоны» offers them: each spelling of each paper's tags is one that its template understands.
import { templateOf } from "../../../test/docx";
import { memoryWorkbook } from "../../../test/memoryWorkbook";
import { builtInDocx } from "../../documents/builtInTemplates";
import { checkTemplate } from "../../documents/checkTemplate";
import { renderDocument } from "../../documents/render";
import { templates } from "../../documents/templates.table";
import { loadTemplates } from "./loadTemplates";
import { choicesOf, inside, spelled } from "./spellings";
import { TEMPLATE_PAPERS, templatePaper } from "./templatePapers";
import type { TagView, TemplateView } from "./templatesView";

const view = () => loadTemplates(memoryWorkbook("2026-09-01"), TEMPLATE_PAPERS);
const SPELLED = TEMPLATE_PAPERS.map(({ paper }) => [paper.title, paper] as const);

/** Every spelling that the page can make of these tags, each option of each choice once. */
function spellings(tags: readonly TagView[], lists: readonly string[] = []): string[] {
  return tags.flatMap((tag) => {
    const choices = choicesOf(tag);
    const usual = choices.map(() => "");
    const varied = choices.flatMap(({ options }, index) =>
      options.map(({ word }) => usual.map((one, place) => (place === index ? word : one))),
    );
    return [
      ...[usual, ...varied].map((words) => inside(lists, spelled(tag, words))),
      ...spellings(tag.items, [...lists, tag.name]),
    ];
  });
}

test("every paper stands in the list once, with its tags", () => {
  const { templates: list } = view();
  expect(list.length).toBeGreaterThan(5);
  expect(new Set(list.map(({ kind }) => kind)).size).toBe(list.length);
  expect(list.every(({ tags, own }) => tags.length > 0 && own === null)).toBe(true);
});

test.each(SPELLED)("%s: whatever the page spells, the template understands", async (_title, paper) => {
  const { templates: list, common } = view();
  const tags = list.find(({ kind }) => kind === paper.key)?.tags ?? [];
  const all = spellings([...tags, ...common]);
  const template = await templateOf(...all.flatMap((one) => one.split("\n")));
  expect(checkTemplate(template, paper.tags).filter(({ what }) => !what.includes("обязательной"))).toEqual([]);
  expect(() => renderDocument(template, paper.data(paper.sample))).not.toThrow();
});

test.each(SPELLED)("%s: the built-in template has no fault", (_title, paper) => {
  expect(checkTemplate(builtInDocx(paper.templateKey), paper.tags)).toEqual([]);
});

test("a name offers its case and its shape; a list its repeated part, inside the lists around it", () => {
  const name: TagView = { name: "наставник.фио", kind: "person", note: "", required: false, items: [] };
  const list: TagView = {
    name: "наставляемые",
    kind: "list",
    note: "",
    required: false,
    items: [{ ...name, name: "фио" }],
  };
  expect(choicesOf(name).map(({ label }) => label)).toEqual(["Падеж", "Как назвать"]);
  expect(spelled(name, ["дательный", ""])).toBe("{наставник.фио|дательный}");
  expect(spelled(name, ["дательный", "инициалы"])).toBe("{наставник.фио|дательный|инициалы}");
  expect(spelled(list)).toBe("{#наставляемые}\n{фио}\n{/наставляемые}");
  expect(inside(["пары", "наставляемые"], "{фио}")).toBe("{#пары}{#наставляемые}{фио}{/наставляемые}{/пары}");
});

test("the school's own template is shown with its state", () => {
  const wb = memoryWorkbook("2026-09-01");
  const [first] = TEMPLATE_PAPERS;
  if (first === undefined) throw new Error("There are no papers.");
  const link = "https://docs.google.com/document/d/abc/edit";
  wb.add(templates, { title: first.paper.title, link, paper: first.paper.templateKey });
  const shown: TemplateView | undefined = loadTemplates(wb, TEMPLATE_PAPERS).templates[0];
  expect(shown?.own).toEqual({ link, state: "", checkedOn: "" });
  expect(templatePaper(first.paper.key)).toBe(first.paper);
  expect(() => templatePaper("нет")).toThrow(/Такого вида документов нет/);
});
