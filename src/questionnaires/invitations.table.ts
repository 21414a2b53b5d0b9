// «Приглашения»: who was asked to answer what, by which personal link, and how far it has come.
import { choice, code, instant, number, ref, text, url } from "../workbook/columns";
import { defineTable, type RecordOf } from "../workbook/table";
import { toned } from "../workbook/tones";

/** A mail is marked «отправляется» before it leaves: a kill in between may leave one mail in doubt, never two sent. */
export const INVITATION_STATUS = {
  planned: "к отправке",
  sending: "отправляется",
  sent: "отправлено",
  answered: "ответ получен",
  failed: "не отправлено",
} as const;
const INVITATION_STATUSES = [
  INVITATION_STATUS.planned,
  INVITATION_STATUS.sending,
  INVITATION_STATUS.sent,
  INVITATION_STATUS.answered,
  INVITATION_STATUS.failed,
] as const;

export const invitations = defineTable({
  key: "invitations",
  tab: "Приглашения",
  prefix: "ПР",
  frozen: "fullName",
  personal: true,
  columns: {
    code: code("Код"),
    person: ref("Код педагога", "people", { note: "Ссылка на вкладку «Педагоги».", required: true, filled: true }),
    fullName: text("ФИО", { note: "Подставляется с вкладки «Педагоги».", width: 260, filled: true }),
    form: ref("Код анкеты", "forms", { note: "Ссылка на вкладку «Анкеты».", required: true, filled: true }),
    about: text("О чём", { note: "Код пары, если анкета о паре.", width: 120, filled: true }),
    status: choice("Статус", INVITATION_STATUSES, {
      note: "Что с приглашением.",
      width: 140,
      filled: true,
      colours: toned({
        good: [INVITATION_STATUS.answered],
        going: [INVITATION_STATUS.sending, INVITATION_STATUS.sent],
        waiting: [INVITATION_STATUS.planned],
        trouble: [INVITATION_STATUS.failed],
      }),
    }),
    sentAt: instant("Отправлено", { note: "Когда ушло письмо.", filled: true }),
    reminders: number("Напоминаний", {
      note: "Сколько раз напомнили.",
      integer: true,
      min: 0,
      filled: true,
      width: 100,
    }),
    remindedAt: instant("Последнее напоминание", { note: "Когда напомнили.", filled: true }),
    answeredAt: instant("Ответ получен", { note: "Когда пришёл ответ.", filled: true }),
    link: url("Личная ссылка", { note: "Открывает анкету с личным кодом.", width: 260, filled: true }),
    trouble: text("Что не так", { note: "Почему письмо не ушло и что сделать.", width: 260, filled: true }),
  },
});
export type Invitation = RecordOf<typeof invitations>;
