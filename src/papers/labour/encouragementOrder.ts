// The order of encouragement as a kind of paper: whom, how, for what money.
import { consents } from "../../bank/consents.table";
import { mayPublish } from "../../bank/consentRules";
import { people } from "../../bank/people.table";
import { institutionOf } from "../../documents/institution";
import { participant } from "../../pairing/makeOrder";
import { schoolYearName } from "../../pairing/savePairs";
import type { ReadOnlyWorkbook } from "../../workbook/workbook";
import { listAnswer, numberAnswer, rowsAnswer, textAnswer, type Answers, type Field } from "../fields";
import type { Obstacle, PaperCase, PaperKind } from "../paperKind";
import { encouragementOrder, MEASURES, type EncouragementOrderInput } from "./encouragementOrderPaper";
import { PAY_SOURCES, requiredAnswer } from "./subjects";

const BOARD = "доска почёта";
const ATTESTATION = "рекомендация к аттестации";
/** Who may apply for «педагог-наставник» the first time has one of these (приказ Минпросвещения № 196). */
const HIGHEST: readonly (string | null)[] = ["высшая", "педагог-методист", "педагог-наставник"];

const chosenKinds = (answers: Answers): readonly string[] => listAnswer(answers, "kinds");
const isPaid = (answers: Answers): boolean =>
  MEASURES.some(({ kind, paid }) => paid && chosenKinds(answers).includes(kind));

/** A sum of somebody's own, or the common one; null where none is typed. */
function sumOf(answers: Answers, person: string): number | null {
  const own = rowsAnswer(answers, "sums").find((row) => row["person"] === person);
  const typed = own === undefined ? null : numberAnswer({ sum: own["sum"] ?? "" }, "sum");
  const sum = typed ?? numberAnswer(answers, "sum");
  return sum !== null && sum > 0 ? sum : null;
}

function fields(): Field[] {
  return [
    { key: "people", label: "Кого поощряют", sort: "people", required: true },
    {
      key: "kinds",
      label: "Вид поощрения",
      sort: "choices",
      required: true,
      options: MEASURES.map(({ kind }) => kind),
      note: "Можно несколько: каждый станет отдельным пунктом приказа.",
    },
    { key: "reason", label: "За что", sort: "text", required: true },
    { key: "period", label: "За какое время", sort: "text" },
    { key: "sum", label: "Сумма каждому, рублей", sort: "number", note: "Только для премии и стимулирующей выплаты." },
    {
      key: "sums",
      label: "Другая сумма",
      sort: "rows",
      note: "Для тех, у кого она отличается.",
      columns: [
        { key: "person", label: "Кому", sort: "person" },
        { key: "sum", label: "Рублей" },
      ],
    },
    {
      key: "source",
      label: "Источник выплаты",
      sort: "text",
      options: PAY_SOURCES,
    },
    {
      key: "basis",
      label: "Документы-основания",
      sort: "text",
      note: "Например: отчёт наставника, протокол заседания совета наставников от 20.05.2027 № 5.",
    },
    {
      key: "union",
      label: "Мнение профсоюза",
      sort: "text",
      note: "Чем выражено: «протокол от 24.05.2027 № 11». Пусто — в приказе не упоминается.",
    },
  ];
}

function obstacles(wb: ReadOnlyWorkbook, { answers }: PaperCase): Obstacle[] {
  const chosen = listAnswer(answers, "people");
  return [
    ...requiredAnswer(chosen.length > 0, "Кого поощряют"),
    ...requiredAnswer(
      MEASURES.some(({ kind }) => chosenKinds(answers).includes(kind)),
      "Вид поощрения",
    ),
    ...requiredAnswer(textAnswer(answers, "reason") !== "", "За что"),
    ...(isPaid(answers) ? payObstacles(wb, answers, chosen) : []),
    ...chosen.flatMap((code) => personObstacles(wb, code, chosenKinds(answers))),
  ];
}

function payObstacles(wb: ReadOnlyWorkbook, answers: Answers, chosen: readonly string[]): Obstacle[] {
  const without = chosen.filter((code) => sumOf(answers, code) === null);
  const names = without.map((code) => wb.find(people, code)?.fullName ?? code);
  return [
    ...requiredAnswer(textAnswer(answers, "source") !== "", "Источник выплаты"),
    ...requiredAnswer(without.length === 0, "Сумма каждому, рублей", `без суммы остаются: ${names.join("; ")}`),
  ];
}

function personObstacles(wb: ReadOnlyWorkbook, code: string, kinds: readonly string[]): Obstacle[] {
  const person = wb.find(people, code);
  if (person === undefined)
    return [
      {
        level: "error",
        what: `На вкладке «Педагоги» нет кода ${code}.`,
        mend: "Уберите этого человека из поля «Кого поощряют» или верните его строку.",
      },
    ];
  const found: Obstacle[] = [];
  if (kinds.includes(ATTESTATION) && !HIGHEST.includes(person.category))
    found.push({
      level: "warning",
      what: `${person.fullName}: высшая квалификационная категория в банке не указана.`,
      mend: "Чтобы впервые подать заявление на категорию «педагог-наставник», нужна действующая высшая: проверьте.",
      place: { tab: people.tab, code, column: "category" },
    });
  if (kinds.includes(BOARD) && !mayPublish(wb.all(consents), code, "фотография", wb.today))
    found.push({
      level: "warning",
      what: `${person.fullName}: нет согласия на распространение фотографии.`,
      mend: "Если на доске почёта будет фотография, сначала возьмите согласие на распространение персональных данных.",
    });
  return found;
}

function input(
  wb: ReadOnlyWorkbook,
  { answers }: PaperCase,
  registration: EncouragementOrderInput["registration"],
): EncouragementOrderInput {
  const paid = isPaid(answers);
  return {
    institution: institutionOf(wb),
    registration,
    kinds: chosenKinds(answers),
    people: listAnswer(answers, "people").map((code) => ({
      who: participant(wb, code, code),
      sum: paid ? sumOf(answers, code) : null,
    })),
    reason: textAnswer(answers, "reason"),
    period: textAnswer(answers, "period"),
    basis: textAnswer(answers, "basis"),
    union: textAnswer(answers, "union"),
    source: textAnswer(answers, "source"),
  };
}

/** As many as are wanted in a year; nothing else follows from it in the tables. */
export const encouragementOrderKind: PaperKind<EncouragementOrderInput> = {
  paper: encouragementOrder,
  group: "Поощрения и партнёры",
  count: "many",
  purpose: "Премия, выплата, благодарность, грамота и другие поощрения наставников и наставляемых.",
  basis: "",
  series: "order",
  fields,
  proposed: (wb) => ({
    people: [],
    kinds: [],
    reason: "за результативную работу по наставничеству педагогических работников",
    period: `в ${schoolYearName(wb)} учебном году`,
    source: PAY_SOURCES[0],
  }),
  obstacles,
  input,
  concerns: (_, { answers }) => ({ pairs: [], people: listAnswer(answers, "people") }),
};
