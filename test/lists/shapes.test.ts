// What is read of the lists that particular offices make: the values of each odd cell, not only how many people.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { guessSheet, mappingOf } from "../../src/bank/import/guessColumns";
import { importWrites } from "../../src/bank/import/importWrites";
import { planImport } from "../../src/bank/import/planImport";
import { readPeople, type PersonValues } from "../../src/bank/import/readPeople";
import { readStaffFile } from "../../src/sidebar/import/readStaffFile";

const TODAY = "2026-09-01";

async function read(file: string) {
  const bytes = Uint8Array.from(readFileSync(join(__dirname, file)));
  const found = guessSheet(await readStaffFile(file, bytes.buffer), TODAY);
  if (!found) throw new Error("The file has no sheet.");
  const list = readPeople(found.sheet.rows, mappingOf(found.guess), found.guess.firstRow, TODAY);
  const { added } = importWrites([], list, {}).writes;
  const column = <F extends keyof PersonValues>(field: F) =>
    Object.fromEntries(added.map(({ values }) => [values.fullName.split(" ")[0] ?? "", values[field] ?? null]));
  const notes = Object.fromEntries(added.map(({ values, note }) => [values.fullName.split(" ")[0] ?? "", note]));
  return { plan: planImport([], list).plan, added, column, notes };
}

test("1С by departments: the rows of departments and their subtotals are nobody", async () => {
  const { plan, added, column } = await read("1c-departments.csv");
  expect(added).toHaveLength(6);
  expect(plan.skipped.map(({ row, why }) => [row, why])).toEqual([
    [3, "строка подразделения"],
    [4, "строка подразделения"],
    [6, "строка подразделения"],
    [9, "строка подразделения"],
    [13, "строка итогов"],
  ]);
  expect(column("kind")).toMatchObject({ Буров: "штатный", Вешнякова: "внешний совместитель" });
  expect(column("hiredOn")).toMatchObject({ Аверина: "2010-09-01" });
});

test("acting posts are written one way, and «и. о.» is no part of a name", async () => {
  const { column } = await read("acting.csv");
  expect(column("post")).toEqual({
    Жаров: "и. о. директора",
    Зеленина: "и. о. зам. директора по ВР",
    Иволгина: "и. о. методиста",
    Калинина: "врио заведующего",
  });
  expect(column("experienceYears")).toEqual({ Жаров: 20, Зеленина: 5.25, Иволгина: 0.5, Калинина: 0 });
});

test("a part-timer is one person with the main post, whichever line comes first; the second post goes to the note", async () => {
  const { plan, column, notes } = await read("part-time.csv");
  expect(column("post")).toEqual({
    Ларин: "учитель физики",
    Мальцева: "учитель музыки",
    Носова: "учитель химии",
    Осокин: "учитель ОБЗР",
    Панина: "библиотекарь",
  });
  expect(column("hiredOn")).toMatchObject({ Ларин: "2015-09-01", Мальцева: "2012-09-01" });
  expect(notes["Ларин"]).toContain("«лаборант» (вторая должность, строка 3)");
  expect(notes["Носова"]).toContain("«методист»");
  expect(plan.doubtful).toEqual([]);
});

test("namesakes are never joined: the second of them waits for the curator", async () => {
  const { plan, added } = await read("namesakes.csv");
  expect(added.map(({ values }) => values.fullName)).toEqual([
    "Кравец И. П.",
    "Лисицына А. В.",
    "Михеева Д. О.",
    "Новикова Елена Юрьевна",
  ]);
  expect(plan.doubtful.map(({ fullName, about }) => [fullName, about])).toEqual([
    ["Кравец И. П.", "person"],
    ["Лисицына А. В.", "person"],
    ["Михеева Д. О.", "person"],
    ["Новикова Елена Юрьевна", "person"],
  ]);
  expect(plan.skipped).toEqual([]);
});

test("a former surname is kept in the note, and finds the person under it in the bank", async () => {
  const { added, notes, column } = await read("maiden-names.csv");
  expect(added.map(({ values }) => values.fullName)).toEqual([
    "Огнева Анна Ильинична",
    "Полякова Е. А.",
    "Рощина Инна Львовна",
    "Снегирёва Ольга Юрьевна",
    "Тихонова Майя Олеговна",
  ]);
  expect(notes).toMatchObject({
    Огнева: expect.stringContaining("Дымова Анна Ильинична") as string,
    Полякова: expect.stringContaining("Лугова Е. А.") as string,
    Рощина: expect.stringContaining("Чащина Инна Львовна") as string,
    Тихонова: expect.stringContaining("замена") as string,
  });
  expect(column("employment")).toMatchObject({ Снегирёва: "длительно отсутствует", Тихонова: null });
});

test("Latin look-alikes and capitals are mended in names, posts and categories", async () => {
  const { added } = await read("look-alikes.csv");
  expect(added.map(({ values }) => [values.fullName, values.post, values.category])).toEqual([
    ["Серова Ольга Петровна", "учитель химии", "высшая"],
    ["Кот А. В.", "методист", "первая"],
    ["Ушаков Алексей Юрьевич", "учитель физики", "первая"],
    ["Фролова Яна Ильинична", "учитель ИЗО", "соответствие занимаемой должности"],
  ]);
});

test("dates typed as text are one date; what is not one date waits", async () => {
  const { plan, column, notes } = await read("text-dates.csv");
  const { Ясенева, ...others } = column("hiredOn");
  expect(Ясенева).toBeNull();
  expect(new Set(Object.values(others))).toEqual(new Set(["2020-09-01"]));
  expect(notes["Юдина"]).toContain("112-к");
  expect(plan.doubtful.map(({ fullName }) => fullName)).toEqual(["Ясенева Зоя Марковна"]);
});

test("an address on a Russian domain is taken with a word of caution, a Russian mailbox is not", async () => {
  const { column, notes } = await read("russian-domains.csv");
  expect(column("email")).toEqual({
    Агапова: "agapova@школа7.рф",
    Бобров: "bobrov@школа-7.рф",
    Велесова: null,
    Гусев: "gusev@school7.example",
  });
  expect(notes["Агапова"]).toContain("русском домене");
});

test.each([
  ["split-names.xlsx", ["Давыдова Марина Юрьевна", "Ежиков Пётр Ильич", "Ли Анна"]],
  ["split-names-two-rows.xlsx", ["Зимина Ольга Юрьевна", "Ильин Марк Львович", "Карпова Ия Олеговна"]],
])("%s: surname, name and patronymic under one «ФИО» are put together", async (file, names) => {
  const { added } = await read(file);
  expect(added.map(({ values }) => values.fullName)).toEqual(names);
});
