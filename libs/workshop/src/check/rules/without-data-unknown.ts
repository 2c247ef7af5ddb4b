import { didYouMean } from '#journey';
import { valueAt, listOf, type Json } from '#schema';
import { type Rule } from '../rule.js';
import { usedForms } from '../text-needs.js';

export const withoutDataUnknown: Rule = {
  code: 'without-data-unknown',
  title: 'what x-without-data names is an event of the task',
  severity: 'error',
  *find(context) {
    for (const form of usedForms(context)) {
      const source = context.definition.sources.forms[form];
      const events = context.states.flatMap(({ task, transitions }) =>
        task?.form === form
          ? transitions.flatMap(({ trigger }) => (trigger.kind === 'event' ? [trigger.event] : []))
          : [],
      );
      const named = listOf(valueAt(source?.value ?? null, ['x-without-data']) as Json);
      for (const [index, event] of named.entries()) {
        if (!source || events.includes(String(event))) continue;
        yield {
          place: { source, path: ['x-without-data', index] },
          message: `No task with the form ${form} offers ${String(event)}.`,
          remedy: didYouMean(String(event), new Set(events), 'Take it out.'),
        };
      }
    }
  },
};
