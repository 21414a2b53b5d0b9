// The respondent's side of Google Forms: what a person who opens the link sees, and what happens on «Отправить».

import { driveFiles } from "../drive/files";
import type { World } from "../kernel/contract";
import { fireTriggers } from "../kernel/triggers";
import { SpreadsheetApp } from "../spreadsheet/spreadsheetApp";
import { recordResponse } from "./destination";
import { Form } from "./form";
import { formAt, editResponseUrl, prefillIn } from "./links";
import { nextPage, pagesOf, walk } from "./navigation";
import { type Opening, openingOf } from "./opening";
import { type Answer, type FormState, isQuestion, type ItemState, newResponse, type ResponseState } from "./state";
import { FormResponse } from "./responses";
import { isBlank, readTyped, type TypedAnswer } from "./typedAnswers";

/** An item as the page shows it: what it asks, and the answer that is already filled in. */
export interface ShownItem extends Omit<ItemState, "choices"> {
  choices?: string[];
  prefilled?: Answer;
}

export interface ShownForm {
  id: string;
  opening: Opening;
  /** What the page says instead of questions when the form cannot be answered; empty when it can. */
  notice: string;
  title: string;
  description: string;
  collectsEmail: boolean;
  limitOne: boolean;
  progressBar: boolean;
  pages: { id: number | null; title: string; help: string; items: ShownItem[] }[];
  /** Set when the address leads to a response that may be edited. */
  editing: string | null;
}

/** Answers by item id or by title. */
export type TypedAnswers = Record<string, TypedAnswer>;

interface SubmitOptions {
  /** The respondent's account or typed address. */
  email?: string;
  /** The address of the response to change, as `getEditResponseUrl` gives it. */
  edit?: string;
}

export type Submission =
  | { ok: true; responseId: string; confirmation: string; editUrl: string | null }
  | { ok: false; notice: string; errors: { itemId: number | null; title: string; message: string }[] };

const NOTICES: Record<Opening, string> = {
  open: "",
  closed: "Ответы на эту форму больше не принимаются.",
  unpublished: "Форма не опубликована. Обратитесь к её владельцу.",
  missing: "К сожалению, запрошенный файл не существует. Проверьте адрес.",
};

const NO_EDITS = "Изменять отправленные ответы в этой форме нельзя.";
const ONLY_ONCE = "Вы уже отвечали на вопросы этой формы. Её можно заполнить только один раз.";

function titleOf(world: World, form: FormState): string {
  return form.title || driveFiles(world).find(form.id)?.name || "";
}

function noticeOf(opening: Opening, form: FormState): string {
  return opening === "closed" && form.closedMessage ? form.closedMessage : NOTICES[opening];
}

function editedResponse(form: FormState, address: string): ResponseState | undefined {
  const token = /[?&]edit2=([^&#]+)/.exec(address)?.[1];
  return form.responses.find((response) => response.editToken === token);
}

function shown(item: ItemState, prefilled: Answer | undefined): ShownItem {
  const { choices, ...rest } = item;
  return {
    ...structuredClone(rest),
    ...(choices ? { choices: choices.map((choice) => choice.value) } : {}),
    ...(prefilled === undefined ? {} : { prefilled }),
  };
}

const NOTHING: Omit<ShownForm, "opening" | "notice"> = {
  id: "",
  title: "",
  description: "",
  collectsEmail: false,
  limitOne: false,
  progressBar: false,
  pages: [],
  editing: null,
};

/** The form as a person with this link sees it. @param address any address of the form (prefilled or edit link too), or its id */
export function readForm(world: World, address: string): ShownForm {
  const form = formAt(world, address);
  const opening = openingOf(world, form);
  if (!form || opening === "missing") return { ...NOTHING, opening, notice: NOTICES.missing };
  const edited = editedResponse(form, address);
  const notice = edited && opening === "open" && !form.allowEdits ? NO_EDITS : noticeOf(opening, form);
  return {
    id: form.id,
    opening,
    notice,
    title: titleOf(world, form),
    description: form.description,
    collectsEmail: form.collectsEmail,
    limitOne: form.limitOne,
    progressBar: form.progressBar,
    pages: notice === "" ? shownPages(form, edited?.answers ?? prefillIn(form, address)) : [],
    editing: edited?.id ?? null,
  };
}

function shownPages(form: FormState, answers: Record<string, Answer>): ShownForm["pages"] {
  return pagesOf(form).map((page) => ({
    id: page.opening?.id ?? null,
    title: page.opening?.title ?? "",
    help: page.opening?.help ?? "",
    items: page.items.map((item) => shown(item, answers[String(item.id)])),
  }));
}

const refused = (notice: string): Submission => ({ ok: false, notice, errors: [] });

/** Reads the typed answers by item. An answer to a question that the form does not have is an error of the caller. */
function typedByItem(form: FormState, typed: TypedAnswers): Map<ItemState, TypedAnswer> {
  const found = new Map<ItemState, TypedAnswer>();
  const questions = form.items.filter(isQuestion);
  for (const [key, value] of Object.entries(typed)) {
    const item = questions.find((each) => String(each.id) === key) ?? questions.find((each) => each.title === key);
    if (!item) throw new Error(`The form “${form.title}” does not ask “${key}”.`);
    found.set(item, value);
  }
  return found;
}

type ErrorLines = { itemId: number | null; title: string; message: string }[];

function readTypedAnswers(form: FormState, typed: TypedAnswers) {
  const given = typedByItem(form, typed);
  const errorOf = new Map<ItemState, string>();
  const answers: Record<string, Answer> = {};
  for (const item of form.items.filter(isQuestion)) {
    const read = readTyped(item, given.get(item) ?? null);
    if ("error" in read) errorOf.set(item, read.error);
    else if (read.answer !== null) answers[String(item.id)] = read.answer;
  }
  return { answers, errorOf };
}

function errorLines(items: Iterable<ItemState>, errorOf: ReadonlyMap<ItemState, string>): ErrorLines {
  return [...items]
    .filter((item) => errorOf.has(item))
    .map((item) => ({ itemId: item.id, title: item.title, message: errorOf.get(item) ?? "" }));
}

/** Only the pages on the respondent's way count: neither gaps nor answers elsewhere matter. */
function readAll(form: FormState, typed: TypedAnswers): { answers: Record<string, Answer>; errors: ErrorLines } {
  const { answers, errorOf } = readTypedAnswers(form, typed);
  const way = walk(form, answers);
  const passed = way.pages.flatMap((page) => page.items);
  const errors = errorLines(passed, errorOf);
  if (!way.submits) errors.push({ itemId: null, title: "", message: "Ответы возвращают на пройденную страницу." });
  const ids = new Set(passed.map((item) => String(item.id)));
  return { answers: Object.fromEntries(Object.entries(answers).filter(([id]) => ids.has(id))), errors };
}

/**
 * «Далее» on a page: what is wrong on it, and otherwise which page comes next.
 * @param page index in `readForm(…).pages`
 * @returns `next` is null where the page is the last one of this respondent's way (the button says «Отправить»)
 */
export function turnPage(
  world: World,
  address: string,
  page: number,
  typed: TypedAnswers,
): { errors: ErrorLines; next: number | null } {
  const form = formAt(world, address);
  const current = form && pagesOf(form)[page];
  if (!form || !current) throw new Error(`The form ${address} has no page ${page}.`);
  const { answers, errorOf } = readTypedAnswers(form, typed);
  const errors = errorLines(current.items, errorOf);
  return { errors, next: errors.length > 0 ? page : nextPage(form, page, answers) };
}

function store(world: World, form: FormState, answers: Record<string, Answer>, options: SubmitOptions): ResponseState {
  const edited = options.edit === undefined ? undefined : editedResponse(form, options.edit);
  const email = form.collectsEmail ? (options.email ?? "") : "";
  if (!edited) {
    const response = newResponse(world, form, answers, email);
    // The address of one who may answer only once is known to Google even where the form does not show it.
    if (form.limitOne && options.email) response.account = options.email;
    return response;
  }
  edited.answers = structuredClone(answers);
  edited.submittedAt = world.clock.now();
  edited.email = email;
  return edited;
}

/** What keeps this person from answering at all; empty if nothing does. */
function obstacle(world: World, form: FormState, options: SubmitOptions): string {
  const opening = openingOf(world, form);
  if (opening !== "open") return noticeOf(opening, form);
  if (options.edit !== undefined) return form.allowEdits && editedResponse(form, options.edit) ? "" : NO_EDITS;
  if (!form.limitOne) return "";
  if (!options.email) return "Чтобы заполнить форму, войдите в аккаунт Google.";
  return form.responses.some((response) => response.account === options.email) ? ONLY_ONCE : "";
}

/**
 * Presses «Отправить»: checks as Google's page does, stores the response and fires the form's submit triggers.
 * @param address any address of the form, or its id
 * @param typed answers by item id or title
 */
export function submitForm(
  world: World,
  address: string,
  typed: TypedAnswers,
  options: SubmitOptions = {},
): Submission {
  const form = formAt(world, address);
  if (!form) return refused(NOTICES.missing);
  const notice = obstacle(world, form, options);
  if (notice !== "") return refused(notice);
  const { answers, errors } = readAll(form, typed);
  if (form.collectsEmail && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(options.email ?? "")) {
    errors.unshift({
      itemId: null,
      title: "Электронная почта",
      message: "Укажите действительный адрес электронной почты.",
    });
  }
  if (errors.length > 0) return { ok: false, notice: "", errors };
  const response = store(world, form, answers, options);
  announce(world, form, response, options.email ?? "");
  return {
    ok: true,
    responseId: response.id,
    confirmation: form.confirmation || "Ответ записан.",
    editUrl: form.allowEdits ? editResponseUrl(form, response.editToken) : null,
  };
}

/** Writes the response into the form's spreadsheet, if it has one, and tells the triggers of both. */
function announce(world: World, form: FormState, response: ResponseState, user: string): void {
  const recorded = recordResponse(world, form, response);
  fireTriggers(world, "formSubmit", form.id, user, (exec) => ({
    response: new FormResponse(exec, form, response),
    source: new Form(exec, form),
  }));
  if (!recorded) return;
  const { spreadsheetId, sheetId, row, headings, values } = recorded;
  // Questions of one title merge: their answers come as one list.
  const namedValues: Record<string, string[]> = {};
  headings.forEach((heading, index) => (namedValues[heading] ??= []).push(values[index] ?? ""));
  fireTriggers(world, "formSubmit", spreadsheetId, user, (exec) => {
    const sheets = new SpreadsheetApp(exec).openById(spreadsheetId).getSheets();
    const sheet = sheets.find((each) => each.getSheetId() === sheetId);
    return { namedValues, values, range: sheet?.getRange(row, 1, 1, values.length) };
  });
}

/** Structure and number of responses, for a look from outside. @throws Error if there is no such form */
export function exportForm(world: World, id: string): object {
  const form = formAt(world, id);
  if (!form) throw new Error(`The world has no form ${id}.`);
  const { responses, items, ...settings } = form;
  return {
    name: driveFiles(world).find(form.id)?.name ?? "",
    ...settings,
    responses: responses.length,
    answered: Object.fromEntries(
      items.filter(isQuestion).map((item) => [item.title, responses.filter((each) => !blankIn(each, item)).length]),
    ),
    items,
  };
}

function blankIn(response: ResponseState, item: ItemState): boolean {
  const answer = response.answers[String(item.id)];
  return answer === undefined || isBlank(answer);
}
