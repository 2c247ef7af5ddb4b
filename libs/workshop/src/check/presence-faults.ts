import {
  type ActionDefinition,
  type ExpressionEnvironment,
  type FieldType,
  type Place,
  type Read,
  type StateDefinition,
  type TransitionDefinition,
} from '#journey';
import { type Json } from '#statechart';
import { type DefinitionTree, grouped } from './definition-tree.js';
import { type FormUse, formUses } from './forms/form-uses.js';
import { expressionsIn, leadOf } from './expression-uses.js';
import { type Finding } from './finding.js';
import { afterAction, type Facts, withNames } from './flow/facts.js';
import { type RememberedFlow } from './flow/remembered-flow.js';

/** Something an expression reads that is not there: on no way at all, or only on some. */
export interface PresenceFault extends Finding {
  readonly kind: 'never' | 'maybe';
}

/** Definite-assignment analysis: each expression's reads against what is remembered where it is evaluated. */
export function presenceFaults(
  tree: DefinitionTree,
  flow: RememberedFlow,
  environment: ExpressionEnvironment,
): readonly PresenceFault[] {
  return new PresenceCheck(tree, flow, environment).run();
}

/** An expression that is used by name: its text, and the place where the name stands. */
interface NamedUse {
  readonly text: string | undefined;
  readonly place: Place;
  readonly key?: boolean;
}

class PresenceCheck {
  readonly #faults: PresenceFault[] = [];
  readonly #tree: DefinitionTree;
  readonly #flow: RememberedFlow;
  readonly #environment: ExpressionEnvironment;
  readonly #formUses: ReadonlyMap<string, readonly FormUse[]>;

  constructor(tree: DefinitionTree, flow: RememberedFlow, environment: ExpressionEnvironment) {
    this.#tree = tree;
    this.#flow = flow;
    this.#environment = environment;
    this.#formUses = grouped(formUses(tree.definition, environment), ({ form }) => form);
  }

  run(): readonly PresenceFault[] {
    for (const state of this.#tree.states) {
      this.#state(state);
      for (const transition of state.transitions) this.#transition(state, transition);
    }
    const when = this.#tree.definition.cancellation?.when;
    const place = this.#tree.at('cancellation', 'when');
    // A cancellation may come in any state.
    const may = this.#flow.anywhere;
    const anywhere = { must: may.table.setOf(['applicant']), may };
    this.#named({ text: this.#conditionText(when), place }, anywhere);
    // So may the look at a list; what a label says is known, or it is not said.
    for (const { guard, at } of this.#tree.definition.labels)
      this.#named({ text: this.#conditionText(guard), place: this.#tree.at(...at, 'guard') }, anywhere);
    return this.#faults;
  }

  #state(state: StateDefinition): void {
    const { invokes, task, joins, transitions, outcome, with: values, at } = state;
    const within = this.#flow.within(state.path);
    for (const { input, at: invoke } of invokes) {
      this.#template(input, within, this.#tree.at(...invoke, 'input'));
    }
    if (task) {
      this.#template(task.prefill, within, this.#tree.at(...task.at, 'prefill'));
      this.#template(task.shows, within, this.#tree.at(...task.at, 'shows'));
      this.#template(task.with, within, this.#tree.at(...task.at, 'with'));
      for (const [field, { of }] of Object.entries(task.choices)) {
        this.#template(of, within, this.#tree.at(...task.at, 'choices', field, 'of'));
      }
      this.#named({ text: this.#delayText(task.due), place: this.#tree.at(...task.at, 'due') }, within);
      this.#form(task.form, within);
    }
    if (joins) {
      this.#named({ text: this.#delayText(joins.due), place: this.#tree.at(...joins.at, 'due') }, within);
    }
    if (outcome) this.#template(outcome.with, within, this.#tree.at(...outcome.at, 'with'));
    if (values) this.#template(values, within, this.#tree.at(...at, 'meta', 'with'));
    const delays = transitions.flatMap(({ trigger }) => (trigger.kind === 'after' ? trigger.delay : []));
    for (const delay of new Set(delays)) {
      const place = this.#tree.at(...at, 'after', delay);
      this.#named({ text: this.#delayText(delay), place, key: true }, within);
    }
    this.#actions(state.entry, this.#flow.onEntering(state.path));
    this.#actions(state.exit, within);
  }

  /** What a form reads when the task opens. Of its own fields, any that can be asked may be there. */
  #form(form: string, facts: Facts | undefined): void {
    for (const { text, place, environment } of this.#formUses.get(form) ?? []) {
      const fields = Object.keys(environment.fields);
      const known = facts && { must: facts.must, may: facts.may.with(fields) };
      const first = this.#firstFault(text, known, environment);
      if (first) this.#faults.push({ ...first.fault, place, offset: leadOf(text) + first.read.start });
    }
  }

  #transition(state: StateDefinition, transition: TransitionDefinition): void {
    const { guard, trigger, actions, at } = transition;
    const withRefusal = (facts: Facts | undefined): Facts | undefined =>
      facts && trigger.kind === 'refusal' ? withNames(facts, ['refusal']) : facts;
    const condition = { text: this.#conditionText(guard), place: this.#tree.at(...at, 'guard') };
    this.#named(condition, withRefusal(this.#flow.guarding(state, transition)));
    this.#actions(actions, withRefusal(this.#flow.acting(state, transition)));
  }

  #actions(actions: readonly ActionDefinition[], facts: Facts | undefined): void {
    let known = facts;
    for (const action of actions) {
      this.#template(action.params, known, this.#tree.at(...action.at, 'params'));
      known = known && afterAction(known, action);
    }
  }

  #template(value: Json, facts: Facts | undefined, place: Place): void {
    for (const use of expressionsIn(value, place)) {
      const first = this.#firstFault(use.text, facts);
      if (!first) continue;
      const offset = leadOf(use.text) + first.read.start;
      this.#faults.push({ ...first.fault, place: use.place, offset });
    }
  }

  #named({ text, place, key = false }: NamedUse, facts: Facts | undefined): void {
    const first = this.#firstFault(text, facts);
    if (first) this.#faults.push({ ...first.fault, place, key });
  }

  #firstFault(text: string | undefined, facts: Facts | undefined, environment = this.#environment) {
    const compiled = text === undefined || !facts ? undefined : environment.compile(text);
    if (!compiled?.ok || !facts) return undefined;
    for (const read of compiled.expression.reads) {
      const fault = this.#faultOf(read, facts, environment);
      if (fault) return { read, fault };
    }
    return undefined;
  }

  #faultOf(
    { path, guarded }: Read,
    { must, may }: Facts,
    { variables, fields }: ExpressionEnvironment,
  ): Omit<PresenceFault, 'place'> | undefined {
    const [name = ''] = path;
    const whole = path.join('.');
    if (!isOptional(path, variables)) return undefined;
    if (name === 'refusal' && !may.has(name)) {
      const message = 'refusal is known only in onError.';
      return { kind: 'never', message, remedy: 'Remember what is needed of it there.' };
    }
    const isRole = Object.hasOwn(this.#tree.definition.roles, name);
    if (!may.has(name)) {
      const message = isRole
        ? `Nobody can have been invited as ${name} by now.`
        : `${name} is read here, but nothing that leads here remembers it.`;
      const remedy = isRole ? `Invite the ${name} before.` : `Remember ${name} before.`;
      return { kind: 'never', message, remedy };
    }
    if (guarded || must.has(whole)) return undefined;
    const message =
      path.length > 1 || Object.hasOwn(fields, name)
        ? `${whole} may have been left out.`
        : isRole
          ? `On some ways that lead here nobody was invited as ${name}.`
          : `On some ways that lead here ${name} has not been remembered.`;
    return { kind: 'maybe', message, remedy: `Ask has(${whole}) first.` };
  }

  #conditionText(name: string | undefined): string | undefined {
    return own(this.#tree.definition.conditions, name)?.when;
  }

  #delayText(name: string | undefined): string | undefined {
    const delay = own(this.#tree.definition.delays, name);
    return delay?.until ?? delay?.from ?? delay?.for;
  }
}

/** Whether what stands at a path may be absent while what is around it is there. */
export function isOptional(path: readonly string[], variables: Readonly<Record<string, FieldType>>): boolean {
  let fields = variables;
  let field: FieldType | undefined;
  for (const name of path) {
    field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!field) return false;
    fields = field.type.kind === 'object' ? field.type.fields : {};
  }
  return field?.optional ?? false;
}

function own<T>(members: Readonly<Record<string, T>>, name: string | undefined): T | undefined {
  return name !== undefined && Object.hasOwn(members, name) ? members[name] : undefined;
}
