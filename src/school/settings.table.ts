// What the add-on knows about the school: one row per setting on the tab «Настройки».
import { choice, date, email, longText, number, text, url } from "../workbook/columns";
import { defineSettings } from "../workbook/settings";
import { SCHOOL_KINDS } from "./vocabulary";

/** Whether Forms and mails name people (152-ФЗ ст. 18 ч. 5: see «Начало работы»). */
export const NAMES_IN = { full: "ФИО", codes: "только коды" } as const;
const NAMES_IN_FORMS = [NAMES_IN.full, NAMES_IN.codes] as const;

/** A criterion of the choice of pairs; what it weighs by default is said where it is used. */
function weight(criterion: string) {
  return number(`Вес в подборе: ${criterion}`, {
    note: "От 0 (не учитывать) до 100. Пусто — обычный вес.",
    min: 0,
    max: 100,
  });
}

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
  groupSize: number("Наставляемых в одной группе, не более", {
    note: "Больше в наставническую группу не предлагается.",
    min: 2,
    max: 15,
    integer: true,
  }),
  weightDirections: weight("направления затруднений и компетенции"),
  weightSubject: weight("предмет или группа"),
  weightTime: weight("ресурс времени наставника"),
  weightFormat: weight("формат встреч"),
  weightExperience: weight("разница в стаже"),
  weightCategory: weight("квалификационная категория"),
  weightFreeCapacity: weight("свободные места и равномерность нагрузки"),
  weightPreference: weight("взаимные пожелания"),
  weightContinuity: weight("преемственность"),
  noticeDays: number("Уведомление о прекращении, рабочих дней", {
    note: "За сколько рабочих дней предупреждают о досрочном прекращении: не менее трёх (ТК РФ, ст. 351.8).",
    min: 3,
    max: 30,
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
  agreementNumberPattern: text("Образец номера соглашения", {
    note: "Как у приказов: {номер} — порядковый номер, {год} — год. Пусто — просто порядковый номер.",
  }),
  minutesNumberPattern: text("Образец номера протокола", {
    note: "Как у приказов: {номер} — порядковый номер, {год} — год. Пусто — просто порядковый номер.",
  }),
  address: text("Адрес организации", { note: "Как в уставе. Нужен в согласиях на распространение и договорах." }),
  inn: text("ИНН", { note: "Нужен в согласиях на распространение и договорах." }),
  ogrn: text("ОГРН", { note: "Нужен в согласиях на распространение и договорах." }),
  site: url("Сайт организации", { note: "Адрес, по которому публикуются сведения о наставничестве." }),
  namesInForms: choice("Имена в анкетах и письмах", NAMES_IN_FORMS, {
    note: "«только коды»: анкеты Google и письма не называют людей, адреса почты в анкетах не собираются.",
  }),
  curators: longText("Кто работает с таблицей", {
    note: "Адреса почты кураторов через запятую: только они и владелец изменяют вкладки с контактами и ответами.",
  }),
  folderId: text("Папка на Диске", { note: "Сюда складываются документы. Заполняется программой.", filled: true }),
  ownerEmail: email("Владелец автоматики", {
    note: "Учётная запись, от имени которой работает фоновая проверка и создаются файлы. Заполняется программой.",
    filled: true,
  }),
});
