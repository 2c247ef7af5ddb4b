import { didYouMean } from '#journey';
import { brokenContract } from '../broken-contract.js';
import { type Rule } from '../rule.js';

export const unknownService: Rule = {
  code: 'unknown-service',
  title: 'an invoked service is in the catalogue',
  severity: 'error',
  *find(context) {
    const known = context.catalogue.services().map(({ id }) => id);
    const told = new Set<string>();
    for (const { invokes } of context.states) {
      for (const { src, at } of invokes) {
        if (known.includes(src)) continue;
        const place = context.at(...at, 'src');
        const broken = brokenContract(context, src);
        if (broken) {
          if (!told.has(src)) yield { place, ...broken };
          told.add(src);
          continue;
        }
        const own = known.filter(id => id.split('.')[0] === src.split('.')[0]);
        yield {
          place,
          message: `No authority offers a service ${src}.`,
          remedy: didYouMean(src, own.length > 0 ? own : known, 'Add it to the contract of its authority.'),
        };
      }
    }
  },
};
