import { type Words } from './catalogue.js';

/** Typed message semantics: one thing that an answer or a report is to the citizen, and which of its fields say what. */
export interface Telling {
  /**
   * `decision`: an authority has decided about a person. `benefit`: money that the citizen is paid again and again.
   * `payment`: a fee, a tax, a lump sum or other money that is paid by or to the citizen. `appointment`: a day on which
   * somebody is to be somewhere, or is visited.
   */
  readonly is: 'decision' | 'benefit' | 'payment' | 'appointment';
  /**
   * Fields with persons, of what was asked or of the report: whose it is. It is over when one of them dies; a list of several has died when all
   * have. Absent: of `person`.
   */
  readonly of?: readonly string[];
  /** What an appointment is called beside others of its section. Absent: by its section, or by what was asked or reported. */
  readonly name?: Words;
  /** Expression over the fields of the answer or the report: it is told only when that holds. */
  readonly when?: string;
  /** Field: what was decided, whether it is granted (a boolean) or how it came out (an enum). */
  readonly result?: string;
  /** Field: why it was decided so, in words for the citizen. */
  readonly grounds?: string;
  /** Field: Danish kroner. */
  readonly amount?: string;
  /** How often the amount is paid, said by the contract. Absent: once. */
  readonly every?: 'week' | 'month' | 'quarter' | 'year';
  /** Who is paid, of a payment: the citizen, an authority, or another who takes part; said by the contract. */
  readonly to?: 'citizen' | 'authority' | 'participant';
  /** The payment has been made: what tells it is its receipt. */
  readonly paid?: true;
  /** Fields: the first and the last day it holds for, or in place of the last the day after it. */
  readonly period?: { readonly from?: string; readonly until?: string; readonly before?: string };
  /** Field: the day of the decision, the payment or the appointment. */
  readonly day?: string;
  /** Field: the last day to appeal, of a decision that says so. Absent: the task with which it is appealed says until when. */
  readonly appealBy?: string;
  /** Field: where. */
  readonly place?: string;
  /** Field: the number that the authority knows it by. */
  readonly reference?: string;
  /**
   * Services and reports, by their ids: the benefits, payments or appointments of the same person that they told before are over, at the end
   * of the period if there is one; an end that they told is over as well, and what it had ended goes on. It is told by those being gone, and
   * not itself.
   */
  readonly ends?: readonly string[];
  /** Why a decision cannot be appealed, and what to do instead, said to the citizen. */
  readonly noAppeal?: Words;
}
