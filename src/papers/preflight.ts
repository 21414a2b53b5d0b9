// What is looked at before anything is made: the template, the settings, each document's obstacles, the word forms.
import { chooseTemplate } from "../documents/templateChoice";
import { ownTemplateLink } from "../documents/ownTemplate";
import type { PaperStore } from "../documents/makeDocuments";
import { previewDocument, type Preview } from "../documents/render";
import type { PaperProblem } from "../documents/templateProblems";
import { wordForms } from "../documents/wordForms";
import { ownFormsOf } from "../documents/institution";
import { freeSpace } from "../google/driveSpace";
import { Stop } from "../google/stop";
import { otherOwner } from "../school/filesOwner";
import { settings } from "../school/settings.table";
import { factsOf } from "../workbook/column";
import type { ReadOnlyWorkbook } from "../workbook/workbook";
import { isError, namesOf, obstaclesOf } from "./obstacles";
import type { AnyPaperKind, Obstacle, PaperCase } from "./paperKind";
import type { PreflightView } from "./papersView";

/** So many documents are looked through for their word forms: filling one takes up to 60 ms. */
const MOST_FILLED = 40;
const SETTINGS_TAB = settings.tab;
const WHOLE = { subject: "", name: "" };

/**
 * Looks through what is asked for and makes nothing. Obstacles of the whole paper have an empty subject; one that is an
 * error keeps all of it back.
 *
 * @param drive where the template comes from and what room there is
 */
export function checkPaper(
  wb: ReadOnlyWorkbook,
  kind: AnyPaperKind,
  cases: readonly PaperCase[],
  drive: PreflightDrive = GOOGLE,
): PreflightView {
  const names = namesOf(wb, kind);
  const looked = cases.map((about) => ({ about, found: obstaclesOf(wb, kind, about) }));
  const ready = looked.filter(({ found }) => !found.some(isError)).map(({ about }) => about);
  const whole = wholePaper(wb, kind, ready, drive);
  return {
    obstacles: [
      ...whole.obstacles.map((obstacle) => ({ ...obstacle, ...WHOLE })),
      ...looked.flatMap(({ about: { subject }, found }) =>
        found.map((obstacle) => ({ ...obstacle, subject, name: names(subject) })),
      ),
    ],
    forms: whole.forms,
    ready: whole.obstacles.some(isError) ? [] : ready.map(({ subject }) => subject),
  };
}

/** What is asked of Drive before anything is made. */
export interface PreflightDrive {
  readonly choose: PaperStore["choose"];
  /** Bytes; null where it is not known. */
  readonly freeSpace: () => number | null;
}
const GOOGLE: PreflightDrive = { choose: chooseTemplate, freeSpace };

type Whole = { obstacles: readonly Obstacle[]; forms: PreflightView["forms"] };

function wholePaper(
  wb: ReadOnlyWorkbook,
  kind: AnyPaperKind,
  ready: readonly PaperCase[],
  drive: PreflightDrive,
): Whole {
  const owner = otherOwner(wb);
  const folder = [
    ...(wb.setting(settings, "folderId") === null ? [NO_FOLDER] : []),
    ...(owner === null ? shortOfSpace(drive.freeSpace(), ready.length) : [madeBy(owner)]),
  ];
  try {
    // Another account's template cannot be read from here: its owner checks it.
    const own = owner === null ? ownTemplateLink(wb, kind.paper.templateKey) : null;
    const { docx, problems } = drive.choose(kind.paper, own);
    const previews = ready.slice(0, MOST_FILLED).map((about) => previewOf(wb, kind, about, docx));
    const blank = new Set(previews.flatMap((preview) => preview.blank));
    const said = [...problems, ...previews.flatMap((preview) => preview.problems.filter(({ tag }) => tag !== null))];
    return {
      obstacles: [...folder, ...unique(said), ...unfilledSettings(wb, blank)],
      forms: wordForms(previews.flatMap(({ forms }) => forms)).map(({ word, forms, doubt, own }) => ({
        word,
        forms,
        doubt,
        own,
      })),
    };
  } catch (failure) {
    if (!(failure instanceof Stop)) throw failure;
    return { obstacles: [...folder, { level: "error", what: failure.what, mend: failure.mend }], forms: [] };
  }
}

const NO_FOLDER: Obstacle = {
  level: "error",
  what: "Папка для документов ещё не создана.",
  mend: "Откройте «Наставничество → Начало работы» и нажмите «Восстановить».",
};

const madeBy = (owner: string): Obstacle => ({
  level: "warning",
  what: `Файлы принадлежат учётной записи ${owner}: документ сделает она при ближайшей фоновой проверке.`,
  mend: "Ничего делать не нужно: документ появится в реестре в течение 10 минут.",
});

/** A Google Doc of some pages, with room to spare. */
const BYTES_A_DOCUMENT = 60_000;

function shortOfSpace(free: number | null, count: number): Obstacle[] {
  if (free === null || free >= count * BYTES_A_DOCUMENT) return [];
  return [
    {
      level: free < BYTES_A_DOCUMENT ? "error" : "warning",
      what: "На Google Диске не хватает места для этих документов.",
      mend: "Освободите место или попросите администратора его добавить, затем проверьте снова.",
    },
  ];
}

const previewOf = (wb: ReadOnlyWorkbook, kind: AnyPaperKind, about: PaperCase, docx: string): Preview => {
  const { paper } = kind;
  return previewDocument(docx, paper.data(kind.input(wb, about, null)), paper.tags, ownFormsOf(wb));
};

/** An unknown tag in the school's own template would stand in the document as it is. */
const unique = (problems: readonly PaperProblem[]): Obstacle[] =>
  [...new Map(problems.map((problem) => [problem.what, problem])).values()].map(({ level, what, mend }) => ({
    level,
    what,
    mend,
  }));

/** The settings behind the tags that every paper has; without the first ones no paper is worth its name. */
const SETTING_OF = {
  организация: "schoolFullName",
  место: "place",
  "руководитель.фио": "headName",
  "руководитель.должность": "headPost",
  организация_кратко: "schoolShortName",
  "куратор.фио": "curatorName",
  "куратор.должность": "curatorPost",
  адрес: "address",
  инн: "inn",
  огрн: "ogrn",
  сайт: "site",
} as const;
const INDISPENSABLE: readonly string[] = ["schoolFullName", "place", "headName", "headPost"];

/** Settings that are empty where the paper names them. */
function unfilledSettings(wb: ReadOnlyWorkbook, blank: ReadonlySet<string>): Obstacle[] {
  return (Object.keys(SETTING_OF) as (keyof typeof SETTING_OF)[])
    .filter((tag) => blank.has(tag) && (wb.setting(settings, SETTING_OF[tag]) ?? "") === "")
    .map((tag) => {
      const { heading } = factsOf(settings.fields[SETTING_OF[tag]]);
      return {
        level: INDISPENSABLE.includes(SETTING_OF[tag]) ? "error" : "warning",
        what: `Не заполнено «${heading}»: на этом месте в документе будет пусто.`,
        mend: `Заполните его на вкладке «${SETTINGS_TAB}» и проверьте снова.`,
        place: { tab: SETTINGS_TAB, code: heading },
      };
    });
}
