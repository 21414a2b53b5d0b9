// PDF through LibreOffice, where it is installed: one conversion per content, kept for good.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import type { World } from "../kernel/contract";

const CONVERSION_TIMEOUT_MS = 120_000;

let office: string | null | undefined;
let workRoom: string | null = null;

/** The path of LibreOffice on this machine, or null. */
export function libreOffice(): string | null {
  if (office !== undefined) return office;
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const paths = folders.flatMap((folder) => ["soffice", "libreoffice"].map((name) => join(folder, name)));
  office = paths.find((path) => existsSync(path)) ?? null;
  return office;
}

/**
 * The PDF of an office document lying in the world's blobs, or null if LibreOffice is absent or fails.
 * Each content is converted once; the result lies in the blobs too.
 * @param extension tells LibreOffice what the content is: "docx", "xlsx"
 */
export function pdfOf(world: World, content: string, extension: "docx" | "xlsx"): Uint8Array | null {
  const made = world.slice<Record<string, string>>("pdf", () => ({}));
  const known = made[content];
  if (known !== undefined) return world.blobs.get(known);
  const pdf = convert(world.blobs.get(content), extension);
  if (pdf !== null) made[content] = world.blobs.put(pdf);
  return pdf;
}

function convert(bytes: Uint8Array, extension: string): Uint8Array | null {
  const program = libreOffice();
  if (program === null) return null;
  const room = ownRoom();
  const folder = mkdtempSync(join(room, "job-"));
  try {
    const source = join(folder, `content.${extension}`);
    writeFileSync(source, bytes);
    // A profile of its own: two LibreOffices with one profile refuse to run side by side.
    const profile = `-env:UserInstallation=file://${join(room, "profile")}`;
    spawnSync(program, [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, source], {
      timeout: CONVERSION_TIMEOUT_MS,
      stdio: "ignore",
    });
    const target = join(folder, "content.pdf");
    return existsSync(target) ? new Uint8Array(readFileSync(target)) : null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function ownRoom(): string {
  if (workRoom !== null) return workRoom;
  const room = mkdtempSync(join(tmpdir(), "sandbox-office-"));
  mkdirSync(join(room, "profile"));
  process.once("exit", () => {
    rmSync(room, { recursive: true, force: true });
  });
  workRoom = room;
  return room;
}
