import { type Definition, DefinitionError, type ServiceCatalogue, type SoundDefinition } from '#journey';
import { CheckContext } from './check-context.js';
import { findingsOf } from './check-rules.js';
import { SOUNDNESS_RULES } from './rules.js';

/**
 * Check on load: makes sure that a definition can run, and no more. What rules ask beyond that was asked when it was
 * published; a journey that is under way is not stopped by a rule that came later.
 *
 * @throws DefinitionError when something that it names does not exist, or an expression cannot be evaluated
 */
export function soundDefinition(definition: Definition, catalogue: ServiceCatalogue): SoundDefinition {
  const context = new CheckContext(definition, catalogue);
  const faults = findingsOf(context, SOUNDNESS_RULES);
  if (faults.length > 0) throw new DefinitionError(definition.id, faults);
  return vouchedFor(context);
}

/** The brand: for contexts in which no soundness rule finds a fault. */
export function vouchedFor({ definition, catalogue, environment }: CheckContext): SoundDefinition {
  return { definition, catalogue, environment } as SoundDefinition;
}
