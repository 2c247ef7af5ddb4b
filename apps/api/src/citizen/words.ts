import {
  authorityDoes,
  contractWords,
  type Definition,
  stateAt,
  type Language,
  roleInText,
  type ServiceCatalogue,
  type Texts,
  type Words,
  withoutValues,
} from '#journey';

/** Message catalogue: every word of one definition in one language, before there are values to put into it. A word that is missing is said by its name: a check would have found it. */
export class DefinitionWords {
  readonly #texts: Texts;
  readonly #definition: Definition;
  readonly #catalogue: ServiceCatalogue;
  readonly #today: string;

  /** @param today `YYYY-MM-DD`: an authority that had ended by then is also called by the name of its successor */
  constructor(
    definition: Definition,
    catalogue: ServiceCatalogue,
    readonly language: Language,
    today = '',
  ) {
    this.#today = today;
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

  /** What whoever regrets can do. */
  get cancellation(): string | undefined {
    return this.#texts.cancellation;
  }

  task(path: string): { readonly title: string; readonly help?: string } {
    const { title, help } = this.#texts.tasks[path] ?? { title: path };
    return { title: withoutValues(title), ...(help !== undefined && { help: withoutValues(help) }) };
  }

  /** What a fee is for, and when it is paid. */
  fee(key: string): { readonly text: string; readonly when?: string } {
    const { title, when } = this.#texts.fees[key] ?? { title: key };
    return { text: title, ...(when !== undefined && { when }) };
  }

  /** What the form of the task in a state calls a field. */
  field(path: string, names: readonly string[]): string | undefined {
    return this.#texts.forms[this.#formOf(path) ?? '']?.fields[names.join('.')]?.label;
  }

  /** What a role is called within a sentence. */
  roleInText(role: string): string {
    return roleInText(this.#definition, role, this.language);
  }

  service(id: string): string {
    return this.of(this.#catalogue.service(id)?.name) ?? id;
  }

  /** A service, or what an authority reports, as a sentence that names the authority; without one, the role. */
  doing(id: string, authority?: string): string {
    const of = this.#catalogue.service(id) ?? this.#catalogue.registerEvent(id);
    if (!of) return id;
    const role = this.authority(of.authority);
    const who = authority === undefined ? role : this.authority(authority);
    return authorityDoes(
      of.name[this.language],
      { name: role, heldBy: of.heldBy, language: this.language },
      who,
    );
  }

  report(id: string): string {
    return this.of(this.#catalogue.registerEvent(id)?.name) ?? id;
  }

  /** A service, or what an authority reports. */
  source(id: string): string {
    return this.#catalogue.registerEvent(id) ? this.report(id) : this.service(id);
  }

  /** What one of the things is called that a service or a report tells, where its contract says so. */
  telling(source: string, item: number): string | undefined {
    const teller = this.#catalogue.service(source) ?? this.#catalogue.registerEvent(source);
    return this.of(teller?.tells?.[item]?.name);
  }

  /** What a value in the answer of a service or in a report means, in the words of its contract. */
  told(source: string, { field, value }: { readonly field: string; readonly value: string }) {
    const schema = this.#catalogue.service(source)?.answer ?? this.#catalogue.registerEvent(source)?.data;
    return contractWords(schema, [field]).options?.[this.language][value];
  }

  /** Title of another journey. */
  journey(id: string): string {
    return this.of(this.#catalogue.journeys?.get(id)?.title) ?? id;
  }

  /** An authority, as it stands within a sentence, by the name that it has or had, or a role where nobody more precise is known. */
  authority(id: string): string {
    const { directory } = this.#catalogue;
    return this.of(directory?.nameOf(id, this.#today) ?? this.#catalogue.authority(id)?.name) ?? id;
  }

  /** An authority by the name that it had while it was there. */
  authorityThen(id: string): string {
    return this.of(this.#catalogue.directory?.nameOf(id, '')) ?? this.authority(id);
  }

  #formOf(path: string): string | undefined {
    return stateAt(this.#definition.machine, path)?.task?.form;
  }

  of(words: Words | undefined): string | undefined {
    return words?.[this.language];
  }
}
