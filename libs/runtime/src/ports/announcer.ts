/**
 * Publish-subscribe, best effort: tells listeners (open event streams) that a journey has moved. They read the truth from the
 * journal.
 */
export abstract class Announcer {
  abstract announce(journeys: readonly string[]): void;
}
