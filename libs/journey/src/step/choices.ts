import { type JsonSchema, propertiesOf } from '#schema';
import { type Json, type JsonObject } from '#statechart';
import { type CompiledChoice } from '../compile/compiled-task.js';
import { type Scope } from '../expression/scope.js';
import { knownValue } from '../expression/template.js';
import { type FieldError } from '../form/form-validator.js';
import { isRecord } from '../read/cursor.js';

/** One value that a field may take, and what people read. */
export interface Choice {
  readonly value: Json;
  readonly label: Json;
}

/** What may be chosen for a field as things stand; nothing while the list is not known. */
export function choicesOf({ of, definition }: CompiledChoice, scope: Scope): readonly Choice[] {
  const list = knownValue(of, scope);
  if (!Array.isArray(list)) return [];
  return (list as readonly Json[]).flatMap(item => {
    const value = memberOf(item, definition.value);
    if (value === undefined) return [];
    return [{ value, label: memberOf(item, definition.label) ?? value }];
  });
}

/** The same of several fields, by field. */
export function offeredChoices(
  choices: readonly CompiledChoice[],
  scope: Scope,
): Readonly<Record<string, readonly Choice[]>> {
  return Object.fromEntries(choices.map(choice => [choice.field, choicesOf(choice, scope)]));
}

/** Labels by value, of what is text. */
export function labelsOf(choices: readonly Choice[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    choices.flatMap(({ value, label }) =>
      typeof value === 'string' && typeof label === 'string' ? [[value, label]] : [],
    ),
  );
}

/** A choice as data of the form: a field that takes several has a list. */
export function chosenData(schema: JsonSchema, field: string, value: Json): JsonObject {
  return { [field]: propertiesOf(schema)[field]?.type === 'array' ? [value] : value };
}

/** Validation of a closed list: each chosen value, alone or in a list, that was not offered. */
export function choiceErrors(
  choices: readonly CompiledChoice[],
  data: Json,
  scope: Scope,
): readonly FieldError[] {
  if (choices.length === 0 || !isRecord(data)) return [];
  return choices.flatMap(choice => {
    const chosen = data[choice.field];
    if (chosen === undefined || chosen === null) return [];
    const offered = new Set(choicesOf(choice, scope).map(({ value }) => JSON.stringify(value)));
    const message = 'is none of those that are offered';
    const isList = Array.isArray(chosen);
    return (isList ? (chosen as readonly Json[]) : [chosen]).flatMap((value, index) =>
      offered.has(JSON.stringify(value))
        ? []
        : [{ path: `/${choice.field}${isList ? `/${index}` : ''}`, code: 'choice', message }],
    );
  });
}

function memberOf(item: Json, member: string | undefined): Json | undefined {
  if (member === undefined) return item;
  return isRecord(item) ? item[member] : undefined;
}
