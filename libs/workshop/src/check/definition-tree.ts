import { valueAt } from '#schema';
import { type Json } from '#statechart';
import {
  type ActionDefinition,
  type Definition,
  everyState,
  parentPath,
  type Origin,
  type SourcePath,
  type StateDefinition,
  type TransitionDefinition,
} from '#journey';

/** Index of a definition: its states, transitions and actions as flat lists, and the ways up its tree of states. */
export class DefinitionTree {
  /** Every state, outer before inner; the root first. */
  readonly states: readonly StateDefinition[];
  /** Every transition with its state. */
  readonly transitions: readonly {
    readonly state: StateDefinition;
    readonly transition: TransitionDefinition;
  }[];
  /** Every action with its state; without a transition for `entry` and `exit`. */
  readonly actions: readonly {
    readonly action: ActionDefinition;
    readonly state: StateDefinition;
    readonly transition?: TransitionDefinition;
  }[];
  /** By form, the states whose task uses it. */
  readonly statesByForm: ReadonlyMap<string, readonly StateDefinition[]>;
  readonly #byPath: ReadonlyMap<string, StateDefinition>;

  constructor(readonly definition: Definition) {
    this.states = everyState(definition.machine);
    this.#byPath = new Map(this.states.map(state => [state.path, state]));
    this.statesByForm = grouped(this.states, ({ task }) => task?.form);
    this.transitions = this.states.flatMap(state =>
      state.transitions.map(transition => ({ state, transition })),
    );
    this.actions = this.states.flatMap(state => [
      ...[...state.entry, ...state.exit].map(action => ({ action, state })),
      ...state.transitions.flatMap(transition =>
        transition.actions.map(action => ({ action, state, transition })),
      ),
    ]);
  }

  /** Where a value of the definition was written: in the version file, or in a part. */
  at(...path: SourcePath): Origin {
    return this.definition.expansion.origins.of(path);
  }

  /** A value of the definition, long forms throughout. */
  valueAt(path: SourcePath): Json | undefined {
    return valueAt(this.definition.expansion.value, path);
  }

  /** The state whose `visibleTo` counts for a state: it itself, or the nearest around it that has one. */
  visibilityOf(state: StateDefinition): StateDefinition | undefined {
    return [state, ...this.ancestors(state), this.definition.machine].find(({ visibleTo }) => visibleTo);
  }

  /** The roles that see a state; all who take part where nothing else is said. */
  readersOf(state: StateDefinition): readonly string[] {
    const { roles } = this.definition;
    const all = Object.keys(roles).filter(role => !roles[role]?.passive);
    return this.visibilityOf(state)?.visibleTo ?? all;
  }

  stateAt(path: string): StateDefinition | undefined {
    return this.#byPath.get(path);
  }

  parent(state: StateDefinition): StateDefinition | undefined {
    const path = parentPath(state.path);
    return path === undefined ? undefined : this.#byPath.get(path);
  }

  /** The states around one, the nearest first; without the root. */
  ancestors(state: StateDefinition): StateDefinition[] {
    const found: StateDefinition[] = [];
    for (let at = this.parent(state); at && at.path !== ''; at = this.parent(at)) found.push(at);
    return found;
  }
}

/** Items by their key, in their order; those without a key are left out. */
export function grouped<K, T>(items: Iterable<T>, keyOf: (item: T) => K | undefined): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
