// What keeps a document from being made, apart from its template: for every paper alike, and by its own kind.
import { withdrawnIn, WITHDRAWN } from "../bank/consentRules";
import { people } from "../bank/people.table";
import { emptyRequired } from "../documents/tags";
import { Stop } from "../google/stop";
import type { ReadOnlyWorkbook } from "../workbook/workbook";
import type { AnyPaperKind, Obstacle, PaperCase } from "./paperKind";

/** Empty until the document is registered, whatever the template demands. */
const REGISTRATION: readonly string[] = ["номер", "дата"];

/**
 * Obstacles of one document: people who have withdrawn their consent, what its kind finds, and, where nothing else keeps it
 * back, what it has to say and cannot.
 */
export function obstaclesOf(wb: ReadOnlyWorkbook, kind: AnyPaperKind, about: PaperCase): readonly Obstacle[] {
  const found = attempt(() => [...withdrawals(wb, kind, about), ...(kind.obstacles?.(wb, about) ?? [])]);
  if (found.some(isError)) return found;
  return [...found, ...attempt(() => emptiness(wb, kind, about))];
}

/** A refusal of the kind itself (the row of its subject has gone) is an obstacle like others. */
function attempt(look: () => readonly Obstacle[]): readonly Obstacle[] {
  try {
    return look();
  } catch (failure) {
    if (failure instanceof Stop) return [{ level: "error", what: failure.what, mend: failure.mend }];
    throw failure;
  }
}

export const isError = ({ level }: Obstacle): boolean => level === "error";

function withdrawals(wb: ReadOnlyWorkbook, kind: AnyPaperKind, about: PaperCase): Obstacle[] {
  const withdrawn = withdrawnIn(wb);
  if (withdrawn.size === 0) return [];
  const persons = [...new Set(kind.concerns(wb, about).people)].filter((code) => withdrawn.has(code));
  return persons.map((code) => ({
    level: "error",
    what: `${wb.find(people, code)?.fullName ?? code}: ${WITHDRAWN}.`,
    mend: "Если человек снова дал согласие, запишите его в карточке педагога и повторите.",
    place: { tab: people.tab, code },
  }));
}

function emptiness(wb: ReadOnlyWorkbook, kind: AnyPaperKind, about: PaperCase): Obstacle[] {
  const { paper } = kind;
  return emptyRequired(paper.tags, paper.data(kind.input(wb, about, null)))
    .filter(({ name }) => !REGISTRATION.includes(name))
    .map(({ note, name }) => ({
      level: "error",
      what: `Не указано обязательное: ${note} (метка {${name}}).`,
      mend: "Заполните это в форме документа или на вкладке, откуда берутся сведения, и повторите.",
    }));
}

/** @throws Stop that lists what keeps the documents from being made; nothing is made by halves */
export function refuseObstacles(wb: ReadOnlyWorkbook, kind: AnyPaperKind, cases: readonly PaperCase[]): void {
  const names = namesOf(wb, kind);
  refuseAll(
    `«${kind.paper.title}» подготовить нельзя.`,
    cases.map((about) => ({
      name: names(about.subject),
      errors: obstaclesOf(wb, kind, about).filter(isError),
    })),
  );
}

const MOST_TOLD = 5;

/** @throws Stop that lists the errors, if there are any */
export function refuseAll(what: string, checked: readonly { name: string; errors: readonly Obstacle[] }[]): void {
  const bad = checked.filter(({ errors }) => errors.length > 0);
  if (bad.length === 0) return;
  const list = bad.slice(0, MOST_TOLD).map(({ name, errors }) => {
    const whats = errors.map((error) => error.what.replace(/\.$/, "")).join("; ");
    return name === "" || whats.startsWith(name) ? whats : `${name}: ${whats}`;
  });
  const more = bad.length > MOST_TOLD ? `; и ещё документов: ${String(bad.length - MOST_TOLD)}` : "";
  const [only, ...others] = bad.flatMap(({ errors }) => errors);
  throw new Stop(
    `${what} ${list.join("; ")}${more}.`,
    only !== undefined && others.length === 0
      ? only.mend
      : "Устраните перечисленное или уберите эти документы из выбора и повторите: уже сделанное не задвоится.",
  );
}

/** Names of subjects; "" for the year's own papers. Whoever is offered no more is known by the row, or by the code alone. */
export function namesOf(wb: ReadOnlyWorkbook, kind: AnyPaperKind): (subject: string) => string {
  let names: ReadonlyMap<string, string> | null = null;
  return (subject) => {
    names ??= new Map((kind.subjects?.(wb) ?? []).map((one) => [one.subject, one.name]));
    return names.get(subject) ?? (kind.count === "each" ? (wb.find(people, subject)?.fullName ?? subject) : "");
  };
}
