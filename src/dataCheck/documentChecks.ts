// Checks of the register: signed documents that people should have read by now.
import { acquaintanceRows, documentName, isToBeAcquainted, isToBeRead, readersOfAct } from "../bank/acquaintance";
import { EMPLOYMENT } from "../bank/people.table";
import { acquaintances } from "../documents/acquaintances.table";
import { documents, type DocumentRecord } from "../documents/documents.table";
import { settings } from "../school/settings.table";
import { addDays } from "../workbook/calendarDate";
import type { Check } from "./check";
import type { School } from "./school";

/** A fortnight is enough for letters, reminders and a sheet. */
const DAYS_TO_READ = 14;
/** More names make the line unreadable. */
const NAMED = 3;

export const DOCUMENT_CHECKS: readonly Check[] = [
  {
    key: "notAcquainted",
    level: "warning",
    mend: "Ознакомьте с документом тех, кого он касается: «Документы → Реестр → Ознакомление» — письмом или под подпись в листе",
    find: (school) => {
      const last = addDays(school.today, -DAYS_TO_READ);
      return school.wb
        .all(documents)
        .filter((record) => isToBeRead(record) && record.signedOn !== null && record.signedOn < last)
        .flatMap((record) => {
          const names = unread(school, record).map(school.name);
          const more = names.length > NAMED ? ` и ещё ${String(names.length - NAMED)}` : "";
          const what = `${documentName(record)}: не ознакомлены ${names.slice(0, NAMED).join(", ")}${more}`;
          return names.length === 0 ? [] : [{ table: documents, code: record.code, column: "acquainted", what }];
        });
    },
  },
];

/** Codes of those who have not read the document; who is long away is waited for. */
function unread({ wb, people }: School, record: DocumentRecord): string[] {
  const isHere = (person: string): boolean => people.get(person)?.employment !== EMPLOYMENT.away;
  if (wb.all(acquaintances).some((row) => row.document === record.code))
    return acquaintanceRows(wb, record.code)
      .filter(({ person, acquaintedOn }) => acquaintedOn === null && isHere(person))
      .map(({ person }) => person);
  // An order of this year whose list was never begun. Those of earlier years were read before there were lists.
  const start = wb.setting(settings, "yearStart");
  const isRecent = start !== null && record.signedOn !== null && record.signedOn >= start;
  if (!isRecent || !/^приказ/i.test(record.paper)) return [];
  return readersOfAct(wb, record).filter((person) => isToBeAcquainted(people.get(person)) && isHere(person));
}
