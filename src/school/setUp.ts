// «Начало работы»: sets the school up; run again, it puts back what is missing and changes nothing else.
import * as z from "zod";
import { ensureFolder, isOurs } from "../google/drive";
import { effectiveUser } from "../google/session";
import { Stop } from "../google/stop";
import { change, look } from "../workbook/commands";
import type { ReadOnlyWorkbook } from "../workbook/workbook";
import { type AnyTab, ensureTabs, missingTabs } from "../workbook/tabs";
import { accessCheck, keepAccess } from "./access";
import { isCodeOnly } from "./codeOnly";
import { ensureHeartbeat, hasHeartbeat, removeHeartbeat } from "./heartbeatTrigger";
import { schoolYearOf } from "./schoolYear";
import { NAMES_IN, settings } from "./settings.table";
import { otherOwner } from "./filesOwner";
import {
  faultsOfStart,
  siteAddress,
  type FormWithNames,
  type StartCheck,
  type StartForm,
  type StartReport,
  type StartView,
} from "./startView";
import { SCHOOL_KINDS, vocabularyOf } from "./vocabulary";

const FOLDER_NAME = "Наставничество";

/** What a school that has set nothing starts with. */
const DEFAULTS = {
  mentorCapacity: 2,
  groupSize: 5,
  noticeDays: 3,
  youngSpecialistYears: 3,
  satisfiedFrom: 7,
  orderNumberPattern: "{номер}-н/{год}",
};

const startForm = z.object({
  schoolFullName: z.string(),
  schoolShortName: z.string(),
  schoolKind: z.enum(SCHOOL_KINDS),
  place: z.string(),
  headName: z.string(),
  headPost: z.string(),
  curatorName: z.string(),
  curatorPost: z.string(),
  curatorEmail: z.string(),
  schoolYear: z.string(),
  curators: z.string().default(""),
  address: z.string().default(""),
  inn: z.string().default(""),
  ogrn: z.string().default(""),
  site: z.string().default(""),
  codeOnly: z.boolean().default(false),
});

/** What setting up has to know of the rooms above the school. */
export interface Surroundings {
  tabs: readonly AnyTab[];
  /** Open forms that ask for names. */
  formsWithNames: (wb: ReadOnlyWorkbook) => readonly FormWithNames[];
}

/** What the wizard opens with: works in an empty sheet too. */
function loadStart({ tabs, formsWithNames }: Surroundings): StartView {
  const missing = missingTabs(tabs);
  const { known, today, named } = look((wb) => ({
    known: missing.includes(settings.tab) ? null : wb.settings(settings),
    today: wb.today,
    named: missing.length === 0 && isCodeOnly(wb) ? formsWithNames(wb).map(({ code, title }) => ({ code, title })) : [],
  }));
  const form = formOf(known, schoolYearOf(today).name);
  const checks = known === null ? [] : [...checksOf(known, missing), accessCheck(tabs, known)];
  const owner = known?.ownerEmail ?? null;
  const otherOwner = owner === null || owner === effectiveUser() ? null : owner;
  const ready = checks.length > 0 && checks.every((check) => check.ok);
  return { ready, otherOwner, form, checks, formsWithNames: named };
}

type Known = ReturnType<ReadOnlyWorkbook["settings"]> & { readonly [K in keyof typeof settings.fields]: unknown };

function formOf(known: Partial<Known> | null, schoolYear: string): StartForm {
  const text = (key: keyof Known): string => {
    const value = known?.[key];
    return typeof value === "string" ? value : "";
  };
  const kind = SCHOOL_KINDS.find((candidate) => candidate === known?.schoolKind) ?? "школа";
  return {
    schoolFullName: text("schoolFullName"),
    schoolShortName: text("schoolShortName"),
    schoolKind: kind,
    place: text("place"),
    headName: text("headName"),
    headPost: text("headPost") || vocabularyOf(kind).head,
    curatorName: text("curatorName"),
    curatorPost: text("curatorPost"),
    curatorEmail: text("curatorEmail"),
    schoolYear: text("schoolYear") || schoolYear,
    curators: text("curators"),
    address: text("address"),
    inn: text("inn"),
    ogrn: text("ogrn"),
    site: text("site"),
    codeOnly: text("namesInForms") === NAMES_IN.codes,
  };
}

function checksOf(
  known: { folderId: string | null; ownerEmail: string | null },
  missing: readonly string[],
): StartCheck[] {
  const me = effectiveUser();
  const mine = known.ownerEmail === null || known.ownerEmail === me;
  return [
    {
      title: "Вкладки",
      ok: missing.length === 0,
      detail: missing.length === 0 ? "Все вкладки на месте." : `Нет вкладок: ${missing.join(", ")}.`,
    },
    mine
      ? folderCheck(known.folderId)
      : { title: "Папка на Диске", ok: true, detail: `Папка принадлежит учётной записи ${known.ownerEmail ?? ""}.` },
    mine
      ? { title: "Фоновая проверка", ...ownHeartbeat() }
      : {
          title: "Фоновая проверка",
          ok: true,
          detail: `Работает от имени ${known.ownerEmail ?? ""}. Если эта учётная запись больше не используется, нажмите «Передать мне».`,
        },
  ];
}

function folderCheck(folderId: string | null): StartCheck {
  const ok = folderId !== null && isOurs(folderId);
  return {
    title: "Папка на Диске",
    ok,
    detail: ok ? "Документы складываются в папку «Наставничество»." : "Папка не найдена.",
  };
}

function ownHeartbeat(): { ok: boolean; detail: string } {
  return hasHeartbeat()
    ? { ok: true, detail: "Раз в 10 минут собирает ответы и продолжает начатое." }
    : { ok: false, detail: "Не включена: ответы не собираются сами." };
}

/**
 * Writes what the wizard asked and puts everything in place: tabs, folder, heartbeat.
 *
 * @throws Stop if an answer is missing or wrong
 */
function setUp(surroundings: Surroundings, input: unknown): StartReport {
  const form = startForm.parse(input);
  const [fault] = Object.values(faultsOfStart(form));
  if (fault !== undefined) throw new Stop("Сведения заполнены не полностью.", fault);
  const report = ensureTabs(surroundings.tabs);
  const done = [
    ...(report.created.length > 0 ? [`Созданы вкладки: ${report.created.join(", ")}.`] : []),
    ...sentences(report.mended),
  ];
  change("Начало работы", (wb) => {
    const before = wb.settings(settings);
    const owned = before.ownerEmail === null || before.ownerEmail === effectiveUser();
    const year = schoolYearOf(`${form.schoolYear.slice(0, 4)}-09-01` as typeof wb.today);
    const known = valuesOf(form);
    const changed = (Object.keys(known) as (keyof typeof known)[]).some((key) => before[key] !== known[key]);
    wb.setSettings(settings, {
      ...known,
      ...(before.yearStart === null || before.schoolYear !== form.schoolYear
        ? { yearStart: year.startsOn, yearEnd: year.endsOn }
        : {}),
      ...missingDefaults(before),
    });
    if (changed) done.push("Записаны сведения об организации.");
    if (owned) done.push(...takeCare(wb, before.folderId));
    const ownerEmail = owned ? effectiveUser() : before.ownerEmail;
    // What was typed is kept, whether or not Google lets itself be asked for protection.
    wb.save();
    done.push(...keepAccess(surroundings.tabs, { curators: form.curators, ownerEmail }));
    if (done.length > 0) wb.note({ what: done.join(" ") });
  });
  return { done, view: loadStart(surroundings) };
}

/** The answers as the settings keep them: what may be empty is null then. */
function valuesOf({ codeOnly, ...form }: z.infer<typeof startForm>) {
  const orNull = (typed: string): string | null => (typed.trim() === "" ? null : typed.trim());
  return {
    ...form,
    curatorEmail: orNull(form.curatorEmail),
    curators: orNull(form.curators),
    address: orNull(form.address),
    inn: orNull(form.inn),
    ogrn: orNull(form.ogrn),
    site: orNull(siteAddress(form.site)),
    namesInForms: codeOnly ? NAMES_IN.codes : NAMES_IN.full,
  };
}

function sentences(mended: readonly string[]): string[] {
  return mended.map((what) => `${what.charAt(0).toUpperCase()}${what.slice(1)}.`);
}

function missingDefaults(before: Readonly<Record<string, unknown>>): Partial<typeof DEFAULTS> {
  return Object.fromEntries(Object.entries(DEFAULTS).filter(([key]) => before[key] === null));
}

type WritableWorkbook = Parameters<Parameters<typeof change>[1]>[0];

/** The folder and the heartbeat belong to the account that runs this. */
function takeCare(wb: WritableWorkbook, folderId: string | null): string[] {
  const done: string[] = [];
  const folder = ensureFolder(FOLDER_NAME, folderId);
  if (folder.made) done.push(`Создана папка «${FOLDER_NAME}» на Google Диске.`);
  wb.setSettings(settings, { folderId: folder.id, ownerEmail: effectiveUser() });
  if (ensureHeartbeat()) done.push("Включена фоновая проверка раз в 10 минут.");
  return done;
}

/** Hands folder and heartbeat over to the account at the keyboard; the former owner's heartbeat removes itself. */
function takeOver(surroundings: Surroundings): StartReport {
  const done = change("Передача автоматики", (wb) => {
    const former = otherOwner(wb);
    const sentencesDone = [
      "Автоматика передана Вашей учётной записи.",
      ...takeCare(wb, null),
      ...(former === null ? [] : leftWith(former)),
    ];
    wb.save();
    keepAccess(surroundings.tabs, wb.settings(settings));
    wb.note({ what: "Автоматика передана другой учётной записи" });
    return sentencesDone;
  });
  return { done, view: loadStart(surroundings) };
}

/** Google gives an account only the files that it made through the add-on: what that means for the school. */
function leftWith(former: string): string[] {
  return [
    `Проекты документов, созданные учётной записью ${former}, при следующем обновлении будут сделаны заново в новой папке; подписанные остаются у неё.`,
    `Открытые анкеты тоже остаются у ${former}: попросите открыть Вам в каждой из них доступ редактора, иначе новые ответы не соберутся.`,
  ];
}

/** True if the running account owns the heartbeat; one that was handed over removes itself. */
export function ownsHeartbeat(wb: ReadOnlyWorkbook): boolean {
  const owner = wb.setting(settings, "ownerEmail");
  if (owner === null || owner === effectiveUser()) return true;
  removeHeartbeat();
  return false;
}

/** What the sidebar «Начало работы» may ask. */
export function schoolCallsFor(surroundings: Surroundings) {
  return {
    loadStart: () => loadStart(surroundings),
    setUp: (form: StartForm) => setUp(surroundings, form),
    takeOver: () => takeOver(surroundings),
  };
}
