/** Tells listeners (open event streams) that a journey has moved. Best effort: listeners read the truth from the journal. */
export abstract class Announcer {
  abstract announce(journeys: readonly string[]): void;
}
