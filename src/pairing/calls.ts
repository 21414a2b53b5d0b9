// What the pairing dialog and the order sidebar may ask of the server: JSON in, JSON out.
import * as z from "zod";
import { CONSENT_KINDS } from "../bank/consents.table";
import { ownTemplateOf } from "../documents/ownTemplate";
import { Stop } from "../google/stop";
import { isCalendarDate } from "../workbook/calendarDate";
import { change, look } from "../workbook/commands";
import { assignmentOrder } from "./assignmentOrder";
import { checkOrder } from "./checkOrder";
import { explainPair, loadPairing, proposeAll } from "./loadPairing";
import { type ConsentForm, type ConsentsWanted, makeConsentForms } from "./makeConsentForms";
import { makeOrder, registerOrder } from "./makeOrder";
import type {
  Couple,
  OrderCheck,
  OrderMade,
  PairingChoices,
  PairingView,
  ProposalView,
  SavedPairs,
  WhyNot,
} from "./pairingView";
import { savePairs } from "./savePairs";

/** More couples than any school has; a longer list is no list of ours. */
const MOST_COUPLES = 5_000;

const couple = z.object({ mentor: z.string().max(40), mentee: z.string().max(40) });
const couples = z.array(couple).max(MOST_COUPLES);
const choicesInput = z.object({ pins: couples.optional(), bans: couples.optional() });

const registrationInput = z.object({
  document: z.string().max(40),
  number: z.string().max(60),
  signedOn: z.string().max(10),
});

const consentsInput = z.object({
  people: z.array(z.object({ person: z.string().max(40), kinds: z.array(z.enum(CONSENT_KINDS)) })).max(MOST_COUPLES),
});

function choicesOf(input: unknown): PairingChoices {
  const { pins = [], bans = [] } = choicesInput.parse(input ?? {});
  return { pins, bans };
}

export const pairingCalls = {
  loadPairing: (): PairingView => look(loadPairing),
  proposeAll: (input: PairingChoices): ProposalView => {
    const choices = choicesOf(input);
    return look((wb) => proposeAll(wb, choices));
  },
  whyNot: (input: Couple, choices: PairingChoices = {}): WhyNot => {
    const asked = couple.parse(input);
    const decided = choicesOf(choices);
    return look((wb) => explainPair(wb, asked, decided));
  },
  savePairs: (input: readonly Couple[]): SavedPairs => {
    const wanted = couples.parse(input);
    return change("Подбор пар", (wb) => savePairs(wb, wanted));
  },
  loadOrder: (): OrderCheck => look(checkOrder),
  /** Blank consents to print, by person. */
  makeConsentForms: (input: { people: readonly ConsentsWanted[] }): ConsentForm[] => {
    const { people } = consentsInput.parse(input);
    return change("Бланки согласий", (wb) => makeConsentForms(wb, people));
  },
  makeOrder: (input: { pairs: readonly string[] }): OrderMade => {
    const { pairs } = z.object({ pairs: z.array(z.string().max(40)).max(MOST_COUPLES) }).parse(input);
    return change("Проект приказа о закреплении пар", (wb) => makeOrder(wb, pairs));
  },
  /** The school's own template of the order. */
  editOrderTemplate: (): { link: string } =>
    change("Свой шаблон приказа", (wb) => ownTemplateOf(wb, assignmentOrder, "orderTemplate")),
  /** An empty number asks for the next one by the pattern in the settings. */
  registerOrder: (input: { document: string; number: string; signedOn: string }): OrderMade => {
    const { document, number, signedOn } = registrationInput.parse(input);
    if (!isCalendarDate(signedOn)) throw new Stop("Дата приказа не указана.", "Выберите дату и повторите.");
    return change("Регистрация приказа о закреплении пар", (wb) =>
      registerOrder(wb, document, number.trim() === "" ? null : number.trim(), signedOn),
    );
  },
};
