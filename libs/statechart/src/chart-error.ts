/**
 * Error codes: what was wrong with a machine or its values.
 *
 * - `unknownName`: the machine names a guard or delay that it does not implement
 * - `unnamed`: an action, a service or a child has no name by which it could be carried out later
 * - `unsupported`: a feature that needs a live actor, or a machine that means two things
 * - `notJson`: a value that JSON cannot hold
 * - `unknownState`: the state belongs to another machine, or to another version of this one
 * - `failed`: a guard, an assignment or another expression of the machine threw; `cause` is what it threw
 */
export type ChartErrorCode =
  'unknownName' | 'unnamed' | 'unsupported' | 'notJson' | 'unknownState' | 'failed';

/**
 * Permanent error: a fault of the machine itself, never of what happened to it. Trying again gives the same error.
 * The message names the machine, the place and the remedy.
 */
export class ChartError extends Error {
  override readonly name = 'ChartError';

  constructor(
    readonly code: ChartErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
