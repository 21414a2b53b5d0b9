// Orders of the head and the acts that they approve, as kinds.
import type { AnyPaperKind } from "../paperKind";
import { approvalOrderKind } from "./approvalOrder";
import { councilOrderKind } from "./councilOrder";
import { regulationKind } from "./regulation";
import { roadmapKind } from "./roadmap";

export const ACTS: readonly AnyPaperKind[] = [approvalOrderKind, regulationKind, roadmapKind, councilOrderKind];
