// Brings answers from Google Forms to «Ответы»: each response once, its author recognised, the newest one counting.
import { pullResponses, type RawResponse } from "../google/forms";
import { otherOwner } from "../school/filesOwner";
import { addDays, dateAt } from "../workbook/calendarDate";
import type { Workbook } from "../workbook/workbook";
import { ANSWER_STATUS, answers, type Answer, type AnswerValue, type ToDecide, UNCLEAR } from "./answers.table";
import { asksForName, FORM_STATUS, forms, NAME_KEY, type FormRecord } from "./forms.table";
import { INVITATION_STATUS, invitations, type Invitation } from "./invitations.table";
import { invitationOf, numberlessFinder } from "./personalCode";
import { CODE_KEY, OVERALL_KEY } from "./questionnaire";
import { numberAnswer, readAnswers, textAnswer } from "./readAnswers";
import { recogniser, type Recognition, type Respondent, type Signature } from "./respondents";

/** An answer on its way into the workbook. */
export interface IncomingAnswer {
  form: FormRecord;
  /** Code on «Педагоги»; null for an author whom nobody knows. */
  person: string | null;
  /** How the author calls himself, for a candidate's name. */
  signature: Signature;
  about: string | null;
  answeredAt: string;
  values: Readonly<Record<string, AnswerValue>>;
  /** What this person has answered to the questionnaire before, in whatever form; null if nothing. */
  earlier: (person: string) => EarlierAnswer | null;
}

/** The answer that a newer one follows. */
export interface EarlierAnswer {
  /** Code on «Анкеты». */
  form: string;
  answeredAt: string;
  values: Readonly<Record<string, AnswerValue>>;
  /** What of it is still left to the curator. */
  fields: readonly string[];
}

/** The author's code and what («table.column») of the answer is left to the curator. */
export interface TakenAnswer {
  person: string;
  fields: readonly string[];
}

/**
 * What a room does with the answers to its questionnaire: writes them where they belong and gives the person's code
 * (of a candidate made on the way, too) or null. Must be repeatable: after a kill it may see an answer again.
 */
export type Consumer = (wb: Workbook, answer: IncomingAnswer) => TakenAnswer | string | null;

/** For questionnaires whose answers are only kept. */
export const recordOnly: Consumer = (_, answer) => answer.person;

export interface PulledAnswers {
  /** New answers, late ones included. */
  taken: number;
  late: number;
  /** Authors whom the curator has to name. */
  unknown: number;
  doubtful: number;
  /** Forms that are gone, with what to do. */
  lost: { form: string; title: string; what: string; mend: string }[];
  /** The account that owns the forms and gathers the answers in the background, if the one at work cannot. */
  gatheredBy: string | null;
}

/** A response may be stamped a little earlier than it becomes visible; asking again costs nothing, it is known by its id. */
const OVERLAP_MS = 60 * 60 * 1000;

/**
 * Pulls the new responses of the forms that are not closed and have a consumer. Repeatable: a response is known by its id.
 * What the consumers write is saved before the answers are recorded, so an interruption repeats them and loses nothing. An account that does not own the forms cannot see them:
 * it leaves them to the owner's heartbeat, and only settles what the curator has decided.
 *
 * @param consumers by questionnaire key; `recordOnly` where an answer changes nothing beside «Ответы»
 */
export function pullAnswers(
  wb: Workbook,
  respondents: readonly Respondent[],
  consumers: Readonly<Record<string, Consumer>>,
): PulledAnswers {
  const gatheredBy = otherOwner(wb);
  const result: PulledAnswers = { taken: 0, late: 0, unknown: 0, doubtful: 0, lost: [], gatheredBy };
  const desk = new Desk(wb, respondents, consumers, result);
  for (const form of wb.all(forms)) {
    const mine = form.questionnaire in consumers && form.status !== FORM_STATUS.closed;
    if (mine && gatheredBy === null && form.formId !== null) desk.pull(form, form.formId);
  }
  desk.settleNamedByCurator();
  desk.record();
  if (result.taken + result.unknown + result.doubtful > 0) {
    wb.note({ what: `Собраны ответы на анкеты: ${result.taken + result.unknown + result.doubtful}` });
  }
  return result;
}

/** Takes only the answers whose author the curator has named, without looking for new ones. */
export function settleNamed(wb: Workbook, consumers: Readonly<Record<string, Consumer>>): void {
  const result: PulledAnswers = { taken: 0, late: 0, unknown: 0, doubtful: 0, lost: [], gatheredBy: null };
  const desk = new Desk(wb, [], consumers, result);
  desk.settleNamedByCurator();
  desk.record();
}

/** In a form of the code-only mode nothing else may tell who has answered. */
const WITHOUT_CODE: Recognition = { person: null, doubt: "нет личного кода", likely: [] };

/** An answer before it is known what its author has answered earlier. */
type Arrival = Omit<IncomingAnswer, "earlier">;

/** Where one pull's answers are sorted. */
class Desk {
  private readonly known: ReadonlySet<string>;
  private readonly recognise: (signature: Signature) => Recognition;
  private readonly invited: ReadonlyMap<string, Invitation>;
  /** Form, person and subject → the answer that counts now. */
  private readonly current = new Map<string, Answer>();
  /** Questionnaire, person and subject → the newest answer. */
  private readonly newest = new Map<string, EarlierAnswer>();
  /** What is still to be written down of the answers that the consumers have taken. */
  private readonly records: (() => void)[] = [];

  constructor(
    private readonly wb: Workbook,
    respondents: readonly Respondent[],
    private readonly consumers: Readonly<Record<string, Consumer>>,
    private readonly result: PulledAnswers,
  ) {
    const recorded = wb.all(answers);
    this.known = new Set(recorded.flatMap(({ responseId }) => responseId ?? []));
    this.recognise = recogniser(respondents);
    this.invited = new Map(wb.all(invitations).map((invitation) => [invitation.code, invitation]));
    for (const answer of recorded) {
      if (counts(answer)) this.current.set(placeOf(answer), answer);
      if (answer.person !== null && !UNCLEAR.includes(answer.status))
        this.remember(answer, answer.toDecide?.fields ?? []);
    }
  }

  pull(form: FormRecord, formId: string): void {
    const since = form.pulledAt === null ? null : new Date(Date.parse(form.pulledAt) - OVERLAP_MS).toISOString();
    const fresh = pullResponses(formId, since, this.known);
    if (fresh === null) {
      this.markLost(form);
      return;
    }
    // A form that was out of reach for a while, or was taken back from the bin, goes on by itself.
    if (form.status === FORM_STATUS.lost) this.wb.update(forms, form.code, { status: FORM_STATUS.open });
    const invitationIn = fresh.length === 0 ? () => null : this.finderFor(form, formId);
    for (const response of fresh) this.take(form, invitationIn, response);
    // Without new answers nothing is written: the heartbeat comes here every ten minutes.
    if (fresh.length > 0) this.records.push(() => this.wb.update(forms, form.code, { pulledAt: this.wb.moment }));
  }

  /** A recorded answer is never taken again: first what came of it must be safe in the workbook. */
  record(): void {
    if (this.records.length === 0) return;
    this.wb.save();
    for (const write of this.records.splice(0)) write();
  }

  /** Answers whose author the curator has since named on «Ответы» are taken like any other. */
  settleNamedByCurator(): void {
    const waiting = this.wb.all(answers).filter(({ person, status }) => person !== null && UNCLEAR.includes(status));
    for (const answer of waiting) {
      const form = this.wb.find(forms, answer.form);
      if (!form || !(form.questionnaire in this.consumers)) continue;
      const taken = this.consume({
        form,
        person: answer.person,
        signature: { invited: null, email: null, fullName: answer.toDecide?.name ?? null },
        about: answer.about,
        answeredAt: answer.answeredAt,
        values: answer.values ?? {},
      });
      const status = this.statusOf(form, answer.answeredAt);
      const invitation = [...this.invited.values()].find(
        (one) => one.form === form.code && one.person === answer.person && one.about === answer.about,
      );
      this.records.push(() => {
        if (invitation) this.markAnswered(invitation, answer.answeredAt);
        this.place(this.wb.update(answers, answer.code, { status, toDecide: leftToDecide(taken?.fields ?? []) }));
      });
    }
  }

  /** What tells an invitation of this form by the code that its author has sent. */
  private finderFor(form: FormRecord, formId: string): (typed: string) => string | null {
    if (asksForName(form)) return (typed) => invitationOf(typed, formId);
    const own = [...this.invited.values()].filter((invitation) => invitation.form === form.code);
    return numberlessFinder(
      own.map(({ code }) => code),
      formId,
    );
  }

  private take(form: FormRecord, invitationIn: (typed: string) => string | null, response: RawResponse): void {
    const all = readAnswers(form.questions ?? {}, response.answers);
    const values = Object.fromEntries(Object.entries(all).filter(([key]) => key !== CODE_KEY && key !== NAME_KEY));
    const invitation = this.invited.get(invitationIn(textAnswer(all, CODE_KEY) ?? "") ?? "");
    const named = asksForName(form);
    const signature = {
      invited: invitation?.form === form.code ? invitation.person : null,
      email: named ? response.email : null,
      fullName: named ? textAnswer(all, NAME_KEY) : null,
    };
    const recognition = named || invitation ? this.recognise(signature) : WITHOUT_CODE;
    const { person, doubt } = recognition;
    const incoming: Arrival = {
      form,
      person,
      signature,
      about: person === null ? null : (invitation?.about ?? null),
      answeredAt: response.submittedAt,
      values,
    };
    const taken = doubt === null ? this.consume(incoming) : null;
    this.records.push(() => {
      // Before the answer: once it is recorded, nobody comes back for its invitation.
      if (taken && invitation?.person === taken.person) this.markAnswered(invitation, response.submittedAt);
      this.enter(incoming, taken, recognition, response.id);
    });
  }

  private consume(arrival: Arrival): TakenAnswer | null {
    const { form, person, about, answeredAt, values } = arrival;
    const before = this.current.get(placeOf({ form: form.code, person, about }));
    if (person !== null && before && before.answeredAt > answeredAt) return { person, fields: [] };
    const earlier = (author: string) => {
      const newest = this.newest.get(placeOf({ form: form.questionnaire, person: author, about })) ?? null;
      return newest !== null && newest.answeredAt <= answeredAt ? newest : null;
    };
    const given = (this.consumers[form.questionnaire] ?? recordOnly)(this.wb, { ...arrival, earlier });
    const taken = typeof given === "string" ? { person: given, fields: [] } : given;
    if (taken) {
      const { questionnaire, code } = form;
      this.remember({ form: code, questionnaire, person: taken.person, about, answeredAt, values }, taken.fields);
    }
    return taken;
  }

  private remember(
    answer: Pick<Answer, "form" | "questionnaire" | "person" | "about" | "answeredAt" | "values">,
    fields: readonly string[],
  ): void {
    const { form, answeredAt, values } = answer;
    const place = placeOf({ ...answer, form: answer.questionnaire });
    const before = this.newest.get(place);
    if (before && before.answeredAt > answeredAt) return;
    this.newest.set(place, { form, answeredAt, values: values ?? {}, fields });
  }

  private enter(
    incoming: Arrival,
    taken: TakenAnswer | null,
    { doubt, likely }: Recognition,
    responseId: string,
  ): void {
    const { form, signature, about, answeredAt, values } = incoming;
    const { fullName: name, email } = signature;
    const status =
      taken !== null
        ? this.statusOf(form, answeredAt)
        : doubt === null
          ? ANSWER_STATUS.unknown
          : ANSWER_STATUS.doubtful;
    const overall = numberAnswer(values, OVERALL_KEY);
    const answer = this.wb.add(answers, {
      form: form.code,
      questionnaire: form.questionnaire,
      person: taken?.person ?? null,
      respondent: [name ?? email ?? "", doubt ?? ""].filter((part) => part !== "").join(" — ") || null,
      about,
      answeredAt,
      status,
      overall: overall !== null && overall >= 1 && overall <= 10 ? overall : null,
      values,
      toDecide: taken
        ? leftToDecide(taken.fields)
        : { likely: [...likely], ...(name === null ? {} : { name }), ...(email === null ? {} : { email }) },
      responseId,
    });
    this.count(status);
    this.place(answer);
  }

  /** The newest answer of a person to a form counts; the one before it stays as history. */
  private place(answer: Answer): void {
    if (answer.person === null) return;
    const before = this.current.get(placeOf(answer));
    const [newer, older] = before && before.answeredAt > answer.answeredAt ? [before, answer] : [answer, before];
    this.current.set(placeOf(answer), newer);
    if (older && older.code !== newer.code) this.wb.update(answers, older.code, { status: ANSWER_STATUS.earlier });
  }

  private statusOf(form: FormRecord, answeredAt: string): Answer["status"] {
    const day = dateAt(Date.parse(answeredAt), this.wb.timeZone);
    return form.deadline !== null && day >= addDays(form.deadline, 1) ? ANSWER_STATUS.late : ANSWER_STATUS.taken;
  }

  private count(status: Answer["status"]): void {
    if (status === ANSWER_STATUS.unknown) this.result.unknown++;
    else if (status === ANSWER_STATUS.doubtful) this.result.doubtful++;
    else this.result.taken++;
    if (status === ANSWER_STATUS.late) this.result.late++;
  }

  private markAnswered(invitation: Invitation, answeredAt: string): void {
    this.wb.update(invitations, invitation.code, { status: INVITATION_STATUS.answered, answeredAt, trouble: null });
  }

  private markLost(form: FormRecord): void {
    const title = form.title ?? form.code;
    const what = `Анкета «${title}» удалена или недоступна.`;
    const mend =
      "Если форма в корзине Google Диска, восстановите её; если она осталась у прежнего владельца автоматики, попросите его открыть Вам доступ редактора: сбор ответов продолжится сам. Если её нет, создайте анкету заново; собранные ответы сохранены.";
    this.result.lost.push({ form: form.code, title, what, mend });
    if (form.status === FORM_STATUS.lost) return;
    this.wb.update(forms, form.code, { status: FORM_STATUS.lost });
    this.wb.note({ what: `${what} ${mend}`, records: [form.code] });
  }
}

function leftToDecide(fields: readonly string[]): ToDecide | null {
  return fields.length > 0 ? { fields: [...fields] } : null;
}

function counts({ person, status }: Answer): boolean {
  return person !== null && (status === ANSWER_STATUS.taken || status === ANSWER_STATUS.late);
}

function placeOf({ form, person, about }: { form: string; person: string | null; about: string | null }): string {
  return `${form} ${person ?? ""} ${about ?? ""}`;
}
