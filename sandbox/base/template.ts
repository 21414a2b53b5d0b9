// HTML templates: scriptlets compiled into the body of a function that gives the page.

/** The five characters that could end a text or an attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&#34;")
    .replaceAll("'", "&#39;");
}

/** Escaping inside the realm: for markup as entities, inside <script> as a JavaScript literal. */
const PRELUDE = `let __page = "";
const __entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;" };
const __markup = (value) => String(value).replace(/[&<>"']/g, (one) => __entities[one]);
const __literal = (value) => JSON.stringify(value === undefined ? null : value).replace(/</g, "\\\\u003c");
`;

const SCRIPTLET = /<\?(!=|=)?([^]*?)\?>/g;

/**
 * The function body for a template: `<? code ?>`, `<?= escaped for where it stands ?>`, `<?!= as it is ?>`.
 * Printing scriptlets hold one expression.
 */
export function compileTemplate(source: string): string {
  let body = PRELUDE;
  let at = 0;
  for (const found of source.matchAll(SCRIPTLET)) {
    body += text(source.slice(at, found.index));
    body += scriptlet(found[1] ?? "", found[2] ?? "", insideScript(source.slice(0, found.index)));
    at = found.index + found[0].length;
  }
  return `${body}${text(source.slice(at))}return __page;`;
}

function text(part: string): string {
  return part === "" ? "" : `__page += ${JSON.stringify(part)};\n`;
}

function scriptlet(kind: string, code: string, inScript: boolean): string {
  if (kind === "") return `${code}\n`;
  // Only the first statement of a printing scriptlet counts.
  const expression = code.trim().replace(/;[^]*$/, "");
  if (kind === "!=") return `__page += String(${expression});\n`;
  return `__page += ${inScript ? "__literal" : "__markup"}(${expression});\n`;
}

function insideScript(before: string): boolean {
  return before.toLowerCase().lastIndexOf("<script") > before.toLowerCase().lastIndexOf("</script");
}
