// How statuses of the register look, and which of them wait for something.

/** As on the tab «Документы». */
export const STATUS = {
  draft: "проект",
  agreed: "согласован",
  signed: "подписан",
  superseded: "заменён",
  cancelled: "отменён",
} as const;

const TONES: Readonly<Record<string, "info" | "good" | "warn" | "bad" | "accent">> = {
  [STATUS.draft]: "warn",
  [STATUS.agreed]: "accent",
  [STATUS.signed]: "good",
  [STATUS.cancelled]: "bad",
};

export function toneOf(status: string): "info" | "good" | "warn" | "bad" | "accent" {
  return TONES[status] ?? "info";
}

/** Not signed yet, and not given up. */
export function isDraft({ status }: { status: string }): boolean {
  return status === STATUS.draft || status === STATUS.agreed;
}

/** Somebody concerned has not seen the signed document: «12 из 14». */
export function isUnseen({ status, acquainted }: { status: string; acquainted: string }): boolean {
  const [done, all] = (acquainted.match(/\d+/g) ?? []).map(Number);
  return status === STATUS.signed && done !== undefined && all !== undefined && done < all;
}
