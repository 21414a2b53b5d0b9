// A user as spreadsheet objects name them.
import { type Execution, ServiceObject } from "../kernel/contract";

/** An account. */
export class User extends ServiceObject {
  readonly typeName = "Base.User";
  constructor(
    exec: Execution,
    private readonly mail: string,
  ) {
    super(exec);
  }
  getEmail(): string {
    return this.mail;
  }
}
