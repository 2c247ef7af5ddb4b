import {
  type ActionDefinition,
  type Definition,
  everyState,
  type Narrowing,
  narrowingOf,
  type ExpressionEnvironment,
  type ServiceCatalogue,
  type StateDefinition,
  transitionData,
  type TransitionDefinition,
} from '#journey';
import { astOf } from '../ast-parts.js';
import { triggerKey } from '../../trigger-key.js';
import { canBeDone } from '../can-be-done.js';
import { Vouching } from '../vouching/vouching.js';
import { namesOf, NO_EFFECTS, type SiblingEffects, siblingEffects } from './sibling-effects.js';
import { afterAction, allOf, eitherOf, type Facts, sameFacts, withNames, without } from './facts.js';
import { Mark, marked, unmarked } from './marks.js';

const MARKS = Object.values(Mark);

/** What actions anywhere inside a state give a new value, and what they forget. */
interface NamesInside {
  readonly changed: readonly string[];
  readonly forgotten: readonly string[];
}

/**
 * Forward data-flow analysis over the machine, to a fixed point; a guard is taken as able to go either way.
 * A state that no way leads to has no facts.
 */
export class RememberedFlow {
  /** On entering a state, before its entry actions. */
  readonly #entered = new Map<string, Facts>();
  /** The same, of entries that go on to the initial states inside. */
  readonly #opened = new Map<string, Facts>();
  readonly #states = new Map<string, StateDefinition>();
  readonly #narrowings = new Map<string, Narrowing>();
  /** {@link within}, as long as no new way to the state is found. */
  readonly #known = new Map<string, Facts>();
  readonly #inside = new Map<StateDefinition, NamesInside>();
  readonly #siblings: ReadonlyMap<string, SiblingEffects>;
  #changed = true;
  /** Taint analysis of persons that participants have named. */
  readonly vouching: Vouching;

  readonly #definition: Definition;
  readonly #catalogue: ServiceCatalogue;

  constructor(definition: Definition, catalogue: ServiceCatalogue, environment: ExpressionEnvironment) {
    this.#definition = definition;
    this.#catalogue = catalogue;
    for (const state of everyState(definition.machine)) this.#states.set(state.path, state);
    for (const [name, { when }] of Object.entries(definition.conditions)) {
      const ast = environment.compile(when).ok ? astOf(when) : undefined;
      if (ast) this.#narrowings.set(name, narrowingOf(ast));
    }
    this.#siblings = siblingEffects(definition.machine);
    this.vouching = new Vouching(definition, catalogue);
    // The applicant is there from the start.
    const begun = { must: new Set(['applicant']), may: new Set(['applicant']) };
    this.#open(definition.machine, this.vouching.atFirst(begun));
    while (this.#changed) {
      this.#changed = false;
      for (const state of this.#states.values()) this.#follow(state);
    }
  }

  /** What is remembered while a state is active; undefined when nothing leads there. */
  within(path: string): Facts | undefined {
    const known = this.#known.get(path);
    if (known) return known;
    const state = this.#states.get(path);
    const facts = this.#entered.get(path);
    if (!state || !facts) return undefined;
    const inside = this.after(facts, state.entry);
    const { remembered, forgotten } = this.#siblings.get(path) ?? NO_EFFECTS;
    const all = {
      must: unmarked(without(inside, forgotten), remembered, MARKS).must,
      may: remembered.size > 0 ? new Set([...inside.may, ...remembered]) : inside.may,
    };
    this.#known.set(path, all);
    return all;
  }

  /** What is remembered when a state is entered, before its entry actions. */
  onEntering(path: string): Facts | undefined {
    return this.#entered.get(path);
  }

  /** What a transition's guard can read: also the data of the event that the transition remembers. */
  guarding(state: StateDefinition, transition: TransitionDefinition): Facts | undefined {
    const before = this.#leaving(state, transition);
    if (!before) return undefined;
    if (!transitionData(this.#definition, this.#catalogue, state, transition)) return before;
    const bound = transition.actions.flatMap(({ type, params }) =>
      type === 'remember' && params['value'] === undefined && typeof params['as'] === 'string'
        ? [params['as']]
        : [],
    );
    return withNames(without(this.vouching.namedAnew(before, bound), bound), bound);
  }

  /** What a transition's actions can read: also what its guard, and the failing of those before it, make certain. */
  acting(state: StateDefinition, transition: TransitionDefinition): Facts | undefined {
    const facts = this.guarding(state, transition);
    if (!facts) return undefined;
    const vouched = this.vouching.byTaking(state, transition, this.#failedBefore(state, transition), facts);
    return marked(withNames(facts, this.#certain(state, transition)), vouched, Mark.vouched);
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

  #follow(state: StateDefinition): void {
    const here = this.within(state.path);
    if (!here) return;
    if (this.#opened.has(state.path)) {
      for (const { child, facts } of this.#begun(state, here)) this.#open(child, facts);
    }
    for (const transition of state.transitions) {
      const facts = this.acting(state, transition);
      if (!facts) continue;
      const acted = this.after(facts, transition.actions, transition.trigger);
      const after = withNames(acted, this.#certain(state, transition));
      for (const path of transition.targetPaths) {
        const target = path === undefined ? undefined : this.#states.get(path);
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
    const known = withNames(facts, namesOf(this.#definition.machine, 'remember', 'invite'));
    return states.map(child => ({ child, facts: known }));
  }

  #enter(from: StateDefinition, target: StateDefinition, facts: Facts): void {
    const steps = target.path.split('.');
    for (let length = 1; length < steps.length; length++) {
      const path = steps.slice(0, length).join('.');
      const around = this.#states.get(path);
      const isEntered = from.path !== path && !from.path.startsWith(`${path}.`);
      if (!around || !isEntered) continue;
      this.#merge(this.#entered, path, facts);
      if (around.type !== 'parallel') continue;
      for (const region of around.states) {
        if (region.key !== steps[length]) this.#open(region, this.after(facts, around.entry));
      }
    }
    this.#open(target, facts);
    const parent = this.#states.get(steps.slice(0, -1).join('.'));
    // A history with no history yet leads to where its parent begins.
    if (target.type === 'history' && parent && target.transitions.length === 0) this.#open(parent, facts);
  }

  #open(state: StateDefinition, facts: Facts): void {
    this.#merge(this.#entered, state.path, facts);
    this.#merge(this.#opened, state.path, facts);
  }

  #merge(into: Map<string, Facts>, path: string, facts: Facts): void {
    const known = into.get(path);
    const merged = eitherOf(known, facts);
    if (sameFacts(known, merged)) return;
    into.set(path, merged);
    this.#known.delete(path);
    this.#changed = true;
  }

  #leaving(state: StateDefinition, { trigger }: TransitionDefinition): Facts | undefined {
    const here = this.within(state.path);
    // That a state is never done is told where it says onDone, and not of all that comes after it.
    if (trigger.kind === 'done' && canBeDone(state)) return here && this.#whenDone(state);
    if (!here || state.states.length === 0) return here;
    const { changed, forgotten } = this.#namesInside(state);
    const kept = unmarked(without(here, forgotten), changed, MARKS);
    return { must: kept.must, may: this.#mayInside(state) };
  }

  #namesInside(state: StateDefinition): NamesInside {
    let names = this.#inside.get(state);
    if (!names) {
      names = { changed: namesOf(state, 'remember', 'invite'), forgotten: namesOf(state, 'forget') };
      this.#inside.set(state, names);
    }
    return names;
  }

  #whenDone(state: StateDefinition): Facts | undefined {
    if (state.type === 'final') return this.within(state.path);
    const ends = state.states
      .filter(({ type }) => state.type === 'parallel' || type === 'final')
      .map(child => this.#whenDone(child));
    const reached = ends.filter(facts => facts !== undefined);
    if (reached.length === 0 || (state.type === 'parallel' && reached.length < ends.length)) return undefined;
    const together = state.type === 'parallel' ? allOf(reached) : reached.reduce(eitherOf);
    return { must: together.must, may: this.#mayInside(state) };
  }

  #mayInside(state: StateDefinition): ReadonlySet<string> {
    return new Set(everyState(state).flatMap(({ path }) => [...(this.within(path)?.may ?? [])]));
  }

  #certain(state: StateDefinition, transition: TransitionDefinition): string[] {
    const failed = this.#failedBefore(state, transition).map(name => this.#narrowings.get(name)?.whenFalse);
    const held = this.#narrowings.get(transition.guard ?? '')?.whenTrue;
    return [...failed, held].flatMap(paths => [...(paths ?? [])]);
  }

  /** The conditions that must have failed when a transition is taken: those of its rivals that come before. */
  #failedBefore(state: StateDefinition, transition: TransitionDefinition): string[] {
    const rivals = state.transitions.filter(other => triggerKey(other) === triggerKey(transition));
    return rivals.slice(0, rivals.indexOf(transition)).flatMap(({ guard }) => guard ?? []);
  }
}
