// The one kind of failure that a person is meant to read: what happened, and what to do about it.

/**
 * Ends a command with words for the curator. Everything else that is thrown is a defect of ours and is shown as one.
 *
 * @property what what happened, one Russian sentence
 * @property mend what to do next, one or two Russian sentences
 */
export class Stop extends Error {
  override readonly name: string = "Stop";
  constructor(
    readonly what: string,
    readonly mend: string,
  ) {
    super(`${what} ${mend}`);
  }
}

/** Google did not answer, or the workbook is taken: the same again a little later may well go through. */
export class TemporaryStop extends Stop {
  override readonly name: string = "TemporaryStop";
}

/** The command was not done here but handed on to the account that can do it: no trouble, only later. */
export class HandedOn extends Stop {
  override readonly name: string = "HandedOn";
}

/** True for a failure of one of Google's services. The message is localised, so only the name is looked at. */
export function isGoogleFailure(failure: unknown): boolean {
  return failure instanceof Error && failure.name === "Exception";
}
