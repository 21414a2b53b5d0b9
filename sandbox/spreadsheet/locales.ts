// What a spreadsheet's locale decides: how a person types numbers and dates, and how they are shown.

/** The rules of one locale. */
export interface Locale {
  decimal: string;
  /** Separator of thousands, as shown. */
  group: string;
  /** Order of day and month in a typed date. */
  dayFirst: boolean;
  /** Characters between the parts of a typed date. */
  dateSeparators: string;
  /** Formats that a typed date, date with time, or time takes in a cell without a format. */
  dateFormat: string;
  dateTimeFormat: string;
  timeFormat: string;
  months: string[];
  shortMonths: string[];
  weekdays: string[];
  shortWeekdays: string[];
  /** What a boolean looks like. */
  trueText: string;
  falseText: string;
  /** Currency signs accepted when typed, with the format the cell then takes. */
  currency: { sign: RegExp; format: string };
}

const RUSSIAN: Locale = {
  decimal: ",",
  group: "\u00a0",
  dayFirst: true,
  dateSeparators: "./-",
  dateFormat: "dd.MM.yyyy",
  dateTimeFormat: "dd.MM.yyyy H:mm:ss",
  timeFormat: "H:mm:ss",
  months: "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(" "),
  shortMonths: "янв. февр. мар. апр. мая июн. июл. авг. сент. окт. нояб. дек.".split(" "),
  weekdays: "воскресенье понедельник вторник среда четверг пятница суббота".split(" "),
  shortWeekdays: "вс пн вт ср чт пт сб".split(" "),
  trueText: "ИСТИНА",
  falseText: "ЛОЖЬ",
  currency: { sign: /\s*(?:₽|р\.|руб\.?)$/, format: '#,##0.00" ₽"' },
};

const AMERICAN: Locale = {
  decimal: ".",
  group: ",",
  dayFirst: false,
  dateSeparators: "/-",
  dateFormat: "M/d/yyyy",
  dateTimeFormat: "M/d/yyyy H:mm:ss",
  timeFormat: "h:mm:ss am/pm",
  months: "January February March April May June July August September October November December".split(" "),
  shortMonths: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" "),
  weekdays: "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" "),
  shortWeekdays: "Sun Mon Tue Wed Thu Fri Sat".split(" "),
  trueText: "TRUE",
  falseText: "FALSE",
  currency: { sign: /^\$\s*/, format: '"$"#,##0.00' },
};

/** The rules of a locale by its code. Only Russian differs from American here; other locales are not emulated. */
export function localeOf(code: string): Locale {
  return /^ru(_|-|$)/i.test(code) ? RUSSIAN : AMERICAN;
}
