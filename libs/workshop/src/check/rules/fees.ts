import { didYouMean } from '#journey';
import { type Rule } from '../rule.js';

const unknownAuthority: Rule = {
  code: 'unknown-authority',
  title: 'a fee is paid to an authority of the catalogue',
  severity: 'error',
  *find(context) {
    const known = [...new Set(context.catalogue.services().map(({ authority }) => authority))];
    for (const [name, { to }] of Object.entries(context.definition.fees)) {
      if (context.catalogue.authority(to)) continue;
      yield {
        place: context.at('fees', name, 'to'),
        message: `There is no authority ${to}.`,
        remedy: didYouMean(to, known, 'Use one of the catalogue.'),
      };
    }
  },
};

/** What a fee is must be known before anybody has begun, and be a sum of money. */
const notMoney: Rule = {
  code: 'not-money',
  title: 'a fee is an amount in kroner that is known before the journey begins',
  severity: 'error',
  *find(context) {
    const { fees, parameters } = context.definition;
    for (const [name, { amount }] of Object.entries(fees)) {
      const place = context.at('fees', name, 'amount');
      const compiled = context.environment.compile(amount);
      if (!compiled.ok) continue;
      for (const { path } of compiled.expression.reads) {
        const [root, parameter = ''] = path;
        if (root !== 'parameters') {
          const message = `The fee ${name} reads ${root}, which nobody knows before the journey begins.`;
          yield { place, message, remedy: 'Work it out from parameters alone.' };
          break;
        }
        const unit = Object.hasOwn(parameters, parameter) ? (parameters[parameter]?.unit ?? '') : 'kr.';
        if (/^(kr\.?|DKK)$/.test(unit)) continue;
        yield {
          place,
          message: `The fee ${name} is worked out from ${parameter}, which is not said to be in kroner.`,
          remedy: `Write unit: kr. at ${parameter} in parameters.yaml, or use another parameter.`,
        };
        break;
      }
    }
  },
};

export const FEE_RULES: readonly Rule[] = [unknownAuthority, notMoney];
