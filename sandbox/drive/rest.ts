// Drive's REST interface v3, as a function from request to answer: who asks, which method, and the faults asked for by tests.

import type { World } from "../kernel/contract";
import { getAbout } from "./about";
import type { Call, DriveCaller, DriveRequest, DriveResponse, Need } from "./call";
import { headerOf, requireScope } from "./call";
import { DriveError, notEmulated, unregisteredCaller, usualError } from "./errors";
import {
  copyFile,
  createFile,
  deleteFile,
  emptyTrash,
  exportFile,
  generateIds,
  getFile,
  updateFile,
} from "./fileMethods";
import { listFiles } from "./listFiles";
import {
  createPermission,
  deletePermission,
  getPermission,
  listPermissions,
  updatePermission,
} from "./permissionMethods";
import { refusal } from "./respond";
import { driveState } from "./state";
import type { DriveFault, DriveState } from "./state";
import { upload } from "./uploads";

type Route = [verb: string, pattern: RegExp, need: Need, method: (call: Call) => DriveResponse];

/** Every emulated method. The order matters where a fixed word stands where an id could. */
const ROUTES: Route[] = [
  ["GET", /^\/drive\/v3\/about$/, "metadata", getAbout],
  ["GET", /^\/drive\/v3\/files$/, "metadata", listFiles],
  ["POST", /^\/drive\/v3\/files$/, "write", createFile],
  ["GET", /^\/drive\/v3\/files\/generateIds$/, "write", generateIds],
  ["DELETE", /^\/drive\/v3\/files\/trash$/, "everything", emptyTrash],
  ["GET", /^\/drive\/v3\/files\/(?<fileId>[^/]+)$/, "metadata", getFile],
  ["PATCH", /^\/drive\/v3\/files\/(?<fileId>[^/]+)$/, "write", updateFile],
  ["DELETE", /^\/drive\/v3\/files\/(?<fileId>[^/]+)$/, "write", deleteFile],
  ["GET", /^\/drive\/v3\/files\/(?<fileId>[^/]+)\/export$/, "content", exportFile],
  ["POST", /^\/drive\/v3\/files\/(?<fileId>[^/]+)\/copy$/, "write", copyFile],
  ["GET", /^\/drive\/v3\/files\/(?<fileId>[^/]+)\/permissions$/, "metadata", listPermissions],
  ["POST", /^\/drive\/v3\/files\/(?<fileId>[^/]+)\/permissions$/, "write", createPermission],
  ["GET", /^\/drive\/v3\/files\/(?<fileId>[^/]+)\/permissions\/(?<permissionId>[^/]+)$/, "metadata", getPermission],
  ["PATCH", /^\/drive\/v3\/files\/(?<fileId>[^/]+)\/permissions\/(?<permissionId>[^/]+)$/, "write", updatePermission],
  ["DELETE", /^\/drive\/v3\/files\/(?<fileId>[^/]+)\/permissions\/(?<permissionId>[^/]+)$/, "write", deletePermission],
  ["POST", /^\/upload\/drive\/v3\/files$/, "write", upload],
  ["PUT", /^\/upload\/drive\/v3\/files$/, "write", upload],
  ["PATCH", /^\/upload\/drive\/v3\/files\/(?<fileId>[^/]+)$/, "write", upload],
  ["PUT", /^\/upload\/drive\/v3\/files\/(?<fileId>[^/]+)$/, "write", upload],
];

/**
 * Answers one request to `/drive/v3/…` or `/upload/drive/v3/…` as Drive would.
 * @param caller whoever the bearer token belongs to; null for a token that nobody gave out
 */
export function driveRest(world: World, caller: DriveCaller | null, request: DriveRequest): DriveResponse {
  try {
    const state = driveState(world);
    const fault = takeFault(state, request);
    if (fault === null) return perform(world, state, caller, request);
    if (fault.carriedOut === true) perform(world, state, caller, request);
    throw usualError(fault.status, fault.reason, fault.message);
  } catch (error) {
    if (error instanceof DriveError) return refusal(error);
    throw error;
  }
}

function perform(world: World, state: DriveState, caller: DriveCaller | null, request: DriveRequest): DriveResponse {
  const url = new URL(request.url);
  if (headerOf(request.headers, "authorization") === undefined && !url.searchParams.has("access_token")) {
    throw unregisteredCaller();
  }
  const verb = (headerOf(request.headers, "x-http-method-override") ?? request.method).toUpperCase();
  const [route, path] = routeOf(verb, url.pathname);
  requireScope(caller, route[2]);
  return route[3]({ world, state, caller, request, path, query: url.searchParams });
}

function routeOf(verb: string, pathname: string): [Route, Record<string, string>] {
  for (const route of ROUTES) {
    const match = route[0] === verb ? route[1].exec(pathname) : null;
    if (match === null) continue;
    const path = Object.entries(match.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]);
    return [route, Object.fromEntries(path) as Record<string, string>];
  }
  throw notEmulated(`${verb} ${pathname}`);
}

function takeFault(state: DriveState, request: DriveRequest): DriveFault | null {
  const { pathname } = new URL(request.url);
  const fault = state.faults.find(
    ({ remaining, method, path }) =>
      remaining > 0 &&
      (method === undefined || method.toUpperCase() === request.method.toUpperCase()) &&
      (path === undefined || pathname.includes(path)),
  );
  if (fault === undefined) return null;
  fault.remaining -= 1;
  state.faults = state.faults.filter(({ remaining }) => remaining > 0);
  return fault;
}
