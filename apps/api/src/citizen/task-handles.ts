import { type Choice, chosenData } from '#journey';
import { type JsonSchema } from '#schema';
import { type Json, type JsonObject } from '#statechart';
import { type OfferedPerson, type PersonExchange, type PersonNaming } from '../persons/person-exchange.js';
import { type HandleScope } from '../persons/person-handle.js';
import { type TaskDocument } from './task-document.js';

/** What a task offers is meant for its reader, who gets neither numbers nor person ids. */
export async function withHandles(
  task: TaskDocument,
  exchange: PersonExchange,
  scope: HandleScope,
  naming: PersonNaming,
): Promise<TaskDocument> {
  const schema = task.form?.schema as JsonSchema | undefined;
  if (schema === undefined) return task;
  const persons = new Map<string, OfferedPerson>();
  const shown = async (data: Json): Promise<Json> => {
    const found = await exchange.shown(schema, data, scope, naming);
    for (const person of found.persons) persons.set(person.value, person);
    return found.data;
  };
  const shownChoice = async (field: string, { value, label }: Choice): Promise<Choice> => {
    const data = (await shown(chosenData(schema, field, value))) as JsonObject;
    const [handle = value] = [data[field]].flat() as Json[];
    // A person who is called by nothing else would be called by their id.
    const person = label === value ? persons.get(String(handle)) : undefined;
    return { value: handle, label: person?.label ?? label };
  };
  const prefill = task.prefill === undefined ? undefined : await shown(task.prefill as Json);
  const choices = Object.entries(task.choices ?? {}).map(async ([field, offered]) => {
    return [field, await Promise.all(offered.map(choice => shownChoice(field, choice)))] as const;
  });
  return {
    ...task,
    ...(prefill !== undefined && { prefill }),
    ...(task.choices && { choices: Object.fromEntries(await Promise.all(choices)) }),
    ...(persons.size > 0 && { persons: [...persons.values()] }),
  };
}
