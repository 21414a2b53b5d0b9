// Roles, consents and statuses of the bank: what may be done, what is missing, what the data check finds.
import { memoryWorkbook } from "../../test/memoryWorkbook";
import type { CalendarDate } from "../workbook/calendarDate";
import { isInForce, missingConsents, withdrawnPeople } from "./consentRules";
import { CONSENT_KIND, consents, type Consent } from "./consents.table";
import { mentees } from "./mentees.table";
import { mentors } from "./mentors.table";
import { people } from "./people.table";
import { recordConsents } from "./recordConsents";
import { giveRole } from "./roles";
import { applyStaffImport, loadImport, planStaffImport } from "./import/importStaff";

const day = (text: string) => text as CalendarDate;
const TODAY = "2026-09-15";

function consent(patch: Partial<Consent>): Consent {
  return {
    code: "С-001",
    person: "Р-001",
    fullName: null,
    kind: CONSENT_KIND.personalData,
    givenOn: day("2026-09-01"),
    validUntil: null,
    paper: null,
    publishable: [],
    resource: null,
    conditions: null,
    withdrawnOn: null,
    withdrawalPaper: null,
    note: null,
    ...patch,
  };
}

describe("written consents", () => {
  test("hold from the day of signing until they run out or are withdrawn", () => {
    expect(isInForce(consent({}), day("2026-08-31"))).toBe(false);
    expect(isInForce(consent({}), day("2026-09-01"))).toBe(true);
    expect(isInForce(consent({ validUntil: day("2026-09-10") }), day("2026-09-10"))).toBe(true);
    expect(isInForce(consent({ validUntil: day("2026-09-10") }), day("2026-09-11"))).toBe(false);
    expect(isInForce(consent({ withdrawnOn: day("2026-09-10") }), day("2026-09-10"))).toBe(false);
  });

  test("a pair lacks those of each side that are not in force on the day of the order", () => {
    const pair = [
      { person: "Р-001", role: "mentor" },
      { person: "Р-002", role: "mentee" },
    ] as const;
    const given = [
      consent({}),
      consent({ kind: CONSENT_KIND.mentoring }),
      consent({ person: "Р-002", kind: CONSENT_KIND.pair }),
    ];
    expect(missingConsents(pair, given, day(TODAY))).toEqual([{ person: "Р-002", kinds: [CONSENT_KIND.personalData] }]);
    expect(missingConsents(pair, [], day(TODAY)).map(({ kinds }) => kinds.length)).toEqual([2, 2]);
  });

  test("a withdrawn consent counts until a new one is given", () => {
    const withdrawn = consent({ withdrawnOn: day("2026-09-10") });
    expect(withdrawnPeople([withdrawn], day(TODAY))).toEqual(new Set(["Р-001"]));
    expect(withdrawnPeople([withdrawn, consent({ givenOn: day("2026-09-12") })], day(TODAY)).size).toBe(0);
  });

  test("are recorded for many people at once, and once only", () => {
    const wb = memoryWorkbook(TODAY);
    const { code } = wb.add(people, { fullName: "Петрова Анна Ильинична" });
    const signed = [{ person: code, kinds: [CONSENT_KIND.personalData, CONSENT_KIND.pair] }];
    const papers = { signed, givenOn: day("2026-09-14"), validUntil: null, paper: "папка 02-15" };
    expect(recordConsents(wb, papers)).toBe(2);
    expect(recordConsents(wb, papers)).toBe(0);
    // The curator types the day of withdrawal into the tab.
    wb.update(consents, "С-001", { withdrawnOn: day(TODAY) });
    expect(recordConsents(wb, { ...papers, givenOn: day(TODAY) })).toBe(1);
  });

  test("are renewed before they run out by a paper that holds for longer", () => {
    const wb = memoryWorkbook(TODAY);
    const { code } = wb.add(people, { fullName: "Петрова Анна Ильинична" });
    const papers = (validUntil: string | null) => ({
      signed: [{ person: code, kinds: [CONSENT_KIND.pair] }],
      givenOn: day(TODAY),
      validUntil: validUntil === null ? null : day(validUntil),
      paper: null,
    });
    expect(recordConsents(wb, papers("2026-10-01"))).toBe(1);
    expect(recordConsents(wb, papers("2026-09-30"))).toBe(0);
    expect(recordConsents(wb, papers("2027-06-30"))).toBe(1);
    expect(recordConsents(wb, papers(null))).toBe(1);
    expect(recordConsents(wb, papers("2028-06-30"))).toBe(0);
  });

  test("of tomorrow are refused", () => {
    const papers = { signed: [], givenOn: day("2026-09-16"), validUntil: null, paper: null };
    expect(() => recordConsents(memoryWorkbook(TODAY), papers)).toThrow("ещё не наступила");
  });
});

describe("roles", () => {
  test("one person may be mentor and mentee, each once", () => {
    const wb = memoryWorkbook(TODAY);
    const { code } = wb.add(people, { fullName: "Петрова Анна Ильинична" });
    giveRole(wb, "mentor", [code]);
    giveRole(wb, "mentee", [code, code]);
    expect(giveRole(wb, "mentor", [code])).toEqual({ added: [], already: ["Петрова Анна Ильинична"] });
    expect([wb.all(mentors).length, wb.all(mentees).length]).toEqual([1, 1]);
  });
});

describe("the import commands", () => {
  const rows = [
    ["ФИО", "Должность", "e-mail"],
    ["Петрова Анна Ильинична", "учитель", "petrova@x.example"],
    ["Орлов Пётр Львович", "учитель", "не знаю"],
  ];
  const list = { rows, firstRow: 1, mapping: { fullName: 0, post: 1, email: 2 } };

  test("plan without writing, then write once", () => {
    const wb = memoryWorkbook(TODAY);
    expect(planStaffImport(wb, list)).toMatchObject({ added: [{ row: 2 }], doubtful: [{ row: 3, about: "values" }] });
    expect(loadImport(wb).people).toBe(0);
    expect(applyStaffImport(wb, { ...list, decisions: {} })).toMatchObject({ added: 2, changed: 0, waiting: 0 });
    expect(applyStaffImport(wb, { ...list, decisions: {} })).toMatchObject({ added: 0, changed: 0 });
    expect(wb.all(people)).toMatchObject([
      { fullName: "Петрова Анна Ильинична", sex: "женский", kind: "штатный", employment: "работает", updatedOn: TODAY },
      {
        fullName: "Орлов Пётр Львович",
        email: null,
        note: "Электронная почта: в списке «не знаю» (вместо адреса электронной почты указано «не знаю»)",
      },
    ]);
  });

  test("carry a corrected name to the other tabs", () => {
    const wb = memoryWorkbook(TODAY);
    const { code } = wb.add(people, {
      fullName: "ПЕТРОВА АННА ИЛЬИНИЧНА",
      email: "petrova@x.example",
      post: "учитель",
    });
    giveRole(wb, "mentor", [code]);
    applyStaffImport(wb, { ...list, decisions: {} });
    expect(wb.all(mentors)[0]?.fullName).toBe("Петрова Анна Ильинична");
  });

  test("stop where nobody says which column holds the names, and refuse what is no list", () => {
    const wb = memoryWorkbook(TODAY);
    expect(() => planStaffImport(wb, { ...list, mapping: { post: 1 } })).toThrow("Не указан столбец с ФИО.");
    expect(() => planStaffImport(wb, { rows: "x" })).toThrow();
  });
});
