// The service FormApp: creating and opening forms.

import { GoogleError, ServiceObject } from "../kernel/contract";
import { Alignment, DestinationType, FeedbackType, ItemType, PageNavigationType, RatingIconType } from "./enums";
import { QuizFeedbackBuilder } from "./feedback";
import { Form } from "./form";
import { idInEditUrl } from "./links";
import { type FormState, formsOf } from "./state";
import {
  CheckboxGridValidationBuilder,
  CheckboxValidationBuilder,
  GridValidationBuilder,
  ParagraphTextValidationBuilder,
  TextValidationBuilder,
} from "./validation";

const FORM = "application/vnd.google-apps.form";

export class FormApp extends ServiceObject {
  readonly typeName = "Forms.FormApp";
  readonly Alignment = Alignment;
  readonly DestinationType = DestinationType;
  readonly FeedbackType = FeedbackType;
  readonly ItemType = ItemType;
  readonly PageNavigationType = PageNavigationType;
  readonly RatingIconType = RatingIconType;

  /** A new form, owned by the account that the script works for. The title becomes the file's name only. */
  create(title: string | null, isPublished: boolean | null = true): Form {
    if (title === null || title === "") throw new GoogleError("Invalid argument: title");
    const { world, effectiveUser } = this.exec;
    const id = world.newId("form");
    this.exec.files.create({ id, name: title, mimeType: FORM, owner: effectiveUser });
    const published = isPublished ?? true;
    const form: FormState = {
      id,
      publishedId: `1FAIpQLS${world.newId("form")}`,
      shortId: world.newId("other").slice(0, 17),
      title: "",
      description: "",
      confirmation: "",
      closedMessage: "",
      published,
      accepting: published,
      supportsPublishing: true,
      collectsEmail: false,
      limitOne: false,
      allowEdits: false,
      progressBar: false,
      shuffle: false,
      requiresLogin: false,
      publishingSummary: false,
      respondAgainLink: true,
      quiz: false,
      publishedReaders: [],
      destination: null,
      items: [],
      responses: [],
    };
    formsOf(world)[id] = form;
    return new Form(this.exec, form);
  }

  /** @throws GoogleError if the form is missing, in the trash, or not the user's to edit: Google tells them not apart. */
  openById(id: string): Form {
    const form = formsOf(this.exec.world)[id];
    const file = form && this.exec.files.find(id);
    if (!form || !file || file.trashed || !this.exec.files.canWrite(file, this.exec.effectiveUser)) {
      throw new GoogleError("No item with the given ID could be found, or you do not have permission to access it.");
    }
    return new Form(this.exec, form);
  }

  openByUrl(url: string): Form {
    const id = idInEditUrl(url);
    if (id === null) throw new GoogleError("Invalid argument: url");
    return this.openById(id);
  }

  /** The form that the script is bound to: null for a script bound to a spreadsheet. */
  getActiveForm(): Form | null {
    const form = formsOf(this.exec.world)[this.exec.script.containerId ?? ""];
    return form ? new Form(this.exec, form) : null;
  }

  createCheckboxGridValidation(): CheckboxGridValidationBuilder {
    return new CheckboxGridValidationBuilder(this.exec);
  }
  createCheckboxValidation(): CheckboxValidationBuilder {
    return new CheckboxValidationBuilder(this.exec);
  }
  createGridValidation(): GridValidationBuilder {
    return new GridValidationBuilder(this.exec);
  }
  createParagraphTextValidation(): ParagraphTextValidationBuilder {
    return new ParagraphTextValidationBuilder(this.exec);
  }
  createTextValidation(): TextValidationBuilder {
    return new TextValidationBuilder(this.exec);
  }
  createFeedback(): QuizFeedbackBuilder {
    return new QuizFeedbackBuilder(this.exec);
  }
}
