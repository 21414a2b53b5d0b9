// The enumerations of FormApp.

import { enumeration } from "../kernel/contract";

export const ItemType = enumeration(
  "FormApp.ItemType",
  "CHECKBOX",
  "CHECKBOX_GRID",
  "DATE",
  "DATETIME",
  "DURATION",
  "GRID",
  "IMAGE",
  "LIST",
  "MULTIPLE_CHOICE",
  "PAGE_BREAK",
  "PARAGRAPH_TEXT",
  "SCALE",
  "SECTION_HEADER",
  "TEXT",
  "TIME",
  "VIDEO",
  "FILE_UPLOAD",
  "RATING",
);

export const PageNavigationType = enumeration(
  "FormApp.PageNavigationType",
  "CONTINUE",
  "GO_TO_PAGE",
  "RESTART",
  "SUBMIT",
);

export const Alignment = enumeration("FormApp.Alignment", "LEFT", "CENTER", "RIGHT");
export const DestinationType = enumeration("FormApp.DestinationType", "SPREADSHEET");
export const FeedbackType = enumeration("FormApp.FeedbackType", "CORRECT", "INCORRECT", "GENERAL");
export const RatingIconType = enumeration("FormApp.RatingIconType", "STAR", "HEART", "THUMB_UP");
