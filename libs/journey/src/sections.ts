import { type StateDefinition } from './state-definition.js';

/** A heading under which people find some of what happens. */
export interface Section {
  /** Key of its title. */
  readonly key: string;
  /** Paths of its states, parents before children, in the order written. */
  readonly states: readonly string[];
  /** Whether the expected road leads to it; what merely could happen is not held out to people. */
  readonly foreseen: boolean;
  /** Whether a standing door is all that it waits with: then nothing has happened in it until somebody goes through. */
  readonly onlyDoors: boolean;
}

/** The section of each state that is in one, by path: its own, else that of the state around it. */
export function sectionsByState(root: StateDefinition): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const visit = ({ path, section, states }: StateDefinition, around: string | undefined): void => {
    const key = section ?? around;
    if (key !== undefined) found.set(path, key);
    for (const state of states) visit(state, key);
  };
  visit(root, undefined);
  return found;
}

/** Every section, in the order in which the definition comes to it first. */
export function orderedSections(
  byState: ReadonlyMap<string, string>,
  foreseen: ReadonlySet<string>,
  definitions: ReadonlyMap<string, StateDefinition>,
): readonly Section[] {
  const sections = new Map<string, string[]>();
  for (const [path, key] of byState) sections.set(key, [...(sections.get(key) ?? []), path]);
  return [...sections].map(([key, states]) => ({
    key,
    states,
    foreseen: states.some(path => foreseen.has(path)),
    onlyDoors: states
      .flatMap(path => definitions.get(path) ?? [])
      .every(state => !waits(state) || isDoor(state)),
  }));
}

/** Whether the journey stays in a state until something happens. */
export function waits({ type, task, invokes, joins, transitions }: StateDefinition): boolean {
  if (type !== 'atomic') return false;
  const isHeard = transitions.some(({ trigger: { kind } }) => ['event', 'report', 'after'].includes(kind));
  return task !== undefined || invokes.length > 0 || joins !== undefined || isHeard;
}

/** Whether all that may happen in a state is that somebody says something unasked, or no longer can. */
function isDoor({ task, invokes, joins, awaits }: StateDefinition): boolean {
  return task?.kind === 'standing' && invokes.length === 0 && joins === undefined && awaits.length === 0;
}

/** Whether a path is that of a state or of one inside it. */
export function isWithin(path: string, state: string): boolean {
  return state === '' || path === state || path.startsWith(`${state}.`);
}
