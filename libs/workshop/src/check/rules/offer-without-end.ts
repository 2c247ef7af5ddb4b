import { isPeriod } from '#calendar';
import { type Rule } from '../rule.js';

export const offerWithoutEnd: Rule = {
  code: 'offer-without-end',
  title: 'an offer stands for a period',
  severity: 'error',
  *find(context) {
    const { offers, parameters } = context.definition;
    for (const [name, { expires }] of Object.entries(offers)) {
      if (isPeriod(expires)) continue;
      const values = parameters[expires]?.values ?? [];
      if (values.length > 0 && values.every(({ value }) => typeof value === 'string' && isPeriod(value)))
        continue;
      yield {
        place: context.at('offers', name, 'expires'),
        message: `${expires} is neither a period nor a parameter that is one.`,
        remedy: 'Write the name of a parameter whose values are periods, or an ISO 8601 period such as P6W.',
      };
    }
  },
};
