import fc from "fast-check";
import * as z from "zod";
import type { Cell } from "../google/cell";
import { type AnyColumn, factsOf } from "./column";
import {
  choice,
  choices,
  code,
  date,
  email,
  entries,
  flag,
  instant,
  json,
  number,
  phone,
  ref,
  refs,
  text,
  url,
} from "./columns";

const o = { note: "Пояснение." };
const read = (column: AnyColumn, cell: Cell): unknown => {
  const result = z.safeDecode(column, cell);
  return result.success ? result.data : { what: result.error.issues[0]?.message };
};
const refused = { what: expect.any(String) as string };

test("text is trimmed, and what Google took for a number or a date is text again", () => {
  const name = text("ФИО", o);
  expect(read(name, "  Иванова Мария\u00a0")).toBe("Иванова Мария");
  expect(read(name, 89161234567)).toBe("89161234567");
  expect(read(name, { date: "2026-09-01", time: "00:00:00" })).toBe("01.09.2026");
  expect(read(name, "   ")).toBeNull();
  expect(read(name, "#REF!")).toEqual(refused);
});

test("a required cell that is empty is told, an optional one is null", () => {
  expect(read(text("ФИО", { ...o, required: true }), "")).toEqual({ what: "Ячейка не заполнена." });
  expect(read(number("Стаж", o), "")).toBeNull();
  expect(read(flag("Да", o), "")).toBe(false);
  expect(read(entries("Направления", "directions", o), "")).toEqual([]);
});

test("a number is read with a comma and spaces, and held to its bounds", () => {
  const hours = number("Часы", { ...o, min: 0, max: 200 });
  expect(read(hours, "12,5")).toBe(12.5);
  expect(read(hours, "1 2")).toBe(12);
  expect(read(hours, 201)).toEqual(refused);
  expect(read(hours, "много")).toEqual(refused);
  expect(read(hours, { date: "2026-05-01", time: "00:00:00" })).toEqual(refused);
  expect(read(number("Число", { ...o, integer: true }), 1.5)).toEqual(refused);
});

test("a date is read from a date cell, a serial number and text; an impossible one is told", () => {
  const day = date("Дата", o);
  expect(read(day, { date: "2026-09-01", time: "13:00:00" })).toBe("2026-09-01");
  expect(read(day, 46266)).toBe("2026-09-01");
  expect(read(day, "1.9.2026")).toBe("2026-09-01");
  expect(read(day, "31.04.2026")).toEqual({ what: "«31.04.2026» — не дата или такой даты нет." });
  expect(read(day, { date: "1899-12-30", time: "10:00:00" })).toEqual(refused);
  expect(read(day, true)).toEqual(refused);
});

test("a choice forgives case, ё and spaces, and names the list otherwise", () => {
  const status = choice("Статус", ["закреплён", "ожидает подбора"], o);
  expect(read(status, "Закреплен")).toBe("закреплён");
  expect(read(status, " ожидает  подбора ")).toBe("ожидает подбора");
  expect(read(status, "другое")).toEqual(refused);
  expect(read(choices("Формат", ["очно", "дистанционно"], o), "Очно, дистанционно")).toEqual(["очно", "дистанционно"]);
});

test("a code typed with Latin letters or a dash is the same code", () => {
  expect(read(ref("Код", "mentors", o), "h–012")).toBe("Н-012");
  expect(read(refs("Коды", "people", o), "P-001; Р-002, р-001")).toEqual(["Р-001", "Р-002"]);
  expect(factsOf(code("Код")).kind).toBe("code");
});

test("addresses and phones are checked, leading zeros and pluses stay", () => {
  expect(read(email("Почта", o), " Ivanova@School.Example ")).toBe("ivanova@school.example");
  expect(read(email("Почта", o), "a@b.ru, c@d.ru")).toEqual(refused);
  expect(read(phone("Телефон", o), "+7 900 000-00-00")).toBe("+7 900 000-00-00");
  expect(read(phone("Телефон", o), "нет")).toEqual(refused);
  expect(read(url("Ссылка", o), "javascript:alert(1)")).toEqual(refused);
});

test("damaged data of the program's own is told, not thrown", () => {
  const column = json("Данные", z.object({ a: z.number() }), o);
  expect(read(column, '{"a":1}')).toEqual({ a: 1 });
  expect(read(column, '{"a":')).toEqual(refused);
  expect(read(column, '{"a":"1"}')).toEqual(refused);
  expect(read(instant("Когда", o), "2026-09-01T10:30:00+03:00")).toBe("2026-09-01T10:30:00+03:00");
  expect(read(instant("Когда", o), "вчера")).toEqual(refused);
});

const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.string(),
  fc.string({ unit: "grapheme" }),
  fc.double(),
  fc.boolean(),
  fc.record({
    date: fc.constantFrom("2026-09-01", "1899-12-30", "0026-01-01"),
    time: fc.constantFrom("00:00:00", "10:30:00"),
  }),
);

test("no cell whatever makes a column throw, and what was read is written and read back the same", () => {
  const columns: AnyColumn[] = [
    text("1", o),
    number("2", o),
    date("3", o),
    flag("4", o),
    choice("5", ["да", "нет"], o),
    choices("6", ["да", "нет"], o),
    entries("7", "d", o),
    ref("8", "t", o),
    refs("9", "t", o),
    email("10", o),
    phone("11", o),
    url("12", o),
    instant("13", o),
  ];
  fc.assert(
    fc.property(anyCell, fc.constantFrom(...columns), (cell, column) => {
      const first = z.safeDecode(column, cell);
      if (!first.success) return;
      expect(z.decode(column, z.encode(column, first.data))).toEqual(first.data);
    }),
    { numRuns: 2000 },
  );
});
