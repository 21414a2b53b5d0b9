// Forms: their list and structure for the curator, and the page on which a person answers.
import * as z from "zod";
import { driveFiles } from "../../drive/files";
import { formAt, publishedUrl } from "../../forms/links";
import { type Opening, openingOf } from "../../forms/opening";
import { readForm, type ShownForm, type Submission, submitForm, turnPage } from "../../forms/respond";
import { formsOf, type FormState } from "../../forms/state";
import type { TypedAnswer } from "../../forms/typedAnswers";
import type { Workspace } from "../workspace";
import { rememberAnswer } from "./mail";
import { type Caller, changing, looking, NOTHING } from "./operation";

/** A form in the curator's list. */
export interface FormView {
  id: string;
  name: string;
  title: string;
  opening: Opening;
  questions: number;
  responses: number;
  address: string;
}

/** A form with its questions and answers, as its editor shows them. */
export interface FormDetails extends FormView {
  description: string;
  pages: ShownForm["pages"];
  answers: { at: string; email: string; lines: { title: string; answer: string }[] }[];
}

function formView(workspace: Workspace, form: FormState): FormView {
  return {
    id: form.id,
    name: driveFiles(workspace.world).find(form.id)?.name ?? "",
    title: form.title,
    opening: openingOf(workspace.world, form),
    questions: form.items.filter((item) => item.entries.length > 0).length,
    responses: form.responses.length,
    address: publishedUrl(form),
  };
}

function mayRead(workspace: Workspace, caller: Caller, form: FormState): boolean {
  const files = driveFiles(workspace.world);
  const file = files.find(form.id);
  return file !== undefined && files.canWrite(file, caller.user);
}

/** The forms that the account may edit. */
const readForms = looking(NOTHING, (workspace, caller): FormView[] =>
  Object.values(formsOf(workspace.world))
    .filter((form) => mayRead(workspace, caller, form))
    .map((form) => formView(workspace, form)),
);

const readFormDetails = looking(z.object({ id: z.string() }), (workspace, caller, { id }): FormDetails | null => {
  const form = formAt(workspace.world, id);
  if (!form || !mayRead(workspace, caller, form)) return null;
  const shown = readForm(workspace.world, id);
  return {
    ...formView(workspace, form),
    description: form.description,
    pages: shown.pages,
    answers: form.responses.map((response) => ({
      at: new Date(response.submittedAt).toISOString(),
      email: response.email,
      lines: form.items
        .filter((item) => response.answers[String(item.id)] !== undefined)
        .map((item) => ({ title: item.title, answer: asText(response.answers[String(item.id)], item.rows) })),
    })),
  };
});

function asText(answer: string | string[] | string[][] | undefined, rows: string[] | undefined): string {
  if (answer === undefined || typeof answer === "string") return answer ?? "";
  if (!rows) return answer.flat().join("; ");
  return answer
    .map((column, index) => `${rows[index] ?? ""}: ${[column].flat().join(", ")}`)
    .filter((line) => !line.endsWith(": "))
    .join("; ");
}

const typed: z.ZodType<TypedAnswer> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.null(),
    z.array(typed),
    z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  ]),
);
const answers = z.record(z.string(), typed);

/** The form as a person with this address sees it. */
const openForm = looking(z.object({ address: z.string() }), (workspace, _caller, { address }): ShownForm =>
  readForm(workspace.world, address),
);

/** «Далее»: what is wrong on the page, or which page comes next (null: the next step is to send). */
const turnFormPage = looking(
  z.object({ address: z.string(), page: z.int().min(0), answers }),
  (workspace, _caller, { address, page, answers }) => turnPage(workspace.world, address, page, answers),
);

/** «Отправить». The address counts only where the form asks for it. */
const sendForm = changing(
  z.object({ address: z.string(), answers, email: z.string(), edit: z.boolean() }),
  (workspace, _caller, { address, answers, email, edit }): Submission => {
    const submission = submitForm(workspace.world, address, answers, { email, ...(edit ? { edit: address } : {}) });
    if (submission.ok) rememberAnswer(workspace, address);
    return submission;
  },
);

export const formOperations = { readForms, readFormDetails, openForm, turnFormPage, sendForm };
