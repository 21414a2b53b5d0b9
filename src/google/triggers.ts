// Triggers: functions that Google calls by itself. Each account sees and removes only its own.

/** Names of the functions that this account's triggers call. */
export function ownTriggers(): string[] {
  return ScriptApp.getProjectTriggers().map((trigger) => trigger.getHandlerFunction());
}

/** Makes sure that exactly one time trigger of this account calls the function. @returns true if one was made */
export function ensureTimeTrigger(functionName: string, minutes: 1 | 5 | 10 | 15 | 30): boolean {
  const [first, ...surplus] = triggersOf(functionName);
  for (const trigger of surplus) ScriptApp.deleteTrigger(trigger);
  if (first) return false;
  ScriptApp.newTrigger(functionName).timeBased().everyMinutes(minutes).create();
  return true;
}

/** Removes this account's triggers that call the function. */
export function removeTriggers(functionName: string): void {
  for (const trigger of triggersOf(functionName)) ScriptApp.deleteTrigger(trigger);
}

function triggersOf(functionName: string): GoogleAppsScript.Script.Trigger[] {
  return ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === functionName);
}
