import {
  type ActionDefinition,
  type Definition,
  type ExpressionEnvironment,
  type Narrowing,
  narrowingOf,
  type ServiceCatalogue,
  type StateDefinition,
  transitionData,
  type TransitionDefinition,
} from '#journey';
import { triggerKey } from '../../trigger-key.js';
import { astOf } from '../ast-parts.js';
import { canBeDone } from '../can-be-done.js';
import { type DefinitionTree } from '../definition-tree.js';
import { Vouching } from '../vouching/vouching.js';
import { actionsOf, effectsBeside, effectsInside, type Effects, namesGiven } from './effects.js';
import { afterAction, allOf, eitherOf, type Facts, withNames, without } from './facts.js';
import { Mark, marked } from './marks.js';
import { type PathSet } from './path-set.js';
import { PathTable } from './path-table.js';
import { Worklist } from './worklist.js';

/** What is known once a transition is taken, of its guard and of those that were tried in vain before it. */
interface Tried {
  readonly failed: readonly string[];
  readonly certain: readonly string[];
}

/**
 * Forward data-flow analysis over the machine, to a fixed point; a guard is taken as able to go either way.
 * A state that no way leads to has no facts.
 *
 * A state is two nodes: what begins in it when it is entered, and its own transitions. Those of a state with others
 * inside wait for what these leave remembered.
 */
export class RememberedFlow {
  /** On entering a state, before its entry actions. */
  readonly #entered = new Map<string, Facts>();
  /** The same, of entries that go on to the initial states inside. */
  readonly #opened = new Map<string, Facts>();
  readonly #indexes: ReadonlyMap<StateDefinition, number>;
  readonly #tried = new Map<TransitionDefinition, Tried>();
  /** {@link within}, as long as no new way to the state is found. */
  readonly #known = new Map<string, Facts>();
  /** What may be remembered in a state or anywhere inside it. */
  readonly #mayInside = new Map<StateDefinition, PathSet>();
  readonly #inside: ReadonlyMap<StateDefinition, Effects>;
  readonly #beside: ReadonlyMap<StateDefinition, Effects>;
  readonly #work: Worklist;
  /** Taint analysis of persons that participants have named. */
  readonly vouching: Vouching;

  readonly #tree: DefinitionTree;
  readonly #catalogue: ServiceCatalogue;
  readonly #table = new PathTable();

  constructor(tree: DefinitionTree, catalogue: ServiceCatalogue, environment: ExpressionEnvironment) {
    this.#tree = tree;
    this.#catalogue = catalogue;
    const { definition, states } = tree;
    this.#indexes = new Map(states.map((state, index) => [state, index]));
    const narrowings = narrowingsOf(definition, environment);
    for (const state of states) this.#try(state, narrowings);
    this.vouching = new Vouching(definition, catalogue);
    const actions = states.flatMap(actionsOf);
    this.#table.setOf([
      ...namesGiven(actions, 'remember', 'invite', 'starts', 'forget', 'dismiss'),
      ...[...this.#tried.values()].flatMap(({ certain }) => certain),
      ...this.vouching.paths(),
    ]);
    this.#inside = effectsInside(definition.machine, this.#table);
    this.#beside = effectsBeside(definition.machine, this.#inside, this.#table);
    this.#work = new Worklist(2 * states.length, node => this.#successors(node));
    // The applicant is there from the start, and so is what the journey was given.
    const first = ['applicant', ...(definition.takes === undefined ? [] : ['given'])];
    const begun = { must: this.#table.setOf(first), may: this.#table.setOf(first) };
    this.#open(definition.machine, this.vouching.atFirst(begun));
    this.#work.sweep(node => {
      const state = states[node >> 1] as StateDefinition;
      if (node % 2 === 0) this.#begin(state);
      else this.#leave(state);
    });
  }

  /** How often a state or its transitions were gone through until nothing changed any more. */
  get visits(): number {
    return this.#work.visits;
  }

  /** What is remembered while a state is active; undefined when nothing leads there. */
  within(path: string): Facts | undefined {
    const known = this.#known.get(path);
    if (known) return known;
    const state = this.#tree.stateAt(path);
    const facts = this.#entered.get(path);
    if (!state || !facts) return undefined;
    const inside = this.after(facts, state.entry);
    const beside = this.#beside.get(state);
    const all = beside
      ? { must: certainAfter(inside, beside), may: inside.may.union(beside.remembered) }
      : inside;
    this.#known.set(path, all);
    return all;
  }

  /** What is remembered when a state is entered, before its entry actions. */
  onEntering(path: string): Facts | undefined {
    return this.#entered.get(path);
  }

  /** What may be remembered in some state or other. */
  get anywhere(): PathSet {
    return this.#mayInside.get(this.#tree.definition.machine) ?? this.#table.empty;
  }

  /** What a transition's guard can read: also the data of the event that the transition remembers. */
  guarding(state: StateDefinition, transition: TransitionDefinition): Facts | undefined {
    const before = this.#leaving(state, transition);
    if (!before) return undefined;
    const bound = transition.actions.flatMap(({ type, params }) =>
      type === 'remember' && params['value'] === undefined && typeof params['as'] === 'string'
        ? [params['as']]
        : [],
    );
    if (bound.length === 0 || !transitionData(this.#tree.definition, this.#catalogue, state, transition)) {
      return before;
    }
    return withNames(without(this.vouching.namedAnew(before, bound), bound), bound);
  }

  /** What a transition's actions can read: also what its guard, and the failing of those before it, make certain. */
  acting(state: StateDefinition, transition: TransitionDefinition): Facts | undefined {
    const facts = this.guarding(state, transition);
    if (!facts) return undefined;
    const { failed, certain } = this.#tried.get(transition) as Tried;
    const vouched = this.vouching.byTaking(state, transition, failed, facts);
    return marked(withNames(facts, certain), vouched, Mark.vouched);
  }

  /** What is remembered after actions, in their order; `trigger` is what has set them off. */
  after(
    facts: Facts,
    actions: readonly ActionDefinition[],
    trigger?: TransitionDefinition['trigger'],
  ): Facts {
    return actions.reduce(
      (before, action) => this.vouching.byActing(before, afterAction(before, action), action, trigger),
      facts,
    );
  }

  #try({ transitions }: StateDefinition, narrowings: ReadonlyMap<string, Narrowing>): void {
    const rivals = new Map<string, readonly string[]>();
    for (const transition of transitions) {
      const key = triggerKey(transition);
      const failed = rivals.get(key) ?? [];
      const { guard } = transition;
      const certain = [
        ...failed.flatMap(name => [...(narrowings.get(name)?.whenFalse ?? [])]),
        ...(narrowings.get(guard ?? '')?.whenTrue ?? []),
      ];
      this.#tried.set(transition, { failed, certain });
      if (guard !== undefined) rivals.set(key, [...failed, guard]);
    }
  }

  /** Which nodes are gone through anew when one has changed: an order to begin with, no more. */
  #successors(node: number): readonly number[] {
    const state = this.#tree.states[node >> 1] as StateDefinition;
    if (node % 2 === 0) {
      const parent = this.#tree.parent(state);
      const inside = state.states.map(child => this.#beginning(child));
      return [...inside, node + 1, ...(parent ? [this.#beginning(parent) + 1] : [])];
    }
    const targets = state.transitions.flatMap(({ targetPaths }) => targetPaths);
    return targets.flatMap(path => {
      const target = path === undefined ? undefined : this.#tree.stateAt(path);
      return target ? [this.#beginning(target)] : [];
    });
  }

  #beginning(state: StateDefinition): number {
    return 2 * (this.#indexes.get(state) as number);
  }

  #begin(state: StateDefinition): void {
    const here = this.within(state.path);
    if (!here) return;
    for (let around: StateDefinition | undefined = state; around; around = this.#tree.parent(around)) {
      const known = this.#mayInside.get(around);
      this.#mayInside.set(around, known?.union(here.may) ?? here.may);
      if (around.transitions.length > 0) this.#work.add(this.#beginning(around) + 1);
    }
    if (!this.#opened.has(state.path)) return;
    for (const { child, facts } of this.#begun(state, here)) this.#open(child, facts);
  }

  #leave(state: StateDefinition): void {
    for (const transition of state.transitions) {
      const facts = this.acting(state, transition);
      if (!facts) continue;
      const acted = this.after(facts, transition.actions, transition.trigger);
      const after = withNames(acted, (this.#tried.get(transition) as Tried).certain);
      for (const path of transition.targetPaths) {
        const target = path === undefined ? undefined : this.#tree.stateAt(path);
        if (target) this.#enter(state, target, after);
      }
    }
  }

  /**
   * All regions, or the initial state. When none is named, that is told once: every state inside then counts as begun
   * with everything known.
   */
  #begun(
    { type, initial, states }: StateDefinition,
    facts: Facts,
  ): { child: StateDefinition; facts: Facts }[] {
    const named = type === 'parallel' ? states : states.filter(({ key }) => key === initial);
    if (named.length > 0 || states.length === 0) return named.map(child => ({ child, facts }));
    const known = withNames(facts, this.#inside.get(this.#tree.definition.machine)?.remembered ?? []);
    return states.map(child => ({ child, facts: known }));
  }

  #enter(from: StateDefinition, target: StateDefinition, facts: Facts): void {
    let inner = target;
    for (
      let around = this.#tree.parent(target);
      around && around.path !== '' && from.path !== around.path && !from.path.startsWith(`${around.path}.`);
      inner = around, around = this.#tree.parent(around)
    ) {
      this.#merge(this.#entered, around, facts);
      if (around.type !== 'parallel') continue;
      const inside = this.after(facts, around.entry);
      for (const region of around.states) if (region !== inner) this.#open(region, inside);
    }
    this.#open(target, facts);
    const parent = this.#tree.parent(target);
    // A history with no history yet leads to where its parent begins.
    if (target.type === 'history' && parent && target.transitions.length === 0) this.#open(parent, facts);
  }

  #open(state: StateDefinition, facts: Facts): void {
    this.#merge(this.#entered, state, facts);
    this.#merge(this.#opened, state, facts);
  }

  #merge(into: Map<string, Facts>, state: StateDefinition, facts: Facts): void {
    const known = into.get(state.path);
    const merged = eitherOf(known, facts);
    if (merged === known) return;
    into.set(state.path, merged);
    this.#known.delete(state.path);
    this.#work.add(this.#beginning(state));
  }

  #leaving(state: StateDefinition, { trigger }: TransitionDefinition): Facts | undefined {
    const here = this.within(state.path);
    // That a state is never done is told where it says onDone, and not of all that comes after it.
    if (trigger.kind === 'done' && canBeDone(state)) return here && this.#whenDone(state);
    const inside = this.#inside.get(state);
    if (!here || state.states.length === 0 || !inside) return here;
    return { must: certainAfter(here, inside), may: this.#mayInside.get(state) ?? here.may };
  }

  #whenDone(state: StateDefinition): Facts | undefined {
    if (state.type === 'final') return this.within(state.path);
    const ends = state.states
      .filter(({ type }) => state.type === 'parallel' || type === 'final')
      .map(child => this.#whenDone(child));
    const reached = ends.filter(facts => facts !== undefined);
    const [first, ...others] = reached;
    if (!first || (state.type === 'parallel' && reached.length < ends.length)) return undefined;
    const together = state.type === 'parallel' ? allOf([first, ...others]) : others.reduce(eitherOf, first);
    return { must: together.must, may: this.#mayInside.get(state) ?? together.may };
  }
}

/** What is still certain after actions in some order or other, or none of them. */
function certainAfter({ must }: Facts, { forgotten, unmarked }: Effects): PathSet {
  return must.difference(forgotten).difference(unmarked);
}

function narrowingsOf(definition: Definition, environment: ExpressionEnvironment): Map<string, Narrowing> {
  const narrowings = new Map<string, Narrowing>();
  for (const [name, { when }] of Object.entries(definition.conditions)) {
    const ast = environment.compile(when).ok ? astOf(when) : undefined;
    if (ast) narrowings.set(name, narrowingOf(ast));
  }
  return narrowings;
}
