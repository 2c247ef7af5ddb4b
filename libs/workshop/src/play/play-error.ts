/** Something a scenario or a player at a terminal asked for that cannot be. The message says what can. */
export class PlayError extends Error {
  override readonly name = 'PlayError';
}
