import { type Json } from '#statechart';
import { expressionsIn, leadOf } from '../expression-uses.js';
import { type Rule } from '../rule.js';

/**
 * Nobody can have an authority act for a stranger by writing their number: whom a participant names reaches an authority only if
 * a register has named them in this journey, or they have said yes themselves. Where the law lets strangers be named, the
 * request says so in `vouched`.
 */
export const unvouchedPerson: Rule = {
  code: 'unvouched-person',
  title: 'whom a participant names is vouched for before an authority hears of them',
  severity: 'error',
  *find(context) {
    const { flow } = context;
    for (const state of context.states) {
      const facts = flow.within(state.path);
      if (!facts) continue;
      for (const { src, input, vouched, at } of state.invokes) {
        for (const [property, value] of Object.entries((input ?? {}) as Record<string, Json>)) {
          if (Object.hasOwn(vouched ?? {}, property)) continue;
          for (const { text, place } of expressionsIn(value, context.at(...at, 'input', property))) {
            const [field] = flow.vouching.strangersIn(text, facts);
            if (field === undefined) continue;
            yield {
              place,
              offset: leadOf(text),
              message: `${src} is told of whoever a participant named in ${field}: on some way here no register has named them, and they have not agreed.`,
              remedy: `Compare ${field} with what a register has answered and go on only if it is there, ask them first, or name the law under vouched.${property}.`,
            };
          }
        }
      }
    }
  },
};
