import { type Language } from '../catalogue.js';
import { personsIn } from '../compile/compile-actions.js';
import { type Definition } from '../definition.js';
import { type PersonId } from '../journey-state.js';
import { type Reader } from './journey-words.js';

/** What each person is called, as a reader may know it. */
export class PersonNames {
  readonly #definition: Definition;

  constructor(definition: Definition) {
    this.#definition = definition;
  }

  /** The name of somebody who takes part; undefined for an id that is nobody's. */
  of(person: PersonId, language: Language, { state }: Reader): string | undefined {
    const role = Object.keys(state.context.roles).find(name =>
      personsIn(state.context, name).includes(person),
    );
    return role === undefined ? undefined : (this.#definition.texts[language].roles[role] ?? role);
  }
}
