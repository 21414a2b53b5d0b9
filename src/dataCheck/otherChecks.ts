// Checks of what stands around the bank: questionnaires and letters, settings, declensions, names repeated on other tabs.
import { consents } from "../bank/consents.table";
import { diagnostics } from "../bank/diagnostics.table";
import { mentees } from "../bank/mentees.table";
import { mentors } from "../bank/mentors.table";
import { people } from "../bank/people.table";
import { acquaintances } from "../documents/acquaintances.table";
import { declensions } from "../documents/declensions.table";
import { documents } from "../documents/documents.table";
import { pairs } from "../pairing/pairs.table";
import { programmes } from "../programmes/programmes.table";
import { ANSWER_STATUS, answers } from "../questionnaires/answers.table";
import { FORM_STATUS, forms } from "../questionnaires/forms.table";
import { INVITATION_STATUS, invitations } from "../questionnaires/invitations.table";
import { settings } from "../school/settings.table";
import { factsOf } from "../workbook/column";
import type { Check, Found } from "./check";
import { grouped, personOf, type School } from "./school";

/** Without these no order can be made, or no letter says whom it is from. */
const NEEDED_SETTINGS = [
  "schoolFullName",
  "schoolKind",
  "place",
  "headName",
  "headPost",
  "curatorName",
  "curatorPost",
  "schoolYear",
  "yearStart",
  "yearEnd",
] as const;

export const OTHER_CHECKS: readonly Check[] = [
  {
    key: "undecided",
    level: "warning",
    mend: "Укажите, кто ответил: впишите код педагога в строку ответа, и он будет учтён при следующем сборе",
    find: ({ wb }) =>
      wb
        .all(answers)
        .filter(
          ({ status, person }) =>
            person === null && (status === ANSWER_STATUS.unknown || status === ANSWER_STATUS.doubtful),
        )
        .map(({ code, respondent, status }) => ({
          table: answers,
          code,
          column: "person",
          what: `${status ?? ""}: ${respondent ?? "без имени"}`,
        })),
  },
  {
    key: "unsent",
    level: "warning",
    mend: "Исправьте причину, указанную в столбце «Что не так», и поставьте статус «к отправке» — или передайте личную ссылку сами",
    find: ({ wb, name }) =>
      wb
        .all(invitations)
        .filter(({ status }) => status === INVITATION_STATUS.failed || status === INVITATION_STATUS.sending)
        .map(({ code, person, trouble }) => ({
          table: invitations,
          code,
          column: "trouble",
          what: `${name(person)}: ${trouble ?? "письмо не ушло"}`,
        })),
  },
  {
    key: "lostForm",
    level: "error",
    mend: "Восстановите форму из корзины Google Диска или создайте анкету заново; собранные ответы сохранены",
    find: ({ wb }) =>
      wb
        .all(forms)
        .filter(({ status }) => status === FORM_STATUS.lost)
        .map(({ code, title }) => ({
          table: forms,
          code,
          column: "status",
          what: `Анкета «${title ?? code}» удалена или недоступна`,
        })),
  },
  {
    key: "names",
    level: "warning",
    mend: "Обновите ФИО на других вкладках: они отличаются от вкладки «Педагоги»",
    find: namesElsewhere,
  },
  {
    key: "lostCode",
    level: "warning",
    mend: "Проверьте код: такой записи нет",
    find: ({ wb }) => [
      ...[answers, invitations].flatMap((table) =>
        wb
          .all(table)
          .filter(({ about }) => about !== null && !wb.find(pairs, about) && !wb.find(documents, about))
          .map(({ code, about }) => ({
            table,
            code,
            column: "about",
            what: `${code}: пары или документа ${about ?? ""} нет`,
          })),
      ),
      ...wb
        .all(documents)
        .filter(({ supersedes }) => supersedes !== null && !wb.find(documents, supersedes))
        .map(({ code, supersedes }) => ({
          table: documents,
          code,
          column: "supersedes",
          what: `${code}: документа ${supersedes ?? ""} нет`,
        })),
    ],
  },
  {
    key: "settings",
    level: "error",
    mend: "Заполните настройки: без них не оформить документы",
    find: ({ wb }) =>
      NEEDED_SETTINGS.filter((key) => (wb.setting(settings, key) ?? "").trim() === "").map((key) =>
        aboutSetting(key, "не указано"),
      ),
  },
  {
    key: "schoolYear",
    level: "warning",
    mend: "Откройте «Начало работы» и укажите новый учебный год",
    find: ({ wb, today }) => {
      const [start, end] = [wb.setting(settings, "yearStart"), wb.setting(settings, "yearEnd")];
      if (start !== null && end !== null && end < start) return [aboutSetting("yearEnd", "конец года раньше начала")];
      return end !== null && end < today ? [aboutSetting("yearEnd", "учебный год закончился")] : [];
    },
  },
  {
    key: "declensionTwice",
    level: "warning",
    mend: "Оставьте одну строку склонения, вторую удалите",
    find: ({ wb }) =>
      [...grouped(wb.all(declensions), ({ kind, nominative }) => `${kind} ${nominative}`).values()].flatMap((rows) =>
        rows
          .slice(1)
          .map(({ code, nominative }) => ({ table: declensions, code, column: "nominative", what: nominative })),
      ),
  },
  {
    key: "declensionUnused",
    level: "warning",
    mend: "Проверьте склонение: именительный падеж не совпадает ни с одной записью или формы не заполнены",
    find: unusedDeclensions,
  },
];

function aboutSetting(key: keyof typeof settings.fields, what: string): Found {
  const { heading } = factsOf(settings.fields[key]);
  return { table: settings, code: heading, what: `${heading}: ${what}` };
}

/** Names that other tabs repeat from «Педагоги» for the reader's sake; an empty one is to be filled too. */
export function namesElsewhere(school: School): Found[] {
  const { wb } = school;
  const known = (person: string | null): string | null =>
    person === null ? null : (school.people.get(person)?.fullName ?? null);
  const differs = (
    table: Found["table"],
    code: string,
    column: string,
    is: string | null,
    due: string | null,
  ): Found[] =>
    due === null || due === is
      ? []
      : [{ table, code, column, what: `${is ?? "не указано"} — на вкладке «Педагоги»: ${due}`, fix: due }];
  const all = (names: readonly (string | null)[]): string | null => (names.includes(null) ? null : names.join("; "));
  return [
    ...[mentors, mentees, consents, diagnostics, invitations, acquaintances].flatMap((table) =>
      wb.all(table).flatMap(({ code, person, fullName }) => differs(table, code, "fullName", fullName, known(person))),
    ),
    ...wb
      .all(pairs)
      .flatMap((pair) => [
        ...differs(pairs, pair.code, "mentorName", pair.mentorName, known(personOf(school, pair.mentor))),
        ...differs(
          pairs,
          pair.code,
          "menteeNames",
          pair.menteeNames,
          all(pair.mentees.map((code) => known(personOf(school, code)))),
        ),
      ]),
    ...wb.all(programmes).flatMap(({ code, pair: of, title }) => {
      const pair = wb.find(pairs, of);
      const names = pair ? all([pair.mentor, ...pair.mentees].map((one) => known(personOf(school, one)))) : null;
      return differs(programmes, code, "title", title, names?.replace("; ", " — ") ?? null);
    }),
  ];
}

function unusedDeclensions({ wb }: School): Found[] {
  const used = new Set<string | null>(
    wb.all(people).flatMap(({ fullName, post, workplace }) => [fullName, post, workplace]),
  );
  for (const key of [
    "schoolFullName",
    "schoolShortName",
    "headName",
    "headPost",
    "curatorName",
    "curatorPost",
  ] as const) {
    used.add(wb.setting(settings, key));
  }
  return wb.all(declensions).flatMap((row) => {
    const { code, nominative, genitive, dative, accusative, instrumental, prepositional } = row;
    const isEmpty = [genitive, dative, accusative, instrumental, prepositional].every((form) => form === null);
    if (!isEmpty && used.has(nominative)) return [];
    return [
      {
        table: declensions,
        code,
        column: "nominative",
        what: `${nominative}: ${isEmpty ? "ни одна форма не заполнена" : "такого нет в таблице"}`,
      },
    ];
  });
}
