// «Проверка данных»: everything that wants mending, grouped by what to do about it, each with the place to jump to.
import { ANSWER_STATUS, answers } from "../questionnaires/answers.table";
import { FORM_STATUS, forms } from "../questionnaires/forms.table";
import { INVITATION_STATUS, invitations } from "../questionnaires/invitations.table";
import { addMonths, formatDate } from "../workbook/calendarDate";
import type { Problem } from "../workbook/problems";
import type { Table, TabSpec } from "../workbook/table";
import type { ReadOnlyWorkbook } from "../workbook/workbook";
import type { DataCheckView, DataFault, FaultGroup } from "./bankView";
import { consentsInForce, isInForce } from "./consentRules";
import { consents } from "./consents.table";
import { findTwins } from "./import/matchPeople";
import { knownOfPerson } from "./import/planImport";
import { brokenGuard, mentorFacts } from "./lifeCycle";
import { mentees } from "./mentees.table";
import { MENTOR_STATUS, mentors } from "./mentors.table";
import { EMPLOYMENT, people } from "./people.table";

interface Fault {
  table: Table;
  code: string;
  what: string;
}

/** One rule over the records of the bank: what to look for, and what to do about what is found. */
interface Check {
  mend: string;
  level: FaultGroup["level"];
  find: (wb: ReadOnlyWorkbook) => Fault[];
}

/** Information is brought up to date at least once a year (source 4, clause 3.4). */
const FRESH_MONTHS = 12;

const CHECKS: readonly Check[] = [
  {
    mend: "Оставьте одну строку: перенесите в неё недостающее, а в другой поставьте занятость «уволен» или исправьте данные, если это разные люди.",
    level: "warning",
    find: (wb) => {
      const all = wb.all(people);
      const names = new Map(all.map(({ code, fullName }) => [code, fullName]));
      return findTwins(all.map((person) => ({ ...knownOfPerson(person), code: null }))).map(
        ({ from, to, likeness }) => ({
          table: people,
          code: to,
          what: `${names.get(to) ?? to} и ${names.get(from) ?? from} (${from}): ${likeness.reason || "похоже, один человек"}`,
        }),
      );
    },
  },
  {
    mend: "Уточните имя: с инициалами или одной фамилией документы не оформить.",
    level: "warning",
    find: (wb) =>
      wb
        .all(people)
        .filter(({ fullName }) => /(?:^|\s)[А-ЯЁA-Z]\.|^\S+$/.test(fullName))
        .map(({ code, fullName }) => ({ table: people, code, what: `ФИО неполное: ${fullName}` })),
  },
  {
    mend: "Получите подписанное согласие и запишите его на вкладке «Согласия» или верните наставнику прежний статус.",
    level: "error",
    find: (wb) => {
      const given = consentsInForce(wb.all(consents), wb.today);
      return wb.all(mentors).flatMap((mentor) => {
        const { code, person: of, fullName, status } = mentor;
        const around = {
          person: wb.find(people, of),
          consents: given.get(of) ?? new Set<never>(),
          pairs: null,
          today: wb.today,
        };
        const reason = brokenGuard("mentor", status, mentorFacts(mentor, around));
        return reason === null
          ? []
          : [{ table: mentors, code, what: `${fullName ?? of}, статус «${status ?? ""}»: ${reason}` }];
      });
    },
  },
  {
    mend: "Попросите подписать согласие на новый срок и запишите его.",
    level: "warning",
    find: (wb) => {
      const held = new Set(
        wb
          .all(consents)
          .filter((consent) => isInForce(consent, wb.today))
          .map(({ person, kind }) => `${person} ${kind}`),
      );
      return wb.all(consents).flatMap(({ code, person, fullName, kind, validUntil, withdrawnOn }) => {
        const ended =
          validUntil !== null && validUntil < wb.today && withdrawnOn === null && !held.has(`${person} ${kind}`);
        return ended
          ? [
              {
                table: consents,
                code,
                what: `${fullName ?? person}: согласие (${kind}) истекло ${formatDate(validUntil)}`,
              },
            ]
          : [];
      });
    },
  },
  {
    mend: "Проверьте даты: срок и отзыв согласия не могут быть раньше самого согласия.",
    level: "error",
    find: (wb) =>
      wb
        .all(consents)
        .filter(
          ({ givenOn, validUntil, withdrawnOn }) =>
            (validUntil ?? givenOn) < givenOn || (withdrawnOn ?? givenOn) < givenOn,
        )
        .map(({ code, person, fullName }) => ({
          table: consents,
          code,
          what: `${fullName ?? person}: даты согласия не по порядку`,
        })),
  },
  {
    mend: "Завершите или передайте пары этого человека и поставьте ему статус «выбыл» (наставник) или «отказ» (наставляемый).",
    level: "error",
    find: (wb) => {
      const dismissed = new Map(
        wb
          .all(people)
          .filter(({ employment }) => employment === EMPLOYMENT.dismissed)
          .map(({ code, fullName }) => [code, fullName]),
      );
      const inBank = wb.all(mentors).filter(({ status }) => status !== MENTOR_STATUS.left);
      return inBank
        .filter(({ person }) => dismissed.has(person))
        .map(({ code, person }) => ({
          table: mentors,
          code,
          what: `${dismissed.get(person) ?? person}: работник уволен, но остаётся в банке наставников`,
        }));
    },
  },
  {
    mend: "Оставьте одну строку на человека, вторую удалите.",
    level: "error",
    find: (wb) => [mentors, mentees].flatMap((table) => repeatedIn(wb, table)),
  },
  {
    mend: "Уточните сведения: они обновляются не реже одного раза в год.",
    level: "warning",
    find: (wb) => {
      const border = addMonths(wb.today, -FRESH_MONTHS);
      return wb
        .all(mentees)
        .flatMap(({ code, person, fullName, updatedOn }) =>
          updatedOn !== null && updatedOn < border
            ? [{ table: mentees, code, what: `${fullName ?? person}: сведения обновлялись ${formatDate(updatedOn)}` }]
            : [],
        );
    },
  },
  {
    mend: "Укажите, кто ответил: впишите код педагога в строку ответа, и он будет учтён при следующем сборе.",
    level: "warning",
    find: (wb) =>
      wb
        .all(answers)
        .filter(
          ({ status, person }) =>
            person === null && (status === ANSWER_STATUS.unknown || status === ANSWER_STATUS.doubtful),
        )
        .map(({ code, respondent, status }) => ({
          table: answers,
          code,
          what: `${status ?? ""}: ${respondent ?? "без имени"}`,
        })),
  },
  {
    mend: "Исправьте причину, указанную в столбце «Что не так», и поставьте статус «к отправке» — или передайте личную ссылку сами.",
    level: "warning",
    find: (wb) =>
      wb
        .all(invitations)
        .filter(({ status }) => status === INVITATION_STATUS.failed || status === INVITATION_STATUS.sending)
        .map(({ code, fullName, person, trouble }) => ({
          table: invitations,
          code,
          what: `${fullName ?? person}: ${trouble ?? "письмо не ушло"}`,
        })),
  },
  {
    mend: "Восстановите форму из корзины Google Диска или создайте анкету заново. Собранные ответы сохранены.",
    level: "error",
    find: (wb) =>
      wb
        .all(forms)
        .filter(({ status }) => status === FORM_STATUS.lost)
        .map(({ code, title }) => ({ table: forms, code, what: `Анкета «${title ?? code}» удалена или недоступна` })),
  },
];

/**
 * Checks the whole workbook; reads each tab once.
 *
 * @param tabs all tabs of the workbook; those that hold no records are passed over
 */
export function checkData(wb: ReadOnlyWorkbook, tabs: readonly TabSpec[]): DataCheckView {
  const tables = tabs.filter(isTable);
  // References can be checked only where both ends have been read.
  for (const table of tables) wb.all(table);
  const groups = new Map<string, FaultGroup>();
  const put = (mend: string, level: FaultGroup["level"], fault: DataFault) => {
    const group = groups.get(`${level} ${mend}`) ?? { mend, level, faults: [] };
    group.faults.push(fault);
    groups.set(`${level} ${mend}`, group);
  };
  for (const problem of wb.problems(...tables)) put(problem.mend, problem.level, faultOfProblem(problem));
  for (const { mend, level, find } of CHECKS) {
    for (const { table, code, what } of find(wb)) {
      put(mend, level, { what, place: `${table.tab}, ${code}`, tab: table.tab, row: null, column: null, code });
    }
  }
  const sorted = [...groups.values()].sort(
    (one, other) => rank(one) - rank(other) || other.faults.length - one.faults.length,
  );
  return {
    groups: sorted,
    faults: sorted.reduce((sum, { faults }) => sum + faults.length, 0),
    people: wb.all(people).length,
    mentors: wb.all(mentors).length,
    mentees: wb.all(mentees).length,
  };
}

function faultOfProblem({ what, tab, row, column, code, heading }: Problem): DataFault {
  return { what, place: `${tab}, ${code ?? `строка ${row}`}, ${heading}`, tab, row, column, code };
}

function repeatedIn(wb: ReadOnlyWorkbook, table: typeof mentors | typeof mentees): Fault[] {
  const seen = new Set<string>();
  return wb.all(table).flatMap(({ code, person, fullName }) => {
    const again = seen.has(person);
    seen.add(person);
    return again ? [{ table, code, what: `${fullName ?? person}: две строки на вкладке «${table.tab}»` }] : [];
  });
}

function rank({ level }: FaultGroup): number {
  return level === "error" ? 0 : 1;
}

function isTable(tab: TabSpec): tab is Table {
  return "prefix" in tab;
}
