// What a person does to the grid: each change goes the way of a real edit, with its checks and its triggers.
import * as z from "zod";
import { GoogleError } from "../../kernel/contract";
import * as edits from "../../spreadsheet/edits";
import { changing, type Operation, Refusal } from "./operation";

const id = z.string();
const sheetId = z.number();
const place = { id, sheetId, row: z.int().min(1), column: z.int().min(1) };
const size = z.int().min(1).max(10_000);
const rect = z.object({ row: z.int().min(1), column: z.int().min(1), rows: size, columns: size });
const axis = z.enum(["rows", "columns"]);
const lines = { id, sheetId, axis, at: z.int().min(1), count: size };

/** Google's refusals as a Russian user reads them. */
const IN_RUSSIAN: [RegExp, string][] = [
  [
    /protected cell or object/,
    "Вы пытаетесь изменить защищённую ячейку или объект. Чтобы снять защиту, обратитесь к владельцу таблицы.",
  ],
  [
    /violates the data validation rules/,
    "Введённое значение нарушает правило проверки данных этой ячейки. Выберите значение из списка.",
  ],
  [/maximum of 50000 characters/, "В одной ячейке помещается не больше 50 000 знаков."],
  [/delete all the (rows|columns)|delete all non-frozen/, "Нельзя удалить все незакреплённые строки или столбцы."],
  [/sheet with the name|already exists/, "Лист с таким названием уже есть. Введите другое название."],
  [/can't (remove|delete) all|hide all the sheets/, "В таблице должен остаться хотя бы один видимый лист."],
  [/limit of 10000000 cells/, "Таблица не может быть больше 10 миллионов ячеек."],
];

function edit<Input extends { id: string }, Output>(
  input: z.ZodType<Input>,
  work: (hand: edits.Hand, input: Input) => Output,
): Operation<Input, Output> {
  return changing(input, ({ world }, { user }, given) => {
    try {
      return work({ world, spreadsheetId: given.id, user }, given);
    } catch (error) {
      if (!(error instanceof GoogleError)) throw error;
      const { message } = error;
      throw new Refusal(IN_RUSSIAN.find(([pattern]) => pattern.test(message))?.[1] ?? message);
    }
  });
}

const typeCell = edit(z.object({ ...place, text: z.string() }), (hand, { sheetId, row, column, text }) => {
  if (text === "") edits.clearBlock(hand, sheetId, { row, column, rows: 1, columns: 1 });
  else edits.typeCell(hand, sheetId, row, column, text);
});

const pasteBlock = edit(
  z.object({ ...place, lines: z.array(z.array(z.string())).max(10_000) }),
  (hand, { sheetId, row, column, lines }) => {
    edits.pasteBlock(hand, sheetId, row, column, lines);
  },
);

const copyBlock = edit(z.object({ ...place, from: rect }), (hand, { sheetId, from, row, column }) => {
  edits.copyBlock(hand, sheetId, from, row, column);
});

const clearBlock = edit(z.object({ id, sheetId, rect }), (hand, { sheetId, rect }) => {
  edits.clearBlock(hand, sheetId, rect);
});

const toggleCheckbox = edit(z.object(place), (hand, { sheetId, row, column }) => {
  edits.toggleCheckbox(hand, sheetId, row, column);
});

const insertLines = edit(z.object(lines), (hand, { sheetId, axis, at, count }) => {
  edits.insertAt(hand, sheetId, axis, at, count);
});

const deleteLines = edit(z.object(lines), (hand, { sheetId, axis, at, count }) => {
  edits.deleteAt(hand, sheetId, axis, at, count);
});

const hideLines = edit(z.object({ ...lines, hidden: z.boolean() }), (hand, { sheetId, axis, at, count, hidden }) => {
  edits.hideAt(hand, sheetId, axis, at, count, hidden);
});

const resizeLine = edit(
  z.object({ id, sheetId, axis, at: z.int().min(1), pixels: z.int().min(8).max(2000) }),
  (hand, { sheetId, axis, at, pixels }) => {
    edits.resizeAt(hand, sheetId, axis, at, pixels);
  },
);

const sortTab = edit(
  z.object({ id, sheetId, column: z.int().min(1), ascending: z.boolean() }),
  (hand, { sheetId, column, ascending }) => {
    edits.sortSheet(hand, sheetId, column, ascending);
  },
);

const writeNote = edit(z.object({ ...place, text: z.string() }), (hand, { sheetId, row, column, text }) => {
  edits.noteCell(hand, sheetId, row, column, text);
});

const formatBlock = edit(
  z.object({ id, sheetId, rect, bold: z.boolean().optional(), background: z.string().nullable().optional() }),
  (hand, { sheetId, rect, bold, background }) => {
    edits.formatBlock(hand, sheetId, rect, {
      ...(bold === undefined ? {} : { fontWeight: bold ? "bold" : undefined }),
      ...(background === undefined ? {} : { background: background ?? undefined }),
    });
  },
);

/** A filter over a block, or (with null) none. */
const filterTab = edit(
  z.object({ id, sheetId, rect: rect.nullable(), hidden: z.record(z.string(), z.array(z.string())) }),
  (hand, { sheetId, rect, hidden }) => {
    const columns = Object.entries(hidden).map(([column, hiddenValues]) => [column, { hiddenValues }] as const);
    edits.filterSheet(hand, sheetId, rect, Object.fromEntries(columns));
  },
);

const addTab = edit(z.object({ id }), (hand): number => edits.addSheet(hand));

const renameTab = edit(z.object({ id, sheetId, name: z.string() }), (hand, { sheetId, name }) => {
  edits.renameSheet(hand, sheetId, name);
});

const deleteTab = edit(z.object({ id, sheetId }), (hand, { sheetId }) => {
  edits.deleteSheet(hand, sheetId);
});

const duplicateTab = edit(z.object({ id, sheetId }), (hand, { sheetId }): number =>
  edits.duplicateSheet(hand, sheetId),
);

const moveTab = edit(z.object({ id, sheetId, index: z.int().min(0) }), (hand, { sheetId, index }) => {
  edits.moveSheet(hand, sheetId, index);
});

const hideTab = edit(z.object({ id, sheetId, hidden: z.boolean() }), (hand, { sheetId, hidden }) => {
  edits.hideSheet(hand, sheetId, hidden);
});

export const editOperations = {
  typeCell,
  pasteBlock,
  copyBlock,
  clearBlock,
  toggleCheckbox,
  insertLines,
  deleteLines,
  hideLines,
  resizeLine,
  sortTab,
  writeNote,
  formatBlock,
  filterTab,
  addTab,
  renameTab,
  deleteTab,
  duplicateTab,
  moveTab,
  hideTab,
};
