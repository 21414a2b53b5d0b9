// Checks a template before it is used: unknown and missing tags, filters, unclosed loops.
import { nameKey, readTag, closest, type Tag } from "./tags";
import { compile } from "./render";
import { rawTag, templateProblems, unknownFilter, unknownTag, type PaperProblem } from "./templateProblems";
import { findFilter } from "./values";

/** A piece of a compiled template, as far as we read it. */
interface Piece {
  readonly type?: string;
  readonly value?: string;
  readonly module?: string;
  readonly subparsed?: readonly Piece[];
}

/**
 * Lists what is wrong with a template, with the likely right tag beside each wrong one.
 *
 * @param template base64 of a .docx
 * @param tags the tags that the paper fills
 */
export function checkTemplate(template: string, tags: readonly Tag[]): readonly PaperProblem[] {
  const pieces: Piece[] = [];
  try {
    compile(template, () => () => "", [collector(pieces)]);
  } catch (error) {
    return templateProblems(error);
  }
  const used = new Set<string>();
  const problems = checkPieces(pieces, tags, used);
  return [...unique(problems), ...missing(tags, used)];
}

/** A docxtemplater module that only listens: it receives the compiled pieces of every file of the template. */
const collector = (pieces: Piece[]): { name: string; set: (told: Told) => void } => ({
  name: "tag-collector",
  set: (told) => {
    pieces.push(...(told.inspect?.postparsed ?? []));
  },
});
interface Told {
  readonly inspect?: { readonly postparsed?: readonly Piece[] };
}

function checkPieces(pieces: readonly Piece[], known: readonly Tag[], used: Set<string>): readonly PaperProblem[] {
  return pieces
    .filter((piece) => piece.type === "placeholder")
    .flatMap((piece) => {
      if (piece.module === "rawxml") {
        const tag = piece.value ?? "";
        return [{ level: "error" as const, tag, ...rawTag(tag) }];
      }
      const found = checkTag(piece.value ?? "", known, used);
      const inner = piece.subparsed === undefined ? [] : checkPieces(piece.subparsed, inside(piece, known), used);
      return [...found, ...inner];
    });
}

function checkTag(text: string, known: readonly Tag[], used: Set<string>): readonly PaperProblem[] {
  const { path, filters } = readTag(text);
  const name = path.join(".");
  const names = known.map((tag) => tag.name);
  const exists = name === "" || names.some((one) => nameKey(one) === name || nameKey(one).startsWith(`${name}.`));
  used.add(name);
  return [
    ...(exists ? [] : [unknownTag(text, closest(name, names))]),
    ...filters.filter((filter) => findFilter(filter.name) === null).map((filter) => unknownFilter(text, filter.name)),
  ];
}

/** Inside {#пары} the tags of a pair are known as well; inside {#наставник}, «фио» stands for «наставник.фио». */
function inside(section: Piece, known: readonly Tag[]): readonly Tag[] {
  const name = readTag(section.value ?? "").path.join(".");
  const items = known.find((tag) => nameKey(tag.name) === name)?.items ?? [];
  const members = known
    .filter((tag) => nameKey(tag.name).startsWith(`${name}.`))
    .map((tag) => ({ ...tag, name: tag.name.slice(name.length + 1) }));
  return [...items, ...members, ...known];
}

function missing(tags: readonly Tag[], used: ReadonlySet<string>): readonly PaperProblem[] {
  return tags
    .filter(
      (tag) => tag.required === true && ![...used].some((name) => name !== "" && nameKey(tag.name).startsWith(name)),
    )
    .map((tag) => ({
      level: "error",
      tag: tag.name,
      what: `В шаблоне нет обязательной метки {${tag.name}}: ${tag.note}.`,
      mend: "Вставьте её в нужное место шаблона.",
    }));
}

function unique(problems: readonly PaperProblem[]): readonly PaperProblem[] {
  return [...new Map(problems.map((problem) => [problem.what, problem])).values()];
}
