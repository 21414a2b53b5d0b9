// One way to ask Google Drive's REST API: authorised, in parallel, repeated when Google is busy, refused in Russian.
import { Stop, TemporaryStop } from "./stop";

/** A request to Drive, as plain data. */
export interface DriveRequest {
  method: "get" | "post" | "patch" | "delete";
  url: string;
  contentType?: string;
  payload?: string;
  /** Its refusal (400, 403) is an answer for the caller, not the end of the work. */
  mayBeRefused?: true;
}

const ATTEMPTS = 3;
/** Google asks for exponential backoff on 429 and 5xx. */
const FIRST_WAIT_MS = 800;
const PARALLEL = 20;

/** What a refusal means for the curator, by the `reason` in Drive's error body (never by its localised message). */
const REFUSALS: Record<string, () => Stop> = {
  storageQuotaExceeded: () =>
    new Stop(
      "На Google Диске закончилось место.",
      "Освободите место или попросите администратора его добавить, затем повторите: уже созданное не потеряется.",
    ),
  insufficientPermissions: () => noPermission(),
  insufficientFilePermissions: () => noPermission(),
  appNotAuthorizedToFile: () => noPermission(),
  accessNotConfigured: () =>
    new Stop(
      "Для скрипта не включён Google Drive API.",
      "Откройте «Расширения → Apps Script → Сервисы» и добавьте Drive API, затем повторите.",
    ),
  SERVICE_DISABLED: () =>
    new Stop(
      "Для скрипта не включён Google Docs API.",
      "Откройте «Расширения → Apps Script → Сервисы» и добавьте Google Docs API, затем повторите.",
    ),
};

function noPermission(): Stop {
  return new Stop(
    "Нет доступа к файлу на Google Диске.",
    "Дополнение видит только файлы, созданные им самим под той же учётной записью. Войдите под владельцем автоматики или создайте документ заново.",
  );
}

/**
 * Sends requests, many at once, and returns the answers in the same order.
 * 404 is an answer too (the file is gone), for the caller to judge.
 *
 * @throws Stop when Drive refuses or stays busy
 */
export function askDrive(requests: readonly DriveRequest[]): GoogleAppsScript.URL_Fetch.HTTPResponse[] {
  const answers: GoogleAppsScript.URL_Fetch.HTTPResponse[] = [];
  const token = ScriptApp.getOAuthToken();
  for (let start = 0; start < requests.length; start += PARALLEL) {
    answers.push(...askBatch(requests.slice(start, start + PARALLEL), token));
  }
  return answers;
}

function askBatch(requests: readonly DriveRequest[], token: string): GoogleAppsScript.URL_Fetch.HTTPResponse[] {
  const answers: GoogleAppsScript.URL_Fetch.HTTPResponse[] = [];
  let waiting = requests.map((_, index) => index);
  for (let attempt = 1; waiting.length > 0; attempt++) {
    const replies = fetchTogether(waiting.map((index) => asFetch(requests[index] as DriveRequest, token)));
    const busy: number[] = [];
    waiting.forEach((index, place) => {
      const reply = replies[place] as GoogleAppsScript.URL_Fetch.HTTPResponse;
      if (isBusy(reply) && attempt < ATTEMPTS) busy.push(index);
      else answers[index] = reply;
    });
    waiting = busy;
    if (waiting.length > 0) Utilities.sleep(FIRST_WAIT_MS * 2 ** (attempt - 1));
  }
  answers.forEach((answer, index) => {
    if (requests[index]?.mayBeRefused !== true || answer.getResponseCode() === 401) refuseBadAnswer(answer);
  });
  return answers;
}

function fetchTogether(
  requests: GoogleAppsScript.URL_Fetch.URLFetchRequest[],
): GoogleAppsScript.URL_Fetch.HTTPResponse[] {
  try {
    return UrlFetchApp.fetchAll(requests);
  } catch (cause) {
    console.error("drive: fetchAll failed", String(cause));
    if (QUOTA.test(String(cause))) throw usedUp();
    throw new TemporaryStop(
      "Google Диск не отвечает.",
      "Подождите несколько минут и повторите: уже созданное не потеряется.",
    );
  }
}

/** What Google says when the day's requests are used up, in English and in Russian; what is not known is taken for silence. */
const QUOTA = /too many times|слишком много раз/i;

function usedUp(): TemporaryStop {
  return new TemporaryStop(
    "Дневная квота обращений к Google Диску исчерпана.",
    "Она восстанавливается в течение суток: уже созданное не потеряется, остальное повторите завтра.",
  );
}

function asFetch(request: DriveRequest, token: string): GoogleAppsScript.URL_Fetch.URLFetchRequest {
  return {
    url: request.url,
    method: request.method,
    headers: { Authorization: `Bearer ${token}` },
    muteHttpExceptions: true,
    ...(request.contentType === undefined ? {} : { contentType: request.contentType }),
    ...(request.payload === undefined ? {} : { payload: request.payload }),
  };
}

interface Reason {
  reason?: string;
}

function reasonOf(answer: GoogleAppsScript.URL_Fetch.HTTPResponse): string {
  try {
    const { error } = JSON.parse(answer.getContentText()) as { error?: { errors?: Reason[]; details?: Reason[] } };
    // Drive tells it in `errors`, Docs in one of `details`.
    return [...(error?.errors ?? []), ...(error?.details ?? [])].find(({ reason }) => reason)?.reason ?? "";
  } catch {
    return "";
  }
}

function isBusy(answer: GoogleAppsScript.URL_Fetch.HTTPResponse): boolean {
  const status = answer.getResponseCode();
  if (status === 429 || status >= 500) return true;
  return status === 403 && ["rateLimitExceeded", "userRateLimitExceeded"].includes(reasonOf(answer));
}

function refuseBadAnswer(answer: GoogleAppsScript.URL_Fetch.HTTPResponse): void {
  const status = answer.getResponseCode();
  if (status < 400 || status === 404) return;
  const reason = reasonOf(answer);
  console.error("drive: refused", status, reason);
  const refusal = REFUSALS[reason];
  if (refusal) throw refusal();
  if (reason === "dailyLimitExceeded") throw usedUp();
  if (status === 401 || (status === 403 && !isBusy(answer))) throw noPermission();
  if (status === 400) {
    throw new Stop(
      "Google Диск не принял документ.",
      "Если используется свой шаблон, проверьте его; иначе сообщите администратору.",
    );
  }
  throw new TemporaryStop(
    "Google Диск временно не отвечает.",
    "Подождите несколько минут и повторите: уже созданное не потеряется.",
  );
}
