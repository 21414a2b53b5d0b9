// Deletes a person's data: shows first what goes, what stays and why, then does it; may be interrupted and repeated.
import * as z from "zod";
import { people, type Person } from "../../bank/people.table";
import { binFiles } from "../../google/drive";
import { deleteResponses } from "../../google/forms";
import { Stop } from "../../google/stop";
import { defineOwnersCommand } from "../../school/filesOwner";
import type { DocumentRecord } from "../../documents/documents.table";
import type { ReadOnlyWorkbook, Workbook } from "../../workbook/workbook";
import { DELETION_REASONS, type DeletionDone, type DeletionInput, type DeletionPreview } from "./deletionView";
import { planDeletion, type DeletionPlan, type Operation } from "./planDeletion";

/** What lies outside the workbook; a test gives its own. */
export interface Outside {
  /** Gives how many responses could not be deleted; null if the form is out of reach. */
  readonly deleteResponses: (formId: string, responses: readonly string[]) => number | null;
  readonly binFiles: (fileIds: readonly string[]) => void;
}
const GOOGLE: Outside = { deleteResponses, binFiles };

const ACT =
  "Составьте акт об уничтожении персональных данных (приказ Роскомнадзора от 28.10.2022 № 179): основание и состав — в этом списке.";
const OUT_OF_REACH = [
  "История версий Google Таблицы хранит прежние значения ячеек: Google удаляет её только вместе с файлом.",
  "Отправленные письма остаются в почте: удалите их в папке «Отправленные».",
  "Вкладки и столбцы, которые Вы добавили сами, программа не просматривает.",
];

/** Everything about the person and what will become of it. @param archives files of earlier school years */
export function previewDeletion(
  wb: ReadOnlyWorkbook,
  code: string,
  archives: readonly DocumentRecord[],
): DeletionPreview {
  const plan = planDeletion(wb, personOf(wb, code), DELETION_REASONS[0]);
  return {
    person: code,
    fullName: plan.person.fullName,
    blocks: plan.standing.map(
      (pair) => `${pair.code}: ${pair.mentorName ?? pair.mentor} — ${pair.menteeNames ?? pair.mentees.join("; ")}`,
    ),
    goes: goesIn(plan),
    stays: staysIn(plan),
    byHand: [
      ...archives.map(({ heading }) => `Найдите строки этого человека в файле «${heading ?? ""}» и удалите их.`),
      ...sharedIn(plan),
      ACT,
      ...OUT_OF_REACH,
    ],
    done: plan.operations.length === 0,
  };
}

/** The deletion as a command that needs the owner's forms and files. */
export const personDeletion = defineOwnersCommand({
  key: "personDeletion",
  title: "Удаление сведений о человеке",
  // The surname is checked before and is not kept: a job's row must not name anybody.
  params: z.object({ person: z.string().max(40), reason: z.enum(DELETION_REASONS) }),
  needsFiles: (wb, { person, reason }) => {
    const { responses, files } = planDeletion(wb, personOf(wb, person), reason);
    return responses.size > 0 || files.length > 0;
  },
  check: (wb, { person, reason }) => {
    refuseStanding(planDeletion(wb, personOf(wb, person), reason));
  },
  do: (wb, { person, reason }) => deletePerson(wb, person, reason),
});

/**
 * Deletes what is to go. Answers in Google Forms and drafts on Drive go first, then the rows; the person's own row last,
 * so that whatever an interruption has left can be deleted by giving the command again. «Журнал» names nobody.
 *
 * @throws Stop while a pair of the person stands
 */
export function deletePerson(
  wb: Workbook,
  code: string,
  reason: DeletionInput["reason"],
  outside: Outside = GOOGLE,
): DeletionDone {
  const plan = planDeletion(wb, personOf(wb, code), reason);
  refuseStanding(plan);
  const left = [...plan.responses].flatMap(([formId, ids]) => {
    const failed = outside.deleteResponses(formId, ids);
    if (failed === 0) return [];
    const form = `https://docs.google.com/forms/d/${formId}/edit#responses`;
    return [
      failed === null
        ? `Форма недоступна этой учётной записи; если она существует, удалите в ней ответы этого человека: ${form}`
        : `Удалите ответы этого человека в форме: ${form}`,
    ];
  });
  if (plan.files.length > 0) outside.binFiles(plan.files);
  const removed = plan.operations.filter(({ cells }) => cells === null).length;
  const cleared = new Set(plan.operations.flatMap(({ code: row, cells }) => (cells === null ? [] : [row]))).size;
  // The engine writes cells before it deletes rows; by the person's own row all others can be found, so it comes last.
  for (const stage of STAGES) {
    plan.operations.filter(stage).forEach((operation) => {
      carryOut(wb, operation);
    });
    wb.save();
  }
  wb.note({ what: `Удалены сведения о человеке (${reason}): строк — ${removed}, очищено строк — ${cleared}` });
  return { removed, cleared, byHand: [...left, ...sharedIn(plan), ACT] };
}

const STAGES: readonly ((operation: Operation) => boolean)[] = [
  ({ table, cells }) => table.key !== people.key && cells !== null,
  ({ table, cells }) => table.key !== people.key && cells === null,
  ({ table }) => table.key === people.key,
];

function carryOut(wb: Workbook, { table, code, cells }: Operation): void {
  if (cells === null) wb.remove(table, code);
  else for (const key of Object.keys(cells)) wb.retype(table, code, key, cells[key] ?? "");
}

/** Refuses unless the curator has typed the surname of this person. @throws Stop */
export function confirmSurname(
  wb: ReadOnlyWorkbook,
  { person, surname }: Pick<DeletionInput, "person" | "surname">,
): void {
  const [expected = ""] = plain(personOf(wb, person).fullName).split(" ");
  if (plain(surname) === expected) return;
  throw new Stop("Фамилия не совпадает.", "Введите фамилию этого человека так, как она записана в таблице.");
}

function personOf(wb: ReadOnlyWorkbook, code: string): Person {
  const person = wb.find(people, code);
  if (person) return person;
  throw new Stop("Этого человека в таблице уже нет.", "Закройте панель, откройте её снова и выберите человека.");
}

function refuseStanding({ standing }: DeletionPlan): void {
  if (standing.length === 0) return;
  throw new Stop(
    `У человека есть незавершённые пары: ${standing.map(({ code }) => code).join(", ")}.`,
    "Завершите или передайте их в «Карточке педагога», затем повторите удаление.",
  );
}

function goesIn({ operations, responses, files }: DeletionPlan): string[] {
  const counts = new Map<string, Set<string>>();
  for (const { table, code, cells } of operations) {
    const key = cells === null ? `${table.tab}: строк` : `${table.tab}: очищается строк`;
    counts.set(key, (counts.get(key) ?? new Set()).add(code));
  }
  const replies = [...responses.values()].reduce((sum, ids) => sum + ids.length, 0);
  return [
    ...(replies > 0 ? [`Ответы в Google Формах — ${replies}`] : []),
    ...(files.length > 0 ? [`Проекты документов о нём на Google Диске (в корзину) — ${files.length}`] : []),
    ...[...counts].map(([what, { size }]) => `${what} — ${size}`),
  ];
}

function staysIn({ kept }: DeletionPlan): DeletionPreview["stays"] {
  const lines = [
    {
      count: kept.documents.length,
      what: `Подписанные приказы и документы: ${kept.documents.length}`,
      why: "Документы по личному составу хранятся 50 лет (125-ФЗ, ст. 22.1).",
    },
    {
      count: kept.pairs.length,
      what: `Пары из приказов: ${kept.pairs.length}`,
      why: "Без них приказ не прочитать; основания выбора и пометки очищаются.",
    },
    {
      count: kept.consents,
      what: `Согласия: ${kept.consents}`,
      why: "Три года после окончания: ими школа доказывает, что обрабатывала данные законно (152-ФЗ, ст. 9 ч. 3). Действующие отмечаются отозванными.",
    },
    {
      count: kept.row === null ? 0 : 1,
      what: kept.row?.includes("post") === true ? "Фамилия, имя, отчество и должность" : "Фамилия, имя, отчество",
      why: "Чтобы было видно, к кому относятся хранимые документы. Всё остальное в строке очищается.",
    },
    { count: 1, what: "Записи в «Журнале»", why: "В них нет имён: только время, действие и коды." },
  ];
  return lines.filter(({ count }) => count > 0).map(({ what, why }) => ({ what, why }));
}

function sharedIn({ shared, groups }: DeletionPlan): string[] {
  return [
    ...shared.map(
      ({ code, heading }) => `Обновите или удалите проект ${code} «${heading ?? ""}»: в нём есть и другие люди.`,
    ),
    ...groups.map(({ code }) => `Проверьте тексты группы ${code}: они общие с другими наставляемыми.`),
  ];
}

function plain(text: string): string {
  return text.trim().toLowerCase().replace(/ё/g, "е").replace(/\s+/g, " ");
}
