// What the sidebar «Архив и удаление» shows of archives, as plain data. No zod here: the browser uses it too.
import type { JobProgress } from "../../jobs/jobs";
import type { Staying } from "./archiveRules";

/** An archive that lies on Drive. */
export interface MadeArchive {
  heading: string;
  link: string | null;
}

export interface ArchiveView {
  currentYear: string;
  /** Years that hold something to archive, the latest first. */
  years: string[];
  made: MadeArchive[];
  /** Archives that were begun and not finished. */
  jobs: JobProgress[];
  /** Everybody on «Педагоги», for the deletion of one person. */
  people: { code: string; fullName: string; post: string }[];
}

/** What an archive of a year would do. */
export interface ArchivePreview {
  year: string;
  /** Tab → rows that go. */
  going: { tab: string; count: number }[];
  total: number;
  staying: Staying[];
}
