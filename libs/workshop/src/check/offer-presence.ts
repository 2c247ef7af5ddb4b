import { narrowingOf, offerEnvironment, readsOf } from '#journey';
import { astOf } from './ast-parts.js';
import { type CheckContext } from './check-context.js';
import { expressionsIn, leadOf } from './expression-uses.js';
import { isOptional, type PresenceFault } from './presence-faults.js';

/** Definite assignment in offers: what a report may leave out is asked for first, in place or in `when`. */
export function offerPresence(context: CheckContext): PresenceFault[] {
  const { definition, catalogue } = context;
  return Object.entries(definition.offers).flatMap(([name, offer]) => {
    const { variables } = offerEnvironment(definition, catalogue, offer);
    const condition = offer.when === undefined ? undefined : astOf(offer.when);
    const certain = condition ? narrowingOf(condition).whenTrue : new Set<string>();
    return (['when', 'to', 'with'] as const).flatMap(key =>
      expressionsIn(offer[key], context.at('offers', name, key)).flatMap(
        ({ text, place }): PresenceFault[] => {
          const ast = astOf(text);
          const missing = ast
            ? readsOf(ast).find(
                ({ path, guarded }) =>
                  !guarded &&
                  path.length > 1 &&
                  isOptional(path, variables) &&
                  (key === 'when' || !certain.has(path.join('.'))),
              )
            : undefined;
          if (!missing) return [];
          const whole = missing.path.join('.');
          const message = `${whole} may have been left out.`;
          const offset = leadOf(text) + missing.start;
          return [
            { kind: 'maybe', place, offset, message, remedy: `Ask has(${whole}) first, here or in when.` },
          ];
        },
      ),
    );
  });
}
