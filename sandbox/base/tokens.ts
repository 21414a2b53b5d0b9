// OAuth tokens: what ScriptApp gives a script, and who comes with one to Google's interfaces.
import { HOUR } from "../kernel/clock";
import type { World } from "../kernel/contract";
import type { ScriptProject } from "../kernel/contract";
import { refusedScopes } from "../kernel/execution";

const PREFIX = "ya29.";
const LIFETIME = HOUR;

interface Claims {
  script: string;
  user: string;
  until: number;
}

/** A bearer token for an account working through a script; good for an hour of the world's clock. */
export function issueToken(world: World, scriptId: string, user: string): string {
  const claims: Claims = { script: scriptId, user, until: world.clock.now() + LIFETIME };
  return PREFIX + Buffer.from(JSON.stringify(claims)).toString("base64url");
}

/** Whose token it is and what it allows; null for a token that nobody gave out or that has expired. */
export function callerOfToken(
  world: World,
  token: string,
): { user: string; scriptId: string; scopes: string[] } | null {
  const claims = readClaims(token);
  const script = world.slice<Record<string, ScriptProject>>("scripts", () => ({}))[claims?.script ?? ""];
  if (!claims || !script || claims.until < world.clock.now()) return null;
  const refused = refusedScopes(world)[script.id]?.[claims.user] ?? [];
  const declared = script.manifest.oauthScopes ?? ["https://www.googleapis.com/auth/drive"];
  return { user: claims.user, scriptId: script.id, scopes: declared.filter((scope) => !refused.includes(scope)) };
}

function readClaims(token: string): Claims | null {
  if (!token.startsWith(PREFIX)) return null;
  try {
    return JSON.parse(Buffer.from(token.slice(PREFIX.length), "base64url").toString("utf8")) as Claims;
  } catch {
    return null;
  }
}
