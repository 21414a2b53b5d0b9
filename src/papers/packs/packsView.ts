// What «Комплект пар» is told, as plain JSON.

/** A paper that some pairs lack. */
export interface PackGroup {
  /** Key of the kind in the catalogue. */
  paper: string;
  title: string;
  /** Whose or for which pair it is missing: subjects of the kind, each once. */
  missing: { subject: string; name: string }[];
  /** Whose runs out before the pair ends, and has to be renewed. */
  ending: { subject: string; name: string }[];
  /** How many wait for a signature or approval. */
  drafts: number;
  /** Whose cannot be made: the consent to the use of their data is withdrawn. */
  withdrawn: string[];
}

/** A pair with its papers. */
export interface PairPack {
  pair: string;
  name: string;
  status: string;
  complete: boolean;
  papers: { title: string; state: string; detail: string; link: string | null }[];
}

export interface PacksView {
  /** In the order in which papers are needed; those that nobody lacks are left out. */
  groups: PackGroup[];
  /** Incomplete ones first. */
  pairs: PairPack[];
  complete: number;
}
