// What Google answers when a Drive request fails: the reasons, their texts and the shape of the error body.

interface ErrorDetails {
  location?: string;
  locationType?: "parameter" | "header";
  domain?: string;
  /** Google adds the canonical status to authentication failures only. */
  canonical?: string;
  /** The text inside `errors`, where it differs from the outer one. */
  innerMessage?: string;
}

/** A refusal of the REST interface. */
export class DriveError extends Error {
  constructor(
    readonly status: number,
    readonly reason: string,
    message: string,
    readonly details: ErrorDetails = {},
  ) {
    super(message);
  }

  /** The error body as Google words it. */
  toBody(): object {
    const { location, locationType, domain, canonical, innerMessage } = this.details;
    return {
      error: {
        code: this.status,
        message: this.message,
        errors: [
          {
            message: innerMessage ?? this.message,
            domain: domain ?? "global",
            reason: this.reason,
            ...(location === undefined ? {} : { location, locationType: locationType ?? "parameter" }),
          },
        ],
        ...(canonical === undefined ? {} : { status: canonical }),
      },
    };
  }
}

/** The usual texts by reason, for faults asked for by tests. */
const TEXTS: Record<string, string> = {
  rateLimitExceeded: "Rate Limit Exceeded",
  userRateLimitExceeded: "User Rate Limit Exceeded",
  dailyLimitExceeded: "Daily Limit Exceeded",
  storageQuotaExceeded: "The user's Drive storage quota has been exceeded.",
  backendError: "Backend Error",
  internalError: "Internal Error",
  authError: "Invalid Credentials",
  notFound: "Not Found",
  domainPolicy: "The domain administrators have disabled Drive apps.",
};

const USAGE_LIMITS = new Set(["rateLimitExceeded", "userRateLimitExceeded", "dailyLimitExceeded"]);

/** An error by status and reason, with Google's usual text for it. */
export function usualError(status: number, reason: string, message: string): DriveError {
  const text = message === "" ? (TEXTS[reason] ?? "Backend Error") : message;
  return new DriveError(status, reason, text, USAGE_LIMITS.has(reason) ? { domain: "usageLimits" } : {});
}

/** No Authorization header at all: Drive takes API keys too, so it speaks of unregistered callers. */
export function unregisteredCaller(): DriveError {
  return new DriveError(
    403,
    "forbidden",
    "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or other form of API consumer identity to call this API.",
    { canonical: "PERMISSION_DENIED" },
  );
}

/** A bearer token that nobody gave out, or that has run out. */
export function badToken(): DriveError {
  return new DriveError(
    401,
    "authError",
    "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.",
    {
      canonical: "UNAUTHENTICATED",
      innerMessage: "Invalid Credentials",
      location: "Authorization",
      locationType: "header",
    },
  );
}

/** A token whose scopes do not cover the method. */
export function missingScope(): DriveError {
  return new DriveError(403, "insufficientPermissions", "Request had insufficient authentication scopes.", {
    canonical: "PERMISSION_DENIED",
    innerMessage: "Insufficient Permission",
  });
}

/** A file that is not there, or that the caller may not know of: Google does not tell the two apart. */
export function fileNotFound(id: string): DriveError {
  return new DriveError(404, "notFound", `File not found: ${id}.`, { location: "fileId" });
}

/** A file that may be read but not changed in this way. */
export function mayNot(id: string): DriveError {
  return new DriveError(
    403,
    "insufficientFilePermissions",
    `The user does not have sufficient permissions for file ${id}.`,
  );
}

/** A parameter whose value cannot be understood. */
export function invalidValue(location: string, message = "Invalid Value"): DriveError {
  return new DriveError(400, "invalid", message, { location });
}

/** A parameter that the method cannot do without. */
export function missingParameter(name: string, message = `Required parameter: ${name}`): DriveError {
  return new DriveError(400, "required", message, { location: name });
}

/** A part of Drive that the sandbox does not have: it says so instead of guessing. */
export function notEmulated(what: string): DriveError {
  return new DriveError(501, "notImplemented", `${what} is not emulated by the sandbox.`);
}
