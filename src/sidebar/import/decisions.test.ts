// What is pressed in the preview reaches the server: the list wins only where the curator chose it.
import type { ImportPreview } from "../../bank/import/importStaff";
import { conflictKey, decisionsOf, openConflicts, UNDECIDED } from "./decisions";

const post = { field: "post", label: "Должность", old: "методист", new: "директор" } as const;
const phone = { field: "phone", label: "Телефон", old: "", new: "+79160000000" } as const;
const row = {
  fullName: "Иванова Мария Петровна",
  post: "директор",
  remarks: [],
  changes: [],
  conflicts: [post, phone],
};
const plan: ImportPreview = {
  added: [],
  changed: [],
  skipped: [],
  conflicting: [{ ...row, row: 2, code: "Р-001" }],
  doubtful: [
    {
      ...row,
      row: 3,
      about: "person",
      reason: "то же ФИО",
      candidates: [{ ...row, code: "Р-002", reason: "то же ФИО" }],
    },
  ],
  counts: { added: 0, changed: 0, conflicting: 1, unchanged: 0, doubtful: 1, skipped: 0 },
};

test("without a choice every conflict keeps the table's value, and a doubtful row waits", () => {
  expect(decisionsOf(plan, UNDECIDED)).toEqual({ 2: { action: "choose", take: [], keep: ["post", "phone"] } });
});

test("what was taken is taken, in a doubtful row too once it is said who it is", () => {
  const decided = { people: { 3: "update:Р-002" }, taken: new Set([conflictKey(2, "post"), conflictKey(3, "phone")]) };
  expect(openConflicts(plan, decided).map(({ row }) => row)).toEqual([2, 3]);
  expect(decisionsOf(plan, decided)).toEqual({
    2: { action: "choose", take: ["post"], keep: ["phone"] },
    3: { action: "update", code: "Р-002", take: ["phone"], keep: ["post"] },
  });
});

test("a doubtful row that is put off or left out is told as such", () => {
  expect(decisionsOf(plan, { ...UNDECIDED, people: { 3: "" } })).not.toHaveProperty("3");
  expect(decisionsOf(plan, { ...UNDECIDED, people: { 3: "skip" } })).toMatchObject({ 3: { action: "skip" } });
});
