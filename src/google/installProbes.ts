// «Проверка установки»: tries on the real Google whatever the add-on relies on and nobody could verify beforehand.
import { binFiles, ensureFolder, exportDocx, saveDocuments } from "./drive";
import { appendParagraphs } from "./templateFile";

/** One fact about Google that the product stands on, and the way to try it. */
export interface InstallProbe {
  title: string;
  /** What stops working if the fact does not hold, for the curator. */
  matters: string;
  /** The reference's grade of the fact: why it is tried and not trusted. */
  grade: "documented" | "measured" | "assumed";
  /** Empty text if all is well, else what was seen instead. Throwing counts as «no». */
  run: () => string;
}

/** A template with tags. */
export interface ProbedTemplate {
  /** Base64. */
  docx: string;
  /** What is wrong with the tags of this template (base64 of a .docx), a Russian sentence; "" if nothing is. */
  faultOf: (docx: string) => string;
}

const SCRATCH_TAB = "Проверка установки (временная)";
const SCRATCH_COPY = "Проверка установки (копия)";
/** Ids of tabs are random numbers; this one is as good as never given. */
const SURELY_NO_TAB = 1_999_999_999;

function onScratchTab(work: (sheet: GoogleAppsScript.Spreadsheet.Sheet) => string): string {
  const workbook = SpreadsheetApp.getActiveSpreadsheet();
  // A tab left over from a probe that was killed serves again: two of one name are not allowed.
  const sheet = workbook.getSheetByName(SCRATCH_TAB) ?? workbook.insertSheet(SCRATCH_TAB);
  try {
    return work(sheet);
  } finally {
    workbook.deleteSheet(sheet);
  }
}

/** As the engine writes: text format first, an apostrophe before what would be a formula. */
function textStaysText(): string {
  const tricky = ["007", "=1+1", "+7 900 000-00-00", "1-2", "01.09", "ИСТИНА", "'имя'"];
  return onScratchTab((sheet) => {
    const range = sheet.getRange(3, 2, tricky.length, 1);
    sheet.getRangeList(["B3:B"]).setNumberFormat("@");
    range.setValues(tricky.map((text) => [/^[=']/.test(text) ? `'${text}` : text]));
    SpreadsheetApp.flush();
    const back = range.getValues();
    const changed = tricky.filter((text, index) => back[index]?.[0] !== text);
    return changed.length === 0 ? "" : `изменились при записи: ${changed.join("; ")}`;
  });
}

function placesAreFound(): string {
  return onScratchTab((sheet) => {
    const width = sheet.getMaxColumns();
    return firstFault([
      [sheet.getRange("1:10").getValues()[9]?.length === width, "первые строки читаются не целиком"],
      [wholeIsRead(sheet), "вкладка читается не до последней заполненной ячейки"],
      [sheet.getRange("B3:B").getNumRows() === sheet.getMaxRows() - 2, "столбец берётся не до конца"],
      [refuses(() => sheet.getRange(1, width + 1)), "ячейка за краем таблицы не отвергается"],
      [sheet.getParent().getSheetById(SURELY_NO_TAB) === null, "несуществующая вкладка не отличается от существующей"],
    ]);
  });
}

function wholeIsRead(sheet: GoogleAppsScript.Spreadsheet.Sheet): boolean {
  sheet.getRange("B3:C4").setValues([
    ["", 1],
    ["текст", ""],
  ]);
  return JSON.stringify(sheet.getSheetValues(1, 1, -1, -1)) === JSON.stringify(sheet.getDataRange().getValues());
}

/** «Журнал» grows from above: dates there must look as in the rows below. */
function insertedRowsFit(): string {
  return onScratchTab((sheet) => {
    sheet.getRange("A2:A4").setValues([["Когда"], ["первая"], ["вторая"]]);
    sheet.getRange("A3:A").setNumberFormat("dd.mm.yyyy");
    sheet.insertRowsBefore(3, 2);
    SpreadsheetApp.flush();
    const values = sheet
      .getRange("A2:A6")
      .getValues()
      .map(([value]) => String(value));
    return firstFault([
      [values.join() === "Когда,,,первая,вторая", `строки стоят не там: ${values.join(", ")}`],
      [sheet.getRange("A3").getNumberFormat() === "dd.mm.yyyy", "новая строка не перенимает вид записей"],
    ]);
  });
}

/** New tabs are made as copies of the first one, which saves most of the time of setting up. */
function copiedTabLooksSame(): string {
  return onScratchTab((sheet) => {
    const workbook = sheet.getParent();
    sheet.setFrozenRows(2);
    sheet.hideRows(1);
    sheet.setColumnWidths(1, 2, 220);
    sheet.getRange("A3:B").setNumberFormat("@");
    const left = workbook.getSheetByName(SCRATCH_COPY);
    if (left) workbook.deleteSheet(left);
    const copy = workbook.insertSheet(SCRATCH_COPY, 0, { template: sheet });
    try {
      return firstFault([
        [copy.getFrozenRows() === 2, "не закреплены строки заголовков"],
        [copy.isRowHiddenByUser(1), "не скрыта служебная строка"],
        [copy.getColumnWidth(2) === 220, "не та ширина столбцов"],
        [copy.getRange("B5").getNumberFormat() === "@", "не тот формат ячеек"],
      ]);
    } finally {
      workbook.deleteSheet(copy);
    }
  });
}

function firstFault(facts: readonly [holds: boolean, otherwise: string][]): string {
  return facts.find(([holds]) => !holds)?.[1] ?? "";
}

function refuses(ask: () => unknown): boolean {
  try {
    ask();
    return false;
  } catch {
    return true;
  }
}

function datesStayDates(): string {
  return onScratchTab((sheet) => {
    const zone = SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
    const range = sheet.getRange(1, 1);
    range.setNumberFormat("dd.mm.yyyy").setValue(Utilities.parseDate("2026-09-01 00:00", zone, "yyyy-MM-dd HH:mm"));
    SpreadsheetApp.flush();
    const shown = range.getDisplayValue();
    const read: unknown = range.getValue();
    const day = read instanceof Date ? new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(read) : String(read);
    return shown === "01.09.2026" && day === "2026-09-01" ? "" : `показано ${shown}, прочитано ${day}`;
  });
}

function lockIsExclusive(): string {
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(5000)) return "документ занят другой командой";
  lock.releaseLock();
  return "";
}

/** Makes a Google Doc, looks at it, and puts it into the bin. */
function onScratchPaper(docx: string, work: (fileId: string) => string): string {
  const folder = ensureFolder("Наставничество", null);
  const [paper] = saveDocuments([{ key: "probe", name: "Проверка установки", docx }], folder.id);
  if (!paper) return "документ не создан";
  try {
    return work(paper.fileId);
  } finally {
    binFiles([paper.fileId]);
  }
}

function driveTakesPapers(docx: string): string {
  return onScratchPaper(docx, (fileId) => {
    const back = exportDocx(fileId);
    return back === null || back.length < 1000 ? "документ не выгружается обратно" : "";
  });
}

/** Templates are turned into Google Docs and taken back: nothing may happen to their tags on the way. */
function tagsStayWhole({ docx, faultOf }: ProbedTemplate): string {
  return onScratchPaper(docx, (fileId) => {
    const back = exportDocx(fileId);
    return back === null ? "шаблон не выгружается обратно" : faultOf(back);
  });
}

function docsTakeTags({ docx, faultOf }: ProbedTemplate): string {
  return onScratchPaper(docx, (fileId) => {
    if (!appendParagraphs(fileId, "{проверка}")) return "документ не найден";
    const back = exportDocx(fileId);
    // A tag that no paper has is a fault, once it stands in the template.
    return back !== null && faultOf(back).includes("{проверка}") ? "" : "метка не появилась в документе";
  });
}

function formsOpenForAnswers(): string {
  const form = FormApp.create("Проверка установки — можно удалить");
  const item = form.addTextItem().setTitle("Код");
  if (form.supportsAdvancedResponderPermissions()) form.setPublished(true);
  const link = form.createResponse().withItemResponse(item.createResponse("X")).toPrefilledUrl();
  const open = form.isAcceptingResponses();
  form.setAcceptingResponses(false);
  if (!open) return "новая форма не принимает ответы";
  return /entry\.\d+=X/.test(link) ? "" : "личная ссылка не заполняет код";
}

/**
 * All probes, in the order in which a curator would care.
 *
 * @param template to try Google Drive with
 */
export const installProbes = (template: ProbedTemplate): readonly InstallProbe[] => [
  {
    title: "Текст в ячейках остаётся текстом",
    matters: "Иначе телефоны и коды потеряют нули.",
    grade: "assumed",
    run: textStaysText,
  },
  {
    title: "Даты не сдвигаются",
    matters: "Иначе сроки в приказах будут неверны.",
    grade: "assumed",
    run: datesStayDates,
  },
  {
    title: "Вкладки, строки и столбцы находятся",
    matters: "Иначе программа прочитает не то, что нужно.",
    grade: "assumed",
    run: placesAreFound,
  },
  {
    title: "Новые строки встают на своё место",
    matters: "Иначе собьётся «Журнал».",
    grade: "assumed",
    run: insertedRowsFit,
  },
  {
    title: "Новая вкладка повторяет вид образца",
    matters: "Иначе на новых вкладках будут видны служебные строки.",
    grade: "assumed",
    run: copiedTabLooksSame,
  },
  {
    title: "Команды не мешают друг другу",
    matters: "Иначе два куратора могут записать одно и то же.",
    grade: "documented",
    run: lockIsExclusive,
  },
  {
    title: "Google Диск принимает и отдаёт документы",
    matters: "Без этого не создаются приказы и программы.",
    grade: "assumed",
    run: () => driveTakesPapers(template.docx),
  },
  {
    title: "Метки шаблонов переживают Google Документы",
    matters: "Иначе не удастся готовить документы по своим шаблонам.",
    grade: "assumed",
    run: () => tagsStayWhole(template),
  },
  {
    title: "Метки вставляются в шаблон нажатием",
    matters: "Иначе метки придётся копировать в шаблон вручную.",
    grade: "documented",
    run: () => docsTakeTags(template),
  },
  {
    title: "Google Формы создаются открытыми",
    matters: "Без этого участники не смогут ответить.",
    grade: "assumed",
    run: formsOpenForAnswers,
  },
  {
    title: "Почта готова к отправке",
    matters: "Без этого не уйдут приглашения.",
    grade: "documented",
    run: () => (MailApp.getRemainingDailyQuota() > 0 ? "" : "суточный лимит писем исчерпан, он обновится завтра"),
  },
];
