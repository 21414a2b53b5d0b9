// Acquaintance with an order on the sandbox's Drive, mail and forms: each asked once, answers and signatures written down.
import { createWorld, installGlobals } from "../../../sandbox";
import { sentMail } from "../../../sandbox/base/mail";
import { driveFiles } from "../../../sandbox/drive/files";
import { readForm, submitForm } from "../../../sandbox/forms/respond";
import type { TypedAnswer } from "../../../sandbox/forms/typedAnswers";
import { textOf } from "../../../test/docx";
import { memoryDrive } from "../../../test/memoryDrive";
import { memoryWorkbook, type MemoryWorkbook } from "../../../test/memoryWorkbook";
import { acquaintanceConsumers } from "../../bank/acquaintance";
import { CONSENT_KIND, consents } from "../../bank/consents.table";
import { respondentsOf } from "../../bank/intake/intakeCommands";
import { people } from "../../bank/people.table";
import { acquaintances } from "../../documents/acquaintances.table";
import { builtInDocx } from "../../documents/builtInTemplates";
import { documents } from "../../documents/documents.table";
import { ensureFolder, saveDocuments } from "../../google/drive";
import { writeProperties } from "../../google/properties";
import { forms } from "../../questionnaires/forms.table";
import { invitations } from "../../questionnaires/invitations.table";
import { pullAnswers } from "../../questionnaires/pullAnswers";
import { NAMES_IN, settings } from "../../school/settings.table";
import type { CalendarDate } from "../../workbook/calendarDate";
import type { SendAcquaintanceInput } from "./acquaintView";
import { acquaintanceLaunch, markAcquainted, remindAcquaintance } from "./campaign";
import { loadAcquaintance } from "./loadAcquaintance";
import { acquaintanceLetters, acquaintanceReminders } from "./mailJobs";
import { makeSheet } from "./makeSheet";

const CURATOR = "curator@school7.example";
const world = createWorld({ now: "2026-09-16T09:00:00+03:00" });
const installed = installGlobals(world, { user: CURATOR });
for (const name of ["orlov", "petrova", "severova"]) world.addUser(`${name}@school7.example`);
afterAll(() => {
  installed.uninstall();
});

const day = (text: string) => text as CalendarDate;
const [file] = saveDocuments(
  [{ key: "assignmentOrder:2026-2027-1:1", name: "Приказ", docx: builtInDocx("assignmentOrder") }],
  ensureFolder("Наставничество", null).id,
);
const fileId = file?.fileId ?? "";
// The conversion is LibreOffice's and slow: the PDF of this Doc is known beforehand.
const content = driveFiles(world).find(fileId)?.content ?? "";
world.slice<Record<string, string>>("pdf", () => ({}))[content] = world.blobs.put(new Uint8Array([37, 80, 68, 70]));

/** Two who can be written to, one without an address, one who has withdrawn the consent, one who has left. */
function school(today = "2026-09-16"): { wb: MemoryWorkbook; order: string } {
  const wb = memoryWorkbook(today);
  wb.setSettings(settings, {
    schoolShortName: "МБОУ СОШ № 7",
    schoolYear: "2026/2027",
    curatorName: "Ким Ольга Львовна",
    folderId: "folder",
  });
  const staff: [string, string | null, "работает" | "уволен"][] = [
    ["Орлов Пётр Львович", "orlov@school7.example", "работает"],
    ["Петрова Анна Ильинична", "petrova@school7.example", "работает"],
    ["Тихих Вера Олеговна", null, "работает"],
    ["Северова Яна Юрьевна", "severova@school7.example", "работает"],
    ["Уехавший Иван Иванович", "gone@school7.example", "уволен"],
  ];
  for (const [fullName, email, employment] of staff) wb.add(people, { fullName, email, employment, post: "учитель" });
  const severova = { person: "Р-004", kind: CONSENT_KIND.personalData, givenOn: day("2026-09-01") };
  wb.add(consents, { ...severova, withdrawnOn: day("2026-09-15") });
  const order = wb.add(documents, {
    paper: "Приказ о закреплении наставнических пар (групп)",
    heading: "О закреплении наставнических пар",
    number: "84-02",
    signedOn: day("2026-09-14"),
    status: "подписан",
    people: ["Р-001", "Р-002", "Р-003", "Р-004", "Р-005"],
    key: "assignmentOrder:2026-2027-1:1",
    link: file?.url ?? null,
    fileId,
  });
  return { wb, order: order.code };
}

const EVERYBODY = ["Р-001", "Р-002", "Р-003", "Р-004", "Р-005"];
const outbox = () => sentMail(world);

function launch(wb: MemoryWorkbook, order: string, change: Partial<SendAcquaintanceInput> = {}): void {
  acquaintanceLaunch.step(wb, { document: order, people: EVERYBODY, how: "pdf", deadline: "2026-09-21", ...change });
}

/** Sends what waits. @returns the letters */
function mail(wb: MemoryWorkbook, about: string, job = acquaintanceLetters) {
  const before = outbox().length;
  while (job.count(wb, { form: null, about }) > 0) job.step(wb, { form: null, about });
  return outbox().slice(before);
}

const linkOf = (wb: MemoryWorkbook, person: string): string =>
  wb.all(invitations).find((invitation) => invitation.person === person)?.link ?? "";

/** Opens a personal link, which fills in the code, and ticks. */
function tick(link: string): void {
  const filled: Record<string, TypedAnswer> = { Подтверждение: ["С документом ознакомлен(а)"] };
  for (const { title, prefilled } of readForm(world, link).pages.flatMap((page) => page.items)) {
    if (typeof prefilled === "string") filled[title] = prefilled;
  }
  expect(submitForm(world, link, filled)).toMatchObject({ ok: true });
}

const answer = (wb: MemoryWorkbook, person: string): void => {
  tick(linkOf(wb, person));
};

const pull = (wb: MemoryWorkbook) => pullAnswers(wb, respondentsOf(wb), acquaintanceConsumers);
const listed = (wb: MemoryWorkbook) =>
  wb.all(acquaintances).map(({ person, acquaintedOn, way }) => [person, acquaintedOn, way]);

describe("by letter", () => {
  test("everybody who may be written to gets the PDF once; the others stay for the sheet", () => {
    const { wb, order } = school();
    launch(wb, order);
    const letters = mail(wb, order);
    expect(letters.map(({ to }) => to[0])).toEqual(["orlov@school7.example", "petrova@school7.example"]);
    for (const { subject, attachments } of letters) {
      expect(subject).toContain("На ознакомление: Приказ от 14\u00a0сентября 2026\u00a0г. №\u00a084-02");
      expect(attachments.map(({ name, mimeType }) => [/84-02.*\.pdf$/.test(name), mimeType])).toEqual([
        [true, "application/pdf"],
      ]);
    }
    expect(listed(wb)).toEqual(["Р-001", "Р-002", "Р-003", "Р-004"].map((person) => [person, null, null]));
    expect(wb.all(acquaintances).map(({ sentAs, sentAt }) => [sentAs, sentAt !== null])).toEqual([
      ["PDF", true],
      ["PDF", true],
      [null, false],
      [null, false],
    ]);
    expect(wb.find(documents, order)?.acquainted).toBe("0 из 4");
    expect(loadAcquaintance(wb, order).people.map(({ code, onPaper }) => [code, onPaper])).toEqual([
      ["Р-001", ""],
      ["Р-002", ""],
      ["Р-004", "отозвано согласие на обработку персональных данных: писем не отправляем"],
      ["Р-003", "нет адреса почты"],
    ]);
    expect(() => {
      launch(wb, order);
    }).toThrow("Среди выбранных нет тех, кому можно отправить письмо.");
    expect(mail(wb, order)).toEqual([]);
  });

  test("the form shows which document it is about, and needs one tick", () => {
    const { wb, order } = school();
    launch(wb, order);
    const items = readForm(world, linkOf(wb, "Р-001")).pages.flatMap((page) => page.items);
    expect(items.find(({ title }) => title === "Документ")?.prefilled).toBe(
      "Приказ от 14 сентября 2026 г. № 84-02 «О закреплении наставнических пар»",
    );
    expect(items.filter(({ required }) => required).map(({ title }) => title)).toEqual(["Подтверждение"]);
  });

  test("by a link everybody can open the Doc; who has no Google account gets the PDF", () => {
    const { wb, order } = school();
    const stranger = wb.add(people, { fullName: "Новикова Ия Львовна", email: "ia@mail.example" });
    launch(wb, order, { how: "link", people: ["Р-001", stranger.code] });
    const [orlov, novikova] = mail(wb, order);
    expect(orlov?.body).toContain(file?.url);
    expect(orlov?.attachments).toEqual([]);
    expect(novikova?.body).toContain("Документ приложен к этому письму.");
    expect(novikova?.attachments).toHaveLength(1);
    const readers = driveFiles(world)
      .find(fileId)
      ?.permissions.map(({ emailAddress }) => emailAddress);
    expect(readers).toContain("orlov@school7.example");
    // Google's own notice of the sharing never leaves.
    expect(
      outbox()
        .filter(({ to }) => to.includes("orlov@school7.example"))
        .pop()?.from,
    ).toBe(CURATOR);
  });

  test("one form serves all documents of a school year, each answer goes to its own", () => {
    const { wb, order } = school();
    const second = wb.add(documents, {
      ...wb.find(documents, order),
      paper: "Приказ о закреплении наставнических пар (групп)",
      number: "85-02",
      people: ["Р-001"],
      acquainted: null,
    });
    launch(wb, order, { people: ["Р-001"] });
    launch(wb, second.code, { people: ["Р-001"] });
    expect(wb.all(forms)).toHaveLength(1);
    const [, link] = wb.all(invitations).map((invitation) => invitation.link);
    tick(link ?? "");
    expect(pull(wb)).toMatchObject({ taken: 1 });
    expect(wb.find(documents, order)?.acquainted).toBe("0 из 4");
    expect(wb.find(documents, second.code)?.acquainted).toBe("1 из 1");
  });

  test("an interrupted round is finished, and nobody is written to twice", () => {
    const { wb, order } = school();
    launch(wb, order);
    launchedTwice(wb, order);
    const [first, second] = wb.all(invitations).map(({ code }) => code);
    // What a killed round leaves behind: the first letter gone, the second on its way.
    writeProperties({ "mail-in-hand": JSON.stringify({ what: "invitations", sent: [first], flying: second }) });
    expect(mail(wb, order)).toEqual([]);
    expect(wb.all(invitations).map(({ status }) => status)).toEqual(["отправлено", "отправляется"]);
    expect(loadAcquaintance(wb, order).people[1]?.trouble).toContain("могло не уйти");
    // The curator has asked the receiver, and lets it be sent again.
    wb.update(invitations, second ?? "", { status: "к отправке" });
    expect(mail(wb, order).map(({ to }) => to[0])).toEqual(["petrova@school7.example"]);
  });

  function launchedTwice(wb: MemoryWorkbook, order: string): void {
    expect(() => {
      launch(wb, order);
    }).toThrow("Среди выбранных нет");
    expect(wb.all(invitations)).toHaveLength(2);
  }

  test("a file that is gone stops the letters with what to do", () => {
    const { wb, order } = school();
    wb.update(documents, order, { fileId: "gone" });
    launch(wb, order);
    expect(() => mail(wb, order)).toThrow("Файла документа на Google Диске нет");
    expect(wb.all(invitations).map(({ status }) => status)).toEqual(["к отправке", "к отправке"]);
  });
});

describe("answers", () => {
  test("fill the list and the register; the same answer again changes nothing", () => {
    const { wb, order } = school();
    launch(wb, order);
    mail(wb, order);
    answer(wb, "Р-001");
    expect(pull(wb)).toMatchObject({ taken: 1 });
    expect(pull(wb)).toMatchObject({ taken: 0 });
    expect(listed(wb)[0]).toEqual(["Р-001", "2026-09-16", "форма"]);
    expect(wb.find(documents, order)?.acquainted).toBe("1 из 4");
  });

  test("of somebody who has withdrawn the consent is kept and changes nothing: a signature is wanted", () => {
    const { wb, order } = school();
    launch(wb, order);
    mail(wb, order);
    wb.add(consents, {
      person: "Р-001",
      kind: CONSENT_KIND.personalData,
      givenOn: day("2026-09-01"),
      withdrawnOn: day("2026-09-16"),
    });
    answer(wb, "Р-001");
    expect(pull(wb)).toMatchObject({ taken: 1 });
    expect(listed(wb)[0]).toEqual(["Р-001", null, null]);
  });

  test("by the general link count when only one document waits for its author", () => {
    const { wb, order } = school();
    launch(wb, order);
    submitForm(world, wb.all(forms)[0]?.link ?? "", {
      "Фамилия, имя, отчество": "Петрова Анна Ильинична",
      Подтверждение: ["С документом ознакомлен(а)"],
    });
    pull(wb);
    expect(listed(wb)[1]).toEqual(["Р-002", "2026-09-16", "форма"]);
    expect(mail(wb, order).map(({ to }) => to[0])).toEqual(["orlov@school7.example"]);
  });
});

describe("reminders", () => {
  const LATER = "2026-09-19";

  test("go with the document again to those who are silent, not sooner than in two days", () => {
    const { wb, order } = school();
    launch(wb, order);
    mail(wb, order);
    expect(() => remindAcquaintance(wb, order)).toThrow("Напоминать пока некому.");
    const moment = `${LATER}T09:00:00+03:00`;
    const later = Object.assign(wb, { now: Date.parse(moment), today: LATER, moment });
    markAcquainted(later, { document: order, people: ["Р-001"], on: "2026-09-18" });
    expect(remindAcquaintance(later, order)).toMatchObject({ kind: "acquaintanceReminders", total: 1 });
    const letters = mail(later, order, acquaintanceReminders);
    expect(letters.map(({ to, subject }) => [to[0], subject.split(":")[0]])).toEqual([
      ["petrova@school7.example", "Напоминание. На ознакомление"],
    ]);
    expect(letters[0]?.attachments).toHaveLength(1);
  });

  test.each(["заменён", "отменён"] as const)("of a document that is «%s» nobody is asked any more", (status) => {
    const { wb, order } = school();
    launch(wb, order);
    wb.update(documents, order, { status });
    expect(mail(wb, order)).toEqual([]);
    expect(() => remindAcquaintance(wb, order)).toThrow("больше не действует");
    expect(() => {
      launch(wb, order);
    }).toThrow("больше не действует");
    expect(loadAcquaintance(wb, order).closed).toContain("Знакомить с ним больше не нужно");
  });
});

describe("by hand", () => {
  test("signatures are written down with their day, never before the document nor ahead", () => {
    const { wb, order } = school();
    const mark = (on: string) => markAcquainted(wb, { document: order, people: ["Р-003", "Р-004"], on });
    expect(() => mark("2026-09-13")).toThrow("Дата ознакомления раньше даты документа (14.09.2026).");
    expect(() => mark("2026-09-17")).toThrow("Дата ознакомления ещё не наступила.");
    expect(() => mark("")).toThrow("Не указана дата ознакомления.");
    expect(wb.all(acquaintances)).toEqual([]);
    expect(mark("2026-09-14")).toEqual({ marked: 2 });
    expect(listed(wb)).toEqual([
      ["Р-001", null, null],
      ["Р-002", null, null],
      ["Р-003", "2026-09-14", "подпись"],
      ["Р-004", "2026-09-14", "подпись"],
    ]);
    expect(wb.find(documents, order)?.acquainted).toBe("2 из 4");
    wb.update(documents, order, { signedOn: null, status: "проект" });
    expect(() => mark("2026-09-14")).toThrow("ещё не подписан");
  });

  test("who has signed gets no letter", () => {
    const { wb, order } = school();
    launch(wb, order);
    markAcquainted(wb, { document: order, people: ["Р-002"], on: "2026-09-15" });
    expect(mail(wb, order).map(({ to }) => to[0])).toEqual(["orlov@school7.example"]);
  });

  test("somebody from outside the list may be added, a dismissed person is not", () => {
    const { wb, order } = school();
    wb.update(documents, order, { people: ["Р-001"] });
    markAcquainted(wb, { document: order, people: ["Р-002", "Р-005"], on: "2026-09-15" });
    expect(listed(wb).map(([person]) => person)).toEqual(["Р-001", "Р-002"]);
  });
});

describe("the printed sheet", () => {
  const sheetText = (drive: ReturnType<typeof memoryDrive>) =>
    textOf([...drive.papers.values()].pop()?.docx ?? "").replace(/\u00a0/g, " ");

  test("names everybody who has to sign, with the dates that are known", () => {
    const { wb, order } = school();
    const drive = memoryDrive();
    launch(wb, order);
    answer(wb, "Р-001");
    pull(wb);
    markAcquainted(wb, { document: order, people: ["Р-004"], on: "2026-09-15" });
    const { link } = makeSheet(wb, order, drive);
    expect(link).toContain("https://docs.google.com/document/d/");
    expect(sheetText(drive)).toContain(
      "ЛИСТ ОЗНАКОМЛЕНИЯ\nс приказом МБОУ СОШ № 7\nот 14 сентября 2026 г. № 84-02\n«О закреплении наставнических пар»\n",
    );
    expect(sheetText(drive)).toContain(
      [
        ["1", "Орлов Пётр Львович", "учитель", "16.09.2026", "ответ в форме"],
        ["2", "Петрова Анна Ильинична", "учитель", "", ""],
        ["3", "Северова Яна Юрьевна", "учитель", "15.09.2026", "подпись получена"],
        ["4", "Тихих Вера Олеговна", "учитель", "", ""],
      ]
        .flat()
        .join("\n"),
    );
    expect(sheetText(drive)).toContain("Даты ответов внесены верно:");
  });

  test("made again it is the same Doc; without answers it says nothing of the form", () => {
    const { wb, order } = school();
    const drive = memoryDrive();
    makeSheet(wb, order, drive);
    makeSheet(wb, order, drive);
    expect(drive.papers.size).toBe(1);
    expect(sheetText(drive)).not.toContain("форме");
    expect(loadAcquaintance(wb, order).sheet).toContain("https://docs.google.com/document/d/");
  });
});

describe("by codes only", () => {
  test("letter and form name nobody and bring no document; the answer finds its author by the code", () => {
    const { wb, order } = school();
    wb.setSettings(settings, { namesInForms: NAMES_IN.codes });
    wb.update(documents, order, { heading: "О паре Орлов П. Л. — Петрова А. И." });
    launch(wb, order, { how: "link" });
    const letters = mail(wb, order);
    expect(letters).toHaveLength(2);
    for (const { subject, body, attachments, htmlBody } of letters) {
      expect([subject, body, htmlBody].join()).not.toMatch(/Орлов|Петров|Ким|Анна|Пётр/);
      expect(attachments).toEqual([]);
      expect(body).not.toContain(fileId);
      expect(body).toContain("Прочитать документ можно у куратора наставничества.");
    }
    expect(decodeURIComponent(linkOf(wb, "Р-001"))).not.toMatch(/Орлов|Петров/);
    answer(wb, "Р-001");
    pull(wb);
    expect(listed(wb)[0]).toEqual(["Р-001", "2026-09-16", "форма"]);
  });
});
