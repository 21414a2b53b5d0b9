// about.get: who is asking and how much room their Drive has.

import type { Call, DriveResponse } from "./call";
import { exportFormats, importFormats } from "./content";
import { missingParameter } from "./errors";
import { parseFields, select } from "./fields";
import type { Shape } from "./fields";
import { FREE_STORAGE, storageUsed } from "./fileMethods";
import { USER_SHAPE, userResource } from "./resource";
import { json } from "./respond";
import { GOOGLE_DOC, GOOGLE_SHEET } from "./state";

const ABOUT_SHAPE: Shape = {
  ...Object.fromEntries(
    "kind importFormats exportFormats maxImportSizes maxUploadSize appInstalled folderColorPalette canCreateDrives canCreateTeamDrives driveThemes teamDriveThemes"
      .split(" ")
      .map((name) => [name, null]),
  ),
  user: USER_SHAPE,
  storageQuota: { limit: null, usage: null, usageInDrive: null, usageInDriveTrash: null },
};

/** GET /about: the only method that insists on `fields`. */
export function getAbout(call: Call): DriveResponse {
  const fields = call.query.get("fields");
  if (fields === null || fields === "") {
    throw missingParameter("fields", "The 'fields' parameter is required for this method.");
  }
  const mask = parseFields(fields, ABOUT_SHAPE);
  const { user } = call.caller;
  const used = storageUsed(call, user).toString();
  const about = {
    kind: "drive#about",
    user: userResource(call, user),
    storageQuota: {
      limit: (call.state.storageLimits[user] ?? FREE_STORAGE).toString(),
      usage: used,
      usageInDrive: used,
      usageInDriveTrash: storageUsed(call, user, true).toString(),
    },
    importFormats: importFormats(),
    exportFormats: exportFormats(),
    maxImportSizes: { [GOOGLE_DOC]: "10485760", [GOOGLE_SHEET]: "104857600" },
    maxUploadSize: "5242880000000",
    appInstalled: false,
    canCreateDrives: false,
    canCreateTeamDrives: false,
  };
  return json(200, select(about, mask));
}
