// Drive in memory for tests of papers: what was saved under which key, and the last content of each.
import { builtInDocx } from "../src/documents/builtInTemplates";
import type { PaperStore } from "../src/documents/makeDocuments";

/** A store that keeps papers, and what it holds. */
export interface MemoryDrive extends PaperStore {
  /** Base64 of each .docx by its key. */
  readonly papers: ReadonlyMap<string, { name: string; docx: string; fileId: string }>;
}

/** An empty Drive. */
export function memoryDrive(): MemoryDrive {
  const papers = new Map<string, { name: string; docx: string; fileId: string }>();
  const saved = (key: string): { key: string; fileId: string; url: string } => {
    const fileId = papers.get(key)?.fileId ?? "";
    return { key, fileId, url: `https://docs.google.com/document/d/${fileId}/edit` };
  };
  return {
    papers,
    save: (list) =>
      list.map(({ key, name, docx, fileId }) => {
        papers.set(key, { name, docx, fileId: fileId ?? papers.get(key)?.fileId ?? `file-${papers.size + 1}` });
        return saved(key);
      }),
    choose: (paper) => ({ docx: builtInDocx(paper.templateKey), own: false, problems: [] }),
  };
}
