// What the add-on knows about the school: one row per setting on the tab «Настройки».
import { choice, date, email, number, text } from "../workbook/columns";
import { defineSettings } from "../workbook/settings";
import { SCHOOL_KINDS } from "./vocabulary";

/** All settings, in the order in which the tab shows them. */
export const settings = defineSettings({
  schoolFullName: text("Полное наименование организации", {
    note: "Как в уставе: так оно встанет в приказы.",
  }),
  schoolShortName: text("Краткое наименование организации", { note: "Как в уставе, например «МБОУ СОШ № 7»." }),
  schoolKind: choice("Вид организации", SCHOOL_KINDS, {
    note: "От него зависят слова в документах и анкетах: учитель или воспитатель, директор или заведующий.",
  }),
  place: text("Населённый пункт", { note: "Например: г. Заречный Бор. Ставится в приказах." }),
  headName: text("ФИО руководителя", { note: "Полностью, в именительном падеже." }),
  headPost: text("Должность руководителя", { note: "Например: директор, заведующий, и. о. директора." }),
  curatorName: text("ФИО куратора", { note: "Кто отвечает за реализацию программ наставничества." }),
  curatorPost: text("Должность куратора", { note: "Например: заместитель директора по УВР." }),
  curatorEmail: email("Почта куратора", { note: "На этот адрес участники отвечают на письма. Необязательно." }),
  schoolYear: text("Учебный год", { note: "Например: 2026/2027." }),
  yearStart: date("Начало учебного года", { note: "С этой даты по умолчанию начинаются пары." }),
  yearEnd: date("Конец учебного года", { note: "По эту дату по умолчанию действуют пары." }),
  mentorCapacity: number("Наставляемых у одного наставника, не более", {
    note: "Действует, если у наставника не указано иное.",
    min: 1,
    max: 10,
    integer: true,
  }),
  youngSpecialistYears: number("Молодой специалист: стаж до, лет", {
    note: "Педагоги со стажем не больше этого числа лет считаются молодыми специалистами.",
    min: 1,
    max: 10,
  }),
  satisfiedFrom: number("Удовлетворён: оценка от", {
    note: "С какой общей оценки (от 1 до 10) участник считается удовлетворённым.",
    min: 1,
    max: 10,
    integer: true,
  }),
  orderNumberPattern: text("Образец номера приказа", {
    note: "{номер} заменяется порядковым номером, {год} — годом. Например: {номер}-н/{год}.",
  }),
  orderTemplate: text("Свой шаблон приказа", {
    note: "Ссылка на Google Документ с метками. Пусто — используется встроенный шаблон.",
  }),
  programmeTemplate: text("Свой шаблон программы", {
    note: "Ссылка на Google Документ с метками. Пусто — используется встроенный шаблон.",
  }),
  folderId: text("Папка на Диске", { note: "Сюда складываются документы. Заполняется программой.", filled: true }),
  ownerEmail: email("Владелец автоматики", {
    note: "Учётная запись, от имени которой работает фоновая проверка и создаются файлы. Заполняется программой.",
    filled: true,
  }),
});
