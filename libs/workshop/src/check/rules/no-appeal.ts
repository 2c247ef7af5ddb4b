import { type SourcePath, type StateDefinition } from '#journey';
import { type CheckContext } from '../check-context.js';
import { type Rule } from '../rule.js';

/** What says that a state is about an appeal where its task does not: its name, its form, what its task offers, or the service it asks. */
const APPEAL = /appeal|complain|objection|klag|anke/i;

/**
 * Graph reachability: from where an authority's decision about a person is answered, refused or reported, a task must be within
 * reach with which the decision can be appealed (Forvaltningsloven § 25: a decision comes with how to appeal it).
 */
export const noAppeal: Rule = {
  code: 'no-appeal',
  title: 'a decision about a person can be appealed',
  severity: 'error',
  *find(context) {
    for (const state of context.states) {
      for (const { decided, at, ways } of decisionsIn(state, context)) {
        if (leadsToAppeal(context, ways)) continue;
        yield {
          place: context.at(...at),
          message: `${decided} decides about a person, and nothing that follows lets them appeal.`,
          remedy: 'Let what follows offer a task to appeal with, within the time that the law gives.',
        };
      }
    }
  },
};

/** What decides about a person in a state, and the states it may lead to. */
interface DecisionPoint {
  readonly decided: string;
  readonly at: SourcePath;
  readonly ways: readonly (string | undefined)[];
}

function decisionsIn(
  { invokes, transitions }: StateDefinition,
  { catalogue }: CheckContext,
): readonly DecisionPoint[] {
  const asked = invokes.flatMap(({ src, at }, index): DecisionPoint[] => {
    if (catalogue.service(src)?.decides !== true) return [];
    const ways = transitions.filter(
      ({ trigger }) => (trigger.kind === 'answer' || trigger.kind === 'refusal') && trigger.invoke === index,
    );
    return [{ decided: src, at: [...at, 'src'], ways: ways.flatMap(({ targetPaths }) => targetPaths) }];
  });
  const reported = new Map<string, DecisionPoint>();
  for (const { trigger, targetPaths, actions, at } of transitions) {
    if (trigger.kind !== 'report' || catalogue.registerEvent(trigger.event)?.decides !== true) continue;
    // What is somebody else's, or judged beside this, is not taken here.
    if (targetPaths.length === 0 && actions.length === 0) continue;
    const { event } = trigger;
    const before = reported.get(event);
    reported.set(event, {
      decided: event,
      at: before?.at ?? at,
      ways: [...(before?.ways ?? []), ...targetPaths],
    });
  }
  return [...asked, ...reported.values()];
}

function leadsToAppeal(context: CheckContext, from: readonly (string | undefined)[]): boolean {
  const seen = new Set<string>();
  const open = [...from];
  while (open.length > 0) {
    const path = open.pop();
    const state = path === undefined ? undefined : context.stateAt(path);
    if (!state || seen.has(state.path)) continue;
    seen.add(state.path);
    if (isAppeal(state)) return true;
    // A decision is appealed where it was made, and not where the whole journey begins anew.
    const around = context.ancestors(state).flatMap(({ transitions }) => transitions);
    open.push(...[...state.transitions, ...around].flatMap(({ targetPaths }) => targetPaths));
    open.push(...state.states.map(child => child.path));
  }
  return false;
}

function isAppeal({ key, task, transitions, invokes }: StateDefinition): boolean {
  if (task?.appeals !== undefined) return true;
  const events = transitions.flatMap(({ trigger }) => (trigger.kind === 'event' ? [trigger.event] : []));
  const services = invokes.map(({ src }) => src);
  return task !== undefined || services.length > 0
    ? [key, task?.form ?? '', ...events, ...services].some(name => APPEAL.test(name))
    : false;
}
