// Bundles the add-on's server into build/Code.js: one plain script with a top-level stub for each name Google may call.
const path = require("node:path");
const GasPlugin = require("gas-webpack-plugin");
const { NormalModuleReplacementPlugin } = require("webpack");
const { EsbuildPlugin } = require("esbuild-loader");

/** Parts of libraries that weigh much and are never used here: which module, and what stands in for it. */
const LEFT_OUT = [
  { module: /xmldom[\\/]lib[\\/]entities(\.js)?$/, standIn: "htmlEntities.cjs" },
  {
    module: /zod[\\/]v4[\\/]core[\\/](to-json-schema|json-schema-processors|json-schema-generator)\.js$/,
    standIn: "jsonSchema.cjs",
  },
].map(
  ({ module, standIn }) =>
    new NormalModuleReplacementPlugin(/entities$|json-schema/, (request) => {
      if (!module.test(path.resolve(request.context ?? "", request.request ?? ""))) return;
      request.request = path.resolve(__dirname, "scripts/left-out", standIn);
    }),
);

const entry = path.resolve(__dirname, "src/main.ts");

module.exports = {
  mode: "production",
  entry,
  target: "es2019",
  output: {
    path: path.resolve(__dirname, "build"),
    filename: "Code.js",
    // One file: Apps Script cannot load chunks, and an empty wrapper keeps the stubs at the top level.
    chunkFormat: false,
    chunkLoading: false,
    environment: { globalThis: false },
  },
  devtool: false,
  performance: { hints: false },
  resolve: {
    extensions: [".ts", ".js"],
    // The browser flavour of a package asks for nothing of Node.
    aliasFields: ["browser"],
    conditionNames: ["browser", "import", "require", "default"],
    alias: { "built-in-templates$": path.resolve(__dirname, ".templates/templates.json") },
  },
  module: { rules: [{ test: /\.ts$/, loader: "esbuild-loader", options: { target: "es2019", charset: "utf8" } }] },
  optimization: {
    // `format: undefined`: otherwise the minimizer wraps the stubs into a function, and Google no longer sees them.
    minimizer: [new EsbuildPlugin({ target: "es2019", format: undefined, charset: "utf8", legalComments: "none" })],
  },
  plugins: [...LEFT_OUT, new GasPlugin({ comment: true, include: [entry] })],
};
