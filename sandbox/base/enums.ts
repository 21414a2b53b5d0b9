// The enumerations of the basic services, in Google's order.
import { enumeration } from "../kernel/contract";

export const AUTH_MODE = enumeration("ScriptApp.AuthMode", "NONE", "CUSTOM_FUNCTION", "LIMITED", "FULL");
export const AUTHORIZATION_STATUS = enumeration("ScriptApp.AuthorizationStatus", "REQUIRED", "NOT_REQUIRED");
export const EVENT_TYPE = enumeration(
  "ScriptApp.EventType",
  "CLOCK",
  "ON_OPEN",
  "ON_EDIT",
  "ON_FORM_SUBMIT",
  "ON_CHANGE",
  "ON_EVENT_UPDATED",
);
export const INSTALLATION_SOURCE = enumeration(
  "ScriptApp.InstallationSource",
  "APPS_MARKETPLACE_DOMAIN_ADD_ON",
  "NONE",
  "WEB_STORE_ADD_ON",
);
export const TRIGGER_SOURCE = enumeration(
  "ScriptApp.TriggerSource",
  "SPREADSHEETS",
  "CLOCK",
  "FORMS",
  "DOCUMENTS",
  "CALENDAR",
);
export const WEEK_DAY = enumeration(
  "Base.Weekday",
  "SUNDAY",
  "MONDAY",
  "TUESDAY",
  "WEDNESDAY",
  "THURSDAY",
  "FRIDAY",
  "SATURDAY",
);
export const CHARSET = enumeration("Utilities.Charset", "US_ASCII", "UTF_8");
export const DIGEST_ALGORITHM = enumeration(
  "Utilities.DigestAlgorithm",
  "MD2",
  "MD5",
  "SHA_1",
  "SHA_256",
  "SHA_384",
  "SHA_512",
);
export const MAC_ALGORITHM = enumeration(
  "Utilities.MacAlgorithm",
  "HMAC_MD5",
  "HMAC_SHA_1",
  "HMAC_SHA_256",
  "HMAC_SHA_384",
  "HMAC_SHA_512",
);
export const RSA_ALGORITHM = enumeration("Utilities.RsaAlgorithm", "RSA_SHA_1", "RSA_SHA_256");
export const SANDBOX_MODE = enumeration("HtmlService.SandboxMode", "EMULATED", "IFRAME", "NATIVE");
export const X_FRAME_OPTIONS_MODE = enumeration("HtmlService.XFrameOptionsMode", "ALLOWALL", "DEFAULT");
