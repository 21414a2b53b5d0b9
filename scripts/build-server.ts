// Runs webpack over the server's entry.
import { webpack } from "webpack";
import config from "../webpack.config.cjs";

/** Writes build/Code.js. Throws with webpack's own words if it does not build. */
export function buildServer(): Promise<void> {
  return new Promise((resolve, reject) => {
    webpack(config, (failure, stats) => {
      if (failure) reject(failure);
      else if (stats?.hasErrors()) reject(new Error(stats.toString({ all: false, errors: true })));
      else resolve();
    });
  });
}
