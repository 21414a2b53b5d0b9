// Stands in the bundle for zod's writer of JSON Schema, which the add-on never calls.
const refuse = () => {
  throw new Error("JSON Schema is left out of the bundle.");
};
// A function's result is not looked into by webpack, which would miss the names that are left out.
const namesInUse = () => ({
  createToJSONSchemaMethod: () => refuse,
  createStandardJSONSchemaMethod: () => refuse,
});
module.exports = namesInUse();
