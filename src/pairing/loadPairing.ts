// What the pairing dialog opens with: all that the choice depends on, in two answers given at the same time.
import { diagnostics } from "../bank/diagnostics.table";
import { mentees } from "../bank/mentees.table";
import { mentors } from "../bank/mentors.table";
import { people, type Person } from "../bank/people.table";
import { compareNames, nameParts } from "../school/fullName";
import { settings } from "../school/settings.table";
import type { ReadOnlyWorkbook } from "../workbook/workbook";
import { DEFAULT_WEIGHTS } from "./choice/score";
import { acceptedCouples, storedScenarios } from "./keptScenarios";
import { pairs } from "./pairs.table";
import type { Outsider, PairingBasis, PairingMore } from "./pairingView";
import { pairingNotices } from "./pairingNotices";
import { poolOf } from "./profiles";
import { schoolYearName, termOf } from "./savePairs";
import { storedTerms } from "./terms";
import { weightsOf } from "./weights";

/** Where the settings do not say. */
const USUAL_GROUP = 5;

/** All that the choice depends on. Reads six tables and the settings, each once. */
export function loadPairing(wb: ReadOnlyWorkbook): PairingBasis {
  const terms = storedTerms(wb);
  const pool = poolOf(wb, { bans: terms.bans, wishes: [...terms.menteesWishes, ...terms.mentorsWishes] });
  const concerned = new Set([...pool.mentors, ...pool.mentees].map(({ personCode }) => personCode));
  const persons = wb.all(people).filter(({ code }) => concerned.has(code));
  const together = new Set(pool.pairs.flatMap((pair) => pair.mentees.map((mentee) => `${pair.mentor} ${mentee}`)));
  const paired = new Set(pool.pairs.flatMap((pair) => pair.mentees));
  return {
    schoolYear: schoolYearName(wb),
    today: wb.today,
    pool,
    posts: Object.fromEntries(persons.flatMap(({ code, post }) => (post === null ? [] : [[code, post]]))),
    outsiders: Object.fromEntries(persons.filter(isOutsider).map((person) => [person.code, outsider(person)])),
    birthYears: Object.fromEntries(
      persons.flatMap(({ code, birthYear }) => (birthYear === null ? [] : [[code, birthYear]])),
    ),
    schoolKind: wb.setting(settings, "schoolKind") ?? "школа",
    weights: weightsOf(wb).weights,
    usualWeights: DEFAULT_WEIGHTS,
    ...terms,
    // A pin that has come true is no decision to make any more.
    pins: terms.pins.filter(({ mentor, mentee }) => !together.has(`${mentor} ${mentee}`)),
    self: curatorAmong(wb.setting(settings, "curatorName"), persons),
    groupSize: wb.setting(settings, "groupSize") ?? USUAL_GROUP,
    term: termOf(wb),
    standing: pool.pairs.length,
    paired: pool.mentees.filter(({ code }) => paired.has(code)).length,
    problems: wb.unreadable(people, mentors, mentees, pairs, diagnostics),
    notices: pairingNotices(wb, pool),
  };
}

/** What the dialog holds beside the people. */
export function loadPairingMore(wb: ReadOnlyWorkbook): PairingMore {
  return {
    scenarios: storedScenarios(wb),
    accepted: acceptedCouples(wb),
    forms: [...wb.dictionary("mentoringForms")],
    kinds: [...wb.dictionary("mentoringKinds")],
  };
}

function isOutsider({ kind }: Person): boolean {
  return kind !== null && kind !== "штатный";
}

function outsider({ kind, workplace }: Person): Outsider {
  return { kind, workplace };
}

/** The curator among these people; nobody where the settings do not name the curator, or two people fit the name. */
function curatorAmong(name: string | null, persons: readonly Person[]): string | null {
  if (name === null) return null;
  const wanted = nameParts(name);
  const fitting = (["equal", "compatible"] as const).map((likeness) =>
    persons.filter((person) => compareNames(nameParts(person.fullName), wanted) === likeness),
  );
  const [found, second] = fitting.find((some) => some.length > 0) ?? [];
  return found === undefined || second !== undefined ? null : found.code;
}
