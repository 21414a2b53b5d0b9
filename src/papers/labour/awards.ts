// The certificate and the letter of thanks as kinds of paper: each for the mentors whose pairs work or have worked this year.
import { mentors } from "../../bank/mentors.table";
import { people } from "../../bank/people.table";
import { institutionOf } from "../../documents/institution";
import type { Registration } from "../../documents/paper";
import { participant } from "../../pairing/makeOrder";
import { hasBegun, isInForce } from "../../pairing/pairStates";
import { pairs, type Pair } from "../../pairing/pairs.table";
import { schoolYearName } from "../../pairing/savePairs";
import { counted } from "../../school/counted";
import type { ReadOnlyWorkbook } from "../../workbook/workbook";
import { textAnswer } from "../fields";
import type { Obstacle, PaperCase, PaperKind } from "../paperKind";
import { certificate, thanks, type CertificateInput, type ThanksInput } from "./awardPapers";
import { ofYear, personOfYear, requiredAnswer } from "./subjects";

/** The pairs of this school year that have begun, by the mentor's code on «Педагоги». */
function pairsByPerson(wb: ReadOnlyWorkbook): ReadonlyMap<string, readonly Pair[]> {
  const year = schoolYearName(wb);
  const own = new Map<string, Pair[]>();
  for (const pair of wb.all(pairs)) {
    const person = wb.find(mentors, pair.mentor)?.person;
    if (person === undefined || !hasBegun(pair) || (pair.schoolYear !== null && pair.schoolYear !== year)) continue;
    own.set(person, [...(own.get(person) ?? []), pair]);
  }
  return own;
}

const menteesIn = (own: readonly Pair[]): number => new Set(own.flatMap((pair) => pair.mentees)).size;

function subjects(wb: ReadOnlyWorkbook) {
  return [...pairsByPerson(wb)].map(([person, own]) => {
    const working = own.filter(isInForce).length;
    const count = counted(menteesIn(own), ["наставляемый", "наставляемых", "наставляемых"]);
    return {
      subject: ofYear(wb, person),
      name: wb.find(people, person)?.fullName ?? person,
      note: `${count}, ${working > 0 ? "пары действуют" : "работа завершена"}`,
      wanted: false,
    };
  });
}

const ownPairs = (wb: ReadOnlyWorkbook, { subject }: PaperCase): readonly Pair[] =>
  pairsByPerson(wb).get(personOfYear(subject)) ?? [];

function obstacles(wb: ReadOnlyWorkbook, about: PaperCase): Obstacle[] {
  return ownPairs(wb, about).length > 0
    ? []
    : [
        {
          level: "error",
          what: "В этом учебном году у наставника не было ни одной пары.",
          mend: "Выберите того, кто работал с наставляемыми, или исправьте пару на вкладке «Пары».",
        },
      ];
}

const award = (wb: ReadOnlyWorkbook, { subject }: PaperCase, registration: Registration | null) => ({
  institution: institutionOf(wb),
  registration,
  worker: participant(wb, personOfYear(subject), personOfYear(subject)),
});

const common = {
  group: "Поощрения и партнёры",
  count: "each",
  basis: "",
  series: null,
  registerLabel: "Записать дату вручения",
  subjects,
  concerns: (wb: ReadOnlyWorkbook, about: PaperCase) => ({
    pairs: ownPairs(wb, about).map(({ code }) => code),
    people: [personOfYear(about.subject)],
  }),
  acquainted: () => [],
} as const;

export const certificateKind: PaperKind<CertificateInput> = {
  ...common,
  paper: certificate,
  purpose: "Подтверждает работу наставника в учебном году. Одна страница, печатается горизонтально.",
  fields: () => [
    {
      key: "remark",
      label: "Ещё одна строка",
      sort: "text",
      note: "Необязательно: «Прошёл обучение наставников (36 часов)».",
    },
  ],
  obstacles,
  input: (wb, about, registration) => {
    const own = ownPairs(wb, about);
    return {
      ...award(wb, about, registration),
      continues: own.some(isInForce),
      mentees: menteesIn(own),
      directions: [...new Set(own.flatMap((pair) => pair.directions))],
      remark: textAnswer(about.answers, "remark"),
    };
  },
};

export const thanksKind: PaperKind<ThanksInput> = {
  ...common,
  paper: thanks,
  purpose: "Благодарит наставника от имени организации. Одна страница.",
  fields: () => [
    {
      key: "reason",
      label: "За что",
      sort: "longText",
      required: true,
      note: "Продолжает фразу «Администрация … благодарит Вас …».",
    },
    { key: "wish", label: "Пожелание", sort: "text" },
  ],
  proposed: (wb) => ({
    reason: `за профессионализм, отзывчивость и личный вклад в становление коллег, которых Вы сопровождали как наставник в ${schoolYearName(wb)} учебном году`,
    wish: "Желаем Вам здоровья, благополучия и новых профессиональных успехов!",
  }),
  obstacles: (wb, about) => [
    ...obstacles(wb, about),
    ...requiredAnswer(textAnswer(about.answers, "reason") !== "", "За что"),
  ],
  input: (wb, about, registration) => ({
    ...award(wb, about, registration),
    reason: textAnswer(about.answers, "reason"),
    wish: textAnswer(about.answers, "wish"),
  }),
};
