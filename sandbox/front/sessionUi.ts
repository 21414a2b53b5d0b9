// What a script shows, sent to the page that started it; questions hold the script until the person answers.
import type { MenuEntry, UiPort } from "../kernel/contract";
import type { DialogAnswer, UiEvent } from "./channel";

/** The user interface of one open page. */
export class SessionUi implements UiPort {
  /** The menus that onOpen has built for this page. */
  readonly menus: (MenuEntry & { kind: "menu" })[] = [];

  /**
   * @param show sends an event to the page
   * @param wait blocks until the page's person has answered the question just shown
   */
  constructor(
    private readonly show: (event: UiEvent) => void,
    private readonly wait: () => DialogAnswer,
  ) {}

  alert(request: Parameters<UiPort["alert"]>[0]): DialogAnswer["button"] {
    this.show({ kind: "alert", ...request });
    return this.wait().button;
  }

  prompt(request: Parameters<UiPort["prompt"]>[0]): DialogAnswer {
    this.show({ kind: "prompt", ...request });
    return this.wait();
  }

  showSidebar(page: Parameters<UiPort["showSidebar"]>[0]): void {
    this.show({ kind: "sidebar", ...page });
  }

  showDialog(page: Parameters<UiPort["showDialog"]>[0]): void {
    this.show({ kind: "dialog", ...page });
  }

  toast(message: Parameters<UiPort["toast"]>[0]): void {
    this.show({ kind: "toast", ...message });
  }

  addMenu(menu: MenuEntry & { kind: "menu" }): void {
    const same = this.menus.findIndex((known) => known.caption === menu.caption);
    if (same >= 0) this.menus[same] = menu;
    else this.menus.push(menu);
  }

  activate(place: Parameters<UiPort["activate"]>[0]): void {
    this.show({ kind: "activate", ...place });
  }
}
