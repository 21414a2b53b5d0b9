// Session: who is there, and the script's time zone.
import { createHash } from "node:crypto";
import { type Execution, ServiceObject } from "../kernel/contract";

export class User extends ServiceObject {
  readonly typeName = "Base.User";

  constructor(
    exec: Execution,
    private readonly email: string,
  ) {
    super(exec);
  }

  getEmail(): string {
    return this.email;
  }
}

export class Session extends ServiceObject {
  readonly typeName = "Base.Session";

  /** Blank in simple triggers, and for people from outside the domain of the script's owner. */
  getActiveUser(): User {
    const { activeUser, authMode, script } = this.exec;
    const known = activeUser === script.owner || domainOf(activeUser) === domainOf(script.owner);
    return new User(this.exec, authMode === "FULL" && known ? activeUser : "");
  }

  getEffectiveUser(): User {
    return new User(this.exec, this.exec.effectiveUser);
  }

  getActiveUserLocale(): string {
    return "ru";
  }

  getScriptTimeZone(): string {
    return this.exec.script.manifest.timeZone;
  }

  getTemporaryActiveUserKey(): string {
    return createHash("sha256").update(`${this.exec.script.id}/${this.exec.activeUser}`).digest("base64");
  }
}

function domainOf(email: string): string {
  return email.slice(email.lastIndexOf("@") + 1).toLowerCase();
}
