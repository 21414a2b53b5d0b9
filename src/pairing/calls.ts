// What the pairing dialog and the order sidebar may ask of the server: JSON in, JSON out.
import * as z from "zod";
import { ownTemplateOf } from "../documents/ownTemplate";
import { change, look } from "../workbook/commands";
import { assignmentOrder } from "./assignmentOrder";
import { checkOrder } from "./checkOrder";
import { explainPair, loadPairing, proposeAll } from "./loadPairing";
import type { ConsentForm, ConsentsWanted } from "./makeConsentForms";
import { consentForms, orderDraft, orderRegistration } from "./orderCommands";
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
  makeConsentForms: (input: { people: readonly ConsentsWanted[] }): ConsentForm[] =>
    consentForms.ask(consentForms.params.parse(input)),
  makeOrder: (input: { pairs: readonly string[] }): OrderMade => orderDraft.ask(orderDraft.params.parse(input)),
  /** The school's own template of the order. */
  editOrderTemplate: (): { link: string } =>
    change("Свой шаблон приказа", (wb) => ownTemplateOf(wb, assignmentOrder, "orderTemplate")),
  /** An empty number asks for the next one by the pattern in the settings. */
  registerOrder: (input: { document: string; number: string; signedOn: string }): OrderMade =>
    orderRegistration.ask(orderRegistration.params.parse(input)),
};
