import { chosenData, type Choice } from '#journey';
import { type Json, type JsonObject, type JsonSchema, personLocations, withPersons } from '#schema';
import { type ReaderWords } from '../reader-words.js';
import { type TaskDocument } from '../task-document.js';

/** What the people of an example are called: scenarios know them by a word, such as `anna`. */
export class ExampleNames {
  readonly #words: ReaderWords;

  constructor(words: ReaderWords) {
    this.#words = words;
  }

  of(person: string): string {
    const { compiled, reader } = this.#words;
    return (
      this.#words.nameOf(person) ??
      compiled.unregisteredName(reader.state, person) ??
      person.charAt(0).toUpperCase() + person.slice(1)
    );
  }

  /** Data of a form, with everybody by name. */
  in(data: Json, schema: JsonSchema): Json {
    const persons = personLocations(data, schema);
    return withPersons(data, persons, new Map(persons.map(({ person }) => [person, this.of(person)])));
  }

  /** A task with everybody by name. */
  inTask(task: TaskDocument, schema: JsonSchema): TaskDocument {
    const prefill = (task.prefill ?? {}) as JsonObject;
    const known = personLocations(prefill, schema).map(({ person }) => this.of(person));
    const named = (field: string, { value, label }: Choice): Choice => {
      const data = this.in(chosenData(schema, field, value), schema) as JsonObject;
      const [name = value] = [data[field]].flat() as Json[];
      return { value: name, label: label === value ? name : label };
    };
    return {
      ...task,
      prefill: this.in(prefill, schema),
      ...(task.choices && {
        choices: Object.fromEntries(
          Object.entries(task.choices).map(([field, offered]) => [
            field,
            offered.map(choice => named(field, choice)),
          ]),
        ),
      }),
      persons: [...new Set(known)].map(name => ({ value: name, label: name })),
    };
  }
}
