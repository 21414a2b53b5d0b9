// The rest of a person's card: difficulties, programmes, papers and questionnaires, and what these ask to be done.
import { diagnostics, ENTRY_KIND, type Diagnostic } from "../bank/diagnostics.table";
import { MENTEE_INTAKE } from "../bank/intake/menteeQuestionnaire";
import { DOCUMENT_STATUS, documents } from "../documents/documents.table";
import { severitiesByPerson } from "../pairing/profiles";
import { activities, ACTIVITY_STATUS } from "../programmes/activities.table";
import { programmes, PROGRAMME_STATUS, type Programme } from "../programmes/programmes.table";
import { FORM_STATUS, forms, type FormRecord } from "../questionnaires/forms.table";
import { INVITATION_STATUS, invitations, type Invitation } from "../questionnaires/invitations.table";
import { counted } from "../school/counted";
import { settings } from "../school/settings.table";
import { addDays, type CalendarDate, dateAt, formatDate } from "../workbook/calendarDate";
import type { ReadOnlyWorkbook } from "../workbook/workbook";
import type {
  CardMore,
  CardStep,
  DifficultyOfPerson,
  MoreAsked,
  PaperOfPerson,
  ProgrammeOfPerson,
  QuestionnaireOfPerson,
} from "./cardView";
import { type Found, type RuleKey, stepsOf } from "./nextActions";

/** Where neither the mentor's row nor the settings say otherwise. */
const USUAL_CAPACITY = 2;
const DAYS_TO_ANSWER = 10;
/** Nobody is reminded more often: see the letters' own rule. */
const REMIND_AFTER_DAYS = 2;
const PAPERS_SHOWN = 12;
/** Keys of blank consents: whether they are signed is told on their own tab. */
const CONSENT_PAPERS = /^\w+Consent:/;
const PROGRAMMES_OVER: readonly (string | null)[] = [PROGRAMME_STATUS.finished, PROGRAMME_STATUS.ended];
const PAPERS_OVER: readonly (string | null)[] = [DOCUMENT_STATUS.superseded, DOCUMENT_STATUS.cancelled];

/** What has been looked up. */
export interface MoreFacts extends Omit<CardMore, "steps"> {
  today: CalendarDate;
  asked: MoreAsked;
  /** The person's invitations to forms that take answers, with those forms. */
  open: readonly { invitation: Invitation; form: FormRecord }[];
}

/** Reads only the tabs that can hold something about this person, each once. */
export function cardMore(wb: ReadOnlyWorkbook, asked: MoreAsked): CardMore {
  const rows = asked.isMentee ? wb.all(diagnostics).filter(({ person }) => person === asked.person) : [];
  const own = wb.all(invitations).filter(({ person }) => person === asked.person);
  const formOf = (code: string): FormRecord | undefined => (own.length > 0 ? wb.find(forms, code) : undefined);
  const facts: MoreFacts = {
    today: wb.today,
    asked,
    capacity: asked.mentor && (asked.mentor.capacity ?? wb.setting(settings, "mentorCapacity") ?? USUAL_CAPACITY),
    difficulties: difficultiesIn(rows, asked.person),
    requests: requestsIn(rows),
    programmes: programmesOf(wb, asked.pairs),
    papers: papersOf(wb, asked),
    questionnaires: own.map((invitation) => questionnaireOf(wb, invitation, formOf(invitation.form))).reverse(),
    open: own.flatMap((invitation) => {
      const form = formOf(invitation.form);
      return form && takesAnswers(form, wb.today) ? [{ invitation, form }] : [];
    }),
  };
  const { today: _, asked: __, open: ___, ...shown } = facts;
  return { ...shown, steps: moreActions(facts) };
}

type MoreRule = (facts: MoreFacts) => readonly Found[];

const MORE_RULES: Readonly<Partial<Record<RuleKey, MoreRule>>> = {
  notSent: ({ questionnaires, open }) =>
    questionnaires
      .filter(({ status, code }) => open.some((one) => one.invitation.code === code) && isTroubled(status))
      .map((one) => ({
        about: one.code,
        label: "Посмотреть приглашение",
        why: `Письмо с анкетой не ушло. ${one.trouble ?? ""}`.trim(),
        action: { do: "showRow", place: { tab: one.tab, code: one.code } },
      })),
  remind: ({ questionnaires, open, today }) =>
    open
      .filter(({ invitation }) => invitation.status === INVITATION_STATUS.sent)
      .flatMap(({ invitation, form }) => {
        const one = questionnaires.find(({ code }) => code === invitation.code);
        const last = one?.remindedOn ?? one?.sentOn ?? null;
        if (!one || last === null || last > addDays(today, -REMIND_AFTER_DAYS)) return [];
        const due = form.deadline;
        return [
          {
            about: invitation.code,
            label: "Напомнить об анкете",
            why: `Анкета «${one.title}» отправлена ${formatDate(last as CalendarDate)}, ответа нет.`,
            due,
            action: { do: "remind", invitation: invitation.code },
          } as const,
        ];
      }),
  invite: ({ asked, open, today }) =>
    asked.questionnaires
      .filter((questionnaire) => !open.some(({ form }) => form.questionnaire === questionnaire))
      .map((questionnaire) => ({
        about: questionnaire,
        label: "Пригласить к анкете",
        why:
          questionnaire === MENTEE_INTAKE
            ? "Запрос и затруднения ещё не собраны."
            : "Ещё не спросили, готов ли человек быть наставником и в чём.",
        action: { do: "invite", questionnaire, deadline: addDays(today, DAYS_TO_ANSWER) },
      })),
  programme: ({ asked, programmes: own }) =>
    asked.inForce
      .filter((pair) => !own.some((programme) => programme.pair === pair))
      .map((pair) => ({
        about: pair,
        label: "Составить программу",
        why: `Пара ${pair} действует, программы ещё нет.`,
        action: { do: "makeProgramme", pair },
      })),
  activities: ({ programmes: own }) =>
    own
      .filter(({ firstOverdue }) => firstOverdue !== null)
      .map((programme) => ({
        about: programme.code,
        label: "Отметить мероприятия",
        why: `В программе ${counted(programme.overdue, ["мероприятие", "мероприятия", "мероприятий"])} с прошедшим сроком без отметки.`,
        action: { do: "showRow", place: { tab: activities.tab, code: programme.firstOverdue ?? "" } },
      })),
  paper: ({ papers }) =>
    papers
      .filter(({ toSign, link }) => toSign && link !== null)
      .slice(0, 1)
      .map(({ code, title, link }) => ({
        about: code,
        label: "Открыть проект",
        why: `Не подписано: ${title}.`,
        action: { do: "openLink", link: link ?? "" },
      })),
  pairEnding: ({ asked, questionnaires }) =>
    asked.ending
      .filter(({ pair }) => !questionnaires.some(({ about }) => about === pair))
      .map(({ pair, partners, endsOn }) => ({
        about: pair,
        label: "Провести итоговый опрос",
        why: `Пара (${partners}) завершает работу ${formatDate(endsOn as CalendarDate)}.`,
        due: endsOn,
        action: { do: "openPage", page: "openSurveys" },
      })),
  overCapacity: ({ capacity, asked: { mentor } }) =>
    mentor && capacity !== null && mentor.load > capacity
      ? [
          {
            label: "Пересмотреть пары",
            why: `Наставляемых ${mentor.load} при норме ${capacity}.`,
            action: { do: "openPage", page: "openPairing" },
          },
        ]
      : [],
  free: ({ capacity, asked: { mentor } }) =>
    mentor?.mayHaveMore && capacity !== null && mentor.load < capacity
      ? [
          {
            label: "Подобрать наставляемого",
            why: `Свободных мест: ${capacity - mentor.load} из ${capacity}.`,
            action: { do: "openPage", page: "openPairing" },
          },
        ]
      : [],
};

/** What programmes, papers and questionnaires ask to be done. */
function moreActions(facts: MoreFacts): CardStep[] {
  return (Object.keys(MORE_RULES) as RuleKey[]).flatMap((key) =>
    stepsOf(key, MORE_RULES[key]?.(facts) ?? [], facts.today),
  );
}

function isTroubled(status: string | null): boolean {
  return status === INVITATION_STATUS.failed || status === INVITATION_STATUS.sending;
}

function takesAnswers({ status, deadline }: FormRecord, today: CalendarDate): boolean {
  return status === FORM_STATUS.open && (deadline === null || deadline >= today);
}

/** By the latest diagnosis, the hardest first. */
function difficultiesIn(rows: readonly Diagnostic[], person: string): DifficultyOfPerson[] {
  return [...(severitiesByPerson(rows).get(person) ?? [])]
    .map(([direction, severity]) => ({ direction, severity }))
    .sort((one, other) => other.severity - one.severity);
}

function requestsIn(rows: readonly Diagnostic[]): CardMore["requests"] {
  return rows
    .flatMap(({ kind, wording, doneOn, urgency, decision }) =>
      kind === ENTRY_KIND.request && wording !== null ? [{ wording, doneOn, urgency, decision }] : [],
    )
    .sort((one, other) => (one.doneOn < other.doneOn ? 1 : -1));
}

function programmesOf(wb: ReadOnlyWorkbook, pairCodes: readonly string[]): ProgrammeOfPerson[] {
  if (pairCodes.length === 0) return [];
  const own = wb.all(programmes).filter(({ pair }) => pairCodes.includes(pair));
  return own.map((programme) => programmeView(wb, programme));
}

function programmeView(wb: ReadOnlyWorkbook, programme: Programme): ProgrammeOfPerson {
  const { code, pair, status, startsOn, endsOn, document } = programme;
  const plan = wb.all(activities).filter((row) => row.programme === code && row.status !== ACTIVITY_STATUS.cancelled);
  const done = plan.filter((row) => row.status === ACTIVITY_STATUS.done);
  const late = PROGRAMMES_OVER.includes(status)
    ? []
    : plan.filter((row) => row.status !== ACTIVITY_STATUS.done && row.dueOn !== null && row.dueOn < wb.today);
  return {
    tab: programmes.tab,
    code,
    pair,
    status,
    term: startsOn === null || endsOn === null ? "" : `${formatDate(startsOn)} — ${formatDate(endsOn)}`,
    done: done.length,
    activities: plan.length,
    overdue: late.length,
    firstOverdue: late[0]?.code ?? null,
    link: document === null ? null : (wb.find(documents, document)?.link ?? null),
  };
}

/** The latest first. */
function papersOf(wb: ReadOnlyWorkbook, { person, pairs }: MoreAsked): PaperOfPerson[] {
  return wb
    .all(documents)
    .filter((one) => !PAPERS_OVER.includes(one.status))
    .filter(
      // A pair's consents are each person's own.
      (one) =>
        one.people.includes(person) ||
        (!CONSENT_PAPERS.test(one.key ?? "") && one.pairs.some((pair) => pairs.includes(pair))),
    )
    .sort((one, other) => ((one.madeAt ?? "") < (other.madeAt ?? "") ? 1 : -1))
    .slice(0, PAPERS_SHOWN)
    .map(({ code, paper, number, signedOn, status, link, key }) => ({
      tab: documents.tab,
      code,
      title: [paper, number && `№ ${number}`, signedOn && `от ${formatDate(signedOn)}`].filter(Boolean).join(" "),
      status,
      link,
      toSign: status === DOCUMENT_STATUS.draft && !CONSENT_PAPERS.test(key ?? ""),
    }));
}

function questionnaireOf(
  wb: ReadOnlyWorkbook,
  invitation: Invitation,
  form: FormRecord | undefined,
): QuestionnaireOfPerson {
  const { code, about, status, sentAt, answeredAt, remindedAt, reminders, link, trouble } = invitation;
  const dayOf = (moment: string | null): string | null =>
    moment === null ? null : dateAt(Date.parse(moment), wb.timeZone);
  return {
    tab: invitations.tab,
    code,
    title: form?.title ?? "анкета",
    about,
    status,
    sentOn: dayOf(sentAt),
    remindedOn: dayOf(remindedAt),
    answeredOn: dayOf(answeredAt),
    open: form !== undefined && takesAnswers(form, wb.today),
    reminders: reminders ?? 0,
    link,
    trouble,
  };
}
