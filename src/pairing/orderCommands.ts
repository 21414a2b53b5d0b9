// The papers of pairs as commands that need the owner's files: done at once by the owner, handed on by others.
import * as z from "zod";
import { CONSENT_KINDS } from "../bank/consents.table";
import { Stop } from "../google/stop";
import { defineOwnersCommand } from "../school/filesOwner";
import { isCalendarDate, type CalendarDate } from "../workbook/calendarDate";
import { makeConsentForms } from "./makeConsentForms";
import { makeOrder, orderToRegister, pairsForOrder, registerOrder } from "./makeOrder";

/** More pairs and people than any school has; a longer list is no list of ours. */
const MOST = 5_000;
const code = z.string().max(40);

/** Blank consents to print, by person. */
export const consentForms = defineOwnersCommand({
  key: "consentForms",
  title: "Бланки согласий",
  params: z.object({
    people: z.array(z.object({ person: code, kinds: z.array(z.enum(CONSENT_KINDS)) })).max(MOST),
  }),
  do: (wb, { people }) => makeConsentForms(wb, people),
});

export const orderDraft = defineOwnersCommand({
  key: "orderDraft",
  title: "Проект приказа о закреплении пар",
  params: z.object({ pairs: z.array(code).max(MOST) }),
  check: (wb, { pairs }) => {
    pairsForOrder(wb, pairs);
  },
  do: (wb, { pairs }) => makeOrder(wb, pairs),
});

/** An empty number asks for the next one by the pattern in the settings. */
export const orderRegistration = defineOwnersCommand({
  key: "orderRegistration",
  title: "Регистрация приказа о закреплении пар",
  params: z.object({ document: code, number: z.string().max(60), signedOn: z.string().max(10) }),
  check: (wb, { document, signedOn }) => {
    orderToRegister(wb, document);
    dayOfOrder(signedOn);
  },
  do: (wb, { document, number, signedOn }) =>
    registerOrder(wb, document, number.trim() === "" ? null : number.trim(), dayOfOrder(signedOn)),
});

function dayOfOrder(typed: string): CalendarDate {
  if (!isCalendarDate(typed)) throw new Stop("Дата приказа не указана.", "Выберите дату и повторите.");
  return typed;
}
