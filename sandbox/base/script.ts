// ScriptApp: triggers, the OAuth token, and what the account has authorised.
import { type EnumValue, type Execution, GoogleError, ServiceObject } from "../kernel/contract";
import type { ScriptExecution } from "../kernel/execution";
import { type TriggerRecord, triggersOf } from "../kernel/triggers";
import { AUTH_MODE, AUTHORIZATION_STATUS, EVENT_TYPE, INSTALLATION_SOURCE, TRIGGER_SOURCE, WEEK_DAY } from "./enums";
import { issueToken } from "./tokens";
import { Trigger, TriggerBuilder } from "./triggerBuilders";

export class ScriptApp extends ServiceObject {
  readonly typeName = "Script.ScriptApp";
  readonly AuthMode = AUTH_MODE;
  readonly AuthorizationStatus = AUTHORIZATION_STATUS;
  readonly EventType = EVENT_TYPE;
  readonly InstallationSource = INSTALLATION_SOURCE;
  readonly TriggerSource = TRIGGER_SOURCE;
  readonly WeekDay = WEEK_DAY;

  constructor(private readonly execution: ScriptExecution & Execution) {
    super(execution);
  }

  newTrigger(functionName: string | null): TriggerBuilder {
    if (functionName === null || functionName === "") throw new GoogleError("Invalid argument: functionName");
    return new TriggerBuilder(this.exec, functionName);
  }

  /** Those of the account that asks, and no others. */
  getProjectTriggers(): Trigger[] {
    return this.own().map((record) => new Trigger(this.exec, record));
  }

  getUserTriggers(document: ServiceObject & { getId(): string }): Trigger[] {
    const id = document.getId();
    return this.own()
      .filter((record) => record.sourceId === id)
      .map((record) => new Trigger(this.exec, record));
  }

  deleteTrigger(trigger: Trigger): void {
    const all = triggersOf(this.exec.world);
    const index = all.findIndex(
      (record) => record.uid === trigger.getUniqueId() && record.owner === this.exec.effectiveUser,
    );
    // Deleting what is gone already is no error with Google.
    if (index >= 0) all.splice(index, 1);
  }

  getOAuthToken(): string {
    return issueToken(this.exec.world, this.exec.script.id, this.exec.effectiveUser);
  }

  getScriptId(): string {
    return this.exec.script.id;
  }

  getInstallationSource(): EnumValue {
    return INSTALLATION_SOURCE.NONE;
  }

  /** Only work in FULL mode ever needs to be authorised. */
  getAuthorizationInfo(authMode: EnumValue, scopes: string[] | null = null): AuthorizationInfo {
    return new AuthorizationInfo(this.exec, authMode === AUTH_MODE.FULL ? this.missing(scopes) : []);
  }

  /** Ends the execution, as Google does when it asks for the permission instead. */
  requireScopes(_authMode: EnumValue, scopes: string[]): void {
    this.require(scopes);
  }

  requireAllScopes(): void {
    this.require(null);
  }

  getService(): Service {
    return new Service(this.exec);
  }

  private own(): TriggerRecord[] {
    const { world, script, effectiveUser } = this.exec;
    return triggersOf(world).filter((record) => record.scriptId === script.id && record.owner === effectiveUser);
  }

  private missing(scopes: string[] | null): string[] {
    const wanted = scopes ?? this.exec.script.manifest.oauthScopes ?? [];
    return wanted.filter((scope) => !this.exec.hasScope(scope));
  }

  private require(scopes: string[] | null): void {
    if (this.missing(scopes).length > 0) this.execution.kill("Authorization is required to perform that action.");
  }
}

class AuthorizationInfo extends ServiceObject {
  readonly typeName = "Script.AuthorizationInfo";

  constructor(
    exec: Execution,
    private readonly missing: string[],
  ) {
    super(exec);
  }

  getAuthorizationStatus(): EnumValue {
    return this.missing.length > 0 ? AUTHORIZATION_STATUS.REQUIRED : AUTHORIZATION_STATUS.NOT_REQUIRED;
  }

  getAuthorizationUrl(): string | null {
    return this.missing.length > 0 ? `https://script.google.com/macros/d/${this.exec.script.id}/authorize` : null;
  }

  getAuthorizedScopes(): string[] {
    return (this.exec.script.manifest.oauthScopes ?? []).filter((scope) => this.exec.hasScope(scope));
  }
}

/** The script as a web app: never deployed here. */
class Service extends ServiceObject {
  readonly typeName = "Script.Service";

  getUrl(): string | null {
    return null;
  }

  isEnabled(): boolean {
    return false;
  }
}
