// What «Начало работы» shows and sends back, as plain data, and what is wrong with what was typed.
// No zod here: the sidebar uses this file too, and must stay small.
import { curatorsIn } from "./curators";
import { doubtOfInn, doubtOfOgrn } from "./requisites";
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
  /** Addresses of those who work with the workbook, apart by commas; may be empty. */
  curators: string;
  /** For consents and contracts; each may be empty. */
  address: string;
  inn: string;
  ogrn: string;
  site: string;
  /** Forms and letters name nobody and collect no addresses. */
  codeOnly: boolean;
}

/** What is typed, as against chosen by a tick. */
export type StartText = Exclude<keyof StartForm, "codeOnly">;

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
  /** Open forms that ask for names although the school wants codes only. */
  formsWithNames: FormWithNames[];
}

/** A form by its code on «Анкеты». */
export interface FormWithNames {
  code: string;
  title: string | null;
}

/** What setting up has done, in Russian sentences; empty if everything was in place already. */
export interface StartReport {
  done: string[];
  view: StartView;
}

type Fault = string | null;
type Rule = (value: string) => Fault;

const LONGEST = 300;
const LONGEST_LIST = 3000;

const short: Rule = (value) => (value.length > LONGEST ? `Не длиннее ${LONGEST} знаков.` : null);

function needed(what: string): Rule {
  return (value) => {
    if (value.trim() === "") return `Укажите ${what}.`;
    return short(value);
  };
}

const RULES: Record<StartText, Rule> = {
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
  curators: (value) => (value.length > LONGEST_LIST ? `Не длиннее ${LONGEST_LIST} знаков.` : null),
  address: short,
  inn: short,
  ogrn: short,
  site: (value) =>
    value.trim() === "" || /^https?:\/\/[^\s"<>]+\.[^\s"<>]+$/i.test(siteAddress(value))
      ? null
      : "Укажите адрес сайта, например: school7.ru.",
};

/** The address of a site as a link: people leave «https://» out. "" stays "". */
export function siteAddress(typed: string): string {
  const site = typed.trim();
  return site === "" || /^https?:\/\//i.test(site) ? site : `https://${site}`;
}

/** What to look at once more; it does not keep anybody from going on. */
export function doubtsOfStart({ inn, ogrn, curators }: StartForm): Partial<Record<StartText, string>> {
  const [bad] = curatorsIn(curators).bad;
  const doubts = { inn: doubtOfInn(inn), ogrn: doubtOfOgrn(ogrn) };
  return {
    ...(doubts.inn === null ? {} : { inn: doubts.inn }),
    ...(doubts.ogrn === null ? {} : { ogrn: doubts.ogrn }),
    ...(bad === undefined ? {} : { curators: `Не похоже на адрес почты: ${bad}. Адреса пишут через запятую.` }),
  };
}

/** What is wrong with the answers, by question; empty if nothing is. */
export function faultsOfStart(form: StartForm): Partial<Record<StartText, string>> {
  const faults: Partial<Record<StartText, string>> = {};
  for (const key of Object.keys(RULES) as StartText[]) {
    const fault = RULES[key](form[key]);
    if (fault !== null) faults[key] = fault;
  }
  return faults;
}
