// «Мероприятия»: the plan rows of the programmes.
import { choice, code, date, entry, longText, number, ref } from "../workbook/columns";
import { defineTable, type RecordOf } from "../workbook/table";
import { toned } from "../workbook/tones";

export const ACTIVITY_STATUS = { planned: "запланировано", done: "выполнено", cancelled: "отменено" } as const;
const ACTIVITY_STATUSES = [ACTIVITY_STATUS.planned, ACTIVITY_STATUS.done, ACTIVITY_STATUS.cancelled] as const;

export const activities = defineTable({
  key: "activities",
  tab: "Мероприятия",
  prefix: "А",
  frozen: "code",
  columns: {
    code: code("Код"),
    programme: ref("Код программы", "programmes", {
      note: "Ссылка на вкладку «Программы».",
      required: true,
      width: 120,
    }),
    number: number("№", { note: "Порядок в плане.", integer: true, min: 1, width: 60 }),
    content: longText("Содержание", { note: "Что делают наставник и наставляемый.", required: true, width: 380 }),
    direction: entry("Затруднение", "directions", { note: "На что направлено.", width: 240 }),
    dueOn: date("Срок", { note: "До какого дня." }),
    expectedResult: longText("Планируемый результат", { note: "Что изменится.", width: 300 }),
    actualResult: longText("Фактический результат", { note: "Заполняется по итогам.", width: 300 }),
    status: choice("Отметка о выполнении", ACTIVITY_STATUSES, {
      note: "Ставит наставник или куратор.",
      width: 150,
      colours: toned({ good: [ACTIVITY_STATUS.done], over: [ACTIVITY_STATUS.cancelled] }),
    }),
    comment: longText("Комментарий", { note: "Оценка наставника.", width: 240 }),
  },
});
export type Activity = RecordOf<typeof activities>;
