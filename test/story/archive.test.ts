// A year later, on the bundle itself: the old year goes into a file, and one person's data go for good, from Google Forms too.
import { formsOf } from "../../sandbox/forms/state";
import { SAMPLE_MENTEES, SAMPLE_MENTORS } from "../../sandbox/sample/people";
import { staffWorkbook } from "../../sandbox/sample/staffFile";
import { displayRows, readSpreadsheet } from "../../sandbox/spreadsheet/read";
import { openSchool, Refusal, type School } from "./school";
import { beginStory, driveJobs, SCHOOL_YEAR, START_FORM } from "./schoolYear.story";

const FEW = [...SAMPLE_MENTEES.slice(0, 2), ...SAMPLE_MENTORS.slice(0, 3)];
const ARCHIVED = ["Пары", "Программы", "Мероприятия"];
const NEEDED = ["setUp", "import", "invite", "intake", "pair", "consents", "order", "programmes"];

/** Who is the mentee of the first pair. */
function menteeOf(school: School): { person: string; surname: string; email: string } {
  const [pair] = school.records("Пары");
  const mentee = school.records("Наставляемые").find(({ code }) => code === pair?.["mentees"]);
  const row = school.records("Педагоги").find(({ code }) => code === mentee?.["person"]);
  if (!row) throw new Error("There is no pair.");
  const { code: person = "", fullName = "", email = "" } = row;
  return { person, surname: fullName.split(" ")[0] ?? "", email };
}

/** Types into a cell of every row, by the column's key. */
function typeAll(school: School, tab: string, key: string, text: string): void {
  const lines = school.lines(tab);
  const column = (lines[0] ?? []).indexOf(key);
  lines.forEach((cells, index) => {
    if (index >= 2 && cells[0] !== "") school.type(tab, index + 1, column + 1, text);
  });
}

/** The tabs of an archive's Google Sheet as they are shown. */
function archiveOf(school: School): Record<string, string[][]> {
  const files = school.ownFiles().filter(({ mimeType }) => mimeType.endsWith(".spreadsheet"));
  expect(files).toHaveLength(1);
  const book = readSpreadsheet(school.world, files[0]?.id ?? "");
  return Object.fromEntries(book.sheets.map((sheet) => [sheet.name, displayRows(school.world, book, sheet)]));
}

test("the old year is archived and a person is deleted; orders stay", async () => {
  const school = openSchool();
  const story = await beginStory({ name: "Педагоги.xlsx", bytes: await staffWorkbook(FEW) });
  for (const step of SCHOOL_YEAR.filter(({ key }) => NEEDED.includes(key))) await step.run(school, story);

  // The current year is not to be archived, and nobody of a standing pair is deleted.
  const { person, surname, email } = menteeOf(school);
  const wanted = { person, surname, reason: "отзыв согласия" } as const;
  expect(() => school.call("startArchive", "2026/2027")).toThrow(Refusal);
  expect(() => school.call("deletePerson", wanted)).toThrow(/незавершённые пары/);

  school.passUntil("2027-09-01T09:00:00+03:00");
  school.call("setUp", { ...START_FORM, schoolYear: "2027/2028" });
  typeAll(school, "Пары", "status", "завершена");
  typeAll(school, "Анкеты", "status", "закрыта");
  typeAll(school, "Наставляемые", "status", "завершил");

  expect(school.call("loadArchive").years).toEqual(["2026/2027"]);
  const counts = ARCHIVED.map((tab) => school.records(tab).length + 1);
  const orders = school.records("Документы").filter(({ status }) => status === "подписан");

  // The person goes first: what is archived holds nothing of them any more.
  const preview = school.call("previewDeletion", person);
  expect(preview.goes.join()).toMatch(/Ответы в Google Формах — \d/);
  const before = responses(school);
  expect(() => school.call("deletePerson", { ...wanted, surname: "Другой" })).toThrow(/не совпадает/);
  const done = school.call("deletePerson", wanted);
  expect(done.removed).toBeGreaterThan(3);
  expect(responses(school)).toBe(before - 1);
  for (const tab of school.tabs()) expect(JSON.stringify(school.lines(tab))).not.toContain(email);
  expect(JSON.stringify(school.lines("Журнал"))).not.toContain(surname);
  expect(school.call("previewDeletion", person).done).toBe(true);
  expect(school.document(story.order ?? "")).toContain(surname);

  const [job] = driveJobs(school, [school.call("startArchive", "2026/2027")]);
  expect(job).toMatchObject({ status: "готово" });
  const archive = archiveOf(school);
  expect(ARCHIVED.map((tab) => archive[tab]?.length)).toEqual(counts);
  expect(JSON.stringify(archive)).not.toContain(email);
  for (const tab of [...ARCHIVED, "Анкеты", "Ответы"]) expect(school.records(tab)).toEqual([]);
  const papers = school.records("Документы");
  expect(papers).toEqual(expect.arrayContaining(orders));
  expect(papers.map(({ heading }) => heading)).toContain("Архив 2026/2027 учебного года");
  expect(school.call("loadArchive")).toMatchObject({ years: [], made: [{ heading: "Архив 2026/2027 учебного года" }] });
  expect(school.call("previewDeletion", person).byHand.join()).toContain("Архив 2026/2027 учебного года");

  // The lists still open, and the extract can be made.
  expect(school.call("loadLists").people).toHaveLength(FEW.length);
  const filters = { query: "", direction: "", category: "", status: "", freePlaces: 0, waitingDays: 0 };
  const extract = school.call("makeExtract", { list: "bank", filters });
  expect(extract.withheld).toBe(1);
  expect(school.document(extract.document)).not.toContain(surname);
});

/** How many responses all forms hold. */
function responses(school: School): number {
  return Object.values(formsOf(school.world)).reduce((sum, form) => sum + form.responses.length, 0);
}
