// Deletion of a person on demand: nothing private is left anywhere, what the law keeps can still be read, others are untouched.
import fc from "fast-check";
import { memoryWorkbook, type MemoryWorkbook } from "../../../test/memoryWorkbook";
import { CONSENT_KIND, consents } from "../../bank/consents.table";
import { diagnostics } from "../../bank/diagnostics.table";
import { mentees } from "../../bank/mentees.table";
import { mentors } from "../../bank/mentors.table";
import { people } from "../../bank/people.table";
import { acquaintances } from "../../documents/acquaintances.table";
import { declensions } from "../../documents/declensions.table";
import { documents } from "../../documents/documents.table";
import { pairingTerms } from "../../pairing/pairingTerms.table";
import { pairs } from "../../pairing/pairs.table";
import { activities } from "../../programmes/activities.table";
import { programmes } from "../../programmes/programmes.table";
import { answers } from "../../questionnaires/answers.table";
import { forms } from "../../questionnaires/forms.table";
import { invitations } from "../../questionnaires/invitations.table";
import type { CalendarDate } from "../../workbook/calendarDate";
import type { Table } from "../../workbook/table";
import { confirmSurname, deletePerson, type Outside, previewDeletion } from "./deletePerson";

const day = (text: string): CalendarDate => text as CalendarDate;
const TABLES: readonly Table[] = [
  people,
  mentors,
  mentees,
  pairs,
  pairingTerms,
  programmes,
  activities,
  documents,
  acquaintances,
  consents,
  diagnostics,
  forms,
  invitations,
  answers,
  declensions,
];

interface Bank {
  wb: MemoryWorkbook;
  /** The mentee who asks to be deleted. */
  person: string;
  other: string;
  mentor: string;
  pair: string;
}

/** A mentee with everything that the bank can hold about somebody, and another one just like that. */
function bank({ ordered = true, ended = true } = {}): Bank {
  const wb = memoryWorkbook("2026-11-20");
  const form = wb.add(forms, { questionnaire: "menteeIntake", formId: "form-1", status: "закрыта" }).code;
  const head = wb.add(people, { fullName: "Петрова Анна Ивановна", email: "mentor@school.example" }).code;
  const mentor = wb.add(mentors, { person: head, fullName: "Петрова Анна Ивановна", status: "действующий" }).code;
  const fill = (fullName: string, mark: string) => {
    const person = wb.add(people, {
      fullName,
      sex: "мужской",
      post: "учитель",
      email: `${mark}@school.example`,
      phone: mark === "secret" ? "+79001112233" : "+79004445566",
      birthYear: mark === "secret" ? 1999 : 1980,
      education: `${mark} диплом`,
      note: `${mark} заметка`,
      imported: { phone: `${mark} 8 900` },
      employment: "работает",
    }).code;
    const mentee = wb.add(mentees, { person, fullName, status: "закреплён", request: `${mark} запрос` }).code;
    wb.add(diagnostics, { person, doneOn: day("2026-09-01"), direction: "ИКТ", severity: 3, wording: `${mark} слова` });
    wb.add(invitations, { form, person, link: `https://forms.example/${mark}` });
    const answeredAt = "2026-09-02T10:00:00+03:00";
    const common = { form, questionnaire: "menteeIntake", answeredAt };
    wb.add(answers, { ...common, person, values: { request: `${mark} ответ` }, responseId: `${mark}-1` });
    wb.add(answers, {
      ...common,
      respondent: "не узнан",
      values: { mail: `${mark}@school.example` },
      responseId: `${mark}-2`,
    });
    wb.add(pairingTerms, {
      kind: "никогда вместе",
      mentor,
      mentee,
      menteeName: fullName,
      note: `${mark}: конфликт`,
    });
    wb.add(declensions, { kind: "ФИО", nominative: fullName, genitive: `${mark} форма` });
    for (const kind of [CONSENT_KIND.personalData, CONSENT_KIND.pair])
      wb.add(consents, { person, fullName, kind, givenOn: day("2026-09-03"), note: `${mark} пометка` });
    const pair = wb.add(pairs, {
      mentor,
      mentees: [mentee],
      mentorName: "Петрова Анна Ивановна",
      menteeNames: fullName,
      status: ended ? "завершена" : "действует",
      grounds: `${mark} основание`,
    }).code;
    const order = ordered
      ? wb.add(documents, {
          paper: "Приказ",
          number: mark,
          status: "подписан",
          people: [head, person],
          pairs: [pair],
          key: `o:${mark}`,
        }).code
      : null;
    wb.update(pairs, pair, { order });
    const blank = wb.add(documents, {
      paper: "Согласие",
      status: "проект",
      people: [person],
      fileId: `draft-${mark}`,
      heading: `Согласие: ${mark}`,
    }).code;
    const acquaintedOn = day("2026-09-15");
    for (const document of [...(order === null ? [] : [order]), blank])
      wb.add(acquaintances, { document, person, fullName, acquaintedOn, way: "подпись" });
    const programme = wb.add(programmes, {
      pair,
      title: `Петрова — ${fullName}`,
      initialLevel: `${mark} уровень`,
    }).code;
    wb.add(activities, { programme, content: "Посещение урока", comment: `${mark} оценка` });
    return { person, pair };
  };
  const first = fill("Сидоров Илья Сергеевич", "secret");
  const second = fill("Яблоков Пётр Олегович", "other");
  return { wb, person: first.person, other: second.person, mentor: head, pair: first.pair };
}

function outside(): { deleted: string[]; binned: string[]; as: Outside } {
  const deleted: string[] = [];
  const binned: string[] = [];
  const as: Outside = {
    deleteResponses: (_, ids) => {
      deleted.push(...ids);
      return 0;
    },
    binFiles: (ids) => {
      binned.push(...ids);
    },
  };
  return { deleted, binned, as };
}

/** Every cell of every tab, by tab and code. */
function cellsOf(wb: MemoryWorkbook): Record<string, string> {
  const found: Record<string, string> = {};
  for (const table of TABLES) {
    for (const { code, cell } of wb.typed(table)) {
      found[`${table.tab} ${code}`] = JSON.stringify(Object.keys(table.columns).map(cell));
    }
  }
  return found;
}

const allCells = (wb: MemoryWorkbook): string => Object.values(cellsOf(wb)).join("\n");

describe("deletion of a person", () => {
  test("leaves no contact, answer, diagnosis or note in any cell, nor in forms and drafts", () => {
    const { wb, person } = bank();
    const drive = outside();
    deletePerson(wb, person, "отзыв согласия", drive.as);
    const order = wb.all(documents).find(({ number }) => number === "secret");
    expect(allCells(wb).replace(JSON.stringify(order?.number), "").replace("o:secret", "")).not.toMatch(
      /secret|9001112233|1999,/,
    );
    expect(drive.deleted).toEqual(["secret-1", "secret-2"]);
    expect(drive.binned).toEqual(["draft-secret"]);
  });

  test("keeps the proof that an order was read, and no request to read what goes", () => {
    const { wb, person, other } = bank();
    const order = wb.all(documents).find(({ number }) => number === "secret")?.code ?? "";
    const others = wb.all(acquaintances).filter((row) => row.person === other);
    wb.add(acquaintances, { document: wb.add(documents, { paper: "Положение" }).code, person });
    deletePerson(wb, person, "отзыв согласия", outside().as);
    expect(wb.all(acquaintances).filter((row) => row.person === person)).toMatchObject([
      { document: order, acquaintedOn: "2026-09-15" },
    ]);
    expect(wb.all(acquaintances).filter((row) => row.person === other)).toEqual(others);
  });

  test("forgets what was typed into the form of an agreement that has to be kept", () => {
    const { wb, person } = bank();
    const { code } = wb.add(documents, {
      paper: "Дополнительное соглашение",
      number: "5-ДС",
      status: "подписан",
      people: [person],
      details: { subject: "Н-001", answers: { duties: "личное" } },
    });
    deletePerson(wb, person, "отзыв согласия", outside().as);
    expect(wb.find(documents, code)).toMatchObject({ number: "5-ДС", details: null });
  });

  test("keeps the order and its pair readable: names, post, codes", () => {
    const { wb, person, pair } = bank();
    deletePerson(wb, person, "отзыв согласия", outside().as);
    const order = wb.all(documents).find(({ number }) => number === "secret");
    expect(order).toMatchObject({
      status: "подписан",
      people: expect.arrayContaining([person]) as unknown,
      pairs: [pair],
    });
    const kept = wb.find(pairs, pair);
    expect(kept).toMatchObject({ menteeNames: "Сидоров Илья Сергеевич", order: order?.code, grounds: null });
    expect(wb.find(mentees, kept?.mentees[0] ?? "")).toMatchObject({ person, status: "отказ", request: null });
    expect(wb.find(people, person)).toMatchObject({
      fullName: "Сидоров Илья Сергеевич",
      post: "учитель",
      email: null,
      note: "Сведения удалены 20.11.2026: оставлено только то, что обязаны хранить.",
    });
  });

  test("keeps consents as proof, from now on withdrawn; those that ended more than three years ago go", () => {
    const { wb, person } = bank();
    wb.add(consents, {
      person,
      kind: CONSENT_KIND.personalData,
      givenOn: day("2020-09-01"),
      validUntil: day("2021-09-01"),
    });
    deletePerson(wb, person, "цель обработки достигнута", outside().as);
    const own = wb.all(consents).filter((consent) => consent.person === person);
    expect(own).toHaveLength(2);
    for (const consent of own)
      expect(consent).toMatchObject({
        withdrawnOn: "2026-11-20",
        withdrawalPaper: "удаление данных: цель обработки достигнута",
        note: null,
      });
  });

  test("without orders and consents nothing at all is left", () => {
    const { wb, person } = bank({ ordered: false });
    for (const { code, person: of } of wb.all(consents)) if (of === person) wb.remove(consents, code);
    deletePerson(wb, person, "отзыв согласия", outside().as);
    expect(allCells(wb)).not.toMatch(/secret|Сидоров/);
    expect(wb.find(people, person)).toBeUndefined();
  });

  test("a cell that cannot be read is emptied too", () => {
    const { wb, person } = bank();
    wb.type(people, person, "phone", "secret, спросить у жены");
    deletePerson(wb, person, "отзыв согласия", outside().as);
    expect(cellsOf(wb)[`Педагоги ${person}`]).not.toContain("secret");
  });

  test("is refused while a pair stands, with what to do", () => {
    const { wb, person, pair } = bank({ ended: false });
    expect(previewDeletion(wb, person, []).blocks[0]).toContain(pair);
    const before = allCells(wb);
    expect(() => deletePerson(wb, person, "отзыв согласия", outside().as)).toThrow(/незавершённые пары/);
    expect(allCells(wb)).toBe(before);
  });

  test("asks for the surname of this very person", () => {
    const { wb, person } = bank();
    expect(() => {
      confirmSurname(wb, { person, surname: "Яблоков" });
    }).toThrow(/не совпадает/);
    confirmSurname(wb, { person, surname: " сидоров " });
  });

  test("says before what goes, what stays and by which law, and what is left to do by hand", () => {
    const { wb, person } = bank();
    const preview = previewDeletion(wb, person, []);
    expect(preview.goes).toContain("Ответы в Google Формах — 2");
    expect(preview.goes).toContain("Ответы: строк — 2");
    expect(preview.stays.map(({ why }) => why).join(" ")).toMatch(/125-ФЗ, ст\. 22\.1.*152-ФЗ, ст\. 9/s);
    expect(preview.byHand.join(" ")).toMatch(/акт об уничтожении/);
  });

  test("the journal tells of it without the name", () => {
    const { wb, person } = bank();
    deletePerson(wb, person, "отзыв согласия", outside().as);
    const said = JSON.stringify(wb.journal);
    expect(said).toContain("Удалены сведения о человеке");
    expect(said).not.toMatch(/Сидоров|secret@/);
  });

  test("given again it changes nothing", () => {
    const { wb, person } = bank();
    deletePerson(wb, person, "отзыв согласия", outside().as);
    const after = cellsOf(wb);
    expect(previewDeletion(wb, person, []).done).toBe(true);
    deletePerson(wb, person, "отзыв согласия", outside().as);
    expect(cellsOf(wb)).toEqual(after);
  });

  test("a mentor goes as well: the programme of the mentee keeps its words", () => {
    const { wb, mentor } = bank();
    const before = cellsOf(wb);
    deletePerson(wb, mentor, "отзыв согласия", outside().as);
    const after = cellsOf(wb);
    for (const tab of ["Программы", "Мероприятия", "Наставляемые", "Ответы", "Запросы"]) {
      const of = (cells: Record<string, string>) => Object.entries(cells).filter(([place]) => place.startsWith(tab));
      expect(of(after)).toEqual(of(before));
    }
    expect(allCells(wb)).not.toContain("mentor@school.example");
  });

  test("in a group only this person leaves", () => {
    const { wb, person, pair } = bank({ ordered: false });
    const [own, other] = wb.all(mentees);
    wb.update(pairs, pair, {
      mentees: [own?.code ?? "", other?.code ?? ""],
      menteeNames: "Сидоров Илья Сергеевич, Яблоков Пётр Олегович",
    });
    deletePerson(wb, person, "отзыв согласия", outside().as);
    expect(wb.find(pairs, pair)).toMatchObject({ mentees: [other?.code], menteeNames: "Яблоков Пётр Олегович" });
    expect(wb.find(mentees, own?.code ?? "")).toBeUndefined();
  });

  test("wherever it is cut off, given again it comes to the same end, and other people's rows stay untouched", () => {
    const whole = bank();
    deletePerson(whole.wb, whole.person, "отзыв согласия", outside().as);
    const expected = cellsOf(whole.wb);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), (steps) => {
        const { wb, person, other } = bank();
        const own = new Set(Object.keys(expected));
        const before = cellsOf(wb);
        let left = steps;
        const step = (): void => {
          if (left-- === 0) throw new Error("cut off");
        };
        const interrupted: MemoryWorkbook = {
          ...wb,
          remove: (...args) => {
            step();
            wb.remove(...args);
          },
          retype: (...args) => {
            step();
            wb.retype(...args);
          },
        };
        try {
          deletePerson(interrupted, person, "отзыв согласия", outside().as);
        } catch (failure) {
          expect(String(failure)).toContain("cut off");
        }
        deletePerson(wb, person, "отзыв согласия", outside().as);
        const after = cellsOf(wb);
        expect(after).toEqual(expected);
        const others = Object.keys(before).filter((place) => before[place]?.includes("other") || place.endsWith(other));
        for (const place of others) expect(after[place]).toBe(before[place]);
        expect(others.every((place) => own.has(place))).toBe(true);
      }),
      { numRuns: 25 },
    );
  });
});
