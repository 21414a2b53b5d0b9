// The default templates, built by scripts/build-templates.ts: base64 of the .docx by template key.
declare module "built-in-templates" {
  const templates: Readonly<Record<string, string>>;
  export default templates;
}
