// What a school would miss or notice twice: the content of the workbook, the papers, the forms and the mail, without codes and times.
import { formsOf } from "../../sandbox/forms/state";
import type { Row, School } from "./school";

/** Tab → the headings by which two states of it are compared. Codes and times differ after an interruption, these may not. */
const COMPARED: Readonly<Record<string, readonly string[]>> = {
  Педагоги: ["fullName", "post", "email", "phone", "hiredOn", "employment"],
  Наставники: ["fullName", "status", "competences", "capacity"],
  Наставляемые: ["fullName", "status", "difficulties", "request"],
  Пары: ["status", "mentorName", "menteeNames", "directions", "startsOn", "endsOn"],
  Программы: ["title", "goal", "directions", "startsOn", "endsOn"],
  Мероприятия: ["number", "content", "dueOn"],
  Документы: ["paper", "number", "signedOn", "status", "version", "key"],
  Согласия: ["fullName", "kind", "givenOn"],
  "Запросы и диагностика": ["fullName", "stage", "direction", "severity"],
  Анкеты: ["questionnaire", "status", "deadline"],
  Ответы: ["questionnaire", "respondent", "status", "overall", "values"],
  Настройки: ["Ключ", "Значение"],
};
/** What differs from world to world. */
const OWN_OF_A_WORLD = ["folderId"];

/** Sorted lines of each tab that is there. */
export type Essence = Readonly<Record<string, readonly string[]>>;

/** The state of a school, to be compared with `toEqual`. */
export function essenceOf(school: School): Essence {
  const tabs = school.tabs();
  const essence: Record<string, readonly string[]> = {};
  for (const [tab, keys] of Object.entries(COMPARED)) {
    if (!tabs.includes(tab)) continue;
    const rows = tab === "Настройки" ? school.table(tab) : school.records(tab);
    const lines = rows.filter((row) => !OWN_OF_A_WORLD.includes(row["Ключ"] ?? ""));
    essence[tab] = lines.map((row) => keys.map((key) => row[key] ?? "").join(" | ")).sort();
  }
  return {
    ...essence,
    "Google Drive": school.ownFiles().filter(isPaper).map(keyOf).sort(),
    folders: school
      .ownFiles()
      .filter(({ mimeType }) => mimeType.endsWith(".folder"))
      .map(({ name }) => name),
  };
}

const isPaper = ({ mimeType }: { mimeType: string }): boolean => mimeType === "application/vnd.google-apps.document";

function keyOf({ appProperties }: { appProperties: Record<string, string> }): string {
  return appProperties["nastavnikKey"] ?? "a paper without a key";
}

/** Letters by what they are and to whom; how often each has left. */
export function lettersOf(school: School): Map<string, number> {
  const letters = new Map<string, number>();
  for (const { to, subject } of school.mails()) {
    const key = `${to.join()} ← ${subject}`;
    letters.set(key, (letters.get(key) ?? 0) + 1);
  }
  return letters;
}

/** Invitations whose letter may not have left: the curator reads why, and what to do. */
export function unsure(school: School): Row[] {
  return school
    .records("Приглашения")
    .filter((row) => row["status"] === "отправляется" || row["status"] === "не отправлено")
    .filter((row) => row["trouble"] !== "");
}

/** How many Google Forms there are. One that nobody has a link to may be left behind by a kill. */
export function formCount(school: School): number {
  return Object.keys(formsOf(school.world)).length;
}
