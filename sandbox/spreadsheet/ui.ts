// The user interface of the spreadsheet's window: menus, alerts, prompts, sidebars and dialogs.
import {
  type EnumValue,
  type Execution,
  GoogleError,
  type MenuEntry,
  ServiceObject,
  type UiPort,
} from "../kernel/contract";
import { Button, ButtonSet, named } from "./enums";

type Buttons = "OK" | "OK_CANCEL" | "YES_NO" | "YES_NO_CANCEL";

/** The part of HtmlOutput that a window needs. */
type Page = ServiceObject & {
  getContent(): string;
  getTitle(): string | null;
  getWidth(): number | null;
  getHeight(): number | null;
};

/** A menu under construction. */
export class Menu extends ServiceObject {
  readonly typeName = "Base.Menu";
  private readonly entries: MenuEntry[] = [];
  constructor(
    exec: Execution,
    private readonly caption: string,
    private readonly addon: boolean,
  ) {
    super(exec);
  }
  addItem(caption: string, functionName: string): this {
    this.entries.push({ kind: "item", caption, functionName });
    return this;
  }
  addSeparator(): this {
    this.entries.push({ kind: "separator" });
    return this;
  }
  addSubMenu(menu: Menu): this {
    this.entries.push(menu.tree());
    return this;
  }
  addToUi(): void {
    if (this.entries.length === 0) throw new GoogleError("The menu must have at least one item.");
    uiOf(this.exec).addMenu(this.tree());
  }
  /** The menu as a tree. */
  tree(): MenuEntry & { kind: "menu" } {
    return { kind: "menu", caption: this.caption, addon: this.addon, entries: this.entries };
  }
}

/** What the user answered. */
export class PromptResponse extends ServiceObject {
  readonly typeName = "Base.PromptResponse";
  constructor(
    exec: Execution,
    private readonly button: EnumValue,
    private readonly text: string,
  ) {
    super(exec);
  }
  getResponseText(): string {
    return this.text;
  }
  getSelectedButton(): EnumValue {
    return this.button;
  }
}

/** The window of an execution; refuses where there is none, as in a time trigger. */
function uiOf(exec: Execution): UiPort {
  if (!exec.ui) throw new GoogleError("Cannot call SpreadsheetApp.getUi() from this context.");
  return exec.ui;
}

/** Arguments of alert and prompt: (prompt), (prompt, buttons) or (title, prompt, buttons). */
function question(args: (string | EnumValue | null | undefined)[]): {
  title: string;
  prompt: string;
  buttons: Buttons;
} {
  const texts = args.filter((arg): arg is string => typeof arg === "string");
  const set = args.find((arg): arg is EnumValue => typeof arg === "object" && arg !== null);
  const buttons = (set?.name ?? "OK") as Buttons;
  return texts.length > 1
    ? { title: texts[0] ?? "", prompt: texts[1] ?? "", buttons }
    : { title: "", prompt: texts[0] ?? "", buttons };
}

/** The user interface. */
export class Ui extends ServiceObject {
  readonly typeName = "Base.Ui";
  readonly Button = Button;
  readonly ButtonSet = ButtonSet;

  constructor(exec: Execution) {
    super(exec);
    uiOf(exec);
  }

  createMenu(caption: string): Menu {
    return new Menu(this.exec, caption, false);
  }
  createAddonMenu(): Menu {
    return new Menu(this.exec, "", true);
  }
  alert(...args: (string | EnumValue | null)[]): EnumValue {
    return named(Button, uiOf(this.exec).alert(question(args)));
  }
  prompt(...args: (string | EnumValue | null)[]): PromptResponse {
    const { button, text } = uiOf(this.exec).prompt(question(args));
    return new PromptResponse(this.exec, named(Button, button), text);
  }
  showSidebar(page: Page): void {
    uiOf(this.exec).showSidebar({ title: page.getTitle() ?? "", html: page.getContent() });
  }
  showModalDialog(page: Page, title: string): void {
    this.showDialog(page, title, true);
  }
  showModelessDialog(page: Page, title: string): void {
    this.showDialog(page, title, false);
  }
  private showDialog(page: Page, title: string, modal: boolean): void {
    const [width, height] = [page.getWidth() ?? 600, page.getHeight() ?? 400];
    uiOf(this.exec).showDialog({ title, html: page.getContent(), width, height, modal });
  }
}
