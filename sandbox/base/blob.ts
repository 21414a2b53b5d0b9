// Blobs: bytes with a type and a name, as services pass them to each other.
import { type Execution, GoogleError, ServiceObject } from "../kernel/contract";

const TYPES_BY_EXTENSION: Record<string, string> = {
  csv: "text/csv",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  gif: "image/gif",
  html: "text/html",
  jpg: "image/jpeg",
  json: "application/json",
  pdf: "application/pdf",
  png: "image/png",
  txt: "text/plain",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  zip: "application/zip",
};

/** A blob of one execution. */
export class Blob extends ServiceObject {
  readonly typeName = "Base.Blob";

  constructor(
    exec: Execution,
    private bytes: Uint8Array,
    private contentType: string | null = null,
    private name: string | null = null,
  ) {
    super(exec);
  }

  copyBlob(): Blob {
    return new Blob(this.exec, this.bytes, this.contentType, this.name);
  }

  /** Only into its own type: conversions belong to Drive. */
  getAs(contentType: string): Blob {
    if (contentType === this.contentType) return this.copyBlob();
    throw new GoogleError(
      `Blob object must have non-null data and be convertible from ${this.contentType ?? "null"} to ${contentType}.`,
    );
  }

  getBlob(): Blob {
    return this;
  }

  getBytes(): Uint8Array {
    return this.bytes;
  }

  getContentType(): string | null {
    return this.contentType;
  }

  getDataAsString(charset: string | null = "UTF-8"): string {
    return new TextDecoder(charset ?? "UTF-8").decode(this.bytes);
  }

  getName(): string | null {
    return this.name;
  }

  isGoogleType(): boolean {
    return this.contentType?.startsWith("application/vnd.google-apps.") ?? false;
  }

  setBytes(data: number[]): Blob {
    this.bytes = bytesFrom(data);
    return this;
  }

  setContentType(contentType: string | null): Blob {
    this.contentType = contentType;
    return this;
  }

  setContentTypeFromExtension(): Blob {
    const extension = this.name?.split(".").pop()?.toLowerCase() ?? "";
    this.contentType = TYPES_BY_EXTENSION[extension] ?? null;
    return this;
  }

  setDataFromString(text: string, charset: string | null = "UTF-8"): Blob {
    this.bytes = encode(text, charset ?? "UTF-8");
    return this;
  }

  setName(name: string): Blob {
    this.name = name;
    return this;
  }
}

/** Whatever a script may pass as a BlobSource. */
export interface BlobSource {
  getBlob(): Blob;
}

/** Bytes from a script's array of signed (or unsigned) numbers. */
export function bytesFrom(data: number[]): Uint8Array {
  return Uint8Array.from(data, (byte) => byte & 0xff);
}

/** Text in one of the encodings that Google offers; Latin-1 and ASCII lose what they lack. */
export function encode(text: string, charset: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, /^(us[-_]ascii|iso-8859-1|latin1)$/i.test(charset) ? "latin1" : "utf8"));
}
