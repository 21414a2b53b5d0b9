// What the real bundle costs in service calls and modelled seconds on large schools, in the sandbox.
import { letAnswer } from "../sandbox/sample/answers";
import type { SamplePerson } from "../sandbox/sample/staff";
import { people } from "../src/bank/people.table";
import { pairs } from "../src/pairing/pairs.table";
import { activities } from "../src/programmes/activities.table";
import { programmes } from "../src/programmes/programmes.table";
import { answers } from "../src/questionnaires/answers.table";
import { forms } from "../src/questionnaires/forms.table";
import { invitations } from "../src/questionnaires/invitations.table";
import { launchSurvey } from "../src/surveys/campaign";
import { FINAL_MENTEE, FINAL_MENTOR } from "../src/surveys/finalQuestionnaires";
import type { CalendarDate } from "../src/workbook/calendarDate";
import { LargeSchool } from "./largeSchool";
import type { Line } from "./line";
import { jobLines, lines } from "./serverCalls";

const OPENING_CALLS = 6;
const OPENING_SECONDS = 2;
/** Every load that a page makes when it opens; the dashboard's stands with the dashboard. */
const OPENINGS = [
  "loadStart",
  "loadImport",
  "loadIntake",
  "loadPairing",
  "loadPairingMore",
  "loadOrder",
  "loadProgrammes",
  "loadSurveys",
  "loadPapers",
] as const;

/** Opening pages, an order for 100 pairs and 100 programmes in a school with 1,000 people. */
export function schoolLines(bundle: string): Line[] {
  const school = new LargeSchool(bundle, {
    people: 1000,
    mentors: 150,
    mentees: 300,
    pairs: 100,
    status: "предложена",
  });
  const opened = OPENINGS.flatMap((name) =>
    lines(`Open ${name}, 1,000 people`, school.call(name), {
      calls: OPENING_CALLS,
      seconds: OPENING_SECONDS,
    }),
  );
  const codes = school.write((wb) => wb.all(pairs).map((pair) => pair.code));
  const order = lines("One assignment order for 100 pairs", school.call("makeOrder", { pairs: codes }), { calls: 12 });
  return [...opened, ...order, ...jobLines(school, "100 programmes as documents", school.call("makeProgrammes"), 90)];
}

/** 500 answers to one questionnaire come in at once. */
export function pullingLines(bundle: string): Line[] {
  const school = new LargeSchool(bundle, { people: 700, mentors: 170, mentees: 500, pairs: 500, status: "действует" });
  const asked = school.write((wb) => {
    launchSurvey(wb, { deadline: "2090-12-31", whom: "active" });
    const mentees = wb.all(forms).find((form) => form.questionnaire === FINAL_MENTEE);
    return wb
      .all(invitations)
      .filter((invitation) => invitation.form === mentees?.code)
      .flatMap((invitation) => {
        const person = wb.find(people, invitation.person);
        return person === undefined || invitation.link === null
          ? []
          : [{ link: invitation.link, fullName: person.fullName }];
      });
  });
  for (const { link, fullName } of asked)
    letAnswer(school.world, link, respondent(fullName), { role: "mentee", stage: "end" });
  return lines(
    `Pull ${asked.length} answers`,
    school.call("pullSurvey"),
    { calls: 12 },
    /^FormApp\.(openById|Form\.getResponses)$/,
  );
}

function respondent(fullName: string): SamplePerson {
  return {
    fullName,
    post: "учитель",
    subject: "математика",
    hiredOn: "2025-09-01",
    experienceYears: 2,
    category: "—",
    education: "высшее",
    birthYear: 2000,
    email: "",
    phone: "",
    kind: "штатный",
    workplace: "",
    employment: "работает",
    note: "",
  };
}

/** The dashboard of a school with years of data. */
export function dashboardLines(bundle: string): Line[] {
  const school = new LargeSchool(bundle, { people: 1000, mentors: 200, mentees: 400, pairs: 400, status: "действует" });
  school.write((wb) => {
    const own = wb.all(people);
    for (const pair of wb.all(pairs)) {
      const programme = wb.add(programmes, { pair: pair.code, status: "реализуется" });
      for (let number = 1; number <= 10; number++) {
        const dueOn = "2026-09-10" as CalendarDate;
        wb.add(activities, {
          programme: programme.code,
          number,
          content: "Посещение урока",
          dueOn,
          status: "выполнено",
        });
      }
    }
    for (const questionnaire of [FINAL_MENTEE, FINAL_MENTOR]) wb.add(forms, { questionnaire, schoolYear: "2026/2027" });
    const [mentee, mentor] = wb.all(forms);
    for (let index = 0; index < 5000; index++) {
      const form = index % 2 === 0 ? mentee : mentor;
      const answeredAt = "2026-09-14T10:00:00+03:00";
      const person = own[index % own.length]?.code ?? null;
      if (form === undefined) continue;
      const { code, questionnaire } = form;
      wb.add(answers, {
        form: code,
        questionnaire,
        person,
        answeredAt,
        status: "учтён",
        overall: 1 + (index % 10),
        values: { overall: 8 },
      });
    }
  });
  const first = school.call("refreshDashboard");
  const again = school.call("refreshDashboard");
  return [
    ...lines("Make the dashboard: 1,000 people, 400 programmes, 5,000 answers", first, { calls: 40 }),
    ...lines("Refresh the dashboard: the same school", again, { calls: 20 }),
    ...lines("Open loadDashboard: the same school", school.call("loadDashboard"), {
      calls: OPENING_CALLS,
      seconds: OPENING_SECONDS,
    }),
  ];
}
