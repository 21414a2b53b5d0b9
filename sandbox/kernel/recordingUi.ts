// The user interface of tests and headless runs: remembers what was shown, and answers questions from a list.
import type { MenuEntry, UiPort } from "./contract";

type Question = Parameters<UiPort["alert"]>[0];
type PromptAnswer = ReturnType<UiPort["prompt"]>;

/** A port that records. Questions take the next of `answers`; with none left, the dialog is closed by its cross. */
export class RecordingUi implements UiPort {
  readonly answers: (PromptAnswer | PromptAnswer["button"])[] = [];
  readonly questions: Question[] = [];
  readonly sidebars: Parameters<UiPort["showSidebar"]>[0][] = [];
  readonly dialogs: Parameters<UiPort["showDialog"]>[0][] = [];
  readonly toasts: Parameters<UiPort["toast"]>[0][] = [];
  readonly menus: (MenuEntry & { kind: "menu" })[] = [];
  readonly places: Parameters<UiPort["activate"]>[0][] = [];

  alert(request: Question): PromptAnswer["button"] {
    return this.answer(request).button;
  }

  prompt(request: Question): PromptAnswer {
    return this.answer(request);
  }

  showSidebar(page: Parameters<UiPort["showSidebar"]>[0]): void {
    this.sidebars.push(page);
  }

  showDialog(page: Parameters<UiPort["showDialog"]>[0]): void {
    this.dialogs.push(page);
  }

  toast(message: Parameters<UiPort["toast"]>[0]): void {
    this.toasts.push(message);
  }

  addMenu(menu: MenuEntry & { kind: "menu" }): void {
    this.menus.push(menu);
  }

  activate(place: Parameters<UiPort["activate"]>[0]): void {
    this.places.push(place);
  }

  private answer(request: Question): PromptAnswer {
    this.questions.push(request);
    const next = this.answers.shift() ?? "CLOSE";
    return typeof next === "string" ? { button: next, text: "" } : next;
  }
}
