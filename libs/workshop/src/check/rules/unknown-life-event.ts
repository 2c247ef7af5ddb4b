import { didYouMean } from '#journey';
import { type Rule } from '../rule.js';

/** The nine life events of the EU eGovernment Benchmark, by the names its method paper of 2020-2023 gives them. */
const LIFE_EVENTS = [
  'career',
  'family',
  'studying',
  'health',
  'moving',
  'transport',
  'justice',
  'business-start-up',
  'regular-business-operations',
];

export const unknownLifeEvent: Rule = {
  code: 'unknown-life-event',
  title: 'a journey belongs to a life event of the EU eGovernment Benchmark',
  severity: 'error',
  *find(context) {
    const { lifeEvent } = context.definition;
    if (LIFE_EVENTS.includes(lifeEvent)) return;
    yield {
      place: context.at('lifeEvent'),
      message: `${lifeEvent} is no life event of the EU eGovernment Benchmark.`,
      remedy: didYouMean(lifeEvent, LIFE_EVENTS, ''),
    };
  },
};
