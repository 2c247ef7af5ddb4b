/** Typed answer semantics: what an answer is to the citizen, and which of its fields say what. */
export interface Tells {
  /** An authority has decided about a person, who may appeal. */
  readonly decision?: Telling;
  /** Money that is paid again and again. */
  readonly benefit?: Telling;
  /** Money that is paid once, by or to the citizen. */
  readonly payment?: Telling;
  /** A day on which somebody is to be somewhere, or is visited. */
  readonly appointment?: Telling;
}

/** Names of fields of the answer. */
export interface Telling {
  /** What was decided: whether it is granted (a boolean), or how it came out (an enum). */
  readonly result?: string;
  /** Danish kroner, a number. */
  readonly amount?: string;
  /** How often the amount is paid; no field, but said by the contract. Absent: once. */
  readonly every?: 'week' | 'month' | 'quarter' | 'year';
  /** The first and the last day it holds for. */
  readonly period?: { readonly from?: string; readonly until?: string };
  /** The day of the decision, the payment or the appointment. */
  readonly day?: string;
  readonly place?: string;
  /** The number that the authority knows it by. */
  readonly reference?: string;
}
