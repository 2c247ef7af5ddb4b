import { isPeriod } from '#calendar';
import { type Rule } from '../rule.js';

const noRetention: Rule = {
  code: 'no-retention',
  title: 'a journey says how long it is kept after it has ended',
  severity: 'warning',
  *find(context) {
    const { id, retention } = context.definition;
    if (retention) return;
    yield {
      place: context.at('id'),
      message: `${id} does not say how long it is kept, and would be kept for good.`,
      remedy:
        'Add retention with a period and its source, such as { for: P3Y, source: Forældelsesloven § 3 }.',
    };
  },
};

const unknownRetention: Rule = {
  code: 'unknown-retention',
  title: 'how long a journey is kept is a period, on every day',
  severity: 'error',
  *find(context) {
    const { retention, parameters } = context.definition;
    if (!retention || retention.for === '' || isPeriod(retention.for)) return;
    const values = parameters[retention.for]?.values ?? [];
    if (values.length > 0 && values.every(({ value }) => typeof value === 'string' && isPeriod(value)))
      return;
    yield {
      place: context.at('retention', 'for'),
      message: `${retention.for} is neither a period nor a parameter that is one.`,
      remedy: 'Write an ISO 8601 period such as P3Y, or the name of a parameter whose values are periods.',
    };
  },
};

export const RETENTION_RULES: readonly Rule[] = [noRetention, unknownRetention];
