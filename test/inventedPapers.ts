// Invented kinds of papers for tests of their machinery: a certificate about each person, an order of many, minutes, a yearly plan.
import { people } from "../src/bank/people.table";
import { institutionOf, participantOf } from "../src/documents/institution";
import {
  INSTITUTION_TAGS,
  institutionValues,
  participantTags,
  participantValues,
  SAMPLE_INSTITUTION,
  SAMPLE_MENTOR,
  type Institution,
  type Paper,
  type Participant,
  type Registration,
} from "../src/documents/paper";
import { date } from "../src/documents/values";
import { Stop } from "../src/google/stop";
import { textAnswer } from "../src/papers/fields";
import type { AnyPaperKind, PaperKind } from "../src/papers/paperKind";
import { settings } from "../src/school/settings.table";
import { memoryDrive, type MemoryDrive } from "./memoryDrive";
import { templateOf } from "./docx";
import { memoryWorkbook, type MemoryWorkbook } from "./memoryWorkbook";

interface Input {
  readonly institution: Institution;
  readonly worker: Participant;
  readonly reason: string;
  readonly registration: Registration | null;
}

const paper = (key: string, title: string): Paper<Input> => ({
  key,
  title,
  templateKey: "certificate",
  heading: ({ worker, reason }) => `${title}: ${worker.fullName || reason}`,
  data: ({ institution, worker, reason, registration }) => ({
    ...institutionValues(institution),
    номер: registration?.number ?? "",
    дата: date(registration?.date ?? null),
    работник: participantValues(worker),
    причина: reason,
  }),
  tags: [
    ...INSTITUTION_TAGS,
    { name: "номер", kind: "text", note: "номер", required: true },
    { name: "дата", kind: "date", note: "дата", required: true },
    ...participantTags("работник", "работник"),
    { name: "причина", kind: "text", note: "за что", required: true },
  ],
  sample: { institution: SAMPLE_INSTITUTION, worker: SAMPLE_MENTOR, reason: "за труд", registration: null },
});

const NOBODY: Participant = { fullName: "", gender: null, post: "" };

const common = {
  group: "Поощрения и партнёры",
  purpose: "Для проверки.",
  basis: "",
  fields: () => [{ key: "reason", label: "За что", sort: "text" }],
} as const satisfies Partial<PaperKind>;

/** A certificate about each person: without a number; signed, it is noted on the person's row, once. */
export const certificates: PaperKind<Input> = {
  ...common,
  paper: paper("inventedCertificate", "Справка"),
  count: "each",
  series: null,
  subjects: (wb) =>
    wb.all(people).map(({ code, fullName }) => ({ subject: code, name: fullName, note: "", wanted: true })),
  proposed: (_, subject) => ({ reason: subject === null ? "" : `за работу (${subject})` }),
  obstacles: (wb, { subject }) =>
    wb.find(people, subject)?.employment === "уволен"
      ? [{ level: "error", what: "Человек уволен.", mend: "Уберите его из выбора." }]
      : [],
  input: (wb, { subject, answers }, registration) => {
    const worker = wb.find(people, subject);
    if (!worker) throw new Stop(`На вкладке «Педагоги» нет кода ${subject}.`, "Выберите людей снова.");
    return {
      institution: institutionOf(wb),
      worker: participantOf(worker),
      reason: textAnswer(answers, "reason"),
      registration,
    };
  },
  concerns: (_, { subject }) => ({ pairs: [], people: [subject] }),
  acquainted: () => [],
  signed: (wb, { subject }, record) => {
    const mark = `Справка ${record.code}.`;
    const note = wb.find(people, subject)?.note ?? "";
    if (!note.includes(mark)) wb.update(people, subject, { note: `${note}${mark}` });
  },
};

const ofTheYear = (
  key: string,
  title: string,
  { count, series }: Pick<PaperKind, "count" | "series">,
): PaperKind<Input> => ({
  ...common,
  paper: paper(key, title),
  count,
  series,
  input: (wb, { answers }, registration) => ({
    institution: institutionOf(wb),
    worker: NOBODY,
    reason: textAnswer(answers, "reason"),
    registration,
  }),
  concerns: () => ({ pairs: [], people: [] }),
});

export const orders = ofTheYear("inventedOrder", "Приказ о поощрении", { count: "many", series: "order" });
export const otherOrders = ofTheYear("otherOrder", "Приказ о совете", { count: "year", series: "order" });
export const protocols = ofTheYear("inventedMinutes", "Протокол совета", { count: "many", series: "minutes" });

const KINDS: readonly AnyPaperKind[] = [certificates, orders, otherOrders, protocols];
/** Gives an invented kind by its key. */
export const findInvented = (key: string): AnyPaperKind | undefined => KINDS.find((kind) => kind.paper.key === key);

/** A school with so many people (Р-001 …) and everything in the settings. */
export function schoolOf(count: number, today = "2026-09-14"): MemoryWorkbook {
  const wb = memoryWorkbook(today);
  fillSchool(wb, count);
  return wb;
}

/** The same in any workbook. */
export function fillSchool(wb: Pick<MemoryWorkbook, "add" | "setSettings">, count: number): void {
  wb.setSettings(settings, {
    schoolFullName: "МБОУ «СОШ № 7»",
    place: "г. Заречный Бор",
    headName: "Вершинина Ольга Павловна",
    headPost: "директор",
    schoolYear: "2026/2027",
    folderId: "folder",
    orderNumberPattern: "{номер}-02",
  });
  for (let index = 1; index <= count; index++)
    wb.add(people, { fullName: `Петрова Анна ${index % 2 === 0 ? "Ивановна" : "Ильинична"}`, post: "учитель" });
}

const template = templateOf(
  "{организация}{#инн}, ИНН {инн}{/инн}, {адрес}",
  "{дата|или: __} № {номер|или: __}",
  "{работник.фио|дательный} {причина}",
);

/** Drive with a template that names the person in the dative, the reason, and an unfilled requisite of the school. */
export async function inventedDrive(): Promise<MemoryDrive> {
  const docx = await template;
  return { ...memoryDrive(), choose: () => ({ docx, own: false, problems: [] }) };
}
