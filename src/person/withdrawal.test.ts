// A withdrawal takes effect at once and everywhere: no letter, no publication, no new paper; what it affects is listed.
import { day, lifeStand, TODAY } from "../../test/lifeStand";
import { memoryDrive } from "../../test/memoryDrive";
import type { MemoryWorkbook } from "../../test/memoryWorkbook";
import { mayPublish } from "../bank/consentRules";
import { CONSENT_KIND, consents } from "../bank/consents.table";
import { intakeConsumers } from "../bank/intake/takeAnswers";
import { addressesOf } from "../bank/intake/mail";
import { MENTEE_INTAKE } from "../bank/intake/menteeQuestionnaire";
import { mentees } from "../bank/mentees.table";
import { mentors } from "../bank/mentors.table";
import { recordConsents } from "../bank/recordConsents";
import { documents } from "../documents/documents.table";
import { checkOrder } from "../pairing/checkOrder";
import { makeConsentForms } from "../pairing/makeConsentForms";
import { pairs } from "../pairing/pairs.table";
import { makeProgrammes } from "../programmes/makeProgramme";
import { programmeDocuments } from "../programmes/programmesJob";
import { forms } from "../questionnaires/forms.table";
import { invitations } from "../questionnaires/invitations.table";
import { settings } from "../school/settings.table";
import { guestsOf } from "../surveys/audience";
import { planWithdrawal, withdrawConsent } from "./withdrawal";

/** The code of somebody's consent. */
function consentOf(wb: MemoryWorkbook, person: string, kind: keyof typeof CONSENT_KIND): string {
  return wb.all(consents).find((one) => one.person === person && one.kind === CONSENT_KIND[kind])?.code ?? "";
}

const on = TODAY;

describe("the consent to the use of personal data, withdrawn", () => {
  test("is listed with everything that it affects, and nothing is written by the list", () => {
    const wb = lifeStand();
    const form = wb.add(forms, { questionnaire: MENTEE_INTAKE, status: "открыта" });
    wb.add(invitations, { form: form.code, person: "Р-003", status: "к отправке" });
    wb.add(documents, { paper: "Программа", heading: "Программа пары", status: "проект", people: ["Р-003"] });
    wb.add(documents, { paper: "Приказ", number: "84-02", status: "подписан", people: ["Р-001", "Р-003"] });
    const plan = planWithdrawal(wb, { consent: consentOf(wb, "Р-003", "personalData"), on, paper: null });
    expect(plan.pairs.map(({ code, choices }) => [code, choices.map(({ value }) => value)])).toEqual([
      ["П-2027-01", ["close", "leave"]],
    ]);
    expect(plan.follows).toEqual([
      "Согласие (обработка персональных данных) не действует с 15.03.2027.",
      "Писем этому человеку больше не будет; неотправленных приглашений — 1.",
      "Новых документов о нём не будет: приказов, программ, бланков согласий.",
      "Статус наставляемого: «закреплён» → «отказ».",
    ]);
    expect(plan.toDo).toEqual([
      "Отмените проект документа Д-2027-01 или подготовьте его без этого человека: Программа пары.",
      "Подписанные документы остаются на хранении, как требует закон: Д-2027-02 (№ 84-02).",
    ]);
    expect(wb.find(consents, consentOf(wb, "Р-003", "personalData"))?.withdrawnOn).toBeNull();
  });

  test("shuts every maker of letters and papers, typed by hand or recorded", () => {
    for (const byHand of [false, true]) {
      const wb = lifeStand();
      wb.setSettings(settings, { folderId: "folder" });
      const consent = consentOf(wb, "Р-003", "personalData");
      if (byHand) wb.update(consents, consent, { withdrawnOn: day(on) });
      else withdrawConsent(wb, { consent, on, paper: "заявление № 3" }, { "П-2027-01": "leave" });
      wb.add(pairs, {
        mentor: "Н-002",
        mentees: ["М-001"],
        status: "предложена",
        startsOn: day(on),
        endsOn: day("2027-12-01"),
      });
      const drive = memoryDrive();
      const refusal = "Снегирёва Анна Олеговна): отозвано согласие на обработку персональных данных";
      expect(addressesOf(wb).has("Р-003")).toBe(false);
      expect(
        Object.values(guestsOf(wb, "all"))
          .flat()
          .map(({ code }) => code),
      ).not.toContain("Р-003");
      expect(() => makeConsentForms(wb, [{ person: "Р-003", kinds: [CONSENT_KIND.pair] }], drive)).toThrow(refusal);
      expect(() => makeProgrammes(wb, ["П-2027-01"], drive)).toThrow(refusal);
      expect(programmeDocuments.count(wb, {})).toBe(3);
      const blocked = checkOrder(wb).blocked.find(({ code }) => code === "П-2027-05");
      expect(blocked?.obstacles.join()).toContain("отозвано согласие на обработку персональных данных");
      const form = wb.add(forms, { questionnaire: MENTEE_INTAKE, status: "открыта" });
      const before = wb.all(mentees);
      const taken = intakeConsumers[MENTEE_INTAKE]?.(wb, {
        form,
        person: "Р-003",
        signature: { invited: null, email: null, fullName: null },
        about: null,
        answeredAt: `${on}T12:00:00+03:00`,
        values: { request: "Помогите" },
        earlier: () => null,
      });
      expect(taken).toBe("Р-003");
      expect(wb.all(mentees)).toEqual(before);
    }
  });

  test("lets everything go on where it is given anew", () => {
    const wb = lifeStand();
    withdrawConsent(wb, { consent: consentOf(wb, "Р-003", "personalData"), on, paper: null }, { "П-2027-01": "leave" });
    recordConsents(wb, {
      signed: [{ person: "Р-003", kinds: [CONSENT_KIND.personalData] }],
      givenOn: day(TODAY),
      validUntil: null,
      paper: null,
    });
    expect(addressesOf(wb).has("Р-003")).toBe(true);
    expect(programmeDocuments.count(wb, {})).toBe(4);
  });
});

describe("a mentor's consent to mentoring, withdrawn", () => {
  test("gives the mentees back, once, and the mentor leaves the bank", () => {
    const wb = lifeStand();
    const input = { consent: consentOf(wb, "Р-001", "mentoring"), on, paper: "заявление от 15.03.2027" };
    withdrawConsent(wb, input, {});
    expect(wb.find(mentors, "Н-001")?.status).toBe("выбыл");
    expect(wb.find(pairs, "П-2027-01")).toMatchObject({
      status: "прекращена досрочно",
      endReason: "инициатива наставника",
    });
    expect(wb.all(mentees).map(({ status }) => status)).toEqual([
      "повторно ожидает",
      "закреплён",
      "повторно ожидает",
      "ожидает подбора",
    ]);
    const once = [wb.all(mentors), wb.all(mentees), wb.all(pairs), wb.all(consents)];
    // The day is the one that was recorded first.
    withdrawConsent(wb, { ...input, on: "2027-03-14" }, {});
    expect([wb.all(mentors), wb.all(mentees), wb.all(pairs), wb.all(consents)]).toEqual(once);
  });

  test("with a pair that is left for now leaves the status, of which the check complains", () => {
    const wb = lifeStand();
    withdrawConsent(wb, { consent: consentOf(wb, "Р-002", "mentoring"), on, paper: null }, { "П-2027-02": "leave" });
    expect(wb.find(mentors, "Н-002")?.status).toBe("действующий");
    expect(checkOrder(wb).missing).toEqual([]);
  });

  test("changes nothing more while another consent of the kind is in force", () => {
    const wb = lifeStand();
    wb.add(consents, { person: "Р-001", kind: CONSENT_KIND.mentoring, givenOn: day("2027-01-10") });
    const input = { consent: consentOf(wb, "Р-001", "mentoring"), on, paper: null };
    expect(planWithdrawal(wb, input)).toMatchObject({ pairs: [], toDo: [] });
    withdrawConsent(wb, input, {});
    expect(wb.find(mentors, "Н-001")?.status).toBe("действующий");
  });
});

describe("publication", () => {
  const publish = (
    wb: MemoryWorkbook,
    terms: { publishable: readonly ("фотография" | "должность")[]; resource: string | null },
  ) =>
    recordConsents(wb, {
      signed: [{ person: "Р-003", kinds: [CONSENT_KIND.publication] }],
      givenOn: day("2026-09-02"),
      validUntil: day("2027-06-01"),
      paper: null,
      publication: { ...terms, conditions: null },
    });
  const may = (wb: MemoryWorkbook, what: "фотография" | "должность", resource?: string, on = TODAY) =>
    mayPublish(wb.all(consents), "Р-003", what, day(on), resource);

  test("is allowed for what the person has named, where and until when it was named", () => {
    const wb = lifeStand();
    expect(may(wb, "фотография")).toBe(false);
    expect(() => publish(wb, { publishable: [], resource: null })).toThrow("Не отмечено, что можно публиковать");
    expect(() => publish(wb, { publishable: ["фотография"], resource: "на сайте школы" })).toThrow("Адрес страницы");
    expect(publish(wb, { publishable: ["фотография"], resource: "school.example/news" })).toBe(1);
    expect(publish(wb, { publishable: ["фотография"], resource: "school.example/news" })).toBe(0);
    expect(publish(wb, { publishable: ["должность"], resource: "https://vk.example/school" })).toBe(1);
    expect([may(wb, "фотография"), may(wb, "должность")]).toEqual([true, true]);
    expect(may(wb, "фотография", "https://www.school.example/other")).toBe(true);
    expect(may(wb, "фотография", "https://vk.example/school")).toBe(false);
    expect(may(wb, "фотография", undefined, "2027-06-02")).toBe(false);
  });

  test("ends with its own consent and with that to the use of the data; the pages to clear are listed", () => {
    for (const kind of ["publication", "personalData"] as const) {
      const wb = lifeStand();
      publish(wb, { publishable: ["фотография"], resource: "https://school.example/news" });
      wb.update(mentees, "М-001", { caseLink: "https://school.example/case-1" });
      const input = { consent: consentOf(wb, "Р-003", kind), on, paper: null };
      expect(planWithdrawal(wb, input).toDo.slice(0, 3)).toEqual([
        "Уберите с сайта не позднее 18.03.2027 (152-ФЗ, ст. 10.1): фотография.",
        "Проверьте страницу: https://school.example/case-1",
        "Проверьте страницу: https://school.example/news",
      ]);
      withdrawConsent(wb, input, { "П-2027-01": "leave" });
      expect(may(wb, "фотография")).toBe(false);
      // A publication has nothing to do with the pair.
      expect(wb.find(mentees, "М-001")?.status).toBe("закреплён");
    }
  });
});

test("a withdrawal before the consent or in the future is refused", () => {
  const wb = lifeStand();
  const consent = consentOf(wb, "Р-003", "pair");
  expect(() => planWithdrawal(wb, { consent, on: "2026-09-01", paper: null })).toThrow("Согласие дано 02.09.2026");
  expect(() => planWithdrawal(wb, { consent, on: "2027-03-16", paper: null })).toThrow("ещё не наступила");
});
