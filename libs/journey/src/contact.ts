/** Where the citizen may turn. */
export interface Contact {
  /** With country code, e.g. `+45 12 34 56 78`. */
  readonly phone?: string;
  readonly web?: string;
}

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

/** When the telephone is answered, Danish time (`HH:MM`); closed on a day that is left out. */
export type Hours = Readonly<Partial<Record<Weekday, { readonly from: string; readonly until: string }>>>;
