// What «Проверка данных» costs in a school with years of data: reads, processor time, and a mend of a thousand cells.
import { mentees } from "../src/bank/mentees.table";
import { people } from "../src/bank/people.table";
import { checkData } from "../src/dataCheck/checkData";
import type { ProposedMend } from "../src/dataCheck/dataCheckView";
import { answers } from "../src/questionnaires/answers.table";
import { forms } from "../src/questionnaires/forms.table";
import { FINAL_MENTEE } from "../src/surveys/finalQuestionnaires";
import { TABS } from "../src/tables";
import { LargeSchool } from "./largeSchool";
import { cpuOf, type Line } from "./line";

const ANSWERS = 5000;
/** One read a tab, and one for what the add-on remembers. */
const CALLS = TABS.length + 1;

/** The whole check, and mending every telephone of the school. */
export function dataCheckLines(bundle: string): Line[] {
  const school = new LargeSchool(bundle, { people: 1000, mentors: 200, mentees: 400, pairs: 400, status: "действует" });
  school.write((wb) => {
    for (const [index, { code }] of wb.all(people).entries()) {
      wb.update(people, code, { phone: `8 (916) ${100 + (index % 900)}-${10 + (index % 90)}-25` });
    }
    const form = wb.add(forms, { questionnaire: FINAL_MENTEE, schoolYear: "2026/2027", status: "открыта" });
    const persons = wb.all(mentees).map(({ person }) => person);
    for (let index = 0; index < ANSWERS; index++) {
      wb.add(answers, {
        form: form.code,
        questionnaire: form.questionnaire,
        person: persons[index % persons.length] ?? null,
        answeredAt: "2026-09-10T10:00:00+03:00",
        status: "учтён",
        values: { overall: 8, comment: "Наставник помог с планированием занятий и с документацией." },
      });
    }
  });
  const size = "1,000 people, 400 pairs, 5,000 answers";
  // The sheets are read within it, for the first time in this execution.
  const cpu = school.write((wb) =>
    cpuOf(() => {
      checkData(wb, TABS);
    }),
  );
  const check = school.call("loadDataCheck");
  const proposed = school.call("proposeMends", "phone");
  const mends = (proposed.value as { value?: ProposedMend[] } | undefined)?.value ?? [];
  const mended = school.call("mendData", "phone", mends);
  if (!check.ok || mends.length === 0 || !mended.ok) return [{ work: "Data check", missing: "no answer" }];
  return [
    { work: `Data check: ${size}`, figure: cpu, unit: "ms CPU", budget: 1500, note: "with reading" },
    { work: "Data check: the same school", figure: check.meter.calls, unit: "service calls", budget: CALLS },
    {
      work: `Mend ${mends.length} cells: the same school`,
      figure: mended.meter.calls,
      unit: "service calls",
      budget: 40,
    },
  ];
}
