// Utilities: text, bytes, dates, digests and archives.
import { createHash, createHmac, createSign } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import PizZip from "pizzip";
import { type EnumValue, type Execution, GoogleError, ServiceObject } from "../kernel/contract";
import type { ScriptExecution } from "../kernel/execution";
import { Blob, type BlobSource, bytesFrom, encode } from "./blob";
import { parseCsv } from "./csv";
import { formatDate } from "./dateFormat";
import { parseDate } from "./dateParse";
import { CHARSET, DIGEST_ALGORITHM, MAC_ALGORITHM, RSA_ALGORITHM } from "./enums";
import { formatText } from "./formatText";

const LONGEST_SLEEP = 300_000;

type Data = string | number[];

export class Utilities extends ServiceObject {
  readonly typeName = "Utilities.Utilities";
  readonly Charset = CHARSET;
  readonly DigestAlgorithm = DIGEST_ALGORITHM;
  readonly MacAlgorithm = MAC_ALGORITHM;
  readonly RsaAlgorithm = RSA_ALGORITHM;

  constructor(private readonly execution: ScriptExecution & Execution) {
    super(execution);
  }

  base64Encode(data: Data, charset: EnumValue | null = null): string {
    return Buffer.from(bytesOf(data, charset)).toString("base64");
  }

  /** With `-` and `_`, and padded as Google's is. */
  base64EncodeWebSafe(data: Data, charset: EnumValue | null = null): string {
    return this.base64Encode(data, charset).replaceAll("+", "-").replaceAll("/", "_");
  }

  base64Decode(encoded: string): Uint8Array {
    if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(encoded)) throw new GoogleError("Could not decode string.");
    return new Uint8Array(Buffer.from(encoded, "base64"));
  }

  base64DecodeWebSafe(encoded: string): Uint8Array {
    return this.base64Decode(encoded.replaceAll("-", "+").replaceAll("_", "/"));
  }

  computeDigest(algorithm: EnumValue, value: Data, charset: EnumValue | null = null): Uint8Array {
    if (algorithm === DIGEST_ALGORITHM.MD2) throw new GoogleError("MD2 is not emulated by the sandbox");
    return new Uint8Array(createHash(nodeAlgorithm(algorithm)).update(bytesOf(value, charset)).digest());
  }

  computeHmacSignature(algorithm: EnumValue, value: Data, key: Data, charset: EnumValue | null = null): Uint8Array {
    const hmac = createHmac(nodeAlgorithm(algorithm), bytesOf(key, charset));
    return new Uint8Array(hmac.update(bytesOf(value, charset)).digest());
  }

  computeHmacSha256Signature(value: Data, key: Data, charset: EnumValue | null = null): Uint8Array {
    return this.computeHmacSignature(MAC_ALGORITHM.HMAC_SHA_256, value, key, charset);
  }

  computeRsaSignature(algorithm: EnumValue, value: string, key: string, charset: EnumValue | null = null): Uint8Array {
    const signer = createSign(`rsa-${nodeAlgorithm(algorithm)}`).update(bytesOf(value, charset));
    return new Uint8Array(signer.sign(key));
  }

  computeRsaSha1Signature(value: string, key: string, charset: EnumValue | null = null): Uint8Array {
    return this.computeRsaSignature(RSA_ALGORITHM.RSA_SHA_1, value, key, charset);
  }

  computeRsaSha256Signature(value: string, key: string, charset: EnumValue | null = null): Uint8Array {
    return this.computeRsaSignature(RSA_ALGORITHM.RSA_SHA_256, value, key, charset);
  }

  formatDate(date: Date, timeZone: string | null, format: string | null): string {
    if (timeZone === null) throw new GoogleError("Invalid argument: timeZone. Should be of type: String");
    if (format === null) throw new GoogleError("Invalid argument: format. Should be of type: String");
    return formatDate(date, timeZone, format);
  }

  parseDate(date: string | null, timeZone: string | null, format: string | null): Date {
    if (date === null || timeZone === null || format === null) throw new GoogleError("Invalid argument: date");
    return parseDate(date, timeZone, format);
  }

  formatString(template: string, ...values: unknown[]): string {
    return formatText(template, values);
  }

  /** Looks like a random UUID, and repeats with the world's history. */
  getUuid(): string {
    const hex = this.exec.world.newId("other");
    const variant = "89ab".charAt(parseInt(hex.charAt(16), 16) % 4);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
  }

  newBlob(data: Data, contentType: string | null = null, name: string | null = null): Blob {
    const type = contentType ?? (typeof data === "string" ? "text/plain" : null);
    return new Blob(this.exec, bytesOf(data, null), type, name);
  }

  parseCsv(csv: string, delimiter: string | null = ","): string[][] {
    return parseCsv(csv, delimiter ?? ",");
  }

  sleep(milliseconds: number): void {
    if (milliseconds < 0 || milliseconds > LONGEST_SLEEP) throw new GoogleError("Invalid argument: milliseconds");
    this.execution.charge(milliseconds);
  }

  gzip(blob: BlobSource, name: string | null = null): Blob {
    const source = blob.getBlob();
    const called = name ?? `${source.getName() ?? "archive"}.gz`;
    return new Blob(this.exec, new Uint8Array(gzipSync(source.getBytes())), "application/x-gzip", called);
  }

  ungzip(blob: BlobSource): Blob {
    const source = blob.getBlob();
    const name = source.getName()?.replace(/\.gz$/, "") ?? null;
    try {
      return new Blob(this.exec, new Uint8Array(gunzipSync(source.getBytes())), null, name);
    } catch {
      throw new GoogleError("Could not decompress gzip.");
    }
  }

  zip(blobs: BlobSource[], name: string | null = "archive.zip"): Blob {
    const zip = new PizZip();
    for (const blob of blobs.map((one) => one.getBlob()))
      zip.file(blob.getName() ?? "file", blob.getBytes(), { binary: true });
    const bytes = zip.generate({ type: "uint8array", compression: "DEFLATE" });
    return new Blob(this.exec, bytes, "application/zip", name ?? "archive.zip");
  }

  unzip(blob: BlobSource): Blob[] {
    const zip = open(blob.getBlob().getBytes());
    return Object.values(zip.files)
      .filter((file) => !file.dir)
      .map((file) => new Blob(this.exec, file.asUint8Array(), null, file.name).setContentTypeFromExtension());
  }
}

function open(bytes: Uint8Array): PizZip {
  try {
    return new PizZip(bytes);
  } catch {
    throw new GoogleError("Invalid argument: blob. The archive cannot be read.");
  }
}

function bytesOf(data: Data, charset: EnumValue | null): Uint8Array {
  return typeof data === "string" ? encode(data, charset?.name ?? "UTF_8") : bytesFrom(data);
}

function nodeAlgorithm(algorithm: EnumValue): string {
  return algorithm.name
    .replace(/^(HMAC|RSA)_/, "")
    .replace("_", "")
    .toLowerCase();
}
