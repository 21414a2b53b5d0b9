// «Задания»: work that takes longer than one execution, kept on a hidden tab of the program's own.
import * as z from "zod";
import { choice, code, instant, json, number, text } from "../workbook/columns";
import { defineTable, type RecordOf } from "../workbook/table";

export const JOB_STATUS = { waiting: "ждёт", going: "идёт", done: "готово", stopped: "остановлено" } as const;
const JOB_STATUSES = [JOB_STATUS.waiting, JOB_STATUS.going, JOB_STATUS.done, JOB_STATUS.stopped] as const;

export const jobs = defineTable({
  key: "jobs",
  tab: "Задания",
  prefix: "З",
  serviceTab: true,
  columns: {
    code: code("Код"),
    kind: text("Вид", { note: "Ключ вида работы.", required: true, filled: true }),
    title: text("Работа", { note: "Что делается.", filled: true, width: 260 }),
    params: json("Параметры", z.unknown(), { note: "С чем работать.", filled: true }),
    status: choice("Статус", JOB_STATUSES, { note: "Что с заданием.", required: true, filled: true }),
    done: number("Сделано", { note: "Сколько готово.", integer: true, min: 0, required: true, filled: true }),
    total: number("Всего", { note: "Сколько всего.", integer: true, min: 0, required: true, filled: true }),
    note: text("Пояснение", { note: "Почему стоит и когда продолжится.", filled: true, width: 320 }),
    resumesAt: instant("Продолжится", { note: "Не раньше этого времени.", filled: true }),
    startedBy: text("Кто начал", { note: "Учётная запись.", filled: true, width: 200 }),
    updatedAt: instant("Обновлено", { note: "Когда задание двигалось в последний раз.", filled: true }),
  },
});
export type Job = RecordOf<typeof jobs>;
