// What «Комплект пар» is told, as plain JSON: in two halves that are read at once, joined in the page.

/** Whom or what a paper is missing for. */
export interface PackSubject {
  /** Of the kind of paper. */
  subject: string;
  name: string;
  /** Code on «Педагоги» of the one whose paper it is; null for a pair's. */
  person: string | null;
}

/** A paper that some pairs lack. */
export interface PackGroup {
  /** Key of the kind in the catalogue. */
  paper: string;
  title: string;
  /** Each subject once. */
  missing: PackSubject[];
  /** Whose runs out before the pair ends, and has to be renewed. */
  ending: PackSubject[];
  /** How many wait for a signature or approval. */
  drafts: number;
  /** Whose cannot be made: the consent to the use of their data is withdrawn. */
  withdrawn: string[];
}

/** A paper of a pair; what there is not to say is left out. */
interface PairPaper {
  title: string;
  state: string;
  detail?: string;
  link?: string;
}

/** A pair with its papers. */
export interface PairPack {
  pair: string;
  name: string;
  status: string;
  complete: boolean;
  papers: PairPaper[];
}

export interface PacksView {
  /** In the order in which papers are needed; those that nobody lacks are left out. */
  groups: PackGroup[];
  /** Incomplete ones first. */
  pairs: PairPack[];
  /** Codes on «Педагоги» of those who have withdrawn the consent to the use of their data. */
  withdrawn: string[];
}

/** The two halves as one: nothing is asked for from whoever has withdrawn the consent. */
export function joinPacks(consents: PacksView, others: PacksView): PacksView {
  const withdrawn = new Set(consents.withdrawn);
  const rest = new Map(others.pairs.map((pack) => [pack.pair, pack]));
  const joined = consents.pairs.flatMap((pack): PairPack[] => {
    const other = rest.get(pack.pair);
    // A pair that was written down between the two readings is shown next time.
    if (other === undefined) return [];
    return [{ ...pack, complete: pack.complete && other.complete, papers: [...pack.papers, ...other.papers] }];
  });
  return {
    groups: [...consents.groups, ...others.groups].flatMap((group) => askable(group, withdrawn)),
    pairs: [...joined.filter(({ complete }) => !complete), ...joined.filter(({ complete }) => complete)],
    withdrawn: consents.withdrawn,
  };
}

function askable(group: PackGroup, withdrawn: ReadonlySet<string>): PackGroup[] {
  const isAway = ({ person }: PackSubject): boolean => person !== null && withdrawn.has(person);
  const away = [...group.missing, ...group.ending].filter(isAway).map(({ name }) => name);
  const asked = {
    ...group,
    missing: group.missing.filter((one) => !isAway(one)),
    ending: group.ending.filter((one) => !isAway(one)),
    withdrawn: [...new Set([...group.withdrawn, ...away])],
  };
  return asked.missing.length + asked.ending.length + asked.drafts + asked.withdrawn.length > 0 ? [asked] : [];
}
