/** What somebody outside was told had been done. */
export type Acknowledged =
  | { readonly kind: 'started'; readonly journey: string; readonly person: string }
  | { readonly kind: 'submitted'; readonly journey: string; readonly origin: string }
  | { readonly kind: 'cancelled'; readonly journey: string; readonly origin: string }
  | { readonly kind: 'settled'; readonly journey: string; readonly dispatch: string };
