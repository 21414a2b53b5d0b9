// The written consents as kinds: whose are wanted, and what the signed paper puts on «Согласия».
import { consents, CONSENT_KIND, PUBLISHABLE, type Consent } from "../../bank/consents.table";
import { menteeConsent, mentorConsent, personalDataConsent, publicationConsent } from "../../bank/consentPapers";
import { isInForce, withdrawnIn, type ConsentKind } from "../../bank/consentRules";
import { MENTEE_STATUS, mentees } from "../../bank/mentees.table";
import { MENTOR_STATUS, mentors } from "../../bank/mentors.table";
import { EMPLOYMENT, isDeleted, people } from "../../bank/people.table";
import { recordConsents } from "../../bank/recordConsents";
import type { Paper } from "../../documents/paper";
import { Stop } from "../../google/stop";
import {
  type ConsentSubject,
  consentSubjects,
  menteeConsentInput,
  mentorConsentInput,
  personalDataConsentInput,
  publicationConsentInput,
} from "../../pairing/consentInputs";
import { isInForce as isAtWork } from "../../pairing/pairStates";
import { settings } from "../../school/settings.table";
import { formatDate } from "../../workbook/calendarDate";
import type { ReadOnlyWorkbook } from "../../workbook/workbook";
import { listAnswer, textAnswer, type Answers, type Field } from "../fields";
import type { AnyPaperKind, Obstacle, PaperCase, PaperKind, PaperSubject } from "../paperKind";
import { draftFinder } from "../registered";

/** The banks as codes on «Педагоги»: whoever has left, refused or finished needs no new consent. */
const HOLDERS = {
  mentors: (wb: ReadOnlyWorkbook) =>
    wb.all(mentors).flatMap(({ person, status }) => (status === MENTOR_STATUS.left ? [] : [person])),
  mentees: (wb: ReadOnlyWorkbook) =>
    wb
      .all(mentees)
      .flatMap(({ person, status }) =>
        status === MENTEE_STATUS.refused || status === MENTEE_STATUS.finished ? [] : [person],
      ),
};
type Holders = keyof typeof HOLDERS;

interface ConsentSpec<Input> {
  paper: Paper<Input>;
  consent: ConsentKind;
  /** Whose consent it is. */
  of: readonly Holders[];
  /** Nobody's pack wants a consent that is given for publication: it is the person's own wish. */
  wanted: boolean;
  purpose: string;
  basis: string;
  inputOf: (subject: ConsentSubject) => Input;
}

function consentKind<Input>(spec: ConsentSpec<Input>): PaperKind<Input> {
  const { paper, consent, purpose, basis, inputOf } = spec;
  const isPublication = consent === CONSENT_KIND.publication;
  const about = (wb: ReadOnlyWorkbook, person: string): ConsentSubject => {
    const subject = consentSubjects(wb)(person);
    if (subject) return subject;
    throw new Stop(
      `На вкладке «Педагоги» нет кода ${person}.`,
      "Обновите страницу «Документы» и выберите людей снова.",
    );
  };
  return {
    paper,
    group: "Согласия и соглашения",
    count: "each",
    purpose,
    basis,
    series: null,
    registerLabel: "Записать подписанное",
    subjects: (wb) => subjectsOf(wb, spec),
    ...(isPublication ? { fields: () => PUBLICATION_FIELDS, proposed: proposedPublication, unsignable } : {}),
    input: (wb, { subject }) => inputOf(about(wb, subject)),
    concerns: (wb, { subject }) => {
      const { mentoring, mentored } = about(wb, subject);
      return { pairs: [...mentoring, ...mentored].map(({ code }) => code), people: [subject] };
    },
    acquainted: () => [],
    signed: (wb, { subject, answers }, record) => {
      recordConsents(wb, {
        signed: [{ person: subject, kinds: [consent] }],
        givenOn: record.signedOn ?? wb.today,
        validUntil: null,
        paper: record.link ?? record.code,
        ...(isPublication ? { publication: publicationIn(answers) } : {}),
      });
    },
  };
}

/** Everybody of whom the consent may be asked: first those who lack it. */
function subjectsOf<Input>(wb: ReadOnlyWorkbook, { paper, consent, of, wanted }: ConsentSpec<Input>): PaperSubject[] {
  const withdrawn = withdrawnIn(wb);
  const held = new Map(
    wb.all(consents).flatMap((one) => (one.kind === consent && isInForce(one, wb.today) ? [[one.person, one]] : [])),
  );
  const waits = draftFinder(wb, paper.key);
  const pairsOf = consentSubjects(wb);
  const codes = new Set(of.flatMap((bank) => HOLDERS[bank](wb)));
  const all = [...codes].flatMap((code): PaperSubject[] => {
    const person = wb.find(people, code);
    if (!person || withdrawn.has(code) || isDeleted(person) || person.employment === EMPLOYMENT.dismissed) return [];
    const has = held.get(code);
    const blank = waits(code);
    const own = pairsOf(code);
    return [
      {
        subject: code,
        name: person.fullName,
        note: noteOf(has, blank, [...(own?.mentoring ?? []), ...(own?.mentored ?? [])].some(isAtWork) && wanted),
        wanted: wanted && !has && !blank,
      },
    ];
  });
  return [...all.filter((one) => one.wanted), ...all.filter((one) => !one.wanted)];
}

function noteOf(has: Consent | undefined, blank: boolean, isBehindHand: boolean): string {
  if (has)
    return `Действует с ${formatDate(has.givenOn)}${has.validUntil === null ? "" : ` по ${formatDate(has.validUntil)}`}`;
  if (blank) return "Бланк подготовлен, ждёт подписи";
  return isBehindHand ? "Пара уже действует, а согласия нет" : "";
}

const PUBLICATION_FIELDS: readonly Field[] = [
  {
    key: "publishable",
    label: "Что разрешено публиковать",
    sort: "choices",
    options: PUBLISHABLE,
    note: "Заполняется по подписанному согласию: только то, где человек сам поставил отметку «разрешаю».",
  },
  {
    key: "resource",
    label: "Где публикуется",
    sort: "text",
    note: "Адрес сайта или страницы из согласия.",
  },
  { key: "conditions", label: "Условия и запреты", sort: "longText", note: "Как записано в согласии; если есть." },
];

function proposedPublication(wb: ReadOnlyWorkbook): Answers {
  const site = wb.setting(settings, "site");
  return site === null ? {} : { resource: site };
}

const PUBLISHABLE_WORDS: readonly string[] = PUBLISHABLE;

function publicationIn(answers: Answers) {
  const ticked = listAnswer(answers, "publishable");
  return {
    publishable: PUBLISHABLE.filter((what) => ticked.includes(what)),
    resource: textAnswer(answers, "resource") || null,
    conditions: textAnswer(answers, "conditions") || null,
  };
}

/** What is allowed only the signed paper tells: the blank is made without it. */
function unsignable(_: ReadOnlyWorkbook, { answers }: PaperCase): readonly Obstacle[] {
  if (listAnswer(answers, "publishable").some((what) => PUBLISHABLE_WORDS.includes(what))) return [];
  return [
    {
      level: "error",
      what: "Не отмечено, что человек разрешил публиковать.",
      mend: "Нажмите «Изменить проект», отметьте то, что человек отметил в подписанном согласии, подготовьте заново и запишите.",
    },
  ];
}

export const CONSENT_KINDS: readonly AnyPaperKind[] = [
  consentKind({
    paper: personalDataConsent,
    consent: CONSENT_KIND.personalData,
    of: ["mentors", "mentees"],
    wanted: true,
    purpose: "Разрешает вести банк наставников и наставляемых; берётся до того, как сведения начинают собирать.",
    basis: "Федеральный закон № 152-ФЗ, ст. 9",
    inputOf: personalDataConsentInput,
  }),
  consentKind({
    paper: mentorConsent,
    consent: CONSENT_KIND.mentoring,
    of: ["mentors"],
    wanted: true,
    purpose: "Письменное согласие наставника: без него нельзя издать приказ о закреплении.",
    basis: "ТК РФ, ст. 351.8",
    inputOf: mentorConsentInput,
  }),
  consentKind({
    paper: menteeConsent,
    consent: CONSENT_KIND.pair,
    of: ["mentees"],
    wanted: true,
    purpose: "Письменное согласие наставляемого на закрепление наставника и работу по программе.",
    basis: "Положение о системе наставничества",
    inputOf: menteeConsentInput,
  }),
  consentKind({
    paper: publicationConsent,
    consent: CONSENT_KIND.publication,
    of: ["mentors", "mentees"],
    wanted: false,
    purpose: "Разрешает называть человека на сайте и в публикациях; что именно, он выбирает сам.",
    basis: "Федеральный закон № 152-ФЗ, ст. 10.1",
    inputOf: publicationConsentInput,
  }),
];
