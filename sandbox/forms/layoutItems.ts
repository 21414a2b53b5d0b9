// The items that ask nothing: headings, page breaks, pictures, videos.

import { type EnumValue, type Execution, GoogleError } from "../kernel/contract";
import { Alignment, PageNavigationType } from "./enums";
import { ItemView } from "./item";
import { type FormState, type Navigation, pageBreakNamed } from "./state";

/** A script's argument for «where to»: a page break, or a kind of navigation. */
export type Destination = PageBreakItem | EnumValue;

/** @throws GoogleError for GO_TO_PAGE without a page. */
export function navigationTo(destination: Destination): Navigation {
  if (destination instanceof PageBreakItem) return { type: "GO_TO_PAGE", pageId: destination.getId() };
  for (const type of ["CONTINUE", "RESTART", "SUBMIT"] as const) {
    if (destination === PageNavigationType[type]) return { type };
  }
  throw new GoogleError("Invalid argument: navigationType");
}

/** The page break that a navigation leads to; null if it leads to none, or to one that is gone. */
export function pageOf(exec: Execution, form: FormState, goTo: Navigation | undefined): PageBreakItem | null {
  const page = goTo?.pageId === undefined ? undefined : pageBreakNamed(form, goTo.pageId);
  return page ? new PageBreakItem(exec, form, page.id) : null;
}

export class SectionHeaderItem extends ItemView {
  readonly typeName = "Forms.SectionHeaderItem";
}

/** The start of a page. Its navigation applies to the page *before* it. */
export class PageBreakItem extends ItemView {
  readonly typeName = "Forms.PageBreakItem";

  getGoToPage(): PageBreakItem | null {
    return pageOf(this.exec, this.form, this.state.goTo);
  }

  getPageNavigationType(): EnumValue {
    return PageNavigationType[this.state.goTo?.type ?? "CONTINUE"];
  }

  setGoToPage(destination: Destination): this {
    this.state.goTo = navigationTo(destination);
    return this;
  }
}

interface Picture {
  getBytes(): number[];
  getContentType(): string | null;
}

abstract class MediaItem extends ItemView {
  protected get media(): { content: string; contentType: string; width: number; alignment: string } {
    const { media } = this.state;
    if (!media) throw new GoogleError(`Invalid conversion for item type: ${this.state.kind}.`);
    return media;
  }

  getAlignment(): EnumValue {
    return Object.values(Alignment).find((value) => value.name === this.media.alignment) ?? Alignment.LEFT;
  }

  setAlignment(alignment: EnumValue): this {
    this.media.alignment = alignment.name;
    return this;
  }

  getWidth(): number {
    return this.media.width;
  }

  setWidth(width: number): this {
    this.media.width = Math.trunc(width);
    return this;
  }
}

export class ImageItem extends MediaItem {
  readonly typeName = "Forms.ImageItem";

  setImage(image: { getBlob(): Picture }): this {
    const blob = image.getBlob();
    this.media.content = this.exec.world.blobs.put(Uint8Array.from(blob.getBytes(), (byte) => byte & 255));
    this.media.contentType = blob.getContentType() ?? "image/png";
    return this;
  }
}

export class VideoItem extends MediaItem {
  readonly typeName = "Forms.VideoItem";

  setVideoUrl(youtubeUrl: string): this {
    if (!/^https?:\/\/(www\.)?(youtube\.com|youtu\.be)\//.test(youtubeUrl)) {
      throw new GoogleError("Invalid argument: youtubeUrl");
    }
    this.media.content = youtubeUrl;
    return this;
  }
}
