import { leadsOn, saysNo, type StateDefinition, type TransitionDefinition } from '#journey';
import { type CheckContext } from '../check-context.js';
import { type Rule } from '../rule.js';

const DEATH = 'cpr.deathRegistered';

/**
 * Liveness of a handshake: a journey that waits for another than the applicant goes on when they say no, when the question is taken
 * back, and when they die. That it goes on when nothing is heard is `endless-wait`.
 */
export const twoPartyWait: Rule = {
  code: 'two-party-wait',
  title: 'a wait for somebody else ends when they say no, when it is taken back, and when they die',
  severity: 'warning',
  *find(context) {
    for (const state of context.states) {
      const { task, path } = state;
      if (!task || task.kind !== 'must' || task.role === 'applicant' || isAskedOfBoth(context, state))
        continue;
      for (const { missing, remedy } of missingWays(context, state)) {
        yield {
          place: context.at(...task.at, 'role'),
          message: `${path} waits for the ${task.role}, and nothing is said for when ${missing}.`,
          remedy,
        };
      }
    }
  },
};

/** The same is asked of another beside it: each may do it, and nobody waits for the other. */
function isAskedOfBoth(context: CheckContext, state: StateDefinition): boolean {
  const { task, path } = state;
  const regions = context
    .ancestors(state)
    .filter(({ type }) => type === 'parallel')
    .map(around => `${around.path}.`);
  return context.states.some(
    other =>
      other.task?.form === task?.form &&
      other.task?.role !== task?.role &&
      regions.some(region => other.path.startsWith(region) && !path.startsWith(other.path)),
  );
}

function missingWays(
  context: CheckContext,
  state: StateDefinition,
): readonly { readonly missing: string; readonly remedy: string }[] {
  const around = [...context.ancestors(state), context.definition.machine];
  const isMany = context.definition.roles[state.task?.role ?? '']?.many === true;
  const out = [state, ...around].flatMap(({ transitions }) => transitions);
  return [
    ...(canSayNo(state)
      ? []
      : [
          { missing: 'they say no', remedy: 'Add an event for it, such as decline, and say where it leads.' },
        ]),
    ...(isMany || canBeTakenBack(context, state, around)
      ? []
      : [
          {
            missing: 'the question is taken back',
            remedy: 'Use the part together, or let the applicant cancel the journey (cancellation).',
          },
        ]),
    ...(out.some(hearsOfDeath) || !context.catalogue.registerEvent(DEATH)
      ? []
      : [{ missing: 'they die', remedy: 'Listen for cpr.deathRegistered here or around it.' }]),
  ];
}

/** A second way to answer, or one that says no by its name. */
function canSayNo({ transitions }: StateDefinition): boolean {
  const events = transitions.flatMap(({ trigger }) => (trigger.kind === 'event' ? [trigger.event] : []));
  return events.some(saysNo) || new Set(events).size > 1;
}

function canBeTakenBack(
  { definition }: CheckContext,
  { task }: StateDefinition,
  around: readonly StateDefinition[],
): boolean {
  if (definition.cancellation) return true;
  return around.some(
    other =>
      other.task !== undefined &&
      other.task.role !== task?.role &&
      other.transitions.some(transition => transition.trigger.kind === 'event' && leadsOn(transition)),
  );
}

function hearsOfDeath({ trigger }: TransitionDefinition): boolean {
  return trigger.kind === 'report' && trigger.event === DEATH;
}
