// What everybody must be able to do with a sidebar: know each control by its name, reach it by Tab, read its text.
import type { Frame, FrameLocator, Page } from "playwright-core";

/** WCAG 2.2 AA: 4.5 to 1 for text, 3 to 1 for large text. */
const CONTRAST = { text: 4.5, large: 3 };

/** Sentences about what is wrong; empty when all is well. */
export async function faultsOfFrame(page: Page, locator: FrameLocator): Promise<string[]> {
  const element = await locator.owner().elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) return ["the frame is gone"];
  return [
    ...(await frame.evaluate(lookAtControls)),
    ...(await frame.evaluate(lookAtColours, CONTRAST)),
    ...(await tabFaults(page, frame)),
  ];
}

/** Runs in the page: names of controls, headings, nothing cut off at the side. */
function lookAtControls(): string[] {
  const faults: string[] = [];
  const textOf = (element: Element): string => element.textContent.trim();
  const nameOf = (control: Element): string => {
    const label = control.getAttribute("aria-label") ?? "";
    if (label !== "") return label;
    const labels = [...((control as HTMLInputElement).labels ?? [])];
    if (labels.length > 0) return labels.map(textOf).join(" ");
    return control.matches("input, select, textarea") ? "" : textOf(control);
  };
  for (const control of document.querySelectorAll("button, input, select, textarea, a[href], summary, [tabindex]")) {
    if (control.checkVisibility() && nameOf(control) === "") faults.push(`no name: ${control.outerHTML.slice(0, 120)}`);
    if (Number(control.getAttribute("tabindex") ?? 0) > 0) faults.push(`tabindex above 0: ${nameOf(control)}`);
  }
  if (document.querySelector("h1, h2, h3, h4")?.tagName !== "H1") faults.push("the first heading is not h1");
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) faults.push(`wider than its window by ${scrollWidth - clientWidth} px`);
  return faults;
}

/** Runs in the page: every text stands out from what is behind it. Disabled controls are exempt. */
function lookAtColours(least: { text: number; large: number }): string[] {
  type Colour = [red: number, green: number, blue: number, alpha: number];
  const colourOf = (text: string): Colour => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
    return [red, green, blue, alpha];
  };
  const over = (top: Colour, bottom: Colour): Colour => {
    const mix = (a: number, b: number): number => a * top[3] + b * (1 - top[3]);
    return [mix(top[0], bottom[0]), mix(top[1], bottom[1]), mix(top[2], bottom[2]), 1];
  };
  const backgroundOf = (element: Element | null): Colour => {
    if (!element) return [255, 255, 255, 1];
    const own = colourOf(getComputedStyle(element).backgroundColor);
    return own[3] === 1 ? own : over(own, backgroundOf(element.parentElement));
  };
  const luminance = ([red, green, blue]: Colour): number => {
    const part = (value: number): number => {
      const share = value / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    };
    return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
  };
  const faults: string[] = [];
  const seen = new Set<string>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const text = walker.currentNode.textContent?.trim() ?? "";
    if (!element?.checkVisibility() || text === "" || element.closest("script, style, :disabled")) continue;
    const style = getComputedStyle(element);
    const background = backgroundOf(element);
    const [a, b] = [luminance(over(colourOf(style.color), background)), luminance(background)];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (contrast >= (isLarge ? least.large : least.text)) continue;
    const kind = `${style.color} on ${background.join(",")}`;
    if (!seen.has(kind)) faults.push(`contrast ${contrast.toFixed(2)} (${kind}): «${text.slice(0, 40)}»`);
    seen.add(kind);
  }
  return faults;
}

const TABBABLE = "a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary, [tabindex='0']";

/** Walks a panel with Tab: every control is reached, in the order in which it is read. */
async function tabFaults(page: Page, frame: Frame): Promise<string[]> {
  const expected = await frame.evaluate((selector) => {
    /** A group of radio buttons is one stop: the chosen one, or else the first that can be chosen. */
    const isStop = (one: HTMLElement, _at: number, shown: HTMLElement[]): boolean => {
      if (!(one instanceof HTMLInputElement) || one.type !== "radio" || one.name === "") return true;
      const group = shown.filter((other): other is HTMLInputElement => {
        return other instanceof HTMLInputElement && other.type === "radio" && other.name === one.name;
      });
      return one === (group.find(({ checked }) => checked) ?? group[0]);
    };
    const all = [...document.querySelectorAll<HTMLElement>(selector)]
      .filter((one) => one.checkVisibility())
      .filter(isStop);
    document.querySelectorAll("[data-tab-order]").forEach((one) => {
      one.removeAttribute("data-tab-order");
    });
    all.forEach((one, index) => {
      one.setAttribute("data-tab-order", String(index));
    });
    all[0]?.focus();
    return all.map((one) => one.textContent.trim().slice(0, 40) || one.getAttribute("type") || one.tagName);
  }, TABBABLE);
  const faults: string[] = [];
  for (let at = 0; at < expected.length && faults.length === 0; at += 1) {
    const reached = await frame.evaluate(() => Number(document.activeElement?.getAttribute("data-tab-order") ?? -1));
    // A date field holds several stops: day, month, year, the calendar.
    if (reached === at - 1) at -= 1;
    else if (reached !== at) faults.push(`Tab goes from «${expected[at - 1] ?? ""}» past «${expected[at] ?? ""}»`);
    await page.keyboard.press("Tab");
  }
  return faults;
}
