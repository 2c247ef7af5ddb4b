/** What a journey may cost. */
export interface Fee {
  readonly name: string;
  /** Danish kroner. */
  readonly amount: number;
  /** Id of the authority that is paid. */
  readonly to: string;
  /** Key of a text under `fees`. */
  readonly text: string;
}
