const path = require("node:path");

/** Written before the tests by scripts/jest-templates.cjs. */
const templates = path.join(__dirname, ["node_modules", ".cache", "nastavnik", "templates.json"].join("/"));

/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  testMatch: ["<rootDir>/{src,sandbox,test,scripts}/**/*.test.ts"],
  transform: { "^.+\\.tsx?$": "<rootDir>/scripts/jest-transform.cjs" },
  // These ship as ES modules only; Jest runs CommonJS.
  transformIgnorePatterns: ["/node_modules/(?!(lvovich|fflate|read-excel-file|unzipper-esm)/)"],
  globalSetup: "<rootDir>/scripts/jest-templates.cjs",
  moduleNameMapper: { "^built-in-templates$": templates },
  moduleFileExtensions: ["ts", "tsx", "js", "cjs", "json"],
  testTimeout: 60000,
};
