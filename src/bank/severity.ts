// How hard a direction is for somebody: four steps with the words that questionnaires use for them.

/** By severity, 0–3 (domain §7, A3). */
export const SEVERITY_ANSWERS = [
  "владею уверенно",
  "небольшие трудности",
  "заметные трудности",
  "нужна помощь",
] as const;

/** The severity that an answer means; null for words that are none of ours. */
export function severityOf(answer: string): number | null {
  const severity = SEVERITY_ANSWERS.findIndex((words) => words === answer.trim().toLowerCase());
  return severity < 0 ? null : severity;
}
