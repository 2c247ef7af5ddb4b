import { type Json } from '#statechart';
import { type ExpressionEnvironment } from '../expression/expression-environment.js';
import { type JourneyContext } from '../journey-state.js';
import { isWithin } from '../sections.js';
import { type StateDefinition } from '../state-definition.js';
import { parentPath } from '../state-index.js';
import { bindingsOf, change, type MachineAction } from './compile-actions.js';
import { compiledTemplates, filled } from './compiled-task.js';

type Ends = Readonly<Record<string, { readonly [name: string]: Json }>>;

/**
 * *Milestones*: a section that is come to is noted, and each end that it comes to, with the values of the end's words as they are
 * then. They outlive the states, which may be left in the very step that enters them.
 */
export function noteSections(
  { path, type, section: begins, outcome, absent }: StateDefinition,
  section: string | undefined,
  environment: ExpressionEnvironment,
): MachineAction[] {
  if (section === undefined) return [];
  const notes: MachineAction[] = [];
  // A region without a member is not there: nothing is begun in it.
  if (absent) {
    notes.push(
      change(({ context: { sections = {} } }) => {
        const { [section]: ends = {}, ...others } = sections;
        return { sections: Object.keys(ends).length > 0 ? sections : others };
      }),
    );
  }
  // What is begun anew has not ended.
  if (begins !== undefined) notes.push(change(({ context }) => noted(context, section, path, {})));
  if (type === 'final' && outcome) {
    const values = compiledTemplates(outcome.with, environment);
    notes.push(
      change(args => {
        const scope = environment.scope(args.context, bindingsOf(args));
        // It is the end of the state around it, and of whatever came to an end in there before.
        return noted(args.context, section, parentPath(path) ?? '', { [path]: filled(values, scope) });
      }),
    );
  }
  return notes;
}

function noted(
  { sections = {} }: JourneyContext,
  section: string,
  within: string,
  end: Ends,
): Partial<JourneyContext> {
  const before = Object.entries(sections[section] ?? {}).filter(([path]) => !isWithin(path, within));
  return { sections: { ...sections, [section]: { ...Object.fromEntries(before), ...end } } };
}
