import { type StateDefinition, type TransitionDefinition } from '#journey';
import { type CheckContext } from '../check-context.js';
import { expressionsIn } from '../expression-uses.js';
import { isNoTime } from '../periods/compare-periods.js';
import { delayPeriods } from '../periods/delay-periods.js';
import { componentsOf } from './components.js';
import { type Way, waysIn, waysOf } from './state-ways.js';

/** A transition that comes back to itself though nothing on the way takes time. */
export interface TimelessCircle {
  readonly state: StateDefinition;
  readonly transition: TransitionDefinition;
}

/** The circles of each definition under check: several rules ask for them. */
const known = new WeakMap<CheckContext, readonly TimelessCircle[]>();

/**
 * *Cycle detection* over the steps that take no time: what is always taken, a timer of no time or whose day has passed, an
 * answer or a refusal that an authority may give at once. A circle in which something is computed anew from itself, such as a
 * list that gets shorter, ends.
 */
export function timelessCircles(context: CheckContext): readonly TimelessCircle[] {
  const found = known.get(context) ?? findCircles(context);
  known.set(context, found);
  return found;
}

function findCircles(context: CheckContext): TimelessCircle[] {
  const steps = context.transitions.filter(step => takesNoTime(context, step));
  const ways = [
    ...waysIn(context),
    ...steps.flatMap(({ transition }) => waysOf(context, transition)),
    ...whenLast(context),
  ];
  const next = new Map<string, Set<string>>();
  for (const { from, to } of ways) next.set(from, (next.get(from) ?? new Set()).add(to));
  const components = componentsOf(next);
  const circling = ways.filter(({ from, to }) => components.get(from) === components.get(to));
  const days = new Set(
    circling.flatMap(({ transition }) =>
      transition?.trigger.kind === 'after' ? (delayReads(context, transition.trigger.delay) ?? []) : [],
    ),
  );
  const progressing = new Set(
    circling.flatMap(({ from, to, transition }) => {
      const actions = [
        ...(transition?.actions ?? []),
        ...(context.stateAt(to.replace(/>$/, ''))?.entry ?? []),
      ];
      return actions.some(({ params }) => isMadeAnew(context, params) || days.has(String(params['as'])))
        ? [components.get(from)]
        : [];
    }),
  );
  const turning = new Set(
    circling.flatMap(({ from, transition }) =>
      transition && !progressing.has(components.get(from)) ? [transition] : [],
    ),
  );
  return steps.filter(({ transition }) => turning.has(transition));
}

function takesNoTime(context: CheckContext, { state, transition: { trigger } }: TimelessCircle): boolean {
  switch (trigger.kind) {
    case 'always':
    case 'refusal':
      return true;
    case 'answer':
      return context.catalogue.service(state.invokes[trigger.invoke]?.src ?? '')?.answers === 'now';
    case 'after':
      return (
        delayReads(context, trigger.delay) !== undefined ||
        (delayPeriods(context.definition, trigger.delay)?.some(isNoTime) ?? false)
      );
    default:
      return false;
  }
}

/** What decides on which day a delay ends; undefined for one that is counted from now. */
function delayReads({ definition, environment }: CheckContext, delay: string): readonly string[] | undefined {
  const declared = Object.hasOwn(definition.delays, delay) ? definition.delays[delay] : undefined;
  const day = declared?.until ?? declared?.from;
  const compiled = day === undefined ? undefined : environment.compile(day);
  if (!compiled?.ok) return undefined;
  const names = compiled.expression.reads.map(({ path }) => path[0] as string);
  return names.includes('today') || names.includes('now') ? undefined : names;
}

/** From the last state of a compound one to what comes then. */
function whenLast(context: CheckContext): Way[] {
  return context.states.flatMap(state => {
    const parent = context.parent(state);
    if (state.type !== 'final' || !parent) return [];
    return parent.transitions
      .filter(({ trigger }) => trigger.kind === 'done')
      .flatMap(transition => waysOf(context, transition))
      .map(way => ({ ...way, from: state.path }));
  });
}

function isMadeAnew(context: CheckContext, { as, value }: { readonly [name: string]: unknown }): boolean {
  if (typeof as !== 'string' || value === undefined) return false;
  return expressionsIn(value as never, context.at()).some(({ text }) => {
    const compiled = context.environment.compile(text);
    return compiled.ok && compiled.expression.reads.some(({ path }) => path[0] === as);
  });
}
