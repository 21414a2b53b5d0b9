// The Drive as it is stored: the world's slice "drive", with every file, everybody's root folder and the faults asked for.

import type { DriveFile, World } from "../kernel/contract";

/** A Drive file with what only Drive itself asks about. */
export interface StoredFile extends DriveFile {
  /** Set on the file that was put into the trash itself, not on what lay in a trashed folder. */
  explicitlyTrashed?: true;
  starred?: true;
  originalFilename?: string;
  /** Private properties written by other scripts than the one that made the file, by script id. */
  appPropertiesOf?: Record<string, Record<string, string>>;
}

/** What the next requests to the REST interface should answer instead of the truth. */
export interface DriveFault {
  /** How many more requests it applies to. */
  remaining: number;
  status: number;
  reason: string;
  message: string;
  /** Only requests of this method. */
  method?: string;
  /** Only requests whose path contains this. */
  path?: string;
  /** The request is carried out, and only its answer is lost: the case that duplicates files in careless programs. */
  carriedOut?: true;
}

/** A resumable upload that was begun. */
export interface UploadSession {
  user: string;
  /** Null for a new file. */
  fileId: string | null;
  /** The query that began it, without the question mark. */
  query: string;
  /** Metadata as JSON text. */
  metadata: string;
  mimeType: string | null;
  /** Blob hashes of the chunks received so far. */
  chunks: string[];
  received: number;
}

/** The slice "drive". */
export interface DriveState {
  files: Record<string, StoredFile>;
  /** E-mail → id of the root folder «Мой диск». */
  roots: Record<string, string>;
  /** E-mail or domain → permission id: Drive gives a person the same one on every file. */
  permissionIds: Record<string, string>;
  faults: DriveFault[];
  sessions: Record<string, UploadSession>;
  /** Ids handed out by files.generateIds and not used yet. */
  reservedIds: string[];
  /** E-mail → storage in bytes; the others have the free 15 GB. */
  storageLimits: Record<string, number>;
}

export const FOLDER = "application/vnd.google-apps.folder";
export const GOOGLE_DOC = "application/vnd.google-apps.document";
export const GOOGLE_SHEET = "application/vnd.google-apps.spreadsheet";
export const GOOGLE_FORM = "application/vnd.google-apps.form";
export const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
export const PDF = "application/pdf";

/** The stored Drive of a world. */
export function driveState(world: World): DriveState {
  return world.slice<DriveState>("drive", () => ({
    files: {},
    roots: {},
    permissionIds: {},
    faults: [],
    sessions: {},
    reservedIds: [],
    storageLimits: {},
  }));
}

/** Asks the REST interface to fail: by default the next request, with the given status. */
export function failDrive(world: World, fault: Partial<DriveFault> & { status: number }): void {
  driveState(world).faults.push({
    remaining: 1,
    reason: REASONS[fault.status] ?? "backendError",
    message: "",
    ...fault,
  });
}

const REASONS: Record<number, string> = {
  401: "authError",
  403: "userRateLimitExceeded",
  404: "notFound",
  429: "rateLimitExceeded",
};

/** The present moment as Drive writes it. */
export function driveNow(world: World): string {
  return new Date(world.clock.now()).toISOString();
}
