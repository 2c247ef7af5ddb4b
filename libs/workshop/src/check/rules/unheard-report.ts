import { didYouMean, type StateDefinition } from '#journey';
import { type CheckContext } from '../check-context.js';
import { type Rule } from '../rule.js';

export const unheardReport: Rule = {
  code: 'unheard-report',
  title: 'a report that is awaited is listened for',
  severity: 'error',
  *find(context) {
    for (const state of context.states) {
      const heard = reportsHeard(context, state);
      for (const [index, event] of state.awaits.entries()) {
        if (heard.includes(event)) continue;
        const written = [...state.at, 'meta', 'awaits'];
        yield {
          place: context.at(...written, ...(Array.isArray(context.valueAt(written)) ? [index] : [])),
          message: `${state.path || 'The machine'} awaits ${event}, and does not listen for it.`,
          remedy: didYouMean(event, heard, `Add ${event} under on, here or in a state around this one.`),
        };
      }
    }
  },
};

function reportsHeard(context: CheckContext, state: StateDefinition): string[] {
  return [state, ...context.ancestors(state), context.definition.machine].flatMap(({ transitions }) =>
    transitions.flatMap(({ trigger }) => (trigger.kind === 'report' ? [trigger.event] : [])),
  );
}
