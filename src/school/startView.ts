// What «Начало работы» shows and sends back, as plain data.
import * as z from "zod";
import { SCHOOL_KINDS } from "./settings.table";

const line = (max: number) => z.string().trim().max(max, `Не длиннее ${max} знаков.`);

/** What the wizard asks. */
export const startForm = z.object({
  schoolFullName: line(300).min(1, "Укажите полное наименование."),
  schoolShortName: line(120).min(1, "Укажите краткое наименование."),
  schoolKind: z.enum(SCHOOL_KINDS),
  place: line(120).min(1, "Укажите населённый пункт."),
  headName: line(120).min(1, "Укажите ФИО руководителя."),
  headPost: line(120).min(1, "Укажите должность руководителя."),
  curatorName: line(120).min(1, "Укажите ФИО куратора."),
  curatorPost: line(120).min(1, "Укажите должность куратора."),
  curatorEmail: z.union([z.literal(""), z.email("Проверьте адрес: например, zavuch@school7.ru.")]),
  schoolYear: z.string().regex(/^20\d\d\/20\d\d$/, "Например: 2026/2027."),
});
export type StartForm = z.infer<typeof startForm>;

/** One thing that must be in place for the add-on to work. */
export interface StartCheck {
  title: string;
  ok: boolean;
  detail: string;
}

/** What the wizard opens with. */
export interface StartView {
  /** The school is set up and everything is in place. */
  ready: boolean;
  form: StartForm;
  checks: StartCheck[];
}

/** What setting up has done, in Russian sentences; empty if everything was in place already. */
export interface StartReport {
  done: string[];
  view: StartView;
}
