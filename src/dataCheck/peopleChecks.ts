// Checks of the bank: people, mentors, mentees, their consents — who they are, what their rows claim, what has run out.
import { isInForce } from "../bank/consentRules";
import { CONSENT_KIND, CONSENT_KINDS, consents, type Consent } from "../bank/consents.table";
import { diagnostics } from "../bank/diagnostics.table";
import { findTwins } from "../bank/import/matchPeople";
import { knownOfPerson } from "../bank/import/known";
import { brokenGuard, type LifeFacts, WAITING } from "../bank/lifeCycle";
import { mentees, type Mentee } from "../bank/mentees.table";
import { MENTOR_STATUS, mentors } from "../bank/mentors.table";
import { EMPLOYMENT, people, type Person } from "../bank/people.table";
import { staleness } from "../bank/yearlyUpdate/staleness";
import { factFinder } from "../person/lifeFacts";
import { nameKey, sexByPatronymic } from "../school/fullName";
import { addDays, addMonths, type CalendarDate, formatDate, yearOf } from "../workbook/calendarDate";
import type { Check, Found } from "./check";
import { grouped, onceFor, type School } from "./school";

/** A consent that runs out so soon is to be renewed now. */
const SOON_DAYS = 30;
/** Nobody teaches before this age. */
const WORKING_AGE = 14;

/** One finding about a person's own row. */
function aboutPerson({ code, fullName }: Person, column: keyof Person, what: string): Found {
  return { table: people, code, column, what: `${fullName}: ${what}` };
}

function shownDate({ awayUntil }: Person): string {
  return awayUntil === null ? "" : formatDate(awayUntil);
}

export const PEOPLE_CHECKS: readonly Check[] = [
  {
    key: "twins",
    level: "error",
    mend: "Объедините две строки одного человека; если это разные люди, нажмите «Сравнить строки» и скажите об этом",
    find: (school) => twinsOf(school, "same"),
  },
  {
    key: "maybeTwins",
    level: "warning",
    mend: "Проверьте, не один ли это человек: похожие строки",
    find: (school) => twinsOf(school, "maybe"),
  },
  {
    key: "shortName",
    level: "warning",
    mend: "Впишите имя и отчество полностью: с инициалами документы не оформить",
    find: ({ wb }) =>
      wb
        .all(people)
        .filter(({ fullName }) => /(?:^|\s)[А-ЯЁA-Z]\.|^\S+$/.test(fullName))
        .map((person) => aboutPerson(person, "fullName", "ФИО неполное")),
  },
  {
    key: "sex",
    level: "warning",
    mend: "Заполните пол по отчеству: он нужен для склонения имени",
    find: ({ wb }) =>
      wb.all(people).flatMap((person) => {
        const sex = person.sex === null ? sexByPatronymic(person.fullName) : null;
        return sex === null ? [] : [{ ...aboutPerson(person, "sex", "пол не указан"), fix: sex }];
      }),
  },
  {
    key: "sharedEmail",
    level: "warning",
    mend: "Укажите каждому свой адрес почты: личные ссылки на анкеты уйдут не тому",
    find: ({ wb }) =>
      [...grouped(wb.all(people), ({ email }) => email).values()]
        .filter((owners) => new Set(owners.map(({ fullName }) => nameKey(fullName))).size > 1)
        .flatMap((owners) =>
          owners.map((person) => aboutPerson(person, "email", `${person.email ?? ""} — на ${owners.length} строках`)),
        ),
  },
  {
    key: "personDates",
    level: "error",
    mend: "Исправьте даты: они не по порядку или невозможны",
    find: ({ wb, today }) => wb.all(people).flatMap((person) => oddDates(person, today)),
  },
  {
    key: "returned",
    level: "warning",
    mend: "Уточните занятость: срок отсутствия истёк",
    find: ({ wb, today }) =>
      wb
        .all(people)
        .filter(
          ({ employment, awayUntil }) => employment === EMPLOYMENT.away && awayUntil !== null && awayUntil < today,
        )
        .map((person) => aboutPerson(person, "employment", `отсутствует, хотя указан срок по ${shownDate(person)}`)),
  },
  {
    key: "repeatedRole",
    level: "error",
    mend: "Оставьте одну строку на человека, вторую удалите",
    find: (school) =>
      [mentors, mentees].flatMap((table) =>
        [...grouped(school.wb.all(table), ({ person }) => person)].flatMap(([person, rows]) =>
          rows
            .slice(1)
            .map(({ code }) => ({ table, code, what: `${school.name(person)}: две строки на вкладке «${table.tab}»` })),
        ),
      ),
  },
  {
    key: "status",
    level: "error",
    mend: "Выполните условие статуса или верните прежний статус",
    find: (school) => brokenStatuses(school),
  },
  {
    key: "waitingSince",
    level: "warning",
    mend: "Укажите, с какого дня человек ждёт наставника",
    find: (school) => {
      const asked = grouped(school.wb.all(diagnostics), ({ person }) => person);
      return school.wb.all(mentees).flatMap((mentee) => {
        if (!WAITING.includes(mentee.status) || mentee.waitingSince !== null) return [];
        const days = (asked.get(mentee.person) ?? []).map(({ doneOn }) => doneOn);
        const what = `${school.name(mentee.person)}: статус «${mentee.status ?? ""}»`;
        const since = { date: firstDayOfWaiting(mentee, days, school.today), time: "00:00:00" };
        return [{ table: mentees, code: mentee.code, column: "waitingSince", what, fix: since }];
      });
    },
  },
  {
    key: "agreement",
    level: "warning",
    mend: "Заключите дополнительное соглашение с наставником на новый срок",
    find: (school) =>
      school.wb.all(mentors).flatMap(({ code, person, status, agreementUntil }) =>
        status === MENTOR_STATUS.active && agreementUntil !== null && agreementUntil < school.today
          ? [
              {
                table: mentors,
                code,
                column: "agreementUntil",
                what: `${school.name(person)}: соглашение закончилось ${formatDate(agreementUntil)}`,
              },
            ]
          : [],
      ),
  },
  {
    key: "stale",
    level: "warning",
    mend: "Уточните сведения: они обновляются не реже одного раза в год",
    find: ({ wb }) =>
      staleness(wb).map(({ table, code, person, what }) => ({
        table,
        code,
        column: "updatedOn",
        what: `${person.fullName}: ${what}`,
      })),
  },
  {
    key: "expired",
    level: "error",
    mend: "Попросите подписать согласие на новый срок и запишите его",
    find: (school) => endedConsents(school, (until) => until < school.today, "истекло"),
  },
  {
    key: "expiring",
    level: "warning",
    mend: "Подготовьте согласие на новый срок: прежнее скоро истечёт",
    find: (school) =>
      endedConsents(school, (until) => until >= school.today && until <= addDays(school.today, SOON_DAYS), "истекает"),
  },
  {
    key: "consentDates",
    level: "error",
    mend: "Проверьте даты согласия: срок и отзыв не раньше дня подписания, а он уже наступил",
    find: (school) =>
      school.wb.all(consents).flatMap((consent) => {
        const { givenOn, validUntil, withdrawnOn } = consent;
        if (givenOn > school.today) return [aboutConsent(school, consent, "givenOn", "подписано в будущем")];
        if ((validUntil ?? givenOn) < givenOn)
          return [aboutConsent(school, consent, "validUntil", "срок раньше подписания")];
        if ((withdrawnOn ?? givenOn) < givenOn)
          return [aboutConsent(school, consent, "withdrawnOn", "отозвано раньше подписания")];
        const { birthYear } = school.people.get(consent.person) ?? { birthYear: null };
        return birthYear !== null && yearOf(givenOn) < birthYear + WORKING_AGE
          ? [aboutConsent(school, consent, "givenOn", "дано до совершеннолетия или раньше рождения")]
          : [];
      }),
  },
  {
    key: "publication",
    level: "warning",
    mend: "Допишите в согласии на распространение, что и где можно публиковать",
    find: (school) =>
      school.wb
        .all(consents)
        .filter(
          (consent) =>
            consent.kind === CONSENT_KIND.publication &&
            isInForce(consent, school.today) &&
            (consent.publishable.length === 0 || consent.resource === null),
        )
        .map((consent) =>
          aboutConsent(
            school,
            consent,
            consent.resource === null ? "resource" : "publishable",
            "не указано, что или где публикуется",
          ),
        ),
  },
  {
    key: "published",
    level: "error",
    mend: "Снимите публикацию или получите согласие на распространение персональных данных",
    find: (school) =>
      [mentors, mentees].flatMap((table) =>
        school.wb.all(table).flatMap(({ code, person, caseLink }) =>
          caseLink === null || school.given.get(person)?.has(CONSENT_KIND.publication) === true
            ? []
            : [
                {
                  table,
                  code,
                  column: "caseLink",
                  what: `${school.name(person)}: опубликовано без действующего согласия`,
                },
              ],
        ),
      ),
  },
];

const twinsIn = onceFor(({ wb }) =>
  findTwins(wb.all(people).map((person) => ({ ...knownOfPerson(person), code: null }))),
);

function twinsOf(school: School, verdict: "same" | "maybe"): Found[] {
  return twinsIn(school)
    .filter(({ likeness }) => likeness.verdict === verdict)
    .filter(({ from, to }) => !areParted(school, from, to))
    .map(({ from, to, likeness }) => ({
      table: people,
      code: to,
      column: "fullName",
      twin: from,
      what: `${school.name(to)} и ${school.name(from)} (${from}): ${likeness.reason || "похоже, один человек"}`,
    }));
}

/** The curator has said that they are different people. */
function areParted({ wb }: School, one: string, other: string): boolean {
  const others = (code: string): readonly string[] => wb.find(people, code)?.otherThan ?? [];
  return others(one).includes(other) || others(other).includes(one);
}

function oddDates(person: Person, today: CalendarDate): Found[] {
  const { birthYear, hiredOn, awayFrom, awayUntil, experienceYears } = person;
  const found: Found[] = [];
  if (hiredOn !== null && hiredOn > addMonths(today, 12))
    found.push(aboutPerson(person, "hiredOn", "дата приёма больше чем через год"));
  if (hiredOn !== null && birthYear !== null && yearOf(hiredOn) < birthYear + WORKING_AGE)
    found.push(aboutPerson(person, "hiredOn", `принят ${formatDate(hiredOn)}, год рождения ${birthYear}`));
  if (awayUntil !== null && awayFrom !== null && awayUntil < awayFrom)
    found.push(aboutPerson(person, "awayUntil", "отсутствие кончается раньше, чем начинается"));
  if (awayFrom !== null && hiredOn !== null && awayFrom < hiredOn)
    found.push(aboutPerson(person, "awayFrom", "уволен или отсутствует раньше приёма"));
  if (experienceYears !== null && birthYear !== null && experienceYears > yearOf(today) - birthYear - WORKING_AGE)
    found.push(
      aboutPerson(
        person,
        "experienceYears",
        `стаж ${String(experienceYears).replace(".", ",")} при годе рождения ${birthYear}`,
      ),
    );
  return found;
}

/** What people in a pair lack of consents is told of the pair; a missing first day of waiting is a finding of its own, with a mend. */
function brokenStatuses(school: School): Found[] {
  const facts = factFinder(school.wb);
  const paired = new Set(school.inForce.flatMap(({ mentor, mentees: own }) => [mentor, ...own]));
  const told = (code: string, known: LifeFacts): LifeFacts =>
    paired.has(code) ? { ...known, consents: new Set(CONSENT_KINDS) } : known;
  const tell = (
    table: Found["table"],
    code: string,
    person: string,
    status: string | null,
    reason: string | null,
  ): Found[] =>
    reason === null
      ? []
      : [
          {
            table,
            code,
            column: "status",
            what: `${school.name(person)}, статус «${status ?? "не указан"}»: ${reason}`,
          },
        ];
  return [
    ...school.wb
      .all(mentors)
      .flatMap((mentor) =>
        tell(
          mentors,
          mentor.code,
          mentor.person,
          mentor.status,
          brokenGuard("mentor", mentor.status, told(mentor.code, facts.mentor(mentor))),
        ),
      ),
    ...school.wb.all(mentees).flatMap((mentee) => {
      const known = facts.mentee({ ...mentee, waitingSince: mentee.waitingSince ?? school.today });
      return tell(
        mentees,
        mentee.code,
        mentee.person,
        mentee.status,
        brokenGuard("mentee", mentee.status, told(mentee.code, known)),
      );
    }),
  ];
}

/** The day of the latest request or diagnosis; for who waits again, the end of the last pair; else today. */
function firstDayOfWaiting(
  { finishedOn, joinedOn }: Mentee,
  asked: readonly CalendarDate[],
  today: CalendarDate,
): CalendarDate {
  const last = finishedOn ?? joinedOn;
  const days = [...asked.filter((day) => last === null || day >= last), ...(finishedOn === null ? [] : [finishedOn])];
  const past = days.filter((day) => day <= today).sort();
  return past[past.length - 1] ?? today;
}

function endedConsents(school: School, isEnding: (until: CalendarDate) => boolean, verb: string): Found[] {
  const later = new Map<string, CalendarDate | null>();
  for (const { person, kind, validUntil, withdrawnOn } of school.wb.all(consents)) {
    const key = `${person} ${kind}`;
    const known = later.get(key);
    if (withdrawnOn === null && known !== null && (known === undefined || validUntil === null || validUntil > known))
      later.set(key, validUntil);
  }
  return school.wb.all(consents).flatMap((consent) => {
    const { person, kind, validUntil, withdrawnOn } = consent;
    // Only the last one of its kind matters, and only while the person is with us.
    const isLast = validUntil !== null && withdrawnOn === null && later.get(`${person} ${kind}`) === validUntil;
    const isHere = school.people.get(person)?.employment !== EMPLOYMENT.dismissed;
    return isLast && isHere && isEnding(validUntil)
      ? [aboutConsent(school, consent, "validUntil", `${verb} ${formatDate(validUntil)}`)]
      : [];
  });
}

function aboutConsent(school: School, { code, person, kind }: Consent, column: keyof Consent, what: string): Found {
  return { table: consents, code, column, what: `${school.name(person)}, согласие (${kind}): ${what}` };
}
