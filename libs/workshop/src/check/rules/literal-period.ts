import { isPeriod } from '#calendar';
import { type Rule } from '../rule.js';

/**
 * A time limit in days or longer is the law's, or a choice that somebody made and may make anew: either way it is dated,
 * has a source and a name. Hours and minutes say how long the machine waits before it tries again; `remind` says how
 * long before the limit a letter goes out. Both are ours alone, and may be written where they are used.
 */
export const literalPeriod: Rule = {
  code: 'literal-period',
  title: 'time limits in days or longer are parameters',
  severity: 'warning',
  *find(context) {
    const told = new Set<string>();
    for (const [name, { expires }] of Object.entries(context.definition.offers)) {
      if (isLong(expires)) yield { place: context.at('offers', name, 'expires'), ...words(expires) };
    }
    for (const { path, at, task, joins, transitions } of context.states) {
      for (const { trigger } of transitions) {
        if (trigger.kind !== 'after' || !isLong(trigger.delay) || told.has(`${path} ${trigger.delay}`))
          continue;
        told.add(`${path} ${trigger.delay}`);
        // A join has one line for the limit and for what happens when it is over.
        const place = joins?.due === trigger.delay ? [...joins.at, 'due'] : [...at, 'after', trigger.delay];
        yield { place: context.at(...place), key: joins === undefined, ...words(trigger.delay) };
      }
      const due = task?.due;
      // One line for a limit and for what happens when it is over.
      if (!task || due === undefined || !isLong(due) || told.has(`${path} ${due}`)) continue;
      yield { place: context.at(...task.at, 'due'), ...words(due) };
    }
  },
};

function isLong(text: string): boolean {
  return isPeriod(text) && /^[^T]*[1-9]/.test(text);
}

function words(period: string): { message: string; remedy: string } {
  return {
    message: `The time limit ${period} stands in the machine itself, without a date and a source.`,
    remedy: 'Make it a parameter with its dates, source and confidence, and declare a delay that reads it.',
  };
}
