// Adds up the results of the test runs into the one line that a person (and CI) reads.
const { readFileSync } = require("node:fs");

let passed = 0;
let failed = 0;
for (const file of process.argv.slice(2)) {
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, "utf8"));
  passed += numPassedTests;
  failed += numFailedTests;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
