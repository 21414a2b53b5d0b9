// The council's minutes as a kind: the agenda from what waits in the workbook, and what a signed decision changes.
import { withdrawnIn } from "../../bank/consentRules";
import { againstStep } from "../../bank/lifeCycle";
import { mentees } from "../../bank/mentees.table";
import { MENTOR_STATUS, mentors, type Mentor } from "../../bank/mentors.table";
import { people } from "../../bank/people.table";
import { institutionOf } from "../../documents/institution";
import type { Participant } from "../../documents/paper";
import { monitoringData } from "../../monitoring/monitoringData";
import { participant } from "../../pairing/makeOrder";
import { protocol, recommendPairs, titleOf } from "../../pairing/pairCommands";
import { pairJudge } from "../../pairing/pairFacts";
import { againstPairStep } from "../../pairing/pairLife";
import { isInForce, isPlanned } from "../../pairing/pairStates";
import { PAIR_STATUS, pairs, type Pair } from "../../pairing/pairs.table";
import { nameOf, schoolYearName } from "../../pairing/savePairs";
import { factFinder } from "../../person/lifeFacts";
import { moveStatus } from "../../person/moveStatus";
import { personsOf } from "../../programmes/makeProgramme";
import { PROGRAMME_STATUS, programmes, type Programme } from "../../programmes/programmes.table";
import { isCalendarDate, monthOf } from "../../workbook/calendarDate";
import type { ReadOnlyWorkbook } from "../../workbook/workbook";
import { lastAnswers } from "../acts/actFacts";
import { flagAnswer, listAnswer, numberAnswer, rowsAnswer, textAnswer, type Answers, type Field } from "../fields";
import type { Obstacle, PaperCase, PaperKind } from "../paperKind";
import { isQuorate, minutesPaper, type MinutesInput, type MinutesItem, type MinutesPair } from "./minutesPaper";
import { progressInWords, progressOf } from "./progress";

const UNANIMOUS = "единогласно";
/** Programmes that the council has not seen. */
const UNREVIEWED: readonly (string | null)[] = [null, PROGRAMME_STATUS.draft, PROGRAMME_STATUS.agreed];
/** May and June: the council sums up the year. */
const CLOSING_MONTHS = [5, 6];

/** «П-2026-01 — Петрова Анна Ивановна — Сидоров …»: the code comes first, so that it is read back. */
const labelled = (code: string, title: string): string => `${code} — ${title}`;
const codesIn = (answers: Answers, key: string): string[] =>
  listAnswer(answers, key).map((label) => label.split(" ")[0] ?? label);

const WAITING: readonly (string | null)[] = [PAIR_STATUS.proposed, PAIR_STATUS.consented];

const pairsThatWait = (wb: ReadOnlyWorkbook): Pair[] =>
  wb.all(pairs).filter(({ status, recommendedOn }) => WAITING.includes(status) && recommendedOn === null);

/** Nothing new is decided about somebody who has withdrawn the consent to the use of the data. */
function mentorsThatWait(wb: ReadOnlyWorkbook): Mentor[] {
  const finder = factFinder(wb);
  const withdrawn = withdrawnIn(wb);
  return wb
    .all(mentors)
    .filter(
      (one) =>
        one.status !== MENTOR_STATUS.recommended &&
        !withdrawn.has(one.person) &&
        againstStep("mentor", one.status, MENTOR_STATUS.recommended, finder.mentor(one)) === null,
    );
}

function programmesThatWait(wb: ReadOnlyWorkbook): Programme[] {
  const withdrawn = withdrawnIn(wb);
  return wb.all(programmes).filter(({ status, pair: code }) => {
    const pair = wb.find(pairs, code);
    if (!pair || !UNREVIEWED.includes(status) || !(isPlanned(pair) || isInForce(pair))) return false;
    return !personsOf(wb, pair).some((person) => withdrawn.has(person));
  });
}

const options = {
  pairs: (wb: ReadOnlyWorkbook) => pairsThatWait(wb).map((pair) => labelled(pair.code, titleOf(wb, pair))),
  mentors: (wb: ReadOnlyWorkbook) => mentorsThatWait(wb).map((one) => labelled(one.code, nameOf(wb, one) ?? one.code)),
  programmes: (wb: ReadOnlyWorkbook) =>
    programmesThatWait(wb).map(({ code, title, pair }) => labelled(code, title ?? pair)),
};

function fields(wb: ReadOnlyWorkbook): Field[] {
  return [
    { key: "chair", label: "Председатель", sort: "person", required: true },
    { key: "secretary", label: "Секретарь", sort: "person", required: true },
    {
      key: "present",
      label: "Присутствовали",
      sort: "people",
      required: true,
      note: "Члены совета; председатель и секретарь добавляются сами.",
    },
    { key: "invited", label: "Приглашены", sort: "people", note: "Педагоги, которые не входят в совет." },
    { key: "guests", label: "Приглашены со стороны", sort: "lines", note: "Каждый с новой строки: ФИО, должность." },
    { key: "members", label: "Всего членов совета", sort: "number", note: "Чтобы указать кворум." },
    {
      key: "pairs",
      label: "Рекомендовать пары",
      sort: "choices",
      options: options.pairs(wb),
      note: "Перечень войдёт в решение; после регистрации пары получат рекомендацию с номером и датой протокола.",
    },
    {
      key: "mentors",
      label: "Рекомендовать наставников",
      sort: "choices",
      options: options.mentors(wb),
      note: "После регистрации — статус «рекомендован».",
    },
    {
      key: "programmes",
      label: "Рассмотреть программы",
      sort: "choices",
      options: options.programmes(wb),
      note: "После регистрации — статус «рассмотрена советом».",
    },
    { key: "results", label: "Рассмотреть ход и итоги программ", sort: "flag", note: "Цифры подставятся из таблицы." },
    {
      key: "speaker",
      label: "Кто докладывает по этим вопросам",
      sort: "person",
      note: "Пусто — куратор из «Настроек».",
    },
    { key: "votes", label: "Как голосовали", sort: "text", note: "Если иное не указано у вопроса." },
    {
      key: "items",
      label: "Другие вопросы",
      sort: "rows",
      note: "Решений может быть несколько: каждое с новой строки.",
      columns: [
        { key: "question", label: "Вопрос (О чём)" },
        { key: "speaker", label: "Слушали", sort: "person" },
        { key: "discussed", label: "Выступили: кто и о чём" },
        { key: "decision", label: "Постановили" },
        { key: "responsible", label: "Ответственный", sort: "person" },
        { key: "term", label: "Срок", sort: "date" },
        { key: "votes", label: "Голосовали" },
      ],
    },
  ];
}

/** The council is the one that met last, or the one that the order names; the agenda is what waits. */
function proposed(wb: ReadOnlyWorkbook): Answers {
  const last = lastAnswers(wb, minutesPaper.key);
  const order = lastAnswers(wb, "councilOrder");
  const members = [textAnswer(order, "chair"), textAnswer(order, "secretary"), ...listAnswer(order, "members")];
  const number = new Set(members.filter((code) => code !== "")).size;
  return {
    chair: textAnswer(last, "chair") || textAnswer(order, "chair"),
    secretary: textAnswer(last, "secretary") || textAnswer(order, "secretary"),
    present: "present" in last ? listAnswer(last, "present") : listAnswer(order, "members"),
    members: numberAnswer(last, "members") ?? (number > 0 ? number : null),
    pairs: recommendable(wb).map((pair) => labelled(pair.code, titleOf(wb, pair))),
    mentors: options.mentors(wb),
    programmes: options.programmes(wb),
    results: CLOSING_MONTHS.includes(monthOf(wb.today)),
    votes: UNANIMOUS,
  };
}

function recommendable(wb: ReadOnlyWorkbook): Pair[] {
  const judge = pairJudge(wb);
  return pairsThatWait(wb).filter((pair) => againstRecommending(pair, judge) === null);
}

/** Everybody whom the form names as present: members, the chair and the secretary, once each. */
const presentIn = (answers: Answers): string[] => [
  ...new Set(
    [textAnswer(answers, "chair"), textAnswer(answers, "secretary"), ...listAnswer(answers, "present")].filter(
      (code) => code !== "",
    ),
  ),
];

function input(wb: ReadOnlyWorkbook, { answers }: PaperCase, registration: MinutesInput["registration"]): MinutesInput {
  const institution = institutionOf(wb);
  const whom = personFinder(wb);
  const invited = listAnswer(answers, "invited").flatMap((code) => whom(code) ?? []);
  return {
    institution,
    registration,
    chair: whom(textAnswer(answers, "chair")),
    secretary: whom(textAnswer(answers, "secretary")),
    present: presentIn(answers).flatMap((code) => whom(code) ?? []),
    invited: [
      ...invited.map(({ fullName, post }) => `${fullName}${post === "" ? "" : `, ${post}`}`),
      ...listAnswer(answers, "guests"),
    ],
    members: numberAnswer(answers, "members"),
    items: [...waitingItems(wb, answers, institution.curator), ...typedItems(wb, answers)],
  };
}

const personFinder =
  (wb: ReadOnlyWorkbook) =>
  (code: string): Participant | null =>
    wb.find(people, code) === undefined ? null : participant(wb, code, null);

const NOTHING: Omit<MinutesItem, "question" | "votes"> = {
  speaker: null,
  facts: "",
  discussed: "",
  decisions: [],
  pairs: [],
  mentors: [],
  programmes: [],
  responsible: null,
  dueOn: null,
};

/** The items that the workbook itself brings: each stands only where something was chosen for it. */
function waitingItems(wb: ReadOnlyWorkbook, answers: Answers, curator: Participant): MinutesItem[] {
  const year = schoolYearName(wb);
  const speaker = personFinder(wb)(textAnswer(answers, "speaker")) ?? (curator.fullName === "" ? null : curator);
  const usual = { ...NOTHING, speaker, votes: votesIn(answers) };
  const chosenPairs = codesIn(answers, "pairs").flatMap((code) => wb.find(pairs, code) ?? []);
  const chosenMentors = codesIn(answers, "mentors").flatMap((code) => wb.find(mentors, code) ?? []);
  const chosenProgrammes = codesIn(answers, "programmes").flatMap((code) => wb.find(programmes, code) ?? []);
  const items: MinutesItem[] = [
    {
      ...usual,
      question: "О кандидатурах наставников",
      mentors: chosenMentors.map(({ person, fullName }) => participant(wb, person, fullName)),
    },
    {
      ...usual,
      question: `О рекомендации наставнических пар (групп) на ${year} учебный год`,
      pairs: chosenPairs.map((pair) => minutesPair(wb, pair)),
    },
    {
      ...usual,
      question: "О рассмотрении персонализированных программ наставничества",
      programmes: chosenProgrammes.map(({ title, pair }) => title ?? pair),
    },
  ];
  const results = () => ({
    ...usual,
    question: `О ходе и результатах персонализированных программ наставничества в ${year} учебном году`,
    facts: progressInWords(progressOf(monitoringData(wb))),
    decisions: ["Принять информацию к сведению"],
  });
  return [
    ...items.filter((one) => one.mentors.length + one.pairs.length + one.programmes.length > 0),
    ...(flagAnswer(answers, "results") ? [results()] : []),
  ];
}

const votesIn = (answers: Answers): string => textAnswer(answers, "votes") || UNANIMOUS;

function minutesPair(wb: ReadOnlyWorkbook, pair: Pair): MinutesPair {
  return {
    mentor: participant(wb, wb.find(mentors, pair.mentor)?.person, pair.mentorName),
    mentees: pair.mentees.map((code) => participant(wb, wb.find(mentees, code)?.person, code)),
    form: pair.mentoringForm ?? "",
    kinds: pair.mentoringKinds,
    startsOn: pair.startsOn,
    endsOn: pair.endsOn,
  };
}

function typedItems(wb: ReadOnlyWorkbook, answers: Answers): MinutesItem[] {
  const whom = personFinder(wb);
  return rowsAnswer(answers, "items").map((row): MinutesItem => {
    const term = row["term"] ?? "";
    return {
      ...NOTHING,
      question: (row["question"] ?? "").trim(),
      speaker: whom(row["speaker"] ?? ""),
      discussed: row["discussed"] ?? "",
      decisions: (row["decision"] ?? "").split("\n").filter((line) => line.trim() !== ""),
      responsible: whom(row["responsible"] ?? ""),
      dueOn: isCalendarDate(term) ? term : null,
      votes: (row["votes"] ?? "").trim() || votesIn(answers),
    };
  });
}

function obstacles(wb: ReadOnlyWorkbook, about: PaperCase): Obstacle[] {
  const { answers } = about;
  const { items, present, members } = input(wb, about, null);
  const found: Obstacle[] = [];
  if (items.length === 0)
    found.push({
      level: "error",
      what: "В повестке нет ни одного вопроса.",
      mend: "Отметьте пары, наставников или программы для рассмотрения либо впишите свой вопрос.",
    });
  for (const { question, decisions } of typedItems(wb, answers))
    if (question === "" || decisions.length === 0)
      found.push({
        level: "error",
        what: question === "" ? "У вопроса повестки нет названия." : `Вопрос «${question}» — без решения.`,
        mend: "Заполните графы «Вопрос» и «Постановили».",
      });
  const chair = textAnswer(answers, "chair");
  if (chair !== "" && chair === textAnswer(answers, "secretary"))
    found.push({
      level: "error",
      what: "Председатель и секретарь — один человек.",
      mend: "Укажите разных людей: протокол подписывают оба.",
    });
  if (members !== null && !isQuorate(present.length, members))
    found.push({
      level: "warning",
      what: `Кворума нет: присутствуют ${present.length} из ${members}.`,
      mend: "Проверьте, кто присутствовал. Без кворума решения совета могут быть оспорены.",
    });
  const judge = pairJudge(wb);
  for (const code of codesIn(answers, "pairs")) {
    const pair = wb.find(pairs, code);
    const against = pair ? againstRecommending(pair, judge) : "Такой пары на вкладке «Пары» нет.";
    if (against !== null)
      found.push({
        level: "error",
        what: `${pair ? titleOf(wb, pair) : code}: ${against}`,
        mend: "Уберите пару из перечня или исправьте её на вкладке «Пары».",
        place: { tab: pairs.tab, code },
      });
  }
  return found;
}

/** A pair that is in force already may stand in minutes that are registered late: nothing is to be done about it. */
function againstRecommending(pair: Pair, judge: ReturnType<typeof pairJudge>): string | null {
  return pair.order !== null ? null : againstPairStep("recommend", pair, judge.facts(pair));
}

/** Everybody named, as codes on «Педагоги». */
function concerns(wb: ReadOnlyWorkbook, { answers }: PaperCase): { pairs: string[]; people: string[] } {
  const chosen = codesIn(answers, "pairs");
  const rows = rowsAnswer(answers, "items");
  const reviewed = codesIn(answers, "programmes").flatMap((code) => wb.find(programmes, code)?.pair ?? []);
  const named = [
    ...presentIn(answers),
    ...listAnswer(answers, "invited"),
    textAnswer(answers, "speaker"),
    ...rows.flatMap((row) => [row["speaker"] ?? "", row["responsible"] ?? ""]),
    ...codesIn(answers, "mentors").flatMap((code) => wb.find(mentors, code)?.person ?? []),
    ...[...chosen, ...reviewed].flatMap((code) => {
      const pair = wb.find(pairs, code);
      return pair ? personsOf(wb, pair) : [];
    }),
  ];
  return {
    pairs: [...new Set([...chosen, ...reviewed])],
    people: [...new Set(named)].filter((code) => wb.find(people, code) !== undefined),
  };
}

/**
 * The decisions come into force. Repeatable: what is as the minutes say stays; what has gone further meanwhile (a pair in
 * force, an approved mentor) is left alone.
 */
const signed: NonNullable<PaperKind["signed"]> = (wb, { answers }, record) => {
  const on = record.signedOn ?? wb.today;
  const number = record.number ?? "";
  const judge = pairJudge(wb);
  const chosen = codesIn(answers, "pairs").filter((code) => {
    const pair = wb.find(pairs, code);
    return pair !== undefined && againstPairStep("recommend", pair, judge.facts(pair)) === null;
  });
  if (chosen.length > 0) recommendPairs(wb, { pairs: chosen, minutes: number, on });
  const waiting = new Set(mentorsThatWait(wb).map(({ code }) => code));
  for (const code of codesIn(answers, "mentors").filter((one) => waiting.has(one)))
    moveStatus(wb, {
      role: "mentor",
      code,
      status: MENTOR_STATUS.recommended,
      recommendation: protocol(number, on),
    });
  const unreviewed = codesIn(answers, "programmes").filter((code) => {
    const programme = wb.find(programmes, code);
    return programme !== undefined && UNREVIEWED.includes(programme.status);
  });
  for (const code of unreviewed) wb.update(programmes, code, { status: PROGRAMME_STATUS.reviewed });
  if (unreviewed.length > 0) wb.note({ what: "Программы рассмотрены советом наставников", records: unreviewed });
};

export const minutes: PaperKind<MinutesInput> = {
  paper: minutesPaper,
  group: "Совет наставников",
  count: "many",
  purpose: "Решения совета: рекомендация пар и наставников, рассмотрение программ и итогов.",
  basis: "Положение о системе наставничества",
  series: "minutes",
  registerLabel: "Зарегистрировать днём заседания",
  fields,
  proposed,
  obstacles,
  input,
  concerns,
  acquainted: () => [],
  signed,
};
