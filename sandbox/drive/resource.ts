// A file as files.get shows it: every documented field, worked out only when the mask asks for it.

import { accounts } from "../kernel/world";
import type { Permission } from "../kernel/contract";
import type { Call } from "./call";
import { isOwnWork } from "./call";
import { digestOf, exportFormats, isNative } from "./content";
import { permissionIdOf, permissionsOf, roleOf } from "./files";
import type { Mask, Shape } from "./fields";
import { below, select, wants } from "./fields";
import { propertiesFor } from "./search";
import { FOLDER, GOOGLE_DOC, GOOGLE_FORM, GOOGLE_SHEET } from "./state";
import type { StoredFile } from "./state";

type Field = (call: Call, file: StoredFile) => unknown;

const USER_SHAPE: Shape = Object.fromEntries(
  ["kind", "displayName", "photoLink", "me", "permissionId", "emailAddress"].map((name) => [name, null]),
);
const PERMISSION_SHAPE: Shape = Object.fromEntries(
  [
    ["kind", "id", "type", "role", "emailAddress", "displayName", "domain", "allowFileDiscovery", "photoLink"],
    ["expirationTime", "deleted", "pendingOwner", "view", "permissionDetails", "inheritedPermissionsDisabled"],
  ]
    .flat()
    .map((name) => [name, null]),
);

const binaryOnly =
  (field: Field): Field =>
  (call, file) =>
    isNative(file.mimeType) ? undefined : field(call, file);

const digest = (call: Call, file: StoredFile) =>
  file.content === undefined ? undefined : digestOf(call.world, file.content);

const EDITORS: Record<string, string> = {
  [GOOGLE_DOC]: "https://docs.google.com/document/d/ID/edit?usp=drivesdk",
  [GOOGLE_SHEET]: "https://docs.google.com/spreadsheets/d/ID/edit?usp=drivesdk",
  [GOOGLE_FORM]: "https://docs.google.com/forms/d/ID/edit?usp=drivesdk",
  [FOLDER]: "https://drive.google.com/drive/folders/ID",
};

/** The fields of a file that the sandbox knows; the rest of the documented ones are simply absent, as for many real files. */
const FIELDS: Record<string, Field> = {
  kind: () => "drive#file",
  id: (_, file) => file.id,
  name: (_, file) => file.name,
  mimeType: (_, file) => file.mimeType,
  description: (_, file) => file.description,
  starred: (_, file) => file.starred === true,
  trashed: (_, file) => file.trashed,
  explicitlyTrashed: (_, file) => file.explicitlyTrashed === true,
  parents: (call, file) => nonEmpty(file.parents.filter((id) => parentShows(call, id))),
  properties: (_, file) => nonEmptyMap(file.properties),
  appProperties: (call, file) => nonEmptyMap(propertiesFor(call, file, "appProperties")),
  spaces: () => ["drive"],
  version: (_, file) => String(file.version),
  webContentLink: binaryOnly((_, file) => `https://drive.google.com/uc?id=${file.id}&export=download`),
  webViewLink: (_, file) =>
    (EDITORS[file.mimeType] ?? "https://drive.google.com/file/d/ID/view?usp=drivesdk").replace("ID", file.id),
  iconLink: (_, file) => `https://drive-thirdparty.googleusercontent.com/16/type/${file.mimeType}`,
  hasThumbnail: () => false,
  thumbnailVersion: () => "0",
  viewedByMe: (call, file) => file.owner === call.caller.user,
  viewedByMeTime: (call, file) => (file.owner === call.caller.user ? file.modifiedTime : undefined),
  createdTime: (_, file) => file.createdTime,
  modifiedTime: (_, file) => file.modifiedTime,
  modifiedByMe: (call, file) => file.owner === call.caller.user,
  sharedWithMeTime: (call, file) => (file.owner === call.caller.user ? undefined : file.createdTime),
  owners: (call, file) => [userResource(call, file.owner)],
  lastModifyingUser: (call, file) => userResource(call, file.owner),
  shared: (call, file) => permissionsOf(call.state, file).length > 1,
  ownedByMe: (call, file) => file.owner === call.caller.user,
  capabilities: (call, file) => capabilitiesOf(call, file),
  viewersCanCopyContent: () => true,
  copyRequiresWriterPermission: () => false,
  writersCanShare: () => true,
  permissions: (call, file) => sharing(call, file)?.map((permission) => permissionResource(call, permission)),
  permissionIds: (call, file) => sharing(call, file)?.map(({ id }) => id),
  originalFilename: binaryOnly((_, file) => file.originalFilename ?? file.name),
  fullFileExtension: binaryOnly((_, file) => extensionOf(file.name)),
  fileExtension: binaryOnly((_, file) => extensionOf(file.name)),
  md5Checksum: binaryOnly((call, file) => digest(call, file)?.md5),
  // Documented: populated for binary files and for Docs Editors files, not for folders.
  size: (call, file) => digest(call, file)?.size.toString(),
  quotaBytesUsed: (call, file) => (digest(call, file)?.size ?? 0).toString(),
  headRevisionId: binaryOnly((_, file) => (file.content === undefined ? undefined : `0B${file.content.slice(0, 30)}`)),
  exportLinks: (_, file) => exportLinksOf(file),
  isAppAuthorized: (call, file) => isOwnWork(call, file),
};

/** Documented fields that the sandbox leaves out. A mask may name them. */
const ABSENT =
  "contentHints contentRestrictions driveId folderColorRgb hasAugmentedPermissions imageMediaMetadata inheritedPermissionsDisabled labelInfo linkShareMetadata modifiedByMeTime resourceKey sha1Checksum sha256Checksum sharingUser shortcutDetails teamDriveId thumbnailLink trashedTime trashingUser videoMediaMetadata downloadRestrictions clientEncryptionDetails".split(
    " ",
  );

const NESTED: Record<string, Shape> = {
  owners: USER_SHAPE,
  lastModifyingUser: USER_SHAPE,
  sharingUser: USER_SHAPE,
  trashingUser: USER_SHAPE,
  permissions: PERMISSION_SHAPE,
};

/** What a mask may ask of a file. */
export const FILE_SHAPE: Shape = Object.fromEntries(
  [...Object.keys(FIELDS), ...ABSENT].map((name) => [name, NESTED[name] ?? null]),
);

/** What a mask may ask of a permission. */
export { PERMISSION_SHAPE, USER_SHAPE };

/** Fields shown when none are asked for (documented for v3). */
export const FILE_DEFAULTS: Mask = new Map(["kind", "id", "name", "mimeType"].map((name) => [name, "all"]));

/** A file cut down to what the mask wants. */
export function fileResource(call: Call, file: StoredFile, mask: Mask): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(FIELDS)) {
    if (!wants(mask, name)) continue;
    const value = field(call, file);
    if (value !== undefined) shown[name] = select(value, below(mask, name));
  }
  return shown;
}

/** An account as Drive shows it. */
export function userResource(call: Call, email: string): Record<string, unknown> {
  return {
    kind: "drive#user",
    displayName: displayName(call, email),
    me: email === call.caller.user,
    permissionId: permissionIdOf(call.world, email),
    emailAddress: email,
  };
}

/** A permission as Drive shows it. */
export function permissionResource(call: Call, permission: Permission): Record<string, unknown> {
  const { id, type, role, emailAddress, domain } = permission;
  const common = { kind: "drive#permission", id, type, role };
  if (type === "anyone") return { ...common, allowFileDiscovery: false };
  if (type === "domain") return { ...common, domain, displayName: domain, allowFileDiscovery: false };
  return {
    ...common,
    emailAddress,
    displayName: displayName(call, emailAddress ?? ""),
    deleted: false,
    pendingOwner: false,
  };
}

function displayName(call: Call, email: string): string {
  return accounts(call.world)[email]?.name ?? email;
}

/** Who may see the list of permissions: those who may share the file. */
function sharing(call: Call, file: StoredFile): Permission[] | undefined {
  const role = roleOf(call.state, file, call.caller.user);
  return role === "owner" || role === "writer" ? permissionsOf(call.state, file) : undefined;
}

function parentShows(call: Call, id: string): boolean {
  const parent = call.state.files[id];
  return parent !== undefined && roleOf(call.state, parent, call.caller.user) !== null;
}

function capabilitiesOf(call: Call, file: StoredFile): Record<string, boolean> {
  const role = roleOf(call.state, file, call.caller.user);
  const owns = role === "owner";
  const edits = owns || role === "writer";
  const folder = file.mimeType === FOLDER;
  return {
    canAddChildren: folder && edits,
    canChangeCopyRequiresWriterPermission: edits,
    canComment: edits || role === "commenter",
    canCopy: !folder,
    canDelete: owns,
    canDownload: !folder,
    canEdit: edits,
    canListChildren: folder,
    canModifyContent: edits,
    canMoveItemWithinDrive: edits,
    canRemoveChildren: folder && edits,
    canRename: edits,
    canShare: edits,
    canTrash: owns,
    canUntrash: owns,
  };
}

function exportLinksOf(file: StoredFile): Record<string, string> | undefined {
  const formats = exportFormats()[file.mimeType];
  if (formats === undefined) return undefined;
  const base = `https://www.googleapis.com/drive/v3/files/${file.id}/export?mimeType=`;
  return Object.fromEntries(formats.map((mimeType) => [mimeType, `${base}${encodeURIComponent(mimeType)}`]));
}

function extensionOf(name: string): string | undefined {
  return /\.([^.]+)$/.exec(name)?.[1];
}

function nonEmpty<T>(list: T[]): T[] | undefined {
  return list.length === 0 ? undefined : list;
}

function nonEmptyMap(map: Record<string, string>): Record<string, string> | undefined {
  return Object.keys(map).length === 0 ? undefined : map;
}
