import { type StateDefinition } from '#journey';
import { type Rule } from '../rule.js';
import { type CheckContext } from '../check-context.js';

/**
 * A state that waits for somebody outside needs a timer, on itself or around it, that leads out of the wait. A
 * state that may wait for ever says why in `meta.openEnded`.
 */
export const endlessWait: Rule = {
  code: 'endless-wait',
  title: 'every wait for a person, a register or a later answer can end by time',
  severity: 'error',
  *find(context) {
    for (const state of context.states) {
      const waitsFor = awaited(context, state);
      if (waitsFor === undefined) continue;
      const around = [state, ...context.ancestors(state), context.definition.machine];
      if (around.some(each => each.openEnded !== undefined || hasTimerOut(each))) continue;
      yield {
        place: context.at(...state.at),
        key: true,
        message: `${state.path} waits for ${waitsFor}, and no timer ends the wait.`,
        remedy: 'Add after: with a duration or a delay, or say in meta.openEnded why it may wait for ever.',
      };
    }
  },
};

function awaited(context: CheckContext, state: StateDefinition): string | undefined {
  if (state.type !== 'atomic') return undefined;
  if (state.task) return `the ${state.task.role}`;
  if (state.joins) return `the journey ${state.joins.journey}`;
  const report = state.transitions.map(({ trigger }) => trigger).find(({ kind }) => kind === 'report');
  if (report?.kind === 'report') return report.event;
  return state.invokes.find(({ src }) => context.catalogue.service(src)?.answers === 'later')?.src;
}

function hasTimerOut(state: StateDefinition): boolean {
  return state.transitions.some(({ trigger, targets }) => trigger.kind === 'after' && targets.length > 0);
}
