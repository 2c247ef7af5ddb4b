import { type Rule } from '../rule.js';
import { targetPlace } from '../transition-place.js';

export const intoAnotherRegion: Rule = {
  code: 'into-another-region',
  title: 'no transition leads from one region into another beside it',
  severity: 'error',
  *find(context) {
    for (const { transition } of context.transitions) {
      for (const [index, target] of transition.targetPaths.entries()) {
        if (target === undefined) continue;
        const [from, to] = [transition.source.split('.'), target.split('.')];
        const common = from.findIndex((step, depth) => step !== to[depth]);
        const around = common > 0 ? from.slice(0, common).join('.') : '';
        // Inside of its own state, or out of it to what is around it, is no other region.
        if (common < 0 || common >= to.length || transition.source === '') continue;
        const parallel = context.stateAt(around);
        if (parallel?.type !== 'parallel') continue;
        yield {
          place: targetPlace(context, transition, index),
          message: `This leads out of ${from.slice(0, common + 1).join('.')} into the region beside it, so that all regions of ${around || 'the machine'} begin again.`,
          remedy: `Name a state inside ${from.slice(0, common + 1).join('.')}, or one outside ${around || 'all regions'}.`,
        };
      }
    }
  },
};
