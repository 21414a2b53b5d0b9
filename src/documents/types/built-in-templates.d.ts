// The default templates, packed by scripts/build-templates.ts; src/documents/builtInTemplates.ts unpacks them.
declare module "built-in-templates" {
  const packed: {
    /** Base64 of a zip that holds one file, `parts.json`: the different parts of all templates, as a list of texts. */
    readonly parts: string;
    /** By template key: which part (its place in the list) stands under which name in the .docx. */
    readonly templates: Readonly<Record<string, Readonly<Record<string, number>>>>;
  };
  export default packed;
}
