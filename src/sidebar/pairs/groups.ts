// The groups of «Ход пар» in the order of urgency, and the search in them.
import type { CourseGroup, CoursePair } from "../../programmes/course/courseView";

interface GroupSpec {
  key: CourseGroup;
  title: string;
  tone: "bad" | "warn" | "info" | "good";
  /** Open at first. */
  open: boolean;
}

export const GROUPS: readonly GroupSpec[] = [
  { key: "broken", title: "Нужно исправить", tone: "bad", open: true },
  { key: "overdue", title: "Срок вышел", tone: "bad", open: true },
  { key: "toReplace", title: "Ждут нового наставника", tone: "warn", open: true },
  { key: "council", title: "Ждут рекомендации совета", tone: "info", open: true },
  { key: "consents", title: "Ждут согласий", tone: "info", open: true },
  { key: "order", title: "Ждут приказа", tone: "info", open: true },
  { key: "soon", title: "Срок истекает в ближайшие 14 дней", tone: "warn", open: true },
  { key: "paused", title: "На паузе", tone: "info", open: true },
  { key: "active", title: "Действуют", tone: "good", open: false },
  { key: "over", title: "Завершены", tone: "info", open: false },
];

/** Pairs in which every typed word occurs, in any case, with «е» for «ё». */
export function found(pairs: readonly CoursePair[], typed: string): CoursePair[] {
  const words = plain(typed)
    .split(/\s+/)
    .filter((word) => word !== "");
  return pairs.filter((pair) => {
    const text = plain(`${pair.code} ${pair.mentorName} ${pair.menteeNames}`);
    return words.every((word) => text.includes(word));
  });
}

function plain(text: string): string {
  return text.toLowerCase().replace(/ё/g, "е");
}
