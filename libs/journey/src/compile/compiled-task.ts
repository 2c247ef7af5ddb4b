import { type Definition } from '../definition.js';
import { type ExpressionEnvironment } from '../expression/expression-environment.js';
import { type Template } from '../expression/template.js';
import { carriesData } from '../form/event-data.js';
import { type StateDefinition, type TaskDefinition } from '../state-definition.js';
import { templateAt } from './compile-actions.js';
import { type Faults } from './faults.js';

/** What is known of a task before any journey has come to it. */
export interface CompiledTask {
  readonly task: TaskDefinition;
  readonly events: readonly OfferedEvent[];
  readonly prefill: readonly (readonly [field: string, value: Template])[];
}

export interface OfferedEvent {
  readonly event: string;
  /** Carries the form's data. */
  readonly data: boolean;
  /** Ids of the transitions it may take. */
  readonly transitions: readonly string[];
}

export function compileTaskDescription(
  definition: Definition,
  state: StateDefinition,
  task: TaskDefinition,
  environment: ExpressionEnvironment,
  faults: Faults,
): CompiledTask {
  const form = definition.forms[task.form];
  if (form === undefined) {
    faults.add([...task.at, 'form'], `There is no form ${task.form}.`, `Add forms/${task.form}.yaml.`);
  }
  if (!definition.roles[task.role]) {
    faults.add([...task.at, 'role'], `There is no role ${task.role}.`, 'Declare it under roles.');
  }
  const transitions = new Map<string, string[]>();
  for (const { id, trigger } of state.transitions) {
    if (trigger.kind !== 'event') continue;
    transitions.set(trigger.event, [...(transitions.get(trigger.event) ?? []), id]);
  }
  return {
    task,
    events: [...transitions].map(([event, ids]) => ({
      event,
      data: carriesData(form ?? {}, event),
      transitions: ids,
    })),
    prefill: Object.entries(task.prefill).map(([field, value]) => [
      field,
      templateAt(value, [...task.at, 'prefill', field], environment, faults),
    ]),
  };
}
