// Migrations: in order, once each, taken up after a failure.
import { createWorld, installGlobals } from "../../sandbox/index";
import { openBook } from "../google/sheets";
import { code, text } from "./columns";
import { change, look } from "./commands";
import { type Migration, migrate } from "./migrations";
import { defineTable } from "./table";
import { ensureTabs } from "./tabs";

const note = "Пояснение.";
const old = defineTable({
  key: "posts",
  tab: "Посты",
  prefix: "П",
  columns: { code: code("Код"), title: text("Имя", { note }) },
});
const renamed = defineTable({
  key: "posts",
  tab: "Должности",
  prefix: "П",
  columns: { code: code("Код"), name: text("Название", { note, required: true }) },
});
const steps = (fail: () => void): Migration[] => [
  { version: 2, title: "Вкладка переименована", run: (book) => book.renameTab("Посты", "Должности") },
  {
    version: 3,
    title: "Столбец переименован",
    run: (book) => {
      book.renameKey("Должности", "title", "name");
      fail();
      book.mapColumn("Должности", "name", (cell) => (cell === "учитель" ? "Учитель" : cell));
    },
  },
];

let installed: ReturnType<typeof installGlobals>;
beforeEach(() => {
  installed = installGlobals(createWorld({ now: "2026-09-01T09:00:00+03:00" }), { user: "curator@school.example" });
});
afterEach(() => installed.uninstall());

test("steps are done in order and once, a failed one is taken up again, and no data is lost", () => {
  ensureTabs([old]);
  change("Заполнение", (wb) => ["учитель", "Директор"].forEach((title) => wb.add(old, { title })));
  const failing = steps(() => {
    throw new Error("defect");
  });
  expect(() => migrate(openBook(), false, failing)).toThrow("defect");
  const sound = steps(() => undefined);
  expect(migrate(openBook(), false, sound)).toEqual(["Столбец переименован"]);
  expect(migrate(openBook(), false, sound)).toEqual([]);
  expect(look((wb) => wb.all(renamed).map(({ code: id, name }) => [id, name]))).toEqual([
    ["П-001", "Учитель"],
    ["П-002", "Директор"],
  ]);
});

test("a new workbook begins at the newest version", () => {
  expect(
    migrate(
      openBook(),
      true,
      steps(() => undefined),
    ),
  ).toEqual([]);
  expect(
    migrate(
      openBook(),
      false,
      steps(() => undefined),
    ),
  ).toEqual([]);
});
