import { type Json } from '#statechart';
import { type ExpressionEnvironment } from '../expression/expression-environment.js';
import { type Scope } from '../expression/scope.js';
import { compileTemplate, knownValue, type Template } from '../expression/template.js';
import { carriesData } from '../form/event-data.js';
import { onlyIfs, readOnlyFields } from '../form/form-words.js';
import { type SoundDefinition } from '../sound-definition.js';
import { type ChoiceDefinition, type StateDefinition, type TaskDefinition } from '../state-definition.js';

/** The static part of a task: its events, their forms, what is shown, filled in and offered. */
export interface CompiledTask {
  readonly task: TaskDefinition;
  readonly events: readonly OfferedEvent[];
  readonly prefill: Templates;
  readonly shows: Templates;
  readonly with: Templates;
  readonly choices: readonly CompiledChoice[];
  /** Fields that are asked only under a condition. */
  readonly conditional: readonly string[];
  /** Fields that must be sent as they are filled in, or not at all. */
  readonly readOnly: readonly string[];
}

/** Templates by name. */
export type Templates = readonly (readonly [name: string, value: Template])[];

/** Compiles templates by name. */
export function compiledTemplates(
  templates: Readonly<Record<string, Json>>,
  environment: ExpressionEnvironment,
): Templates {
  return Object.entries(templates).map(([name, value]) => [name, compileTemplate(value, environment)]);
}

/** Evaluates templates by name; what cannot be known yet is left out. */
export function filled(templates: Templates, scope: Scope): Record<string, Json> {
  return Object.fromEntries(
    templates.flatMap(([name, template]) => {
      const value = knownValue(template, scope);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

export interface CompiledChoice {
  readonly field: string;
  readonly of: Template;
  readonly definition: ChoiceDefinition;
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
    conditional: Object.keys(onlyIfs(form)),
    readOnly: readOnlyFields(form),
    prefill: compiledTemplates(task.prefill, environment),
    shows: compiledTemplates(task.shows, environment),
    with: compiledTemplates(task.with, environment),
    choices: Object.entries(task.choices).map(([field, choice]) => ({
      field,
      of: compileTemplate(choice.of, environment),
      definition: choice,
    })),
  };
}
