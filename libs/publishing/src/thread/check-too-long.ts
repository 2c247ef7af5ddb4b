/** A check was broken off. The message completes "The check …"; the remedy is a smaller journey. */
export class CheckTooLong extends Error {
  override readonly name = 'CheckTooLong';
}
