// A stage for tests: a new world in a folder of its own, a small script in it, and a person who answers dialogs.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Manifest } from "../kernel/contract";
import { SAMPLE_SCHOOL } from "../sample/school";
import type { DialogAnswer, UiEvent } from "./channel";
import type { OPERATIONS } from "./operations";
import type { Operation } from "./operations/operation";
import { Stage } from "./stage";

type Table = typeof OPERATIONS;
type Input<N extends keyof Table> = Table[N] extends Operation<infer I, unknown> ? I : never;
type Output<N extends keyof Table> = Awaited<ReturnType<Table[N]["work"]>>;

const MANIFEST: Manifest = {
  timeZone: "Europe/Moscow",
  oauthScopes: ["spreadsheets.currentonly", "script.container.ui", "script.scriptapp", "forms", "script.send_mail"].map(
    (scope) => `https://www.googleapis.com/auth/${scope}`,
  ),
};

/** A stage with everything that a test asks of it. */
export class StageBench {
  readonly shown: UiEvent[] = [];
  /** What the person does with the next dialogs. */
  readonly answers: DialogAnswer[] = [];
  user: string = SAMPLE_SCHOOL.curatorEmail;
  private readonly folder = mkdtempSync(join(tmpdir(), "sandbox-front-"));
  private stage: Stage;

  /** @param code the script's only file */
  constructor(code: string) {
    this.stage = this.open(code);
  }

  /** Stops and starts again on the same folder, as `npm start` does, perhaps with newer code. */
  restart(code: string): void {
    this.stage = this.open(code);
  }

  async ask<N extends keyof Table>(name: N, input: Input<N>): Promise<Output<N>> {
    return (await this.stage.perform(name, { session: "page", user: this.user }, input)) as Output<N>;
  }

  async reset(): Promise<void> {
    await this.stage.perform("reset", { session: "page", user: this.user }, {});
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private open(code: string): Stage {
    return new Stage(
      this.folder,
      { files: { "Code.js": code }, manifest: MANIFEST },
      (_session, event) => this.shown.push(event),
      () => this.answers.shift() ?? { button: "CLOSE", text: "" },
    );
  }
}
