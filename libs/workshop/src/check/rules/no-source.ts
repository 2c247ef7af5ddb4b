import { type Rule } from '../rule.js';

export const noSource: Rule = {
  code: 'no-source',
  title: 'a condition or delay that reads a parameter of the law names the law',
  severity: 'warning',
  *find(context) {
    const { conditions, delays } = context.definition;
    const rules = [
      ...Object.entries(conditions).map(([name, { when, source }]) => ({
        name,
        text: when,
        source,
        at: 'conditions',
      })),
      ...Object.entries(delays).map(([name, delay]) => ({
        name,
        text: delay.until ?? delay.from ?? delay.for ?? '',
        source: delay.source,
        at: 'delays',
      })),
    ];
    for (const { name, text, source, at } of rules) {
      if (source !== undefined || !/\bparameters\./.test(text)) continue;
      yield {
        place: context.at(at, name),
        key: true,
        message: `${name} reads a parameter of the law and does not say which law.`,
        remedy: 'Add source, such as CPR-loven § 12.',
      };
    }
  },
};
