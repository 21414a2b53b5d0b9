// HtmlService: pages for sidebars and dialogs, from text, from the project's files, or from templates.
import { type Execution, GoogleError, ServiceObject } from "../kernel/contract";
import type { ScriptExecution } from "../kernel/execution";
import { Blob, type BlobSource, encode } from "./blob";
import { SANDBOX_MODE, X_FRAME_OPTIONS_MODE } from "./enums";
import { compileTemplate, escapeHtml } from "./template";

const META_TAGS = [
  "apple-mobile-web-app-capable",
  "apple-mobile-web-app-status-bar-style",
  "google-site-verification",
  "mobile-web-app-capable",
  "viewport",
];

export class HtmlService extends ServiceObject {
  readonly typeName = "HTML.HtmlService";
  readonly SandboxMode = SANDBOX_MODE;
  readonly XFrameOptionsMode = X_FRAME_OPTIONS_MODE;

  constructor(private readonly execution: ScriptExecution & Execution) {
    super(execution);
  }

  createHtmlOutput(html: string | BlobSource | null = ""): HtmlOutput {
    return new HtmlOutput(this.execution, textFrom(html));
  }

  createHtmlOutputFromFile(filename: string | null): HtmlOutput {
    return new HtmlOutput(this.execution, this.read(filename));
  }

  createTemplate(html: string | BlobSource | null): HtmlTemplate {
    return new HtmlTemplate(this.execution, textFrom(html));
  }

  createTemplateFromFile(filename: string | null): HtmlTemplate {
    return new HtmlTemplate(this.execution, this.read(filename));
  }

  getUserAgent(): string {
    return "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36";
  }

  private read(filename: string | null): string {
    const { files } = this.exec.script;
    const text = files[`${filename ?? ""}.html`] ?? (filename?.endsWith(".html") ? files[filename] : undefined);
    if (text === undefined) throw new GoogleError(`No HTML file named ${filename ?? "null"} was found.`);
    return text;
  }
}

class HtmlOutput extends ServiceObject {
  readonly typeName = "HTML.HtmlOutput";
  private title = "";
  private width: number | null = null;
  private height: number | null = null;
  private favicon: string | null = null;
  private readonly meta: HtmlOutputMetaTag[] = [];

  constructor(
    private readonly execution: ScriptExecution & Execution,
    private content: string,
  ) {
    super(execution);
  }

  addMetaTag(name: string, content: string): this {
    if (!META_TAGS.includes(name)) {
      throw new GoogleError(`The meta tag you specified is not allowed in this context.`);
    }
    this.meta.push(new HtmlOutputMetaTag(this.exec, name, content));
    return this;
  }

  append(addedContent: string): this {
    this.content += addedContent;
    return this;
  }

  appendUntrusted(addedContent: string): this {
    this.content += escapeHtml(addedContent);
    return this;
  }

  asTemplate(): HtmlTemplate {
    return new HtmlTemplate(this.execution, this.content);
  }

  clear(): this {
    this.content = "";
    return this;
  }

  getAs(contentType: string): Blob {
    return this.getBlob().setContentType(contentType);
  }

  getBlob(): Blob {
    return new Blob(this.exec, encode(this.content, "UTF-8"), "text/html", `${this.title || "output"}.html`);
  }

  getContent(): string {
    return this.content;
  }

  getFaviconUrl(): string | null {
    return this.favicon;
  }

  getHeight(): number | null {
    return this.height;
  }

  getMetaTags(): HtmlOutputMetaTag[] {
    return [...this.meta];
  }

  getTitle(): string {
    return this.title;
  }

  getWidth(): number | null {
    return this.width;
  }

  setContent(content: string): this {
    this.content = content;
    return this;
  }

  setFaviconUrl(iconUrl: string): this {
    this.favicon = iconUrl;
    return this;
  }

  setHeight(height: number): this {
    this.height = height;
    return this;
  }

  /** Only IFRAME is left; the others are accepted and mean the same. */
  setSandboxMode(): this {
    return this;
  }

  setTitle(title: string): this {
    this.title = title;
    return this;
  }

  setWidth(width: number): this {
    this.width = width;
    return this;
  }

  /** Matters to web apps only. */
  setXFrameOptionsMode(): this {
    return this;
  }
}

class HtmlOutputMetaTag extends ServiceObject {
  readonly typeName = "HTML.HtmlOutputMetaTag";

  constructor(
    exec: Execution,
    private readonly name: string,
    private readonly content: string,
  ) {
    super(exec);
  }

  getContent(): string {
    return this.content;
  }

  getName(): string {
    return this.name;
  }
}

class HtmlTemplate extends ServiceObject {
  readonly typeName = "HTML.HtmlTemplate";

  constructor(
    private readonly execution: ScriptExecution & Execution,
    private readonly source: string,
  ) {
    super(execution);
  }

  /** Runs the scriptlets once, with the properties that the script put on the template as variables. */
  evaluate(): HtmlOutput {
    return new HtmlOutput(this.execution, this.execution.runTemplate(this, [], compileTemplate(this.source)));
  }

  getCode(): string {
    return compileTemplate(this.source);
  }

  getCodeWithComments(): string {
    return compileTemplate(this.source);
  }

  getRawContent(): string {
    return this.source;
  }
}

function textFrom(html: string | BlobSource | null): string {
  return typeof html === "string" || html === null ? (html ?? "") : html.getBlob().getDataAsString();
}
