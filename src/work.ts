// All resumable work in one list, for whoever drives it: an open sidebar chunk by chunk, or the heartbeat.
import * as z from "zod";
import { intakeLaunch } from "./bank/intake/intakeCommands";
import { intakeInvitations, intakeReminders } from "./bank/intake/mail";
import { updateLaunch } from "./bank/yearlyUpdate/updateCommands";
import { updateInvitations, updateReminders } from "./bank/yearlyUpdate/updateMail";
import { archiveYear } from "./lists/archive/archiveYear";
import { councilExtractDocument } from "./lists/calls";
import { personDeletion } from "./person/deletion/deletePerson";
import { continueJob, type JobKind, type JobProgress } from "./jobs/jobs";
import { consentForms, orderDraft, orderRegistration } from "./pairing/orderCommands";
import { acquaintanceLaunch } from "./papers/acquaint/campaign";
import { acquaintanceLetters, acquaintanceReminders } from "./papers/acquaint/mailJobs";
import { acquaintanceSheetDocument } from "./papers/acquaint/makeSheet";
import { paperRegistration, papersDraft, papersJob, papersRegistration } from "./papers/calls";
import { printDocuments } from "./papers/printTogether";
import { namedFormsClosing } from "./questionnaires/calls";
import { programmeDocuments, programmeOfPair } from "./programmes/programmesJob";
import { surveyClose, surveyLaunch } from "./surveys/campaign";
import { surveyInvitations, surveyReminders } from "./surveys/mailJobs";

export const JOB_KINDS: readonly JobKind[] = [
  intakeInvitations,
  intakeReminders,
  updateInvitations,
  updateReminders,
  surveyInvitations,
  surveyReminders,
  programmeDocuments,
  programmeOfPair,
  consentForms,
  orderDraft,
  orderRegistration,
  intakeLaunch,
  updateLaunch,
  surveyLaunch,
  surveyClose,
  councilExtractDocument,
  archiveYear,
  personDeletion,
  namedFormsClosing,
  acquaintanceLaunch,
  acquaintanceLetters,
  acquaintanceReminders,
  acquaintanceSheetDocument,
  papersJob,
  papersDraft,
  paperRegistration,
  papersRegistration,
  printDocuments,
];

/** Long enough for a progress bar to move, short enough not to bore. */
const CHUNK_MS = 20_000;

export const workCalls = {
  /** Does the next part of a job; the sidebar calls it until nothing is left or the job must wait. */
  continueWork: (code: string): JobProgress => continueJob(JOB_KINDS, z.string().max(40).parse(code), CHUNK_MS),
};
