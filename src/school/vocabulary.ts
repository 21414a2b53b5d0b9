// The words that differ between a school and a kindergarten.

/** Kinds of organisation; the kind decides the vocabulary. */
export const SCHOOL_KINDS = ["школа", "детский сад"] as const;
export type SchoolKind = (typeof SCHOOL_KINDS)[number];

/** Words for documents, forms and sidebars; cases are named where they are needed. */
export interface Vocabulary {
  /** Who teaches: «учитель» / «воспитатель». */
  teacher: string;
  /** «учителя» / «воспитателя» (genitive). */
  teacherGenitive: string;
  /** «учителям» / «воспитателям» (dative, plural). */
  teachersDative: string;
  /** Who heads: «директор» / «заведующий». */
  head: string;
  /** Whom they teach (genitive, plural): «обучающихся» / «воспитанников». */
  childrenGenitive: string;
  /** What they give: «урок» / «занятие». */
  lesson: string;
  /** «уроков» / «занятий» (genitive, plural). */
  lessonsGenitive: string;
  /** «классом» / «группой» (instrumental): with whom they work. */
  classInstrumental: string;
  /** The form of mentoring that is the usual one here. */
  usualForm: string;
}

const VOCABULARIES: Record<SchoolKind, Vocabulary> = {
  школа: {
    teacher: "учитель",
    teacherGenitive: "учителя",
    teachersDative: "учителям",
    head: "директор",
    childrenGenitive: "обучающихся",
    lesson: "урок",
    lessonsGenitive: "уроков",
    classInstrumental: "классом",
    usualForm: "педагог — педагог",
  },
  "детский сад": {
    teacher: "воспитатель",
    teacherGenitive: "воспитателя",
    teachersDative: "воспитателям",
    head: "заведующий",
    childrenGenitive: "воспитанников",
    lesson: "занятие",
    lessonsGenitive: "занятий",
    classInstrumental: "группой",
    usualForm: "воспитатель — воспитатель",
  },
};

/** The words of this kind of organisation; a school's if the kind is not known yet. */
export function vocabularyOf(kind: SchoolKind | null): Vocabulary {
  return VOCABULARIES[kind ?? "школа"];
}
