import { type Rule } from '../rule.js';
import { endlessCircles } from '../ways/endless-circles.js';

export const endlessCircle: Rule = {
  code: 'endless-circle',
  title: 'from every state an end can be reached',
  severity: 'error',
  *find(context) {
    for (const state of endlessCircles(context)) {
      yield {
        place: context.at(...state.at),
        key: true,
        message: `${state.path} leads in a circle that reaches no end.`,
        remedy: 'Lead out of it to a state with type: final, or say in meta.openEnded why it never ends.',
      };
    }
  },
};
