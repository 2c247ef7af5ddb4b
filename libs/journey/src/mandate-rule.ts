/** Grounds on which somebody may act for another by law. */
export const MANDATE_BASES = ['parent', 'guardian', 'heir'] as const;
export type MandateBasis = (typeof MANDATE_BASES)[number];
/** By law, or because the person has given the mandate themselves: `given`. */
export type MandateGround = MandateBasis | 'given';

/**
 * What a register event says of mandates, as its contract has it. `begins`: the holders have one from then on. `replaces`: they have it,
 * and whoever had one before has it no more. `ends`: it is over, of whoever is named. `deceased`: who has died, for whom nobody but their
 * heirs acts any more, nor they for others. `alive`: whose death was a mistake, so that all of that is in force again. `names`: what the
 * person is called, by whom a mandate by law, which carries no name, is shown to its holders.
 */
export interface MandateRule {
  readonly begins?: MandateBasis;
  readonly replaces?: MandateBasis;
  readonly ends?: readonly MandateBasis[];
  /** The field with who has died. */
  readonly deceased?: string;
  /** The field with who is alive after all. */
  readonly alive?: string;
  /** The field with their full name. */
  readonly names?: string;
  /** Fields of the event with the holders; absent with `ends`: all of them. */
  readonly holder?: readonly string[];
  /** The field with the person for whom they act; absent with `ends`: for everybody. */
  readonly person?: string;
  /** The field with the day on which that begins, or is over; of a name, since when they are called so. */
  readonly on: string;
  /** The field with the last day. */
  readonly until?: string;
  /** The field with the person's day of birth, for a mandate that ends when they come of age. */
  readonly born?: string;
}
