// The list of curators as people type it: addresses apart by commas, in any shape.

/** What stands in the setting. */
export interface CuratorList {
  /** In lower case, each once. */
  mails: string[];
  /** What is no address, cut short. */
  bad: string[];
}

const MOST = 50;
const LONGEST_SHOWN = 40;
const ADDRESS = /^[a-z0-9._%+-]{1,64}@(?:[a-z0-9-]{1,63}\.)+[a-z]{2,24}$/;

/** Reads the list; what is no address is told, never taken. */
export function curatorsIn(typed: string | null): CuratorList {
  const words = (typed ?? "")
    .split(/[,;\s]+/)
    .map((word) => word.replace(/^[<('"«]+|[>)'"».]+$/g, "").toLowerCase())
    .filter((word) => word !== "");
  const unique = [...new Set(words)].slice(0, MOST);
  return {
    mails: unique.filter((word) => ADDRESS.test(word)),
    bad: unique.filter((word) => !ADDRESS.test(word)).map((word) => word.slice(0, LONGEST_SHOWN)),
  };
}
