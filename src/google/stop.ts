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
