// Who may change the tabs with contacts and answers: the owner and the curators whom the settings name.
import * as z from "zod";
import { guardTabs, protectedTabs } from "../google/protection";
import { openBook, type SheetTab } from "../google/sheets";
import { type Memory, openMemory } from "../workbook/memory";
import type { AnyTab } from "../workbook/tabs";
import { curatorsIn } from "./curators";
import type { StartCheck } from "./startView";

/** What decides who is let in. */
interface Rights {
  readonly curators: string | null;
  readonly ownerEmail: string | null;
}

/** What was done last: for whom, on which tabs, and what could not be done. */
const doneSchema = z.object({ state: z.string(), refused: z.array(z.string()), foreign: z.array(z.string()) });

/** Everybody who may change the protected tabs, beside the workbook's owner. */
function allowedBy({ curators, ownerEmail }: Rights): string[] {
  const mails = [...curatorsIn(curators).mails, ...(ownerEmail === null ? [] : [ownerEmail.toLowerCase()])];
  return [...new Set(mails)].sort();
}

function personalTabs(tabs: readonly AnyTab[], memory: Memory): SheetTab[] {
  const book = openBook();
  return tabs
    .filter((tab) => tab.personal === true)
    .flatMap((tab) => book.tab(tab.tab, () => memory.tabId(tab.key)) ?? []);
}

function stateOf(guarded: readonly SheetTab[], rights: Rights): string {
  return [...allowedBy(rights), ...guarded.map(({ id }) => id)].join(" ");
}

function lastDone(memory: Memory): z.infer<typeof doneSchema> | null {
  try {
    return doneSchema.safeParse(JSON.parse(memory.access())).data ?? null;
  } catch {
    return null;
  }
}

/** Whether the tabs are protected for those whom the settings name. Calls: the properties. */
export function accessIsKept(tabs: readonly AnyTab[], rights: Rights): boolean {
  const memory = openMemory();
  return lastDone(memory)?.state === stateOf(personalTabs(tabs, memory), rights);
}

/**
 * Protects the tabs with contacts and answers, unless that has been done. @returns what was done, in Russian sentences
 */
export function keepAccess(tabs: readonly AnyTab[], rights: Rights): string[] {
  const memory = openMemory();
  const guarded = personalTabs(tabs, memory);
  const state = stateOf(guarded, rights);
  const done = lastDone(memory);
  if (done?.state === state && protectedTabs() >= guarded.length) return [];
  const report = guardTabs(guarded, allowedBy(rights));
  memory.setAccess(JSON.stringify({ state, ...report }));
  memory.save();
  return ["Вкладки с контактами и ответами защищены: изменяют их только владелец таблицы и кураторы."];
}

/** One line of the wizard. Calls: the properties, the protections. */
export function accessCheck(tabs: readonly AnyTab[], rights: Rights): StartCheck {
  const memory = openMemory();
  const guarded = personalTabs(tabs, memory);
  const done = lastDone(memory);
  const isKept = done?.state === stateOf(guarded, rights) && protectedTabs() >= guarded.length;
  const { mails, bad } = curatorsIn(rights.curators);
  const faults = [
    ...(isKept ? [] : ["Защита вкладок не соответствует списку кураторов."]),
    ...(bad.length > 0 ? [`Не похоже на адреса почты: ${bad.join(", ")}.`] : []),
    ...(done && done.refused.length > 0 ? [`Google не принял адреса: ${done.refused.join(", ")}.`] : []),
  ];
  const foreign = done?.foreign ?? [];
  const detail = [
    ...faults,
    mails.length > 0
      ? `Контакты и ответы изменяют владелец таблицы и ${mails.join(", ")}.`
      : "Контакты и ответы изменяет только владелец таблицы.",
    ...(foreign.length > 0 ? [`Свою защиту Вы поставили сами: ${foreign.join(", ")}.`] : []),
    "Защита не скрывает вкладки: видит их каждый, кому открыта таблица.",
  ];
  return { title: "Доступ", ok: faults.length === 0, detail: detail.join(" ") };
}
