// The supplementary agreement as a kind of paper: with which mentors, on what terms, and what it leaves in the bank.
import { consentsInForce } from "../../bank/consentRules";
import { CONSENT_KIND, consents } from "../../bank/consents.table";
import { mentees } from "../../bank/mentees.table";
import { mentors, type Mentor } from "../../bank/mentors.table";
import { hasLabourContract, people } from "../../bank/people.table";
import type { DocumentRecord } from "../../documents/documents.table";
import { institutionOf, participantOf } from "../../documents/institution";
import { participant } from "../../pairing/makeOrder";
import { noticeDaysOf } from "../../pairing/pairFacts";
import { isInForce, isPlanned } from "../../pairing/pairStates";
import { PAIR_STATUS, pairs, type Pair } from "../../pairing/pairs.table";
import { counted } from "../../school/counted";
import { settings } from "../../school/settings.table";
import { vocabularyOf } from "../../school/vocabulary";
import { formatDate, isCalendarDate, type CalendarDate } from "../../workbook/calendarDate";
import type { ReadOnlyWorkbook, Workbook } from "../../workbook/workbook";
import { listAnswer, numberAnswer, rowsAnswer, textAnswer, type Answers, type Field } from "../fields";
import type { Obstacle, PaperCase, PaperKind } from "../paperKind";
import { agreement, PAY_TERM, PAY_UNIT, type AgreementInput, type Pay } from "./agreementPaper";
import { ofYear, personOfYear, PAY_SOURCES, requiredAnswer } from "./subjects";

const MANNERS = [
  "очно, без освобождения от основной работы",
  "дистанционно, без освобождения от основной работы",
  "очно и дистанционно, без освобождения от основной работы",
] as const;

/** The pairs by which the mentor has or is to get duties; a pair that is ending needs no new agreement. */
function pairsOf(wb: ReadOnlyWorkbook, mentor: Mentor): Pair[] {
  return wb
    .all(pairs)
    .filter((pair) => pair.mentor === mentor.code && pair.endReason === null)
    .filter(
      (pair) => isInForce(pair) || (isPlanned(pair) && pair.status !== PAIR_STATUS.draft && pair.status !== null),
    );
}

const lastOf = (own: readonly Pair[]): CalendarDate | null =>
  own.reduce<CalendarDate | null>(
    (last, { endsOn }) => (endsOn !== null && (last === null || endsOn > last) ? endsOn : last),
    null,
  );
const firstOf = (own: readonly Pair[]): CalendarDate | null =>
  own.reduce<CalendarDate | null>(
    (first, { startsOn }) => (startsOn !== null && (first === null || startsOn < first) ? startsOn : first),
    null,
  );

/** Why the mentor needs an agreement now (ТК РФ ст. 351.8); null if not: no staff, part of the job, or it holds long enough. */
function need(wb: ReadOnlyWorkbook, mentor: Mentor, own: readonly Pair[]): string | null {
  if (own.length === 0 || mentor.withinDuties) return null;
  const worker = wb.find(people, mentor.person);
  if (worker !== undefined && !hasLabourContract(worker)) return null;
  if (mentor.agreementOn === null) return "соглашения нет";
  const last = lastOf(own);
  const { agreementUntil } = mentor;
  if (agreementUntil === null || last === null || agreementUntil >= last) return null;
  return `соглашение — по ${formatDate(agreementUntil)}, пара — по ${formatDate(last)}`;
}

function subjects(wb: ReadOnlyWorkbook) {
  return wb.all(mentors).flatMap((mentor) => {
    const own = pairsOf(wb, mentor);
    const why = need(wb, mentor, own);
    if (why === null) return [];
    const name = wb.find(people, mentor.person)?.fullName ?? mentor.fullName ?? mentor.code;
    return [{ subject: ofYear(wb, mentor.person), name, note: why, wanted: true }];
  });
}

const mentorOf = (wb: ReadOnlyWorkbook, { subject }: PaperCase): Mentor | undefined => {
  const person = personOfYear(subject);
  return wb.all(mentors).find((mentor) => mentor.person === person);
};

function fields(wb: ReadOnlyWorkbook): Field[] {
  return [
    { key: "payUnit", label: "Выплата", sort: "choice", options: Object.values(PAY_UNIT), required: true },
    {
      key: "pay",
      label: "Размер выплаты",
      sort: "number",
      required: true,
      note: "Рублей, процентов оклада или баллов.",
    },
    { key: "payTerm", label: "Как выплачивается", sort: "choice", options: Object.values(PAY_TERM), required: true },
    {
      key: "payConditions",
      label: "Условия выплаты",
      sort: "text",
      note: "Необязательно: «при выполнении мероприятий персонализированной программы».",
    },
    {
      key: "source",
      label: "Источник выплаты",
      sort: "text",
      required: true,
      options: PAY_SOURCES,
    },
    { key: "duties", label: "Содержание работы", sort: "lines", required: true },
    {
      key: "manner",
      label: "Форма выполнения работы",
      sort: "text",
      required: true,
      options: MANNERS,
    },
    {
      key: "refusalDays",
      label: "О своём отказе наставник предупреждает, рабочих дней",
      sort: "number",
      note: `Пусто — без срока. Работодатель предупреждает не менее чем за ${counted(noticeDaysOf(wb), ["рабочий день", "рабочих дня", "рабочих дней"])} («Настройки»).`,
    },
    {
      key: "contracts",
      label: "Трудовые договоры",
      sort: "rows",
      note: "Номер и дата; чего нет, то впишут от руки.",
      columns: [
        { key: "person", label: "Наставник", sort: "person" },
        { key: "number", label: "№" },
        { key: "on", label: "Дата", sort: "date" },
      ],
    },
  ];
}

function proposed(wb: ReadOnlyWorkbook, subject: string | null): Answers {
  const { lessonsGenitive } = vocabularyOf(wb.setting(settings, "schoolKind"));
  const whom = subject === null ? subjects(wb).map((one) => one.subject) : [subject];
  return {
    payUnit: PAY_UNIT.roubles,
    payTerm: PAY_TERM.monthly,
    source: PAY_SOURCES[0],
    manner: MANNERS[0],
    refusalDays: noticeDaysOf(wb),
    duties: [
      "помощь в овладении навыками работы на рабочем месте, в профессиональной адаптации и преодолении профессиональных затруднений",
      "разработка вместе с наставляемым и выполнение персонализированной программы наставничества",
      `посещение и разбор ${lessonsGenitive}, методические консультации`,
      "представление куратору сведений о ходе работы и отчёта о её результатах",
    ],
    contracts: whom.map((one) => ({ person: personOfYear(one), number: "", on: "" })),
  };
}

function payOf(answers: Answers): Pay | null {
  const amount = numberAnswer(answers, "pay");
  if (amount === null || amount <= 0) return null;
  return {
    unit: textAnswer(answers, "payUnit"),
    amount,
    term: textAnswer(answers, "payTerm"),
    conditions: textAnswer(answers, "payConditions"),
    source: textAnswer(answers, "source"),
  };
}

function obstacles(wb: ReadOnlyWorkbook, about: PaperCase): Obstacle[] {
  const { answers } = about;
  const mentor = mentorOf(wb, about);
  const own = mentor === undefined ? [] : pairsOf(wb, mentor);
  if (mentor === undefined || own.length === 0)
    return [
      {
        level: "error",
        what: "У наставника нет пары, для которой нужно соглашение.",
        mend: "Сначала подберите и запишите пару: срок и содержание работы берутся из неё.",
      },
    ];
  return [
    ...requiredAnswer(
      payOf(answers) !== null,
      "Размер выплаты",
      "статья 351.8 ТК РФ требует указать размер и условия оплаты",
    ),
    ...requiredAnswer(textAnswer(answers, "source") !== "", "Источник выплаты"),
    ...requiredAnswer(
      listAnswer(answers, "duties").length > 0,
      "Содержание работы",
      "без него соглашение не отвечает статье 351.8 ТК РФ",
    ),
    ...requiredAnswer(
      textAnswer(answers, "manner") !== "",
      "Форма выполнения работы",
      "без неё соглашение не отвечает статье 351.8 ТК РФ",
    ),
    ...pairObstacles(wb, mentor, own),
  ];
}

function pairObstacles(wb: ReadOnlyWorkbook, mentor: Mentor, own: readonly Pair[]): Obstacle[] {
  const found: Obstacle[] = own
    .filter(({ startsOn, endsOn }) => startsOn === null || endsOn === null)
    .map(({ code }) => ({
      level: "error",
      what: `У пары ${code} не указан срок.`,
      mend: "Впишите начало и конец работы пары на вкладке «Пары».",
      place: { tab: pairs.tab, code, column: "endsOn" },
    }));
  const given = consentsInForce(wb.all(consents), wb.today).get(mentor.person);
  if (given?.has(CONSENT_KIND.mentoring) !== true)
    found.push({
      level: "warning",
      what: "Нет письменного согласия на выполнение работы по наставничеству.",
      mend: "Подготовьте бланк согласия: его подписывают раньше соглашения.",
      place: { tab: mentors.tab, code: mentor.code },
    });
  return found;
}

function input(wb: ReadOnlyWorkbook, about: PaperCase, registration: AgreementInput["registration"]): AgreementInput {
  const { answers } = about;
  const code = personOfYear(about.subject);
  const mentor = mentorOf(wb, about);
  const own = mentor === undefined ? [] : pairsOf(wb, mentor);
  const contract = rowsAnswer(answers, "contracts").find(({ person }) => person === code);
  const group = [...new Set(own.flatMap((pair) => pair.mentees))];
  const worker = wb.find(people, code);
  const signedOn = contract?.["on"];
  return {
    institution: institutionOf(wb),
    registration,
    worker: worker === undefined ? participant(wb, undefined, mentor?.fullName ?? null) : participantOf(worker),
    mentees: group.map((one) => participant(wb, wb.find(mentees, one)?.person, one)),
    contractNumber: (contract?.["number"] ?? "").replace(/^№\s*/, ""),
    contractOn: isCalendarDate(signedOn) ? signedOn : null,
    duties: listAnswer(answers, "duties"),
    directions: [...new Set(own.flatMap((pair) => pair.directions))],
    form: own.find(({ mentoringForm }) => mentoringForm !== null)?.mentoringForm ?? "",
    kinds: [...new Set(own.flatMap((pair) => pair.mentoringKinds))],
    manner: textAnswer(answers, "manner"),
    startsOn: firstOf(own),
    endsOn: lastOf(own),
    pay: payOf(answers),
    noticeDays: noticeDaysOf(wb),
    refusalDays: numberAnswer(answers, "refusalDays"),
  };
}

/** As «Наставники» keeps it: «5000 руб. ежемесячно», «10 % оклада …». */
function payText({ unit, amount, term, conditions }: Pay): string {
  const size = String(amount).replace(".", ",");
  const units: Readonly<Record<string, string>> = {
    [PAY_UNIT.roubles]: "руб.",
    [PAY_UNIT.percent]: "% оклада",
    [PAY_UNIT.points]: "балл.",
  };
  return [`${size} ${units[unit] ?? unit}`, term, conditions].filter((part) => part !== "").join(", ");
}

/** «Наставники» remembers the agreement: the pack of documents, the card and the checks ask there. */
function signed(wb: Workbook, about: PaperCase, { number, signedOn }: DocumentRecord): void {
  const mentor = mentorOf(wb, about);
  const pay = payOf(about.answers);
  if (mentor === undefined || (mentor.agreementNumber === number && mentor.agreementOn === signedOn)) return;
  wb.update(mentors, mentor.code, {
    agreementNumber: number,
    agreementOn: signedOn,
    agreementUntil: lastOf(pairsOf(wb, mentor)),
    ...(pay === null ? {} : { agreementPay: payText(pay) }),
  });
}

/** One agreement a mentor and school year, for all the mentor's pairs. */
export const agreementKind: PaperKind<AgreementInput> = {
  paper: agreement,
  group: "Согласия и соглашения",
  count: "each",
  purpose:
    "Содержание, срок, форма и оплата работы по наставничеству. Нужно каждому штатному наставнику, у которого она не входит в трудовую функцию; печатается в двух экземплярах.",
  basis: "ТК РФ, ст. 351.8",
  series: "agreement",
  registerLabel: "Записать подписанное",
  subjects,
  fields,
  proposed,
  obstacles,
  input,
  concerns: (wb, about) => {
    const mentor = mentorOf(wb, about);
    const own = mentor === undefined ? [] : pairsOf(wb, mentor);
    const group = own.flatMap((pair) => pair.mentees.flatMap((code) => wb.find(mentees, code)?.person ?? []));
    return { pairs: own.map(({ code }) => code), people: [...new Set([personOfYear(about.subject), ...group])] };
  },
  // Both parties have a copy of their own: nobody else is to be acquainted.
  acquainted: () => [],
  signed,
};
