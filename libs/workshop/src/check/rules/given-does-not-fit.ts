import { compileTemplate, offerEnvironment, startsIn, takenType, type ValueType } from '#journey';
import { type JsonSchema } from '#schema';
import { assignable } from '../assignable.js';
import { type CheckContext } from '../check-context.js';
import { type Finding } from '../finding.js';
import { type Rule } from '../rule.js';

export const givenDoesNotFit: Rule = {
  code: 'given-does-not-fit',
  title: 'what a journey is given is what it takes',
  severity: 'error',
  *find(context) {
    const { definition, catalogue, environment } = context;
    for (const { params, at } of startsIn(definition.machine)) {
      const id = String(params['journey']);
      const other = catalogue.journeys?.get(id);
      const { type, faults } = compileTemplate(params['with'] ?? {}, environment);
      if (other && faults.length === 0) {
        yield* misfits(context, [...at, 'params', 'with'], id, type, other.takes);
      }
    }
    for (const [name, offer] of Object.entries(definition.offers)) {
      const { type, faults } = compileTemplate(offer.with, offerEnvironment(definition, catalogue, offer));
      if (faults.length > 0) continue;
      const { takes, forms } = definition;
      const form = takes === undefined ? undefined : forms[takes];
      yield* misfits(context, ['offers', name, 'with'], definition.id, type, form);
    }
  },
};

function* misfits(
  context: CheckContext,
  at: readonly (string | number)[],
  journey: string,
  given: ValueType,
  takes: JsonSchema | undefined,
): Generator<Finding> {
  const asked: ValueType = takes === undefined ? { kind: 'object', fields: {} } : takenType(takes);
  for (const { path, message } of assignable(given, asked)) {
    const isUnknown = message === 'is not asked for';
    yield {
      place: context.at(...at, ...path),
      key: isUnknown,
      message: isUnknown
        ? `The journey ${journey} takes no ${path.join('.')}.`
        : `${path.join('.')}, which the journey ${journey} takes, ${message}.`,
      remedy: isUnknown
        ? 'Leave it out, or add it to the form that the other journey takes.'
        : 'Give a value of the type that the form says.',
    };
  }
}
