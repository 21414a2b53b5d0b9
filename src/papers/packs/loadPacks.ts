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
  type PackHalf,
  type PackPaper,
  type PackPaperKey,
  packsIn,
} from "../../programmes/pairPack";
import type { ReadOnlyWorkbook } from "../../workbook/workbook";
import { subjectOfYear } from "../labour/subjects";
import type { PackGroup, PacksView, PackSubject, PairPack } from "./packsView";

/** Names by code on «Педагоги», as the banks hold them: «Педагоги» itself need not be read. */
function namesIn(wb: ReadOnlyWorkbook, half: PackHalf): (code: string) => string {
  const rows = half === "others" ? wb.all(mentors) : [...wb.all(mentors), ...wb.all(mentees)];
  const names = new Map(rows.map(({ person, fullName }) => [person, fullName ?? person]));
  return (code) => names.get(code) ?? code;
}

const nameOfPair = ({ mentorName, menteeNames, mentor, mentees: group }: Pair): string =>
  `${mentorName ?? mentor} — ${menteeNames ?? group.join("; ")}`;

/** What the kind of paper is about: an agreement about a person in a year, a consent about a person, the rest about the pair. */
function subjectOf(pair: Pair, { paper, person }: PackPaper, schoolYear: string): string | null {
  if (paper === "assignmentOrder" || paper === "programme") return pair.code;
  if (person === null) return null;
  return paper === "agreement" ? subjectOfYear(person, schoolYear) : person;
}

/**
 * One half of the packs. Consents come from five tabs with the banks and the register; the others from five as well.
 *
 * @param schoolYear «2026/2027», as the page has been told when it opened
 */
export function loadPacks(wb: ReadOnlyWorkbook, half: PackHalf, schoolYear: string): PacksView {
  const packs = packsIn(wb, half);
  const nameOf = namesIn(wb, half);
  const groups = new Map<PackPaperKey, PackGroup>();
  for (const { pair, pack } of packs) {
    for (const paper of pack) {
      const group = groups.get(paper.paper) ?? emptyGroup(paper.paper);
      groups.set(paper.paper, group);
      const subject = subjectOf(pair, paper, schoolYear);
      const name = paper.person === null ? nameOfPair(pair) : nameOf(paper.person);
      enter(group, paper, subject === null ? null : { subject, name, person: paper.person });
    }
  }
  return {
    groups: (Object.keys(PACK_PAPERS) as PackPaperKey[]).flatMap((key) => groups.get(key) ?? []),
    pairs: packs.map(({ pair, pack }) => pairView(pair, pack, nameOf)),
    withdrawn: half === "consents" ? [...withdrawnPeople(wb.all(consents), wb.today)] : [],
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

function enter(group: PackGroup, { state }: PackPaper, about: PackSubject | null): void {
  if (state === PACK_STATE.draft) group.drafts++;
  const isMissing = state === PACK_STATE.missing || state === PACK_STATE.withdrawn;
  if (about === null || !(isMissing || state === PACK_STATE.ending)) return;
  const list = isMissing ? group.missing : group.ending;
  // One person may stand in several pairs.
  if (!list.some(({ subject }) => subject === about.subject)) list.push(about);
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
      ...(detail === "" ? {} : { detail }),
      ...(link === null ? {} : { link }),
    })),
  };
}
