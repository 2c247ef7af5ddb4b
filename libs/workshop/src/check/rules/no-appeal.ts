import { type StateDefinition } from '#journey';
import { type CheckContext } from '../check-context.js';
import { type Rule } from '../rule.js';

/** What says that a state is about an appeal where its task does not: its name, its form, what its task offers, or the service it asks. */
const APPEAL = /appeal|complain|objection|klag|anke/i;

/**
 * Graph reachability: from where an authority's decision about a person is answered or refused, a task must be within
 * reach with which the decision can be appealed (Forvaltningsloven § 25: a decision comes with how to appeal it).
 */
export const noAppeal: Rule = {
  code: 'no-appeal',
  title: 'a decision about a person can be appealed',
  severity: 'error',
  *find(context) {
    for (const state of context.states) {
      for (const [index, { src, at }] of state.invokes.entries()) {
        if (context.catalogue.service(src)?.decides !== true) continue;
        const decided = state.transitions.filter(
          ({ trigger }) =>
            (trigger.kind === 'answer' || trigger.kind === 'refusal') && trigger.invoke === index,
        );
        const first = decided.flatMap(({ targetPaths }) => targetPaths);
        if (leadsToAppeal(context, first)) continue;
        yield {
          place: context.at(...at, 'src'),
          message: `${src} decides about a person, and nothing that follows lets them appeal.`,
          remedy: 'Let what follows offer a task to appeal with, within the time that the law gives.',
        };
      }
    }
  },
};

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
