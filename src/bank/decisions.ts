// What answers leave to the curator: who has written one, and whether it or a later hand edit holds. One click decides.
import { Stop } from "../google/stop";
import { ANSWER_STATUS, answers, type Answer, UNCLEAR } from "../questionnaires/answers.table";
import { readFullName } from "../school/fullName";
import type { ReadOnlyWorkbook, Workbook } from "../workbook/workbook";
import { factsOf } from "../workbook/column";
import type { AuthorChoice, Decisions, OpenField, UnclearAnswer } from "./decisionsView";
import { columnOf, type Field, type Said, valueNow, type Values, writeFields } from "./intake/said";
import { candidateOf, INTAKE_SAYS } from "./intake/takeAnswers";
import { refreshNames } from "./names";
import { people } from "./people.table";
import { UPDATE_SAYS } from "./yearlyUpdate/updateQuestionnaires";

const SAYS: Readonly<Record<string, (values: Values) => Said[]>> = { ...INTAKE_SAYS, ...UPDATE_SAYS };
const TAKEN: readonly (string | null)[] = [ANSWER_STATUS.taken, ANSWER_STATUS.late];
const GONE = new Stop(
  "Этого ответа или человека уже нет в таблице.",
  "Закройте панель, откройте её снова и выберите снова.",
);

/** What is left to decide about the answers to these questionnaires, by their keys with their names. */
export function decisionsOn(wb: ReadOnlyWorkbook, questionnaires: Readonly<Record<string, string>>): Decisions {
  const own = wb.all(answers).filter(({ questionnaire }) => questionnaire in questionnaires);
  return {
    unclear: own
      .filter(({ status, person }) => person === null && UNCLEAR.includes(status))
      .map((answer) => unclearAnswer(wb, answer, questionnaires[answer.questionnaire] ?? "")),
    fields: own.filter(({ status }) => TAKEN.includes(status)).flatMap((answer) => openFields(wb, answer)),
  };
}

function unclearAnswer(wb: ReadOnlyWorkbook, answer: Answer, questionnaire: string): UnclearAnswer {
  const { code, respondent, answeredAt, toDecide } = answer;
  const likely = (toDecide?.likely ?? []).flatMap((person) => {
    const known = wb.find(people, person);
    const name = [known?.fullName, known?.post].filter(Boolean).join(", ");
    return known ? [{ code: person, name }] : [];
  });
  const canBeNew = nameIn(answer) !== "";
  return { code, respondent: respondent ?? "без имени", questionnaire, answeredAt, likely, canBeNew };
}

/** How the author calls himself, tidied as «Педагоги» keeps names. */
function nameIn({ toDecide, respondent }: Answer): string {
  const typed = toDecide ? (toDecide.name ?? "") : (respondent ?? "").split(" — ")[0];
  return readFullName(typed ?? "").fullName;
}

function openFields(wb: ReadOnlyWorkbook, answer: Answer): OpenField[] {
  const { code, person, toDecide, questionnaire, values } = answer;
  const open = toDecide?.fields ?? [];
  const says = SAYS[questionnaire];
  if (open.length === 0 || person === null || !says) return [];
  return says(values ?? {})
    .filter(({ field }) => open.includes(field))
    .map(({ field, value, typed }) => ({
      answer: code,
      person: wb.find(people, person)?.fullName ?? person,
      field,
      heading: factsOf(columnOf(field)).heading,
      now: shown(field, valueNow(wb, person, field)),
      said: value === undefined ? typed : shown(field, value),
      canTake: value !== undefined,
    }));
}

function shown(field: Field, value: unknown): string {
  const cell = value === undefined ? "" : columnOf(field).encode(value);
  return typeof cell === "object" ? cell.date : String(cell);
}

/**
 * Says who has written an answer; it is taken in with the next pull, or left in the history for good.
 *
 * @throws Stop if the answer or the person is gone, or a new person has no name
 */
export function decideAuthor(wb: Workbook, code: string, choice: AuthorChoice): void {
  const answer = wb.find(answers, code);
  if (!answer) throw GONE;
  if (choice === "reject") {
    wb.update(answers, code, { status: ANSWER_STATUS.rejected, person: null, toDecide: null });
    wb.note({ what: "Ответ отклонён: остаётся в истории", records: [code] });
    return;
  }
  const person = choice === "new" ? newPerson(wb, answer) : wb.find(people, choice.person)?.code;
  if (person === undefined) throw GONE;
  wb.update(answers, code, { person });
  wb.note({ what: "Указан автор ответа", records: [code, person] });
}

/** A candidate of this answer's own, even where the bank knows somebody of the same name. */
function newPerson(wb: Workbook, answer: Answer): string {
  const fullName = nameIn(answer);
  if (fullName === "") {
    throw new Stop("В ответе нет имени.", "Выберите, кто ответил, из списка или отклоните ответ.");
  }
  const authors = new Set(wb.all(answers).map(({ person }) => person));
  return candidateOf(wb, fullName, answer.toDecide?.email ?? null, (made) => !authors.has(made.code)).code;
}

/**
 * Settles one field: what the answer says is written, or the cell stays as it is.
 *
 * @throws Stop if the answer is gone, or the column cannot hold what it says
 */
export function decideField(wb: Workbook, code: string, field: string, take: boolean): void {
  const answer = wb.find(answers, code);
  const person = answer?.person ?? null;
  if (!answer || person === null) throw GONE;
  if (take) writeSaid(wb, answer, person, field);
  const fields = (answer.toDecide?.fields ?? []).filter((one) => one !== field);
  wb.update(answers, code, { toDecide: fields.length > 0 ? { fields } : null });
  wb.note({ what: take ? "Сведения внесены из ответа" : "Сведения оставлены как в таблице", records: [code, person] });
}

function writeSaid(wb: Workbook, { questionnaire, values }: Answer, person: string, field: string): void {
  const said = SAYS[questionnaire]?.(values ?? {}).find((one) => one.field === field);
  if (said?.value === undefined) {
    throw new Stop("Это значение не подходит для ячейки.", "Исправьте его в таблице сами и нажмите «Оставить».");
  }
  const isName = said.field === "people.fullName";
  writeFields(wb, person, [isName ? { ...said, value: readFullName(said.typed).fullName } : said]);
  if (isName) refreshNames(wb, [person]);
}
