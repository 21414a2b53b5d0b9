// The school year of the sample school, played on the built bundle: what is in the papers, the letters, the banks and the dashboard.
import { docxBlocks } from "../../sandbox/drive/docx";
import { formsOf } from "../../sandbox/forms/state";
import { SAMPLE_MENTEES, SAMPLE_MENTORS } from "../../sandbox/sample/people";
import { SAMPLE_STAFF } from "../../sandbox/sample/staff";
import { staffWorkbook } from "../../sandbox/sample/staffFile";
import { essenceOf, lettersOf } from "./essence";
import { openSchool, type Row, type School } from "./school";
import { beginStory, SCHOOL_YEAR, type Story } from "./schoolYear.story";

let school: School;
let story: Story;

beforeAll(async () => {
  school = openSchool();
  story = await beginStory();
  for (const step of SCHOOL_YEAR) await step.run(school, story);
}, 120_000);

const list = (cell: string | undefined): string[] => (cell ?? "").split("; ").filter((part) => part !== "");
/** Without the spaces that keep a line from being broken. */
const plain = (text: string): string => text.replaceAll("\u00a0", " ");
const paper = (code: string | null | undefined): string => plain(school.document(code ?? ""));

test("everybody of the list is in the bank once, with what the list said", () => {
  const people = school.table("Педагоги");
  expect(people.map((person) => person["ФИО"]).sort()).toEqual(SAMPLE_STAFF.map(({ fullName }) => fullName).sort());
  for (const { fullName, post, email, hiredOn, experienceYears } of SAMPLE_STAFF) {
    expect(people.find((person) => person["ФИО"] === fullName)).toMatchObject({
      Должность: post,
      "Электронная почта": email,
      "Дата приёма": hiredOn.split("-").reverse().join("."),
      "Педагогический стаж, лет": String(experienceYears),
    });
  }
});

test("each invited person got one letter with a link of their own, addressed by name", () => {
  const letters = lettersOf(school);
  expect([...letters.values()].every((times) => times === 1)).toBe(true);
  const links = school.mails().map(({ body }) => /https:\S+/.exec(body)?.[0]);
  expect(new Set(links).size).toBe(school.mails().length);
  for (const { to, body, htmlBody } of school.mails()) {
    const person = SAMPLE_STAFF.find(({ email }) => email === to[0]);
    const [, ...given] = (person?.fullName ?? "").split(" ");
    expect(body).toContain(`Здравствуйте, ${given.join(" ")}!`);
    expect(htmlBody).toContain(`Здравствуйте, ${given.join(" ")}!`);
  }
});

test("what mentees found hard stands in the bank as they said it, the hardest first", () => {
  const said = answersTo("Анкета наставляемого", "Насколько трудно Вам сейчас?");
  for (const mentee of school.table("Наставляемые").filter(({ Статус }) => Статус === "закреплён")) {
    const grid = said.get(mentee["ФИО"] ?? "") as [row: string, column: string][];
    const levels = ["владею уверенно", "небольшие трудности", "заметные трудности", "нужна помощь"];
    const hard = grid.filter(([, level]) => level !== levels[0]);
    expect(new Set(list(mentee["Направления затруднений"]))).toEqual(new Set(hard.map(([direction]) => direction)));
    const ranks = list(mentee["Направления затруднений"]).map((direction) =>
      levels.indexOf(hard.find(([row]) => row === direction)?.[1] ?? ""),
    );
    expect(ranks).toEqual([...ranks].sort((one, other) => other - one));
  }
});

test("the order was refused while consents were missing, with the names of all who had not given them", () => {
  const words = story.refusal?.what ?? "";
  for (const pair of school.table("Пары")) {
    expect(words).toContain(
      `${pair["Наставник"]}: нет согласия (выполнение обязанностей наставника; обработка персональных данных)`,
    );
    expect(words).toContain(
      `${pair["Наставляемые"]}: нет согласия (участие в наставнической паре; обработка персональных данных)`,
    );
  }
  expect(story.refusal?.mend).not.toBe("");
});

test("the order has its number and date, and the annex names every pair with posts, directions and term", () => {
  const text = paper(story.order);
  expect(text).toContain("12 сентября 2026 г.\t№ 1-н/2026");
  expect(text).toContain("от 12 сентября 2026 г. № 1-н/2026");
  expect(text).toContain("Г. С. Воронцова");
  expect(text).toContain("Седых И. Н., заместителю директора по научно-методической работе:");
  const rows = docxBlocks(school.documentBytes(story.order ?? "")).flatMap((block) =>
    block.kind === "table" ? block.rows : [],
  );
  const pairs = school.table("Пары");
  expect(pairs.length).toBeGreaterThan(10);
  for (const pair of pairs) {
    const row = rows.find(
      ([, mentor, mentee]) => starts(mentor, pair["Наставник"]) && starts(mentee, pair["Наставляемые"]),
    );
    expect(row?.[1]).toBe(`${pair["Наставник"]}, ${postOf(pair["Наставник"])}`);
    expect(row?.[2]).toBe(`${pair["Наставляемые"]}, ${postOf(pair["Наставляемые"])}`);
    expect(plain(row?.[4] ?? "")).toBe(pair["Направления"]);
    expect(row?.[5]?.replace(/\s+/g, " ")).toBe(`с ${pair["Начало"]} по ${pair["Конец"]}`);
  }
  expect(text).not.toMatch(/[{}]|undefined|null|NaN/);
});

test("pairs are in force by that order, and people stand in the banks as they should", () => {
  expect(school.table("Пары").every((pair) => pair["Статус"] === "действует" && pair["Приказ"] === story.order)).toBe(
    true,
  );
  const paired = school.table("Пары").map((pair) => pair["Наставляемые"]);
  for (const mentee of school.table("Наставляемые")) {
    expect(mentee["Статус"]).toBe(paired.includes(mentee["ФИО"]) ? "закреплён" : "отказ");
  }
});

test("each consent is a paper of its own, in the first person, to the head in the dative, from the person in the genitive", () => {
  const consents = school.table("Документы").filter((row) => row["Вид документа"]?.startsWith("Согласие"));
  expect(consents).toHaveLength(school.table("Согласия").length);
  const textFor = (kind: string, name: string): string => {
    const row = consents.find((one) => one["Заголовок"] === `${kind}: ${name}`);
    return paper(row?.["Код"]);
  };
  const mentor = textFor("Согласие на выполнение работы по наставничеству", "Кузнец Игорь Борисович");
  expect(mentor).toContain("Воронцовой Г. С.\nот учителя математики\nКузнеца Игоря Борисовича");
  expect(mentor).toContain("в отношении Мороза Кирилла Олеговича, учителя математики,");
  const mentee = textFor("Согласие на участие в наставничестве", "Живаго Лариса Евгеньевна");
  expect(mentee).toContain("от учителя русского языка и литературы\nЖиваго Ларисы Евгеньевны");
  expect(mentee).toContain("наставника — Соколовой-Берг Натальи Игоревны, учителя русского языка и литературы,");
  const data = textFor("Согласие на обработку персональных данных", "Беляева Надежда Фёдоровна");
  expect(data).toContain("Я, Беляева Надежда Фёдоровна");
  expect(data).toContain("даю Муниципальному бюджетному общеобразовательному учреждению");
});

test("each pair has a programme whose activities are about what is hard for the mentee, within its term", () => {
  const programmes = school.table("Программы");
  const activities = school.table("Мероприятия");
  expect(programmes.map((one) => one["Код пары"]).sort()).toEqual(
    school
      .table("Пары")
      .map((pair) => pair["Код"])
      .sort(),
  );
  for (const pair of school.table("Пары")) {
    const programme = programmes.find((one) => one["Код пары"] === pair["Код"]) ?? {};
    const mentee = school.table("Наставляемые").find((one) => one["ФИО"] === pair["Наставляемые"]) ?? {};
    const hard = list(mentee["Направления затруднений"]);
    const own = activities.filter(
      (activity) => activity["Программа"] === programme["Код"] || activity["Код программы"] === programme["Код"],
    );
    expect(list(programme["Направления"]).every((direction) => hard.includes(direction))).toBe(true);
    const about = new Set(own.map((activity) => activity["Затруднение"] ?? "").filter((direction) => direction !== ""));
    expect(about).toEqual(new Set(list(programme["Направления"])));
    const text = paper(programme["Документ"]);
    for (const activity of own) {
      expect(text).toContain(activity["Содержание"]);
      expect(
        dateOf(activity["Срок"]) >= dateOf(pair["Начало"]) && dateOf(activity["Срок"]) <= dateOf(pair["Конец"]),
      ).toBe(true);
    }
    expect(text).toContain("приказ от 12.09.2026 № 1-н/2026");
    expect(text).toContain(`${pair["Наставник"]}, ${postOf(pair["Наставник"])}`);
  }
});

test.each([
  ["наставляемых", "Итоговая анкета наставляемого", "P3", "Наставляемые"],
  ["наставников", "Итоговая анкета наставника", "P4", "Наставники"],
])("the dashboard's satisfaction of %s is what their answers give", (_, form, indicator, label) => {
  const marks = [...answersTo(form, "Насколько Вы в целом удовлетворены совместной работой?").values()].map(Number);
  expect(marks.length).toBeGreaterThan(8);
  const average = Math.round((marks.reduce((sum, mark) => sum + mark, 0) / marks.length) * 10) / 10;
  const satisfied = marks.filter((mark) => mark >= 7).length;
  const lines = school.lines("Сводка");
  const line = lines.find(([code]) => code === indicator);
  expect(line?.[3]).toBe(`${satisfied} из ${marks.length}`);
  expect(line?.[2]).toBe(`${Math.round((satisfied / marks.length) * 100)}%`);
  expect(lines.find((cells) => cells[1] === label)?.[2]).toBe(String(average).replace(".", ","));
  expect(school.charts()).toContainEqual(expect.objectContaining({ tab: "Сводка" }));
});

test("the journal tells who did what, on which records", () => {
  const journal = school.table("Журнал");
  const commands = new Set(journal.map((row) => row["Действие"]));
  for (const command of [
    "Начало работы",
    "Импорт списка педагогов",
    "Подбор пар",
    "Запись письменных согласий",
    "Проект приказа о закреплении пар",
    "Регистрация приказа о закреплении пар",
    "Запуск итогового опроса",
  ]) {
    expect(commands).toContain(command);
  }
  expect(journal.every((row) => row["Кто"] === school.curator && row["Когда"] !== "")).toBe(true);
  const saved = journal.find((row) => row["Действие"] === "Подбор пар");
  for (const pair of school.table("Пары")) expect(saved?.["Записи"]).toContain(pair["Код"]);
});

test("the data check finds nothing to mend after all that, but the agreements that this year has not made", () => {
  expect(school.call("loadDataCheck").groups.map(({ key }) => key)).toEqual(["noAgreement"]);
});

test("every step done twice leaves what it leaves when done once", async () => {
  const few = [...SAMPLE_MENTEES.slice(0, 2), ...SAMPLE_MENTORS.slice(0, 4)];
  const play = async (times: number): Promise<School> => {
    const played = openSchool();
    const own = await beginStory({ name: "Педагоги.xlsx", bytes: await staffWorkbook(few) });
    for (const step of SCHOOL_YEAR) {
      for (let time = 0; time < times; time++) await step.run(played, own);
    }
    return played;
  };
  const [once, twice] = [await play(1), await play(2)];
  const sizes = (one: School) => Object.entries(essenceOf(one)).map(([tab, lines]) => [tab, lines.length]);
  expect(sizes(twice)).toEqual(sizes(once));
  expect([...lettersOf(twice)].sort()).toEqual([...lettersOf(once)].sort());
}, 60_000);

/** What people answered to a question, straight from the forms: by full name (personal links carry a code, not a name). */
function answersTo(form: string, question: string): Map<string, unknown> {
  const found = Object.values(formsOf(school.world)).find(({ title }) => title.startsWith(form));
  const asked = found?.items.find(({ title }) => title === question);
  const named = found?.items.find(({ title }) => /фамилия/i.test(title));
  const said = new Map<string, unknown>();
  for (const { answers } of found?.responses ?? []) {
    const name = answers[String(named?.id)];
    const answer = answers[String(asked?.id)];
    if (answer === undefined) continue;
    said.set(String(name), asked?.rows ? asked.rows.map((row, at) => [row, (answer as string[])[at]]) : answer);
  }
  return said;
}

function postOf(name: string | undefined): string {
  return SAMPLE_STAFF.find(({ fullName }) => fullName === name)?.post ?? "";
}

function starts(cell: string | undefined, name: string | undefined): boolean {
  return (cell ?? "").startsWith(`${name ?? "?"},`);
}

/** «31.05.2027» as a text that sorts. */
function dateOf(cell: Row[string] | undefined): string {
  return (cell ?? "").split(".").reverse().join("-");
}
