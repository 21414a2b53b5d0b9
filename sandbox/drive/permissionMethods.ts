// The methods of `permissions`: whom a file is shared with, and the mail that tells them.

import { sentMail } from "../base/mail";
import { accounts } from "../kernel/world";
import type { Permission, SentMail } from "../kernel/contract";
import type { Call, DriveResponse } from "./call";
import { fileOf, flagOf, writableFileOf } from "./call";
import { DriveError, fileNotFound, invalidValue, mayNot } from "./errors";
import { below, parseFields, select, wants } from "./fields";
import type { Mask, Shape } from "./fields";
import { permissionIdOf, permissionsOf, roleOf } from "./files";
import { pageSizeOf } from "./listFiles";
import { readMetadata } from "./metadata";
import type { Metadata } from "./metadata";
import { PERMISSION_SHAPE, permissionResource } from "./resource";
import { json, nothing } from "./respond";
import type { StoredFile } from "./state";

const DEFAULTS: Mask = new Map(["kind", "id", "type", "role"].map((name) => [name, "all"]));
const LIST_SHAPE: Shape = { kind: null, nextPageToken: null, permissions: PERMISSION_SHAPE };
const LIST_DEFAULTS: Mask = new Map<string, Mask>([
  ["kind", "all"],
  ["permissions", DEFAULTS],
]);

/** GET /files/{fileId}/permissions. */
export function listPermissions(call: Call): DriveResponse {
  pageSizeOf(call.query.get("pageSize"), 100, 100);
  const fields = call.query.get("fields");
  const mask = fields === null ? LIST_DEFAULTS : parseFields(fields, LIST_SHAPE);
  const file = sharedFile(call);
  const answer: Record<string, unknown> = {};
  if (wants(mask, "kind")) answer["kind"] = "drive#permissionList";
  if (wants(mask, "permissions")) {
    const shown = permissionsOf(call.state, file).map((permission) => permissionResource(call, permission));
    answer["permissions"] = select(shown, below(mask, "permissions"));
  }
  return json(200, answer);
}

/** GET /files/{fileId}/permissions/{permissionId}. */
export function getPermission(call: Call): DriveResponse {
  return answer(call, permissionOf(call, sharedFile(call)));
}

/** POST /files/{fileId}/permissions. Sharing again with the same person keeps the greater role. */
export function createPermission(call: Call): DriveResponse {
  const mask = permissionMask(call);
  const wanted = readPermission(call, readMetadata(call.request.body));
  const file = writableFileOf(call, call.path["fileId"] ?? "");
  if (wanted.role === "owner") return answer(call, passOn(call, file, wanted), mask);
  requireAccount(call, wanted);
  const known = file.permissions.find(({ id }) => id === wanted.id);
  if (known === undefined) file.permissions.push(wanted);
  else if (known.role !== "owner") known.role = wanted.role;
  notify(call, file, wanted);
  return answer(call, known ?? wanted, mask);
}

/** PATCH /files/{fileId}/permissions/{permissionId}: only the role can change. */
export function updatePermission(call: Call): DriveResponse {
  const mask = permissionMask(call);
  const file = writableFileOf(call, call.path["fileId"] ?? "");
  const permission = permissionOf(call, file);
  const role = readRole(call, readMetadata(call.request.body));
  if (role === "owner") return answer(call, passOn(call, file, { ...permission, role }), mask);
  const own = file.permissions.find(({ id }) => id === permission.id);
  if (permission.role === "owner") throw mayNot(file.id);
  if (own === undefined) file.permissions.push({ ...permission, role });
  else own.role = role;
  return answer(call, own ?? { ...permission, role }, mask);
}

/** DELETE /files/{fileId}/permissions/{permissionId}. A reader may take themselves off. */
export function deletePermission(call: Call): DriveResponse {
  const file = fileOf(call, call.path["fileId"] ?? "");
  const permission = permissionOf(call, file);
  const role = roleOf(call.state, file, call.caller.user);
  const leaves = permission.emailAddress === call.caller.user;
  if (permission.role === "owner" || (!leaves && role !== "owner" && role !== "writer")) throw mayNot(file.id);
  file.permissions = file.permissions.filter(({ id }) => id !== permission.id);
  return nothing();
}

function permissionMask(call: Call): Mask {
  const fields = call.query.get("fields");
  return fields === null ? DEFAULTS : parseFields(fields, PERMISSION_SHAPE);
}

function answer(call: Call, permission: Permission, mask = permissionMask(call)): DriveResponse {
  return json(200, select(permissionResource(call, permission), mask));
}

/** Only those who may share a file see whom it is shared with. */
function sharedFile(call: Call): StoredFile {
  const id = call.path["fileId"] ?? "";
  return fileOf(call, id).owner === call.caller.user ? fileOf(call, id) : writableFileOf(call, id);
}

function permissionOf(call: Call, file: StoredFile): Permission {
  const wanted = call.path["permissionId"] ?? "";
  const found = permissionsOf(call.state, file).find(({ id }) => id === wanted);
  if (found !== undefined) return found;
  throw new DriveError(404, "notFound", `Permission not found: ${wanted}.`, { location: "permissionId" });
}

function readRole(call: Call, body: Metadata): Permission["role"] {
  const roles: Permission["role"][] = ["owner", "writer", "commenter", "reader"];
  const role = roles.find((known) => known === body["role"]);
  if (role === undefined) throw invalidValue("permission.role", "The specified role is invalid or not supported.");
  if (role === "owner" && !flagOf(call, "transferOwnership")) {
    throw new DriveError(
      403,
      "forbidden",
      "The transferOwnership parameter must be enabled when the permission role is 'owner'.",
      { location: "transferOwnership" },
    );
  }
  return role;
}

function readPermission(call: Call, body: Metadata): Permission {
  const role = readRole(call, body);
  const { type, emailAddress, domain } = body;
  if (type === "anyone") return { id: "anyoneWithLink", type, role };
  if (type === "domain") {
    if (typeof domain !== "string" || domain === "") throw invalidValue("permission.domain");
    return { id: permissionIdOf(call.world, domain), type, role, domain };
  }
  if (type !== "user" && type !== "group") {
    throw invalidValue("permission.type", "The permission type field is required.");
  }
  if (typeof emailAddress !== "string" || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(emailAddress)) {
    throw invalidValue(
      "permission.emailAddress",
      "The specified emailAddress is invalid or not applicable for the given permission type.",
    );
  }
  const address = emailAddress.toLowerCase();
  return { id: permissionIdOf(call.world, address), type: "user", role, emailAddress: address };
}

/** Somebody without a Google account can only be invited by mail. */
function requireAccount(call: Call, wanted: Permission): void {
  if (wanted.type !== "user" || wanted.emailAddress === undefined || notifies(call, wanted)) return;
  if (accounts(call.world)[wanted.emailAddress] !== undefined) return;
  throw new DriveError(
    400,
    "invalidSharingRequest",
    `Bad Request. User message: "You are trying to invite ${wanted.emailAddress}. Since there is no Google account associated with this email address, you must check the "Notify people" box to invite this recipient."`,
  );
}

function notifies(call: Call, wanted: Permission): boolean {
  return wanted.type === "user" && flagOf(call, "sendNotificationEmail", true);
}

/** Makes somebody else the owner; the former one stays a writer. */
function passOn(call: Call, file: StoredFile, wanted: Permission): Permission {
  const email = wanted.emailAddress;
  if (file.owner !== call.caller.user) throw mayNot(file.id);
  if (email === undefined || accounts(call.world)[email] === undefined) throw fileNotFound(file.id);
  for (const permission of file.permissions) if (permission.role === "owner") permission.role = "writer";
  file.permissions = [...file.permissions.filter(({ id }) => id !== wanted.id), { ...wanted, role: "owner" }];
  file.owner = email;
  notify(call, file, wanted);
  return { ...wanted, role: "owner" };
}

/** Google's own mail about a shared file: it does not go through MailApp and costs no mail quota. */
function notify(call: Call, file: StoredFile, permission: Permission): void {
  const { world, caller } = call;
  if (!notifies(call, permission) || permission.emailAddress === undefined) return;
  const from = accounts(world)[caller.user]?.name ?? caller.user;
  const message = call.query.get("emailMessage");
  const link = `https://drive.google.com/open?id=${file.id}`;
  const mail: SentMail = {
    id: world.newId("mail"),
    sentAt: new Date(world.clock.now()).toISOString(),
    from: "drive-shares-dm-noreply@google.com",
    fromName: `${from} (Google Диск)`,
    to: [permission.emailAddress],
    cc: [],
    bcc: [],
    replyTo: caller.user,
    subject: `Вам предоставлен доступ к файлу «${file.name}»`,
    body: [`${from} (${caller.user}) открыл(а) вам доступ к файлу «${file.name}».`, message, link]
      .filter((line) => line !== null)
      .join("\n\n"),
    attachments: [],
  };
  sentMail(world).push(mail);
}
