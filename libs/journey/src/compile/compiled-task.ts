import { compileTemplate, type Template } from '../expression/template.js';
import { carriesData } from '../form/event-data.js';
import { type SoundDefinition } from '../sound-definition.js';
import { type StateDefinition, type TaskDefinition } from '../state-definition.js';

/** The static part of a task: its events, their forms, its prefilled fields. */
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

/** Groups a task's transitions by event and compiles its prefill. */
export function compileTaskDescription(
  { definition, environment }: SoundDefinition,
  state: StateDefinition,
  task: TaskDefinition,
): CompiledTask {
  const form = definition.forms[task.form] ?? {};
  const transitions = new Map<string, string[]>();
  for (const { id, trigger } of state.transitions) {
    if (trigger.kind !== 'event') continue;
    transitions.set(trigger.event, [...(transitions.get(trigger.event) ?? []), id]);
  }
  return {
    task,
    events: [...transitions].map(([event, ids]) => ({
      event,
      data: carriesData(form, event),
      transitions: ids,
    })),
    prefill: Object.entries(task.prefill).map(([field, value]) => [
      field,
      compileTemplate(value, environment),
    ]),
  };
}
