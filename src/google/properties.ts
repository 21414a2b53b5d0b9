// Small facts kept beside the workbook: they do not go back when a curator restores an old version of the sheet.

/** All properties of the document. */
export function readProperties(): Record<string, string> {
  return documentProperties().getProperties();
}

/** Sets the named properties and leaves the others. */
export function writeProperties(properties: Record<string, string>): void {
  documentProperties().setProperties(properties, false);
}

function documentProperties(): GoogleAppsScript.Properties.Properties {
  // A script bound to no document has no document properties.
  const properties = PropertiesService.getDocumentProperties() as GoogleAppsScript.Properties.Properties | null;
  return properties ?? PropertiesService.getScriptProperties();
}

/** Remembers something small for the account at work, in this script only. */
export function rememberForUser(name: string, value: string): void {
  PropertiesService.getUserProperties().setProperty(name, value);
}

/** What was remembered for the account at work, and forgets it; null if there is nothing. */
export function takeForUser(name: string): string | null {
  const properties = PropertiesService.getUserProperties();
  const value = properties.getProperty(name);
  if (value !== null) properties.deleteProperty(name);
  return value;
}
