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
import { addFact, inferComputed } from './infer-computed.js';
import { schemaType } from './schema-type.js';
import { DYN, EMPTY, REFUSAL, type ValueType } from './value-type.js';

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
    if (remembering.value === undefined) addFact(facts, remembering, remembering.data ?? DYN);
  }
  inferComputed(all, facts, definition);
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
