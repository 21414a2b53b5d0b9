// docs/metki.md says what the code does.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { tagGuide } from "./tag-guide";

test("the guide to tags is up to date (renew it: npm run docs:tags)", () => {
  expect(readFileSync(join(__dirname, "../docs/metki.md"), "utf8")).toBe(tagGuide());
});

test("every filter is explained with an example that it really gives", () => {
  const guide = tagGuide();
  expect(guide).toContain("| винительный | кого? что? | `{наставник\\|винительный}` | Петрову Анну Ивановну |");
  expect(guide).toContain(
    "| счёт | число со словом в нужной форме | `{месяцев\\|счёт: месяц, месяца, месяцев}` | 8 месяцев |",
  );
});
