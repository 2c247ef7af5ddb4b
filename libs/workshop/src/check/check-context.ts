import {
  type ActionDefinition,
  type Definition,
  environmentOf,
  everyState,
  type ExpressionEnvironment,
  type Place,
  type Remembering,
  rememberings,
  type ServiceCatalogue,
  type SourcePath,
  type StateDefinition,
  type TransitionDefinition,
} from '#journey';
import { examineExpressions, type ExpressionFaultFound } from './expression-faults.js';
import { type ExpressionUse, expressionUses } from './expression-uses.js';
import { findPresenceFaults, type PresenceFault } from './presence-faults.js';
import { RememberedFlow } from './flow/remembered-flow.js';

/** A definition as the rules look at it: what several of them ask for is worked out once. */
export class CheckContext {
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
  readonly environment: ExpressionEnvironment;
  readonly rememberings: readonly Remembering[];
  readonly uses: readonly ExpressionUse[];
  readonly expressionFaults: readonly ExpressionFaultFound[];
  readonly #byPath: ReadonlyMap<string, StateDefinition>;
  #knownFlow: RememberedFlow | undefined;
  #knownPresenceFaults: readonly PresenceFault[] | undefined;

  constructor(
    readonly definition: Definition,
    readonly catalogue: ServiceCatalogue,
  ) {
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
    this.environment = environmentOf(definition, catalogue);
    this.rememberings = rememberings(definition, catalogue);
    this.uses = expressionUses(this);
    this.expressionFaults = examineExpressions(this);
  }

  /** What may and what must have been remembered, state by state. */
  get flow(): RememberedFlow {
    this.#knownFlow ??= new RememberedFlow(this.definition, this.catalogue, this.environment);
    return this.#knownFlow;
  }

  /** What expressions read that is not there. */
  get presenceFaults(): readonly PresenceFault[] {
    this.#knownPresenceFaults ??= findPresenceFaults(this);
    return this.#knownPresenceFaults;
  }

  /** A place in the version file. */
  at(...path: SourcePath): Place {
    return { source: this.definition.sources.main, path };
  }

  stateAt(path: string): StateDefinition | undefined {
    return this.#byPath.get(path);
  }

  /** The states around one, the nearest first; without the root. */
  ancestors(state: StateDefinition): StateDefinition[] {
    const steps = state.path.split('.');
    return steps
      .slice(1)
      .map((_, index) => this.#byPath.get(steps.slice(0, steps.length - 1 - index).join('.')))
      .filter(ancestor => ancestor !== undefined);
  }

  parent(state: StateDefinition): StateDefinition | undefined {
    if (state.path === '') return undefined;
    const end = state.path.lastIndexOf('.');
    return this.#byPath.get(end < 0 ? '' : state.path.slice(0, end));
  }
}
