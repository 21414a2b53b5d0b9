// The command line: runs a plain Apps Script file and tells by its exit code how that went.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const CODE = `
function count() {
  const store = PropertiesService.getScriptProperties();
  store.setProperty("count", String(Number(store.getProperty("count") || 0) + 1));
  Logger.log("counting");
  return store.getProperty("count");
}
function fail() { SpreadsheetApp.getActiveSpreadsheet().getRange("A1", 2); }
`;

function sandbox(...args: string[]): { status: number | null; output: string } {
  const run = spawnSync(process.execPath, ["--import", "tsx", join(__dirname, "cli.ts"), ...args], {
    encoding: "utf8",
  });
  return { status: run.status, output: run.stdout + run.stderr };
}

describe("npm run sandbox", () => {
  const folder = mkdtempSync(join(tmpdir(), "sandbox-"));
  const file = join(folder, "counter.js");
  writeFileSync(file, CODE);
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test("runs a function of a plain file, prints log, result and meter, and goes on in a kept world", () => {
    const world = join(folder, "world");
    const first = sandbox("run", file, "count", "--world", world);
    expect(first).toMatchObject({
      status: 0,
      output: expect.stringMatching(/counting[^]*Result: 1[^]*service calls/) as string,
    });
    expect(sandbox("run", file, "count", "--world", world).output).toContain("Result: 2");
  });

  test("shows the script's own error and ends with 1", () => {
    const failed = sandbox("run", file, "fail");
    expect(failed.status).toBe(1);
    expect(failed.output).toContain("don't match the method signature for SpreadsheetApp.Spreadsheet.getRange");
    expect(failed.output).toContain("at fail (counter:8");
  });

  test("explains its use and ends with 2 when called wrongly", () => {
    expect(sandbox("walk")).toMatchObject({ status: 2, output: expect.stringContaining("Usage:") as string });
  });
});
