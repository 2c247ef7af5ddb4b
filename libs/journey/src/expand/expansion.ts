import { type Json, type JsonObject } from '#statechart';
import { type Language } from '../catalogue.js';
import { type Place } from '../definition.js';
import { type Source } from '../source.js';
import { type Origins } from './origins.js';

/** A part put in the place of a state. */
export interface PartUse {
  /** Path of the state that it has become. */
  readonly path: string;
  readonly part: string;
  readonly source: Source;
  readonly place: Place;
  /** For a member of an `each`: the path that all members share, and which it is, from 0. */
  readonly member?: { readonly of: string; readonly index: number; readonly most: number };
}

/** Something that could not be expanded. */
export interface ExpansionFault {
  readonly place: Place;
  readonly code: 'unknown-part' | 'part-argument' | 'part-in-itself' | 'part-overridden';
  readonly message: string;
  readonly remedy: string;
}

/** A version file after macro expansion: the same in the long forms of XState alone, with what leads back to the text. */
export interface Expansion {
  readonly value: JsonObject;
  /** The words of the journey and of the parts in use. */
  readonly texts: Readonly<Record<Language, Json>>;
  readonly origins: Origins;
  /** In the order of the states that they have become. */
  readonly uses: readonly PartUse[];
  readonly faults: readonly ExpansionFault[];
  /** Paths of the states in which a region of an `each` is when the list has no member for it. */
  readonly absent: ReadonlySet<string>;
}
