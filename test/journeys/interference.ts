/** One row of the list of journeys that meet each other: what happens in the one, and what must follow for the other. */
export interface Interference {
  readonly name: string;
  /** Ids of the journeys that must be there for it to be tried. */
  readonly journeys: readonly string[];
  /** The journeys are there, and neither does it yet. */
  readonly owed?: true;
}

/** Rows of journeys that are still to come bite as soon as their folders are there: then something must prove them. */
