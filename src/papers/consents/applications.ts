// Applications to the head as kinds: to become a mentor or a mentee, to leave mentoring, to change the mentor.
import { withdrawnIn } from "../../bank/consentRules";
import { mentees, MENTEE_STATUS } from "../../bank/mentees.table";
import { mentors } from "../../bank/mentors.table";
import { EMPLOYMENT, isDeleted, people } from "../../bank/people.table";
import { giveRole } from "../../bank/roles";
import { institutionOf } from "../../documents/institution";
import { participant } from "../../pairing/makeOrder";
import { isInForce } from "../../pairing/pairStates";
import { pairs, type Pair } from "../../pairing/pairs.table";
import { nameOf } from "../../pairing/savePairs";
import { groundsOf } from "../../programmes/makeProgramme";
import { formatDate, isCalendarDate } from "../../workbook/calendarDate";
import type { ReadOnlyWorkbook } from "../../workbook/workbook";
import { textAnswer, type Field } from "../fields";
import type { AnyPaperKind, PaperCase, PaperKind, PaperSubject } from "../paperKind";
import { applicationPaper, type ApplicationInput } from "./applicationPaper";

type Told = Pick<PaperKind<ApplicationInput>, "paper" | "purpose" | "basis" | "subjects" | "fields" | "signed">;

/** A kind of application; whom it is about its `caseOf` reads from the subject. */
function application(told: Told, caseOf: (wb: ReadOnlyWorkbook, subject: string) => ApplicationCase): AnyPaperKind {
  const kind: PaperKind<ApplicationInput> = {
    ...told,
    group: "Согласия и соглашения",
    count: "each",
    series: null,
    registerLabel: "Записать поданное",
    input: (wb, about) => inputOf(wb, about, caseOf(wb, about.subject)),
    concerns: (wb, { subject }) => {
      const { person, pair } = caseOf(wb, subject);
      return { pairs: pair ? [pair.code] : [], people: [person, ...(pair ? partnersOf(wb, person, pair) : [])] };
    },
    acquainted: () => [],
  };
  return kind;
}

/** Who applies, for what, and about which pair. */
interface ApplicationCase {
  person: string;
  asked: ApplicationInput["asked"];
  pair?: Pair | undefined;
}

/** The others of the pair whom the application names, as codes on «Педагоги». */
function partnersOf(wb: ReadOnlyWorkbook, person: string, pair: Pair): string[] {
  const mentor = wb.find(mentors, pair.mentor)?.person;
  if (mentor !== person) return mentor === undefined ? [] : [mentor];
  return pair.mentees.flatMap((code) => wb.find(mentees, code)?.person ?? []);
}

function inputOf(
  wb: ReadOnlyWorkbook,
  { answers }: PaperCase,
  { person, asked, pair }: ApplicationCase,
): ApplicationInput {
  const from = textAnswer(answers, "from");
  return {
    institution: institutionOf(wb),
    worker: participant(wb, person, person),
    asked,
    mentees: (pair?.mentees ?? []).map((code) => participant(wb, wb.find(mentees, code)?.person, code)),
    mentor: pair ? participant(wb, wb.find(mentors, pair.mentor)?.person, pair.mentorName) : null,
    grounds: pair ? groundsOf(wb, pair) : "",
    directions: wb.all(mentors).find((one) => one.person === person)?.competences ?? [],
    request: wb.all(mentees).find((one) => one.person === person)?.request ?? "",
    from: isCalendarDate(from) ? from : null,
  };
}

/** Working people of whom `fits` is true. */
function staff(wb: ReadOnlyWorkbook, fits: (person: string) => boolean): PaperSubject[] {
  const withdrawn = withdrawnIn(wb);
  return wb
    .all(people)
    .filter((one) => one.employment !== EMPLOYMENT.dismissed && !isDeleted(one) && !withdrawn.has(one.code))
    .filter(({ code }) => fits(code))
    .map(({ code, fullName, post }) => ({ subject: code, name: fullName, note: post ?? "", wanted: false }));
}

/** Participants of pairs in force, each in each pair: «П-2026-01 Р-003». */
function participants(wb: ReadOnlyWorkbook, withMentors: boolean): PaperSubject[] {
  return wb
    .all(pairs)
    .filter(isInForce)
    .flatMap((pair) => {
      const mentor = wb.find(mentors, pair.mentor);
      const mentorName = nameOf(wb, mentor) ?? pair.mentor;
      const own = pair.mentees.flatMap((code) => wb.find(mentees, code) ?? []);
      const names = own.map((row) => nameOf(wb, row) ?? row.code);
      return [
        ...(withMentors && mentor
          ? [subjectIn(pair, mentor.person, mentorName, `Наставник; наставляемые: ${names.join(", ")}`)]
          : []),
        ...own.map((row, index) =>
          subjectIn(pair, row.person, names[index] ?? row.code, `Наставляемый; наставник — ${mentorName}`),
        ),
      ];
    });
}

const subjectIn = ({ code }: Pair, person: string, name: string, note: string): PaperSubject => ({
  subject: `${code} ${person}`,
  name,
  note,
  wanted: false,
});

function caseInPair(
  wb: ReadOnlyWorkbook,
  subject: string,
): { person: string; pair: Pair | undefined; mentors: boolean } {
  const [code = "", person = ""] = subject.split(" ");
  const pair = wb.find(pairs, code);
  return { person, pair, mentors: pair !== undefined && wb.find(mentors, pair.mentor)?.person === person };
}

const FROM_DAY: readonly Field[] = [
  {
    key: "from",
    label: "С какого дня",
    sort: "date",
    note: "Пусто — останется место, чтобы вписать от руки.",
  },
];
const POLOZHENIE = "Положение о системе наставничества";

export const APPLICATIONS: readonly AnyPaperKind[] = [
  application(
    {
      paper: applicationPaper("applicationMentor", "Заявление о назначении наставником", "стать_наставником"),
      purpose: "Педагог сам предлагает себя наставником; поданное заявление записывает его в банк кандидатом.",
      basis: POLOZHENIE,
      subjects: (wb) => {
        const approved = new Set(wb.all(mentors).flatMap((row) => (row.approvedOn === null ? [] : [row.person])));
        return staff(wb, (code) => !approved.has(code));
      },
      signed: (wb, { subject }, record) => {
        giveRole(wb, "mentor", [subject]);
        const own = wb.all(mentors).find(({ person }) => person === subject);
        if (own && own.application === null)
          wb.update(mentors, own.code, { application: `от ${formatDate(record.signedOn ?? wb.today)}` });
      },
    },
    (_, person) => ({ person, asked: "стать_наставником" }),
  ),
  application(
    {
      paper: applicationPaper("applicationMentee", "Заявление о закреплении наставника", "стать_наставляемым"),
      purpose: "Педагог просит закрепить за ним наставника; поданное заявление записывает его в банк наставляемых.",
      basis: POLOZHENIE,
      subjects: (wb) => {
        const paired = new Set(
          wb.all(mentees).flatMap((row) => (row.status === MENTEE_STATUS.paired ? [row.person] : [])),
        );
        return staff(wb, (code) => !paired.has(code));
      },
      signed: (wb, { subject }) => {
        giveRole(wb, "mentee", [subject]);
      },
    },
    (_, person) => ({ person, asked: "стать_наставляемым" }),
  ),
  application(
    {
      paper: applicationPaper("applicationRefusal", "Заявление об отказе от наставничества", "отказ_наставника"),
      purpose: "Наставник или наставляемый прекращает участие досрочно; по нему готовится приказ.",
      basis: "ТК РФ, ст. 351.8",
      subjects: (wb) => participants(wb, true),
      fields: () => FROM_DAY,
    },
    (wb, subject) => {
      const { person, pair, mentors: isMentor } = caseInPair(wb, subject);
      return { person, pair, asked: isMentor ? "отказ_наставника" : "отказ_наставляемого" };
    },
  ),
  application(
    {
      paper: applicationPaper("applicationChange", "Заявление о смене наставника", "смена_наставника"),
      purpose: "Наставляемый просит другого наставника; рассматривают куратор и совет.",
      basis: POLOZHENIE,
      subjects: (wb) => participants(wb, false),
    },
    (wb, subject) => {
      const { person, pair } = caseInPair(wb, subject);
      return { person, pair, asked: "смена_наставника" };
    },
  ),
];
