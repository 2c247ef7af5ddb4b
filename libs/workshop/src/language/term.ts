import { type Position, type Source, type SourcePath } from '#journey';

export type TermKind =
  | 'state'
  | 'service'
  | 'field'
  | 'condition'
  | 'form'
  | 'delay'
  | 'parameter'
  | 'role'
  | 'message'
  | 'event'
  | 'code'
  | 'journey'
  | 'part'
  | 'fact'
  | 'function'
  | 'literal'
  | 'word';

/** Where a term is declared: in a file of the journey, or in the contract of the authority that offers a service. */
export type TermPlace = ({ readonly file: string } & Position) | { readonly service: string };

/** A name that may be written at a place, and what it means there. */
export interface Term {
  /** As it is written. */
  readonly name: string;
  readonly kind: TermKind;
  /** A few words, beside the name in a list. */
  readonly detail: string;
  /** Markdown. */
  readonly about?: () => string;
  readonly declared?: () => TermPlace | undefined;
  /** Last among those offered: it may be written here, and seldom is. */
  readonly seldom?: boolean;
}

/** The place of a key in a file. */
export function keyPlace(source: Source | undefined, path: SourcePath): TermPlace | undefined {
  return source && { file: source.file, ...source.positionOf(path, { key: true }) };
}
