// Papers with pages of their own: named in the catalogue, made elsewhere.
import { lifeStand } from "../../../test/lifeStand";
import { Stop } from "../../google/stop";
import { PAGE_PAPERS } from "./pagePapers";

const onlyThere = PAGE_PAPERS.filter(({ paper }) => paper.key !== "programme");

test.each(onlyThere.map((kind) => [kind.paper.title, kind] as const))(
  "«%s» is made on its own page only",
  (_, kind) => {
    expect(kind.page).toBeDefined();
    expect(() => kind.input(lifeStand(), { subject: "2026-2027-1", answers: {} }, null) as unknown).toThrow(Stop);
  },
);
