import { type CompiledJourney } from '#journey';
import { type Definitions } from '../definitions.js';
import { RetryableError } from '../errors.js';

/**
 * A definition, or undefined when it can be read or compiled no more: then nobody can say who may know what happened in its journeys.
 *
 * @throws RetryableError when the store is out of reach, for then it can be said a moment later
 */
export async function readableDefinition(
  definitions: Pick<Definitions, 'byHash'>,
  hash: string,
): Promise<CompiledJourney | undefined> {
  try {
    return await definitions.byHash(hash);
  } catch (error) {
    if (error instanceof RetryableError) throw error;
    return undefined;
  }
}
