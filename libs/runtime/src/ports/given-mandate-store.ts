import { type Instant } from '#statechart';
import { type GivenMandate } from '../mandates/mandate.js';
import { type Letters } from './letters.js';

/**
 * Mandates that people give each other, with what is written to the two about them. {@link MandateStore} finds them beside those by law.
 * Rules: `add` resolves to whether it was added: not when there is one of that id. `change` is optimistic: it changes one only while
 * something is due about it at the instant that was read, and resolves to whether it did. Either writes its letters with it, or neither.
 * Names and letters are encrypted, and go with either of the two persons.
 */
export abstract class GivenMandateStore {
  abstract add(mandate: GivenMandate, letters: Letters): Promise<boolean>;
  abstract find(id: string): Promise<GivenMandate | undefined>;
  abstract change(mandate: GivenMandate, change: MandateChange, letters?: Letters): Promise<boolean>;
  /** About which something is due by then, the earliest first. */
  abstract due(at: Instant, limit: number): Promise<readonly GivenMandate[]>;
}

export interface MandateChange {
  readonly ended?: Instant;
  /** Absent: nothing more is to be done. */
  readonly due?: Instant;
}
