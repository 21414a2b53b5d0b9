// Every kind of paper on the sample school: looked at, made, registered, replaced; also for another account.
import { driveFiles } from "../../sandbox/drive/files";
import type { Answer, Answers, Field } from "../../src/papers/fields";
import type { PaperInput, PaperView } from "../../src/papers/papersView";
import type { School } from "./school";
import { driveJobs, today } from "./schoolYear.story";
import { Stages } from "./stages";

const SECOND = "second@school7.example";

let stages: Stages;
beforeAll(async () => {
  stages = await Stages.play();
}, 120_000);
afterAll(() => stages.remove());

/** What a curator might type into a field. */
const TYPED: Readonly<Record<Field["sort"], (field: Field, paper: PaperView, day: string) => Answer>> = {
  text: ({ options }) => options?.[0] ?? "по решению совета наставников",
  longText: () => "Работа велась по плану.",
  lines: () => ["провести открытый урок", "подготовить отчёт"],
  date: (_, __, day) => day,
  number: () => 3,
  choice: ({ options }) => options?.[0] ?? "",
  choices: ({ options }) => (options ?? []).slice(0, 1),
  flag: () => true,
  person: (_, { people }) => people[0]?.code ?? "",
  people: (_, { people }) => people.slice(0, 3).map(({ code }) => code),
  rows: ({ columns }, { people }, day) => [
    Object.fromEntries(
      (columns ?? []).map(({ key, sort }) => [
        key,
        sort === "date" ? day : sort === "person" ? (people[0]?.code ?? "") : "работа с родителями",
      ]),
    ),
  ],
};

const isBlank = (value: Answer | undefined): boolean =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);

/** What no rule of thumb can type: two people who must differ, sums that belong to payments. */
const TYPED_FOR: Readonly<Record<string, (paper: PaperView) => Answers>> = {
  minutes: ({ people }) => ({ chair: people[0]?.code ?? "", secretary: people[1]?.code ?? "" }),
  encouragementOrder: () => ({ kinds: ["благодарность"] }),
};

/** What the form proposes, and the required fields filled in. */
function filledForm(school: School, paper: PaperView, subject: string | null): Answers {
  const proposed = paper.fields.length === 0 ? {} : school.call("proposeAnswers", { kind: paper.key, subject });
  const missing = paper.fields.filter(
    ({ key, sort, required }) => (required === true || sort === "choices") && isBlank(proposed[key]),
  );
  const typed = missing.map((field) => [field.key, TYPED[field.sort](field, paper, today(school))]);
  return { ...proposed, ...(Object.fromEntries(typed) as Answers), ...TYPED_FOR[paper.key]?.(paper) };
}

/** The paper about whoever wants it first. */
function inputFor(school: School, kind: string): PaperInput {
  const paper = school.call("loadPaper", kind);
  const isEach = paper.count === "each";
  const subject = (paper.subjects.find(({ wanted }) => wanted) ?? paper.subjects[0])?.subject ?? null;
  if (isEach && subject === null) throw new Error(`There is nobody to make «${paper.title}» about.`);
  return {
    kind,
    subjects: isEach && subject !== null ? [subject] : [],
    values: filledForm(school, paper, isEach ? subject : null),
    document: null,
  };
}

/** Signs of a hole or of a slip in a finished paper. */
const SLIPS = /[{}]|undefined|null|NaN|\[object| ,| \.(?!\.)|,,|\.\.(?!\.)|« | »|\( | \)/;

function slipIn(text: string): string | null {
  const found = SLIPS.exec(text);
  return found && text.slice(Math.max(0, found.index - 50), found.index + 30);
}

test("every kind of the catalogue is made, and all of them are registered at once, each with its own number", () => {
  const school = stages.before("survey");
  endAPair(school);
  const kinds = school.call("loadPapers").kinds.filter(({ page }) => page === null);
  const codes = kinds.map(({ key }) => school.call("makePapers", inputFor(school, key)).made[0]?.document ?? "");
  const drafts = Object.fromEntries(kinds.map(({ title }, at) => [title, slipIn(school.document(codes[at] ?? ""))]));
  expect(drafts).toEqual(Object.fromEntries(kinds.map(({ title }) => [title, null])));

  driveJobs(school, [school.call("registerPapers", { documents: codes, signedOn: today(school) })]);
  const rows = codes.map((code) => school.records("Документы").find((row) => row["code"] === code));
  expect(rows.map((row) => [row?.["paper"], row?.["status"], row?.["pdf"] !== ""])).toEqual(
    kinds.map(({ title }) => [title, "подписан", true]),
  );
  const numbers = rows.flatMap((row) =>
    row?.["number"] ? `${row["paper"]?.split(" ")[0] ?? ""} ${row["number"]}` : [],
  );
  expect(new Set(numbers).size).toBe(numbers.length);
  const signed = Object.fromEntries(kinds.map(({ title }, at) => [title, slipIn(school.document(codes[at] ?? ""))]));
  expect(signed).toEqual(drafts);
  for (const row of rows)
    if (row?.["number"])
      expect(school.document(row["code"] ?? "").replace(/\u00a0/g, " ")).toContain(`№ ${row["number"]}`);
});

/** Whatever tells of an ending needs one. */
function endAPair(school: School): void {
  const pair = school.call("loadCourse").pairs.find(({ status }) => status === "действует")?.code ?? "";
  school.call("endPairEarly", {
    pair,
    reason: "обоюдно",
    noticeOn: null,
    lastDay: today(school),
    agreed: true,
    mentee: null,
    programme: "finishEarly",
    mentees: {},
  });
}

test("an order on its way: looked at, made, made again in the same Doc, agreed, registered, replaced, cancelled", () => {
  const school = stages.before("survey");
  const start = { kind: "councilOrder", subject: null };
  school.call("openPaper", start);
  expect([school.call("loadPapers").start, school.call("loadPapers").start]).toEqual([start, null]);
  const input = inputFor(school, "councilOrder");
  expect(school.call("checkPaper", input).obstacles.filter(({ level }) => level === "error")).toEqual([]);
  const code = school.call("makePapers", input).made[0]?.document ?? "";
  const draft = school.call("loadDraft", code);
  const again = school.call("makePapers", { ...input, values: draft.values, document: code });
  expect(again.made.map(({ document }) => document)).toEqual([code]);
  school.call("agreePaper", code);
  const proposed = school.call("proposeRegistration", code);
  for (const _ of [1, 2]) school.call("registerPaper", { document: code, ...proposed });
  const second = school.call("makePapers", { ...input, document: code }).made[0]?.document ?? "";
  school.call("registerPaper", { document: second, number: "", signedOn: today(school) });
  school.call("cancelPaper", { document: second, reason: "ошибка в составе" });
  const rows = school.records("Документы").filter(({ key }) => key?.startsWith("councilOrder:") === true);
  expect(rows.map(({ status, version }) => [status, version])).toEqual([
    ["заменён", "1"],
    ["отменён", "2"],
  ]);
  expect(new Set(rows.map(({ number }) => number)).size).toBe(2);
});

test("another account hands its documents on to the owner of the files: made and registered in the background, once", () => {
  const school = stages.before("survey");
  school.world.addUser(SECOND, { kind: "workspace" });
  driveFiles(school.world)
    .find(school.spreadsheetId)
    ?.permissions.push({ id: "second", type: "user", role: "writer", emailAddress: SECOND });
  const { form } = school.call("loadStart");
  school.call("setUp", { ...form, curators: `${SECOND}, ` });
  const input = inputFor(school, "councilOrder");
  const orders = () => school.records("Документы").filter(({ key }) => key?.startsWith("councilOrder:") === true);
  expect(school.callAs(SECOND, "checkPaper", input).obstacles[0]?.what).toContain("Файлы принадлежат учётной записи");
  for (const _ of [1, 2]) expect(() => school.callAs(SECOND, "makePapers", input)).toThrow(/^Поручение принято/);
  school.heartbeat();
  const [draft, ...others] = orders();
  expect(others).toEqual([]);
  const registration = { document: draft?.["code"] ?? "", number: "", signedOn: today(school) };
  expect(() => school.callAs(SECOND, "registerPaper", registration)).toThrow(/^Поручение принято/);
  school.heartbeat();
  expect(orders().map(({ status }) => status)).toEqual(["подписан"]);
});
