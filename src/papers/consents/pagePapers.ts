// Papers that pages of their own make and register: the catalogue only names them and opens their pages.
import type { Paper } from "../../documents/paper";
import { Stop } from "../../google/stop";
import { councilExtract } from "../../lists/councilPaper";
import { assignmentOrder } from "../../pairing/assignmentOrder";
import type { AnyPaperKind, PaperKind, PaperPage } from "../paperKind";
import { programmeKind } from "../programmeKind";

type Told = Pick<PaperKind, "group" | "count" | "purpose" | "basis" | "series" | "acquainted" | "forReading">;

function pagePaper<Input>(paper: Paper<Input>, page: PaperPage, told: Told): PaperKind<Input> {
  return {
    ...told,
    paper,
    page,
    input: () => {
      throw new Stop(
        `${paper.title}: этот документ готовится на своей странице.`,
        "Нажмите «Открыть» рядом с видом документа.",
      );
    },
    // The page itself has written them into the register.
    concerns: () => ({ pairs: [], people: [] }),
  };
}

export const PAGE_PAPERS: readonly AnyPaperKind[] = [
  pagePaper(assignmentOrder, "openOrder", {
    group: "Приказы и положение",
    count: "many",
    purpose: "Закрепляет наставников за наставляемыми; издаётся, когда собраны письменные согласия.",
    basis: "ТК РФ, ст. 351.8",
    series: "order",
  }),
  programmeKind,
  pagePaper(councilExtract, "openLists", {
    group: "Совет наставников",
    count: "many",
    purpose: "Список из банка для заседания совета: без контактов и личных пометок.",
    basis: "",
    series: null,
    acquainted: () => [],
    forReading: true,
  }),
];
