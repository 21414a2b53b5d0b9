// The built add-on for the stories: made once for each state of the sources, whoever asks first.
import { execFileSync } from "node:child_process";
import path from "node:path";
import { hashOf, madeOnce } from "./madeOnce";

/** What the bundle is made of. */
const SOURCES = ["src", "templates", "appsscript.json", "package-lock.json", "webpack.config.cjs"];
const BUILDERS = ["scripts/build-sidebars.ts", "scripts/build-templates.ts", "test/story/makeBundle.ts"];

/**
 * The folder with the bundle of the sources as they are now; built if it is not there. Stories take the quick server:
 * it is built in a third of the time. The browser's tests, the demo and the bench run the shipped one, as `npm run build`
 * makes it.
 */
export function freshBundle(make: "quick" | "shipped" = "quick"): string {
  const folder = path.join(".templates/bundles", make, hashOf([...SOURCES, ...BUILDERS]));
  madeOnce(folder, (place) => {
    execFileSync(process.execPath, ["--import", "tsx", "test/story/makeBundle.ts", place, make], { stdio: "pipe" });
  });
  return folder;
}
