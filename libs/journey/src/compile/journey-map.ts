import { type JsonSchema } from '#schema';
import { type Section, sectionsByState, sectionsOf } from '../sections.js';
import { type OutcomeKind } from '../state-definition.js';
import { type JourneyParts } from './compiled-journey.js';
import { enteredFrom } from './entered-from.js';

/** Site map of a journey: what its definition says of where it may go, whatever has happened in it. */
export class JourneyMap {
  /** The sections, in the order in which people come to them. */
  readonly sections: readonly Section[];
  readonly #sectionOf: ReadonlyMap<string, string>;
  readonly #asked = new Map<string, readonly string[]>();
  readonly #parts: Pick<JourneyParts, 'definition' | 'states' | 'tasks'>;

  constructor(parts: Pick<JourneyParts, 'definition' | 'states' | 'tasks'>) {
    this.#parts = parts;
    this.#sectionOf = sectionsByState(parts.definition.machine);
    this.sections = sectionsOf(this.#sectionOf);
  }

  /** Key of the section that a state is in. */
  sectionOf(path: string): string | undefined {
    return this.#sectionOf.get(path);
  }

  /** Whether a state is one of the ends of the state around it. */
  isFinal(path: string): boolean {
    return this.#parts.states.get(path)?.type === 'final';
  }

  /** What reaching a final state means; undefined for one that does not say. */
  outcomeKind(path: string): OutcomeKind | undefined {
    return this.#parts.states.get(path)?.outcome?.is;
  }

  /** Path of the state in which a state with states inside begins; undefined where there is no one such. */
  initialOf(path: string): string | undefined {
    const state = this.#parts.states.get(path);
    return state?.states.find(({ key }) => key === state.initial)?.path;
  }

  /** Ids of the services that may be asked at once when a participant sends an event of a task. */
  askedAfter(task: string, event: string): readonly string[] {
    const key = `${task} ${event}`;
    let asked = this.#asked.get(key);
    if (asked === undefined) {
      const { states } = this.#parts;
      const ways = states.get(task)?.transitions ?? [];
      asked = [
        ...new Set(
          ways
            .filter(({ trigger }) => trigger.kind === 'event' && trigger.event === event)
            .flatMap(way => enteredFrom(way, states))
            .flatMap(({ invokes }) => invokes.map(({ src }) => src)),
        ),
      ].sort();
      this.#asked.set(key, asked);
    }
    return asked;
  }

  /** The form of a task as it is written, whatever of it is asked now; one that fits anything when there is none. */
  formOf(task: string): JsonSchema {
    return this.#parts.definition.forms[this.#parts.tasks.get(task)?.task.form ?? ''] ?? true;
  }
}
