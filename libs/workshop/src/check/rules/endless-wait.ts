import { leadsOn, type StateDefinition } from '#journey';
import { type Rule } from '../rule.js';
import { type CheckContext } from '../check-context.js';

/**
 * A state that waits for somebody outside needs a timer, on itself or around it, that leads out of the wait. A
 * state that may wait for ever says why in `meta.openEnded`. Where people are told that an authority takes longer, operations see
 * it as overdue, and can go on without the answer: that is an end too.
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
      const told = waitsFor.service !== undefined && tellsOfDelay(state);
      if (told && operationsCanEnd(context, state)) continue;
      yield {
        place: context.at(...state.at),
        key: true,
        ...(told ? onlyTold(state.path, waitsFor.what) : noTimer(state.path, waitsFor.what)),
      };
    }
  },
};

function noTimer(path: string, what: string) {
  return {
    message: `${path} waits for ${what}, and no timer ends the wait.`,
    remedy: 'Add after: with a duration or a delay, or say in meta.openEnded why it may wait for ever.',
  };
}

function onlyTold(path: string, what: string) {
  return {
    message: `${path} says that ${what} takes longer, and then nothing ends the wait.`,
    remedy:
      'Give noAnswer a target, or let operations end it (a way in skipped, a maximum time in the contract), or say in meta.openEnded why it may wait for ever.',
  };
}

function awaited(
  context: CheckContext,
  state: StateDefinition,
): { readonly what: string; readonly service?: string } | undefined {
  if (state.type !== 'atomic') return undefined;
  if (state.task) return { what: `the ${state.task.role}` };
  if (state.joins) return { what: `the journey ${state.joins.journey}` };
  const report = state.transitions.map(({ trigger }) => trigger).find(({ kind }) => kind === 'report');
  if (report?.kind === 'report') return { what: report.event };
  if (state.awaits[0] !== undefined) return { what: state.awaits[0] };
  const service = state.invokes.find(({ src }) => isLater(context, src))?.src;
  return service === undefined ? undefined : { what: service, service };
}

function isLater(context: CheckContext, service: string): boolean {
  return context.catalogue.service(service)?.answers === 'later';
}

function hasTimerOut(state: StateDefinition): boolean {
  return state.transitions.some(transition => transition.trigger.kind === 'after' && leadsOn(transition));
}

function tellsOfDelay({ transitions }: StateDefinition): boolean {
  return transitions.some(
    ({ trigger, actions }) => trigger.kind === 'after' && actions.some(({ type }) => type === 'message'),
  );
}

/** Whether every authority that answers later is overdue one day, and can be skipped then, whatever the guards say. */
function operationsCanEnd(context: CheckContext, { invokes, transitions }: StateDefinition): boolean {
  return [...invokes.entries()].every(([invoke, { src }]) => {
    if (!isLater(context, src)) return true;
    const skips = transitions.filter(({ trigger }) => trigger.kind === 'skip' && trigger.invoke === invoke);
    const overdue = context.catalogue.service(src)?.maximumTime !== undefined;
    return overdue && skips.some(skip => skip.guard === undefined && leadsOn(skip));
  });
}
