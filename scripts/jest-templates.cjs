// Builds the default document templates before the tests, as `npm run build` does before the bundle.
require("tsx/cjs");
const { buildTemplates } = require("./build-templates.ts");

module.exports = () => buildTemplates(".templates");
