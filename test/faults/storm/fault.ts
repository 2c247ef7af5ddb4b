import { type SeededRandom } from '../../support/index.js';
import { type StormWorld } from './storm-world.js';

/** One thing that goes wrong, and comes right again. */
export interface Fault {
  /** In words, with all that makes it reproducible. */
  readonly says: string;
  /** What it befalls: two faults of the same do not overlap. */
  readonly befalls: string;
  /** Lets it happen; resolves when it is over. */
  befall(world: StormWorld): Promise<void>;
}

/** What faults of a kind can be drawn from. */
export interface Scene {
  readonly random: SeededRandom;
  readonly apis: number;
  readonly workers: number;
  readonly authorities: readonly string[];
  /** Whether there is a network of the test's own before the queues. */
  readonly proxied: boolean;
}

/** Draws one fault of a kind; undefined where there can be none of it. */
export type FaultKind = (scene: Scene) => Fault | undefined;
