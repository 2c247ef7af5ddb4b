import {
  type CompiledJourney,
  type Language,
  type OpenTask,
  type OutcomeKind,
  type Reader,
  type WordedTask,
} from '#journey';
import { type SectionEnd } from '#runtime';
import { caseworkerWords, holderWords } from './holder-words.js';
import { DefinitionWords } from './words.js';

/** Words of a definition, and of one journey by it as one reader may know it, in one language. */
export class ReaderWords extends DefinitionWords {
  readonly compiled: CompiledJourney;
  readonly reader: Reader;
  readonly #holders: ReadonlyMap<string, string> | undefined;

  /** @param holders what those are called whom the reader has given a mandate, by person id */
  constructor(
    compiled: CompiledJourney,
    reader: Reader,
    language: Language,
    today?: string,
    holders?: ReadonlyMap<string, string>,
  ) {
    super(compiled.definition, compiled.catalogue, language, today);
    this.compiled = compiled;
    this.reader = reader;
    this.#holders = holders;
  }

  /** One line on a state; undefined when there is nothing to say of it. */
  state(path: string): string | undefined {
    return this.#words.state(path, this.language, this.reader);
  }

  /** What tells the journey from others of its kind, once that is known. */
  get label(): string | undefined {
    return this.#words.label(this.language, this.reader);
  }

  section(key: string): string {
    return this.#words.section(key, this.language);
  }

  openTask(open: OpenTask): WordedTask {
    return this.#words.task(open, this.language, this.reader);
  }

  taskTitle(path: string): string {
    return this.#words.taskTitle(path, this.language, this.reader);
  }

  /** What is on the button of an event of the task in a state. */
  taskEvent(path: string, event: string): string {
    return this.#words.taskEvent(path, event, this.language, this.reader);
  }

  ifNothing(path: string): string | undefined {
    return this.#words.ifNothing(path, this.language, this.reader);
  }

  /** The name of somebody, when it is known and the reader may know it. */
  nameOf(person: string): string | undefined {
    return this.#words.names.nameOf(person, this.reader);
  }

  /**
   * Who has acted for the reader, at the beginning of a sentence.
   *
   * @param authority at which a caseworker works
   */
  holder(person: string, authority?: string): string {
    if (authority !== undefined) return caseworkerWords(this.authority(authority), this.language);
    return holderWords(this.nameOf(person) ?? this.#holders?.get(person), this.language);
  }

  outcome(path: string): { readonly is: OutcomeKind; readonly text: string } | undefined {
    return this.#words.outcome(path, this.language, this.reader);
  }

  /** What a section has come to, in the words of when it came to it. */
  reached({
    state,
    with: values,
  }: SectionEnd): { readonly is: OutcomeKind; readonly text: string } | undefined {
    return values ? this.#words.reached(state, values, this.language, this.reader) : this.outcome(state);
  }

  /** What will be so when a state is come to; of one that begins in another, of that one. */
  ahead(path: string): string | undefined {
    for (let at: string | undefined = path; at !== undefined; at = this.compiled.initialOf(at)) {
      const text = this.#words.ahead(at, this.language, this.reader);
      if (text !== undefined) return text;
    }
    return undefined;
  }

  /** Why the journey has cancelled itself. */
  undone(reason: Parameters<CompiledJourney['words']['undone']>[0]): string {
    return this.#words.undone(reason, this.language, this.reader);
  }

  get #words(): CompiledJourney['words'] {
    return this.compiled.words;
  }
}
