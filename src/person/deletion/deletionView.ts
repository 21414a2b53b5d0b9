// What the sidebar «Архив и удаление» shows of a deletion, as plain data. No zod here: the browser uses it too.

/** Why the person's data are deleted; both end their use (152-ФЗ ст. 21 ч. 4, 5). */
export const DELETION_REASONS = ["отзыв согласия", "цель обработки достигнута"] as const;
export type DeletionReason = (typeof DELETION_REASONS)[number];

/** Something that goes, or stays, with the reason. */
export interface DeletionLine {
  what: string;
  why: string;
}

export interface DeletionPreview {
  person: string;
  fullName: string;
  /** Pairs that must be ended first: «П-2026-03: Петрова А. И. — Сидоров И. С.». */
  blocks: string[];
  /** What is deleted for good: «Ответы на анкеты: 4». */
  goes: string[];
  /** What the law or the orders keep. */
  stays: DeletionLine[];
  /** What the program cannot reach. */
  byHand: string[];
  /** True if nothing is left to delete. */
  done: boolean;
}

export interface DeletionInput {
  person: string;
  /** Typed by the curator. */
  surname: string;
  reason: DeletionReason;
}

export interface DeletionDone {
  removed: number;
  cleared: number;
  byHand: string[];
}
