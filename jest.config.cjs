/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  testMatch: ["<rootDir>/{src,sandbox,test,scripts}/**/*.test.ts"],
  transform: { "^.+\\.tsx?$": "<rootDir>/scripts/jest-transform.cjs" },
  // These ship as ES modules only; Jest runs CommonJS.
  transformIgnorePatterns: ["/node_modules/(?!(lvovich|fflate|read-excel-file)/)"],
  globalSetup: "<rootDir>/scripts/jest-templates.cjs",
  // As in webpack.config.cjs: what is tested is what the bundle is made of.
  moduleNameMapper: {
    "^built-in-templates$": "<rootDir>/.templates/templates.json",
    "^@xmldom/xmldom$": "<rootDir>/src/documents/standIns/xmlTags.ts",
    "^pako/dist/pako\\.es5\\.min\\.js$": "<rootDir>/src/documents/standIns/pako.ts",
  },
  moduleFileExtensions: ["ts", "tsx", "js", "cjs", "json"],
  // The tests compute more than they wait: every core has work.
  maxWorkers: "100%",
  testTimeout: 60000,
};
