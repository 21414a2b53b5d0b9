// The papers of the work itself as kinds: about whom, what keeps from them, what a signature changes, and that it does so once.
import { day } from "../../../test/lifeStand";
import { textOf } from "../../../test/docx";
import { memoryDrive } from "../../../test/memoryDrive";
import type { MemoryWorkbook } from "../../../test/memoryWorkbook";
import { ending, ONE, pairsStand, replacement } from "../../../test/pairsStand";
import { CONSENT_KIND, consents } from "../../bank/consents.table";
import { mentees } from "../../bank/mentees.table";
import { mentors } from "../../bank/mentors.table";
import { people } from "../../bank/people.table";
import { documents } from "../../documents/documents.table";
import { pairs } from "../../pairing/pairs.table";
import { endPairEarly } from "../../programmes/course/endPairEarly";
import { replaceMentor } from "../../programmes/course/replaceMentor";
import { settings } from "../../school/settings.table";
import { kindOf } from "../catalogue";
import type { Answers } from "../fields";
import { makePapers } from "../makePapers";
import type { AnyPaperKind } from "../paperKind";
import { obstaclesOf } from "../obstacles";
import { registerPapers } from "../registerPapers";
import { casesOf } from "../subjects";
import { agreementKind } from "./agreement";
import { certificateKind, thanksKind } from "./awards";
import { encouragementOrderKind } from "./encouragementOrder";
import { endingOrderKind } from "./endingOrder";
import { partnerAgreementKind } from "./partnerAgreement";

const TODAY = day("2027-03-15");

let wb: MemoryWorkbook;
let drive: ReturnType<typeof memoryDrive>;
beforeEach(() => {
  wb = pairsStand();
  drive = memoryDrive();
  wb.setSettings(settings, {
    schoolFullName: "муниципальное бюджетное учреждение «Школа № 7»",
    place: "г. Заречный Бор",
    headName: "Вершинина Ольга Павловна",
    headPost: "директор",
    curatorName: "Кузнецов Игорь Львович",
    curatorPost: "заместитель директора по УВР",
    orderNumberPattern: "{номер}-02",
    agreementNumberPattern: "{номер}-дс",
    folderId: "folder",
  });
});

const subjectsOf = (kind: AnyPaperKind) =>
  (kind.subjects?.(wb) ?? []).map(({ subject, name, note }) => `${subject} ${name}: ${note}`);
const valuesFor = (kind: AnyPaperKind, subject: string | null, change: Answers = {}): Answers => ({
  ...kind.proposed?.(wb, subject),
  ...change,
});
const whatOf = (kind: AnyPaperKind, subject: string, change: Answers = {}): string[] =>
  obstaclesOf(wb, kind, { subject, answers: valuesFor(kind, subject, change) }).map(
    ({ level, what }) => `${level}: ${what}`,
  );

/** Makes the draft, registers it today and registers it again, as after an interruption. */
function sign(kind: AnyPaperKind, subjects: string[], change: Answers = {}) {
  const values = valuesFor(kind, subjects[0] ?? null, change);
  const input = { kind: kind.paper.key, subjects, values, document: null };
  const { made } = makePapers(wb, kind, casesOf(wb, kind, input), drive);
  const [code = ""] = made.map(({ document }) => document);
  registerPapers(wb, [code], { number: null, signedOn: TODAY }, kindOf, drive);
  const record = wb.find(documents, code);
  if (record === undefined) throw new Error("Nothing was made.");
  return { record, text: textOf(drive.papers.get(record.key ?? "")?.docx ?? "").replace(/\u00a0/g, " ") };
}

/** What the kind would change if the registration were repeated after an interruption. */
function changedBySigningAgain(kind: AnyPaperKind, record: ReturnType<typeof sign>["record"]): boolean {
  const before = JSON.stringify([wb.all(pairs), wb.all(mentors), wb.all(mentees)]);
  const { subject, answers } = record.details as { subject: string; answers: Answers };
  kind.signed?.(wb, { subject, answers }, record);
  return JSON.stringify([wb.all(pairs), wb.all(mentors), wb.all(mentees)]) !== before;
}

describe("the order about an early end", () => {
  test("is offered for pairs that are ended early, or about to be, and have no signed order", () => {
    expect(subjectsOf(endingOrderKind)).toEqual([]);
    endPairEarly(wb, ending());
    endPairEarly(wb, ending({ pair: "П-2027-02", noticeOn: TODAY, lastDay: day("2027-03-18") }));
    expect(subjectsOf(endingOrderKind)).toEqual([
      `${ONE} Ландышева Вера Павловна — Снегирёва Анна Олеговна: прекращена 15.03.2027: инициатива куратора`,
      "П-2027-02 Хвойный Пётр Ильич — Дроздов Иван Макарович: последний день — 18.03.2027: инициатива куратора",
    ]);
    sign(endingOrderKind, [ONE]);
    expect(subjectsOf(endingOrderKind)).toHaveLength(1);
  });

  test("of a pair that goes on is refused, with the way to end it", () => {
    expect(whatOf(endingOrderKind, ONE)).toEqual([
      "error: Пара не прекращена досрочно, и о прекращении не предупреждали.",
    ]);
  });

  test("obeys the three working days of the law also where the cells were typed by hand", () => {
    wb.update(pairs, ONE, { endReason: "отмена работодателем", noticeOn: TODAY, endsOn: day("2027-03-16") });
    expect(whatOf(endingOrderKind, ONE)).toEqual([
      expect.stringContaining("error: Последний день — не раньше 18.03.2027"),
    ]);
    wb.update(pairs, ONE, { endReason: "инициатива наставника" });
    expect(whatOf(endingOrderKind, ONE)).toEqual([expect.stringContaining("warning: Последний день — не раньше")]);
    wb.update(pairs, ONE, { endReason: "увольнение" });
    expect(whatOf(endingOrderKind, ONE)).toEqual([]);
  });

  test("wants a reason that it can word, a last day, and is in a hurry after it", () => {
    wb.update(pairs, ONE, {
      status: "прекращена досрочно",
      endReason: "по семейным обстоятельствам",
      endsOn: day("2027-03-01"),
    });
    expect(whatOf(endingOrderKind, ONE)).toEqual([
      expect.stringContaining("error: Основание «по семейным обстоятельствам» записано своими словами"),
      "warning: Последний день пары уже прошёл: 01.03.2027.",
    ]);
    expect(whatOf(endingOrderKind, ONE, { reason: "в связи с семейными обстоятельствами" })).toHaveLength(1);
    wb.update(pairs, ONE, { endReason: null, endsOn: null });
    expect(whatOf(endingOrderKind, ONE)).toEqual([
      "error: Не указано, почему пара прекращена.",
      "error: Не указан последний день пары.",
    ]);
  });

  test("remembers itself in the pair's history, ends the agreement of a mentor without pairs, and does so once", () => {
    wb.update(pairs, "П-2027-03", { status: "завершена" });
    wb.update(mentors, "Н-001", {
      agreementNumber: "12",
      agreementOn: day("2026-09-14"),
      agreementUntil: day("2027-05-31"),
    });
    endPairEarly(wb, ending());
    const { record, text } = sign(endingOrderKind, [ONE]);
    expect(record).toMatchObject({
      number: "1-02",
      signedOn: TODAY,
      status: "подписан",
      pairs: [ONE],
      people: ["Р-001", "Р-003"],
    });
    expect(text).toContain("Прекратить с 16 марта 2027 г. выплату");
    expect(text).toContain(
      "дополнительным соглашением от 14 сентября 2026 г. № 12 к трудовому договору с Ландышевой В. П.",
    );
    expect(wb.find(pairs, ONE)?.note).toMatch(/Прекращение оформлено: приказ от\s15\.03\.2027\s№\s1-02\./);
    expect(wb.find(mentors, "Н-001")?.agreementUntil).toBe("2027-03-15");
    expect(changedBySigningAgain(endingOrderKind, record)).toBe(false);
  });

  test("leaves the agreement of a mentor with other pairs alone", () => {
    wb.update(mentors, "Н-001", {
      agreementNumber: "12",
      agreementOn: day("2026-09-14"),
      agreementUntil: day("2027-05-31"),
    });
    endPairEarly(wb, ending());
    const { text } = sign(endingOrderKind, [ONE]);
    expect(text).toContain("в отношении названных в пункте 1 работников");
    expect(wb.find(mentors, "Н-001")?.agreementUntil).toBe("2027-05-31");
  });

  test("puts the new pair in force, no earlier than its own day", () => {
    const { pair: code } = replaceMentor(wb, replacement());
    wb.update(pairs, code ?? "", { startsOn: day("2027-03-10") });
    expect(whatOf(endingOrderKind, ONE)).toEqual([]);
    const { record, text } = sign(endingOrderKind, [ONE]);
    expect(text).toContain("О замене наставника");
    expect(text).toContain(
      "Закрепить Соколову Марию Ивановну, учителя, наставником за Снегирёвой Анной Олеговной, учителем, с 15 марта 2027 г. по 31 мая 2027 г.",
    );
    expect(wb.find(pairs, code ?? "")).toMatchObject({
      status: "действует",
      order: record.code,
      startsOn: "2027-03-15",
    });
    expect(wb.find(mentees, "М-001")).toMatchObject({ status: "закреплён" });
    expect(record.pairs).toEqual([ONE, code]);
    wb.update(pairs, code ?? "", { endReason: "обоюдно", endsOn: day("2027-04-01") });
    expect((endingOrderKind.subjects?.(wb) ?? []).map(({ subject }) => subject)).toEqual([code]);
    expect(changedBySigningAgain(endingOrderKind, record)).toBe(false);
  });

  test("appoints nobody whose consent is missing, unless another order is to do it", () => {
    const { pair: code } = replaceMentor(wb, replacement());
    const consent = wb.all(consents).find(({ person, kind }) => person === "Р-007" && kind === CONSENT_KIND.mentoring);
    wb.update(consents, consent?.code ?? "", { withdrawnOn: day("2027-03-14") });
    expect(whatOf(endingOrderKind, ONE)).toEqual([
      expect.stringMatching(
        /^error: Нового наставника этим приказом назначить нельзя .*Нет письменных согласий: Соколова/,
      ),
    ]);
    expect(whatOf(endingOrderKind, ONE, { successor: "отдельным приказом" })).toEqual([]);
    const { record, text } = sign(endingOrderKind, [ONE], { successor: "отдельным приказом" });
    expect(text).toContain("О досрочном прекращении наставничества");
    expect(record.pairs).toEqual([ONE]);
    expect(wb.find(pairs, code ?? "")?.status).toBe("предложена");
  });
});

describe("the supplementary agreement", () => {
  const terms: Answers = { pay: 5000 };

  test("is offered for staff mentors whose agreement is missing or too short, and not where mentoring is the job", () => {
    expect(subjectsOf(agreementKind)).toEqual([
      "Р-001-2026-2027 Ландышева Вера Павловна: соглашения нет",
      "Р-002-2026-2027 Хвойный Пётр Ильич: соглашения нет",
    ]);
    wb.update(mentors, "Н-001", { agreementOn: day("2026-09-14"), agreementUntil: day("2026-12-31") });
    wb.update(mentors, "Н-002", { withinDuties: true });
    expect(subjectsOf(agreementKind)).toEqual([
      "Р-001-2026-2027 Ландышева Вера Павловна: соглашение — по 31.12.2026, пара — по 31.05.2027",
    ]);
    wb.update(people, "Р-001", { kind: "внешний эксперт" });
    expect(subjectsOf(agreementKind)).toEqual([]);
  });

  test("wants the size and the source of the pay, the content and the form of the work", () => {
    expect(whatOf(agreementKind, "Р-001", { source: "", duties: [], manner: " " })).toEqual([
      expect.stringContaining("error: Не заполнено поле «Размер выплаты»"),
      "error: Не заполнено поле «Источник выплаты».",
      expect.stringContaining("error: Не заполнено поле «Содержание работы»"),
      expect.stringContaining("error: Не заполнено поле «Форма выполнения работы»"),
    ]);
    expect(whatOf(agreementKind, "Р-001", terms)).toEqual([]);
    expect(whatOf(agreementKind, "Р-005", terms)[0]).toContain("error: У наставника нет пары");
  });

  test("leaves its number, dates and pay in the bank, once", () => {
    const { record, text } = sign(agreementKind, ["Р-002-2026-2027"], {
      ...terms,
      contracts: [
        { person: "Р-001", number: "1", on: "" },
        { person: "Р-002", number: "№ 31", on: "2008-09-01" },
      ],
    });
    expect(record).toMatchObject({ number: "1-дс", people: ["Р-002", "Р-004"], pairs: ["П-2027-02"] });
    expect(text).toContain("к трудовому договору от 1 сентября 2008 г. № 31");
    expect(text).toContain("в отношении Дроздова Ивана Макаровича, учителя (далее — наставляемый)");
    expect(text).toContain("с 14 сентября 2026 г. по 31 мая 2027 г.");
    expect(wb.find(mentors, "Н-002")).toMatchObject({
      agreementNumber: "1-дс",
      agreementOn: "2027-03-15",
      agreementUntil: "2027-05-31",
      agreementPay: "5000 руб., ежемесячно",
    });
    expect(changedBySigningAgain(agreementKind, record)).toBe(false);
    expect(subjectsOf(agreementKind)).toHaveLength(1);
  });

  test("is made for many on common terms, each with their own contract", () => {
    const values = valuesFor(agreementKind, null, {
      ...terms,
      contracts: [
        { person: "Р-001", number: "17", on: "" },
        { person: "Р-002", number: "31", on: "" },
      ],
    });
    const subjects = (agreementKind.subjects?.(wb) ?? []).map(({ subject }) => subject);
    const input = { kind: "agreement", subjects, values, document: null };
    makePapers(wb, agreementKind, casesOf(wb, agreementKind, input), drive);
    const texts = [...drive.papers.values()].map(({ docx }) => textOf(docx).replace(/\u00a0/g, " "));
    expect(texts.map((text) => /№ \d+/.exec(text)?.[0])).toEqual(["№ 17", "№ 31"]);
  });
});

describe("encouragement", () => {
  test("wants people, a kind, a reason; money wants sums and a source", () => {
    expect(whatOf(encouragementOrderKind, "2026-2027-1", { reason: "" })).toEqual([
      "error: Не заполнено поле «Кого поощряют».",
      "error: Не заполнено поле «Вид поощрения».",
      "error: Не заполнено поле «За что».",
    ]);
    const paid: Answers = { people: ["Р-001", "Р-002"], kinds: ["премия"] };
    expect(whatOf(encouragementOrderKind, "2026-2027-1", { ...paid, source: "" })).toEqual([
      "error: Не заполнено поле «Источник выплаты».",
      "error: Не заполнено поле «Сумма каждому, рублей»: без суммы остаются: Ландышева Вера Павловна; Хвойный Пётр Ильич.",
    ]);
    expect(whatOf(encouragementOrderKind, "2026-2027-1", { ...paid, sum: 3000 })).toEqual([]);
  });

  test("warns of a category that is not known and of a photograph that may not be shown", () => {
    const answers: Answers = { people: ["Р-001"], kinds: ["доска почёта", "рекомендация к аттестации"] };
    expect(whatOf(encouragementOrderKind, "2026-2027-1", answers)).toEqual([
      "warning: Ландышева Вера Павловна: высшая квалификационная категория в банке не указана.",
      "warning: Ландышева Вера Павловна: нет согласия на распространение фотографии.",
    ]);
  });

  test("pays everybody the common sum but those who have their own", () => {
    const { text, record } = sign(encouragementOrderKind, [], {
      people: ["Р-001", "Р-002"],
      kinds: ["премия"],
      sum: 3000,
      sums: [{ person: "Р-002", sum: "4 500,50" }],
    });
    expect(record.number).toBe("1-02");
    expect(text).toContain("Ландышевой Вере Павловне, учителю, — 3 000 (три тысячи) рублей 00 копеек;");
    expect(text).toContain("Хвойному Петру Ильичу, учителю, — 4 500 (четыре тысячи пятьсот) рублей 50 копеек.");
    expect(text).toContain("Общая сумма — 7 500 (семь тысяч пятьсот) рублей 50 копеек.");
  });
});

describe("certificate, thanks, partners", () => {
  test("certificates are for those whose pairs have begun this year; a new year gives new ones", () => {
    const offered = [
      "Р-001-2026-2027 Ландышева Вера Павловна: 3 наставляемых, пары действуют",
      "Р-002-2026-2027 Хвойный Пётр Ильич: 1 наставляемый, пары действуют",
    ];
    expect(subjectsOf(certificateKind)).toEqual(offered);
    expect(subjectsOf(thanksKind)).toEqual(offered);
    const { record, text } = sign(certificateKind, ["Р-001-2026-2027"], { remark: "Прошла обучение." });
    expect(record).toMatchObject({ number: null, signedOn: TODAY, people: ["Р-001"] });
    expect(text).toContain("в 2026/2027 учебном году осуществляет наставничество педагогических работников");
    expect(text).toContain("г. Заречный Бор, 15 марта 2027 г.");
    wb.setSettings(settings, { schoolYear: "2027/2028" });
    expect(subjectsOf(certificateKind)).toEqual([]);
    expect(whatOf(thanksKind, "Р-001-2027-2028")).toEqual([
      "error: В этом учебном году у наставника не было ни одной пары.",
    ]);
  });

  test("an agreement with a partner wants the other side's name, head and term, and is numbered with the agreements", () => {
    expect(
      whatOf(partnerAgreementKind, "2026-2027-1", { headName: "Орлов", startsOn: "2027-04-01", endsOn: "2027-03-01" }),
    ).toEqual([
      "error: Не заполнено поле «Партнёр: полное наименование».",
      "error: Соглашение кончается раньше, чем начинается.",
      "warning: Имя руководителя партнёра не похоже на полное: «Орлов».",
    ]);
    sign(agreementKind, ["Р-002-2026-2027"], { pay: 10, payUnit: "проценты оклада" });
    const { record, text } = sign(partnerAgreementKind, [], {
      name: "Заречный педагогический колледж",
      headName: "Орлов Сергей Викторович",
      kind: "вуз или колледж",
      endsOn: "2029-08-31",
    });
    expect(record.number).toBe("2-дс");
    expect(text).toContain(
      "Заречный педагогический колледж (далее — Партнёр) в лице директора Орлова Сергея Викторовича, действующего на основании устава",
    );
    expect(text).toContain("практика и сопровождение студентов Партнёра наставниками Организации;");
    expect(text).toContain("по 31 августа 2029 г.");
  });
});
