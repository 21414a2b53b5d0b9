// «Комплект пар»: which papers each pair has, and which the law or the school still wants.
import { Empty } from "../shared/components";

/** @param onOpen opens «Подготовить» at a kind of paper, about a subject (a pair's or a person's code) */
export function Packs(_: { onOpen: (kind: string, subject: string | null) => void }) {
  return <Empty title="Пар пока нет" />;
}
