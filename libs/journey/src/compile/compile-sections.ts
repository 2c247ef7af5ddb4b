import { type Json } from '#statechart';
import { type ExpressionEnvironment } from '../expression/expression-environment.js';
import { type JourneyContext } from '../journey-state.js';
import { isWithin, waits } from '../sections.js';
import { type StateDefinition } from '../state-definition.js';
import { parentPath } from '../state-index.js';
import { bindingsOf, change, type MachineAction } from './compile-actions.js';
import { compiledTemplates, filled } from './compiled-task.js';

type Ends = Readonly<Record<string, { readonly [name: string]: Json }>>;

/**
 * *Milestones*: a section that is come to is noted, whether anybody waited in it, and each end that it comes to, with the values of
 * the end's words as they are then. They outlive the states, which may be left in the very step that enters them.
 */
export function noteSections(
  state: StateDefinition,
  section: string | undefined,
  environment: ExpressionEnvironment,
): MachineAction[] {
  const { path, type, section: begins, outcome } = state;
  if (section === undefined) return [];
  const notes: MachineAction[] = [];
  // What is begun anew has not ended.
  if (begins !== undefined) {
    notes.push(change(({ context }) => noted(context, section, ends => ends && without(ends, path))));
  }
  if (waits(state)) notes.push(change(({ context }) => noted(context, section, (ends = {}) => ends ?? {})));
  if (type === 'final' && outcome) {
    const values = compiledTemplates(outcome.with, environment);
    notes.push(
      change(args => {
        const end = filled(values, environment.scope(args.context, bindingsOf(args)));
        // It is the end of the state around it, and of whatever came to an end in there before.
        const around = parentPath(path) ?? '';
        return noted(args.context, section, ends => ({ ...without(ends ?? {}, around), [path]: end }));
      }),
    );
  }
  return notes;
}

function noted(
  { sections = {} }: JourneyContext,
  section: string,
  after: (ends: Ends | null | undefined) => Ends | null | undefined,
): Partial<JourneyContext> {
  return { sections: { ...sections, [section]: after(sections[section]) ?? null } };
}

function without(ends: Ends, within: string): Ends {
  return Object.fromEntries(Object.entries(ends).filter(([path]) => !isWithin(path, within)));
}
