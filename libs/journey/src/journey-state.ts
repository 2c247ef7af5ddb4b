import { type ChartState, type JsonObject, type Json } from '#statechart';

/** A person inside a journey: an opaque id. CPR numbers never reach a journey. */
export type PersonId = string;

/** The person in a role. */
export type Participant = { readonly person: PersonId } & Partial<Letter>;

/** Whom a letter reaches: all that is known of a participant without a CPR number. */
export type Letter = { readonly name: string; readonly address: Json };

/** What a journey remembers between steps; plain JSON. */
export interface JourneyContext extends JsonObject {
  /** The instant of what is being handled, ISO 8601 in UTC. */
  now: string;
  /** The day the journey began, `YYYY-MM-DD`; kept when a parameter follows it. */
  begun?: string;
  /** Participants by role: one, or a list for a role that is `many`. Absent while the role is vacant. */
  roles: { [role: string]: Participant | readonly Participant[] };
  /** What was remembered, by name. */
  facts: { [name: string]: Json };
  /** How many journeys it has started; kept by one that starts any. */
  started?: number;
  /** The code of the municipality, where play says it; else the definition's `place` does. */
  place?: string;
  /**
   * The sections that it has come to: what each has come to so far, by path of the final state, with the values of its words. Null
   * where nobody has waited for anything.
   */
  sections?: { [section: string]: { [state: string]: { readonly [name: string]: Json } } | null };
  /** The open tasks: since when, and when due, ISO 8601 in UTC. */
  tasks: { [task: string]: { since: string; due?: string } };
}

/** The whole state of one citizen's journey; survives `JSON.parse(JSON.stringify(state))`. */
export type JourneyState = ChartState & {
  context: JourneyContext;
};
