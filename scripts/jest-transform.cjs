// Lets Jest run TypeScript by esbuild; the types are checked by `npm run check`.
const { transformSync } = require("esbuild");

module.exports = {
  process(source, path) {
    const { code } = transformSync(source, {
      loader: path.endsWith("x") ? "tsx" : "ts",
      format: "cjs",
      target: "node20",
      sourcefile: path,
      sourcemap: "inline",
      jsx: "automatic",
      jsxImportSource: "preact",
    });
    return { code };
  },
};
