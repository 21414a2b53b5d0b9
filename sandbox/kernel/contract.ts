// The contract between the sandbox's kernel and its services: what a service is given, and what it must be.

/** A world's clock: virtual, so that latency, quotas, triggers and time limits can be tested in milliseconds. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Moves the clock on; never back. */
  advance(milliseconds: number): void;
}

/** Bytes kept outside the JSON state, by the hash of their content. */
export interface BlobStore {
  put(bytes: Uint8Array): string;
  get(hash: string): Uint8Array;
}

/** A Drive role of one user on one file. */
export interface Permission {
  id: string;
  type: "user" | "anyone" | "domain";
  role: "owner" | "writer" | "commenter" | "reader";
  emailAddress?: string;
  /** With type "domain". */
  domain?: string;
}

/** One file of the sandbox's Drive, as it is stored. Spreadsheets and forms are files too; their content lives in their own slices. */
export interface DriveFile {
  id: string;
  name: string;
  mimeType: string;
  parents: string[];
  createdTime: string;
  modifiedTime: string;
  trashed: boolean;
  /** Whoever made the file owns it; with `drive.file` a script sees only files made by the same script for the same account. */
  owner: string;
  createdBy?: { scriptId: string; user: string };
  permissions: Permission[];
  description?: string;
  properties: Record<string, string>;
  appProperties: Record<string, string>;
  /** Hash in the blob store. For a Google Doc: its .docx bytes. Absent for spreadsheets, forms, folders. */
  content?: string;
  version: number;
}

/** The register of everybody's files. Implemented in sandbox/drive/files.ts as `driveFiles(world)`. */
export interface DriveFiles {
  create(
    file: { id?: string; name: string; mimeType: string; owner: string; parents?: string[] } & Partial<DriveFile>,
  ): DriveFile;
  find(id: string): DriveFile | undefined;
  all(): DriveFile[];
  canRead(file: DriveFile, user: string): boolean;
  canWrite(file: DriveFile, user: string): boolean;
  rename(id: string, name: string): void;
  trash(id: string): void;
}

/** A mail that left through MailApp (or a notification Google sent by itself). */
export interface SentMail {
  id: string;
  sentAt: string;
  from: string;
  fromName?: string;
  to: string[];
  cc: string[];
  bcc: string[];
  replyTo?: string;
  subject: string;
  body: string;
  htmlBody?: string;
  /** `content` is a hash in the blob store. */
  attachments: { name: string; mimeType: string; content: string }[];
}

/** A whole Google Workspace, small enough for one process: everything that outlives an execution. */
export interface World {
  readonly clock: Clock;
  readonly blobs: BlobStore;
  /** A persisted piece of state, plain JSON, made by `initial` on first use. The same object is returned ever after: change it in place. */
  slice<T extends object>(name: string, initial: () => T): T;
  /** A new id, stable for a given history of the world: ids differ in look by kind, as Google's do. */
  newId(
    kind: "file" | "form" | "response" | "item" | "mail" | "trigger" | "script" | "permission" | "chart" | "other",
  ): string;
  /** Makes an account known. Workspace accounts of one domain share a customer. */
  addUser(email: string, options?: { name?: string; kind?: "consumer" | "workspace" }): void;
  /** Writes the state to its folder, if it has one. */
  save(): void;
}

/** The manifest of an installed script. */
export interface Manifest {
  timeZone: string;
  oauthScopes?: string[];
  runtimeVersion?: string;
  [key: string]: unknown;
}

/** A script project as the sandbox holds it. */
export interface ScriptProject {
  id: string;
  owner: string;
  manifest: Manifest;
  /** File name (`Code.js`, `pairing.html`) → text. */
  files: Record<string, string>;
  /** The spreadsheet that the script is bound to, if it is. */
  containerId: string | null;
}

/** How an execution was started; it decides what is authorised and how arguments and results are treated. */
export type ExecutionKind = "simple" | "menu" | "client" | "trigger" | "api";

/** What Ui services talk to. In tests it records and answers from a script; in the browser front it shows real dialogs. */
export interface UiPort {
  alert(request: {
    title: string;
    prompt: string;
    buttons: "OK" | "OK_CANCEL" | "YES_NO" | "YES_NO_CANCEL";
  }): "OK" | "CANCEL" | "YES" | "NO" | "CLOSE";
  prompt(request: { title: string; prompt: string; buttons: "OK" | "OK_CANCEL" | "YES_NO" | "YES_NO_CANCEL" }): {
    button: "OK" | "CANCEL" | "YES" | "NO" | "CLOSE";
    text: string;
  };
  showSidebar(page: { title: string; html: string }): void;
  showDialog(page: { title: string; html: string; width: number; height: number; modal: boolean }): void;
  toast(message: { title: string; text: string; seconds: number }): void;
  /** Menus built by onOpen, whole tree. */
  addMenu(menu: MenuEntry & { kind: "menu" }): void;
  /** The cell or tab that the script activated (jump to a cell). */
  activate(place: { sheetId: number; a1: string }): void;
}

/** A menu as a tree. */
export type MenuEntry =
  | { kind: "item"; caption: string; functionName: string }
  | { kind: "separator" }
  | { kind: "menu"; caption: string; addon: boolean; entries: MenuEntry[] };

/** One run of one function: made by the runtime, handed to every service object. */
export interface Execution {
  readonly world: World;
  readonly script: ScriptProject;
  readonly kind: ExecutionKind;
  readonly authMode: "NONE" | "LIMITED" | "FULL";
  /** The account with whose rights the script works (a trigger's owner). */
  readonly effectiveUser: string;
  /** The account at the keyboard. */
  readonly activeUser: string;
  /** Null where there is no user interface (triggers): services must then throw "Cannot call SpreadsheetApp.getUi() from this context." */
  readonly ui: UiPort | null;
  /** What the user has selected in the container, if anything: set by the front or a test. */
  readonly selection: { sheetId: number; a1: string } | null;
  /** Drive files, shortcut for `driveFiles(world)`. */
  readonly files: DriveFiles;
  /** True if the script holds one of the scopes (short names such as "forms" or full addresses). */
  hasScope(scope: string): boolean;
  /** Runs when the execution ends, however it ends (flush, release of locks). */
  onEnd(task: () => void): void;
}

/** An error as Google's services throw it: the script sees an Error of its own realm with name "Exception". */
export class GoogleError extends Error {
  override readonly name = "Exception";
}

/** Base of every object that a script can hold. */
export abstract class ServiceObject {
  /** Name in @types/google-apps-script without the `GoogleAppsScript.` prefix, such as "Spreadsheet.Range". */
  abstract readonly typeName: string;
  constructor(protected readonly exec: Execution) {}
}

/** A value of an enumeration: compares by identity, prints and stringifies as its name. */
export class EnumValue {
  constructor(
    readonly enumName: string,
    readonly name: string,
    readonly index: number,
  ) {}
  toString(): string {
    return this.name;
  }
  toJSON(): string {
    return this.name;
  }
}

/** Builds an enumeration once per process; the membrane hands its values to scripts so that `===` holds within an execution. */
export function enumeration<const N extends string>(enumName: string, ...names: N[]): Record<N, EnumValue> {
  const values = {} as Record<N, EnumValue>;
  names.forEach((name, index) => {
    values[name] = new EnumValue(enumName, name, index);
  });
  return values;
}
