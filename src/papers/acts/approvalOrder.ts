// The order that approves the regulation, as a kind: its short form, what keeps it back, who is acquainted.
import { institutionOf, participantOf } from "../../documents/institution";
import { settings } from "../../school/settings.table";
import { factsOf } from "../../workbook/column";
import type { ReadOnlyWorkbook } from "../../workbook/workbook";
import { flagAnswer, textAnswer, type Answers } from "../fields";
import type { Obstacle, PaperKind } from "../paperKind";
import { documentsOf } from "../registered";
import {
  chosen,
  CONTROL_FIELD,
  COUNCIL_FIELDS,
  councilIn,
  lastAnswers,
  LASTING_KEYS,
  minutesObstacles,
  named,
  ofThisYear,
  only,
  personsIn,
  staffToAcquaint,
  UNION_FIELDS,
  unionIn,
  unionMinutesIn,
} from "./actFacts";
import { approvalOrder, type ApprovalOrderInput } from "./approvalOrderPaper";
import { regulation } from "./regulationPaper";
import { roadmap } from "./roadmapPaper";

/** Annexes are papers of their own: the order names them and should not go without them. */
function annexObstacles(wb: ReadOnlyWorkbook, answers: Answers): Obstacle[] {
  const wanted = flagAnswer(answers, "roadmap") ? [regulation, roadmap] : [regulation];
  return wanted
    .filter(({ key }) => ofThisYear(wb, key) === undefined)
    .map(({ title }, index) => ({
      level: "warning",
      what: `Приложение ${String(index + 1)} к приказу («${title}») ещё не подготовлено.`,
      mend: "Подготовьте его на этой же странице: приказ утверждает его.",
    }));
}

function curatorObstacles(wb: ReadOnlyWorkbook): Obstacle[] {
  if ((wb.setting(settings, "curatorName") ?? "") !== "") return [];
  const { heading } = factsOf(settings.fields.curatorName);
  return [
    {
      level: "error",
      what: "Не указан куратор, которого назначает приказ.",
      mend: `Впишите «${heading}» и должность на вкладке «${settings.tab}».`,
      place: { tab: settings.tab, code: heading },
    },
  ];
}

export const approvalOrderKind: PaperKind<ApprovalOrderInput> = {
  paper: approvalOrder,
  group: "Приказы и положение",
  count: "year",
  purpose: "Вводит систему наставничества: утверждает Положение и дорожную карту, назначает куратора.",
  basis: "Методические рекомендации от 21.12.2021 № АЗ-1128/08",
  series: "order",
  fields: () => [
    ...COUNCIL_FIELDS,
    ...UNION_FIELDS,
    { key: "introduces", label: "Система наставничества вводится впервые", sort: "flag" },
    { key: "roadmap", label: "Утвердить и дорожную карту (приложение 2)", sort: "flag" },
    { key: "acquaintBy", label: "Ознакомить работников до", sort: "date" },
    { key: "publish", label: "Разместить документы на сайте", sort: "flag" },
    { key: "publishBy", label: "Разместить до", sort: "date" },
    { key: "siteKeeper", label: "Ответственный за сайт", sort: "person" },
    {
      key: "repealed",
      label: "Прежний приказ, который утрачивает силу",
      sort: "text",
      note: "Например: приказ от 24.03.2022 № 23-02 «О внедрении целевой модели наставничества».",
    },
    CONTROL_FIELD,
  ],
  proposed: (wb) => {
    const before = documentsOf(wb, approvalOrder.key).length > 0;
    return {
      roadmap: true,
      publish: true,
      introduces: !before,
      ...only(lastAnswers(wb, approvalOrder.key), LASTING_KEYS),
    };
  },
  obstacles: (wb, { answers }) => [
    ...curatorObstacles(wb),
    ...minutesObstacles(wb, answers),
    ...annexObstacles(wb, answers),
  ],
  input: (wb, { answers }, registration) => {
    const { named: staff, unnamed } = staffToAcquaint(wb);
    return {
      institution: institutionOf(wb),
      registration,
      council: councilIn(answers),
      union: unionIn(answers),
      unionMinutes: unionMinutesIn(answers),
      introduces: flagAnswer(answers, "introduces"),
      roadmap: flagAnswer(answers, "roadmap"),
      publish: flagAnswer(answers, "publish"),
      siteKeeper: chosen(wb, answers, "siteKeeper"),
      publishBy: textAnswer(answers, "publishBy") || null,
      acquaintBy: textAnswer(answers, "acquaintBy") || null,
      repealed: textAnswer(answers, "repealed").replace(/[.;,\s]+$/, ""),
      control: chosen(wb, answers, "control"),
      acquainted: staff.map(participantOf),
      blankLines: unnamed,
    };
  },
  concerns: (wb, { answers }) => {
    const curator = named(wb, wb.setting(settings, "curatorName"))?.code ?? [];
    return { pairs: [], people: [...new Set([curator, personsIn(answers, "siteKeeper", "control")].flat())] };
  },
  acquainted: (wb) => staffToAcquaint(wb).named.map(({ code }) => code),
};
