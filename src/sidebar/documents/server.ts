// The server's calls of this page.
import type { JobProgress } from "../../jobs/jobs";
import type {
  DocumentView,
  PaperInput,
  PapersMade,
  PapersView,
  PaperView,
  PreflightView,
} from "../../papers/papersView";
import { server } from "../shared/client";

interface PapersCalls {
  loadPapers: () => PapersView;
  loadPaper: (kind: string) => PaperView;
  loadDraft: (document: string) => PaperView & { subject: string };
  checkPaper: (input: PaperInput) => PreflightView;
  makePapers: (input: PaperInput) => PapersMade;
  proposeRegistration: (document: string) => { number: string; signedOn: string };
  registerPaper: (input: { document: string; number: string; signedOn: string }) => {
    document: string;
    link: string | null;
    warnings: string[];
  };
  registerPapers: (input: { documents: string[]; signedOn: string }) => JobProgress;
  agreePaper: (document: string) => unknown;
  cancelPaper: (input: { document: string; reason: string }) => unknown;
  printTogether: (input: { documents: string[] }) => { link: string; pdf: string };
  saveForm: (input: { word: string; forms: { case: string; form: string }[] }) => unknown;
}

export const papers = server as unknown as {
  [K in keyof PapersCalls]: (...args: Parameters<PapersCalls[K]>) => Promise<ReturnType<PapersCalls[K]>>;
};
export type { DocumentView };
