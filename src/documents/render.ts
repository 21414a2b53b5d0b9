// Fills a .docx template with data. Pure: the same template and data give the same bytes.
import Docxtemplater from "docxtemplater";
import PizZip from "pizzip";
import { Stop } from "../google/stop";
import type { OwnForms } from "./grammar/cases";
import { closest, emptyRequired, findValue, namesIn, readTag, type Tag } from "./tags";
import { brokenTemplate, templateProblems, unknownFilter, unknownTag, type PaperProblem } from "./templateProblems";
import {
  applyFilter,
  asText,
  findFilter,
  isGroup,
  isList,
  show,
  type Group,
  type Rendering,
  type UsedForm,
  type Value,
} from "./values";

/** A filled document: base64 of the .docx, and what to look at. */
export interface Rendered {
  readonly docx: string;
  readonly problems: readonly PaperProblem[];
}

/** What a document would hold, for looking at before it is made. */
export interface Preview {
  /** Every form of a person's name, a post or an organisation in an oblique case, each once, in order of appearance. */
  readonly forms: readonly UsedForm[];
  /** Required tags that would come out empty; the name is the whole path: «пары.наставник.фио». */
  readonly empty: readonly Tag[];
  /** Tags that write nothing where they stand, as the template has them, without filters: «инн». */
  readonly blank: readonly string[];
  readonly problems: readonly PaperProblem[];
}

/** The date of every file in the archive: a moving one would make equal documents differ. */
const ARCHIVE_DATE = new Date(2000, 0, 1);
/** A twentieth more bytes for half of the time. */
const QUICK = { level: 3 } as const;

/**
 * Fills a template.
 *
 * @param template base64 of a .docx
 * @param data values by the names that the template uses
 * @param own the school's own declensions
 * @returns the document; unknown tags and doubtful word forms are problems, not exceptions
 * @throws Stop when the template is no .docx or its tags are broken (see checkTemplate for the list)
 */
export function renderDocument(template: string, data: Group, own: readonly OwnForms[] = []): Rendered {
  const { archive, problems } = fillTemplate(template, data, own, NOBODY);
  Object.keys(archive.files).forEach((name) => {
    const file = archive.files[name];
    if (file !== undefined) file.date = ARCHIVE_DATE;
  });
  return { docx: archive.generate({ type: "base64", compression: "DEFLATE", compressionOptions: QUICK }), problems };
}

/**
 * Looks at what a document would hold, without making it: the forms to show, what is missing, what is doubtful.
 *
 * @param tags the tags of the paper
 * @throws Stop as renderDocument does
 */
export function previewDocument(
  template: string,
  data: Group,
  tags: readonly Tag[],
  own: readonly OwnForms[] = [],
): Preview {
  const forms = new Map<string, UsedForm>();
  const blank = new Set<string>();
  const { problems } = fillTemplate(template, data, own, {
    used: (form) => {
      forms.set(`${form.kind} ${form.word} ${form.wanted}`, form);
    },
    wrote: (text, tag) => {
      if (text === "") blank.add(tag);
    },
  });
  return { forms: [...forms.values()], empty: emptyRequired(tags, data), blank: [...blank], problems };
}

/** Who is told what stands in a document. */
interface Listener {
  readonly used: (form: UsedForm) => void;
  /** @param tag the name in the template, without filters */
  readonly wrote: (text: string, tag: string) => void;
}
const NOBODY: Listener = { used: () => undefined, wrote: () => undefined };

function fillTemplate(
  template: string,
  data: Group,
  own: readonly OwnForms[],
  listener: Listener,
): { archive: PizZip; problems: readonly PaperProblem[] } {
  const problems = new Map<string, PaperProblem>();
  const report = (problem: PaperProblem): void => {
    problems.set(`${problem.tag ?? ""}${problem.what}`, problem);
  };
  const rendering: Rendering = {
    own,
    used: listener.used,
    doubt: (about) => {
      report({ level: "warning", tag: null, what: about, mend: "Проверьте это место в готовом документе." });
    },
  };
  const stops = fullStops();
  const wrote: Listener["wrote"] = (text, tag) => {
    stops.wrote(text);
    listener.wrote(text, tag);
  };
  const document = compile(template, (tag) => valueOf(tag, data, rendering, report, wrote), [stops.module]);
  try {
    document.render(data);
  } catch (error) {
    throw brokenTemplate(templateProblems(error));
  }
  return { archive: document.getZip(), problems: [...problems.values()] };
}

/** Finds a tag's value in one scope and turns it into what the template engine writes or loops over. */
type Evaluate = (tag: string) => (scope: Value, place: { isOutermost: boolean; module: string | undefined }) => unknown;

/** Opens a template and compiles its tags. Raw markup tags («{@…}») never reach the data. */
export function compile(
  template: string,
  evaluate: Evaluate,
  modules: Docxtemplater.DXT.Module[] = [],
): Docxtemplater<PizZip> {
  const archive = openArchive(template);
  try {
    return new Docxtemplater(archive, {
      modules,
      paragraphLoop: true,
      linebreaks: true,
      stripInvalidXMLChars: true,
      errorLogging: false,
      delimiters: { start: "{", end: "}" },
      // «{=…}» is no way for a template to choose other braces.
      syntax: { changeDelimiterPrefix: null },
      nullGetter: () => "",
      parser: (tag) => {
        const find = evaluate(tag);
        return {
          get: (scope: Value, context) =>
            find(scope, { isOutermost: context.num === 0, module: context.meta.part.module }),
        };
      },
    });
  } catch (error) {
    throw brokenTemplate(templateProblems(error));
  }
}

function openArchive(template: string): PizZip {
  try {
    const archive = new PizZip(template, { base64: true });
    if (archive.file("word/document.xml") !== null) return archive;
  } catch {
    // Falls through to the message below.
  }
  throw new Stop(
    "Файл шаблона не открывается как документ Word (.docx).",
    "Выберите в настройках другой шаблон — Google Документ или файл .docx — либо очистите поле, чтобы взять встроенный.",
  );
}

function valueOf(
  tag: string,
  data: Group,
  rendering: Rendering,
  report: (problem: PaperProblem) => void,
  wrote: Listener["wrote"],
): ReturnType<Evaluate> {
  const { path, filters } = readTag(tag);
  return (scope, { isOutermost, module }) => {
    if (module === "rawxml") return "";
    const value = findValue(scope, path);
    if (value === undefined) {
      if (!isOutermost) return undefined;
      report(unknownTag(tag, closest(path.join("."), namesIn(data))));
      return module === "loop" ? false : `{${tag}}`;
    }
    if (module === "loop") return loopValue(value);
    let shown = show(value);
    for (const { name, args } of filters) {
      const filter = findFilter(name);
      if (filter === null) report(unknownFilter(tag, name));
      else shown = applyFilter(filter, shown, args, rendering);
    }
    const text = clean(asText(shown, rendering));
    wrote(text, path.join("."));
    return text;
  };
}

/**
 * One full stop instead of two: «по 31 мая 2027 г.» and «Иванов И. И.» end a sentence by themselves. The module sees
 * the pieces of the template in order and drops a stop that follows such a value.
 */
function fullStops(): { wrote: (text: string) => void; module: Docxtemplater.DXT.Module } {
  let endsWithStop = false;
  return {
    wrote: (text) => {
      if (text !== "") endsWithStop = /(?:[\s\u00a0]г|[А-ЯЁ])\.$/.test(text);
    },
    module: {
      name: "full-stops",
      render: (part: { type: string; value: string; position?: string }) => {
        if (part.type === "tag" && part.value.startsWith("</w:p>")) endsWithStop = false;
        if (part.type !== "content" || part.position !== "insidetag") return null;
        const doubled = endsWithStop && /^\.(?!\.)/.test(part.value);
        endsWithStop = false;
        return doubled ? { value: part.value.slice(1), errors: [] } : null;
      },
    },
  };
}

/** What a section repeats over or depends on: a list, a group, or whether the value is there at all. */
function loopValue(value: Value): unknown {
  if (isList(value) || isGroup(value)) return value;
  return value !== null && value !== false && value !== "" && value !== 0;
}

/** Removes what XML cannot hold (control characters, halves of surrogate pairs) and makes line breaks uniform. */
function clean(text: string): string {
  const uniform = text.replace(/\r\n?|\u2028|\u2029/g, "\n").replace(/\t/g, " ");
  return Array.from(uniform)
    .filter((character) => {
      const code = character.codePointAt(0) ?? 0;
      const control = (code < 0x20 && code !== 0x0a) || (code >= 0x7f && code < 0xa0);
      return !control && !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
    })
    .join("");
}
