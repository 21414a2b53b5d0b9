// «Шаблоны»: the school's own templates, their tags, and what is wrong with them.
import { Empty } from "../shared/components";

export function Templates() {
  return <Empty title="Шаблоны встроены в программу" />;
}
