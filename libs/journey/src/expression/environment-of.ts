import { type Json } from '#statechart';
import { type ServiceCatalogue } from '../catalogue.js';
import { type Definition } from '../definition.js';
import { carriesData } from '../form/event-data.js';
import {
  type ActionDefinition,
  type StateDefinition,
  type TransitionDefinition,
} from '../state-definition.js';
import { ExpressionEnvironment } from './expression-environment.js';
import { mergeTypes } from './merge-types.js';
import { schemaType } from './schema-type.js';
import { compileTemplate } from './template.js';
import { DYN, EMPTY, REFUSAL, typeKey, type ValueType } from './value-type.js';

/** One `remember` of a definition. */
export interface Remembering {
  readonly name: string;
  readonly each: boolean;
  /** What it remembers when no `value` is given; undefined where there is nothing to remember. */
  readonly data?: ValueType;
  readonly value?: Json;
  readonly action: ActionDefinition;
  readonly state: StateDefinition;
  /** Absent for `entry` and `exit`. */
  readonly transition?: TransitionDefinition;
}

/** Type inference: the types of roles, parameters and everything that is remembered anywhere in a definition. */
export function environmentOf(definition: Definition, catalogue: ServiceCatalogue): ExpressionEnvironment {
  const { roles, parameters } = definition;
  const all = rememberings(definition, catalogue);
  const facts: Record<string, ValueType> = {};
  for (const remembering of all) {
    if (remembering.value === undefined) add(facts, remembering, remembering.data ?? DYN);
  }
  // A remembered value may be computed from other facts, whose types must be known first.
  let waiting = all.filter(({ value }) => value !== undefined);
  while (waiting.length > 0) {
    const environment = new ExpressionEnvironment({ roles, facts, parameters });
    const left: Remembering[] = [];
    for (const remembering of waiting) {
      const { type, faults } = compileTemplate(remembering.value as Json, environment);
      if (faults.length > 0) left.push(remembering);
      else add(facts, remembering, type);
    }
    if (left.length === waiting.length) {
      for (const remembering of left) add(facts, remembering, DYN);
      break;
    }
    waiting = left;
  }
  return new ExpressionEnvironment({ roles, facts, parameters });
}

/** Every `remember` of a definition, in the order written. */
export function rememberings(definition: Definition, catalogue: ServiceCatalogue): Remembering[] {
  const found: Remembering[] = [];
  const visit = (state: StateDefinition): void => {
    const collect = (
      actions: readonly ActionDefinition[],
      data?: ValueType,
      transition?: TransitionDefinition,
    ): void => {
      for (const action of actions) {
        const { as: name, value, each } = action.params;
        if (action.type !== 'remember' || typeof name !== 'string') continue;
        found.push({
          name,
          each: each === true,
          action,
          state,
          ...(data && { data }),
          ...(value !== undefined && { value }),
          ...(transition && { transition }),
        });
      }
    };
    collect(state.entry);
    collect(state.exit);
    for (const transition of state.transitions) {
      collect(transition.actions, transitionData(definition, catalogue, state, transition), transition);
    }
    state.states.forEach(visit);
  };
  visit(definition.machine);
  return found;
}

/** The type of what a transition's event carries; undefined when it carries nothing. */
export function transitionData(
  definition: Definition,
  catalogue: ServiceCatalogue,
  state: StateDefinition,
  { trigger }: TransitionDefinition,
): ValueType | undefined {
  switch (trigger.kind) {
    case 'event': {
      const form = state.task && definition.forms[state.task.form];
      if (form === undefined) return DYN;
      return carriesData(form, trigger.event) ? schemaType(form) : EMPTY;
    }
    case 'report': {
      const contract = catalogue.registerEvent(trigger.event);
      return contract ? schemaType(contract.data) : DYN;
    }
    case 'answer': {
      const contract = catalogue.service(state.invokes[trigger.invoke]?.src ?? '');
      return contract ? schemaType(contract.answer) : DYN;
    }
    case 'refusal':
      return REFUSAL;
    default:
      return undefined;
  }
}

function add(facts: Record<string, ValueType>, { name, each }: Remembering, data: ValueType): void {
  const type: ValueType = each ? { kind: 'map', of: data } : data;
  const known = facts[name];
  facts[name] = known && typeKey(known) !== typeKey(type) ? mergeTypes(known, type) : type;
}
