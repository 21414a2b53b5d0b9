// The ready lists, the search, and what the council's extract may never say.
import fc from "fast-check";
import { memoryDrive } from "../../test/memoryDrive";
import { memoryWorkbook, type MemoryWorkbook } from "../../test/memoryWorkbook";
import { textOf } from "../../test/docx";
import { CONSENT_KIND, consents } from "../bank/consents.table";
import { diagnostics } from "../bank/diagnostics.table";
import { mentees } from "../bank/mentees.table";
import { mentors } from "../bank/mentors.table";
import { people } from "../bank/people.table";
import { documents } from "../documents/documents.table";
import { pairs } from "../pairing/pairs.table";
import { settings } from "../school/settings.table";
import type { CalendarDate } from "../workbook/calendarDate";
import { type ListFilters, NO_FILTERS } from "./listsView";
import { loadLists, loadWholeLists } from "./loadLists";
import { makeExtract } from "./makeExtract";
import { READY_LISTS, readyList, rowsOf } from "./readyLists";

const day = (text: string): CalendarDate => text as CalendarDate;
const METHOD = "Методика обучения";
const PARENTS = "Работа с родителями";

/** Two mentors (one busy), three mentees: one paired, two waiting since different days; one young teacher without a role. */
function bank(): MemoryWorkbook {
  const wb = memoryWorkbook("2026-10-01");
  wb.setSettings(settings, { folderId: "folder", curatorName: "Кузнецов Игорь Львович", schoolYear: "2026/2027" });
  const person = (fullName: string, more: object = {}) =>
    wb.add(people, {
      fullName,
      post: "учитель",
      email: `${String(wb.all(people).length)}@school.example`,
      phone: "+79001234567",
      birthYear: 1985,
      note: "личное: не показывать",
      employment: "работает",
      ...more,
    }).code;
  const mentor = (of: string, more: object = {}) =>
    wb.add(mentors, {
      person: of,
      status: "действующий",
      capacity: 2,
      competences: [METHOD],
      note: "скрытно",
      ...more,
    });
  const mentee = (of: string, more: object = {}) =>
    wb.add(mentees, {
      person: of,
      status: "ожидает подбора",
      difficulties: [METHOD, PARENTS],
      request: "мне неловко об этом говорить",
      ...more,
    });
  const free = mentor(person("Алексеева Нина Петровна", { subject: "физика", experienceYears: 20 }));
  const busy = mentor(person("Борисова Ёлка Ильинична"), { capacity: 1, competences: [PARENTS] });
  const paired = mentee(person("Власов Пётр Олегович"), { status: "закреплён", category: "вновь принятый" });
  mentee(person("Громов Иван Ильич"), { waitingSince: day("2026-09-20"), category: "молодой специалист" });
  const longest = mentee(person("Дубов Олег Львович"), { waitingSince: day("2026-09-01"), difficulties: [PARENTS] });
  person("Ежова Алла Юрьевна", { experienceYears: 2 });
  person("Жукова Вера Львовна", { employment: "уволен" });
  wb.add(pairs, {
    status: "действует",
    mentor: busy.code,
    mentees: [paired.code],
    mentorName: "Борисова Ёлка Ильинична",
    directions: [PARENTS],
  });
  wb.add(diagnostics, { person: longest.person, doneOn: day("2026-09-01"), direction: PARENTS, severity: 3 });
  wb.add(consents, { person: free.person, kind: CONSENT_KIND.mentoring, givenOn: day("2026-09-01") });
  wb.add(consents, { person: free.person, kind: CONSENT_KIND.personalData, givenOn: day("2026-09-01") });
  return wb;
}

function namesIn(wb: MemoryWorkbook, key: string, filters: Partial<ListFilters> = {}): string[] {
  const list = readyList(key);
  if (!list) throw new Error(`There is no list ${key}.`);
  const known = loadWholeLists(wb).people;
  return rowsOf(list, known, { ...NO_FILTERS, ...filters }).map(({ person }) => person.fullName.split(" ")[0] ?? "");
}

describe("ready lists", () => {
  test("a free mentor has places left and takes part", () => {
    expect(namesIn(bank(), "free")).toEqual(["Алексеева"]);
  });

  test("who waits longest stands first, who has a mentor does not wait", () => {
    expect(namesIn(bank(), "waiting")).toEqual(["Дубов", "Громов"]);
  });

  test("a direction shows who can help, the free first, and to whom it is hard, the hardest first", () => {
    expect(namesIn(bank(), "direction", { direction: PARENTS })).toEqual(["Борисова", "Дубов", "Власов", "Громов"]);
    expect(namesIn(bank(), "direction")).toEqual([]);
  });

  test("a category, young specialists, lacking consents", () => {
    expect(namesIn(bank(), "category", { category: "вновь принятый" })).toEqual(["Власов"]);
    expect(namesIn(bank(), "young")).toEqual(["Ежова"]);
    expect(namesIn(bank(), "consents")).toEqual(["Борисова", "Власов", "Громов", "Дубов"]);
  });

  test("support without a pair and a pause have lists of their own", () => {
    const wb = bank();
    const [first] = wb.all(mentors);
    const waiting = wb.all(mentees)[1];
    wb.update(mentors, first?.code ?? "", { status: "пауза" });
    wb.update(mentees, waiting?.code ?? "", { status: "сопровождение без пары", support: "педагог-психолог" });
    expect(namesIn(wb, "paused")).toEqual(["Алексеева"]);
    expect(namesIn(wb, "free")).toEqual([]);
    expect(namesIn(wb, "supported")).toEqual(["Громов"]);
    expect(namesIn(wb, "waiting")).toEqual(["Дубов"]);
  });
});

describe("the search", () => {
  test("finds by name, post and subject, without minding case and ё", () => {
    expect(namesIn(bank(), "people", { query: "елка" })).toEqual(["Борисова"]);
    expect(namesIn(bank(), "people", { query: "ФИЗИКА учитель" })).toEqual(["Алексеева"]);
    expect(namesIn(bank(), "people", { query: "химия" })).toEqual([]);
  });

  test("finds those who have left, while the lists leave them out", () => {
    expect(namesIn(bank(), "people")).not.toContain("Жукова");
    expect(namesIn(bank(), "people", { query: "жуков" })).toEqual(["Жукова"]);
  });

  test("filters narrow each other", () => {
    expect(namesIn(bank(), "bank", { waitingDays: 20 })).toEqual(["Дубов"]);
    expect(namesIn(bank(), "bank", { freePlaces: 2 })).toEqual(["Алексеева"]);
    expect(namesIn(bank(), "bank", { status: "закреплён", direction: METHOD })).toEqual(["Власов"]);
  });

  test("a narrowed list is always a part of the whole", () => {
    const known = loadLists(bank()).people;
    fc.assert(
      fc.property(
        fc.constantFrom(...READY_LISTS.filter(({ needs }) => needs === undefined)),
        fc.record({
          query: fc.constantFrom("", "а", "учитель", "ов о"),
          direction: fc.constantFrom("", METHOD, PARENTS),
          category: fc.constantFrom("", "вновь принятый"),
          status: fc.constantFrom("", "действующий", "ожидает подбора"),
          freePlaces: fc.integer({ min: 0, max: 3 }),
          waitingDays: fc.integer({ min: 0, max: 40 }),
        }),
        (list, filters) => {
          const keyOf = ({ person, side }: ReturnType<typeof rowsOf>[number]) => `${side} ${person.code}`;
          // The search for words alone also finds those who have left.
          const whole = new Set(rowsOf(list, known, { ...NO_FILTERS, query: filters.query }).map(keyOf));
          expect(
            rowsOf(list, known, filters)
              .map(keyOf)
              .filter((key) => !whole.has(key)),
          ).toEqual([]);
        },
      ),
    );
  });
});

describe("the council's extract", () => {
  const all = { list: "bank", filters: NO_FILTERS };

  function lastDoc(drive: ReturnType<typeof memoryDrive>): string {
    const [paper] = [...drive.papers.values()].slice(-1);
    return textOf(paper?.docx ?? "");
  }

  test("names the bank and never contacts, years of birth, notes or requests in words", () => {
    const drive = memoryDrive();
    expect(makeExtract(bank(), all, drive)).toMatchObject({ rows: 5, withheld: 0 });
    const text = lastDoc(drive);
    for (const name of ["Алексеева Нина Петровна", "Дубов Олег Львович", "30 дней", `${PARENTS} — 3`])
      expect(text).toContain(name);
    for (const secret of ["@school", "900", "1985", "личное", "скрытно", "неловко"]) expect(text).not.toContain(secret);
  });

  test("leaves out who has taken back the consent to the use of personal data", () => {
    const wb = bank();
    const [consent] = wb.all(consents).filter(({ kind }) => kind === CONSENT_KIND.personalData);
    wb.update(consents, consent?.code ?? "", { withdrawnOn: day("2026-09-30") });
    const drive = memoryDrive();
    const made = makeExtract(wb, all, drive);
    expect(made).toMatchObject({ rows: 4, withheld: 1 });
    expect(lastDoc(drive)).not.toContain("Алексеева");
    expect(wb.find(documents, made.document)?.people).not.toContain(consent?.person);
    expect(() => makeExtract(wb, { list: "free", filters: NO_FILTERS }, drive)).toThrow(/отозвали согласие/);
  });

  test("is one document however often it is made, and another one for another list", () => {
    const wb = bank();
    const drive = memoryDrive();
    const first = makeExtract(wb, all, drive);
    expect(makeExtract(wb, all, drive).document).toBe(first.document);
    const narrowed = { list: "bank", filters: { ...NO_FILTERS, direction: PARENTS } };
    expect(makeExtract(wb, narrowed, drive).document).not.toBe(first.document);
    expect(wb.all(documents).map(({ heading }) => heading)).toEqual([
      "Выписка для совета наставников: Весь банк",
      `Выписка для совета наставников: Весь банк (направление «${PARENTS}»)`,
    ]);
  });

  test("of nobody is refused with what to do", () => {
    const empty = { list: "bank", filters: { ...NO_FILTERS, query: "такого нет" } };
    expect(() => makeExtract(bank(), empty, memoryDrive())).toThrow(/никого нет/);
  });
});
