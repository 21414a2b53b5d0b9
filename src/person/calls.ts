// What the sidebar «Карточка педагога» may ask of the server: JSON in, JSON out.
import * as z from "zod";
import { intakeReminders } from "../bank/intake/mail";
import { mentees } from "../bank/mentees.table";
import { people } from "../bank/people.table";
import { giveRole, type RolesGiven } from "../bank/roles";
import { Stop } from "../google/stop";
import { type JobProgress, startJob } from "../jobs/jobs";
import { invitations } from "../questionnaires/invitations.table";
import { surveyReminders } from "../surveys/mailJobs";
import { change, look } from "../workbook/commands";
import type { Workbook } from "../workbook/workbook";
import { choiceOf, openCard } from "./card";
import { cardMore } from "./cardMore";
import type { CardMore, CardOpened, CardWanted, MoreAsked, PersonChoice } from "./cardView";
import { peopleSelected } from "./whoIsMeant";
import type { Role } from "../bank/consentRules";

const MOST = 500;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const code = z.string().max(40);
const wantedInput = z.union([z.object({ person: code }), z.object({ selected: z.literal(true) })]);
const askedInput = z.object({
  person: code,
  isMentee: z.boolean(),
  mentor: z.object({ capacity: z.number().nullable(), load: z.number(), mayHaveMore: z.boolean() }).nullable(),
  pairs: z.array(code).max(MOST),
  inForce: z.array(code).max(MOST),
  ending: z.array(z.object({ pair: code, partners: z.string().max(5000), endsOn: z.string().regex(DAY) })).max(MOST),
  questionnaires: z.array(code).max(5),
});

export const personCalls = {
  loadCard: (input: CardWanted): CardOpened => {
    const wanted = wantedInput.parse(input);
    return look((wb) =>
      openCard(wb, "person" in wanted ? { people: [wanted.person], byName: false } : peopleSelected(wb)),
    );
  },
  loadCardMore: (input: MoreAsked): CardMore => {
    const asked = askedInput.parse(input);
    return look((wb) => cardMore(wb, asked));
  },
  /** Everybody, for the search box: asked for when it is first used. */
  loadPeople: (): PersonChoice[] => look((wb) => wb.all(people).map(choiceOf)),

  giveRole: (input: { person: string; role: Role }): RolesGiven => {
    const { person, role } = z.object({ person: code, role: z.enum(["mentor", "mentee"]) }).parse(input);
    return change(role === "mentor" ? "Добавление наставника" : "Добавление наставляемого", (wb) =>
      giveRole(wb, role, [person]),
    );
  },
  confirmPerson: (person: string): { confirmed: true } => {
    const asked = code.parse(person);
    return change("Подтверждение сведений", (wb) => confirmPerson(wb, asked));
  },
  remindPerson: (invitation: string): JobProgress => {
    const asked = code.parse(invitation);
    return change("Напоминание об анкете", (wb) => remindOne(wb, asked));
  },
};

/**
 * The curator has looked through what is known of the person and found it right today.
 *
 * @throws Stop if the person is gone
 */
export function confirmPerson(wb: Workbook, person: string): { confirmed: true } {
  if (!wb.find(people, person)) throw GONE();
  wb.update(people, person, { updatedOn: wb.today });
  const mentee = wb.all(mentees).find((row) => row.person === person);
  if (mentee) wb.update(mentees, mentee.code, { updatedOn: wb.today });
  wb.note({ what: "Сведения о педагоге подтверждены", records: [person] });
  return { confirmed: true };
}

const GONE = () => new Stop("Этого человека уже нет в таблице.", "Закройте карточку и выберите человека снова.");

/**
 * Plans a reminder to one person, whatever the questionnaire.
 *
 * @throws Stop if it may not be sent: answered, reminded lately, no address, the term is over
 */
export function remindOne(wb: Workbook, invitation: string): JobProgress {
  const form = wb.find(invitations, invitation)?.form;
  const params = { form: form ?? "", only: invitation };
  const kind = [intakeReminders, surveyReminders].find((one) => one.count(wb, params) > 0);
  if (!kind)
    throw new Stop(
      "Напоминать пока нечего.",
      "Ответ уже получен, срок анкеты вышел, нет адреса почты или письмо уходило меньше двух дней назад.",
    );
  return startJob(wb, kind, params);
}
