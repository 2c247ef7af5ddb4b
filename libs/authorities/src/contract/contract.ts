import {
  type AuthorityDescription,
  type RegisterEventContract,
  type ServiceContract,
  type Words,
} from '#journey';
import { type JsonObject } from '#statechart';

/** An authority as its contract describes it. */
export interface Authority extends AuthorityDescription {
  /** Name of one local office, e.g. a parish; absent when there is one nationwide. */
  readonly unit?: Words;
  /** The day (`YYYY-MM-DD`) on which the examples of the document are meant to be told. */
  readonly examplesAsOf: string;
}

/** A service: its contract for journeys, with path and example for the client and the simulation. */
export interface Service extends ServiceContract {
  /** Below the authority's own address, e.g. `/moves`. */
  readonly path: string;
  readonly decides: boolean;
  /** For a compensation: the id of the service whose effect it undoes. */
  readonly undoes?: string;
  /** A request and its answer that belong together; the answer is also the first of `answer.examples`. */
  readonly example: { readonly input: JsonObject; readonly answer: JsonObject };
}

/** A register event with an example of its data. */
export interface RegisterEvent extends RegisterEventContract {
  readonly example: JsonObject;
  readonly decides: boolean;
}

/** One contract document, parsed. */
export interface Contract {
  readonly authority: Authority;
  readonly services: readonly Service[];
  readonly events: readonly RegisterEvent[];
}
