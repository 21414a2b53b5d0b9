// What the kinds of this folder share: papers that somebody gets anew each school year, answers that must be given.
import { schoolYearName } from "../../pairing/savePairs";
import type { ReadOnlyWorkbook } from "../../workbook/workbook";
import type { Obstacle } from "../paperKind";

/** The subject of a paper that somebody gets once a school year: «Р-003-2026-2027». Next year's does not replace it. */
export const ofYear = (wb: ReadOnlyWorkbook, person: string): string => subjectOfYear(person, schoolYearName(wb));

/** The same for a year that is known: «2026/2027». */
export const subjectOfYear = (person: string, schoolYear: string): string =>
  `${person}-${schoolYear.replace("/", "-")}`;

/** The person's code in such a subject; a bare code is one too. */
export const personOfYear = (subject: string): string => subject.replace(/-\d{4}-\d{4}$/, "");

/** An obstacle where a field of the form that the paper cannot do without is empty. */
export const requiredAnswer = (given: boolean, label: string, why = ""): Obstacle[] =>
  given
    ? []
    : [
        {
          level: "error",
          what: `Не заполнено поле «${label}»${why === "" ? "" : `: ${why}`}.`,
          mend: "Заполните его в форме документа и проверьте ещё раз.",
        },
      ];

/** Out of what mentors are paid; the first is proposed (source 3, clause 3.4). Other words may be typed. */
export const PAY_SOURCES = [
  "средства стимулирующей части фонда оплаты труда",
  "средства от приносящей доход деятельности",
] as const;
