// What it costs to open a person's card in a school with years of data.
import { mentees } from "../src/bank/mentees.table";
import { people } from "../src/bank/people.table";
import { pairs } from "../src/pairing/pairs.table";
import type { CardOpened } from "../src/person/cardView";
import { activities } from "../src/programmes/activities.table";
import { programmes } from "../src/programmes/programmes.table";
import { answers } from "../src/questionnaires/answers.table";
import { forms } from "../src/questionnaires/forms.table";
import { invitations } from "../src/questionnaires/invitations.table";
import { FINAL_MENTEE } from "../src/surveys/finalQuestionnaires";
import type { CalendarDate } from "../src/workbook/calendarDate";
import { LargeSchool } from "./largeSchool";
import type { Line } from "./line";

const OPENING = { calls: 6, seconds: 2 };
const ANSWERS = 5000;

/** The card of whoever stands in the selected row, and what comes after it, with 1,000 people and 5,000 answers. */
export function personCardLines(bundle: string): Line[] {
  const school = new LargeSchool(bundle, { people: 1000, mentors: 200, mentees: 400, pairs: 400, status: "действует" });
  fillYears(school);
  const opening = school.callAt({ tab: pairs.tab, a1: "B300" }, "loadCard", { selected: true });
  const chosen = school.callAt({ tab: mentees.tab, a1: "D210" }, "loadCard", { selected: true });
  const ask = (chosen.value as { value?: CardOpened } | undefined)?.value?.card?.ask;
  const choices = (opening.value as { value?: CardOpened } | undefined)?.value?.choices ?? [];
  if (choices.length !== 2 || ask === undefined) return [{ work: "Open a person's card", missing: "no card" }];
  const rest = school.call("loadCardMore", ask);
  return [
    ...[
      { work: "Open the card by a pair's row: 1,000 people, 5,000 answers", run: opening },
      { work: "Open the card by a mentee's row: the same school", run: chosen },
    ].flatMap(({ work, run }): Line[] => [
      { work, figure: run.meter.calls, unit: "service calls", budget: OPENING.calls },
      { work, figure: run.meter.seconds, unit: "modelled s", budget: OPENING.seconds },
    ]),
    {
      work: "Programmes, papers and questionnaires of that card, while it is read",
      figure: rest.meter.seconds,
      unit: "modelled s",
      budget: 4,
      note: `${rest.meter.calls} service calls`,
    },
  ];
}

function fillYears(school: LargeSchool): void {
  school.write((wb) => {
    for (const pair of wb.all(pairs)) {
      const programme = wb.add(programmes, { pair: pair.code, status: "реализуется" });
      for (let number = 1; number <= 10; number++) {
        const dueOn = "2026-09-10" as CalendarDate;
        wb.add(activities, { programme: programme.code, number, content: "Посещение урока", dueOn });
      }
    }
    const form = wb.add(forms, { questionnaire: FINAL_MENTEE, schoolYear: "2026/2027", status: "открыта" });
    const persons = wb.all(people);
    for (const person of persons) wb.add(invitations, { form: form.code, person: person.code, status: "отправлено" });
    for (let index = 0; index < ANSWERS; index++) {
      wb.add(answers, {
        form: form.code,
        questionnaire: FINAL_MENTEE,
        person: persons[index % persons.length]?.code ?? null,
        answeredAt: "2026-09-14T10:00:00+03:00",
        status: "учтён",
        overall: 1 + (index % 10),
        values: { overall: 8 },
      });
    }
  });
}
