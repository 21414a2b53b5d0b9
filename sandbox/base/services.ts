// The basic services by their global names.
import type { ServiceObject } from "../kernel/contract";
import type { ScriptExecution } from "../kernel/execution";
import { CacheService } from "./cache";
import { HtmlService } from "./html";
import { LockService } from "./lock";
import { Logger } from "./logger";
import { MailApp } from "./mail";
import { MimeType } from "./mimeType";
import { PropertiesService } from "./properties";
import { ScriptApp } from "./script";
import { Session } from "./session";
import { UrlFetchApp } from "./urlFetch";
import { Utilities } from "./utilities";

/** What makes each service for an execution. */
export const BASE_SERVICES: Record<string, (exec: ScriptExecution) => ServiceObject> = {
  CacheService: (exec) => new CacheService(exec),
  HtmlService: (exec) => new HtmlService(exec),
  LockService: (exec) => new LockService(exec),
  Logger: (exec) => new Logger(exec),
  MailApp: (exec) => new MailApp(exec),
  MimeType: (exec) => new MimeType(exec),
  PropertiesService: (exec) => new PropertiesService(exec),
  ScriptApp: (exec) => new ScriptApp(exec),
  Session: (exec) => new Session(exec),
  UrlFetchApp: (exec) => new UrlFetchApp(exec),
  Utilities: (exec) => new Utilities(exec),
};
