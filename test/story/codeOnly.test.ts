// The code-only mode (152-ФЗ ст. 18 ч. 5): no form and no letter of a whole year names a participant or gives an address.
import { driveFiles } from "../../sandbox/drive/files";
import { formsOf } from "../../sandbox/forms/state";
import { SAMPLE_MENTEES, SAMPLE_MENTORS } from "../../sandbox/sample/people";
import { SAMPLE_STAFF } from "../../sandbox/sample/staff";
import { staffWorkbook } from "../../sandbox/sample/staffFile";
import { freshBundle } from "./bundle";
import { openSchool, type School } from "./school";
import { beginStory, driveJobs, DAY, SCHOOL_YEAR, START_FORM, type Story } from "./schoolYear.story";

const CODES_ONLY = { ...START_FORM, codeOnly: true };
const FORM = "application/vnd.google-apps.form";
/** Two days pass before anybody is reminded. */
const REMIND_AFTER = 3 * DAY;

beforeAll(() => {
  freshBundle();
});

/** A few participants, the curator among them: what holds for them holds for all. */
async function begin(): Promise<[School, Story]> {
  const curator = SAMPLE_STAFF.filter(({ email }) => email === START_FORM.curatorEmail);
  const few = [...SAMPLE_MENTEES.slice(0, 3), ...SAMPLE_MENTORS.slice(0, 4), ...curator];
  return [openSchool(), await beginStory({ name: "Педагоги.xlsx", bytes: await staffWorkbook(few) })];
}

async function play(school: School, story: Story, ...keys: string[]): Promise<void> {
  for (const step of SCHOOL_YEAR.filter(({ key }) => keys.includes(key))) await step.run(school, story);
}

/** What would tell who somebody is, as it must stand nowhere: surnames in any case, given names, addresses, telephones. */
const IDENTITIES = SAMPLE_STAFF.flatMap(({ fullName, email, phone }) => {
  const [surname = "", ...given] = fullName.toLowerCase().split(" ");
  const stem = surname.replace(/(?:ая|ий|ый|ой|[аяьй])$/, "");
  const digits = phone.replace(/\D/g, "").slice(-10);
  return [
    new RegExp(`(?<!\\p{L})${stem}(?:а|у|ом|ым|е|ой|ых|ая|ую|ий|ый|ого|ому|я|ь|ю|ем)?(?!\\p{L})`, "u"),
    new RegExp(given.join("\\s+"), "u"),
    new RegExp(email.toLowerCase().replace(/[.+]/g, "\\$&")),
    ...(digits === "" ? [] : [new RegExp(Array.from(digits).join("\\D*"))]),
  ];
});

function namedIn(text: string): string[] {
  const plain = decoded(text).toLowerCase();
  return IDENTITIES.filter((identity) => identity.test(plain)).map((identity) => `${String(identity)} in ${plain}`);
}

/** Links carry what they fill in percent-encoded. */
function decoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (codes) => decodeURIComponent(codes)).replace(/\+/g, " ");
}

/** Everything that a form shows or keeps beside what people answer. */
function formsIn(school: School): string[] {
  return Object.values(formsOf(school.world)).map(({ responses: _, ...form }) => JSON.stringify(form));
}

function formFiles(school: School): string[] {
  return driveFiles(school.world)
    .all()
    .filter(({ mimeType }) => mimeType === FORM)
    .map(({ name }) => name);
}

function letters(school: School): string[] {
  return school
    .mails()
    .map(({ subject, body, htmlBody = "", fromName = "" }) => [subject, body, htmlBody, fromName].join("\n"));
}

test("in a year by codes only no form, file of a form or letter tells who anybody is", async () => {
  const [school, story] = await begin();
  school.menu("Начало работы");
  expect(school.call("setUp", CODES_ONLY).view).toMatchObject({ ready: true, formsWithNames: [] });
  expect(school.call("loadStart").form).toEqual(CODES_ONLY);
  expect(school.call("setUp", CODES_ONLY).done).toEqual([]);
  await play(school, story, "import", "invite");
  school.pass(REMIND_AFTER);
  for (const side of school.call("loadIntake").sides) {
    if (side.form !== null) driveJobs(school, [school.call("remindIntake", side.form)]);
  }
  await play(school, story, "intake", "pair", "consents", "order");
  const update = school.call("loadYearlyUpdate");
  const everybody = update.people.map(({ code }) => code);
  driveJobs(school, [school.call("launchUpdate", { people: everybody, deadline: update.deadline })]);
  await play(school, story, "survey");
  school.pass(REMIND_AFTER);
  driveJobs(school, school.call("remindSurvey").jobs);
  await play(school, story, "surveyAnswers");

  const written = [...formsIn(school), ...formFiles(school), ...letters(school)];
  expect(new Set(formFiles(school)).size).toBeGreaterThan(6);
  expect(written.filter((text) => text.startsWith("Напоминание: ")).length).toBeGreaterThan(2);
  expect(written.flatMap(namedIn)).toEqual([]);
  expect(Object.values(formsOf(school.world)).map(({ collectsEmail }) => collectsEmail)).not.toContain(true);

  // The codes lead every answer to its author all the same.
  const answers = school.table("Ответы");
  expect(answers.length).toBeGreaterThan(8);
  expect(answers.filter((answer) => answer["Код педагога"] === "")).toEqual([]);
});

test("what is looked for is really found where people are named", async () => {
  const [school, story] = await begin();
  await play(school, story, "setUp", "import", "invite");
  expect(letters(school).flatMap(namedIn).length).toBeGreaterThan(letters(school).length);
  expect(namedIn(`?entry.1=${encodeURIComponent("Ткачу Татьяне")}`)).toHaveLength(1);
});

test("turned on while forms are open, it changes none of them: the wizard lists them, closes them, and new ones ask no names", async () => {
  const [school, story] = await begin();
  await play(school, story, "setUp", "import", "invite");
  const answered = school.teachersAnswer().length;
  const { view } = school.call("setUp", CODES_ONLY);
  expect(view.formsWithNames.map(({ title }) => title)).toEqual([
    expect.stringContaining("Анкета"),
    expect.stringContaining("Анкета"),
  ]);
  const [side] = school.call("loadIntake").sides;
  const people = side?.candidates.slice(0, 3).map(({ code }) => code) ?? [];
  const launch = () =>
    school.call("launchIntake", { questionnaire: side?.questionnaire ?? "", people, deadline: "2026-10-01" });
  expect(launch).toThrow("закройте там анкеты с именами");

  school.call("pullIntake");
  school.call("closeNamedForms");
  expect(school.call("loadStart").formsWithNames).toEqual([]);
  expect(school.table("Ответы")).toHaveLength(answered);
  driveJobs(school, [launch().job]);
  expect(letters(school).slice(-people.length).flatMap(namedIn)).toEqual([]);
});
