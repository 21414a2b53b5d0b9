// Large invented schools in the sandbox's world, written by the product's own engine, for the real bundle to work on.
import { createWorld, installGlobals, Runtime } from "../sandbox/index";
import type { ScriptProject, World } from "../sandbox/kernel/contract";
import type { Run } from "../sandbox/kernel/runtime";
import { readSpreadsheet, sheetByName } from "../sandbox/spreadsheet/read";
import { CONSENT_KIND, consents } from "../src/bank/consents.table";
import { diagnostics } from "../src/bank/diagnostics.table";
import { mentees } from "../src/bank/mentees.table";
import { mentors } from "../src/bank/mentors.table";
import { people } from "../src/bank/people.table";
import type { PAIR_STATUS } from "../src/pairing/pairs.table";
import { pairs } from "../src/pairing/pairs.table";
import { DEFAULT_DIRECTIONS } from "../src/school/mentoringForms";
import type { StartForm } from "../src/school/startView";
import type { CalendarDate } from "../src/workbook/calendarDate";
import { change } from "../src/workbook/commands";
import type { Workbook } from "../src/workbook/workbook";
import { randomFrom, some } from "./matching";

const CURATOR = "curator@school.example";
const START: StartForm = {
  schoolFullName: "муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № 7»",
  schoolShortName: "МБОУ «СОШ № 7»",
  schoolKind: "школа",
  place: "г. Заречный Бор",
  headName: "Вершинина Ольга Павловна",
  headPost: "директор",
  curatorName: "Кузнецов Игорь Львович",
  curatorPost: "заместитель директора по УВР",
  curatorEmail: CURATOR,
  schoolYear: "2026/2027",
  curators: "",
  address: "",
  inn: "",
  ogrn: "",
  site: "",
  codeOnly: false,
};
const SURNAMES = ["Берёзов", "Соснин", "Кленов", "Липин", "Рябинин", "Ольхин", "Дубов", "Ясенев", "Тополев", "Осинин"];
const FIRST_NAMES = ["Иван Петрович", "Олег Ильич", "Павел Юрьевич", "Глеб Макарович", "Фёдор Олегович"];
const SUBJECTS = ["математика", "физика", "история", "биология", "химия", "начальные классы"];

/** How many of what. */
export interface SchoolSize {
  people: number;
  mentors: number;
  mentees: number;
  /** Pairs of one mentor and one mentee. */
  pairs: number;
  status: (typeof PAIR_STATUS)[keyof typeof PAIR_STATUS];
}

/** A school with the add-on installed and set up. */
export class LargeSchool {
  readonly world: World = createWorld({ now: "2026-09-14T09:00:00+03:00" });
  private readonly runtime: Runtime;
  private readonly script: ScriptProject;

  constructor(bundle: string, size: SchoolSize) {
    this.world.addUser(CURATOR, { kind: "workspace" });
    this.runtime = new Runtime(this.world);
    this.script = this.runtime.install({ bundle, owner: CURATOR, title: "Наставничество" });
    const set = this.call("setUp", START);
    if (!set.ok) throw new Error(`The school could not be set up: ${set.error?.message ?? ""}`);
    this.write((wb) => {
      fill(wb, size);
    });
  }

  /** Works on the workbook from outside the bundle, as large imports and years of use would have. */
  write<T>(work: (wb: Workbook) => T): T {
    const installed = installGlobals(this.world, { user: CURATOR, containerId: this.script.containerId });
    try {
      return change("Заполнение", work);
    } finally {
      installed.uninstall();
    }
  }

  /** Calls the server as a sidebar does. */
  call(name: string, ...args: unknown[]): Run {
    return this.runtime.run(this.script, { function: name, user: CURATOR, kind: "client", args });
  }

  /** The same while a cell is selected in the curator's window. */
  callAt(place: { tab: string; a1: string }, name: string, ...args: unknown[]): Run {
    const sheet = sheetByName(readSpreadsheet(this.world, this.script.containerId ?? ""), place.tab);
    const selection = sheet ? { sheetId: sheet.id, a1: place.a1 } : null;
    return this.runtime.run(this.script, { function: name, user: CURATOR, kind: "client", args, selection });
  }
}

function fill(wb: Workbook, size: SchoolSize): void {
  const random = randomFrom(size.people);
  const day = "2026-09-07" as CalendarDate;
  for (let index = 0; index < size.people; index++) {
    wb.add(people, {
      fullName: `${SURNAMES[index % 10] ?? ""} ${FIRST_NAMES[index % 5] ?? ""} ${index}`,
      sex: "мужской",
      post: "учитель",
      subject: some(random, SUBJECTS, 1)[0] ?? null,
      experienceYears: index < size.mentors ? 10 + Math.floor(random() * 20) : Math.floor(random() * 4),
      email: `teacher${index}@school.example`,
      employment: "работает",
      hiredOn: "2025-09-01" as CalendarDate,
    });
  }
  const persons = wb.all(people).map((person) => person.code);
  const nameOf = (person: string): string | null => wb.find(people, person)?.fullName ?? null;
  for (const person of persons.slice(0, size.mentors)) {
    const fullName = nameOf(person);
    wb.add(mentors, {
      person,
      fullName,
      status: "анкета получена",
      capacity: 3,
      competences: some(random, DEFAULT_DIRECTIONS, 5),
    });
  }
  for (const person of persons.slice(size.mentors, size.mentors + size.mentees)) {
    const hard = some(random, DEFAULT_DIRECTIONS, 3);
    wb.add(mentees, {
      person,
      fullName: nameOf(person),
      status: "ожидает подбора",
      difficulties: hard,
      waitingSince: day,
    });
    for (const direction of hard)
      wb.add(diagnostics, { person, doneOn: day, stage: "на входе", direction, severity: 2 });
  }
  fillPairs(wb, size, persons);
}

function fillPairs(wb: Workbook, size: SchoolSize, persons: readonly string[]): void {
  const givenOn = "2026-09-10" as CalendarDate;
  const mentorRows = wb.all(mentors);
  wb.all(mentees)
    .slice(0, size.pairs)
    .forEach((mentee, index) => {
      const mentor = mentorRows[index % mentorRows.length];
      if (mentor === undefined) return;
      wb.add(pairs, {
        status: size.status,
        mentor: mentor.code,
        mentees: [mentee.code],
        mentorName: mentor.fullName,
        menteeNames: mentee.fullName,
        mentoringForm: "педагог — педагог",
        mentoringKinds: ["традиционное"],
        directions: mentee.difficulties,
        schoolYear: START.schoolYear,
        startsOn: "2026-09-14" as CalendarDate,
        endsOn: "2027-05-31" as CalendarDate,
      });
    });
  const involved = [...persons.slice(0, size.mentors), ...persons.slice(size.mentors, size.mentors + size.pairs)];
  for (const person of involved) {
    for (const kind of [CONSENT_KIND.mentoring, CONSENT_KIND.pair, CONSENT_KIND.personalData]) {
      wb.add(consents, { person, kind, givenOn });
    }
  }
}
