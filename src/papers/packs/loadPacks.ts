// «Комплект пар»: what is missing, by paper and by pair, as the sidebar shows it.
import { withdrawnPeople } from "../../bank/consentRules";
import { consents } from "../../bank/consents.table";
import { mentees } from "../../bank/mentees.table";
import { mentors } from "../../bank/mentors.table";
import type { Pair } from "../../pairing/pairs.table";
import {
  isPackComplete,
  PACK_PAPERS,
  PACK_STATE,
  type PackPaper,
  type PackPaperKey,
  packsIn,
} from "../../programmes/pairPack";
import type { ReadOnlyWorkbook } from "../../workbook/workbook";
import { ofYear } from "../labour/subjects";
import type { PackGroup, PacksView, PairPack } from "./packsView";

/** Names by code on «Педагоги», as the banks hold them: «Педагоги» itself need not be read. */
function namesIn(wb: ReadOnlyWorkbook): (code: string) => string {
  const rows = [...wb.all(mentors), ...wb.all(mentees)];
  const names = new Map(rows.map(({ person, fullName }) => [person, fullName ?? person]));
  return (code) => names.get(code) ?? code;
}

const nameOfPair = ({ mentorName, menteeNames, mentor, mentees: group }: Pair): string =>
  `${mentorName ?? mentor} — ${menteeNames ?? group.join("; ")}`;

/** What the kind of paper is about: an agreement about a person in a year, a consent about a person, the rest about the pair. */
function subjectOf(wb: ReadOnlyWorkbook, pair: Pair, { paper, person }: PackPaper): string | null {
  if (paper === "assignmentOrder" || paper === "programme") return pair.code;
  if (person === null) return null;
  return paper === "agreement" ? ofYear(wb, person) : person;
}

/** From the tabs of the banks, pairs, consents, programmes and documents, each read once. */
export function loadPacks(wb: ReadOnlyWorkbook): PacksView {
  const packs = packsIn(wb);
  const nameOf = namesIn(wb);
  const withdrawn = withdrawnPeople(wb.all(consents), wb.today);
  const groups = new Map<PackPaperKey, PackGroup>();
  for (const { pair, pack } of packs) {
    for (const paper of pack) {
      const group = groups.get(paper.paper) ?? emptyGroup(paper.paper);
      groups.set(paper.paper, group);
      const name = paper.person === null ? nameOfPair(pair) : nameOf(paper.person);
      enter(group, paper, { subject: subjectOf(wb, pair, paper), name }, paper.person, withdrawn);
    }
  }
  const views = packs.map(({ pair, pack }) => pairView(pair, pack, nameOf));
  return {
    groups: (Object.keys(PACK_PAPERS) as PackPaperKey[]).flatMap((key) => {
      const group = groups.get(key);
      return group === undefined || isNothing(group) ? [] : [group];
    }),
    pairs: [...views.filter(({ complete }) => !complete), ...views.filter(({ complete }) => complete)],
    complete: views.filter(({ complete }) => complete).length,
  };
}

const emptyGroup = (paper: PackPaperKey): PackGroup => ({
  paper,
  title: PACK_PAPERS[paper],
  missing: [],
  ending: [],
  drafts: 0,
  withdrawn: [],
});

const isNothing = ({ missing, ending, drafts, withdrawn }: PackGroup): boolean =>
  missing.length + ending.length + drafts + withdrawn.length === 0;

function enter(
  group: PackGroup,
  { state }: PackPaper,
  { subject, name }: { subject: string | null; name: string },
  person: string | null,
  withdrawn: ReadonlySet<string>,
): void {
  if (state === PACK_STATE.draft) group.drafts++;
  const isWanted = state === PACK_STATE.missing || state === PACK_STATE.withdrawn || state === PACK_STATE.ending;
  if (!isWanted || subject === null) return;
  if (person !== null && withdrawn.has(person)) {
    if (!group.withdrawn.includes(name)) group.withdrawn.push(name);
    return;
  }
  const list = state === PACK_STATE.ending ? group.ending : group.missing;
  // One person may stand in several pairs.
  if (!list.some((one) => one.subject === subject)) list.push({ subject, name });
}

function pairView(pair: Pair, pack: readonly PackPaper[], nameOf: (code: string) => string): PairPack {
  return {
    pair: pair.code,
    name: nameOfPair(pair),
    status: pair.status ?? "",
    complete: isPackComplete(pack),
    papers: pack.map(({ paper, person, state, detail, link }) => ({
      title: `${PACK_PAPERS[paper]}${person === null || paper === "agreement" ? "" : `: ${nameOf(person)}`}`,
      state,
      detail,
      link,
    })),
  };
}
