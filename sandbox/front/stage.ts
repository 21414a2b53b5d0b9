// Performs operations by name on the open workspace, with the asking page as the scripts' user interface.
import type { Bundle } from "../kernel/scriptFiles";
import type { DialogAnswer, UiEvent } from "./channel";
import { OPERATIONS } from "./operations";
import { type Caller, type Operation, Refusal } from "./operations/operation";
import { SessionUi } from "./sessionUi";
import { clearWorkspace, openWorkspace, type Workspace } from "./workspace";

/** The workspace and everything that can be done to it. */
export class Stage {
  private workspace: Workspace;

  /**
   * @param folder where the world is kept
   * @param bundle the add-on: a build folder or its contents
   * @param show sends an event to the page of a session
   * @param wait blocks until the question just shown is answered
   */
  constructor(
    private readonly folder: string,
    private readonly bundle: string | Bundle,
    private readonly show: (session: string, event: UiEvent) => void,
    private readonly wait: () => DialogAnswer,
  ) {
    this.workspace = openWorkspace(folder, bundle);
  }

  /** Performs an operation. @throws Error with words for the person, or the operation's own */
  async perform(name: string, caller: Caller, input: unknown): Promise<unknown> {
    if (name === "reset") {
      clearWorkspace(this.folder);
      this.workspace = openWorkspace(this.folder, this.bundle);
      return null;
    }
    const operation = (OPERATIONS as unknown as Record<string, Operation<unknown, unknown> | undefined>)[name];
    if (!operation || !Object.hasOwn(OPERATIONS, name)) throw new Refusal("Песочница не знает такого действия.");
    const { workspace } = this;
    workspace.runtime.ui = new SessionUi((event) => {
      this.show(caller.session, event);
    }, this.wait);
    try {
      return await operation.work(workspace, caller, operation.input.parse(input));
    } finally {
      if (operation.saves) workspace.world.save();
    }
  }
}
