// What a service call costs on the virtual clock: a model of round trips, assumed from third-party measurements.
//
// Every figure is an ASSUMPTION of the right order of magnitude, no measurement of this project. Where it comes from:
// - Properties set 62 ms, get 30 ms; cache put 93 ms, get 3 ms: ziritione.org/post/apps_script_performance (100 runs).
// - A write and a read of a sheet take 800 ms and more: jpoehnelt, apps-script-key-value-stores.
// - getActiveSheet() 8 ms, getSheetId() 2 ms, getName() 150 ms in an idle file: tanaikech 2022/08/31.
// - Writes to a sheet are buffered, and committed by the next read, by flush() or at the end: Google's reference says so;
//   how much each part takes is a guess that makes a write and a read together cost what was measured above.
// - getDataRange() has to ask how far the content reaches. ASSUMED: it belongs to the read that nearly always follows. Its
//   time is charged, so that seconds hide nothing; it is no call of its own, since the design counts a table read as one.
// - getSheetValues(1, 1, -1, -1) finds the extent and reads in one request. ASSUMED: it costs as much as the read alone.
// - Developer metadata come with all their facts when they are found: reading those asks nobody.
// - The rest (mail, forms, Drive, HTML) is set by analogy: one request to another service, 200 ms to 1 s.

/** One row: members of a type, what a call costs, and whether it is a round trip or only a handle made in the script's process. */
interface Cost {
  milliseconds: number;
  /** Added per value in the largest array that goes in or comes out. */
  perValue?: number;
  /** A write that only goes into the buffer. */
  buffered?: true;
  /** Has to wait until the buffer is committed. */
  commits?: true;
  /** Part of the read that follows: takes its time, but is no call of its own. */
  partOfRead?: true;
}

/** What committing buffered writes takes, once for however many. */
export const COMMIT_MILLISECONDS = 500;

/** Handles cost nearly nothing: they name a thing without asking for it. */
const HANDLE_MILLISECONDS = 2;

/** Members that only make a handle, by type (`*` = any type). Enumerations and builders are handles as well. */
const HANDLES: [type: RegExp, member: RegExp][] = [
  [
    /^Spreadsheet\.SpreadsheetApp$/,
    /^(getActive|getActiveSpreadsheet|getActiveSheet|getActiveRange|getCurrentCell|getUi|new\w+|setActive\w+)$/,
  ],
  [
    /^Spreadsheet\.Spreadsheet$/,
    /^(getId|getUrl|getSheetByName|getSheets|getActiveSheet|getRange|getSheetById|getRangeByName)$/,
  ],
  [/^Spreadsheet\.Sheet$/, /^(getRange|getSheetId|getParent|getIndex|newChart|getRangeList|activate)$/],
  [
    /^Spreadsheet\.Range(List)?$/,
    /^(getSheet|getRow|getColumn|getLastRow|getLastColumn|getNumRows|getNumColumns|getA1Notation|offset|getCell|getGridId|getHeight|getWidth|getRanges|activate)$/,
  ],
  [/Builder$/, /.*/],
  [/^Spreadsheet\.\w+$/, /^createDeveloperMetadataFinder$/],
  [/^Spreadsheet\.DeveloperMetadataFinder$/, /^(with|on)\w+$/],
  [/^Spreadsheet\.DeveloperMetadata$/, /^get/],
  [/^Spreadsheet\.(DataValidation|Filter\w*|ConditionalFormatRule|TextStyle|Color|ContainerInfo|NamedRange)$/, /^get/],
  [/^Base\.(Ui|Menu)$/, /^(create\w+|add(Item|Separator|SubMenu))$/],
  [/^Base\.(Blob|User|Logger|PromptResponse|MimeType|RgbColor)$/, /.*/],
  [/^Base\.Session$/, /.*/],
  [/^HTML\./, /.*/],
  [/^Utilities\./, /.*/],
  [/^URL_Fetch\.(HTTPResponse$|UrlFetchApp$)/, /^(get\w+)$/],
  [/^(Properties\.PropertiesService|Cache\.CacheService|Lock\.LockService)$/, /.*/],
  [/^Lock\.Lock$/, /^hasLock$/],
  [
    /^Script\.(ScriptApp|Trigger|AuthorizationInfo|Service)$/,
    /^(get(EventType|HandlerFunction|TriggerSource|TriggerSourceId|UniqueId|ScriptId|OAuthToken|AuthorizationStatus|AuthorizationUrl|Service|Url)|newTrigger|isEnabled)$/,
  ],
  [/^Forms\.(ItemResponse|Choice|QuizFeedback|FormResponse)$/, /^(?!submit)/],
  [/^Forms\.Form$/, /^(getId|createResponse)$/],
  [/^Forms\.\w*Item$/, /^(as\w+|create\w+|getId|getIndex|getType)$/],
  [/^Forms\.FormApp$/, /^(create\w*Validation|createFeedback|getUi|getActiveForm)$/],
];

/** Round trips: the first row that fits counts. */
const CALLS: [type: RegExp, member: RegExp, cost: Cost][] = [
  [/^Spreadsheet\.Sheet$/, /^getDataRange$/, { milliseconds: 120, commits: true, partOfRead: true }],
  [/^Spreadsheet\.Sheet$/, /^getSheetValues$/, { milliseconds: 200, perValue: 0.01, commits: true }],
  [/^Spreadsheet\.DeveloperMetadataFinder$/, /^find$/, { milliseconds: 120, commits: true }],
  [/^Spreadsheet\.Range$/, /^get\w+s$/, { milliseconds: 200, perValue: 0.01, commits: true }],
  [/^Spreadsheet\.Range$/, /^set\w+s$/, { milliseconds: 60, perValue: 0.03, buffered: true }],
  [/^Spreadsheet\.SpreadsheetApp$/, /^(create|open\w*)$/, { milliseconds: 1200, commits: true }],
  [/^Spreadsheet\.SpreadsheetApp$/, /^flush$/, { milliseconds: 50, commits: true }],
  [
    /^Spreadsheet\.Spreadsheet$/,
    /^(insertSheet|copy|deleteSheet|duplicateActiveSheet)$/,
    { milliseconds: 400, commits: true },
  ],
  [
    /^Spreadsheet\./,
    /^(getMax\w+|getName|getType|isSheetHidden|getSpreadsheetTimeZone|getSpreadsheetLocale)$/,
    { milliseconds: 120 },
  ],
  [/^Spreadsheet\./, /^(get|is|has|can)/, { milliseconds: 120, commits: true }],
  [/^Spreadsheet\./, /.*/, { milliseconds: 25, buffered: true }],
  [/^Base\.Ui$/, /.*/, { milliseconds: 100 }],
  [/^Base\.Menu$/, /.*/, { milliseconds: 50 }],
  [/^Forms\.FormApp$/, /^(create|open\w*)$/, { milliseconds: 1500 }],
  [/^Forms\.Form$/, /^getResponses$/, { milliseconds: 600, perValue: 2 }],
  [/^Forms\.Form$/, /^add\w+Item$/, { milliseconds: 150 }],
  [/^Forms\./, /.*/, { milliseconds: 100 }],
  [/^Mail\.MailApp$/, /^sendEmail$/, { milliseconds: 400 }],
  [/^Mail\./, /.*/, { milliseconds: 60 }],
  [/^Properties\./, /^get/, { milliseconds: 30 }],
  [/^Properties\./, /.*/, { milliseconds: 62 }],
  [/^Cache\./, /^get/, { milliseconds: 3 }],
  [/^Cache\./, /.*/, { milliseconds: 93 }],
  [/^Lock\./, /.*/, { milliseconds: 40 }],
  [/^Script\./, /.*/, { milliseconds: 200 }],
  // The addresses themselves add their own time: see base/urlFetch.ts.
  [/^URL_Fetch\./, /.*/, { milliseconds: 0 }],
];

/** What one call costs. */
interface CallCost {
  /** True if it counts as a service call, not only as a handle. */
  trip: boolean;
  milliseconds: number;
  /** Added per value in the largest array that goes in or comes out. */
  perValue: number;
  buffered: boolean;
  commits: boolean;
}

/** The cost of a member, by the tables above. */
export function costOf(typeName: string, member: string): CallCost {
  const key = `${typeName}.${member}`;
  const cost = known.get(key) ?? look(typeName, member);
  known.set(key, cost);
  return cost;
}

const known = new Map<string, CallCost>();

function look(typeName: string, member: string): CallCost {
  const handle = HANDLES.some(([type, name]) => type.test(typeName) && name.test(member));
  const row = CALLS.find(([type, name]) => type.test(typeName) && name.test(member));
  const cost: Cost = handle ? { milliseconds: HANDLE_MILLISECONDS } : (row?.[2] ?? { milliseconds: 100 });
  return {
    trip: !handle && cost.partOfRead !== true,
    milliseconds: cost.milliseconds,
    perValue: cost.perValue ?? 0,
    buffered: cost.buffered === true,
    commits: cost.commits === true,
  };
}
