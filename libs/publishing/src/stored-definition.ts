import { type Definition, filesOf } from '#journey';
import { type StoredDefinition } from '#runtime';

/** A definition as it is published: with its files, and what is asked of it before anybody compiles it. */
export function storedDefinition(definition: Definition): StoredDefinition {
  const { hash, id, effective, mandates } = definition;
  return {
    hash,
    id,
    effective,
    ...(mandates === 'none' && { ownOnly: true as const }),
    sources: filesOf(definition),
  };
}
