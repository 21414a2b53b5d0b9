// Ids that look like Google's and are the same for the same history of a world, so that tests and demos repeat.
import { createHash } from "node:crypto";
import type { World } from "./contract";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const DIGITS = "0123456789";
const HEX = "0123456789abcdef";

type IdKind = Parameters<World["newId"]>[0];

/** How Google's ids of each kind look: a fixed start, an alphabet, a whole length. */
const SHAPES: Record<IdKind, { start: string; alphabet: string; length: number }> = {
  file: { start: "1", alphabet: LETTERS, length: 44 },
  form: { start: "1", alphabet: LETTERS, length: 44 },
  response: { start: "2_ABaOnu", alphabet: LETTERS, length: 86 },
  // Item ids fit a 32-bit number: the first digit keeps them there.
  item: { start: "1", alphabet: DIGITS, length: 10 },
  mail: { start: "1", alphabet: HEX, length: 16 },
  trigger: { start: "4", alphabet: DIGITS, length: 19 },
  script: { start: "1", alphabet: LETTERS, length: 57 },
  permission: { start: "1", alphabet: DIGITS, length: 20 },
  chart: { start: "1", alphabet: DIGITS, length: 9 },
  other: { start: "", alphabet: HEX, length: 32 },
};

/** The id number `ordinal` of a world with that seed. */
export function idFor(kind: IdKind, seed: string, ordinal: number): string {
  const { start, alphabet, length } = SHAPES[kind];
  let id = start;
  for (let block = 0; id.length < length; block += 1) {
    const digest = createHash("sha256").update(`${seed}/${kind}/${ordinal}/${block}`).digest();
    for (const byte of digest) {
      if (id.length < length) id += alphabet.charAt(byte % alphabet.length);
    }
  }
  return id;
}
