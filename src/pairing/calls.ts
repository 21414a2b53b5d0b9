// What the pairing dialog and the order sidebar may ask of the server: JSON in, JSON out.
import * as z from "zod";
import { ownTemplateOf } from "../documents/ownTemplate";
import { change, look } from "../workbook/commands";
import { assignmentOrder } from "./assignmentOrder";
import { checkOrder } from "./checkOrder";
import { loadPairing, loadPairingMore } from "./loadPairing";
import type { ConsentForm, ConsentsWanted } from "./makeConsentForms";
import { consentForms, orderDraft, orderRegistration } from "./orderCommands";
import type {
  NewScenario,
  NewTerm,
  NewWeights,
  OrderCheck,
  OrderMade,
  PairingBasis,
  PairingMore,
  PairToSave,
  SavedPairs,
  StoredScenario,
  StoredTerms,
} from "./pairingView";
import { removeScenario, saveScenario } from "./keptScenarios";
import { savePairs } from "./savePairs";
import { scenarioTerms } from "./scenarios.table";
import { saveTerms } from "./terms";
import { saveWeights } from "./weights";
import type { Weights } from "./choice/score";

/** More couples than any school has; a longer list is no list of ours. */
const MOST_COUPLES = 5_000;

const couple = z.object({ mentor: z.string().max(40), mentee: z.string().max(40) });
const pairToSave = z.object({
  mentor: z.string().max(40),
  mentees: z.array(z.string().max(40)).min(1).max(50),
  form: z.string().max(200).nullable(),
  kinds: z.array(z.string().max(200)).max(20),
  directions: z.array(z.string().max(200)).max(50),
  goals: z.string().max(5_000),
  meetingOn: z.string().max(10),
  channel: z.string().max(500),
  mirrors: z.boolean(),
  second: z.boolean().default(false),
});
const wantedPairs = z.object({ pairs: z.array(pairToSave).max(MOST_COUPLES) });

const newTerms = z.object({
  add: z
    .array(couple.extend({ kind: z.enum(["pin", "ban", "menteesWish", "mentorsWish"]), note: z.string().max(2_000) }))
    .max(600),
  remove: z.array(z.string().max(40)).max(600),
});
const newScenario = z.object({
  name: z.string().max(100),
  terms: scenarioTerms.omit({ accepted: true }),
  pairs: z.array(couple).max(3_000),
  replaces: z.string().max(40).nullable(),
});
const newWeights = scenarioTerms.shape.weights.nullable();

export const pairingCalls = {
  loadPairing: (): PairingBasis => look(loadPairing),
  loadPairingMore: (): PairingMore => look(loadPairingMore),
  /** All of the pairs, or none of them. */
  savePairs: (input: { pairs: readonly PairToSave[] }): SavedPairs => {
    const { pairs } = wantedPairs.parse(input);
    return change("Подбор пар", (wb) => savePairs(wb, pairs));
  },
  /** All decisions as they are then. */
  saveTerms: (input: { add: readonly NewTerm[]; remove: readonly string[] }): StoredTerms => {
    const wanted = newTerms.parse(input);
    return change("Условия подбора", (wb) => saveTerms(wb, wanted));
  },
  saveScenario: (input: NewScenario): StoredScenario[] => {
    const wanted = newScenario.parse(input);
    return change("Вариант подбора", (wb) => saveScenario(wb, wanted));
  },
  removeScenario: (input: string): StoredScenario[] => {
    const wanted = z.string().max(40).parse(input);
    return change("Вариант подбора", (wb) => removeScenario(wb, wanted));
  },
  /** Null for the usual weights. */
  saveWeights: (input: NewWeights): Weights => {
    const wanted = newWeights.parse(input);
    return change("Веса подбора", (wb) => saveWeights(wb, wanted));
  },
  loadOrder: (): OrderCheck => look(checkOrder),
  /** Blank consents to print, by person. */
  makeConsentForms: (input: { people: readonly ConsentsWanted[] }): ConsentForm[] =>
    consentForms.ask(consentForms.params.parse(input)),
  makeOrder: (input: { pairs: readonly string[] }): OrderMade => orderDraft.ask(orderDraft.params.parse(input)),
  /** The school's own template of the order. */
  editOrderTemplate: (): { link: string } => change("Свой шаблон приказа", (wb) => ownTemplateOf(wb, assignmentOrder)),
  /** An empty number asks for the next one by the pattern in the settings. */
  registerOrder: (input: { document: string; number: string; signedOn: string }): OrderMade =>
    orderRegistration.ask(orderRegistration.params.parse(input)),
};
