import {
  type ActionDefinition,
  type Definition,
  everyState,
  parentPath,
  type Place,
  type SourcePath,
  type StateDefinition,
  type TransitionDefinition,
} from '#journey';

/** A definition with its states, transitions and actions as flat lists, and with the ways up its tree of states. */
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
  readonly #byPath: ReadonlyMap<string, StateDefinition>;

  constructor(readonly definition: Definition) {
    this.states = everyState(definition.machine);
    this.#byPath = new Map(this.states.map(state => [state.path, state]));
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

  /** A place in the version file. */
  at(...path: SourcePath): Place {
    return { source: this.definition.sources.main, path };
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
    const parent = this.parent(state);
    return parent && parent.path !== '' ? [parent, ...this.ancestors(parent)] : [];
  }
}
