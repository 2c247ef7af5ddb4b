import {
  type Definition,
  everyState,
  type Language,
  type ServiceCatalogue,
  type Texts,
  type Words,
} from '#journey';

/** Message catalogue: every word of one definition in one language. A word that is missing is said by its name: a check would have found it. */
export class DefinitionWords {
  readonly #texts: Texts;
  readonly #definition: Definition;
  readonly #catalogue: ServiceCatalogue;

  constructor(
    definition: Definition,
    catalogue: ServiceCatalogue,
    readonly language: Language,
  ) {
    this.#definition = definition;
    this.#catalogue = catalogue;
    this.#texts = definition.texts[language];
  }

  get title(): string {
    return this.#texts.title ?? this.#definition.title[this.language];
  }

  get summary(): string | undefined {
    return this.#texts.summary;
  }

  /** One line on a state; undefined when there is nothing to say of it. */
  state(path: string): string | undefined {
    return this.#texts.states[path];
  }

  task(path: string): { readonly title: string; readonly help?: string } {
    const { title, help } = this.#texts.tasks[path] ?? { title: path };
    return { title, ...(help !== undefined && { help }) };
  }

  form(name: string): Texts['forms'][string] | undefined {
    return this.#texts.forms[name];
  }

  /** What is on the button of a form's event. */
  event(form: string, event: string): string {
    return this.#texts.forms[form]?.events[event] ?? event;
  }

  /** What is on the button of an event of the task in a state. */
  taskEvent(path: string, event: string): string {
    const form = this.#formOf(path);
    return form === undefined ? event : this.event(form, event);
  }

  /** What the form of the task in a state calls a field. */
  field(path: string, names: readonly string[]): string | undefined {
    return this.#texts.forms[this.#formOf(path) ?? '']?.fields[names.join('.')]?.label;
  }

  role(name: string): string {
    return this.#texts.roles[name] ?? name;
  }

  service(id: string): string {
    return this.of(this.#catalogue.service(id)?.name) ?? id;
  }

  report(id: string): string {
    return this.of(this.#catalogue.registerEvent(id)?.name) ?? id;
  }

  authority(id: string): string {
    return this.of(this.#catalogue.authority(id)?.name) ?? id;
  }

  #formOf(path: string): string | undefined {
    return everyState(this.#definition.machine).find(state => state.path === path)?.task?.form;
  }

  of(words: Words | undefined): string | undefined {
    return words?.[this.language];
  }
}
