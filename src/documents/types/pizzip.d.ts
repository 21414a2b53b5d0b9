// The part of PizZip that the engine uses. The package's own types bring Node's along, and with them names
// (setTimeout, Buffer) that Apps Script has not; tsconfig.json points here instead.

export interface ZipEntry {
  date: Date;
  asText(): string;
  /** Bytes as characters 0–255. */
  asBinary(): string;
}

export default class PizZip {
  constructor();
  constructor(data: string, options: { base64: true });
  readonly files: Readonly<Record<string, ZipEntry>>;
  file(name: string): ZipEntry | null;
  file(name: string, content: string, options?: { binary: true }): this;
  remove(name: string): this;
  generate(options: { type: "base64"; compression: "DEFLATE"; compressionOptions?: { level: number } }): string;
}
