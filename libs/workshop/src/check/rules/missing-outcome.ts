import { everyState, type StateDefinition } from '#journey';
import { type CheckContext } from '../check-context.js';
import { type Rule } from '../rule.js';

/**
 * Ends that say nothing: where one end of a section, or of the journey, says what came of it, or an authority has decided in it, every end
 * says so that is come to after somebody has waited. Otherwise it reads as done, whatever was decided.
 */
export const missingOutcome: Rule = {
  code: 'missing-outcome',
  title:
    'every end of a section, or of the journey, says what came of it where one does, or a decision was made',
  severity: 'error',
  *find(context) {
    const { machine } = context.definition;
    const heads = context.states.filter(({ section, path }) => section !== undefined && path !== '');
    const journey = machine.states.some(({ outcome }) => outcome) ? [machine] : [];
    for (const head of [...journey, ...heads]) {
      const what = head === machine ? 'the journey' : `the section ${head.section}`;
      for (const group of head === machine ? [machine] : groupsOf(head)) {
        const ends = group.states.filter(({ type, absent }) => type === 'final' && !absent);
        if (!ends.some(({ outcome }) => outcome) && !(head !== machine && isDecidedIn(context, group)))
          continue;
        const waitedFor = comeToAfterWaiting(context, group);
        for (const end of ends) {
          if (end.outcome || !waitedFor.has(end.path)) continue;
          yield {
            place: context.at(...end.at),
            key: true,
            message: `${end.path} ends ${what}, and does not say what came of it.`,
            remedy: 'Say under meta: outcome: { is: done, refused or notNeeded, text: … }.',
          };
        }
      }
    }
  },
};

/** The states in which a section comes to its ends: it itself, or its regions. */
function groupsOf(state: StateDefinition): StateDefinition[] {
  return state.type === 'parallel'
    ? state.states.filter(({ section }) => section === undefined).flatMap(groupsOf)
    : [state];
}

function isDecidedIn({ catalogue }: CheckContext, group: StateDefinition): boolean {
  return everyState(group).some(({ invokes }) =>
    invokes.some(({ src }) => catalogue.service(src)?.decides === true),
  );
}

/** Graph reachability: the states that are come to by more than decisions at the beginning. */
function comeToAfterWaiting(context: CheckContext, group: StateDefinition): ReadonlySet<string> {
  const found = new Set<string>();
  const open = everyState(group).flatMap(({ transitions }) =>
    transitions.filter(({ trigger }) => trigger.kind !== 'always').flatMap(({ targetPaths }) => targetPaths),
  );
  while (open.length > 0) {
    const state = context.stateAt(open.pop() ?? '');
    if (!state || found.has(state.path)) continue;
    found.add(state.path);
    const inside = everyState(state).flatMap(({ transitions }) => transitions);
    open.push(
      ...inside.filter(({ trigger }) => trigger.kind === 'always').flatMap(({ targetPaths }) => targetPaths),
    );
  }
  return found;
}
