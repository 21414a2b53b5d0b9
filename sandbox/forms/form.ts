// A form as scripts hold it: settings, items, responses.

import { type EnumValue, type Execution, GoogleError, ServiceObject } from "../kernel/contract";
import { User } from "../base/session";
import { linkDestination, unlinkDestination } from "./destination";
import { DestinationType } from "./enums";
import type { ItemView } from "./item";
import { Item } from "./item";
import { type ViewOf, viewOf } from "./kinds";
import { editUrl, formAt, publishedUrl, shortUrl, summaryUrl } from "./links";
import { FormResponse } from "./responses";
import { addItem, type FormState, type ItemKind, removeItem, responsesInOrder } from "./state";
import { addressOf, type Person } from "./people";

/** Settings that are a plain yes or no. */
type Flag = {
  [K in keyof FormState]: FormState[K] extends boolean ? K : never;
}[keyof FormState];

export class Form extends ServiceObject {
  readonly typeName = "Forms.Form";

  constructor(
    exec: Execution,
    private readonly state: FormState,
  ) {
    super(exec);
  }

  private set(flag: Flag, enabled: boolean): this {
    this.state[flag] = enabled;
    return this;
  }

  private add<K extends ItemKind>(kind: K): ViewOf<K> {
    return viewOf(this.exec, this.state, kind, addItem(this.exec.world, this.state, kind).id);
  }

  getId(): string {
    return this.state.id;
  }
  getEditUrl(): string {
    return editUrl(this.state);
  }
  getPublishedUrl(): string {
    return publishedUrl(this.state);
  }
  getSummaryUrl(): string {
    return summaryUrl(this.state);
  }
  shortenFormUrl(url: string): string {
    const form = formAt(this.exec.world, url);
    if (!form) throw new GoogleError("Invalid argument: url");
    return shortUrl(form);
  }

  /** The title that respondents see; a new form has none, whatever its file is called. */
  getTitle(): string {
    return this.state.title;
  }
  setTitle(title: string): this {
    this.state.title = title;
    return this;
  }
  getDescription(): string {
    return this.state.description;
  }
  setDescription(description: string | null): this {
    this.state.description = description ?? "";
    return this;
  }
  getConfirmationMessage(): string {
    return this.state.confirmation;
  }
  setConfirmationMessage(message: string | null): this {
    this.state.confirmation = message ?? "";
    return this;
  }
  getCustomClosedFormMessage(): string {
    return this.state.closedMessage;
  }
  setCustomClosedFormMessage(message: string | null): this {
    this.state.closedMessage = message ?? "";
    return this;
  }

  supportsAdvancedResponderPermissions(): boolean {
    return this.state.supportsPublishing;
  }
  private demandPublishing(): void {
    if (!this.state.supportsPublishing) throw new GoogleError("This form does not support publishing.");
  }
  isPublished(): boolean {
    this.demandPublishing();
    return this.state.published;
  }
  /** Publishing also opens the form for responses, and the reverse. */
  setPublished(enabled: boolean): this {
    this.demandPublishing();
    return this.set("published", enabled).set("accepting", enabled);
  }
  isAcceptingResponses(): boolean {
    return this.state.accepting;
  }
  setAcceptingResponses(enabled: boolean): this {
    if (enabled && this.state.supportsPublishing && !this.state.published) {
      throw new GoogleError("Cannot accept responses on an unpublished form.");
    }
    return this.set("accepting", enabled);
  }

  collectsEmail(): boolean {
    return this.state.collectsEmail;
  }
  setCollectEmail(collect: boolean): this {
    return this.set("collectsEmail", collect);
  }
  hasLimitOneResponsePerUser(): boolean {
    return this.state.limitOne;
  }
  setLimitOneResponsePerUser(enabled: boolean): this {
    return this.set("limitOne", enabled);
  }
  canEditResponse(): boolean {
    return this.state.allowEdits;
  }
  setAllowResponseEdits(enabled: boolean): this {
    return this.set("allowEdits", enabled);
  }
  hasProgressBar(): boolean {
    return this.state.progressBar;
  }
  setProgressBar(enabled: boolean): this {
    return this.set("progressBar", enabled);
  }
  getShuffleQuestions(): boolean {
    return this.state.shuffle;
  }
  setShuffleQuestions(shuffle: boolean): this {
    return this.set("shuffle", shuffle);
  }
  requiresLogin(): boolean {
    return this.state.requiresLogin;
  }
  setRequireLogin(requireLogin: boolean): this {
    return this.set("requiresLogin", requireLogin);
  }
  isPublishingSummary(): boolean {
    return this.state.publishingSummary;
  }
  setPublishingSummary(enabled: boolean): this {
    return this.set("publishingSummary", enabled);
  }
  hasRespondAgainLink(): boolean {
    return this.state.respondAgainLink;
  }
  setShowLinkToRespondAgain(enabled: boolean): this {
    return this.set("respondAgainLink", enabled);
  }
  isQuiz(): boolean {
    return this.state.quiz;
  }
  setIsQuiz(enabled: boolean): this {
    return this.set("quiz", enabled);
  }

  addCheckboxGridItem(): ViewOf<"CHECKBOX_GRID"> {
    return this.add("CHECKBOX_GRID");
  }
  addCheckboxItem(): ViewOf<"CHECKBOX"> {
    return this.add("CHECKBOX");
  }
  addDateItem(): ViewOf<"DATE"> {
    return this.add("DATE");
  }
  addDateTimeItem(): ViewOf<"DATETIME"> {
    return this.add("DATETIME");
  }
  addDurationItem(): ViewOf<"DURATION"> {
    return this.add("DURATION");
  }
  addGridItem(): ViewOf<"GRID"> {
    return this.add("GRID");
  }
  addImageItem(): ViewOf<"IMAGE"> {
    return this.add("IMAGE");
  }
  addListItem(): ViewOf<"LIST"> {
    return this.add("LIST");
  }
  addMultipleChoiceItem(): ViewOf<"MULTIPLE_CHOICE"> {
    return this.add("MULTIPLE_CHOICE");
  }
  addPageBreakItem(): ViewOf<"PAGE_BREAK"> {
    return this.add("PAGE_BREAK");
  }
  addParagraphTextItem(): ViewOf<"PARAGRAPH_TEXT"> {
    return this.add("PARAGRAPH_TEXT");
  }
  addRatingItem(): ViewOf<"RATING"> {
    return this.add("RATING");
  }
  addScaleItem(): ViewOf<"SCALE"> {
    return this.add("SCALE");
  }
  addSectionHeaderItem(): ViewOf<"SECTION_HEADER"> {
    return this.add("SECTION_HEADER");
  }
  addTextItem(): ViewOf<"TEXT"> {
    return this.add("TEXT");
  }
  addTimeItem(): ViewOf<"TIME"> {
    return this.add("TIME");
  }
  addVideoItem(): ViewOf<"VIDEO"> {
    return this.add("VIDEO");
  }

  getItems(itemType: EnumValue | null = null): Item[] {
    return this.state.items
      .filter((item) => itemType === null || item.kind === itemType.name)
      .map((item) => new Item(this.exec, this.state, item.id));
  }

  getItemById(id: number): Item | null {
    const found = this.state.items.some((item) => item.id === id);
    return found ? new Item(this.exec, this.state, id) : null;
  }

  private indexOf(item: number | ItemView): number {
    const index = typeof item === "number" ? item : item.getIndex();
    if (!this.state.items[index]) throw new GoogleError("Invalid argument: index");
    return index;
  }

  deleteItem(item: number | ItemView): void {
    removeItem(this.state, this.indexOf(item));
  }

  moveItem(item: number | ItemView, to: number): Item {
    const from = this.indexOf(item);
    const target = this.indexOf(to);
    const moved = this.state.items.splice(from, 1);
    this.state.items.splice(target, 0, ...moved);
    return new Item(this.exec, this.state, moved[0]?.id ?? 0);
  }

  createResponse(): FormResponse {
    return new FormResponse(this.exec, this.state, null);
  }

  /** All responses, or those submitted at that moment or later. */
  getResponses(timestamp: Date | null = null): FormResponse[] {
    return responsesInOrder(this.state)
      .filter((response) => timestamp === null || response.submittedAt >= timestamp.getTime())
      .map((response) => new FormResponse(this.exec, this.state, response));
  }

  getResponse(responseId: string): FormResponse {
    const response = this.state.responses.find((each) => each.id === responseId);
    if (!response) throw new GoogleError("No response with the given ID exists for this form.");
    return new FormResponse(this.exec, this.state, response);
  }

  deleteAllResponses(): this {
    this.state.responses = [];
    return this;
  }

  deleteResponse(responseId: string): this {
    this.getResponse(responseId);
    this.state.responses = this.state.responses.filter((response) => response.id !== responseId);
    return this;
  }

  private get destination(): NonNullable<FormState["destination"]> {
    if (!this.state.destination) throw new GoogleError("The form currently has no response destination.");
    return this.state.destination;
  }
  getDestinationId(): string {
    return this.destination.spreadsheetId;
  }
  getDestinationType(): EnumValue {
    return this.destination && DestinationType.SPREADSHEET;
  }
  /** Responses go to a new tab of the spreadsheet from now on; those there are go there at once. */
  setDestination(_type: EnumValue, id: string): this {
    const file = this.exec.files.find(id);
    if (!file || file.trashed || !this.exec.files.canWrite(file, this.exec.effectiveUser)) {
      throw new GoogleError("Invalid argument: id");
    }
    linkDestination(this.exec.world, this.state, id);
    return this;
  }
  removeDestination(): this {
    unlinkDestination(this.exec.world, this.state);
    return this;
  }

  getEditors(): User[] {
    const permissions = this.exec.files.find(this.state.id)?.permissions ?? [];
    const editors = permissions.filter((each) => each.role === "writer" || each.role === "owner");
    return editors.map((each) => new User(this.exec, each.emailAddress ?? ""));
  }
  addEditor(person: Person): this {
    const emailAddress = addressOf(person);
    const permissions = this.exec.files.find(this.state.id)?.permissions;
    const known = permissions?.find((each) => each.emailAddress === emailAddress);
    if (!known) {
      permissions?.push({ id: this.exec.world.newId("permission"), type: "user", role: "writer", emailAddress });
    } else if (known.role !== "owner") known.role = "writer";
    return this;
  }
  addEditors(emailAddresses: string[]): this {
    emailAddresses.forEach((address) => this.addEditor(address));
    return this;
  }
  removeEditor(person: Person): this {
    const file = this.exec.files.find(this.state.id);
    if (file) {
      file.permissions = file.permissions.filter(
        (each) => each.role === "owner" || each.emailAddress !== addressOf(person),
      );
    }
    return this;
  }

  getPublishedReaders(): User[] {
    return this.state.publishedReaders.map((email) => new User(this.exec, email));
  }
  addPublishedReader(person: Person): this {
    this.demandPublishing();
    const email = addressOf(person);
    if (!this.state.publishedReaders.includes(email)) this.state.publishedReaders.push(email);
    return this;
  }
  addPublishedReaders(emailAddresses: string[]): this {
    emailAddresses.forEach((address) => this.addPublishedReader(address));
    return this;
  }
  removePublishedReader(person: Person): this {
    this.demandPublishing();
    this.state.publishedReaders = this.state.publishedReaders.filter((email) => email !== addressOf(person));
    return this;
  }
}
