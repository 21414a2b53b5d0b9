// Bundles the add-on's server into build/Code.js: one plain script with a top-level stub for each name Google may call.
const path = require("node:path");
const GasPlugin = require("gas-webpack-plugin");
const { NormalModuleReplacementPlugin } = require("webpack");
const TerserPlugin = require("terser-webpack-plugin");

/** zod's writer of JSON Schema, which is never called here. */
const JSON_SCHEMA = /zod[\\/]v4[\\/]core[\\/](to-json-schema|json-schema-processors|json-schema-generator)\.js$/;
const withoutJsonSchema = new NormalModuleReplacementPlugin(/json-schema/, (request) => {
  if (!JSON_SCHEMA.test(path.resolve(request.context ?? "", request.request ?? ""))) return;
  request.request = path.resolve(__dirname, "scripts/left-out/jsonSchema.cjs");
});

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
    alias: {
      "built-in-templates$": path.resolve(__dirname, ".templates/templates.json"),
      // Heavy parts of the document libraries, and what does as much of their work as is needed here.
      "@xmldom/xmldom$": path.resolve(__dirname, "src/documents/standIns/xmlTags.ts"),
      "pako/dist/pako.es5.min.js$": path.resolve(__dirname, "src/documents/standIns/pako.ts"),
    },
  },
  module: {
    // The libraries are written for newer engines too.
    rules: [{ test: /\.[cm]?[jt]s$/, loader: "esbuild-loader", options: { target: "es2019", charset: "utf8" } }],
  },
  optimization: {
    // Slower than esbuild's and smaller by a fourteenth. Top-level names stay: they are what Google calls.
    minimizer: [
      new TerserPlugin({
        extractComments: false,
        terserOptions: { ecma: 2019, toplevel: false, format: { comments: false, ascii_only: false } },
      }),
    ],
  },
  plugins: [withoutJsonSchema, new GasPlugin({ comment: true, include: [entry] })],
};
