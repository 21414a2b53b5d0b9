// Google Forms as the questionnaires engine needs them: made from plain data, closed, and read by item id.
import { Stop } from "./stop";

/** One question or page break of a form. `key` is ours and stable; Google's item id is kept beside it. */
export type FormItem =
  | { kind: "page" | "section"; title: string; help?: string }
  | { kind: "short" | "paragraph" | "number" | "date"; key: string; title: string; help?: string; required: boolean }
  | {
      kind: "choice" | "checkboxes" | "list";
      key: string;
      title: string;
      help?: string;
      required: boolean;
      options: readonly string[];
      other?: boolean;
    }
  | {
      kind: "scale";
      key: string;
      title: string;
      help?: string;
      required: boolean;
      low: number;
      high: number;
      lowLabel: string;
      highLabel: string;
    }
  | {
      kind: "grid";
      key: string;
      title: string;
      help?: string;
      required: boolean;
      rows: readonly string[];
      columns: readonly string[];
    };

type Question = Extract<FormItem, { key: string }>;
type QuestionOf<K, Q = Question> = Q extends { kind: unknown } ? (K extends Q["kind"] ? Q : never) : never;

/** A whole form. `codeKey` names the question that the personal link fills in; `prefilled` others that it may fill in. */
export interface FormSpec {
  title: string;
  description: string;
  confirmation: string;
  collectEmail: boolean;
  items: readonly FormItem[];
  codeKey: string;
  prefilled: readonly string[];
}

/** A form that was made. In `personalLink` the text CODE_PLACE stands for the respondent's code. */
export interface MadeForm {
  formId: string;
  publishedUrl: string;
  editUrl: string;
  /** Question key → Google's item id. */
  items: Record<string, string>;
  /** Question key → the name («entry.123») under which a link fills it in. */
  entries: Record<string, string>;
  personalLink: string;
}

/** A response as it came in; values are text, lists of text, or (grids) a list by row with nulls. */
export interface RawResponse {
  id: string;
  /** ISO 8601 in UTC. */
  submittedAt: string;
  email: string | null;
  answers: Record<string, string | string[] | (string | null)[]>;
}

/** Stands for the code in a personal link; ASCII, so that it is the same in the address and out of it. */
export const CODE_PLACE = "CODE-OF-RESPONDENT";

type GoogleForm = GoogleAppsScript.Forms.Form;

/** Puts each kind of question into a form. */
const ADD: {
  [K in Question["kind"]]: (form: GoogleForm, item: QuestionOf<K>) => { getId(): number };
} = {
  short: (form, item) => dressed(form.addTextItem(), item),
  paragraph: (form, item) => dressed(form.addParagraphTextItem(), item),
  number: (form, item) =>
    dressed(form.addTextItem(), item).setValidation(
      FormApp.createTextValidation().setHelpText("Введите число.").requireNumber().build(),
    ),
  date: (form, item) => dressed(form.addDateItem(), item),
  choice: (form, item) =>
    dressed(form.addMultipleChoiceItem(), item)
      .setChoiceValues([...item.options])
      .showOtherOption(item.other === true),
  checkboxes: (form, item) =>
    dressed(form.addCheckboxItem(), item)
      .setChoiceValues([...item.options])
      .showOtherOption(item.other === true),
  list: (form, item) => dressed(form.addListItem(), item).setChoiceValues([...item.options]),
  scale: (form, item) =>
    dressed(form.addScaleItem(), item).setBounds(item.low, item.high).setLabels(item.lowLabel, item.highLabel),
  grid: (form, item) =>
    dressed(form.addGridItem(), item)
      .setRows([...item.rows])
      .setColumns([...item.columns]),
};

interface Dressable {
  setTitle(title: string): this;
  setHelpText(text: string): this;
  setRequired(enabled: boolean): this;
}

function dressed<T extends Dressable>(item: T, spec: { title: string; help?: string; required: boolean }): T {
  item.setTitle(spec.title).setRequired(spec.required);
  if (spec.help !== undefined) item.setHelpText(spec.help);
  return item;
}

function addItem(form: GoogleForm, item: FormItem): string | null {
  if (!("key" in item)) {
    const header = item.kind === "page" ? form.addPageBreakItem() : form.addSectionHeaderItem();
    header.setTitle(item.title).setHelpText(item.help ?? "");
    return null;
  }
  const add = ADD[item.kind] as (form: GoogleForm, item: Question) => { getId(): number };
  return String(add(form, item).getId());
}

/**
 * Makes a form and opens it for answers.
 *
 * @throws Stop when Google Forms is not available to this account
 */
export function createForm(spec: FormSpec): MadeForm {
  try {
    const form = FormApp.create(spec.title);
    form
      .setTitle(spec.title)
      .setDescription(spec.description)
      .setConfirmationMessage(spec.confirmation)
      .setCollectEmail(spec.collectEmail)
      .setProgressBar(spec.items.some((item) => item.kind === "page"))
      .setAllowResponseEdits(false);
    const items: Record<string, string> = {};
    for (const item of spec.items) {
      const id = addItem(form, item);
      if (id !== null && "key" in item) items[item.key] = id;
    }
    publish(form);
    return {
      formId: form.getId(),
      publishedUrl: form.getPublishedUrl(),
      editUrl: form.getEditUrl(),
      items,
      entries: entriesOf(form, spec, items),
      personalLink: personalLink(form, items[spec.codeKey]),
    };
  } catch (cause) {
    console.error("forms: create failed", String(cause));
    throw new Stop(
      "Не удалось создать Google Форму.",
      "Проверьте, что Google Формы доступны Вашей учётной записи, и повторите. Ничего лишнего не разослано.",
    );
  }
}

/** New forms may be born unpublished (reference: Forms API change of June 2026), and some do not know the state at all. */
function publish(form: GoogleForm): void {
  if (form.supportsAdvancedResponderPermissions()) form.setPublished(true);
  form.setAcceptingResponses(true);
}

function personalLink(form: GoogleForm, codeItemId: string | undefined): string {
  const item = form.getItemById(Number(codeItemId)).asTextItem();
  return form.createResponse().withItemResponse(item.createResponse(CODE_PLACE)).toPrefilledUrl();
}

type Answered = GoogleAppsScript.Forms.ItemResponse;

/** An answer to try in a link: any that the question takes. */
const SAMPLE: { [K in Question["kind"]]?: (item: GoogleAppsScript.Forms.Item, question: QuestionOf<K>) => Answered } = {
  short: (item) => item.asTextItem().createResponse("1"),
  number: (item) => item.asTextItem().createResponse("1"),
  paragraph: (item) => item.asParagraphTextItem().createResponse("1"),
  choice: (item, { options }) => item.asMultipleChoiceItem().createResponse(options[0] ?? ""),
  list: (item, { options }) => item.asListItem().createResponse(options[0] ?? ""),
  checkboxes: (item, { options }) => item.asCheckboxItem().createResponse(options.slice(0, 1)),
};

/** Google gives a question another number in links than its item has, and tells it in a link only. */
function entriesOf(form: GoogleForm, spec: FormSpec, ids: MadeForm["items"]): MadeForm["entries"] {
  const entries: MadeForm["entries"] = {};
  for (const item of spec.items) {
    if (!("key" in item) || !spec.prefilled.includes(item.key)) continue;
    const sample = SAMPLE[item.kind] as
      ((item: GoogleAppsScript.Forms.Item, question: Question) => Answered) | undefined;
    if (!sample) continue;
    const response = sample(form.getItemById(Number(ids[item.key])), item);
    const name = /[?&](entry\.\d+)=/.exec(form.createResponse().withItemResponse(response).toPrefilledUrl())?.[1];
    if (name !== undefined) entries[item.key] = name;
  }
  return entries;
}

/** The form, or null if it was deleted, binned, or belongs to an account that does not share it. */
function findForm(formId: string): GoogleForm | null {
  try {
    return FormApp.openById(formId);
  } catch (cause) {
    console.warn("forms: cannot open", formId, String(cause));
    return null;
  }
}

/**
 * Responses that came in at `since` (ISO 8601) or later, oldest first; all of them if `since` is null.
 * Null if the form is gone.
 *
 * @param known ids of responses that need not be read again: reading one takes several calls for each answer
 */
export function pullResponses(
  formId: string,
  since: string | null,
  known: ReadonlySet<string> = new Set(),
): RawResponse[] | null {
  const form = findForm(formId);
  if (!form) return null;
  const responses = since === null ? form.getResponses() : form.getResponses(new Date(since));
  return responses.flatMap((response) => {
    if (known.has(response.getId())) return [];
    const answers: RawResponse["answers"] = {};
    for (const answer of response.getItemResponses()) {
      answers[String(answer.getItem().getId())] = answer.getResponse() as RawResponse["answers"][string];
    }
    return {
      id: response.getId(),
      submittedAt: response.getTimestamp().toISOString(),
      email: response.getRespondentEmail() || null,
      answers,
    };
  });
}

/** Stops taking answers; false if the form is gone. */
export function closeForm(formId: string): boolean {
  const form = findForm(formId);
  if (!form) return false;
  form.setAcceptingResponses(false);
  return true;
}

/**
 * Deletes responses for good; those that are gone already are no matter.
 *
 * @returns how many could not be deleted; null if the form is gone or another account's
 */
export function deleteResponses(formId: string, responseIds: readonly string[]): number | null {
  const form = findForm(formId);
  if (!form) return null;
  const there = new Set(form.getResponses().map((response) => response.getId()));
  return responseIds.filter((id) => there.has(id) && !isDeleted(form, id)).length;
}

function isDeleted(form: GoogleForm, responseId: string): boolean {
  try {
    form.deleteResponse(responseId);
    return true;
  } catch (cause) {
    console.warn("forms: cannot delete a response", String(cause));
    return false;
  }
}
