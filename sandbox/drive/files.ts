// The register of everybody's files: what exists in Drive, where it lies, and who may read or write it.

import type { DriveFile, DriveFiles, Permission, World } from "../kernel/contract";
import { driveNow, driveState, FOLDER } from "./state";
import type { DriveState, StoredFile } from "./state";

const RANKS = { reader: 1, commenter: 2, writer: 3, owner: 4 } as const;

/** The register of a world's files. Cheap to make: the state lies in the world. */
export function driveFiles(world: World): DriveFiles {
  const state = driveState(world);
  const change = (id: string, work: (file: StoredFile) => void): void => {
    const file = state.files[id];
    if (file === undefined) throw new Error(`The sandbox's Drive has no file ${id}.`);
    work(file);
    touch(world, file);
  };
  return {
    create: (file) => createFile(world, file),
    find: (id) => state.files[id],
    all: () => Object.values(state.files).filter((file) => !isRoot(state, file.id)),
    canRead: (file, user) => rank(state, file, user) >= RANKS.reader,
    canWrite: (file, user) => rank(state, file, user) >= RANKS.writer,
    rename: (id, name) => change(id, (file) => (file.name = name)),
    trash: (id) => change(id, (file) => setTrashed(state, file, true)),
  };
}

/** The id of a user's root folder, made on first use. */
export function rootOf(world: World, user: string): string {
  const state = driveState(world);
  const known = state.roots[user];
  if (known !== undefined) return known;
  const id = world.newId("file");
  const now = driveNow(world);
  state.roots[user] = id;
  state.files[id] = {
    id,
    name: "Мой диск",
    mimeType: FOLDER,
    parents: [],
    createdTime: now,
    modifiedTime: now,
    trashed: false,
    owner: user,
    permissions: [ownerPermission(world, user)],
    properties: {},
    appProperties: {},
    version: 1,
  };
  return id;
}

/** True for anybody's root folder. */
export function isRoot(state: DriveState, id: string): boolean {
  const file = state.files[id];
  return file !== undefined && state.roots[file.owner] === id;
}

/** The role a user has on a file: their own, through a folder above, or by link. Null if none. */
export function roleOf(state: DriveState, file: DriveFile, user: string): Permission["role"] | null {
  const found = rank(state, file, user);
  return (Object.keys(RANKS) as Permission["role"][]).find((role) => RANKS[role] === found) ?? null;
}

/** True if a file is the user's own or was shared with them (or a folder above it), not only opened to all who have the link. */
export function isPersonal(state: DriveState, file: DriveFile, user: string): boolean {
  const named = file.permissions.some((permission) => permission.type === "user" && appliesTo(permission, user));
  return named || file.parents.some((id) => state.files[id] !== undefined && isPersonal(state, state.files[id], user));
}

/** All permissions in force on a file: its own and, as Drive lists them, those of the folders above. */
export function permissionsOf(state: DriveState, file: DriveFile): Permission[] {
  const found = new Map<string, Permission>(file.permissions.map((permission) => [permission.id, permission]));
  for (const id of file.parents) {
    const parent = state.files[id];
    for (const permission of parent === undefined ? [] : permissionsOf(state, parent)) {
      const role = permission.role === "owner" ? "writer" : permission.role;
      const own = found.get(permission.id);
      if (own === undefined || RANKS[own.role] < RANKS[role]) found.set(permission.id, { ...permission, role });
    }
  }
  return [...found.values()];
}

/** Puts a file into the trash or takes it out, with all that lies in it. */
export function setTrashed(state: DriveState, file: StoredFile, trashed: boolean): void {
  if (trashed) file.explicitlyTrashed = true;
  else delete file.explicitlyTrashed;
  file.trashed = trashed;
  if (file.mimeType !== FOLDER) return;
  for (const below of descendants(state, file.id)) below.trashed = trashed || below.explicitlyTrashed === true;
}

/** All files below a folder, at any depth. */
export function descendants(state: DriveState, folderId: string): StoredFile[] {
  const found = new Map<string, StoredFile>();
  const open = [folderId];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const file of Object.values(state.files)) {
      if (!file.parents.includes(id) || found.has(file.id)) continue;
      found.set(file.id, file);
      if (file.mimeType === FOLDER) open.push(file.id);
    }
  }
  return [...found.values()];
}

/** Records that a file was changed just now. */
export function touch(world: World, file: StoredFile): void {
  file.modifiedTime = driveNow(world);
  file.version += 1;
}

/** The id that Drive gives to a person (or a domain) in permissions: the same on every file. */
export function permissionIdOf(world: World, whom: string): string {
  const state = driveState(world);
  return (state.permissionIds[whom] ??= world.newId("permission"));
}

function ownerPermission(world: World, user: string): Permission {
  return { id: permissionIdOf(world, user), type: "user", role: "owner", emailAddress: user };
}

function createFile(world: World, given: Parameters<DriveFiles["create"]>[0]): DriveFile {
  const state = driveState(world);
  const now = driveNow(world);
  const id = given.id ?? world.newId("file");
  if (state.files[id] !== undefined) throw new Error(`The sandbox's Drive already has a file ${id}.`);
  const file: StoredFile = {
    createdTime: now,
    modifiedTime: now,
    trashed: false,
    permissions: [ownerPermission(world, given.owner)],
    properties: {},
    appProperties: {},
    version: 1,
    ...given,
    id,
    parents: given.parents ?? [rootOf(world, given.owner)],
  };
  state.files[id] = file;
  return file;
}

function rank(state: DriveState, file: DriveFile, user: string): number {
  const own = file.permissions.filter((permission) => appliesTo(permission, user)).map(({ role }) => RANKS[role]);
  // What is shared as a folder is shared with all that lies in it; only ownership stays with each file.
  const inherited = file.parents
    .map((id) => state.files[id])
    .map((parent) => (parent === undefined ? 0 : Math.min(rank(state, parent, user), RANKS.writer)));
  return Math.max(0, ...own, ...inherited);
}

function appliesTo(permission: Permission, user: string): boolean {
  if (permission.type === "anyone") return true;
  if (permission.type === "domain") return user.toLowerCase().endsWith(`@${permission.domain ?? ""}`);
  return permission.emailAddress?.toLowerCase() === user.toLowerCase();
}
