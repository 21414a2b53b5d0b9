// What «Начало работы» shows and sends back, as plain data, and what is wrong with what was typed.
// No zod here: the sidebar uses this file too, and must stay small.
import type { SchoolKind } from "./vocabulary";

/** What the wizard asks. */
export interface StartForm {
  schoolFullName: string;
  schoolShortName: string;
  schoolKind: SchoolKind;
  place: string;
  headName: string;
  headPost: string;
  curatorName: string;
  curatorPost: string;
  /** May be empty. */
  curatorEmail: string;
  schoolYear: string;
}

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
  /** Another account that owns the folder and the background check; null if it is this one, or nobody. */
  otherOwner: string | null;
  form: StartForm;
  checks: StartCheck[];
}

/** What setting up has done, in Russian sentences; empty if everything was in place already. */
export interface StartReport {
  done: string[];
  view: StartView;
}

type Fault = string | null;
type Rule = (value: string) => Fault;

const LONGEST = 300;

function needed(what: string): Rule {
  return (value) => {
    if (value.trim() === "") return `Укажите ${what}.`;
    return value.length > LONGEST ? `Не длиннее ${LONGEST} знаков.` : null;
  };
}

const RULES: Record<keyof StartForm, Rule> = {
  schoolFullName: needed("полное наименование"),
  schoolShortName: needed("краткое наименование"),
  schoolKind: needed("вид организации"),
  place: needed("населённый пункт"),
  headName: needed("ФИО руководителя"),
  headPost: needed("должность руководителя"),
  curatorName: needed("ФИО куратора"),
  curatorPost: needed("должность куратора"),
  curatorEmail: (value) =>
    value === "" || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? null : "Проверьте адрес: например, zavuch@school7.ru.",
  schoolYear: (value) => {
    const [, first, second] = /^(20\d\d)\/(20\d\d)$/.exec(value) ?? [];
    return Number(second) === Number(first) + 1 ? null : "Укажите учебный год, например: 2026/2027.";
  },
};

/** What is wrong with the answers, by question; empty if nothing is. */
export function faultsOfStart(form: StartForm): Partial<Record<keyof StartForm, string>> {
  const faults: Partial<Record<keyof StartForm, string>> = {};
  for (const key of Object.keys(RULES) as (keyof StartForm)[]) {
    const fault = RULES[key](form[key]);
    if (fault !== null) faults[key] = fault;
  }
  return faults;
}
