// The hands and eyes of a curator in the browser: the menu, sidebars, tabs, cells, mail, documents.
import { strict as assert } from "node:assert";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { FrameLocator, Locator, Page } from "playwright-core";
import { faultsOfFrame } from "./accessibility";
import { smallPng } from "./smallPng";
import { SCREEN, type Stand } from "./stand";

const MENU = "Наставничество";
/** Under the hidden row of keys and the headings. */
const FIRST_RECORD = 3;

/** A sidebar or dialog: its frame as a person sees it. */
export interface Panel {
  frame: FrameLocator;
  title: string;
}

/** A curator at the keyboard. */
export class Office {
  readonly page: Page;

  constructor(
    readonly stand: Stand,
    /** Where pictures for the guides go; null when none are wanted. */
    private readonly pictures: string | null,
  ) {
    this.page = stand.page;
  }

  /** Chooses an item of the menu and waits until its page has loaded what it shows. */
  async open(item: string): Promise<Panel> {
    await this.closePanel();
    await this.chooseItem(item);
    return this.panel(item);
  }

  /** Opens the menu and clicks an item, without waiting for what comes of it. */
  async chooseItem(item: string): Promise<void> {
    await this.place("Таблица");
    await this.openMenu();
    await this.page.getByRole("menuitem", { name: item, exact: true }).click();
  }

  async openMenu(): Promise<void> {
    await this.page.getByRole("menubar").getByRole("button", { name: MENU }).click();
  }

  /** The page that an item has opened, once it has something to show. */
  async panel(title: string): Promise<Panel> {
    const frame = this.page.frameLocator(`section[aria-label="${title}"] iframe`);
    await frame.getByRole("heading", { level: 1, name: title }).waitFor();
    await this.ready(frame);
    await this.takesTheMouse();
    return { frame, title };
  }

  /**
   * Waits until the page over the sheet feels the mouse. It is a frame of another origin, a process of its own: for a
   * moment after it is shown (again), Chromium still sends clicks on it to the window around it.
   */
  private async takesTheMouse(): Promise<void> {
    const shown = this.page.locator("iframe.script-frame").last();
    if (!(await shown.isVisible())) return;
    const box = await shown.boundingBox();
    assert.ok(box, "the page over the sheet has no place");
    const inner = shown.contentFrame().locator("body");
    await inner.evaluate((body) => {
      delete body.dataset["felt"];
      addEventListener("mousemove", () => (body.dataset["felt"] = "yes"), { once: true });
    });
    let step = 0;
    await until(
      "the mouse over the page",
      async () => {
        step = (step + 1) % 10;
        await this.page.mouse.move(box.x + box.width / 2 + step, box.y + box.height / 2);
        return inner.getAttribute("data-felt");
      },
      (felt) => felt === "yes",
    );
  }

  /** Waits until nothing in a panel is being loaded. */
  async ready(frame: FrameLocator): Promise<void> {
    await frame.locator("main > *").nth(1).waitFor();
    await frame.locator(".busy").waitFor({ state: "detached" });
  }

  /** Presses a button of a panel and waits until it has done its work. */
  async press(panel: Panel, name: string | RegExp): Promise<void> {
    await panel.frame.getByRole("button", { name, exact: true }).click();
    await this.settled(panel);
  }

  /** Nothing in a panel is at work any more. */
  async settled({ frame }: Panel): Promise<void> {
    await frame.locator("[aria-busy=true], .busy").first().waitFor({ state: "detached" });
  }

  async closePanel(): Promise<void> {
    const close = this.page.getByRole("button", { name: "Закрыть панель" });
    if (await close.isVisible()) await close.click();
    await close.waitFor({ state: "detached" });
  }

  /** Goes to another place of the office by the rail. */
  async place(name: string): Promise<void> {
    const link = this.page.getByRole("navigation").getByRole("link", { name, exact: true });
    await link.click();
    await this.page.locator(`nav a[aria-current="page"]`, { hasText: name }).waitFor();
    await this.takesTheMouse();
  }

  /** Waits until exactly these tabs are shown. */
  async hasTabs(names: readonly string[]): Promise<void> {
    const tabs = this.page.getByRole("tablist", { name: "Листы" }).getByRole("tab");
    const wanted = JSON.stringify(names);
    await until(
      "the tabs",
      () => tabs.allInnerTexts(),
      (shown) => JSON.stringify(shown) === wanted,
    );
  }

  async openTab(name: string): Promise<void> {
    await this.place("Таблица");
    const tab = this.page.getByRole("tablist", { name: "Листы" }).getByRole("tab", { name, exact: true });
    await tab.click();
    await this.page.locator(`[role=tab][aria-selected=true]`, { hasText: name }).waitFor();
  }

  /** A cell with this text on the open tab. */
  cell(text: string | RegExp): Locator {
    return this.page.getByRole("gridcell").filter({ hasText: text }).first();
  }

  cellAt(a1: string): Locator {
    return this.page.getByTestId(`cell-${a1}`);
  }

  /** The letter of the column with a heading on the open tab. */
  async columnOf(heading: string): Promise<string> {
    const id = await this.page
      .getByRole("gridcell")
      .getByText(heading, { exact: true })
      .first()
      .evaluate((found) => {
        return found.closest("[role=gridcell]")?.id ?? "";
      });
    return id.replace(/^cell-([A-Z]+)\d+$/, "$1");
  }

  /** How many records the open tab holds, of two at least: from the first one, Ctrl+↓ leads to the last. */
  async records(): Promise<number> {
    await this.goTo(`A${FIRST_RECORD}`);
    assert.notEqual(await this.cellAt(`A${FIRST_RECORD}`).innerText(), "", "moving about has emptied a cell");
    await this.page.keyboard.press("Control+ArrowDown");
    const box = this.page.getByLabel("Адрес ячейки");
    const address = await until(
      "the last record",
      () => box.inputValue(),
      (value) => value !== `A${FIRST_RECORD}`,
    );
    return Number(/\d+/.exec(address)?.[0] ?? "0") - FIRST_RECORD + 1;
  }

  /** Types into a cell over what is there. */
  async type(a1: string, text: string): Promise<void> {
    await this.goTo(a1);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press("Enter");
    await this.cellAt(a1).filter({ hasText: text }).waitFor();
  }

  /** Selects a cell by its address. */
  async goTo(a1: string): Promise<void> {
    const box = this.page.getByLabel("Адрес ячейки");
    await box.fill(a1);
    await box.press("Enter");
    await this.page.locator(`.cell.active#cell-${a1}`).waitFor();
  }

  /** Moves the sandbox's clock to a morning, «2027-05-17». */
  async passUntil(day: string): Promise<void> {
    await this.page.getByRole("button", { name: /^Часы песочницы/ }).click();
    await this.page.getByRole("menuitem", { name: "К дате…" }).click();
    const dialog = this.page.getByRole("dialog", { name: "Перевести часы к дате" });
    await dialog.getByLabel("Наступит утро, 9:00").fill(day);
    await dialog.getByRole("button", { name: "Перевести" }).click();
    await this.noticed(/Сработало|Ни один триггер/);
  }

  /** Waits for a message in the corner, reads it and closes it. */
  async noticed(text: RegExp): Promise<string> {
    const toast = this.page.locator(".toast").filter({ hasText: text });
    await toast.waitFor();
    const said = await toast.innerText();
    assert.equal(await toast.getAttribute("role"), "status", `an error was shown: ${said}`);
    await toast.getByRole("button", { name: "Закрыть сообщение" }).click();
    return said;
  }

  /** Everybody who was written to and has not answered does so. Gives how many. */
  async everybodyAnswers(): Promise<number> {
    await this.place("Почта");
    await this.page.getByRole("button", { name: /^Пусть ответят все \(\d+\)$/ }).click();
    const said = await this.noticed(/Отправлено/);
    return Number(/Отправлено: (\d+)/.exec(said)?.[1]);
  }

  /** The figure with a label in a panel. */
  async figure({ frame }: Panel, label: string): Promise<string> {
    return frame
      .locator(".figure")
      .filter({ has: frame.getByText(label, { exact: true }) })
      .first()
      .locator("b")
      .innerText();
  }

  /** The document that a link of a panel leads to, and its text. The caller closes the page. */
  async document(link: Locator): Promise<{ page: Page; text: string }> {
    const page = await this.stand.opened(() => link.click());
    const paper = page.getByTestId("document");
    await paper.locator("section.docx").first().waitFor();
    return { page, text: (await paper.innerText()).replaceAll("\u00a0", " ").replace(/\s+/g, " ") };
  }

  /** Holds a panel against what everybody must be able to do with it. */
  async usableByAll(panel: Panel): Promise<void> {
    const faults = await faultsOfFrame(this.page, panel.frame);
    assert.deepEqual(faults, [], `«${panel.title}» is not usable by all:\n${faults.join("\n")}`);
  }

  /** A picture for the guides, if pictures are wanted. */
  async picture(name: string, page: Page = this.page): Promise<void> {
    if (this.pictures === null) return;
    mkdirSync(this.pictures, { recursive: true });
    await page.mouse.move(SCREEN.width - 1, SCREEN.height - 1);
    await page.locator(".status.done, .toast").first().waitFor({ state: "detached" });
    writeFileSync(path.join(this.pictures, `${name}.png`), smallPng(await page.screenshot()));
  }
}

/** Waits until something on the screen is so, and fails with what it was instead. */
async function until<T>(what: string, read: () => Promise<T>, is: (value: T) => boolean): Promise<T> {
  const patience = Date.now() + 30_000;
  let last = await read();
  while (!is(last)) {
    assert.ok(Date.now() < patience, `${what}: ${JSON.stringify(last)}`);
    last = await read();
  }
  return last;
}
