// What the sidebars «Поиск и списки» and «Архив и удаление» may ask of the server: JSON in, JSON out.
import * as z from "zod";
import { mentees } from "../bank/mentees.table";
import { mentors } from "../bank/mentors.table";
import { people } from "../bank/people.table";
import { documents } from "../documents/documents.table";
import { showRow } from "../google/activeTab";
import { Stop } from "../google/stop";
import { showSidebar } from "../google/ui";
import type { JobProgress } from "../jobs/jobs";
import { confirmSurname, personDeletion, previewDeletion } from "../person/deletion/deletePerson";
import type { DeletionDone, DeletionInput, DeletionPreview } from "../person/deletion/deletionView";
import { defineOwnersCommand } from "../school/filesOwner";
import { change, look } from "../workbook/commands";
import { archivesIn, loadArchive, previewArchive, startArchive } from "./archive/archiveYear";
import type { ArchivePreview, ArchiveView } from "./archive/archiveView";
import type { ExtractInput, ExtractMade, ListsView } from "./listsView";
import { loadLists, loadWholeLists } from "./loadLists";
import { extractOf, makeExtract } from "./makeExtract";
import type { Side } from "./readyLists";

const code = z.string().max(40);
const word = z.string().max(300);
const count = z.number().min(0).max(100_000);

/** The extract for the council: its Google Doc belongs to the owner of the files. */
export const councilExtractDocument = defineOwnersCommand({
  key: "councilExtract",
  title: "Выписка для совета",
  params: z.object({
    list: z.string().max(20),
    filters: z.object({
      query: word,
      direction: word,
      category: word,
      status: word,
      freePlaces: count,
      waitingDays: count,
    }),
  }),
  check: (wb, params) => {
    extractOf(wb, params);
  },
  do: (wb, params) => makeExtract(wb, params),
});

const TAB_OF: Readonly<Record<Side, string>> = { mentor: mentors.tab, mentee: mentees.tab, person: people.tab };
const rowInput = z.object({ side: z.enum(["mentor", "mentee", "person"]), code });
const schoolYear = z.string().regex(/^\d{4}\/\d{4}$/);
const deletionInput = personDeletion.params.and(z.object({ surname: z.string().max(100) }));
const CARD = { page: "person", title: "Карточка педагога" };

export const listsCalls = {
  loadLists: (): ListsView => look(loadLists),
  loadWholeLists: (): ListsView => look(loadWholeLists),
  makeExtract: (input: ExtractInput): ExtractMade =>
    councilExtractDocument.ask(councilExtractDocument.params.parse(input)),
  /** Brings the row of somebody in this capacity before the curator's eyes. */
  showListed: (row: { side: Side; code: string }): { shown: true } => {
    const wanted = rowInput.parse(row);
    return shown(TAB_OF[wanted.side], wanted.code);
  },
  /** Opens the person's card in place of this page: it shows whoever is selected. */
  openCard: (person: string): { shown: true } => {
    const done = shown(people.tab, code.parse(person));
    showSidebar(CARD.page, CARD.title);
    return done;
  },

  loadArchive: (): ArchiveView => look(loadArchive),
  previewArchive: (year: string): ArchivePreview => {
    const wanted = schoolYear.parse(year);
    return look((wb) => previewArchive(wb, wanted));
  },
  startArchive: (year: string): JobProgress => {
    const wanted = schoolYear.parse(year);
    return change("Архив учебного года", (wb) => startArchive(wb, wanted));
  },
  previewDeletion: (person: string): DeletionPreview => {
    const wanted = code.parse(person);
    return look((wb) => previewDeletion(wb, wanted, archivesIn(wb.all(documents))));
  },
  deletePerson: (input: DeletionInput): DeletionDone => {
    const { surname, ...wanted } = deletionInput.parse(input);
    look((wb) => {
      confirmSurname(wb, { ...wanted, surname });
    });
    return personDeletion.ask(wanted);
  },
};

function shown(tab: string, wanted: string): { shown: true } {
  if (showRow(tab, wanted)) return { shown: true };
  throw new Stop("Этой строки уже нет.", "Откройте панель заново: данные с тех пор изменились.");
}
