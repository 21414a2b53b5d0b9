// Numbers of clauses and dashes of lists, and the font that they share with the text.
import { convertMillimetersToTwip, LevelFormat, LevelSuffix } from "docx";

export const FONT = "Times New Roman";
/** Half-points, as .docx counts. */
export const BODY_SIZE = 26;
export const FIRST_LINE = convertMillimetersToTwip(12.5);

/** Numbers and dashes look like the text after them also where the document's own font does not reach them. */
const LIST_STYLE = {
  paragraph: { indent: { left: 0, firstLine: FIRST_LINE } },
  run: { font: FONT, size: BODY_SIZE },
};
const CLAUSES = {
  reference: "clauses",
  levels: [
    {
      level: 0,
      format: LevelFormat.DECIMAL,
      text: "%1.",
      suffix: LevelSuffix.SPACE,
      style: LIST_STYLE,
    },
    {
      level: 1,
      format: LevelFormat.DECIMAL,
      text: "%1.%2.",
      suffix: LevelSuffix.SPACE,
      style: LIST_STYLE,
    },
  ],
};
/** Chapters of an act: their headings are centred and bold, their clauses look like body text. */
const CHAPTERS = {
  reference: "chapters",
  levels: CLAUSES.levels.map((level) =>
    level.level === 0
      ? {
          ...level,
          style: { paragraph: { indent: { left: 0, firstLine: 0 } }, run: { ...LIST_STYLE.run, bold: true } },
        }
      : level,
  ),
};
const DASHES = {
  reference: "dashes",
  levels: [
    {
      level: 0,
      format: LevelFormat.BULLET,
      text: "—",
      suffix: LevelSuffix.SPACE,
      style: LIST_STYLE,
    },
  ],
};

/** Every list that a paper may hold. */
export const NUMBERING = [CLAUSES, CHAPTERS, DASHES];
