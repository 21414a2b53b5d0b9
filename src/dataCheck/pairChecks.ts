// Checks of pairs and programmes: who stands in them, by which order and consents, in which term.
import { CONSENTS_NEEDED } from "../bank/consentRules";
import { mentors } from "../bank/mentors.table";
import { EMPLOYMENT } from "../bank/people.table";
import { documents, DOCUMENT_STATUS } from "../documents/documents.table";
import { isSingleMeeting } from "../pairing/choice/kinds";
import { pairJudge } from "../pairing/pairFacts";
import { brokenPairGuard } from "../pairing/pairLife";
import { isInForce } from "../pairing/pairStates";
import { PAIR_STATUS, pairs, type Pair } from "../pairing/pairs.table";
import { ACTIVITY_STATUS, activities } from "../programmes/activities.table";
import { lacksAgreement, packFacts } from "../programmes/pairPack";
import { PROGRAMME_STATUS, programmes, type Programme } from "../programmes/programmes.table";
import { settings } from "../school/settings.table";
import { addDays, addMonths, type CalendarDate, formatDate } from "../workbook/calendarDate";
import type { Check, Found } from "./check";
import { grouped, personOf, type School } from "./school";

/** Where neither the mentor's row nor the settings say otherwise (as in pairing). */
const USUAL_CAPACITY = 2;
/** A programme takes from 3 to 12 months (source 4, clause 2.4). */
const LEAST_MONTHS = 3;
const MOST_MONTHS = 12;
const ENDED: readonly (string | null)[] = [PROGRAMME_STATUS.finished, PROGRAMME_STATUS.ended];

/** Papers of these kinds have numbers of their own; consents and programmes only have a date. */
const NUMBERED = /^(приказ|протокол|соглашение|дополнительное соглашение)/i;

/** One finding about a pair. */
function aboutPair(school: School, pair: Pair, column: keyof Pair, what: string): Found {
  return { table: pairs, code: pair.code, column, what: `${namesOf(school, pair)}: ${what}` };
}

/** What other checks tell of pairs in force already. */
const TOLD_OF_IN_FORCE = ["known", "consents", "order", "notDismissed", "notAway"] as const;

export const PAIR_CHECKS: readonly Check[] = [
  {
    key: "pairStatus",
    level: "error",
    mend: "Исправьте статус пары или то, чего ему не хватает",
    find: (school) => {
      const judge = pairJudge(school.wb);
      return school.wb.all(pairs).flatMap((pair) => {
        const but = isInForce(pair) ? TOLD_OF_IN_FORCE : (["known"] as const);
        const broken = brokenPairGuard(pair, judge.facts(pair), but);
        const found =
          broken === null ? null : aboutPair(school, pair, "status", `«${pair.status ?? "черновик"}». ${broken}`);
        if (found === null) return [];
        // Over and done: nothing can be undone, the row only wants its papers.
        return [pair.status === PAIR_STATUS.ended ? { ...found, level: "warning" as const } : found];
      });
    },
  },
  {
    key: "pairConsents",
    level: "error",
    mend: "Получите подписанные согласия участников пары и запишите их на вкладке «Согласия»",
    find: (school) =>
      school.inForce.flatMap((pair) => {
        return partiesOf(school, pair).flatMap(({ code, person }) => {
          const given = person === null ? undefined : school.given.get(person);
          const needed = person === null ? [] : CONSENTS_NEEDED[code === pair.mentor ? "mentor" : "mentee"];
          const lacking = needed.filter((kind) => given?.has(kind) !== true);
          if (lacking.length === 0) return [];
          return [
            aboutPair(school, pair, "mentees", `${school.name(person ?? code)} — нет согласия: ${lacking.join("; ")}`),
          ];
        });
      }),
  },
  {
    key: "absentInPair",
    level: "error",
    mend: "Завершите, передайте или приостановите пару: её участник уволен или длительно отсутствует",
    find: (school) =>
      [...school.inForce, ...school.planned].flatMap((pair) =>
        partiesOf(school, pair).flatMap(({ code, person }) => {
          const employment = person === null ? null : (school.people.get(person)?.employment ?? null);
          const away = employment === EMPLOYMENT.away && pair.status !== PAIR_STATUS.paused;
          return away || employment === EMPLOYMENT.dismissed
            ? [
                aboutPair(
                  school,
                  pair,
                  code === pair.mentor ? "mentor" : "mentees",
                  `${school.name(person ?? code)} — ${employment}`,
                ),
              ]
            : [];
        }),
      ),
  },
  {
    key: "selfPair",
    level: "error",
    mend: "Исправьте состав пары: человек не может быть наставником самому себе или стоять в ней дважды",
    find: (school) =>
      school.wb.all(pairs).flatMap((pair) => {
        const persons = partiesOf(school, pair).flatMap(({ person }) => person ?? []);
        return new Set(persons).size < persons.length
          ? [aboutPair(school, pair, "mentees", "один человек дважды")]
          : [];
      }),
  },
  {
    key: "capacity",
    level: "error",
    mend: "Передайте часть наставляемых другому наставнику или измените число мест",
    find: (school) => {
      const usual = school.wb.setting(settings, "mentorCapacity") ?? USUAL_CAPACITY;
      return [...grouped(school.inForce, ({ mentor }) => mentor)].flatMap(([code, own]) => {
        const mentor = school.mentors.get(code);
        const [first] = own;
        const load = new Set(own.flatMap((pair) => pair.mentees)).size;
        const capacity = mentor?.capacity ?? usual;
        return mentor && first && load > capacity
          ? [
              {
                table: pairs,
                code: first.code,
                column: "mentor",
                what: `${school.name(mentor.person)}: наставляемых ${load}, мест ${capacity}`,
              },
            ]
          : [];
      });
    },
  },
  {
    key: "sameDirection",
    level: "error",
    mend: "Оставьте одну пару: у наставляемого два наставника по одному направлению",
    find: (school) => sameDirections(school),
  },
  {
    key: "pairDates",
    level: "error",
    mend: "Исправьте даты пары: они не по порядку",
    find: (school) =>
      [...school.inForce, ...school.planned].flatMap((pair) => {
        const { startsOn, endsOn } = pair;
        if (startsOn !== null && endsOn !== null && endsOn < startsOn)
          return [aboutPair(school, pair, "endsOn", "конец раньше начала")];
        return partiesOf(school, pair).flatMap(({ code, person }) => {
          const hiredOn = person === null ? null : (school.people.get(person)?.hiredOn ?? null);
          return startsOn !== null && hiredOn !== null && hiredOn > startsOn
            ? [
                aboutPair(
                  school,
                  pair,
                  "startsOn",
                  `начало ${formatDate(startsOn)}, а ${school.name(person ?? code)} на работе с ${formatDate(hiredOn)}`,
                ),
              ]
            : [];
        });
      }),
  },
  {
    key: "order",
    level: "error",
    mend: "Зарегистрируйте приказ о закреплении: у действующей пары нужны его номер и дата",
    find: (school) =>
      school.inForce.flatMap((pair) => {
        if (pair.order === null) return [aboutPair(school, pair, "order", "нет приказа")];
        const order = school.wb.find(documents, pair.order);
        if (!order || order.status === DOCUMENT_STATUS.signed || (order.number !== null && order.signedOn !== null))
          return [];
        return [
          {
            table: documents,
            code: order.code,
            column: order.number === null ? "number" : "signedOn",
            what: `${namesOf(school, pair)}: у приказа ${order.code} нет номера или даты`,
          },
        ];
      }),
  },
  {
    key: "noAgreement",
    level: "warning",
    mend: "Заключите дополнительное соглашение («Документы») или отметьте, что наставничество входит в трудовую функцию",
    find: (school) => {
      const facts = packFacts(school.wb);
      const lacking = school.inForce.filter((pair) => lacksAgreement(pair, facts));
      return [...grouped(lacking, ({ mentor }) => mentor)].map(([code, own]) => ({
        table: mentors,
        code,
        column: "agreementOn",
        what: `${school.name(personOf(school, code) ?? code)}: пара действует, а допсоглашения нет (${own.map((pair) => pair.code).join(", ")})`,
      }));
    },
  },
  {
    key: "overdue",
    level: "warning",
    mend: "Завершите или продлите пару: её срок прошёл",
    find: (school) =>
      school.inForce.flatMap((pair) =>
        pair.endsOn !== null && pair.endsOn < school.today
          ? [aboutPair(school, pair, "status", `действует, хотя срок истёк ${formatDate(pair.endsOn)}`)]
          : [],
      ),
  },
  {
    key: "term",
    level: "warning",
    mend: "Проверьте срок: программа наставничества длится от 3 до 12 месяцев",
    find: (school) => [
      ...school.inForce.flatMap((pair) => {
        const odd = isSingleMeeting(pair.mentoringKinds) ? null : oddTerm(pair.startsOn, pair.endsOn);
        return odd === null ? [] : [aboutPair(school, pair, "endsOn", odd)];
      }),
      ...school.wb.all(programmes).flatMap((programme) => {
        const odd = ENDED.includes(programme.status) ? null : oddTerm(programme.startsOn, programme.endsOn);
        return odd === null ? [] : [aboutProgramme(programme, "endsOn", odd)];
      }),
    ],
  },
  {
    key: "programmeDates",
    level: "error",
    mend: "Исправьте даты программы: конец раньше начала или она выходит за срок пары",
    find: (school) =>
      school.wb.all(programmes).flatMap((programme) => {
        const { startsOn, endsOn } = programme;
        if (ENDED.includes(programme.status)) return [];
        if (startsOn !== null && endsOn !== null && endsOn < startsOn)
          return [aboutProgramme(programme, "endsOn", "конец раньше начала")];
        const pair = school.wb.find(pairs, programme.pair);
        const outside =
          // A programme that goes on with another mentor began before the new pair.
          (startsOn !== null && pair?.replaces === null && (pair.startsOn ?? startsOn) > startsOn) ||
          (endsOn !== null && (pair?.endsOn ?? endsOn) < endsOn);
        return outside
          ? [{ ...aboutProgramme(programme, "startsOn", "срок программы шире срока пары"), level: "warning" as const }]
          : [];
      }),
  },
  {
    key: "programmeOfEndedPair",
    level: "warning",
    mend: "Завершите программу или назначьте нового наставника («Ход пар»): её пара завершена или прекращена",
    find: (school) =>
      school.wb.all(programmes).flatMap((programme) => {
        const status = school.wb.find(pairs, programme.pair)?.status;
        const over = status === PAIR_STATUS.finished || status === PAIR_STATUS.ended;
        return over && !ENDED.includes(programme.status)
          ? [aboutProgramme(programme, "status", `пара ${programme.pair} — ${status}`)]
          : [];
      }),
  },
  {
    key: "activityDates",
    level: "warning",
    mend: "Проверьте сроки мероприятий: они вне срока программы",
    find: (school) =>
      school.wb.all(activities).flatMap(({ code, programme, dueOn, status, content }) => {
        const { startsOn = null, endsOn = null } = school.wb.find(programmes, programme) ?? {};
        const known = startsOn !== null && endsOn !== null && startsOn <= endsOn;
        const outside = known && dueOn !== null && (dueOn < startsOn || dueOn > endsOn);
        return outside && status !== ACTIVITY_STATUS.cancelled
          ? [
              {
                table: activities,
                code,
                column: "dueOn",
                what: `${programme}, «${content.slice(0, 40)}»: срок ${formatDate(dueOn)}`,
              },
            ]
          : [];
      }),
  },
  {
    key: "unsignedDocument",
    level: "error",
    mend: "Впишите номер и дату подписанного документа",
    find: (school) =>
      school.wb
        .all(documents)
        .filter(({ status }) => status === DOCUMENT_STATUS.signed)
        .flatMap(({ code, heading, paper, number, signedOn }): Found[] => {
          const lacks = number === null && NUMBERED.test(paper) ? "number" : signedOn === null ? "signedOn" : null;
          return lacks === null ? [] : [{ table: documents, code, column: lacks, what: heading ?? paper }];
        }),
  },
];

function partiesOf(school: School, pair: Pair): { code: string; person: string | null }[] {
  return [pair.mentor, ...pair.mentees].map((code) => ({ code, person: personOf(school, code) }));
}

function namesOf(school: School, pair: Pair): string {
  const [mentor = pair.mentor, ...others] = partiesOf(school, pair).map(({ code, person }) =>
    person === null ? code : school.name(person),
  );
  return `${pair.code}, ${mentor} — ${others.join("; ")}`;
}

function aboutProgramme({ code, title }: Programme, column: keyof Programme, what: string): Found {
  return { table: programmes, code, column, what: `${code}${title === null ? "" : `, ${title}`}: ${what}` };
}

function sameDirections(school: School): Found[] {
  const found: Found[] = [];
  const byMentee = grouped(
    school.inForce.flatMap((pair) => pair.mentees.map((mentee) => ({ mentee, pair }))),
    ({ mentee }) => mentee,
  );
  for (const [mentee, own] of byMentee) {
    const taken = new Map<string, string>();
    const clashes = own.map(({ pair }) => {
      const shared = pair.directions.find((direction) => taken.has(direction));
      for (const direction of pair.directions) taken.set(direction, pair.code);
      return { pair, shared };
    });
    const name = school.name(personOf(school, mentee) ?? mentee);
    for (const { pair, shared } of clashes) {
      if (shared !== undefined)
        found.push(aboutPair(school, pair, "directions", `${name} и в другой паре — «${shared}»`));
    }
  }
  return found;
}

function oddTerm(startsOn: CalendarDate | null, endsOn: CalendarDate | null): string | null {
  if (startsOn === null || endsOn === null || endsOn < startsOn) return null;
  // The last day counts: from 1 September to 30 November are three months.
  const after = addDays(endsOn, 1);
  if (after < addMonths(startsOn, LEAST_MONTHS))
    return `${formatDate(startsOn)} — ${formatDate(endsOn)}: меньше 3 месяцев`;
  return after > addMonths(startsOn, MOST_MONTHS)
    ? `${formatDate(startsOn)} — ${formatDate(endsOn)}: больше 12 месяцев`
    : null;
}
